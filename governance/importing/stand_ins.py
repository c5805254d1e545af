"""Taking over who stood in for whom. It is recorded before their attendance and votes: only who has a seat has those."""

from events.catalogue import AttendanceRecorded, AttendanceStatus, NoteWritten, StandInCalled
from events.ids import ItemId, MeetingId, PersonId
from governance.documents.model import Attendee
from governance.documents.reading.comings import stand_in_line
from governance.importing.taking import Call, Taking
from governance.state.evolving.presence import ROSTER_RULE
from governance.state.publishing.people import is_member


def find_calls(taking: Taking, meeting: MeetingId) -> None:
    """Find out who stood in for whom; where a name means nobody, the line is kept as a note."""
    for said in taking.document.stand_ins:
        person, member = taking.resolver.outsider(said.name), taking.resolver.outsider(said.member)
        if person is not None and member is not None:
            taking.calls.append(Call(person, member, said))
            continue
        taking.problems.append(taking.resolver.unknown_person(said.name if person is None else said.member, None))
        taking.attempt(NoteWritten(meeting=meeting, text=stand_in_line(said)), None, "note")


def members_listed(taking: Taking, listed: dict[PersonId, str | None]) -> dict[PersonId, str | None]:
    """Return who was a member by a list of who was there: without stand-ins, with those for whom they stood in."""
    stand_ins = {call.person for call in taking.calls if not _is_known_member(taking, call.person)}
    members = {call.member: None for call in taking.calls}
    return {person: party for person, party in (members | listed).items() if person not in stand_ins}


def _is_known_member(taking: Taking, person: PersonId) -> bool:
    """Tell whether a person is a member by more than lists."""
    facts = [fact for fact in taking.fold.memberships.get(person, []) if not fact.inferred]
    return is_member(facts, taking.day, taking.fold.reappointments.get(person, []))


def take_members(taking: Taking, meeting: MeetingId, attendees: list[tuple[Attendee, PersonId]]) -> None:
    """Record who was there. Who stood in under an item only waits for it."""
    throughout = [call for call in taking.calls if call.said.item is None]
    _take(taking, meeting, throughout, None)
    seated = {call.person for call in throughout}
    waiting = {call.person for call in taking.calls if not _is_known_member(taking, call.person)} - seated
    for attendee, person in attendees:
        if person in waiting:
            taking.awaited[person] = attendee
        else:
            _attended(taking, meeting, person, attendee)


def take_calls(taking: Taking, meeting: MeetingId, number: str | None, item: ItemId) -> None:
    """Record who stood in under an item."""
    _take(taking, meeting, [call for call in taking.calls if number is not None and call.said.item == number], item)


def take_other_calls(taking: Taking, meeting: MeetingId) -> None:
    """Record for the whole meeting who stood in under an item that the document does not have."""
    _take(taking, meeting, list(taking.calls), None)


def _take(taking: Taking, meeting: MeetingId, calls: list[Call], item: ItemId | None) -> None:
    for call in calls:
        taking.calls.remove(call)
        called = StandInCalled(person=call.person, member=call.member, meeting=meeting, item=item)
        if taking.attempt(called, None, "stand-in") is None:
            taking.attempt(NoteWritten(meeting=meeting, text=stand_in_line(call.said)), None, "note")
        if call.person in taking.awaited:
            _attended(taking, meeting, call.person, taking.awaited.pop(call.person))


def _attended(taking: Taking, meeting: MeetingId, person: PersonId, attendee: Attendee) -> None:
    attended = AttendanceRecorded(
        meeting=meeting, person=person, status=AttendanceStatus(attendee.status), party=attendee.party
    )
    rule = ROSTER_RULE if taking.document.roster else "attendance.listed"
    taking.attempt(attended, attendee.lines, rule)
