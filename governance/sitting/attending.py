"""Attendance while the meeting goes on: who is expected, how each stands to the meeting, and what a change records."""

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from events.catalogue import AnyEvent, AttendanceRecorded, AttendanceStatus, MemberArrived, MemberLeft, StandInCalled
from events.ids import MeetingId, PersonId, introducing_entry
from governance.checking.seating import Seating
from governance.importing.drafting import Draft
from governance.sitting.hours import effective_at
from governance.sitting.room import is_there, rules_of
from governance.sitting.together import Deed
from governance.state.fold import Fold, Meeting
from governance.state.publishing.offices import stand_ins

As = Literal["member", "attached", "stand-in", "guest"]


class Attendee(msgspec.Struct, frozen=True):
    """Somebody who is expected or there. ``status`` is None where nothing is recorded; ``there`` is in the room now.

    ``stands_in_for`` names the member in whose seat a stand-in sits.
    """

    person: PersonId
    name: str
    party: str | None
    as_: As
    status: AttendanceStatus | None
    there: bool
    stands_in_for: str | None = None


def attendees(fold: Fold, identifier: MeetingId) -> tuple[Attendee, ...]:
    """Return who is expected at a meeting or there: members, those attached, stand-ins, guests."""
    meeting = fold.meetings[identifier]
    seating = Seating(fold)
    held = seating.on(meeting.date, continues=rules_of(fold, meeting).values.continues_until_successor is True)
    called = {call.person: call.member for call in seating.stand_ins(meeting)}
    found: dict[PersonId, As] = {}
    _seat(found, held.members | held.maybe, "member")
    _seat(found, held.attached, "attached")
    _seat(found, called, "stand-in")
    _seat(found, meeting.attendance, "member")
    _seat(found, [guest.person for guest in meeting.guests], "guest")
    return tuple(_attendee(fold, meeting, person, as_, called.get(person)) for person, as_ in found.items())


def attend(meeting: MeetingId, statuses: Mapping[PersonId, AttendanceStatus]) -> Deed:
    """Return the deed that records how people stand to a meeting, where that is not what the book says already."""

    def deed(draft: Draft) -> None:
        held = draft.fold.meetings[meeting].attendance
        for person, status in statuses.items():
            if held.get(person) is not status:
                draft.record(AttendanceRecorded(meeting=meeting, person=person, status=status))

    return deed


def come_or_go(meeting: MeetingId, person: PersonId, time: str) -> Deed:
    """Return the deed that records that somebody left, or came, at a time of day; who stood as away was there after all."""

    def deed(draft: Draft) -> None:
        held = draft.fold.meetings[meeting]
        there = is_there(draft.fold, held, person)
        when = effective_at(held.date, time)
        if not there and held.attendance.get(person) is not AttendanceStatus.PRESENT:
            draft.record(AttendanceRecorded(meeting=meeting, person=person, status=AttendanceStatus.PRESENT))
        moved: AnyEvent = (
            MemberLeft(meeting=meeting, person=person) if there else MemberArrived(meeting=meeting, person=person)
        )
        draft.record(moved, effective=when)

    return deed


def call_in(meeting: MeetingId, person: PersonId, member: PersonId) -> Deed:
    """Return the deed that calls a stand-in in for a member who sends an apology, and has the stand-in there."""

    def deed(draft: Draft) -> None:
        held = draft.fold.meetings[meeting].attendance
        if held.get(member) in (None, AttendanceStatus.PRESENT):
            draft.record(AttendanceRecorded(meeting=meeting, person=member, status=AttendanceStatus.APOLOGY))
        draft.record(StandInCalled(person=person, member=member, meeting=meeting))
        draft.record(AttendanceRecorded(meeting=meeting, person=person, status=AttendanceStatus.PRESENT))

    return deed


def listed_stand_ins(fold: Fold, meeting: Meeting) -> tuple[PersonId, ...]:
    """Return who stands on a list of stand-ins and is not called in yet, in the order of the lists."""
    called = {call.person for call in Seating(fold).stand_ins(meeting)}
    listed = [held for held in stand_ins(fold) if held.to is None or held.to > meeting.date]
    people = dict.fromkeys(PersonId(held.person) for held in sorted(listed, key=lambda held: held.position))
    return tuple(person for person in people if person not in called)


def _seat(found: dict[PersonId, As], people: Iterable[PersonId], as_: As) -> None:
    for person in sorted(people, key=introducing_entry):
        found.setdefault(person, as_)


def _attendee(fold: Fold, meeting: Meeting, person: PersonId, as_: As, member: PersonId | None) -> Attendee:
    parties = [fact.party for fact in fold.memberships.get(person, []) if fact.party]
    return Attendee(
        person=person,
        name=fold.persons.get(person, str(person)),
        party=parties[-1] if parties else None,
        as_=as_,
        status=meeting.attendance.get(person),
        there=as_ == "guest" or is_there(fold, meeting, person),
        stands_in_for=fold.persons.get(member) if member is not None else None,
    )
