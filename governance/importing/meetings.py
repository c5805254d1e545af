"""Taking over the meeting itself: when and where, who was there, opened and closed, and the meetings it arranges."""

from typing import TypedDict

from events.catalogue import (
    AnyEvent,
    MeetingClosed,
    MeetingForm,
    MeetingKind,
    MeetingOpened,
    MeetingPart,
    MeetingRescheduled,
    MeetingScheduled,
    MemberAppointed,
    MinutesIssued,
    NoteWritten,
    OrdstyrerElected,
    PresidingRole,
    ReferentNamed,
)
from events.errors import N_, ReferatError
from events.ids import ItemId, MeetingId, PersonId, made_by
from events.moments import ClockTime, Effective
from governance.documents import model
from governance.documents.model import Lines, MeetingAgreement
from governance.importing.inference import Roster, reconciled, rosters_in
from governance.importing.marking import inferred_from
from governance.importing.stand_ins import find_calls, members_listed, take_members
from governance.importing.taking import Taking, clock
from governance.state.fold import Meeting

_ROLES = {"dirigent": PresidingRole.DIRIGENT, "mødeleder": PresidingRole.CHAIR}
"""What minutes call who leads the meeting, where it is no ordstyrer."""


class AlreadyThere(ReferatError):
    """The meeting stands in the book already, with minutes."""

    exit_code = 0


class _Arrangement(TypedDict):
    date: str
    start: ClockTime | None
    end: ClockTime | None
    place: str | None
    parts: tuple[MeetingPart, ...]
    contents: str | None
    form: MeetingForm | None
    kind: MeetingKind | None


def take_meeting(taking: Taking) -> MeetingId:
    """Schedule the meeting, or state anew one that was planned, and return its id.

    Raises AlreadyThere where its minutes are in the book, or the very file was taken over before.
    """
    document, held = taking.document, _held_meeting(taking)
    if held is not None and (
        held.opened is not None or held.issued_through is not None or taking.draft.has_taken(taking.source)
    ):
        raise AlreadyThere(
            N_("The meeting of {date} is in the book already ({id}). Nothing was recorded."),
            date=taking.day,
            id=held.id,
        )
    arrangement = _arrangement(taking, document, document.lines)
    if held is not None:
        taking.record(MeetingRescheduled(meeting=held.id, **arrangement), document.lines, "head")
        return held.id
    return made_by(MeetingId, taking.record(MeetingScheduled(**arrangement), document.lines, "head"))


def _held_meeting(taking: Taking) -> Meeting | None:
    """Return the meeting that the document is about. One that was planned for another hour of the day was moved; one
    that was held at another hour is another meeting.
    """
    start = taking.document.start
    held = taking.meeting_on(taking.day, start)
    other_hour = held is not None and start is not None and held.start not in (None, start)
    return None if held is not None and other_hour and held.opened is not None else held


def agreed_meeting(taking: Taking, agreement: MeetingAgreement, item: ItemId | None, lines: Lines | None) -> AnyEvent:
    """Return the event that arranges a coming meeting: scheduled, or stated anew where the book has it."""
    arrangement = _arrangement(taking, agreement, lines)
    held = taking.meeting_on(agreement.date, agreement.start)
    other_hour = held is not None and agreement.start is not None and held.start not in (None, agreement.start)
    if held is not None and not (other_hour and held.id in {meeting for _, meeting in taking.agreed}):
        return MeetingRescheduled(meeting=held.id, agreed_in=item, **arrangement)
    return MeetingScheduled(agreed_in=item, **arrangement)


def _arrangement(taking: Taking, said: model.Document | MeetingAgreement, lines: Lines | None) -> _Arrangement:
    return {
        "date": said.date or taking.day,
        "start": clock(said.start),
        "end": clock(said.end) if said.start else None,
        "place": said.place,
        "parts": tuple(
            MeetingPart(
                start=clock(part.start),
                end=clock(part.end),
                place=part.place,
                counterpart=taking.resolver.body(part.counterpart, lines),
            )
            for part in said.parts
        ),
        "contents": said.contents,
        "form": MeetingForm(said.meeting_form) if said.meeting_form is not None else None,
        "kind": MeetingKind(said.meeting_kind) if said.meeting_kind is not None else None,
    }


def take_attendance(taking: Taking, meeting: MeetingId) -> None:
    """Open the meeting and record who was there, who led it, who wrote, and what follows about memberships."""
    document = taking.document
    opened = MeetingOpened(meeting=meeting)
    taking.record(opened, document.lines, "head", effective=_at(taking.day, document.opened_at))
    _take_members(taking, meeting)
    for abbreviation in document.abbreviations:
        taking.resolver.abbreviated(abbreviation, taking.when)
    if document.referent:
        taking.attempt(ReferentNamed(meeting=meeting, person=_somebody(taking, document.referent)), None, "referent")
    if document.chair is not None and not document.chair.elected:
        _take_leader(taking, meeting, document.chair)
    for guest in document.guests:
        taking.resolver.registered_person(guest.name, None)
    if document.others:
        text = f"Øvrige deltagere: {', '.join(document.others)}"
        taking.attempt(NoteWritten(meeting=meeting, text=text), None, "others-present")


def _take_members(taking: Taking, meeting: MeetingId) -> None:
    document = taking.document
    attendees = [
        (attendee, taking.resolver.registered_person(attendee.name, attendee.lines)) for attendee in document.attendees
    ]
    lines = {person: attendee.lines for attendee, person in attendees}
    find_calls(taking, meeting)
    listed = members_listed(taking, {person: attendee.party for attendee, person in attendees})
    roster = Roster(taking.day, listed, document.roster, taking.source)
    for step in list(reconciled(taking.fold, [*rosters_in(taking.fold), roster])):
        here = step.source == taking.source and isinstance(step.event, MemberAppointed)
        line = lines.get(step.event.person) if here and isinstance(step.event, MemberAppointed) else None
        marked = inferred_from(step.source or taking.source, "membership-inferred", line)
        taking.draft.record(step.event, effective=step.effective, provenance=marked)
    take_members(taking, meeting, attendees)


def _somebody(taking: Taking, written: str) -> PersonId:
    return taking.resolver.person(written) or taking.resolver.registered_person(written, None)


def _take_leader(taking: Taking, meeting: MeetingId, chair: model.Chair) -> None:
    role = _ROLES.get(chair.role, PresidingRole.ORDSTYRER)
    outside = role is PresidingRole.DIRIGENT
    person = taking.resolver.outsider(chair.name) if outside else taking.resolver.person(chair.name)
    if person is None:
        taking.problems.append(taking.resolver.unknown_person(chair.name, chair.lines))
    elif taking.attempt(OrdstyrerElected(meeting=meeting, person=person, role=role), chair.lines, "chair") is not None:
        return
    note = NoteWritten(meeting=meeting, text=f"{chair.role.capitalize()}: {chair.name}")
    taking.attempt(note, chair.lines, "note")


def conclude(taking: Taking, meeting: MeetingId) -> None:
    """Close the meeting and issue its minutes: the file is the document."""
    closed = MeetingClosed(meeting=meeting)
    taking.record(closed, None, "head", effective=_at(taking.day, taking.document.closed_at))
    issued = MinutesIssued(meeting=meeting, through=taking.fold.number, document_sha256=taking.source)
    taking.record(issued, None, "document", effective=Effective(f"{taking.day}/.."))


def _at(day: str, time: str | None) -> Effective:
    return Effective(f"{day}T{time}" if time else day)
