"""The whole book on one line: how much stands at each time, and where the meetings, amendments and findings are."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import log1p
from typing import NamedTuple

LEVELS = 8
"""A slice of time with entries is drawn in one of so many heights."""


class Timeline(NamedTuple):
    """The days (ISO) of a book in order, each with how many entries stand at it, and the days of what is marked there."""

    days: Sequence[tuple[str, int]] = ()
    meetings: Sequence[str] = ()
    amendments: Sequence[str] = ()
    findings: Sequence[str] = ()

    @property
    def first(self) -> str:
        """The first day that is known; empty where there is none."""
        return next((day for day, _ in self.days if day), "")

    @property
    def last(self) -> str:
        """The last day that is known; empty where there is none."""
        return self.days[-1][0] if self.days else ""

    def column(self, day: str, width: int) -> int:
        """Return in which of ``width`` columns a day lies; what stands before the first known day lies in the first."""
        return next(self._columns([day], width))

    def heights(self, width: int) -> list[int]:
        """Return for each column how high it is, 0 for nothing: by the order of how many entries stand there."""
        counts = [0] * width
        for column, (_, count) in zip(self._columns((day for day, _ in self.days), width), self.days, strict=True):
            counts[column] += count
        most = log1p(max(counts, default=0))
        return [min(LEVELS, 1 + int((LEVELS - 1) * log1p(count) / most + 0.5)) if count else 0 for count in counts]

    def columns(self, days: Iterable[str], width: int) -> set[int]:
        """Return the columns in which some days lie."""
        return set(self._columns(filter(None, days), width))

    def _columns(self, days: Iterable[str], width: int) -> Iterator[int]:
        first, last = _ordinal(self.first), _ordinal(self.last)
        for day in days:
            here = min(max(_ordinal(day), first), last)
            yield (here - first) * (width - 1) // (last - first) if last > first else 0

    def day_in(self, column: int, width: int) -> str:
        """Return the last day (ISO) that lies in a column; empty where nothing is known."""
        if not self.last:
            return ""
        first, last = _ordinal(self.first), _ordinal(self.last)
        days = -(-(column + 1) * (last - first) // max(1, width - 1)) - 1
        return date.fromordinal(min(last, first + max(0, days))).isoformat()


def _ordinal(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal() if day else 0
