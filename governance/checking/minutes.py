"""The minutes as the book tells of them: issued before they are approved, approved once, with what they take in."""

from collections.abc import Iterator

from events.catalogue import EntryCorrected, EntryStruck, MeetingClosed, MinutesIssued
from governance.checking.approval import Approval, approvals, by_minutes
from governance.checking.course import is_over
from governance.checking.examined import Examined
from governance.checking.finding import BOOK, Finding, finding
from governance.checking.times import exact_day
from governance.state.publishing.meetings import minutes_meant


def not_issued(book: Examined) -> Iterator[Finding]:
    """Minutes are issued before the next meeting, and before they are approved."""
    approved = by_minutes(book)
    closings = book.by_meeting(MeetingClosed)
    for meeting in (*book.course.held, *book.course.general):
        there, mine = book.course.next(meeting), approved.get(meeting.id, [])
        if meeting.issued_through is not None or meeting.id not in closings:
            continue
        closed = closings[meeting.id][0][0].number
        if mine:
            yield finding(
                "approved-but-not-issued",
                "breach",
                day=mine[0].day,
                meeting=meeting.id,
                entries=[mine[0].entry.number, closed],
                date=meeting.date,
                approved=mine[0].day,
            )
        elif there is not None and is_over(there):
            yield finding(
                "minutes-not-issued",
                "reminder",
                day=there.date,
                meeting=meeting.id,
                entries=[closed],
                date=meeting.date,
                next=there.date,
            )


def approved_before_issued(book: Examined) -> Iterator[Finding]:
    """What is approved has been issued by then."""
    approved = by_minutes(book)
    for issue, event in book.of(MinutesIssued):
        issued = exact_day(issue)
        for approval in approved.get(event.meeting, ()):
            if issued is not None and approval.day < issued:
                yield finding(
                    "approved-before-issued",
                    "breach",
                    day=approval.day,
                    meeting=event.meeting,
                    entries=[approval.entry.number, issue.number],
                    source=BOOK,
                    date=approval.of or "",
                    approved=approval.day,
                    issued=issued,
                )
                break


def approved_twice(book: Examined) -> Iterator[Finding]:
    """The same minutes are approved once."""
    first: dict[str, Approval] = {}
    for approval in approvals(book):
        if approval.of is None:
            continue
        held = first.setdefault(approval.minutes.id if approval.minutes is not None else approval.of, approval)
        if held is not approval:
            yield finding(
                "approved-twice",
                "doubt",
                day=approval.day,
                meeting=approval.said.meeting or (approval.minutes.id if approval.minutes is not None else None),
                entries=[approval.entry.number, held.entry.number],
                date=approval.of,
                approved=held.day,
                again=approval.day,
            )


def approved_but_not_held(book: Examined) -> Iterator[Finding]:
    """Minutes are of a meeting that was held: not of one that was called off; and one that was planned is to be told of."""
    for approval in approvals(book):
        meant = minutes_meant(book.fold, approval.said) if approval.said.of is not None else None
        if meant is None or approval.minutes is not None:
            continue
        planned = [number for _when, number, _arrangement in meant.arrangements[-1:]]
        yield finding(
            "approved-but-not-held",
            "doubt" if meant.cancelled else "reminder",
            day=approval.day,
            meeting=approval.said.meeting or meant.id,
            entries=[approval.entry.number, *planned],
            date=meant.date,
            approved=approval.day,
            cancelled="yes" if meant.cancelled else "no",
        )


def takes_in_what_corrects_nothing(book: Examined) -> Iterator[Finding]:
    """What an approval takes in are strikes and corrections that count."""
    for approval in approvals(book):
        for number in approval.said.corrections:
            entry = book.entry(number)
            if entry is None or not isinstance(entry.event, EntryStruck | EntryCorrected):
                yield finding(
                    "takes-in-what-corrects-nothing",
                    "breach",
                    day=approval.day,
                    meeting=approval.said.meeting or (approval.minutes.id if approval.minutes is not None else None),
                    entries=[approval.entry.number, number],
                    date=approval.of or "",
                    number=number,
                )


CHECKS = (
    not_issued,
    approved_before_issued,
    approved_twice,
    approved_but_not_held,
    takes_in_what_corrects_nothing,
)
