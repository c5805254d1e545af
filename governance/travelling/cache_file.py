"""The file beside a record that is kept for travelling: its tables, and what is said where it cannot be used."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from events.errors import N_, ReferatError
from events.system_faults import system_fault
from governance import rebuildable_file
from governance.rebuildable_file import RebuildableFile

_TABLES = (
    "CREATE TABLE books (id INTEGER PRIMARY KEY, book TEXT UNIQUE, upto INTEGER, chain BLOB, last BLOB) STRICT",
    "CREATE TABLE about (book INTEGER, topic TEXT, number INTEGER, PRIMARY KEY (book, topic, number))"
    " STRICT, WITHOUT ROWID",
    "CREATE TABLE stands (book INTEGER, number INTEGER, day TEXT, meeting TEXT, item TEXT, horizon TEXT, held TEXT,"
    " PRIMARY KEY (book, number)) STRICT, WITHOUT ROWID",
    "CREATE INDEX by_day ON stands (book, day, number)",
    "CREATE INDEX by_meeting ON stands (book, meeting, number)",
    "CREATE TABLE amending (book INTEGER, number INTEGER, PRIMARY KEY (book, number)) STRICT, WITHOUT ROWID",
)


def _is_sound(connection: sqlite3.Connection) -> bool:
    rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    whole = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    return whole and sorted(row[0] for row in rows) == sorted(_TABLES)


_CACHE_FILE = RebuildableFile(
    ending="travel",
    application_id=0x52656674,  # Reft
    form=2,
    making=_TABLES,
    pragmas=("journal_mode=WAL", "synchronous=OFF", "temp_store=MEMORY", "trusted_schema=OFF"),
    is_sound=_is_sound,
)


def cache_path(record: Path) -> Path:
    """Return where the file is kept."""
    return _CACHE_FILE.path(record)


def opened(record: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Return a connection to the file of a record; with ``read_only`` it is one without a name. Raises CacheBroken."""
    with said_in_words():
        return _CACHE_FILE.nameless() if read_only else _CACHE_FILE.opened(record)


class CacheBroken(ReferatError):
    """The file that is kept for travelling turned out to be broken while it was in use."""


@contextmanager
def said_in_words() -> Iterator[None]:
    """Turn what SQLite says about the file into an error of ours."""
    try:
        yield
    except sqlite3.Error as problem:
        raise CacheBroken(
            N_(
                "The file beside the record that is kept for time travel cannot be used: {problem}. Its name ends in .travel. "
                "Delete it and try again; it is made anew."
            ),
            problem=system_fault(problem),
        ) from None


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all or nothing. Raises CacheBroken."""
    with said_in_words(), rebuildable_file.writing(connection):
        yield
