"""The days of a period: a year, a month, an ISO week, or a day."""

from calendar import monthrange
from datetime import date


def first_day_of(period: str) -> str:
    """Return the first day (ISO date) of a year, month, week or day."""
    year, _, rest = period.partition("-")
    if rest.startswith("W"):
        return date.fromisocalendar(int(year), int(rest[1:]), 1).isoformat()
    return (period + "-01-01" if not rest else period + "-01")[:10]


def last_day_of(period: str) -> str:
    """Return the last day (ISO date) of a year, month, week or day."""
    year, _, rest = period.partition("-")
    if not rest:
        return f"{year}-12-31"
    if rest.startswith("W"):
        return date.fromisocalendar(int(year), int(rest[1:]), 7).isoformat()
    return period if "-" in rest else f"{period}-{monthrange(int(year), int(rest))[1]:02d}"
