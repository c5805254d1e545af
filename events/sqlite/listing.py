"""The books that a record file holds, whatever they are called and however many somebody put in."""

import sqlite3
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from events.damage import Damage
from events.errors import N_, RecordError
from events.proofs.checkpoints import origin_of
from events.sqlite.hostile import Guarded
from events.sqlite.leading_on import IndexDamaged
from events.sqlite.stretches import body_of
from events.text import cut
from events.verifying.books import book_named_in
from events.verifying.findings import Finding, found

MOST_BOOKS = 10_000
"""Books of a record that are verified at a time; no council has as many."""

_LONGEST_NAME = 80_000
"""Bytes that a book's name may have: a text has at most 20,000 characters."""

_ANY_LENGTH = 1_000_000_000
"""As long as SQLite lets a value be. Only the beginning of a name is fetched, and the pages of the index are read anyway."""

_HEAD = "SELECT substr(CAST(book AS BLOB), 1, 80001), min(number), max(number), count(*) FROM entries"
_ONE = f"{_HEAD} WHERE book = ? GROUP BY book"
_HEADS = f"{_HEAD} WHERE book >= CAST(? AS TEXT) GROUP BY book ORDER BY book LIMIT 512"
_NAMES = """\
SELECT DISTINCT substr(CAST(book AS BLOB), 1, 80001) FROM entries
WHERE book >= CAST(? AS TEXT) ORDER BY book LIMIT 512"""

_WHOLE_NUMBERS = "SELECT min(number), max(number), count(*) FROM entries WHERE book = ? AND typeof(number) = 'integer'"


class Head(NamedTuple):
    """A book: its lowest and highest number, and how many entries it has."""

    book: str
    lowest: int
    last: int
    entries: int


def _name(stored: bytes) -> str | None:
    """Return a name as it is stored, or None where it is none that a book can have."""
    try:
        return stored.decode() if len(stored) <= _LONGEST_NAME else None
    except UnicodeDecodeError:
        return None


def _after(name: bytes) -> bytes | None:
    """Return where the names go on after this one, and after all that begin with it where only its beginning is known."""
    if len(name) <= _LONGEST_NAME:
        return name + b"\0"
    begins = name.rstrip(b"\xff")
    return begins[:-1] + bytes([begins[-1] + 1]) if begins else None


class Listing:
    """The books to be verified, in ``heads``; what is wrong with how they are listed, in ``findings``."""

    def __init__(self, guarded: Guarded, only: str | None, origins: Collection[str]) -> None:
        """``only`` is the one book to verify; ``origins`` are those of the logs that are to be verified in any case."""
        self.heads: list[Head] = []
        self.findings: list[Finding] = []
        self._guarded = guarded
        self._nameless = ""
        self._count_nameless = 0
        try:
            if only is None:
                self._take_all(origins)
            else:
                self._take_one(only)
        except (sqlite3.Error, IndexDamaged) as problem:
            self.findings.append(found(problem))
        if self._count_nameless:
            message = N_("that is no name of a book, and its entries were not read (books of such a name: {count})")
            self._find(self._nameless, message, count=self._count_nameless)

    def _take_one(self, book: str) -> None:
        for row in self._guarded.rows(_ONE, (book,)):
            self._take(row)
        if not self.heads:
            self._find(book, N_("there is no such book in the record"))

    def _take_all(self, origins: Collection[str]) -> None:
        for row in self._pages(_HEADS, b""):
            if len(self.heads) == MOST_BOOKS:
                message = N_(
                    "from it on only books that a checkpoint belongs to were read, for the record holds more than {most}; "
                    "name a book to have it verified"
                )
                self._find(row[0].decode("utf-8", "replace"), message, most=MOST_BOOKS)
                return self._take_begun_as(origins, row[0])
            self._take(row)
        return None

    def _take_begun_as(self, origins: Collection[str], first: bytes) -> None:
        """Take of the books from this one on those that somebody kept a checkpoint of: one a checkpoint, copies apart."""
        begun = dict[str, str]()
        for (raw,) in self._pages(_NAMES, first) if origins else ():
            name = raw.decode("utf-8", "replace")
            try:
                body = body_of(self._guarded, name, 1)
            except sqlite3.Error:  # then it is not what a checkpoint was made of
                continue
            if body and (origin := origin_of(body)) in origins and (origin not in begun or book_named_in(body) == name):
                begun[origin] = name
        for name in begun.values():
            for row in self._guarded.rows(_ONE, (name,)):
                self._take(row)

    def _take(self, row: tuple[Any, ...]) -> None:
        name = _name(row[0])
        if name is None:
            self._nameless = self._nameless or row[0].decode("utf-8", "replace")
            self._count_nameless += 1
            return
        if not type(row[1]) is type(row[2]) is int:
            self._find(name, N_("an entry of it has no whole number, so that it was not read"))
            row = (row[0], *self._guarded.rows(_WHOLE_NUMBERS, (name,))[0])
        if row[1] is not None:
            self.heads.append(Head(name, *row[1:]))

    def _pages(self, statement: str, start: bytes) -> Iterator[tuple[Any, ...]]:
        after: bytes | None = start
        while after is not None and (rows := self._guarded.rows(statement, (after,), longest=_ANY_LENGTH)):
            last = rows[-1][0]
            if last < after:
                raise IndexDamaged(after.decode("utf-8", "replace"), last.decode("utf-8", "replace"))
            yield from rows
            after = _after(last)

    def _find(self, book: str, message: str, **details: object) -> None:
        self.findings.append(Finding(Damage.FILE, RecordError(message, **details), cut(book)))
