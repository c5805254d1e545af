"""Chairs and vice chairs who were no members, or led a meeting before they were in office."""

from collections.abc import Iterator

from events.catalogue import Office, OfficerElected, OrdstyrerElected, PresidingRole
from governance.checking.examined import Examined
from governance.checking.finding import Finding, finding
from governance.checking.seating import ends_by
from governance.profiles import USUAL
from governance.state.membership import OfficeHeld, Term


def offices(book: Examined) -> Iterator[Finding]:
    """The chair and the vice chair are members for as long as they are in office, and lead as chair only from then on."""
    for held in book.seating.offices:
        if held.office in (Office.CHAIR, Office.VICE_CHAIR):
            yield from _office(book, held)
    yield from _led_early(book)


def _office(book: Examined, held: OfficeHeld) -> Iterator[Finding]:
    start, terms = held.from_ or "", book.seating.terms.get(held.person, [])  # type: ignore[call-overload]
    ahead = [term for term in terms if term.from_ is not None and term.from_ > start]
    if ahead and book.seating.is_member(held.person, start) is False:  # type: ignore[arg-type]
        yield _office_finding(book, "office-before-seat", held, start, ahead[0].from_ or "", joined=True)
        return
    for term in terms:
        left = term.to if not _is_followed(terms, term) else None
        if left is None or left <= start or (held.to is not None and held.to <= left):
            continue
        meeting = next((one for one in book.held() if one.date >= left and not one.is_general), None)
        if meeting is not None and not _over(held, meeting.date):
            yield _office_finding(book, "office-without-seat", held, meeting.date, left, joined=False)


def _is_followed(terms: list[Term], term: Term) -> bool:
    return any(other.from_ is not None and other.from_ == term.to for other in terms if other is not term)


def _over(held: OfficeHeld, day: str) -> bool:
    return (held.to is not None and held.to <= day) or (held.until is not None and held.until < day)


def _office_finding(book: Examined, kind: str, held: OfficeHeld, day: str, on: str, *, joined: bool) -> Finding:
    elected = [
        fact.number
        for fact in book.fold.offices
        if isinstance(fact.said, OfficerElected)
        and (fact.said.person, fact.said.office, fact.day) == (held.person, held.office, held.from_)
    ]
    facts = book.fold.memberships.get(held.person, [])  # type: ignore[call-overload]
    told = [fact.number for fact in facts if fact.joined is joined and ends_by(fact) == on]
    return finding(
        kind,
        "breach",
        day=day,
        entries=[*elected, *told],
        source=USUAL,
        person=held.person,
        office=held.office,
        title=held.title or "",
        on=on,
    )


def _led_early(book: Examined) -> Iterator[Finding]:
    for entry, elected in book.of(OrdstyrerElected):
        meeting = book.fold.meetings.get(elected.meeting)
        if meeting is None or elected.role is not PresidingRole.CHAIR:
            continue
        ahead = [
            held
            for held in book.seating.offices
            if held.person == elected.person and held.office == Office.CHAIR and (held.from_ or "") > meeting.date
        ]
        if ahead and elected.person not in book.seating.holders(meeting.date, Office.CHAIR, Office.VICE_CHAIR):
            yield finding(
                "led-before-office",
                "doubt",
                day=meeting.date,
                meeting=meeting.id,
                entries=[entry.number],
                person=elected.person,
                on=ahead[0].from_ or "",
            )


CHECKS = (offices,)
