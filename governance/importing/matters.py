"""Which items are the same matter, worked out anew from titles and outcomes whenever a document is added or taken back.

Two items with the same title, one after the other, are the same matter where the first was left open. Reading documents
in another order must not make other matters of them, so what an earlier document made of the titles is corrected.
"""

from collections.abc import Iterator

import msgspec

from events.catalogue import AgendaItemAdded, AgendaItemChanged, EntryCorrected, MatterOpened
from events.entry import Provenance
from events.ids import MatterId, made_by
from events.moments import Effective
from governance.danish.names import folded
from governance.importing.drafting import Draft
from governance.importing.inference import BY_SOURCE
from governance.importing.marking import inferred_from
from governance.state.fold import Fold, Item
from governance.state.matters import stays_open

_REASON = "Følger af rækkefølgen af punkterne i de overførte referater."


def reconcile_matters(draft: Draft) -> None:
    """Correct the matters of items that were taken over, where titles and outcomes tell otherwise."""
    for chain in _chains(draft.fold):
        for item, matter in _misplaced(draft, chain):
            _move(draft, item, matter)


def _chains(fold: Fold) -> list[list[Item]]:
    """Return the items that titles tell the matter of, those with the same title together, in the order of meetings."""
    chains: dict[str, list[Item]] = {}
    for item in fold.items.values():
        if item.by_title and item.matter is not None and item.meeting is not None and fold.meeting(item.meeting).date:
            chains.setdefault(folded(item.title), []).append(item)
    return [
        sorted(chain, key=lambda item: fold.meeting(item.meeting).date if item.meeting else "")
        for chain in chains.values()
    ]


def _misplaced(draft: Draft, chain: list[Item]) -> Iterator[tuple[Item, MatterId]]:
    taken: set[MatterId] = set()
    for run in _runs(chain):
        own = next((item.matter for item in run if item.matter is not None and item.matter not in taken), None)
        matter = own if own is not None else _new_matter(draft, run[0])
        taken.add(matter)
        yield from ((item, matter) for item in run if item.matter != matter)


def _runs(chain: list[Item]) -> list[list[Item]]:
    """Divide items with one title into matters: a new one begins after each item that was done with."""
    runs: list[list[Item]] = []
    for item in chain:
        if runs and stays_open(runs[-1][-1]):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _new_matter(draft: Draft, item: Item) -> MatterId:
    held = draft.fold.matters[item.matter] if item.matter is not None else None
    opened = MatterOpened(title=item.title) if held is None else msgspec.structs.replace(held, title=item.title)
    day = draft.fold.meeting(item.meeting).date if item.meeting is not None else ""
    marked = _follows_from(draft, item.versions[0][1])
    return made_by(MatterId, draft.record(opened, effective=Effective(f"../{day}"), provenance=marked))


def _move(draft: Draft, item: Item, matter: MatterId) -> None:
    for _, number, said in item.versions:
        if isinstance(said, AgendaItemAdded | AgendaItemChanged) and said.matter is not None and said.matter != matter:
            replacement = msgspec.structs.replace(said, matter=matter)
            correction = EntryCorrected(entry=number, replacement=replacement, reason=_REASON, authority=BY_SOURCE)
            draft.record(correction, provenance=_follows_from(draft, number))


def _follows_from(draft: Draft, number: int) -> Provenance | None:
    """Return the mark of what follows from the document that an entry was taken from."""
    entry = draft.history.entry(number)
    source = entry.provenance.source if entry is not None and entry.provenance is not None else None
    return inferred_from(source, "matter") if source is not None else None
