"""Which of two things came first, as far as the book tells for certain."""

from datetime import date, timedelta

from events.catalogue import DaysKind, Deadline
from events.entry import Entry
from events.moments import Effective, is_exact


def exact_day(entry: Entry) -> str | None:
    """Return the day on which what an entry tells took effect (ISO date); None where it is not known exactly."""
    effective = entry.effective
    return effective[:10] if effective is not None and is_exact(effective) else None


def before(one: Effective | None, other: Effective | None) -> bool:
    """Tell whether one time certainly lies before another: days are compared where a time of day is missing."""
    if one is None or other is None or not is_exact(one) or not is_exact(other):
        return False
    return one[:10] < other[:10] or (one[:10] == other[:10] and len(one) == len(other) > 10 and one < other)


def is_taken_over(entry: Entry) -> bool:
    """Tell whether an entry comes from old minutes, and was not recorded as things happened."""
    return entry.provenance is not None


def days_given(kind: DaysKind, day: str, until: str) -> int:
    """Return how many days, or weekdays, lie from a day to before another (ISO dates); none where it is no earlier."""
    first, last = date.fromisoformat(day), date.fromisoformat(until)
    days = max(0, (last - first).days)
    if kind is DaysKind.CALENDAR_DAYS:
        return days
    weeks, rest = divmod(days, 7)
    return 5 * weeks + sum((first + timedelta(days=one)).weekday() < 5 for one in range(rest))


def is_short(deadline: Deadline, day: str, until: str) -> bool:
    """Tell whether a day lies later before another than a deadline has it."""
    return days_given(deadline.kind, day, until) < deadline.days


def days_after(day: str, count: int) -> str:
    """Return the day (ISO date) so many days later."""
    return (date.fromisoformat(day) + timedelta(days=count)).isoformat()
