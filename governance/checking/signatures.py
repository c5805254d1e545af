"""Who signed the minutes: those who took part (kommunestyrelsesloven section 13), or whom the council's rules name.

A signature attests that its owner was there and that the minutes are right (the ministry's statement 83.1.15).
"""

from collections.abc import Iterable, Iterator

from events.catalogue import ApprovalRule, AttendanceStatus, MinutesIssued, MinutesSigned, Office, SignerRule
from events.ids import PersonId
from events.moments import order_of
from governance.checking.approval import by_minutes
from governance.checking.course import is_over
from governance.checking.examined import Examined
from governance.checking.finding import Finding, broken, finding
from governance.signing import fault_in
from governance.state.fold import Meeting

Wanted = list[set[PersonId]]
"""Whose signatures there should be: of each set, one."""

_AS_PRESENT = (SignerRule.ALL_PRESENT,)


def not_signed(book: Examined) -> Iterator[Finding]:
    """In a book that tells of signatures, those who are to sign have done so when the minutes are approved, or the next
    meeting is over.
    """
    approved, issues, signed = by_minutes(book), book.by_meeting(MinutesIssued), book.by_meeting(MinutesSigned)
    since = min((book.fold.meetings[one].date for one in signed if one in book.fold.meetings), default=None)
    for meeting in (*book.course.held, *book.course.general):
        there = book.course.next(meeting)
        settled = meeting.id in approved or (there is not None and is_over(there))
        if since is None or meeting.date < since or meeting.id not in issues or not settled:
            continue
        rules = book.rules(meeting.date, meeting)
        each = rules.values.approval is ApprovalRule.EACH_MEMBER and rules.values.signers not in _AS_PRESENT
        hands = {held.person for held in meeting.signatures if fault_in(book.fold, meeting, held) is None}
        wanted = _present(book, meeting) if each else _wanted(book, meeting, rules.values.signers)
        missing = [min(one, key=lambda person: int(person[1:])) for one in wanted if not one & hands]
        if missing:
            yield broken(
                rules,
                "approval" if each else "signers",
                "minutes-not-signed",
                "breach",
                day=meeting.date,
                meeting=meeting.id,
                entries=[issues[meeting.id][0][0].number, *(entry.number for entry, _ in signed.get(meeting.id, ()))],
                people=",".join(missing),
                count=len(missing),
                date=meeting.date,
            )


def _wanted(book: Examined, meeting: Meeting, rule: SignerRule | None) -> Wanted:
    chairs = book.seating.holders(meeting.date, Office.CHAIR)
    led = _known(meeting.ordstyrer)
    if rule is SignerRule.ALL_PRESENT:
        return _present(book, meeting)
    if rule is SignerRule.CHAIR:
        return _some(chairs)
    if rule is SignerRule.CHAIR_AND_SECRETARY:
        return _some(chairs, book.seating.holders(meeting.date, Office.SECRETARY) | _known(meeting.referent))
    if rule is SignerRule.DIRIGENT:
        return _some(led)
    if rule is SignerRule.DIRIGENT_AND_CHAIR:
        return _some(led, chairs)
    return _some(_known(meeting.referent)) if rule is SignerRule.REFERENT else []


def _some(*wanted: Iterable[PersonId]) -> Wanted:
    """Return those of whom the book names somebody."""
    return [set(one) for one in wanted if one]


def _known(person: PersonId | None) -> set[PersonId]:
    return {person} if person is not None else set()


def _present(book: Examined, meeting: Meeting) -> Wanted:
    rules = book.rules(meeting.date, meeting).values
    seats = book.seating.on(meeting.date, continues=rules.continues_until_successor is True)
    return [
        {person}
        for person, status in meeting.attendance.items()
        if status is AttendanceStatus.PRESENT and person not in seats.attached
    ]


def signed_by_one_away(book: Examined) -> Iterator[Finding]:
    """Where those who took part sign, nobody signs who was not there."""
    for entry, event in book.of(MinutesSigned):
        meeting = book.fold.meetings.get(event.meeting)
        if meeting is None or meeting.attendance.get(event.person, _PRESENT) is _PRESENT:
            continue
        rules = book.rules(meeting.date, meeting)
        if rules.values.signers in _AS_PRESENT:
            told = book.proceedings.attended(meeting, event.person)
            yield broken(
                rules,
                "signers",
                "signed-by-one-away",
                "doubt",
                day=meeting.date,
                meeting=meeting.id,
                entries=[entry.number, *([told.number] if told is not None else [])],
                person=event.person,
                date=meeting.date,
            )


def not_good(book: Examined) -> Iterator[Finding]:
    """A signature made with a key holds: the key is the person's and counted, and it signed these minutes."""
    for meeting in book.fold.meetings.values():
        for signing in meeting.signatures:
            fault = fault_in(book.fold, meeting, signing)
            if fault is not None:
                yield finding(
                    "signature-not-good",
                    "breach",
                    day=order_of(signing.effective)[:10] or meeting.date,
                    meeting=meeting.id,
                    entries=[signing.number, *([meeting.issued_in] if meeting.issued_in is not None else [])],
                    person=signing.person,
                    date=meeting.date,
                    fault=fault,
                )


def signed_with_lost_key(book: Examined) -> Iterator[Finding]:
    """Nobody signed with a key after the day from which it may have been in other hands, as its revocation says later."""
    for meeting in book.fold.meetings.values():
        for signing in meeting.signatures:
            held = book.fold.keys.get(signing.sign_off.key) if signing.sign_off is not None else None
            if held is None or held.revoked_in is None or not held.counts_at(signing.number):
                continue
            since, signed = order_of(held.revoked)[:10], order_of(signing.effective)[:10]
            if since <= signed:
                yield finding(
                    "signed-with-lost-key",
                    "doubt",
                    day=signed,
                    meeting=meeting.id,
                    entries=[signing.number, held.revoked_in],
                    person=signing.person,
                    date=meeting.date,
                    since=since,
                )


_PRESENT = AttendanceStatus.PRESENT

CHECKS = (not_signed, signed_by_one_away, not_good, signed_with_lost_key)
