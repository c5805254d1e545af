"""Whether anything that the minutes of a meeting tell was changed after they were approved."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from events.catalogue import AnyEvent, MinutesApproved, MinutesIssued, MinutesSigned, RemarkRecorded
from events.entry import Entry
from events.ids import MeetingId, made_by
from governance.history import amendments_in
from governance.state.fold import Fold, Meeting
from governance.state.publishing.meetings import minutes_meant
from governance.travelling.topics import said, target

_ABOUT_THE_MINUTES = (MinutesIssued, MinutesSigned, RemarkRecorded)


class SinceApproved(msgspec.Struct, frozen=True):
    """What became of the minutes of a meeting: the entries that issued and ``approved`` them, None where none did, the
    numbers of the amendments that the approval ``took_in``, and what was ``changed`` since they were issued and not taken in.
    """

    meeting: MeetingId
    day: str
    issued: int | None
    approved: int | None
    took_in: tuple[int, ...]
    changed: tuple[Entry, ...]

    @property
    def after_approval(self) -> tuple[Entry, ...]:
        """Those of the changes that were recorded after the approval."""
        return tuple(entry for entry in self.changed if self.approved is not None and entry.number > self.approved)


def since_approved(fold: Fold, entries: Iterable[Entry], meeting: Meeting) -> SinceApproved:
    """Return what became of the minutes of a meeting. ``entries`` are those that tell of it, as they were recorded, in order,
    and ``fold`` what they add up to.
    """
    recorded = list(entries)
    by_number = {entry.number: entry for entry in recorded}
    issued = _last(recorded, fold, lambda event: isinstance(event, MinutesIssued) and event.meeting == meeting.id)
    approved = _last(
        recorded, fold, lambda event: isinstance(event, MinutesApproved) and minutes_meant(fold, event) is meeting
    )
    approval = approved.event if approved is not None else None
    took_in = approval.corrections if isinstance(approval, MinutesApproved) else ()
    through = meeting.issued_through
    changed = (
        ()
        if through is None
        else tuple(
            entry
            for entry in recorded
            if entry.number > through and entry.number not in took_in and _changes(entry, meeting, by_number)
        )
    )
    return SinceApproved(meeting.id, meeting.date, _number(issued), _number(approved), tuple(took_in), changed)


def _last(entries: list[Entry], fold: Fold, is_meant: Callable[[AnyEvent], bool]) -> Entry | None:
    amendments = amendments_in(entries)
    found = [entry for entry in entries if entry.number not in fold.struck and is_meant(entry.event)]
    standing = [held for entry in found if (held := amendments.in_force(entry)) is not None]
    return standing[-1] if standing else None


def _number(entry: Entry | None) -> int | None:
    return entry.number if entry is not None else None


def _changes(entry: Entry, meeting: Meeting, by_number: Mapping[int, Entry]) -> bool:
    event = entry.event
    amended = target(event)
    if amended is None:
        return not isinstance(event, _ABOUT_THE_MINUTES) and _is_told(entry.number, event, meeting)
    of = by_number.get(amended)
    told = of is not None and not isinstance(of.event, _ABOUT_THE_MINUTES) and _is_told(amended, of.event, meeting)
    return told or _is_told(amended, said(event), meeting)


def _is_told(number: int, event: AnyEvent, meeting: Meeting) -> bool:
    """Tell whether the minutes of a meeting tell an event: of the meeting itself, or of an item on its agenda."""
    if event.introduces is MeetingId:
        return made_by(MeetingId, number) == meeting.id
    return getattr(event, "meeting", None) == meeting.id or getattr(event, "item", None) in meeting.items
