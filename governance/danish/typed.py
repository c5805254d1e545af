"""What somebody types into a field, read as a Dane means it: days, times of day, periods, amounts, and when.

Every function raises Misread, with a sentence that says how to write it, where the text is nothing of the kind.
"""

import re
from datetime import date, timedelta
from typing import Literal

from events.errors import N_, ReferatError
from events.moments import OPEN, Effective, bounds, is_exact
from governance.danish.dates import (
    WEEKDAYS,
    DateMention,
    dates_in,
    month_named,
    next_month,
    next_week,
    spoken_date,
    spoken_weekday,
)
from governance.danish.money import amount_in

Toward = Literal["past", "future", "near"]
"""Which year is meant where none is written: the last such day, the next one, or the nearest."""


class Misread(ReferatError):
    """What was typed cannot be read as what is asked for."""

    exit_code = 2


_NEAR = {
    "i dag": 0,
    "idag": 0,
    "i går": -1,
    "igår": -1,
    "i morgen": 1,
    "imorgen": 1,
    "i overmorgen": 2,
    "i forgårs": -2,
}
_DAY_MONTH = re.compile(r"(?P<day>\d{1,2})\s?[./-]\s?(?P<month>\d{1,2})\s?\.?\Z")
_DIGITS = re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})\Z")
_WEEKDAY = re.compile(r"(?P<weekday>man|tirs?|ons|tors?|fre|lør|søn)(?:dag)?\b\.?\s*,?\s*(?:i\s+)?(?P<rest>.*)\Z", re.I)
_WEEK = re.compile(r"uge\s*(?P<week>\d{1,2})(?:\s*(?:i|,|/|-)?\s*(?P<year>\d{4}))?\.?\Z", re.I)
_CLOCK = re.compile(r"(?:kl|klokken)?\.?\s*(?P<hour>\d{1,2})(?:\s?[.:,]\s?(?P<minute>\d{2})|(?P<close>\d{2}))?\Z", re.I)
_AT = re.compile(r"(?P<day>.*?)[\s,]+(?P<clock>(?:kl\.?|klokken)\s*\d[\d.:,]*|\d{1,2}[.:]\d{2}|\d{4})\Z", re.I)
_BETWEEN = re.compile(r"(?:efter\s+(?P<after>.+?))?(?:[\s,]*(?:og\s+)?senest\s+(?P<until>.+))?\Z", re.I)
_YEAR = re.compile(r"(?:i\s+)?(?P<year>(?:19|20)\d{2})\Z", re.I)
_MONTH = re.compile(r"(?P<name>[a-zæøå]{3,})\.?(?:\s+(?:i\s+)?(?P<year>(?:19|20)\d{2}))?\Z", re.I)
_ISO_PERIOD = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])|-W\d{2})?\Z")


def typed_day(text: str, today: str, toward: Toward = "near") -> str:
    """Return the day that is meant (ISO date): ``28.9.``, ``28.09.2022``, ``onsdag uge 39``, ``i morgen``."""
    bare, now = " ".join(text.split()).strip(" ,"), date.fromisoformat(today)
    found = _day_near(bare.casefold(), now, toward) or _day_in_week(bare, now, toward) or _day_dated(bare, now, toward)
    if found is None:
        raise Misread(N_("»{text}« is no day. Write it as 28.9., 28.09.2022 or onsdag uge 39."), text=text.strip())
    return found.isoformat()


def typed_clock(text: str) -> str:
    """Return the time of day that is meant: ``15.30``, ``1530``, ``kl. 9``."""
    found = _CLOCK.match(text.strip())
    hour, minute = (int(found["hour"]), int(found["minute"] or found["close"] or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        raise Misread(N_("»{text}« is no time of day. Write it as 15.30."), text=text.strip())
    return f"{hour:02d}:{minute:02d}"


def typed_period(text: str, today: str) -> str:
    """Return the period that is meant: ``2023``, ``november 2022``, ``uge 43``, or a day."""
    bare, now = " ".join(text.split()), date.fromisoformat(today)
    year, week, month = _YEAR.match(bare), _WEEK.match(bare), _MONTH.match(bare)
    number = month_named(bare) if month else None
    if _ISO_PERIOD.match(bare):
        return bare
    if year:
        return year["year"]
    if week:
        return _week(week, now)
    if month and number:
        return f"{month['year']}-{number:02d}" if month["year"] else next_month(now, number)
    try:
        return typed_day(bare, today, "future")
    except Misread:
        raise Misread(
            N_("»{text}« is no period. Write it as 2023, november 2023, uge 43 or 28.9.2023."), text=text.strip()
        ) from None


def typed_when(text: str, today: str) -> str:
    """Return when something took effect: a day, a day and time, ``senest 10.1.2023``, or ``T15:30`` for a time alone."""
    bare = " ".join(text.split())
    between = _BETWEEN.match(bare)
    if between and (between["after"] or between["until"]):
        first, last = (typed_day(end, today, "past") if end else OPEN for end in (between["after"], between["until"]))
        return f"{first}/{last}"
    if re.match(r"\d{4}-\d{2}-\d{2}T", bare):
        return f"{typed_day(bare[:10], today)}T{typed_clock(bare[11:])}"
    if _is_clock(bare):
        return f"T{typed_clock(bare)}"
    timed = _AT.match(bare)
    if timed and not re.fullmatch(r"\d{4}", timed["clock"]):
        return f"{typed_day(timed['day'], today)}T{typed_clock(timed['clock'])}"
    try:
        return typed_day(bare, today)
    except Misread:
        raise Misread(
            N_("»{text}« is no day or time. Write it as 28.9., 28.9. kl. 15.30, kl. 15.30 or senest 28.9."),
            text=text.strip(),
        ) from None


def typed_amount(text: str) -> int:
    """Return an amount in øre: ``12.500``, ``99,50 kr.``"""
    amount = amount_in(text)
    if amount is None:
        raise Misread(N_("»{text}« is no amount. Write it in kroner, as 12.500 or 99,50."), text=text.strip())
    return amount


def typed_count(text: str) -> int:
    """Return a whole number from 0 up."""
    bare = text.strip()
    if not (bare.isascii() and bare.isdigit() and len(bare) < 10):
        raise Misread(N_("»{text}« is no number. Write it in figures, as 7."), text=bare)
    return int(bare)


def day_as_typed(day: str) -> str:
    """Return a day as it is typed: ``28.09.2022``."""
    return date.fromisoformat(day).strftime("%d.%m.%Y")


def when_as_typed(when: str) -> str:
    """Return when something took effect as it is typed."""
    if when.startswith("T"):
        return f"kl. {when[1:].replace(':', '.')}"
    effective = Effective(when)
    if is_exact(effective):
        clock = when[11:].replace(":", ".")
        return day_as_typed(when[:10]) + (f" kl. {clock}" if clock else "")
    after, until = bounds(effective)
    said = [f"efter {day_as_typed(after)}" if after else "", f"senest {day_as_typed(until)}" if until else ""]
    return " ".join(filter(None, said))


def day_in_full(day: str) -> str:
    """Return a day with its weekday, so that a slip shows: ``onsdag 28. september 2022``."""
    return f"{spoken_weekday(day)} {spoken_date(day)}"


def _is_clock(text: str) -> bool:
    if not re.match(r"(?:kl|klokken)\b|\d{1,2}[.:]\d{2}\Z|\d{3,4}\Z", text, re.I):
        return False
    try:
        typed_clock(text)
    except Misread:
        return False
    return True


def _day_near(text: str, now: date, toward: Toward) -> date | None:
    if text in _NEAR:
        return now + timedelta(days=_NEAR[text])
    found = _WEEKDAY.match(text)
    if not found or found["rest"].strip(" .") not in ("", "næste uge"):
        return None
    away = (_weekday(found["weekday"]) - now.weekday()) % 7
    if found["rest"]:
        return now + timedelta(days=7 - now.weekday() + _weekday(found["weekday"]))
    return now + timedelta(days=away - 7 if toward == "past" and away else away)


def _day_in_week(text: str, now: date, toward: Toward) -> date | None:
    found = _WEEKDAY.match(text)
    week = _WEEK.match(found["rest"]) if found else None
    if not found or not week:
        return None
    weekday, number = _weekday(found["weekday"]) + 1, int(week["week"])
    years = [int(week["year"])] if week["year"] else [now.year - 1, now.year, now.year + 1]
    return _meant([day for year in years if (day := _iso_day(year, number, weekday))], now, toward)


def _day_dated(text: str, now: date, toward: Toward) -> date | None:
    weekday, rest = None, text
    lead = _WEEKDAY.match(text)
    if lead:
        weekday, rest = _weekday(lead["weekday"]), re.sub(r"\A(?:den|d\.?)\s*", "", lead["rest"], flags=re.I)
    found = _DAY_MONTH.match(rest) or _DIGITS.match(rest)
    groups = found.groupdict() if found else _mentioned(rest)
    if not groups:
        return None
    month, day = int(groups["month"]), int(groups["day"])
    years = [_year(groups["year"])] if groups.get("year") else [now.year + step for step in range(-4, 5)]
    days = [meant for year in years if (meant := _calendar_day(year, month, day))]
    meant = _meant(days, now, toward)
    if meant is not None and weekday is not None and meant.weekday() != weekday:
        raise Misread(
            N_("{date} is a {weekday}, not a {other}."),
            date=spoken_date(meant),
            weekday=spoken_weekday(meant),
            other=WEEKDAYS[weekday],
        )
    return meant


def _mentioned(text: str) -> dict[str, str] | None:
    mentions: list[DateMention] = dates_in(text, bare=True)
    if len(mentions) != 1 or mentions[0].start or text[mentions[0].end :].strip(" ."):
        return None
    one = mentions[0]
    return {"day": str(one.day), "month": str(one.month), "year": str(one.year or "")}


def _meant(days: list[date], now: date, toward: Toward) -> date | None:
    if len(days) < 2:
        return days[0] if days else None
    if toward == "past":
        return max((day for day in days if day <= now), default=None)
    if toward == "future":
        return min((day for day in days if day >= now), default=None)
    return min(days, key=lambda day: abs((day - now).days))


def _week(found: re.Match[str], now: date) -> str:
    week, year = int(found["week"]), int(found["year"] or 0)
    dated = f"{year}-W{week:02d}" if year and _iso_day(year, week, 1) else None
    period = dated if year else next_week(now, week)
    if period is None:
        raise Misread(N_("There is no week {week} in that year."), week=week)
    return period


def _weekday(name: str) -> int:
    return next(index for index, weekday in enumerate(WEEKDAYS) if weekday.startswith(name.casefold()[:3]))


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits) - (100 if int(digits) >= 70 else 0)


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso_day(year: int, week: int, weekday: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, weekday)
    except ValueError:
        return None
