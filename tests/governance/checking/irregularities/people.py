"""Irregular seats: too few members, a stand-in out of turn, a member too early, one held to be inhabil who was away."""

from datetime import date, timedelta

from events.catalogue import (
    AttendanceRecorded,
    AttendanceStatus,
    DisqualificationDecided,
    LeaveEnded,
    LeaveGranted,
    MeetingKind,
    MemberAppointed,
    MembershipEnded,
    MemberWelcomed,
    StandInCalled,
    VoteHeld,
)
from events.ids import PersonId
from governance.state.fold import Meeting
from governance.state.publishing.offices import offices, stand_ins
from governance.state.publishing.people import is_member
from governance.state.terms import lasts
from tests.governance.checking.planting import Garden, Planted


def absent_held_to_be_inhabil(garden: Garden) -> Planted:
    """It is decided of a member who sent an apology."""
    meeting, person = next(
        (one, person)
        for one in garden.free()
        for person, status in one.attendance.items()
        if status is AttendanceStatus.APOLOGY
    )
    garden.take(meeting)
    number = garden.adds(DisqualificationDecided(item=meeting.items[-1], person=person, disqualified=True))
    return Planted("absent-disqualified", meeting.id, [number, garden.attended(meeting, person)])


def below_the_legal_minimum(garden: Garden) -> Planted:
    """Between two meetings so many leave that fewer than seven are left, until others follow."""
    day, back = "2023-06-20", "2023-06-30"
    in_office = {held.person for held in offices(garden.fold) if lasts(held.from_, held.until, held.to, day)}
    leaving = [one for one in _members(garden, day) if one not in in_office][:4]
    numbers = [garden.adds(MembershipEnded(person=person), day) for person in leaving]
    for person in leaving:
        garden.adds(MemberAppointed(person=person, until="2025-12-31"), back)
    return Planted("too-few-members", None, numbers)


def _members(garden: Garden, day: str) -> list[PersonId]:
    return [
        person
        for person, facts in garden.fold.memberships.items()
        if is_member(facts, day, garden.fold.reappointments.get(person, ()))
        and all(getattr(fact.said, "votes", True) for fact in facts)
    ]


def stand_in_out_of_order(garden: Garden) -> Planted:
    """While a member is on leave the second on the list is called in."""
    day, back = "2024-06-20", "2024-06-30"
    listed = [one for one in stand_ins(garden.fold) if lasts(one.from_, None, one.to, day)]
    firsts = {one.of for one in listed if one.position == 1}
    settled = {_list_of(garden, one): one for one in _members(garden, day) if one not in garden.fold.leaves}
    second = next(one for one in listed if one.position == 2 and one.of in firsts & settled.keys())
    member = settled[second.of]
    garden.adds(LeaveGranted(person=member), day)
    number = garden.adds(StandInCalled(person=second.person, member=member), day)  # type: ignore[arg-type]
    garden.adds(LeaveEnded(person=member), back)
    return Planted("stand-in-out-of-order", None, [number])


def _list_of(garden: Garden, member: PersonId) -> str | None:
    said = [fact.said for fact in garden.fold.memberships[member] if isinstance(fact.said, MemberAppointed)]
    return said[-1].party or said[-1].organisation


def acted_early(garden: Garden) -> Planted:
    """A member sits at a meeting before the appointment takes effect."""
    for entry in garden.entries:
        event = entry.event
        if not isinstance(event, MemberAppointed) or not event.votes or (entry.effective or "") < "2015":
            continue
        meeting = next(one for one in garden.held() if one.date >= (entry.effective or ""))
        attended = meeting.attendance.get(event.person) is AttendanceStatus.PRESENT
        if meeting not in garden.free() or not attended or _does_more(garden, meeting, event.person):
            continue
        garden.take(meeting)
        day = (date.fromisoformat(meeting.date) + timedelta(days=3)).isoformat()
        garden.corrects(entry, event, day)
        numbers = [
            one.number
            for one in garden.entries
            if isinstance(one.event, AttendanceRecorded)
            and (one.event.meeting, one.event.person) == (meeting.id, event.person)
        ]
        return Planted("acted-before-appointment", meeting.id, [*numbers, entry.number])
    raise LookupError


def _does_more(garden: Garden, meeting: Meeting, person: PersonId) -> bool:
    """Tell whether votes were counted at a meeting, or a person did more there than attend."""
    acts = [entry.event for entry in garden.entries if garden.meeting_of(entry.event) is meeting]
    counted = any(isinstance(event, VoteHeld) and not event.unanimous for event in acts)
    more = (event for event in acts if not isinstance(event, AttendanceRecorded | MemberWelcomed))
    named = any(person in (getattr(event, "person", None), getattr(event, "proposed_by", None)) for event in more)
    return counted or named or meeting.kind is MeetingKind.INAUGURAL
