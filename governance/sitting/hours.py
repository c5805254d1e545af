"""The time of day of what happens at a meeting: the clock tells it on the day itself, else somebody must."""

from datetime import datetime
from zoneinfo import ZoneInfo

from events.moments import Effective
from governance.danish import DENMARK


def clock_at(day: str, moment: datetime) -> str | None:
    """Return the time of day in Denmark (``16:42``) where the moment is on the day of the meeting, else None."""
    here = moment.astimezone(ZoneInfo(DENMARK))
    return here.strftime("%H:%M") if here.date().isoformat() == day else None


def effective_at(day: str, time: str) -> Effective:
    """Return when something took effect: at a time of day, or on the day where none is known."""
    return Effective(f"{day}T{time}" if time else day)
