"""Danish dates and times of day, in the many ways in which minutes write them."""

import re
from datetime import date, timedelta
from typing import Literal

import msgspec

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

_WEEKDAY = r"(?:(?P<weekday>mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?:\s+aften)?,?\s+)?"
_DEN = r"(?:(?:den|d\.?)\s*)?"
_MONTH = (
    r"(?P<month>jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|"
    r"okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WORDED = re.compile(
    rf"\b{_WEEKDAY}{_DEN}(?P<day>\d{{1,2}})\s*[.\-]?\s*{_MONTH}\b\.?(?:\s*,?\s*-?(?P<year>(?:19|20)\d{{2}})\b)?", re.I
)
_NUMERIC = re.compile(
    rf"\b{_WEEKDAY}{_DEN}(?P<day>\d{{1,2}})\s?[./\-]\s?(?P<month>\d{{1,2}})"
    r"(?:\.?\s?[./\- ]\s?(?P<year>(?:19|20)\d{2})|[./\-](?P<short>\d{2})(?![.:\d]))\b",
    re.I,
)
_ISO = re.compile(
    rf"\b{_WEEKDAY}{_DEN}(?P<year>(?:19|20)\d{{2}})[.\-](?P<month>\d{{1,2}})[.\-](?P<day>\d{{1,2}})\b", re.I
)
_SHORT = re.compile(
    r"\b(?:(?P<weekday>mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag),?\s+(?:(?:den|d\.?)\s*)?|(?:den|d\.)\s*)"
    r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?![\d:.])\b",
    re.I,
)
_HOUR, _MINUTE, _TO = r"(?:[01]?\d|2[0-3])", r"[0-5]\d", r"\s*(?:-|–|—|til(?:\s+kl\.?)?)\s*(?:kl\.?\s*)?"
_SPAN = re.compile(
    rf"\b(?:kl|klokken)\.?\s*(?P<ah>{_HOUR})(?:[.:](?P<am>{_MINUTE}))?"
    rf"(?:{_TO}(?P<bh>{_HOUR})(?:[.:](?P<bm>{_MINUTE}))?)?(?!\d)"
    rf"|(?<![\d.])(?P<ch>{_HOUR})[.:](?P<cm>{_MINUTE}){_TO}(?P<dh>{_HOUR})[.:](?P<dm>{_MINUTE})(?![\d.]\d)",
    re.I,
)


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


class TimeMention(msgspec.Struct, frozen=True):
    """A time of day or a span of time in a text; clock times as ``15:30``."""

    begins: str
    ends: str | None
    start: int
    end: int


def dates_in(text: str) -> list[DateMention]:
    """Return the dates that a text mentions, in order."""
    found: list[DateMention] = []
    for pattern in (_ISO, _WORDED, _NUMERIC, _SHORT):
        for match in pattern.finditer(text):
            if not any(held.start < match.end() and match.start() < held.end for held in found):
                mention = _mention(match)
                if 1 <= mention.month <= 12 and 1 <= mention.day <= 31:
                    found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def times_in(text: str) -> list[TimeMention]:
    """Return the times of day that a text mentions, in order: ``kl. 15.30-17.30``, ``14.30 til 15.30``, ``kl. 16``."""
    found = []
    for match in _SPAN.finditer(text):
        groups = match.groupdict()
        first = _clock(groups["ah"] or groups["ch"], groups["am"] or groups["cm"])
        last = groups["bh"] or groups["dh"]
        ends = _clock(last, groups["bm"] or groups["dm"]) if last else None
        found.append(TimeMention(first, ends, match.start(), match.end()))
    return found


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


def spoken_time(start: str | None, end: str | None = None) -> str:
    """Return a time as minutes write it: ``kl. 15.30-17.30``; empty where there is none."""
    if start is None:
        return ""
    return f"kl. {start.replace(':', '.')}" + (f"-{end.replace(':', '.')}" if end else "")


def _mention(match: re.Match[str]) -> DateMention:
    groups = match.groupdict()
    month = groups["month"]
    year = groups.get("year") or groups.get("short")
    return DateMention(
        day=int(groups["day"]),
        month=int(month) if month.isdigit() else month_number(month),
        year=_year(year) if year else None,
        weekday=WEEKDAYS.index(groups["weekday"].lower()) if groups.get("weekday") else None,
        start=match.start(),
        end=match.end(),
    )


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _clock(hour: str, minute: str | None) -> str:
    return f"{int(hour):02d}:{minute or '00'}"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
