"""How much happened when: days counted by month, by quarter or by year."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from events.entry import Entry
from events.moments import order_of
from governance.state.fold import Fold
from governance.state.published import Published

Step = Literal["month", "quarter", "year"]

_MONTHS: dict[Step, int] = {"month": 1, "quarter": 3, "year": 12}


class Counted(Published, frozen=True, kw_only=True):
    """How many days fall into one step; ``begins`` is its first month (``2022-09``)."""

    begins: str
    count: int


class OverTime(Published, frozen=True, kw_only=True):
    """The steps from the first to the last day that was counted, without gaps."""

    step: Step
    counts: list[Counted]


def over_time(days: Iterable[str], most: int) -> OverTime:
    """Return how many of the days (ISO dates) fall into each month, or, where that makes more than ``most`` steps, into
    each quarter or year. Of years there may be more.
    """
    months = Counter(_month(day) for day in days)
    if not months:
        return OverTime(step="month", counts=[])
    first, last = min(months), max(months)
    step: Step = next((held for held in ("month", "quarter") if _steps(first, last, held) <= most), "year")
    size = _MONTHS[step]
    counts: Counter[int] = Counter()
    for month, count in months.items():
        counts[month // size] += count
    return OverTime(
        step=step,
        counts=[
            Counted(begins=f"{place * size // 12:04}-{place * size % 12 + 1:02}", count=counts[place])
            for place in range(first // size, last // size + 1)
        ],
    )


def day_in_the_world(fold: Fold, entry: Entry) -> str | None:
    """Return the day (ISO date) that an entry is of: when it took effect, else that of its meeting, else, where it was not
    taken over from a document, when it was recorded. None where it is of no day.
    """
    if entry.effective is not None:
        return order_of(entry.effective) or None
    item = fold.items.get(getattr(entry.event, "item", None))  # type: ignore[arg-type]
    named = getattr(entry.event, "meeting", None) or (item.meeting if item is not None else None)
    meeting = fold.meetings.get(named)  # type: ignore[arg-type]
    if meeting is not None and meeting.date:
        return meeting.date
    return entry.recorded_at[:10] if entry.provenance is None else None


def _steps(first: int, last: int, step: Step) -> int:
    return last // _MONTHS[step] - first // _MONTHS[step] + 1


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1
