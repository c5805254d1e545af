"""The index of a record's words: an SQLite file beside the record, which anybody may delete.

It holds, for each entry, its words and its marks, in an FTS5 table. Words that are erased must leave it: ``forget`` takes
one out so that its bytes are gone from the file. Where the file cannot be written, as for who may only read the record,
the index is made in a file without a name that is gone with the program: no copy of the words stays where nobody
would look for it.
"""

import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from events.errors import N_, ReferatError
from events.log import Log
from governance.rebuildable_file import writing
from governance.searching.index_file import INDEX_FILE, index_path
from governance.searching.marking import KIND, TIME
from governance.searching.sought import Sought, terms_in, times_between
from governance.searching.taking_in import SHIFT, decode, index_again, take_in, taken_in_upto, write_anew

_FIND = "SELECT rowid FROM held WHERE held MATCH ? AND rowid > ? AND rowid <= ? ORDER BY rowid LIMIT ?"
_FIND_NAME = "SELECT rowid FROM called WHERE called MATCH ? AND rowid > ? AND rowid <= ? ORDER BY rowid LIMIT ?"
_NEVER = "y"
"""What no entry is marked with."""

Stopped = Callable[[], bool]

Named = Mapping[str, Collection[str]]
"""For a term the ids of those who go by it."""


class SearchIndex:
    """The index of one record; several threads may use it. A file that is no index of ours is left alone, one that is
    broken is made anew. With ``read_only`` no file is touched: the index lasts as long as it is open.
    """

    def __init__(self, record: Path, *, read_only: bool = False) -> None:
        self._record = record
        self._read_only = read_only
        self._connection: sqlite3.Connection | None = None
        self._lock = RLock()

    # finding

    def find(
        self, book: str, sought: Sought, named: Named | None = None, *, after: int = 0, limit: int = -1
    ) -> "array[int]":
        """Return the numbers of the entries of a book that are sought, rising, as far as the index reaches.

        ``named`` are the ids that go by a term: what is about them is found too. ``limit`` is how many at the most; -1 is all.
        """
        return self._matching(_FIND, book, expression(sought, named or {}), after, limit) if sought.asks else array("q")

    def naming(self, book: str, term: str) -> "array[int]":
        """Return the numbers of the entries that give a person or body a name with this term, the first 200 of them."""
        return self._matching(_FIND_NAME, book, f'"{term}"*', 0, 200)

    def _matching(self, find: str, book: str, match: str, after: int, limit: int) -> "array[int]":
        found: array[int] = array("q")
        with self._mending() as connection:
            row = connection.execute("SELECT id FROM books WHERE book = ?", (book,)).fetchone()
            if row is not None:
                base = row[0] << SHIFT
                last = base | (1 << SHIFT) - 1
                rows = connection.execute(find, (match, base + after, last, limit))
                found.extend(number - base for (number,) in rows)
        return found

    def reached(self, book: str) -> int:
        """Return the number of the last entry that the index holds; 0 where it holds none of the book."""
        with self._mending() as connection:
            row = connection.execute("SELECT upto FROM books WHERE book = ?", (book,)).fetchone()
        return row[0] if row is not None else 0

    # keeping up

    def catch_up(self, log: Log, book: str, stopped: Stopped = lambda: False) -> Iterator[int]:
        """Take in what was recorded since, and yield how far it has come after every batch.

        A book that is not the one that was taken in, by its last entry, is taken in anew. Words that were erased since leave
        the index, and its file, whoever erased them.
        """
        with self._mending() as connection:
            head = log.head(book)
            if taken_in_upto(connection, log, book) == head:
                yield head
                return
        more = True
        while more and not stopped():
            with self._mending() as connection:
                with writing(connection):
                    more, taken_out = take_in(connection, log, book)
                if taken_out:
                    connection.execute("VACUUM")
            yield self.reached(book)

    def forget(self, log: Log, book: str, number: int, pointer: str) -> None:
        """Take a word (by its pointer, as ``/event/text``) of an entry out of the index, and its bytes out of the file.

        To be called when the word is erased, before or after. It takes some seconds in a record of a million entries,
        because the index is written anew: only then no part of it holds the word. Raises WordNotForgotten.
        """
        try:
            with self._mending() as connection:
                if INDEX_FILE.is_kept(self._record) and not _has_file(connection):
                    raise WordNotForgotten(self._record)
                with writing(connection):
                    if not _taken_out(connection, log, book, number, pointer):
                        return
                connection.execute("VACUUM")
        except IndexBroken:
            if INDEX_FILE.is_kept(self._record):
                raise WordNotForgotten(self._record) from None

    def rebuild(self) -> None:
        """Throw the index away; the next ``catch_up`` makes it anew."""
        self.close()
        if not self._read_only:
            INDEX_FILE.throw_away(self._record)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def _mending(self) -> Iterator[sqlite3.Connection]:
        """Give the connection. An index that turns out to be broken is thrown away, one that cannot be used now is passed
        over for a nameless one; what was asked for begins anew. Raises IndexBroken.
        """
        try:
            with self._lock:
                if self._connection is None:
                    self._connection = INDEX_FILE.nameless() if self._read_only else INDEX_FILE.opened(self._record)
                yield self._connection
        except sqlite3.DatabaseError as problem:
            if "malformed" in str(problem) or "not a database" in str(problem):
                self.rebuild()
            else:
                self.close()
                self._connection = INDEX_FILE.nameless()
            raise IndexBroken from None


class IndexBroken(Exception):
    """The index was broken, or could not be used; it is made anew by catching up."""


class WordNotForgotten(ReferatError):
    """A word that is erased could not be taken out of the index."""

    exit_code = 5

    def __init__(self, record: Path) -> None:
        super().__init__(
            N_("The word is still in the search index {path}, which cannot be written now. Delete that file."),
            path=index_path(record),
        )


def _has_file(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA database_list").fetchone()[2])


def _taken_out(connection: sqlite3.Connection, log: Log, book: str, number: int, pointer: str) -> bool:
    """Index an entry anew without one of its words, and write the whole index anew; tell whether the entry was there."""
    row = connection.execute("SELECT id, upto FROM books WHERE book = ?", (book,)).fetchone()
    if row is None or number > row[1]:
        return False
    rowid = row[0] << SHIFT | number
    marks = connection.execute("SELECT marks FROM held WHERE rowid = ?", (rowid,)).fetchone()
    for _, stored in log.read(book, after=number - 1, upto=number):
        words = {name: held for name, held in decode(stored).items() if name != pointer}
        index_again(connection, rowid, words, marks[0].split() if marks else [])
    write_anew(connection)
    return True


def expression(sought: Sought, named: Named) -> str:
    """Return what is sought in the language of FTS5 (https://www.sqlite.org/fts5.html, section 3)."""
    parts = [_said_or_about(term, sorted(named.get(term, ()))) for term in sought.terms]
    parts += [f'recorder : "{term}"*' for term in terms_in(sought.by)]
    parts += [f'marks : "{identifier}"' for identifier in sought.about]
    if sought.kinds:
        parts.append(_any_of(f"{KIND}{kind}" for kind in sought.kinds))
    if sought.first or sought.last:
        parts.append(_any_of(f"{TIME}{time}" for time in times_between(sought.first, sought.last)))
    return " AND ".join(parts)


def _said_or_about(term: str, ids: list[str]) -> str:
    return "(" + " OR ".join([f'said : "{term}"*', *(f'marks : "{one}"' for one in ids)]) + ")"


def _any_of(marks: Iterable[str]) -> str:
    """Return an expression for any of some marks; where there are none, nothing has them."""
    return "(" + " OR ".join(f'marks : "{mark}"' for mark in list(marks) or [_NEVER]) + ")"
