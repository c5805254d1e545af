"""A record in one SQLite file, as a log of books."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from events.entry import Sealed
from events.errors import N_, BookConflict, RecordError
from events.log import BookHead
from events.sqlite.ending import EndingConnection, page_of
from events.sqlite.erasing import clean, erases
from events.sqlite.leading_on import led_on
from events.sqlite.making import prepare_for_writing
from events.sqlite.opening import open_for_reading, said_in_words
from events.system_faults import system_fault

if TYPE_CHECKING:
    from events.sqlite.recorder import Books

PAGE = 512
"""Entries that one read transaction fetches; long reads go in such ranges so that they do not pin the WAL."""

_READ = "SELECT number, body, words FROM entries WHERE book = ? AND number > ? AND number <= ? ORDER BY number LIMIT ?"
_AMENDMENTS = """\
SELECT body, words FROM entries INDEXED BY amendments
WHERE book = ? AND number <= ? AND type IN ('EntryStruck', 'EntryCorrected') ORDER BY number"""
_OF_TYPE = "SELECT body, words FROM entries WHERE book = ? AND type = ? ORDER BY number"
_BLOCK_ROOTS = "SELECT block, root FROM block_roots WHERE book = ? AND block >= ? AND block < ? ORDER BY block LIMIT ?"
_HAS_BLOCK_ROOTS = "SELECT 1 FROM sqlite_schema WHERE name = 'block_roots'"
_NO_LIMIT = 2**53


class SqliteLog:
    """The books of a record file. Reading opens the file read-only; the writing half is loaded at the first append."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reader: EndingConnection | None = None
        self._writer: Books | None = None
        self._prepared: tuple[int, int] | None = None

    def books(self) -> list[BookHead]:
        """Return the books there are, by name."""
        with said_in_words(self.path):
            rows = self._reading().execute("SELECT book, max(number) FROM entries GROUP BY book ORDER BY book")
            return [BookHead(book, entries) for book, entries in rows]

    def head(self, book: str) -> int:
        """Return the number of the book's last entry; 0 where there is no such book."""
        with said_in_words(self.path):
            row = self._reading().execute("SELECT max(number) FROM entries WHERE book = ?", (book,)).fetchone()
            return int(row[0] or 0)

    def read(self, book: str, *, after: int = 0, upto: int | None = None) -> Iterator[tuple[bytes, bytes]]:
        """Return (body, words) of the entries with ``after < number <= upto``, in order. Raises IndexDamaged."""
        after, last = min(after, _NO_LIMIT), _NO_LIMIT if upto is None else min(upto, _NO_LIMIT)
        while True:
            with said_in_words(self.path):
                rows = page_of(self._reading().execute(_READ, (book, after, last, PAGE)))
            for _, body, words in rows:
                yield body, words
            if not rows or rows[-1][0] == last:
                return
            after = led_on(after, rows[-1][0])

    def amendments(self, book: str, *, upto: int | None = None) -> Iterator[tuple[bytes, bytes]]:
        """Return (body, words) of the strikes and corrections up to that number, in order."""
        with said_in_words(self.path):
            rows = self._reading().execute(_AMENDMENTS, (book, _NO_LIMIT if upto is None else upto)).fetchall()
        yield from rows

    def of_type(self, book: str, name: str) -> Iterator[tuple[bytes, bytes]]:
        """Return (body, words) of the entries whose event has this name, in order."""
        with said_in_words(self.path):
            rows = self._reading().execute(_OF_TYPE, (book, name)).fetchall()
        yield from rows

    def recorded_by_command(self, book: str, command_id: str) -> tuple[int, int] | None:
        """Return the first and last entry that the command made, or None where it made none."""
        with said_in_words(self.path):
            statement = "SELECT first, last FROM commands WHERE book = ? AND command_id = ?"
            row = self._reading().execute(statement, (book, command_id)).fetchone()
        return None if row is None else (row[0], row[1])

    def block_roots(self, book: str, first: int, end: int) -> Iterator[tuple[int, bytes]]:
        """Return (block, root) of the kept roots with ``first <= block < end``, in order; any may be missing or wrong."""
        while first < end:
            with said_in_words(self.path):
                connection = self._reading()
                if not connection.execute(_HAS_BLOCK_ROOTS).fetchone():
                    return
                rows = connection.execute(_BLOCK_ROOTS, (book, first, end, PAGE)).fetchall()
            yield from rows
            if len(rows) < PAGE:
                return
            first = led_on(first, rows[-1][0] + 1)

    def append(self, entries: Sequence[Sealed]) -> None:
        """Append entries of one book, all or none, durably. Makes the record file where there is none.

        What a WordsErased among them names is erased in the same transaction, and its bytes are gone from the file when
        this returns. Raises ErasureUnfinished where that must wait: the entries are recorded, the words erased then.
        """
        from eventsourcing.persistence import IntegrityError, PersistenceError

        try:
            self._writing().append(entries)
        except IntegrityError as problem:
            raise self._conflict(entries[0], problem) from None
        except PersistenceError as problem:
            with said_in_words(self.path):
                raise (problem.__cause__ or problem) from None
        if erases(sealed.type for sealed in entries):
            clean(self.path)

    def prepare(self) -> None:
        """Make the record file where there is none. A file that took the place of the one in use is opened anew."""
        if self._prepared is not None and self._prepared == _identity(self.path):
            return
        self.close()
        prepare_for_writing(self.path)
        self._prepared = _identity(self.path)

    def close(self) -> None:
        """Let go of the file."""
        self._prepared = None
        if self._reader is not None:
            self._reader.close()
            self._reader = None
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def __del__(self) -> None:
        if hasattr(self, "_writer"):
            self.close()

    def _reading(self) -> EndingConnection:
        if self._reader is None:
            self._reader = open_for_reading(self.path)
        return self._reader

    def _writing(self) -> "Books":
        if self._writer is None:
            from events.sqlite.recorder import Books

            self.prepare()
            self._writer = Books(self.path)
        return self._writer

    def _conflict(self, first: Sealed, problem: Exception) -> BookConflict | RecordError:
        head = self.head(first.book)
        if head >= first.number or self.recorded_by_command(first.book, first.command_id):
            return BookConflict(
                N_("Someone else recorded entry {number} of {book} first. Nothing was written."),
                book=first.book,
                number=head,
            )
        return RecordError(
            N_("Entry {number} of {book} does not follow entry {head}. Nothing was written ({problem})."),
            book=first.book,
            number=first.number,
            head=head,
            problem=system_fault(problem),
        )


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another that took its name: what is written to the old one would be lost."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
