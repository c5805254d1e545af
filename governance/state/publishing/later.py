"""Publishing: to which later meeting a matter goes."""

from datetime import date

from governance.state.fold import Fold, Item, Meeting


def chronological(meeting: Meeting) -> tuple[str, str, int]:
    """Return the key by which meetings sort: date, start, and the order in which they came into the book."""
    return meeting.date, meeting.start or "", int(meeting.id[1:])


def postponed_to(fold: Fold, item: Item) -> str | None:
    """Return the meeting to which an item was put off: the one picked, that on the day named, or the next one that has
    the matter on its agenda.
    """
    event = item.postponed
    if event is None:
        return None
    return event.to_meeting or _in_period(fold, item, event.to_date) or _next_with(fold, item)


def continued_to(fold: Fold, item: Item) -> str | None:
    """Return the meeting at which work on an item goes on: the one picked, or the first in the time named."""
    event = item.continued
    if event is None:
        return None
    return event.to_meeting or _in_period(fold, item, event.to_period)


def _in_period(fold: Fold, item: Item, period: str | None) -> str | None:
    here = fold.meetings.get(item.meeting) if item.meeting else None
    if here is None or period is None:
        return None
    later = [held for held in fold.meetings.values() if held.date > here.date and _falls_in(held.date, period)]
    return min(later, key=chronological).id if later else None


def _falls_in(day: str, period: str) -> bool:
    if "W" in period:
        year, week, _ = date.fromisoformat(day).isocalendar()
        return f"{year:04d}-W{week:02d}" == period
    return day.startswith(period)


def _next_with(fold: Fold, item: Item) -> str | None:
    here = fold.meetings.get(item.meeting) if item.meeting else None
    if here is None or item.matter is None:
        return None
    later = [
        meeting
        for other in fold.items.values()
        if other.matter == item.matter and other.meeting and (meeting := fold.meeting(other.meeting)).date > here.date
    ]
    return min(later, key=chronological).id if later else None
