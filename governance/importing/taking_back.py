"""Taking back a document: what was taken over from it counts no more, as if it had never been."""

from collections.abc import Iterable, Sequence

import msgspec

from events.catalogue import (
    AgendaItemAdded,
    AgendaItemChanged,
    Correctable,
    CouncilEstablished,
    EntryCorrected,
    EntryStruck,
    ExternalBodyRegistered,
    MatterOpened,
    MeetingRescheduled,
    MeetingScheduled,
    PersonRegistered,
)
from events.entry import Entry
from events.errors import N_, ReferatError
from events.moments import Effective
from governance.history import Recorded
from governance.importing.drafting import Draft
from governance.importing.inference import BY_SOURCE, reconciled, rosters_in
from governance.importing.marking import Marks
from governance.language import _
from governance.rules.act import Act
from governance.rules.record import StrikeRefused
from governance.state.fold import Fold

_REASON = "Dokumentet er taget tilbage."
_SHARED = (PersonRegistered, ExternalBodyRegistered, MatterOpened)
"""Names that other documents may use too; they state nothing of a meeting and stand as long as they are used."""


class NothingToTakeBack(ReferatError):
    """Nothing in force was taken over from the document."""

    exit_code = 7


def sources_in(entries: Iterable[Entry]) -> set[str]:
    """Return the SHA-256 of every document that entries were taken over from."""
    return {entry.provenance.source for entry in entries if entry.provenance is not None}


class TakingBack:
    """The plan to take back a document. After it: ``struck`` entries, and ``kept`` ones with the reason."""

    def __init__(self, book: str, source: str, reason: str | None, today: str) -> None:
        self._book, self._source, self._reason, self._today = book, source, reason or _REASON, today
        self.struck = 0
        self.kept: list[tuple[int, str]] = []

    def plan(self, _fold: Fold, history: Recorded) -> Sequence[Act]:
        """Strike what the document said, hand over what others restated, and infer memberships anew."""
        self.struck, self.kept = 0, []
        draft = Draft(history, self._book, self._today)
        mine = [entry for entry in history.entries() if self._is_mine(entry) and entry.number not in draft.fold.struck]
        if not mine:
            raise NothingToTakeBack(
                N_("Nothing taken over from {source} is in force any more."), source=self._source[:12]
            )
        for entry in reversed(mine):
            self._take_back(draft, entry)
        marks = Marks(self._source)
        for event, effective in list(reconciled(draft.fold, rosters_in(draft.fold))):
            provenance = (
                None if isinstance(event, EntryStruck) else marks.at(None, "membership-inferred", inferred=True)
            )
            draft.record(event, effective=effective, provenance=provenance)
        return draft.acts

    def _is_mine(self, entry: Entry) -> bool:
        return (
            entry.provenance is not None
            and entry.provenance.source == self._source
            and not isinstance(entry.event, EntryStruck | CouncilEstablished)
        )

    def _take_back(self, draft: Draft, entry: Entry) -> None:
        try:
            draft.record(EntryStruck(entry=entry.number, reason=self._reason, authority=BY_SOURCE))
            self.struck += 1
        except StrikeRefused as refusal:
            if isinstance(entry.event, _SHARED):
                return
            handed = _handed_over(entry, draft)
            if handed is None:
                self.kept.append(
                    (
                        entry.number,
                        _("other entries build on it: {numbers}").format(
                            numbers=", ".join(map(str, refusal.dependents))
                        ),
                    )
                )
            else:
                draft.record(handed)
                self.struck += 1


def _handed_over(entry: Entry, draft: Draft) -> EntryCorrected | None:
    """Return the correction by which a meeting or item reads as the first other document states it, or None."""
    event = entry.event
    restated = MeetingRescheduled if isinstance(event, MeetingScheduled) else AgendaItemChanged
    if not isinstance(event, MeetingScheduled | AgendaItemAdded):
        return None
    identifier = f"{'m' if isinstance(event, MeetingScheduled) else 'i'}{entry.number}"
    for other in draft.history.since(entry.number):
        said = other.event
        if isinstance(said, restated) and identifier in (getattr(said, "meeting", None), getattr(said, "item", None)):
            if isinstance(said, MeetingRescheduled) and said.meeting != identifier:
                continue
            return EntryCorrected(
                entry=entry.number,
                replacement=_as_introduced(event, said),
                effective=Effective(other.effective) if other.effective else None,
                reason=_REASON,
                authority=BY_SOURCE,
            )
    return None


def _as_introduced(
    event: MeetingScheduled | AgendaItemAdded, said: MeetingRescheduled | AgendaItemChanged
) -> Correctable:
    shared = {
        name: getattr(said, name)
        for name in said.__struct_fields__
        if name in event.__struct_fields__ and name not in ("text", "told_in") and getattr(said, name) is not None
    }
    if isinstance(event, MeetingScheduled):
        return MeetingScheduled(**shared)
    return msgspec.structs.replace(event, **shared)
