"""Who acted without a seat: before the appointment, after leaving, after the term or the council had run out."""

from collections.abc import Iterator

from events.catalogue import (
    AmendmentMoved,
    AnyEvent,
    AttendanceRecorded,
    AttendanceStatus,
    DissentEntered,
    OrdstyrerElected,
    PresidingRole,
    ProposalMade,
    StatementEntered,
    VoteHeld,
)
from events.entry import Entry
from events.ids import ItemId, MeetingId, PersonId
from governance.checking.examined import Examined
from governance.checking.finding import Finding, broken, finding
from governance.checking.seating import ends_by
from governance.state.fold import Meeting
from governance.state.membership import Leave
from governance.state.publishing.offices import called_in
from governance.state.terms import lasts


def after_term(book: Examined) -> Iterator[Finding]:
    """Members whose term has run out decide nothing more, where the council does not go on until the next is appointed."""
    for meeting in book.held():
        rules = book.rules(meeting.date, meeting)
        decisions = book.proceedings.decisions(meeting)
        if rules.values.continues_until_successor is not False or meeting.is_general or not decisions:
            continue
        sat = [person for person, status in meeting.attendance.items() if _sat_out(book, meeting, person, status)]
        if sat:
            terms = [book.seating.term(person, meeting.date) for person in sat]
            yield broken(
                rules,
                "continues_until_successor",
                "decided-after-term",
                "breach",
                day=meeting.date,
                meeting=meeting.id,
                entries=[entry.number for entry in decisions],
                people=",".join(sat),
                until=max(term.until or "" for term in terms if term is not None),
            )


def _sat_out(book: Examined, meeting: Meeting, person: PersonId, status: AttendanceStatus) -> bool:
    """Tell whether somebody sat with a vote beyond the last day that was set, though the end was recorded as later."""
    term = book.seating.term(person, meeting.date)
    beyond = term is not None and term.votes and term.until is not None and meeting.date > term.until
    return beyond and status is AttendanceStatus.PRESENT


def after_dissolution(book: Examined) -> Iterator[Finding]:
    """A council that was dissolved meets no more."""
    dissolved = book.fold.dissolved
    if dissolved is None or dissolved.day is None:
        return
    for meeting in book.held():
        decisions = book.proceedings.decisions(meeting)
        if meeting.date > dissolved.day and decisions:
            yield finding(
                "decided-after-dissolution",
                "breach",
                day=meeting.date,
                meeting=meeting.id,
                entries=[*(entry.number for entry in decisions), dissolved.number],
                dissolved=dissolved.day,
            )


def without_seat(book: Examined) -> Iterator[Finding]:
    """Nobody takes part as a member before the appointment takes effect, or after having left."""
    acts: dict[tuple[MeetingId, PersonId], list[int]] = {}
    for entry, person, meeting in _acts(book):
        acts.setdefault((meeting.id, person), []).append(entry.number)
    for (held, person), numbers in acts.items():
        meeting = book.fold.meetings[held]
        if book.seating.is_member(person, meeting.date) is not False or called_in(book.fold, person, meeting.date):
            continue
        if any(guest.person == person for guest in meeting.guests):
            continue
        yield from _without_seat(book, meeting, person, numbers)


def on_leave(book: Examined) -> Iterator[Finding]:
    """Who is on leave comes back before taking a seat again. On the first day of a leave the member may still be there."""
    for entry, event in book.of(AttendanceRecorded):
        meeting = book.fold.meetings.get(event.meeting)
        if meeting is None or meeting.is_general or event.status is not AttendanceStatus.PRESENT:
            continue
        told = book.proceedings.attended(meeting, event.person)
        leave = next((one for one in book.seating.leaves.get(event.person, []) if _is_away(one, meeting.date)), None)
        if leave is not None and told is not None and told.number == entry.number:
            yield finding(
                "attends-on-leave",
                "doubt",
                day=meeting.date,
                meeting=meeting.id,
                entries=[entry.number, *book.seating.shown_on_leave(event.person, meeting.date)],
                person=event.person,
                since=leave.from_ or "",
            )


def _is_away(leave: Leave, day: str) -> bool:
    return leave.from_ != day and lasts(leave.from_, leave.until, leave.to, day)


def _without_seat(book: Examined, meeting: Meeting, person: PersonId, numbers: list[int]) -> Iterator[Finding]:
    terms = book.seating.terms.get(person, [])
    ahead = min((term.from_ for term in terms if term.from_ is not None and term.from_ > meeting.date), default=None)
    left = max((term.to for term in terms if term.to is not None and term.to <= meeting.date), default=None)
    day = left or ahead
    if day is None:
        return
    facts = book.fold.memberships.get(person, [])
    told = [fact.number for fact in facts if ends_by(fact) == day and fact.joined is (left is None)]
    yield finding(
        "acted-after-leaving" if left else "acted-before-appointment",
        "breach",
        day=meeting.date,
        meeting=meeting.id,
        entries=[*numbers, *told],
        person=person,
        on=day,
    )


def _acts(book: Examined) -> Iterator[tuple[Entry, PersonId, Meeting]]:
    """Return what was done at meetings as only members do it, by whom."""
    kinds = (
        AttendanceRecorded,
        OrdstyrerElected,
        VoteHeld,
        ProposalMade,
        AmendmentMoved,
        StatementEntered,
        DissentEntered,
    )
    for entry, event in book.of(*kinds):
        meeting = _meeting_of(book, event)
        if meeting is not None and meeting.date and not meeting.is_general:
            for person in _actors(event):
                yield entry, person, meeting


def _meeting_of(book: Examined, event: AnyEvent) -> Meeting | None:
    meeting: MeetingId | None = getattr(event, "meeting", None)
    if meeting is not None:
        return book.fold.meetings.get(meeting)
    item: ItemId | None = getattr(event, "item", None)
    return book.fold.meeting_of(item) if item is not None else None


def _actors(event: AnyEvent) -> Iterator[PersonId]:
    if isinstance(event, AttendanceRecorded):
        if event.status is AttendanceStatus.PRESENT:
            yield event.person
    elif isinstance(event, OrdstyrerElected):
        if event.role is not PresidingRole.DIRIGENT:
            yield event.person
    elif isinstance(event, VoteHeld):
        yield from (held.person for held in event.named)
    elif isinstance(event, ProposalMade | AmendmentMoved):
        if event.proposed_by is not None:
            yield event.proposed_by
    elif isinstance(event, StatementEntered | DissentEntered):
        yield event.person


CHECKS = (after_term, after_dissolution, without_seat, on_leave)
