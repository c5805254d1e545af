"""How many meetings were held in a year, where the book covers it whole."""

from collections.abc import Iterator

from events.catalogue import MeetingOpened
from governance.checking.examined import Examined
from governance.checking.finding import Finding, broken
from governance.checking.gaps import was_taken_over
from governance.state.fold import Meeting


def too_few_meetings(book: Examined) -> Iterator[Finding]:
    """As many meetings are held in a year as the rules say. A meeting that may have been held counts as held."""
    course = book.course
    for meetings in (course.held, course.general):
        for year in _years_covered(book, meetings):
            lacking = [day for day in course.lacking if day[:4] == f"{year:04d}"]
            held = [meeting for meeting in meetings if meeting.date[:4] == f"{year:04d}"]
            last = next(meeting for meeting in reversed(meetings) if meeting.date[:4] <= f"{year:04d}")
            rules = book.rules(f"{year:04d}-12-31", last)
            least = rules.values.meetings_a_year
            if least is None or len(held) + len(lacking) >= least:
                continue
            yield broken(
                rules,
                "meetings_a_year",
                "too-few-general-meetings" if meetings is course.general else "too-few-meetings",
                "breach",
                day=f"{year:04d}-12-31",
                entries=[_opened(book, meeting) for meeting in held or [last]],
                year=year,
                held=len(held),
                least=least,
            )


def _years_covered(book: Examined, meetings: list[Meeting]) -> range:
    """Return the years that the book covers whole: after that of the first meeting, before that of the last one.

    That of the last one counts too where it is over and the meeting was recorded as it was held, not taken over.
    """
    if not meetings:
        return range(0)
    first, last = int(meetings[0].date[:4]) + 1, int(meetings[-1].date[:4])
    if int(book.today[:4]) > last and not was_taken_over(book, meetings[-1]):
        last += 1
    gone = book.fold.dissolved
    if gone is not None and gone.day is not None:
        last = min(last, int(gone.day[:4]))
    return range(first, min(last, int(book.today[:4])))


def _opened(book: Examined, meeting: Meeting) -> int:
    """Return the entry that opened a meeting, else the one that brought it into the book."""
    openings = book.by_meeting(MeetingOpened).get(meeting.id)
    return openings[0][0].number if openings else int(meeting.id[1:])


CHECKS = (too_few_meetings,)
