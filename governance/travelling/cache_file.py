"""The file beside a record that is kept for travelling and may be deleted: opened, or made anew where it will not do."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from events.errors import N_, ReferatError

APPLICATION_ID = 0x52656674
"""Marks the file as ours (``Reft``), in SQLite's header."""

_WAIT_SECONDS = 5.0


def cache_path(record: Path) -> Path:
    """Return where the file is kept."""
    return record.with_name(f"{record.name}.travel")


def opened(record: Path, tables: Sequence[str], form: int, *, read_only: bool = False) -> sqlite3.Connection:
    """Return a connection to the file with its tables; a broken one or one of another form is made anew.

    Where no file can be written, as for who may only read the record, or none is to be (``read_only``), it is one without
    a name that is gone with the connection. A file of somebody else's is left alone.
    """
    path = cache_path(record)
    for _ in range(0 if read_only else 2):
        try:
            return _kept(path, record, tables, form)
        except (sqlite3.Error, OSError, CacheBroken):
            if not _is_ours(path):
                break
            _remove(path)
    return _prepared(_connect(""), tables, form)


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
            problem=str(problem),
        ) from None


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all or nothing."""
    with said_in_words():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _kept(path: Path, record: Path, tables: Sequence[str], form: int) -> sqlite3.Connection:
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, record.stat().st_mode & 0o666))
    if not _is_ours(path):
        raise sqlite3.DatabaseError("not a file of ours")
    connection = _connect(str(path))
    try:
        return _prepared(connection, tables, form)
    except BaseException:
        connection.close()
        raise


def _connect(path: str) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=_WAIT_SECONDS, check_same_thread=False)


def _prepared(connection: sqlite3.Connection, tables: Sequence[str], form: int) -> sqlite3.Connection:
    for pragma in ("journal_mode=WAL", "synchronous=OFF", "temp_store=MEMORY", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")
    with writing(connection):
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found not in (0, form):
            raise sqlite3.DatabaseError("a file of another form")
        if found == 0:
            for statement in tables:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={form}")
    rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    if not sound or sorted(row[0] for row in rows) != sorted(tables):
        raise sqlite3.DatabaseError("a file that was changed")
    return connection


def _is_ours(path: Path) -> bool:
    """Tell whether a file is ours, or none yet."""
    try:
        with path.open("rb") as file:
            header = file.read(72)
    except OSError:
        return False
    return not header or int.from_bytes(header[68:72], "big") == APPLICATION_ID


def _remove(path: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)
