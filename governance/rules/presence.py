"""Rules about who is there, when and as what, breaks in a meeting, and who is inhabil."""

from itertools import pairwise

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
from events.errors import N_
from events.moments import Effective
from governance.rules import known
from governance.rules.act import RuleRefused, TimeRefused
from governance.state.fold import Fold, Meeting
from governance.state.proceedings import Movement, time_of
from governance.state.publishing.people import is_member
from governance.state.publishing.presence import in_order


def attendance_recorded(fold: Fold, event: AttendanceRecorded, _when: Effective | None) -> AttendanceRecorded:
    """Attendance is that of members; who is there has no reason to be away."""
    meeting = known.meeting_that_counts(fold, event.meeting)
    name = known.seated_on(fold, event.person, meeting.date)
    if event.reason is not None and event.status is AttendanceStatus.PRESENT:
        raise RuleRefused(N_("{name} was present; leave out the reason for being away."), name=name)
    return event


def member_arrived(fold: Fold, event: MemberArrived, when: Effective | None) -> MemberArrived:
    """Who comes was not there before."""
    _moved(fold, event, Movement(True, time_of(when), event.item))
    return event


def member_left(fold: Fold, event: MemberLeft, when: Effective | None) -> MemberLeft:
    """Who goes was there before."""
    _moved(fold, event, Movement(False, time_of(when), event.item))
    return event


def _moved(fold: Fold, event: MemberArrived | MemberLeft, movement: Movement) -> None:
    meeting = known.meeting_that_counts(fold, event.meeting)
    known.item_of(fold, event.item, event.meeting)
    name = known.seated_on(fold, event.person, meeting.date)
    if meeting.attendance.get(event.person, AttendanceStatus.PRESENT) is not AttendanceStatus.PRESENT:
        raise RuleRefused(
            N_("{name} stands as absent from the meeting of {date}. Record first that {name} was present."),
            name=name,
            date=meeting.date,
        )
    if movement.time is None and movement.item is None:
        raise TimeRefused(
            N_("Say when {name} came or left: at what time, or at which item."),
            name=name,
        )
    movements = in_order(fold, meeting, [*meeting.movements.get(event.person, []), movement])
    for one, other in pairwise(movements):
        if one.arrived and other.arrived:
            raise RuleRefused(N_("{name} has come already. Record first when {name} left."), name=name)
        if not one.arrived and not other.arrived:
            raise RuleRefused(N_("{name} has left already. Record first when {name} came back."), name=name)


def guest_attended(fold: Fold, event: GuestAttended, _when: Effective | None) -> GuestAttended:
    """A guest is no member, and is named once for the meeting or for an item."""
    meeting = known.meeting_that_counts(fold, event.meeting)
    known.item_of(fold, event.item, event.meeting)
    name = known.person(fold, event.person)
    if is_member(fold.memberships.get(event.person, []), meeting.date):
        raise RuleRefused(
            N_("{name} is a member on {day} and no guest. Record AttendanceRecorded instead."),
            name=name,
            day=meeting.date,
        )
    if any(held.person == event.person and held.item == event.item for held in meeting.guests):
        raise RuleRefused(N_("{name} stands among the guests already."), name=name)
    return event


def meeting_interrupted(fold: Fold, event: MeetingInterrupted, _when: Effective | None) -> MeetingInterrupted:
    """Only a meeting that is going on can be interrupted."""
    meeting = _begun(fold, event)
    if _is_interrupted(meeting):
        raise RuleRefused(N_("The meeting is interrupted already. Record first when it went on: MeetingResumed."))
    return event


def meeting_resumed(fold: Fold, event: MeetingResumed, _when: Effective | None) -> MeetingResumed:
    """Only an interrupted meeting goes on."""
    if not _is_interrupted(_begun(fold, event)):
        raise RuleRefused(N_("The meeting is not interrupted. Record first when it was: MeetingInterrupted."))
    return event


def _begun(fold: Fold, event: MeetingInterrupted | MeetingResumed) -> Meeting:
    meeting = known.meeting_that_counts(fold, event.meeting)
    known.item_of(fold, event.item, event.meeting)
    if meeting.opened is None:
        raise RuleRefused(N_("The meeting has not been opened; it cannot be interrupted."))
    return meeting


def _is_interrupted(meeting: Meeting) -> bool:
    return bool(meeting.interruptions) and not meeting.interruptions[-1].resumed


def disqualification_raised(
    fold: Fold, event: DisqualificationRaised, _when: Effective | None
) -> DisqualificationRaised:
    """It is raised of a member, once under an item."""
    name = _seated(fold, event)
    if event.person in fold.item(event.item).disqualifications:
        raise RuleRefused(N_("It has been raised already whether {name} is inhabil under this item."), name=name)
    return event


def disqualification_decided(
    fold: Fold, event: DisqualificationDecided, _when: Effective | None
) -> DisqualificationDecided:
    """It is decided of a member, once under an item, whether it was raised in so many words or not."""
    name = _seated(fold, event)
    held = fold.item(event.item).disqualifications.get(event.person)
    if held is not None and held.disqualified is not None:
        raise RuleRefused(
            N_("It has been decided already whether {name} is inhabil under this item. Correct that entry instead."),
            name=name,
        )
    return event


def _seated(fold: Fold, event: DisqualificationRaised | DisqualificationDecided) -> str:
    known.item(fold, event.item)
    meeting = fold.meeting_of(event.item)
    return known.seated_on(fold, event.person, meeting.date if meeting is not None else "")
