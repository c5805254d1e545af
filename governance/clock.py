"""The clock at the edge: moments in UTC for the record, days in Denmark for the council."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from events.errors import N_, RefusedEvent
from events.moments import Timestamp, timestamp
from governance.danish import DENMARK

Clock = Callable[[], datetime]
"""Returns the present moment, aware."""


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def day_in_denmark(moment: datetime) -> str:
    """Return the day (ISO date) that it is in Denmark at a moment."""
    return moment.astimezone(ZoneInfo(DENMARK)).date().isoformat()


def moment_from(text: str) -> Timestamp:
    """Return the moment that a text such as ``2026-11-21`` (its end), ``2026-11-21T15:30`` (Danish time) or one with an
    offset means. Raises RefusedEvent where it is none.
    """
    try:
        day_only = len(text) == 10
        moment = datetime.combine(date.fromisoformat(text), time.max) if day_only else datetime.fromisoformat(text)
    except ValueError:
        raise RefusedEvent(
            N_("'{text}' is neither an entry number nor a moment. Write 112, 2026-11-21 or 2026-11-21T15:30."),
            text=text,
        ) from None
    return timestamp(moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(DENMARK)))
