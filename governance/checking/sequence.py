"""Things that cannot have happened in the order in which the book has them."""

from collections.abc import Iterator

from events.catalogue import (
    AnswerReceived,
    MeetingCalled,
    MeetingClosed,
    MeetingInterrupted,
    MeetingOpened,
    MeetingResumed,
    MinutesIssued,
    TaskCompleted,
)
from events.entry import Entry
from events.ids import MeetingId
from events.moments import Effective
from governance.checking.approval import approvals
from governance.checking.examined import Examined
from governance.checking.finding import Finding, finding
from governance.checking.times import before, exact_day
from governance.state.fold import Meeting


def closed_before_opened(book: Examined) -> Iterator[Finding]:
    """A meeting closes after it opens."""
    openings, closings = book.by_meeting(MeetingOpened), book.by_meeting(MeetingClosed)
    for meeting in book.held():
        if meeting.id in openings and meeting.id in closings:
            opened, closed = openings[meeting.id][0][0], closings[meeting.id][0][0]
            if before(closed.effective, opened.effective):
                yield _disordered("closed-before-opened", meeting, closed, opened)


def breaks_out_of_order(book: Examined) -> Iterator[Finding]:
    """A break lies within its meeting, and ends after it begins."""
    openings, closings = book.by_meeting(MeetingOpened), book.by_meeting(MeetingClosed)
    begun: dict[MeetingId, Entry] = {}
    for entry, event in book.of(MeetingInterrupted, MeetingResumed):
        meeting = book.fold.meetings.get(event.meeting)
        if meeting is None or meeting.cancelled:
            continue
        if isinstance(event, MeetingResumed):
            interrupted = begun.pop(event.meeting, None)
            if interrupted is not None and before(entry.effective, interrupted.effective):
                yield _disordered("resumed-before-interrupted", meeting, entry, interrupted)
            continue
        begun[event.meeting] = entry
        for opened, _ in openings.get(event.meeting, ()):
            if before(entry.effective, opened.effective):
                yield _disordered("interrupted-before-opening", meeting, entry, opened)
        for closed, _ in closings.get(event.meeting, ()):
            if before(closed.effective, entry.effective):
                yield _disordered("interrupted-after-close", meeting, entry, closed)


def held_on_another_day(book: Examined) -> Iterator[Finding]:
    """A meeting is opened on the day for which it stands in the book."""
    for entry, event in book.of(MeetingOpened):
        meeting, day = book.fold.meetings.get(event.meeting), exact_day(entry)
        if meeting is not None and meeting.date and not meeting.cancelled and day is not None and day != meeting.date:
            arranged = [number for _, number, _ in meeting.arrangements[-1:]]
            yield _found("held-on-another-day", day, [entry.number, *arranged], meeting.id, meeting.date)


def called_after_it_was_held(book: Examined) -> Iterator[Finding]:
    """The notice of a meeting goes out before it."""
    for entry, event in book.of(MeetingCalled):
        meeting, day = book.fold.meetings.get(event.meeting), exact_day(entry)
        if meeting is not None and not meeting.cancelled and day is not None and day > meeting.date > "":
            yield _found("called-after-it-was-held", day, [entry.number], meeting.id, meeting.date)


def issued_before_held(book: Examined) -> Iterator[Finding]:
    """Minutes are issued after their meeting, and approved after it."""
    for entry, event in book.of(MinutesIssued):
        meeting, day = book.fold.meetings.get(event.meeting), exact_day(entry)
        if meeting is not None and day is not None and day < meeting.date:
            yield _found("issued-before-held", day, [entry.number], meeting.id, meeting.date)
    for approval in approvals(book):
        if approval.of is not None and approval.day < approval.of:
            meeting_id = approval.minutes.id if approval.minutes is not None else approval.said.meeting
            yield _found("approved-before-held", approval.day, [approval.entry.number], meeting_id, approval.of)


def done_before_agreed(book: Examined) -> Iterator[Finding]:
    """A task is done after it was agreed, and an answer comes after what it answers."""
    for entry, event in book.of(TaskCompleted, AnswerReceived):
        completed = isinstance(event, TaskCompleted)
        begun = book.entry(int((event.task if isinstance(event, TaskCompleted) else event.dispatch)[1:]))
        if begun is None or not before(_day(entry.effective), _day(begun.effective)):
            continue
        item = getattr(begun.event, "item", None)
        meeting = book.fold.meeting_of(item) if item is not None else None
        yield _found(
            "task-done-before-agreed" if completed else "answered-before-sent",
            exact_day(entry) or "",
            [entry.number, begun.number],
            meeting.id if meeting is not None else None,
            exact_day(begun) or "",
        )


def _day(effective: Effective | None) -> Effective | None:
    return Effective(effective[:10]) if effective is not None and "/" not in effective else None


def _disordered(kind: str, meeting: Meeting, one: Entry, other: Entry) -> Finding:
    return finding(
        kind,
        "breach",
        day=meeting.date,
        meeting=meeting.id,
        entries=[one.number, other.number],
        one=one.effective or "",
        other=other.effective or "",
    )


def _found(kind: str, day: str, entries: list[int], meeting: MeetingId | None, other: str) -> Finding:
    return finding(kind, "breach", day=day, meeting=meeting, entries=entries, one=day, other=other)


CHECKS = (
    closed_before_opened,
    breaks_out_of_order,
    held_on_another_day,
    called_after_it_was_held,
    issued_before_held,
    done_before_agreed,
)
