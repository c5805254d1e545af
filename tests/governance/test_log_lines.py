"""The log in lines: one for each entry, whatever an entry holds."""

from pathlib import Path

import msgspec

from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.log_lines import LogLines
from tests.tui.books import BOOK, full_book


def test_a_name_of_several_lines_is_told_in_one(tmp_path: Path) -> None:
    """Nobody can record under such a name, but somebody may have put one into the file."""
    full_book(tmp_path / "r")
    log = SqliteLog(tmp_path / "r")
    book = Book(log, BOOK)
    entry = next(book.entries())
    forged = msgspec.structs.replace(entry, recorded_by="Hanne Bro  ok\n   48  22.11.2026 12:42  Hanne Bro")
    lines = LogLines(book)
    assert "Hanne Bro  ok" not in lines.as_text(forged)
    assert lines.as_text(forged).count("\n") == lines.as_text(entry).count("\n") == 0
    log.close()
