"""Erasing words in a record file: in the transaction that says so, and then out of every page that still held them."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import orjson

from events.attachments import Attachments
from events.catalogue import WordsErased
from events.entry import canonical
from events.errors import N_, RecordError
from events.sqlite.making import configure
from events.sqlite.opening import WAIT_SECONDS, said_in_words

_WORDS = "SELECT words FROM entries WHERE book = ? AND number = ?"
_ERASE = "UPDATE entries SET words = ? WHERE book = ? AND number = ?"
_OF_ATTACHMENTS = "SELECT words FROM entries WHERE type IN ('DocumentAttached', 'EntryCorrected')"
_ERASURES = "SELECT book, body FROM entries WHERE type = 'WordsErased'"
_ERASING = WordsErased.__name__


class ErasureUnfinished(RecordError):
    """The words are erased from the book, but the file could not be rid of their bytes yet."""


def erases(types: Iterable[str]) -> bool:
    """Tell whether one of these types of event erases words."""
    return _ERASING in types


def erase_named(cursor: sqlite3.Cursor, book: str, body: bytes) -> None:
    """Erase the words that the body of a WordsErased names, where they are still there."""
    event = orjson.loads(body)["event"]
    row = cursor.execute(_WORDS, (book, event["entry"])).fetchone()
    if row is None:
        return
    words = orjson.loads(row[0])
    named = [pointer for pointer in event["fields"] if words.get(pointer) is not None]
    if named:
        erased = canonical({**words, **dict.fromkeys(named)})
        cursor.execute(_ERASE, (erased, book, event["entry"]))


def clean(path: Path) -> None:
    """Rid the record of what was erased: words that came back since, attached files that no entry names any more, and
    the bytes of words.

    For those, pages are written anew and the log of writes is emptied: free space and old frames of the WAL hold deleted
    bytes until then. It needs as much room again as the record takes. Raises ErasureUnfinished where another program
    reads in the record meanwhile, RecordError where there is no room.
    """
    with (
        said_in_words(path),
        closing(sqlite3.connect(path, isolation_level=None, timeout=WAIT_SECONDS)) as connection,
    ):
        configure(connection)
        _erase_again(connection)
        _remove_unnamed_files(connection, Attachments(path))
        connection.execute("VACUUM")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise ErasureUnfinished(
            N_(
                "The words are erased from the book, but another program reads the record {path}, so that the file "
                "still holds their bytes. Close it there, and run the same command again."
            ),
            path=path,
        )


def writes_wait(path: Path) -> bool:
    """Tell whether the log of writes of a record holds anything: bytes of erased words may be left there."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except OSError:
        return False


def _erase_again(connection: sqlite3.Connection) -> None:
    """Erase what entries say was erased: it may have come back with a copy."""
    cursor = connection.execute("BEGIN IMMEDIATE")
    for book, body in connection.execute(_ERASURES).fetchall():
        erase_named(cursor, book, body)
    connection.execute("COMMIT")


def _remove_unnamed_files(connection: sqlite3.Connection, attachments: Attachments) -> None:
    there = set(attachments.settled())
    if not there:
        return
    for (stored,) in connection.execute(_OF_ATTACHMENTS):
        words = orjson.loads(stored)
        there -= {word[1] for pointer, word in words.items() if word is not None and pointer.endswith("/sha256")}
    for digest in there:
        attachments.remove(digest)
