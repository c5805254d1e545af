"""Where a book may lack meetings: so that nothing is said to be missing at the next meeting which only the book lacks."""

from events.catalogue import MeetingOpened
from governance.checking.examined import Examined
from governance.checking.times import is_taken_over
from governance.state.fold import Meeting
from governance.views.matters import days_between

_SELDOM = 2
"""How many meetings a year there are at least, where no rule says more."""


def may_lack(book: Examined, first: Meeting, last: Meeting, until: str = "") -> bool:
    """Tell whether the book may lack a meeting between two, or from the first to the day ``until`` where that is later.

    One was planned or its minutes were approved; or both come from old minutes, and lie too far apart.
    """
    if book.course.may_lack(first.date, max(last.date, until)):
        return True
    a_year = book.rules(last.date, last).values.meetings_a_year
    taken_over = all(was_taken_over(book, meeting) for meeting in (first, last))
    return taken_over and is_long(days_between(first.date, last.date), a_year or _SELDOM)


def is_long(days: int, a_year: int) -> bool:
    """Tell whether so many days are twice what usually lies between two of so many meetings a year."""
    return days * a_year > 2 * 366


def was_taken_over(book: Examined, meeting: Meeting) -> bool:
    """Tell whether what a book has of a meeting that was held comes from old minutes."""
    openings = book.by_meeting(MeetingOpened).get(meeting.id)
    opened = openings[0][0] if openings else book.entry(int(meeting.id[1:]))
    return opened is None or is_taken_over(opened)
