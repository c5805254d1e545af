"""A list by itself in a terminal: ``python -m tests.bench.list_program KIND ROWS [RECORD]``; m writes its memory beside it."""

import sys
from array import array
from pathlib import Path

from textual.app import App, ComposeResult

from tests.bench.books import BOOK
from tests.bench.measuring import peak_memory
from tui.calm import keep_calm
from tui.entry_pages import EntryPages
from tui.listing import Listing
from tui.reading import unnamed
from tui.widgets.line_list import LineList
from tui.widgets.lines import Fetch, Line, picked


class Alone(App[None]):
    """One list over the whole screen."""

    PAUSE_GC_ON_SCROLL = True
    BINDINGS = [("m", "memory", "")]  # noqa: RUF012 - as the base class declares it

    def __init__(self, rows: int, fetch: Fetch, told: Path) -> None:
        super().__init__()
        self._rows, self._fetch, self._told = rows, fetch, told

    def compose(self) -> ComposeResult:
        yield LineList(id="list")

    def on_mount(self) -> None:
        lines = self.query_one(LineList)
        lines.show_lines(self._rows, self._fetch)
        lines.focus()

    def action_memory(self) -> None:
        """Say how much memory was in use at the most, in KiB."""
        self._told.write_text(str(peak_memory()), encoding="utf-8")


def _numbered(first: int, count: int) -> list[Line]:
    return [
        Line(f"{index + 1:>8} a row of a list that is made as it is drawn") for index in range(first, first + count)
    ]


def source(kind: str, rows: int, record: Path) -> Fetch:
    """Return what the list of this kind fetches its lines from."""
    if kind == "rows":
        return _numbered
    if kind == "filtered":
        return picked(_numbered, array("q", range(rows)))
    pages, telling = EntryPages(record, BOOK), unnamed(record, BOOK)
    listing = Listing(rows, found=array("q", range(1, rows + 1)) if kind == "found" else None)
    return lambda first, count: pages.lines(listing, telling, first, count)


if __name__ == "__main__":
    keep_calm()
    kind, rows, record = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    Alone(rows, source(kind, rows, record), Path(sys.argv[4])).run()
