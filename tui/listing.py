"""Which entry stands on which line: all of a book or what a search found, oldest or newest first."""

from array import array
from bisect import bisect_left


class Listing:
    """The order of the lines of a book. ``found`` holds the numbers that a search found, rising; None is every entry."""

    def __init__(self, head: int = 0, *, newest_first: bool = False, found: "array[int] | None" = None) -> None:
        self.head = head
        self.newest_first = newest_first
        self.found = found

    @property
    def count(self) -> int:
        """How many lines there are."""
        return self.head if self.found is None else len(self.found)

    def number(self, index: int) -> int:
        """Return the number of the entry on a line (from 0)."""
        place = self.count - 1 - index if self.newest_first else index
        return place + 1 if self.found is None else self.found[place]

    def numbers(self, start: int, count: int) -> list[int]:
        """Return the numbers of the entries on some lines, as many as there are."""
        return [self.number(index) for index in range(start, min(start + count, self.count))]

    def index(self, number: int) -> int:
        """Return the line of an entry, or of the one that comes next in the book where it is not listed."""
        found = range(1, self.head + 1) if self.found is None else self.found
        place = min(bisect_left(found, number), len(found) - 1)
        return max(0, self.count - 1 - place if self.newest_first else place)

    def lists(self, number: int) -> bool:
        """Tell whether an entry stands on a line."""
        if self.found is None:
            return 1 <= number <= self.head
        place = bisect_left(self.found, number)
        return place < len(self.found) and self.found[place] == number
