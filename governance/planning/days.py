"""Days and times as a secretary types them: ``12.1.2027 kl. 16-18``, ``tirsdag den 9. marts``, several at once."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from events.errors import N_, ReferatError
from governance.danish.dates import dates_in, resolved
from governance.danish.times import TimeMention, time_given, times_in
from governance.danish.typed import Misread, typed_day

_PARTS = re.compile(r"\s*[;\n]\s*|\s*,\s+(?=(?:\w+dag\s+)?(?:den\s+|d\.\s*)?\d{1,2}[./-]\s?(?:\d|[a-z]))", re.I)
_PLACE = re.compile(r"\s*,?\s*(?:sted:|i\s+lokale|lokale)\s*(?P<place>\S.*)\Z", re.I)

_SPAN = re.compile(r"(?<![\d.])(\d{1,2}(?:[.:]\d\d)?\s*-\s*\d{1,2}(?:[.:]\d\d)?|\d{1,2}[.:]\d\d)(?!\d)")
_HOUR = re.compile(r"\D*?(\d{1,2})\W*")


@dataclass(frozen=True)
class When:
    """A day (ISO date), and the time of day where one was given."""

    day: str
    start: str | None = None
    end: str | None = None


class DayRefused(ReferatError):
    """What was typed is no day."""

    exit_code = 2


def day_in(text: str, today: str) -> str:
    """Return the day that a text gives (ISO date); without a year, the next one. Raises DayRefused where it gives none."""
    return when_in(text, today).day


def when_in(text: str, today: str) -> When:
    """Return the day and the time that a text gives. Raises DayRefused where it gives no day that there is, or a number
    beside the day that is no time.
    """
    near = date.fromisoformat(today) - timedelta(days=1)
    said = text if dates_in(text, bare=True) else f"den {text}"
    mentions = dates_in(said, bare=True)
    day = resolved(mentions[0], near, "future") if mentions else None
    if day is None:
        return When(_day_in_short(text, today))
    rest = f"{said[: mentions[0].start]} {said[mentions[0].end :]}"
    time, left = _time(rest)
    if re.search(r"\d", left):
        raise DayRefused(
            N_("'{text}' beside the day is no time of day. Write it as 12.1.2027 kl. 16-18."),
            text=" ".join(left.split()),
        )
    return When(day.isoformat(), time.begins if time else None, time.ends if time else None)


def several_in(text: str, today: str) -> list[When]:
    """Return the days that a text gives, one a line or parted by semicolons; a time given once counts for those without.

    Raises DayRefused where a part of it gives none, or one is given twice.
    """
    found = [when_in(part, today) for part in _PARTS.split(text.strip()) if part]
    timed = next((one for one in found if one.start), None)
    if timed is not None:
        found = [one if one.start else When(one.day, timed.start, timed.end) for one in found]
    for index, one in enumerate(found):
        if one in found[:index]:
            raise DayRefused(N_("{day} is named twice."), day=one.day)
    return found


def span_in(text: str) -> tuple[str | None, str | None]:
    """Return the beginning and end that a text gives: ``16-18``, ``kl. 16.30``. Raises DayRefused where it gives none."""
    if not text.strip():
        return None, None
    time = time_given(text)
    if time is None:
        raise DayRefused(N_("'{text}' is no time of day. Write it as 16.00-18.00."), text=text.strip())
    return time.begins, time.ends


def _day_in_short(text: str, today: str) -> str:
    """Return the day of ``25.11.`` or ``onsdag uge 48``, as the other fields for a day take it."""
    try:
        return typed_day(text, today, "future")
    except Misread as misread:
        raise DayRefused(
            N_("'{text}' is no day. Write it as 12.1.2027 or 12. januar 2027."), text=text.strip()
        ) from misread


def _time(rest: str) -> tuple[TimeMention | None, str]:
    """Return the time in what stands beside a day, and what else stands there."""
    times = times_in(rest)
    if times:
        return times[0], rest[: times[0].start] + rest[times[0].end :]
    bare = _SPAN.search(rest) or _HOUR.fullmatch(rest)
    time = time_given(bare[1]) if bare else None
    return (time, rest[: bare.start(1)] + rest[bare.end(1) :]) if bare and time else (None, rest)
