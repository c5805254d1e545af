"""Stand-ins who were called in where the rules do not let them sit, out of their order, or not at all."""

from collections.abc import Iterator
from itertools import pairwise

from events.catalogue import AttendanceStatus, StandInCalled, StandInRule
from events.entry import Entry
from events.ids import ItemId, PersonId
from governance.checking import grounds
from governance.checking.examined import Examined, day_of
from governance.checking.finding import Finding, Severity, broken, finding
from governance.checking.presence import people_met, was_there
from governance.checking.proceedings import moment_of
from governance.checking.seating import Called
from governance.profiles import USUAL, InForce
from governance.state.fold import Meeting
from governance.state.membership import StandIn
from governance.state.publishing.offices import stand_ins
from governance.state.terms import lasts

_TWICE = StandInRule.PERMANENT_EXIT_OR_TWO_ABSENCES


def allowed(book: Examined) -> Iterator[Finding]:
    """A stand-in is called in only where the rules let one take the seat."""
    for entry, call in book.of(StandInCalled):
        meeting = book.fold.meetings.get(call.meeting) if call.meeting is not None else None
        day = meeting.date if meeting is not None else day_of(entry)
        rules = book.rules(day, meeting)
        if not _is_allowed(book, rules, call, day):
            severity: Severity = "doubt" if rules.sources["stand_in"] == USUAL else "breach"
            yield broken(
                rules,
                "stand_in",
                "stand-in-not-allowed",
                severity,
                day=day,
                meeting=meeting.id if meeting is not None else None,
                entries=[entry.number],
                person=call.person,
                member=call.member,
                allowed=str(rules.values.stand_in),
            )


def _is_allowed(book: Examined, rules: InForce, call: StandInCalled, day: str) -> bool:
    rule = rules.values.stand_in
    if rule in (None, StandInRule.EACH_MEETING, StandInRule.OBSERVER):
        return True
    if rule is StandInRule.NEVER:
        return False
    if rule is _TWICE and any(second.date < day for _, second in _twice_away(book, call.member)):
        return True
    return _is_away_for_long(book, call.member, day)


def _is_away_for_long(book: Examined, member: PersonId, day: str) -> bool:
    """Tell whether a member had left, was to leave, or was on leave, so that the seat was empty for more than a day."""
    terms = book.seating.terms.get(member, [])
    leaving = any(term.to is not None or term.to_between is not None for term in terms)
    return leaving or book.seating.is_on_leave(member, day) or book.seating.is_member(member, day) is not True


def in_order_of_list(book: Examined) -> Iterator[Finding]:
    """The first on the list who can is called in (statement 93.1.3)."""
    places = stand_ins(book.fold)
    for entry, call in book.of(StandInCalled):
        meeting = book.fold.meetings.get(call.meeting) if call.meeting is not None else None
        day = meeting.date if meeting is not None else day_of(entry)
        passed_over = _passed_over(book, places, entry, call, day)
        if passed_over is not None:
            yield finding(
                "stand-in-out-of-order",
                "doubt",
                day=day,
                meeting=meeting.id if meeting is not None else None,
                entries=[entry.number],
                source=grounds.order_of_stand_ins(book.rules(day).kind),
                person=call.person,
                member=call.member,
                first=passed_over.person,
                position=passed_over.position,
            )


def _passed_over(book: Examined, places: list[StandIn], entry: Entry, call: StandInCalled, day: str) -> StandIn | None:
    """Return the first on the member's list before the one called who had no seat and was not called in otherwise."""
    listed = _list_for(book, places, call.member, day)
    own = min((place.position for place in listed if place.person == call.person), default=None)
    taken = {
        other.said.person
        for other in book.fold.calls
        if other.number != entry.number
        and (other.said.meeting == call.meeting or (other.said.meeting is None and other.number < entry.number))
    }
    free = [
        place
        for place in listed
        if place.person != call.person
        and place.person not in taken
        and book.seating.is_member(place.person, day) is False  # type: ignore[arg-type]
        and (own is None or place.position < own)
    ]
    return min(free, key=lambda place: place.position, default=None)


def _list_for(book: Examined, places: list[StandIn], member: PersonId, day: str) -> list[StandIn]:
    """Return the list from which a member's stand-in is taken: the member's own, else the party's or organisation's, else
    the council's.
    """
    held = [place for place in places if lasts(place.from_, None, place.to, day)]
    own = [place for place in held if place.member == member]
    parties = [fact.party for fact in book.fold.memberships.get(member, []) if fact.party is not None]
    term = book.seating.term(member, day)
    names = {*parties[-1:], term.organisation if term is not None else None} - {None}
    theirs = [place for place in held if place.of is not None and place.of in names]
    return own or theirs or [place for place in held if place.member is None and place.of is None]


def due(book: Examined) -> Iterator[Finding]:
    """After two absences without notice in a row the stand-in takes over, where the rules say so."""
    for member in book.fold.memberships:
        for first, second in _twice_away(book, member):
            rules = book.rules(second.date)
            if rules.values.stand_in is _TWICE and not _was_followed(book, member, second.date):
                yield _due(book, rules, member, first, second)
                break


def _due(book: Examined, rules: InForce, member: PersonId, first: Meeting, second: Meeting) -> Finding:
    following = _first_in_line(book, member, second.date)
    told = [book.proceedings.attended(meeting, member) for meeting in (second, first)]
    return broken(
        rules,
        "stand_in",
        "stand-in-due",
        "reminder",
        day=second.date,
        meeting=second.id,
        entries=[entry.number for entry in told if entry is not None],
        member=member,
        first=first.date,
        second=second.date,
        person=following.person if following is not None else "",
    )


def _twice_away(book: Examined, member: PersonId) -> Iterator[tuple[Meeting, Meeting]]:
    """Return every two meetings that a member stayed away from without notice, with none between that the book lacks."""
    for first, second in pairwise(book.course.held):
        away = (first.attendance.get(member), second.attendance.get(member))
        if away == (AttendanceStatus.ABSENT, AttendanceStatus.ABSENT) and not book.course.may_lack(
            first.date, second.date
        ):
            yield first, second


def _was_followed(book: Examined, member: PersonId, day: str) -> bool:
    """Tell whether a stand-in was called in after a day, or the member came again or left."""
    came = any(
        meeting.date > day and meeting.attendance.get(member) is AttendanceStatus.PRESENT
        for meeting in book.course.held
    )
    called = any(
        fact.said.member == member and _day_called(book, fact.said, fact.day) >= day for fact in book.fold.calls
    )
    return came or called or book.seating.is_member(member, book.today) is False


def _day_called(book: Examined, call: StandInCalled, day: str | None) -> str:
    meeting = book.fold.meetings.get(call.meeting) if call.meeting is not None else None
    return meeting.date if meeting is not None else day or ""


def _first_in_line(book: Examined, member: PersonId, day: str) -> StandIn | None:
    listed = _list_for(book, stand_ins(book.fold), member, day)
    free = [place for place in listed if book.seating.is_member(place.person, day) is False]  # type: ignore[arg-type]
    return min(free, key=lambda place: place.position, default=None)


def beside_member(book: Examined) -> Iterator[Finding]:
    """A stand-in sits in the place of a member, not beside the member."""
    for meeting in book.held():
        rules = book.rules(meeting.date, meeting)
        if not people_met(meeting) or rules.values.stand_in is StandInRule.OBSERVER:
            continue
        for called in book.seating.stand_ins(meeting):
            at = _both_there(book, meeting, called)
            if at is not None:
                yield finding(
                    "stand-in-beside-member",
                    "breach",
                    day=meeting.date,
                    meeting=meeting.id,
                    entries=[at.number, called.number],
                    source=grounds.order_of_stand_ins(rules.kind),
                    person=called.person,
                    member=called.member,
                )


def _both_there(book: Examined, meeting: Meeting, called: Called) -> Entry | None:
    """Return the first decision at which a stand-in and the member, who was not inhabil, were both there."""
    if not {called.person, called.member} <= meeting.attendance.keys():
        return None
    for entry in book.proceedings.decisions(meeting):
        item: ItemId | None = getattr(entry.event, "item", None)
        if called.item not in (None, item):
            continue
        held = book.fold.items.get(item) if item is not None else None
        if held is not None and called.member in held.disqualifications:
            continue
        moment = moment_of(book.fold, entry)
        if was_there(book, meeting, called.person, moment) and was_there(book, meeting, called.member, moment):
            return entry
    return None


CHECKS = (allowed, in_order_of_list, due, beside_member)
