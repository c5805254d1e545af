"""Days and times of day as minutes write them, and how they are drawn."""

import random
from datetime import date, timedelta

MONTHS = [
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
]
WEEKDAYS = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]


def weekday_near(day: date) -> date:
    """Return the day, or the Monday after it where it is in a weekend, when hardly any council meets."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def clock(hour: int, minute: int) -> str:
    """Return a time of day as labels write it."""
    return f"{hour:02d}:{minute:02d}"


def spoken(time: str, mark: str = ".") -> str:
    """Return a time of day as minutes write it: ``9.30``."""
    return f"{int(time[:2])}{mark}{time[3:]}"


def day_written(day: date, dice: random.Random, *, near: date, past: bool = False) -> str:
    """Return a day inside a sentence; without the year only where the nearest such day is meant."""
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    clear = abs((day - near).days) < 300
    forms = [
        f"d. {day.day}. {month} {day.year}",
        f"den {day.day}. {month} {day.year}",
        f"d. {day.day}/{day.month} {day.year}",
        f"den {day:%d.%m.%Y}",
    ]
    forms += [f"d. {day.day}. {month}", f"den {day.day}. {month}"] * (2 if clear else 0)
    if not past:
        forms += [f"{weekday} d. {day.day}. {month} {day.year}", f"{weekday} den {day.day}. {month} {day.year}"]
        forms += [f"{weekday} d. {day.day}. {month}", f"{weekday} den {day.day}. {month}"] * (2 if clear else 0)
    return dice.choice(forms)


def day_of_head(day: date, style: str) -> str:
    """Return the day of the meeting in one of the ways in which a head gives it."""
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    return {
        "seed": f"{weekday.capitalize()} d. {day.day}. {month} {day.year}",
        "den": f"{weekday.capitalize()} den {day.day}. {month} {day.year}",
        "small": f"{weekday} den {day.day}. {month} {day.year}",
        "comma": f"{weekday.capitalize()}, den {day.day}. {month} {day.year}",
        "plain": f"{day.day}. {month} {day.year}",
        "no stop": f"{weekday.capitalize()} d. {day.day} {month} {day.year}",
        "short": f"{weekday.capitalize()} d. {day.day}. {month if len(month) < 5 else f'{month[:3]}.'} {day.year}",
        "dashes": f"{day:%d-%m-%Y}",
        "points": f"d. {day:%d.%m.%Y}",
        "slash": f"d. {day.day}/{day.month} {day.year}",
        "slash dash": f"{weekday} d. {day.day}/{day.month}-{day.year}",
        "iso": f"{day:%Y-%m-%d}",
        "short year": f"{day:%d.%m.%y}",
    }[style]


DAY_STYLES = (
    "seed", "seed", "den", "small", "comma", "plain", "no stop", "short", "dashes", "points", "slash", "slash dash", "iso",
    "short year",
)  # fmt: skip


def span(start: str, end: str, style: str) -> str:
    """Return a span of time as a head gives it."""
    mark = ":" if "colon" in style else "."
    one, two = spoken(start, mark), spoken(end, mark)
    return {
        "dash": f"kl. {one}-{two}",
        "spaced dash": f"kl. {one} – {two}",
        "til": f"kl. {one} til {two}",
        "fra til": f"fra kl. {one} til kl. {two}",
        "colon": f"kl. {one}-{two}",
        "colon spaced": f"Kl. {one} - {two}",
        "klokken": f"klokken {one}-{two}",
    }[style]


SPAN_STYLES = ("dash", "dash", "spaced dash", "til", "fra til", "colon", "colon spaced", "klokken")
