"""Danish dates, in the many ways in which minutes write them."""

import re
from datetime import date, timedelta
from typing import Literal

import msgspec

from governance.danish.times import times_in

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

_WEEKDAY = (
    r"(?:(?P<weekday>mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|(?:man|tirs?|ons|tors?|fre|lør|søn)\b\.?)"
    r"(?:\s+aften)?,?\s+)?"
)
_DEN = r"(?:(?:den|d\.?)\s*)?"
MONTH_NAME = (
    r"(?:jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|"
    r"okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""A pattern for the name of a month or an abbreviation of it."""
_MONTH = rf"(?P<month>{MONTH_NAME})"
_BEHIND = r"(?<![\d.:/\-–])"
"""A number that is no later part of a longer one: of a time of day, a case number, a version."""
_WORDED = re.compile(
    rf"\b{_WEEKDAY}{_DEN}(?P<day>\d{{1,2}})\s*[.\-]?\s*{_MONTH}\b(?!-\D)\.?"
    r"(?:\s*,?\s*-?(?P<year>(?:19|20)\d{2})\b)?",
    re.I,
)
_NUMERIC = re.compile(
    rf"{_BEHIND}\b{_WEEKDAY}{_DEN}(?P<day>\d{{1,2}})\s?[./\-]\s?(?P<month>\d{{1,2}})"
    r"(?:\.?\s?[./\- ]\s?(?P<year>(?:19|20)\d{2})|[./\-](?P<short>\d{2})(?![.:/\-]?\d))(?!\d)",
    re.I,
)
_ISO = re.compile(
    rf"{_BEHIND}\b{_WEEKDAY}{_DEN}(?P<year>(?:19|20)\d{{2}})[.\-](?P<month>\d{{1,2}})[.\-](?P<day>\d{{1,2}})(?!\d)",
    re.I,
)
_SHORT = re.compile(
    r"\b(?:(?P<weekday>mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag),?\s+(?:(?:den|d\.?)\s*)?|(?:den|d\.)\s*)"
    r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?![\d:.])(?!\.\d)(?!\w)",
    re.I,
)
_BARE = re.compile(rf"{_BEHIND}(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?![/\d]|[.\-]\d)")
_IN_FULL = re.compile(r"(?:\w+dag|tirs?|den|d\.).*\d|\d{1,2}\.\s*[a-zæøå]+\.?\s*,?\s*-?\d{4}", re.I)
"""A day in so many words that no other number can be meant, such as that of a week."""
_LEADING_DEN = re.compile(r"(?:\w+dag,?\s+)?(?:den|d\.)\s*\d", re.I)


class DateMention(msgspec.Struct, frozen=True):
    """A date in a text, from ``start`` to ``end``; the year may be missing."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    start: int
    end: int

    @property
    def exists(self) -> bool:
        """Whether there is such a day (in a leap year, where no year is given)."""
        return _day(self.year or 2024, self.month, self.day) is not None


def dates_in(text: str, *, bare: bool = False) -> list[DateMention]:
    """Return the dates that a text mentions, in order; ``bare`` where ``25/10`` alone is meant as one too."""
    found: list[DateMention] = []
    covered = _times_covered(text)
    patterns = (_ISO, _WORDED, _NUMERIC, _SHORT, *((_BARE,) if bare else ()))
    for pattern in patterns:
        for match in pattern.finditer(text):
            start, end = match.span()
            if 1 in covered[start:end] or (2 in covered[start:end] and not _LEADING_DEN.match(match.group())):
                continue
            mention = _mention(match)
            possible = 1 <= mention.day <= 31 or (pattern is _WORDED and _IN_FULL.match(match.group()))
            if 1 <= mention.month <= 12 and possible:
                found.append(mention)
                covered[start:end] = b"\x01" * (end - start)
    return sorted(found, key=lambda mention: mention.start)


def _times_covered(text: str) -> bytearray:
    """Return a mark for each character: 2 where it belongs to a span of time, which looks like dates with points."""
    covered = bytearray(len(text))
    for time in times_in(text):
        covered[time.start : time.end] = b"\x02" * (time.end - time.start)
    return covered


def resolved(mention: DateMention, near: date | None, toward: Literal["past", "future"]) -> date | None:
    """Return the day that is meant: without a year, the nearest before or after ``near``; None where there is none."""
    if mention.year is not None:
        return _day(mention.year, mention.month, mention.day)
    if near is None:
        return None
    years = range(near.year, near.year - 9, -1) if toward == "past" else range(near.year, near.year + 9)
    for year in years:
        day = _day(year, mention.month, mention.day)
        if day is not None and (day < near if toward == "past" else day > near):
            return day
    return None


def month_named(text: str) -> int | None:
    """Return the number of the month that a text names, or None."""
    found = re.search(rf"\b{_MONTH}\b", text, re.I)
    return month_number(found.group("month")) if found else None


def month_number(name: str) -> int:
    """Return the number of a month from its Danish name or an abbreviation of it."""
    return next(index for index, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def next_month(near: date, month: int) -> str:
    """Return the first such month that is not over before the day, as ``2022-11``."""
    year = near.year if month >= near.month else near.year + 1
    return f"{year:04d}-{month:02d}"


def next_week(near: date, week: int) -> str | None:
    """Return the first such ISO week that is not over before the day, as ``2022-W43``, or None where there is none."""
    for year in (near.isocalendar().year, near.isocalendar().year + 1):
        try:
            monday = date.fromisocalendar(year, week, 1)
        except ValueError:
            continue
        if monday + timedelta(days=6) >= near:
            return f"{year:04d}-W{week:02d}"
    return None


def spoken_date(day: date | str) -> str:
    """Return a day as minutes write it: ``28. september 2022``."""
    known = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{known.day}. {MONTHS[known.month - 1]} {known.year}"


def spoken_period(period: str) -> str:
    """Return a year, month, week or day as minutes write it: ``november 2022``, ``uge 43 i 2022``."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", period):
        return spoken_date(period)
    year, _, rest = period.partition("-")
    if rest.startswith("W"):
        return f"uge {int(rest[1:])} i {year}"
    return f"{MONTHS[int(rest) - 1]} {year}" if rest else year


def spoken_weekday(day: date | str) -> str:
    """Return the weekday of a day: ``onsdag``."""
    known = date.fromisoformat(day) if isinstance(day, str) else day
    return WEEKDAYS[known.weekday()]


def _mention(match: re.Match[str]) -> DateMention:
    groups = match.groupdict()
    month = groups["month"]
    year = groups.get("year") or groups.get("short")
    return DateMention(
        day=int(groups["day"]),
        month=int(month) if month.isdigit() else month_number(month),
        year=_year(year) if year else None,
        weekday=_weekday(groups["weekday"]) if groups.get("weekday") else None,
        start=match.start(),
        end=match.end(),
    )


def _weekday(name: str) -> int:
    return next(index for index, weekday in enumerate(WEEKDAYS) if weekday.startswith(name.lower()[:3]))


def _year(digits: str) -> int:
    """Return the year; two digits mean the hundred years up to 2069."""
    return int(digits) if len(digits) == 4 else 2000 + int(digits) - (100 if int(digits) >= 70 else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
