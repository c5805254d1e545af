"""Folding: who was there, when and as what, breaks, and who is inhabil."""

from events.catalogue import (
    AttendanceRecorded,
    AttendanceStatus,
    DisqualificationDecided,
    DisqualificationRaised,
    GuestAttended,
    MeetingInterrupted,
    MeetingResumed,
    MemberArrived,
    MemberLeft,
)
from events.entry import Entry
from events.ids import ItemId, MeetingId
from governance.state.evolving.statements import told_at_meeting, told_under_item
from governance.state.fold import Fold
from governance.state.proceedings import Disqualification, Interruption, Movement, time_of

ROSTER_RULE = "attendance.roster"
"""The rule of an import that read a list of all members, those absent included."""


def attendance_recorded(fold: Fold, event: AttendanceRecorded, entry: Entry) -> None:
    """A member was there, excused, or away."""
    meeting = fold.meeting(event.meeting)
    meeting.attendance[event.person] = event.status
    if event.party is not None:
        meeting.parties[event.person] = event.party
    meeting.reasons.pop(event.person, None)
    if event.reason is not None:
        meeting.reasons[event.person] = event.reason
    if entry.provenance is not None and entry.provenance.rule == ROSTER_RULE:
        meeting.roster = True


def member_moved(fold: Fold, event: MemberArrived | MemberLeft, entry: Entry) -> None:
    """A member came or went, and so was there."""
    meeting = fold.meeting(event.meeting)
    meeting.attendance.setdefault(event.person, AttendanceStatus.PRESENT)
    movement = Movement(isinstance(event, MemberArrived), time_of(entry.effective), event.item)
    meeting.movements.setdefault(event.person, []).append(movement)


def guest_attended(fold: Fold, event: GuestAttended, _entry: Entry) -> None:
    """Somebody was there who is no member."""
    fold.meeting(event.meeting).guests.append(event)


def meeting_interrupted(fold: Fold, event: MeetingInterrupted, entry: Entry) -> None:
    """The meeting pauses."""
    _told(fold, event, entry, event.meeting, event.item)
    fold.meeting(event.meeting).interruptions.append(Interruption(entry.effective, event.item))


def meeting_resumed(fold: Fold, event: MeetingResumed, entry: Entry) -> None:
    """The meeting goes on."""
    _told(fold, event, entry, event.meeting, event.item)
    interruptions = fold.meeting(event.meeting).interruptions
    if interruptions and not interruptions[-1].resumed:
        last = interruptions[-1]
        last.resumed, last.ended, last.resumed_in = True, entry.effective, event.item


def disqualification_raised(fold: Fold, event: DisqualificationRaised, entry: Entry) -> None:
    """It is asked whether a member is inhabil."""
    told_under_item(fold, event, entry, event.item)
    held = fold.item(event.item).disqualifications.setdefault(event.person, Disqualification())
    held.reason = event.reason or held.reason


def disqualification_decided(fold: Fold, event: DisqualificationDecided, entry: Entry) -> None:
    """A member is inhabil, or not."""
    told_under_item(fold, event, entry, event.item)
    held = fold.item(event.item).disqualifications.setdefault(event.person, Disqualification())
    held.disqualified = event.disqualified


def _told(
    fold: Fold, event: MeetingInterrupted | MeetingResumed, entry: Entry, meeting: MeetingId, item: ItemId | None
) -> None:
    if item is None:
        told_at_meeting(fold, event, entry, meeting)
    else:
        told_under_item(fold, event, entry, item)
