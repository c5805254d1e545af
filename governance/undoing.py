"""Undoing and redoing one's own acts: an act is undone by striking its entries, redone by recording it anew.

What was done since the application was opened is kept as steps, newest last. Nothing is ever taken out of the book: the
entries, the strikes and the entries recorded anew all stay.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from events.catalogue import EntryCorrected, EntryStruck, WordsErased
from events.entry import Entry
from events.naming import introduced
from governance.history import Amendments, Recorded
from governance.importing.drafting import Draft
from governance.rules.act import Act
from governance.state.fold import Fold
from governance.striking import strike

_REASON = "Fortrudt."


@dataclass(frozen=True)
class Step:
    """Entries that were recorded together, and in which words the secretary knows them."""

    entries: tuple[Entry, ...]
    words: str


@dataclass
class Steps:
    """What one person did since the application was opened: ``done`` can be undone, ``undone`` redone, the last first."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def recorded(self, entries: Sequence[Entry], words: str) -> None:
        """Take in what was recorded, where it can be undone."""
        if can_be_undone(entries):
            self.done.append(Step(tuple(entries), words))
            self.undone.clear()

    def forget_struck(self, struck: frozenset[int]) -> None:
        """Leave out steps of which every entry was struck by other means."""
        self.done = [step for step in self.done if any(entry.number not in struck for entry in step.entries)]

    def was_undone(self, struck: Sequence[Entry]) -> None:
        """The newest step was undone; ``struck`` is what counted until then, with what built on it."""
        self.undone.append(Step(tuple(struck), self.done.pop().words))

    def was_redone(self, entries: Sequence[Entry]) -> None:
        """The step that was undone last was recorded anew, as these entries; what is still undone names them from now on."""
        step = self.undone.pop()
        ids = _new_ids(step.entries, entries)
        self.undone = [
            replace(
                held,
                entries=tuple(msgspec.structs.replace(one, event=_renamed(one.event, ids)) for one in held.entries),
            )
            for held in self.undone
        ]
        self.done.append(Step(tuple(entries), step.words))


def can_be_undone(entries: Sequence[Entry]) -> bool:
    """Tell whether what was recorded is a step: a strike is never struck, and an erased word does not come back."""
    return bool(entries) and not any(isinstance(entry.event, EntryStruck | WordsErased) for entry in entries)


def undo(book: str, today: str, step: Step, *, with_dependents: bool = False) -> "Undoing":
    """Return the plan that strikes what a step recorded, the newest entry first."""
    return Undoing(book, today, step, with_dependents)


def struck_by(strikes: Sequence[Entry], recorded: Iterable[Entry], before: Amendments) -> list[Entry]:
    """Return what some strikes took out of the book, as it read until then: what is to be recorded anew to have it back.

    A correction of what was struck too is left out; what it corrected reads as corrected.
    """
    numbers = {entry.event.entry for entry in strikes if isinstance(entry.event, EntryStruck)}
    taken = [before.in_force(entry) or entry for entry in recorded if entry.number in numbers]
    return [one for one in taken if not (isinstance(one.event, EntryCorrected) and one.event.entry in numbers)]


@dataclass(frozen=True)
class Undoing:
    """Strikes the entries of a step. Raises StrikeRefused where later entries build on them and are not to go with them."""

    book: str
    today: str
    step: Step
    with_dependents: bool = False

    def __call__(self, _fold: Fold, history: Recorded) -> Sequence[Act]:
        """Return the strikes."""
        draft = Draft(history, self.book, self.today)
        for entry in reversed(self.step.entries):
            if entry.number not in draft.fold.struck:
                event = EntryStruck(entry=entry.number, reason=_REASON)
                strike(draft, event, all_of_them=self.with_dependents)
        return draft.acts


def redo(book: str, today: str, step: Step) -> "Redoing":
    """Return the plan that records anew what a step that was undone had recorded."""
    return Redoing(book, today, step)


@dataclass(frozen=True)
class Redoing:
    """Records the entries of a step anew, as the rules allow it now; what they introduced gets new ids, and they name each
    other by those. Raises as ``decide``.
    """

    book: str
    today: str
    step: Step

    def __call__(self, _fold: Fold, history: Recorded) -> Sequence[Act]:
        """Return the acts."""
        renamed: dict[str, str] = {}
        draft = Draft(history, self.book, self.today)
        for entry in self.step.entries:
            event = _renamed(entry.event, renamed)
            number = draft.record(event, effective=entry.effective, provenance=entry.provenance)
            renamed |= dict(zip(introduced(entry.event, entry.number), introduced(event, number), strict=True))
        return draft.acts


def _new_ids(before: Sequence[Entry], after: Sequence[Entry]) -> dict[str, str]:
    """Return under which ids entries that were recorded anew introduce what they introduced before."""
    ids: dict[str, str] = {}
    if [type(entry.event) for entry in before] != [type(entry.event) for entry in after]:
        return ids
    for old, new in zip(before, after, strict=True):
        ids |= dict(zip(introduced(old.event, old.number), introduced(new.event, new.number), strict=True))
    return ids


def _renamed(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, msgspec.Struct):
        changed = {name: _renamed(getattr(value, name), ids) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(_renamed(one, ids) for one in value)
    return ids.get(value, value) if isinstance(value, str) else value
