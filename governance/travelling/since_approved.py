"""Whether anything that the minutes of a meeting tell was changed after they were approved."""

from collections.abc import Callable, Iterable

import msgspec

from events.catalogue import (
    AnyEvent,
    EntryCorrected,
    EntryStruck,
    ExternalBodyRegistered,
    MinutesApproved,
    MinutesIssued,
    MinutesSigned,
    PersonRegistered,
    RemarkRecorded,
    WordsErased,
)
from events.entry import Entry
from events.ids import MeetingId, made_by
from events.naming import introduced, names
from events.words import ACTOR
from governance.history import amendments_in
from governance.state.fold import Fold, Meeting
from governance.state.publishing.meetings import minutes_meant
from governance.travelling.topics import changed_entry, said

_ABOUT_THE_MINUTES = (MinutesIssued, MinutesSigned, RemarkRecorded)


class SinceApproved(msgspec.Struct, frozen=True):
    """What became of the minutes of a meeting: the entries that issued and ``approved`` them, None where none did, the
    numbers of the amendments that the approval ``took_in``, and what was ``changed`` or erased since they were issued and not
    taken in. Where they were approved more than once the last one counts, and ``first_approved`` is the first.
    """

    meeting: MeetingId
    day: str
    issued: int | None
    approved: int | None
    took_in: tuple[int, ...]
    changed: tuple[Entry, ...]
    first_approved: int | None = None

    @property
    def after_approval(self) -> tuple[Entry, ...]:
        """Those of the changes that were recorded after the approval."""
        return tuple(entry for entry in self.changed if self.approved is not None and entry.number > self.approved)

    @property
    def between_approvals(self) -> tuple[int, ...]:
        """The entries that changed minutes between the first approval and the last, taken in by the last or not."""
        if self.first_approved is None or self.approved is None:
            return ()
        numbers = {entry.number for entry in self.changed} | set(self.took_in)
        return tuple(sorted(number for number in numbers if self.first_approved < number < self.approved))


def since_approved(fold: Fold, entries: Iterable[Entry], meeting: Meeting) -> SinceApproved:
    """Return what became of the minutes of a meeting. ``entries`` are those that tell of it, as they were recorded, in order,
    and ``fold`` what they add up to.
    """
    recorded = list(entries)
    told = _Told(meeting, recorded)
    issued = _last(
        _meant(recorded, fold, lambda event: isinstance(event, MinutesIssued) and event.meeting == meeting.id)
    )
    approvals = _meant(
        recorded, fold, lambda event: isinstance(event, MinutesApproved) and minutes_meant(fold, event) is meeting
    )
    approved = _last(approvals)
    approval = approved.event if approved is not None else None
    took_in = approval.corrections if isinstance(approval, MinutesApproved) else ()
    through = meeting.issued_through
    changed = (
        ()
        if through is None
        else tuple(
            entry
            for entry in recorded
            if entry.number > through and entry.number not in took_in and told.is_changed_by(entry)
        )
    )
    first = _number(approvals[0]) if approvals else None
    return SinceApproved(meeting.id, meeting.date, _number(issued), _number(approved), tuple(took_in), changed, first)


def _meant(entries: list[Entry], fold: Fold, is_meant: Callable[[AnyEvent], bool]) -> list[Entry]:
    amendments = amendments_in(entries)
    found = [entry for entry in entries if entry.number not in fold.struck and is_meant(entry.event)]
    return [held for entry in found if (held := amendments.in_force(entry)) is not None]


def _last(entries: list[Entry]) -> Entry | None:
    return entries[-1] if entries else None


def _number(entry: Entry | None) -> int | None:
    return entry.number if entry is not None else None


class _Told:
    """What the minutes of a meeting tell, by the entries that tell of it, as they were recorded."""

    def __init__(self, meeting: Meeting, entries: Iterable[Entry]) -> None:
        self._meeting = meeting
        self._by_number = {entry.number: entry for entry in entries}
        self._named = {
            name
            for entry in self._by_number.values()
            if self._tells(entry.number, said(entry.event))
            for name in names(entry.event)
        }

    def is_changed_by(self, entry: Entry) -> bool:
        """Tell whether an entry adds to what the minutes tell, or changes or erases some of it."""
        event = entry.event
        if isinstance(event, _ABOUT_THE_MINUTES):
            return False
        changed = self._by_number.get(changed_entry(event) or 0)
        if isinstance(event, WordsErased):
            return (
                changed is not None and any(map(_is_of_the_minutes(changed), event.fields)) and self._is_told(changed)
            )
        told = changed is not None and self._is_told(changed)
        adds = not isinstance(said(event), _ABOUT_THE_MINUTES) and self._tells(
            changed_entry(event) or entry.number, said(event)
        )
        return told or adds

    def _is_told(self, entry: Entry) -> bool:
        """Tell whether the minutes tell what an entry says, or let it say of another, or name whom it gives a name."""
        event = entry.event
        if isinstance(event, EntryCorrected):
            corrected = self._by_number.get(event.entry)
            return self._tells(event.entry, event.replacement) or (corrected is not None and self._is_told(corrected))
        if isinstance(event, PersonRegistered | ExternalBodyRegistered):
            return not self._named.isdisjoint(introduced(event, entry.number))
        return not isinstance(event, _ABOUT_THE_MINUTES) and self._tells(entry.number, event)

    def _tells(self, number: int, event: AnyEvent) -> bool:
        """Tell whether an event is of the meeting itself, or of an item on its agenda."""
        meeting = self._meeting
        if event.introduces is MeetingId:
            return made_by(MeetingId, number) == meeting.id
        return getattr(event, "meeting", None) == meeting.id or getattr(event, "item", None) in meeting.items


def _is_of_the_minutes(entry: Entry) -> Callable[[str], bool]:
    """Return what tells of the pointers of an entry's words which of them minutes tell: not who recorded it, nor why."""
    amending = isinstance(entry.event, EntryStruck | EntryCorrected)
    return lambda pointer: pointer != ACTOR and not (amending and pointer == "/event/reason")
