"""The small words of a line: how a person, a day, a meeting or an item is spoken of."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from events.errors import N_
from events.ids import BodyId, ItemId, MeetingId, PersonId
from events.moments import Timestamp
from governance.danish import DENMARK
from governance.language import _
from governance.state.fold import Fold
from governance.state.publishing.meetings import agenda_of, shown_numbers

_LONGEST_QUOTE = 200
_MONTH = re.compile(r"0[1-9]|1[0-2]")
_WEEK = re.compile(r"W[0-5][0-9]")
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def person(fold: Fold, identifier: PersonId | None) -> str:
    """Return a person's name, or the id where the book does not tell."""
    return fold.persons.get(identifier, str(identifier)) if identifier is not None else "-"


def body(fold: Fold, identifier: BodyId | None) -> str:
    """Return a body's name, or the id where the book does not tell."""
    held = fold.bodies.get(identifier) if identifier is not None else None
    return held.registered.name if held is not None and held.registered is not None else str(identifier)


def day(text: str) -> str:
    """Return a day as Danes write it in figures: ``28.09.2022``."""
    try:
        return date.fromisoformat(text).strftime("%d.%m.%Y")
    except ValueError:
        return text


def moment(recorded_at: Timestamp | str) -> str:
    """Return a moment of recording as the clock on the wall in Denmark showed it: ``28.09.2022 16:42``.

    What is no moment, in a record that is damaged, is returned as it stands.
    """
    try:
        return datetime.fromisoformat(recorded_at).astimezone(ZoneInfo(DENMARK)).strftime("%d.%m.%Y %H:%M")
    except (ValueError, OverflowError):
        return recorded_at


def time(start: str | None, end: str | None) -> str:
    """Return a time of day as ``15:30-17:30``; empty where there is none."""
    return f"{start}-{end}" if start and end else start or ""


def meeting(fold: Fold, identifier: MeetingId | None) -> str:
    """Return the day of a meeting, or its id where the book does not tell."""
    held = fold.meetings.get(identifier) if identifier is not None else None
    return day(held.date) if held is not None and held.date else str(identifier)


def item(fold: Fold, identifier: ItemId | None) -> str:
    """Return an item as ``28.09.2022 item 7``."""
    held = fold.items.get(identifier) if identifier is not None else None
    if held is None or held.meeting is None:
        return str(identifier)
    number = shown_numbers(agenda_of(fold, fold.meeting(held.meeting))).get(held.id, "?")
    return numbered(fold.meeting(held.meeting).date or str(held.meeting), number)


def numbered(held: str, number: str) -> str:
    """Return an item by the day of its meeting and the number it has there, as ``28.09.2022 item 7``."""
    return _("{day} item {number}").format(day=day(held), number=number)


def period(text: str) -> str:
    """Return a year, month, week or day as it is said: ``2022``, ``March 2022``, ``week 43 of 2022``, ``28.09.2022``."""
    year, _dash, rest = text.partition("-")
    if _MONTH.fullmatch(rest):
        return _("{month} {year}").format(month=_(_MONTHS[int(rest) - 1]), year=year)
    if _WEEK.fullmatch(rest):
        return _("week {week} of {year}").format(week=int(rest[1:]), year=year)
    return day(text)


def quoted(text: str | None) -> str:
    """Return a text in quotation marks behind a colon, cut where it is long; empty where there is none."""
    if not text:
        return ""
    flat = " ".join(text.split())
    return f": »{flat[:_LONGEST_QUOTE]}…«" if len(flat) > _LONGEST_QUOTE else f": »{flat}«"
