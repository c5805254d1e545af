"""The two time axes as text: when an entry was recorded, and when what it tells took effect in the world.

Recorded time is UTC with microseconds, ``2026-11-21T22:01:00.000000Z``: fixed width, so text order is time order.

Effective time is the council's own wall clock (Danish local time) in ISO 8601: a date ``2022-09-28``, a date and time
``2022-09-28T15:30``, or, where minutes only say that something had changed by then, an interval ``2021-06-02/2022-09-28``
that means *after the first day and no later than the last*. ``..`` stands for an unknown end (ISO 8601-2).
"""

import re
from datetime import UTC, date, datetime
from typing import NewType

from events.errors import N_, RefusedEvent

Timestamp = NewType("Timestamp", str)
Effective = NewType("Effective", str)
ClockTime = NewType("ClockTime", str)
Period = NewType("Period", str)
"""A year, month, ISO week or day: ``2022``, ``2022-11``, ``2022-W43``, ``2022-11-21``."""

OPEN = ".."
_TIME_OF_DAY = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{6}Z"
_TIMESTAMP = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{_TIME_OF_DAY}\Z")
_IN_ANY_MONTH = re.compile(rf"[12][0-9]{{3}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])T{_TIME_OF_DAY}\Z")
"""The days that every month has."""

_LAST_YEAR = int(datetime(9999, 1, 1, tzinfo=UTC).timestamp())
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d\Z")
_PERIOD = re.compile(r"(\d{4})(-(\d{2})|-W(\d{2})|-(\d{2})-(\d{2}))?\Z")


def timestamp(moment: datetime) -> Timestamp:
    """Return an aware moment as the book writes it. Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a naive moment has no place in a record")
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    return Timestamp(utc.isoformat(timespec="microseconds") + "Z")


def timestamp_of(seconds: int) -> Timestamp | None:
    """Return the moment that many seconds after 1970 (UTC) as the book writes it; None from the year 9999 on."""
    return timestamp(datetime.fromtimestamp(seconds, UTC)) if 0 <= seconds < _LAST_YEAR else None


def is_timestamp(text: str) -> bool:
    """Tell whether the text is a moment as the book writes it."""
    if _IN_ANY_MONTH.match(text):
        return True
    if not _TIMESTAMP.match(text):
        return False
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return False
    return True


def effective_between(after: date | None, until: date | None) -> Effective:
    """Return the effective time of something that took effect after one day and no later than another."""
    return Effective(f"{after or OPEN}/{until or OPEN}")


def bounds(effective: Effective) -> tuple[str | None, str | None]:
    """Return (after, until) of an interval, or the same day twice; None where the end is unknown. ISO dates as text."""
    first, slash, last = effective.partition("/")
    if not slash:
        return first[:10], first[:10]
    return (None if first == OPEN else first), (None if last == OPEN else last)


def is_exact(effective: Effective) -> bool:
    """Tell whether the day is known."""
    return "/" not in effective


def applies_on(effective: Effective | None, day: str) -> bool:
    """Tell whether what took effect then may have been in force on this day (ISO date)."""
    if effective is None:
        return True
    after, _ = bounds(effective)
    if after is None:
        return True
    return after <= day if is_exact(effective) else after < day


def order_of(effective: Effective | None) -> str:
    """Return a text by which facts sort in the world's order: the latest day on which they had taken effect."""
    if effective is None:
        return ""
    after, until = bounds(effective)
    return until or after or ""


def require_effective(text: str) -> Effective:
    """Return the text as an effective time. Raises RefusedEvent when it is none."""
    first, slash, last = text.partition("/")
    try:
        if not slash:
            _require_day_or_moment(first)
        else:
            ends = [date.fromisoformat(_ten(end)) for end in (first, last) if end != OPEN]
            if not ends or (len(ends) == 2 and ends[0] >= ends[1]):
                raise ValueError(text)
    except ValueError:
        raise RefusedEvent(
            N_("'{text}' is no date. Write 2022-09-28, 2022-09-28T15:30, or 2021-06-02/2022-09-28."), text=text
        ) from None
    return Effective(text)


def require_clock(text: str, *, field: str) -> ClockTime:
    """Return the text as a time of day. Raises RefusedEvent when it is none."""
    if not _CLOCK.match(text):
        raise RefusedEvent(N_("{field}: '{text}' is no time of day. Write it as 15:30."), field=field, text=text)
    return ClockTime(text)


def require_period(text: str, *, field: str) -> Period:
    """Return the text as a year, month, week or day. Raises RefusedEvent when it is none."""
    found = _PERIOD.match(text)
    try:
        if not found:
            raise ValueError(text)
        year, _, month, week, day_month, day = found.groups()
        if week:
            date.fromisocalendar(int(year), int(week), 1)
        else:
            date(int(year), int(month or day_month or 1), int(day or 1))
    except ValueError:
        raise RefusedEvent(
            N_("{field}: '{text}' is no period. Write 2022, 2022-11, 2022-W43 or 2022-11-21."), field=field, text=text
        ) from None
    return Period(text)


def _require_day_or_moment(text: str) -> None:
    day, separator, clock = text.partition("T")
    date.fromisoformat(_ten(day))
    if separator and not _CLOCK.match(clock):
        raise ValueError(text)


def _ten(text: str) -> str:
    if len(text) != 10:
        raise ValueError(text)
    return text
