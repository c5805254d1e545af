"""The small words of a line: how a person, a day, a meeting or an item is spoken of."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from events.ids import BodyId, ItemId, MeetingId, PersonId
from events.moments import Timestamp
from governance.danish import DENMARK
from governance.language import _
from governance.state.fold import Fold
from governance.state.publishing.meetings import agenda_of, shown_numbers

_LONGEST_QUOTE = 200


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
    """Return a moment of recording as the clock on the wall in Denmark showed it: ``28.09.2022 16:42``."""
    return datetime.fromisoformat(recorded_at).astimezone(ZoneInfo(DENMARK)).strftime("%d.%m.%Y %H:%M")


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


def outcome(period: str | None) -> str | None:
    """Return a period as it is written in figures."""
    return day(period) if period and len(period) == 10 else period


def quoted(text: str | None) -> str:
    """Return a text in quotation marks behind a colon, cut where it is long; empty where there is none."""
    if not text:
        return ""
    flat = " ".join(text.split())
    return f": »{flat[:_LONGEST_QUOTE]}…«" if len(flat) > _LONGEST_QUOTE else f": »{flat}«"
