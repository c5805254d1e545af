"""Verifying a record file: every entry is read as it is stored, and every column held against the body."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from events.checking import Sequence, checked_entry
from events.entry import Entry
from events.errors import N_, RecordDamaged
from events.sqlite.opening import open_for_reading, said_in_words

_ROWS = "SELECT position, book, number, type, body, words FROM entries WHERE position > ? ORDER BY position LIMIT 2048"
_COMMANDS = """\
SELECT 1 FROM commands WHERE book = ? AND command_id = ? AND first <= ? AND last >= ?"""


class BadEntry(RecordDamaged):
    """An entry of the record is not as it was recorded; ``cause`` says in what."""

    def __init__(self, book: str, number: int, cause: RecordDamaged) -> None:
        super().__init__(
            N_("Entry {number} of {book} is not as it was recorded: {cause}. Keep the file, and take the newest copy."),
            book=book,
            number=number,
            cause=cause,
        )


def verified(path: Path) -> Iterator[Entry]:
    """Return the entries of all books of a record, each verified. Raises BadEntry that names the first bad one."""
    connection = open_for_reading(path)
    sequence = Sequence()
    position = 0
    try:
        while True:
            with said_in_words(path):
                rows = connection.execute(_ROWS, (position,)).fetchall()
            if not rows:
                return
            for row in rows:
                yield _verified_row(connection, row, sequence)
            position = rows[-1][0]
    finally:
        connection.close()


def _verified_row(
    connection: sqlite3.Connection, row: tuple[int, str, int, str, bytes, bytes], sequence: Sequence
) -> Entry:
    _, book, number, name, body, words = row
    try:
        entry = checked_entry(body, words)
        if (entry.book, entry.number, type(entry.event).__name__) != (book, number, name):
            raise RecordDamaged(N_("a column beside the body says otherwise"))
        if connection.execute(_COMMANDS, (book, entry.command_id, number, number)).fetchone() is None:
            raise RecordDamaged(N_("the command that made it is not noted"))
        sequence.follow(entry)
    except RecordDamaged as problem:
        raise BadEntry(book, number, problem) from None
    return entry
