"""The file of the index: made with the rights of the record, opened, or, where that cannot be, a nameless one."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

APPLICATION_ID = 0x52656673
"""Marks the file as an index of ours (``Refs``), in SQLite's header."""

FORMAT = 2
"""The form of the index, in ``user_version``; an index of another form is made anew."""

_TABLES = (
    "CREATE TABLE books (id INTEGER PRIMARY KEY, book TEXT NOT NULL UNIQUE, upto INTEGER NOT NULL, body BLOB) STRICT",
    "CREATE TABLE known (book INTEGER NOT NULL, id TEXT NOT NULL, marks TEXT NOT NULL, PRIMARY KEY (book, id))"
    " STRICT, WITHOUT ROWID",
    "CREATE VIRTUAL TABLE held USING fts5(said, recorder, marks, detail=column, columnsize=0, prefix='1 2 3',"
    " tokenize='unicode61 remove_diacritics 0')",
    "CREATE VIRTUAL TABLE called USING fts5(said, detail=none, columnsize=0, tokenize='unicode61 remove_diacritics 0')",
)
"""``held`` has every entry; ``called`` once more those few that give a person or body a name: who is meant by a word is asked
for at every word.
"""
INDEXED = ("held", "called")
"""The tables that hold words."""

_PATIENCE = 5.0


def index_path(record: Path) -> Path:
    """Return where the index of a record is kept."""
    return record.with_name(f"{record.name}.search")


def open_index(record: Path) -> sqlite3.Connection:
    """Open the index of a record, made where there is none, and made anew where it is broken or of another form.

    Where it cannot be kept in its file it is in one without a name that is gone with the connection.
    """
    path = index_path(record)
    try:
        return _kept(path, _rights_of(record))
    except (sqlite3.Error, OSError):
        return nameless_index()


def nameless_index() -> sqlite3.Connection:
    """Open an index in a file without a name."""
    return _prepared(_connect(""))


def is_kept(record: Path) -> bool:
    """Tell whether a record has an index in its file."""
    return index_path(record).exists() and _is_ours(index_path(record))


def throw_away(record: Path) -> None:
    """Delete the index of a record; a file of somebody else is left alone."""
    if _is_ours(index_path(record)):
        _remove(index_path(record))


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Write in one transaction, all of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _kept(path: Path, rights: int) -> sqlite3.Connection:
    """Open the file, made first with the rights of the record: its words are not to be read by more people."""
    _make(path, rights)
    if not _is_ours(path):
        raise sqlite3.DatabaseError("not a database")
    connection = _connect(str(path))
    try:
        return _prepared(connection)
    except sqlite3.OperationalError:
        connection.close()
        raise
    except sqlite3.DatabaseError:
        connection.close()
        _remove(path)
        _make(path, rights)
        return _prepared(_connect(str(path)))


def _make(path: Path, rights: int) -> None:
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, rights))


def _connect(path: str) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=_PATIENCE, check_same_thread=False)


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Set the connection up, with the tables made where there are none. What is deleted is overwritten."""
    for pragma in ("secure_delete=ON", "temp_store=MEMORY", "synchronous=NORMAL", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")
    with writing(connection):
        form = connection.execute("PRAGMA user_version").fetchone()[0]
        if form not in (0, FORMAT):
            raise sqlite3.DatabaseError("an index of another form")
        if form == 0:
            for statement in _TABLES:
                connection.execute(statement)
            connection.execute("INSERT INTO held (held, rank) VALUES ('crisismerge', 32)")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={FORMAT}")
    return connection


def _is_ours(path: Path) -> bool:
    """Tell whether a file is an index of ours, or none yet."""
    try:
        with path.open("rb") as file:
            header = file.read(72)
    except OSError:
        return False
    return not header or int.from_bytes(header[68:72], "big") == APPLICATION_ID


def _rights_of(record: Path) -> int:
    try:
        return record.stat().st_mode & 0o666
    except OSError:
        return 0o600


def _remove(path: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)
