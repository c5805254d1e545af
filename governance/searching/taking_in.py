"""Taking entries into the index: their words, and the marks that tell what they are about."""

import sqlite3
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

import msgspec

from events.catalogue import WordsErased
from events.entry import unseal
from events.log import Log
from events.words import Words
from governance.searching.index_file import INDEXED
from governance.searching.marking import NAMING, belongings, marks_of
from governance.searching.sought import recorder_in, said_in

BATCH = 2048
"""Entries that one transaction takes in: others need not wait long, and what was taken in stays."""

SHIFT = 40
"""Of the number of a row the upper bits are the book's, the lower ones the entry's."""

_INSERT = "INSERT INTO held (rowid, said, recorder, marks) VALUES (?, ?, ?, ?)"
_INSERT_NAME = "INSERT INTO called (rowid, said) VALUES (?, ?)"
decode = msgspec.json.Decoder(Words).decode


class Batch(NamedTuple):
    """What became of a batch: whether there may be ``more`` to take in, and whether words were ``taken_out`` of the index."""

    more: bool
    taken_out: bool


def take_in(connection: sqlite3.Connection, log: Log, book: str) -> Batch:
    """Take in a batch of a book. Words that it says were erased are taken out, where the index has them yet."""
    row = connection.execute("SELECT id, upto, body FROM books WHERE book = ?", (book,)).fetchone()
    if taken_in_upto(connection, log, book) is None:
        row = _begun(connection, book, row)
    identifier, upto, digest = row
    base, count = identifier << SHIFT, 0
    erased: dict[int, None] = {}
    known = _Known(connection, identifier)
    for body, stored in log.read(book, after=upto, upto=upto + BATCH):
        entry, words = unseal(body, stored), decode(stored)
        marks = marks_of(entry, known)
        known.learn(belongings(entry, marks))
        index_entry(connection, base | entry.number, words, marks)
        digest, count = sha256(body).digest(), count + 1
        if isinstance(entry.event, WordsErased):
            erased[entry.event.entry] = None
    if count:
        known.keep()
    connection.execute("UPDATE books SET upto = ?, body = ? WHERE id = ?", (upto + count, digest, identifier))
    taken_out = [number for number in erased if _taken_again(connection, log, book, base, number)]
    if taken_out:
        write_anew(connection)
    return Batch(count == BATCH, bool(taken_out))


def _taken_again(connection: sqlite3.Connection, log: Log, book: str, base: int, number: int) -> bool:
    """Index an entry by the words that it has now, and tell whether the index had others."""
    row = connection.execute("SELECT said, recorder, marks FROM held WHERE rowid = ?", (base | number,)).fetchone()
    for _, stored in log.read(book, after=number - 1, upto=number):
        words = decode(stored)
        if row is not None and row[:2] != (said_in(words), recorder_in(words)):
            index_again(connection, base | number, words, row[2].split())
            return True
    return False


def index_again(connection: sqlite3.Connection, rowid: int, words: Words, marks: list[str]) -> None:
    """Put an entry into the index by other words than it has there."""
    for table in INDEXED:
        connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))  # noqa: S608 - names of ours
    index_entry(connection, rowid, words, marks)


def write_anew(connection: sqlite3.Connection) -> None:
    """Write the whole index anew, so that no part of it holds what was taken out."""
    for table in INDEXED:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 - names of ours


def index_entry(connection: sqlite3.Connection, rowid: int, words: Words, marks: list[str]) -> None:
    """Put an entry into the index; a word that is missing is not put there."""
    said = said_in(words)
    connection.execute(_INSERT, (rowid, said, recorder_in(words), " ".join(marks)))
    if NAMING in marks:
        connection.execute(_INSERT_NAME, (rowid, said))


def taken_in_upto(connection: sqlite3.Connection, log: Log, book: str) -> int | None:
    """Return the number of the last entry that was taken in; None where none was, or of another book of that name."""
    row = connection.execute("SELECT upto, body FROM books WHERE book = ?", (book,)).fetchone()
    return row[0] if row is not None and (not row[0] or _digest(log, book, row[0]) == row[1]) else None


def _begun(connection: sqlite3.Connection, book: str, held: tuple[int, int, bytes] | None) -> tuple[int, int, bytes]:
    """Begin with a book, or anew where another was taken in under its name."""
    if held is not None:
        base = held[0] << SHIFT
        for table in INDEXED:
            whole = (base, base | (1 << SHIFT) - 1)
            connection.execute(f"DELETE FROM {table} WHERE rowid > ? AND rowid <= ?", whole)  # noqa: S608
        connection.execute("DELETE FROM known WHERE book = ?", (held[0],))
        connection.execute("DELETE FROM books WHERE id = ?", (held[0],))
    cursor = connection.execute("INSERT INTO books (book, upto) VALUES (?, 0)", (book,))
    return int(cursor.lastrowid or 0), 0, b""


def _digest(log: Log, book: str, number: int) -> bytes | None:
    return next((sha256(body).digest() for body, _ in log.read(book, after=number - 1, upto=number)), None)


class _Known:
    """The marks of what was introduced earlier, those of this batch in memory."""

    def __init__(self, connection: sqlite3.Connection, book: int) -> None:
        self._connection = connection
        self._book = book
        self._new: dict[str, list[str]] = {}

    def __call__(self, identifier: str) -> list[str]:
        found = self._new.get(identifier)
        if found is None:
            found = self._new_from_file(identifier)
        return found

    def _new_from_file(self, identifier: str) -> list[str]:
        if identifier[0] == "e":
            rowid = self._book << SHIFT | int(identifier[1:])
            row = self._connection.execute("SELECT marks FROM held WHERE rowid = ?", (rowid,)).fetchone()
        else:
            statement = "SELECT marks FROM known WHERE book = ? AND id = ?"
            row = self._connection.execute(statement, (self._book, identifier)).fetchone()
        return row[0].split() if row is not None else []

    def learn(self, told: Iterable[tuple[str, list[str]]]) -> None:
        """Take in what is known of what an entry introduced."""
        for identifier, marks in told:
            self._new[identifier] = marks

    def keep(self) -> None:
        """Write what was learnt."""
        rows = ((self._book, identifier, " ".join(marks)) for identifier, marks in self._new.items())
        self._connection.executemany("INSERT OR REPLACE INTO known VALUES (?, ?, ?)", rows)
