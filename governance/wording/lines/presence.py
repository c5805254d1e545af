"""One line for each act: who was there and when, breaks, and who is inhabil."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AttendanceRecorded,
    AttendanceStatus,
    DisqualificationDecided,
    DisqualificationRaised,
    Event,
    GuestAttended,
    GuestRole,
    MeetingInterrupted,
    MeetingResumed,
    MemberArrived,
    MemberLeft,
)
from governance.language import _
from governance.state.fold import Fold
from governance.wording.speaking import item, meeting, person, quoted


def _attendance(fold: Fold, event: AttendanceRecorded) -> str:
    said = {
        AttendanceStatus.PRESENT: _("{name} was present on {day}"),
        AttendanceStatus.APOLOGY: _("{name} sent an apology for {day}"),
        AttendanceStatus.ABSENT: _("{name} was absent on {day}"),
    }[event.status]
    return said.format(name=person(fold, event.person), day=meeting(fold, event.meeting))


def _arrived(fold: Fold, event: MemberArrived) -> str:
    name = person(fold, event.person)
    if event.item is not None:
        return _("{name} came as {item} began").format(name=name, item=item(fold, event.item))
    return _("{name} came late to the meeting of {day}").format(name=name, day=meeting(fold, event.meeting))


def _left(fold: Fold, event: MemberLeft) -> str:
    name = person(fold, event.person)
    if event.item is not None:
        return _("{name} left after {item}").format(name=name, item=item(fold, event.item))
    return _("{name} left the meeting of {day} early").format(name=name, day=meeting(fold, event.meeting))


def _guest(fold: Fold, event: GuestAttended) -> str:
    said = {
        GuestRole.GUEST: _("{name} was a guest: {where}"),
        GuestRole.OBSERVER: _("{name} was an observer: {where}"),
        GuestRole.PRESENTER: _("{name} was there to present: {where}"),
        GuestRole.ADMINISTRATION: _("{name} was there from the administration: {where}"),
    }[event.role]
    where = item(fold, event.item) if event.item is not None else meeting(fold, event.meeting)
    return said.format(name=person(fold, event.person), where=where)


def _interrupted(fold: Fold, event: MeetingInterrupted) -> str:
    if event.item is not None:
        return _("{item}: meeting interrupted").format(item=item(fold, event.item))
    return _("Meeting of {day} interrupted").format(day=meeting(fold, event.meeting))


def _resumed(fold: Fold, event: MeetingResumed) -> str:
    if event.item is not None:
        return _("{item}: meeting resumed").format(item=item(fold, event.item))
    return _("Meeting of {day} resumed").format(day=meeting(fold, event.meeting))


def _raised(fold: Fold, event: DisqualificationRaised) -> str:
    said = _("{item}: raised whether {name} is inhabil")
    return said.format(item=item(fold, event.item), name=person(fold, event.person)) + quoted(event.reason)


def _decided(fold: Fold, event: DisqualificationDecided) -> str:
    said = _("{item}: {name} declared inhabil") if event.disqualified else _("{item}: {name} found not inhabil")
    return said.format(item=item(fold, event.item), name=person(fold, event.person))


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    AttendanceRecorded: _attendance,
    MemberArrived: _arrived,
    MemberLeft: _left,
    GuestAttended: _guest,
    MeetingInterrupted: _interrupted,
    MeetingResumed: _resumed,
    DisqualificationRaised: _raised,
    DisqualificationDecided: _decided,
}
