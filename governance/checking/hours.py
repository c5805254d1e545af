"""What was done outside the hours of its meeting: before it was opened, in a break, or after it was closed."""

from collections.abc import Callable, Iterator

from events.catalogue import (
    FocusAreaChosen,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemOpened,
    ItemPostponed,
    ItemRecommended,
    ItemReopened,
    MinutesApproved,
    PlanAdopted,
    VoteHeld,
)
from events.entry import Entry
from governance.checking.examined import Examined
from governance.checking.finding import BOOK, Finding, finding
from governance.checking.times import before
from governance.state.fold import Meeting

_DONE_THERE = (
    FocusAreaChosen,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemOpened,
    ItemPostponed,
    ItemRecommended,
    ItemReopened,
    MinutesApproved,
    PlanAdopted,
    VoteHeld,
)
"""What takes effect as it is done. An office or a rule may count from another day."""


def outside_hours(book: Examined) -> Iterator[Finding]:
    """What a meeting does, it does between its opening and its close, and not in its breaks."""
    for meeting in book.held():
        done = [
            entry
            for item in meeting.items
            for entry in book.proceedings.under(item)
            if isinstance(entry.event, _DONE_THERE)
        ]
        if not done:
            continue
        kinds: tuple[tuple[str, Callable[[Meeting, Entry], bool]], ...] = (
            ("done-before-opening", lambda held, entry: before(entry.effective, held.opened)),
            ("done-after-close", lambda held, entry: before(held.closed, entry.effective)),
            ("done-in-a-break", _is_in_a_break),
        )
        for kind, is_outside in kinds:
            outside = [entry for entry in done if is_outside(meeting, entry)]
            if outside:
                yield _found(meeting, kind, outside)


def _is_in_a_break(meeting: Meeting, entry: Entry) -> bool:
    return any(
        before(held.begun, entry.effective) and before(entry.effective, held.ended) for held in meeting.interruptions
    )


def _found(meeting: Meeting, kind: str, outside: list[Entry]) -> Finding:
    first = outside[0]
    return finding(
        kind,
        "breach",
        day=(first.effective or meeting.date)[:10],
        meeting=meeting.id,
        entries=sorted(entry.number for entry in outside),
        source=BOOK,
        item=str(getattr(first.event, "item", "")),
        done=first.effective or "",
        opened=meeting.opened or "",
        closed=meeting.closed or "",
        count=len(outside),
    )


CHECKS = (outside_hours,)
