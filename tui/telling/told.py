"""Some entries of a book, each in one line."""

from collections.abc import Iterable

from governance.book import Book
from governance.wording.lines import line
from tui.widgets.lines import Line


def told_in(book: Book, numbers: Iterable[int]) -> list[Line]:
    """Return these entries as lines, as they read now."""
    wanted = sorted(numbers)
    amendments, fold = book.amendments(), book.current()
    found = (entry for number in wanted for entry in book.entries(after=number - 1, upto=number))
    return [Line(f"{entry.number}  {line(fold, (amendments.in_force(entry) or entry).event)}") for entry in found]
