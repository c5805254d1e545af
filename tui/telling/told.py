"""Some entries of a book, each in one line."""

from collections.abc import Iterable, Sequence

from events.entry import Entry
from governance.book import Book
from governance.language import _
from governance.wording.lines import line
from tui.widgets.lines import Line


def told_in(book: Book, numbers: Iterable[int]) -> list[Line]:
    """Return these entries as lines, as they read now."""
    wanted = sorted(numbers)
    amendments, fold = book.amendments(), book.current()
    found = (entry for number in wanted for entry in book.entries(after=number - 1, upto=number))
    return [Line(f"{entry.number}  {line(fold, (amendments.in_force(entry) or entry).event)}") for entry in found]


def written_meanwhile(book: Book, entries: Sequence[Entry]) -> list[str]:
    """Return who recorded what while one was writing, each entry in a sentence."""
    text = _("Meanwhile {who} recorded: {entry}")
    lines = told_in(book, (entry.number for entry in entries))
    return [text.format(who=entry.recorded_by, entry=told.text) for entry, told in zip(entries, lines, strict=True)]
