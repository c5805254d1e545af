"""Saying what was recorded."""

from collections.abc import Sequence

import msgspec

from events.entry import Entry
from governance.book import Book
from governance.commandline.output import put, put_line
from governance.log_lines import LogLines


def report_entries(book: Book, entries: Sequence[Entry], *, as_json: bool) -> None:
    """Print entries that were recorded, as lines of the log or as JSON Lines."""
    lines = LogLines(book)
    for entry in entries:
        if as_json:
            put(msgspec.json.encode(lines.as_data(entry)) + b"\n")
        else:
            put_line(lines.as_text(entry))
