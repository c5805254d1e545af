"""The entries of a book as lines, read a page at a time."""

from pathlib import Path

from events.entry import unseal
from events.sqlite.log import SqliteLog
from governance.book import Book
from tui.listing import Listing
from tui.telling.entries import Telling
from tui.widgets.lines import Line


class EntryPages:
    """Reads the entries that are on the screen, and no more. A page is read in about a millisecond."""

    def __init__(self, record: Path, book: str) -> None:
        self._log = SqliteLog(record)
        self._book = Book(self._log, book)

    def lines(self, listing: Listing, telling: Telling, start: int, count: int) -> list[Line]:
        """Return some lines of a listing. Raises a ReferatError."""
        numbers = listing.numbers(start, count)
        if not numbers:
            return []
        first, last = min(numbers), max(numbers)
        ranges = [(first, last)] if last - first < 2 * len(numbers) else [(number, number) for number in numbers]
        stored = (
            sealed for low, high in ranges for sealed in self._log.read(self._book.name, after=low - 1, upto=high)
        )
        entries = {entry.number: entry for entry in (unseal(*telling.for_those_who_see(*sealed)) for sealed in stored)}
        width = len(str(listing.head))
        return [telling.row(entries[number], width) for number in numbers]

    def detail(self, telling: Telling, number: int) -> list[Line]:
        """Return everything about an entry; nothing where there is no such entry. Raises a ReferatError."""
        stored = self._log.read(self._book.name, after=number - 1, upto=number)
        return next((telling.detail(telling.for_those_who_see(*sealed)) for sealed in stored), [])

    def number_at(self, at: str) -> int:
        """Return the number of the entry at a number or moment of recording. Raises a ReferatError."""
        return self._book.number_at(at)

    def close(self) -> None:
        """Let go of the record."""
        self._log.close()
