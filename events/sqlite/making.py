"""Making a record file, and preparing one for writing."""

import os
import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

from events.sqlite.blocks import add_missing
from events.sqlite.opening import (
    WAIT_SECONDS,
    check_companions,
    format_of,
    open_for_reading,
    require_sqlite,
    said_in_words,
)
from events.sqlite.schema import APPLICATION_ID, FORMAT, STATEMENTS


def prepare_for_writing(path: Path) -> None:
    """Make the record where there is none (its folder too), or check the one there is. Raises a RecordError."""
    require_sqlite()
    with said_in_words(path):
        if path.exists() and path.stat().st_size:
            with closing(open_for_reading(path)) as connection:
                found = format_of(connection)
            if found < FORMAT:
                _bring_up(path)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        check_companions(path)
        _make(path)


def configure(connection: sqlite3.Connection) -> None:
    """Set what every writing connection needs: a commit is on the disk before it is acknowledged."""
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA fullfsync=ON")  # macOS: a plain fsync leaves the data in the drive
    connection.execute("PRAGMA secure_delete=ON")  # what is erased must not stay in free space
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA foreign_keys=ON")


def _bring_up(path: Path) -> None:
    """Give a record of an older format what it lacks, all or nothing; its entries stay as they are."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=WAIT_SECONDS)) as connection:
        configure(connection)
        connection.execute("BEGIN IMMEDIATE")
        found = format_of(connection)  # another process may have been first
        if found < FORMAT:
            for statement in STATEMENTS[FORMAT]:
                if statement not in STATEMENTS[found]:
                    connection.execute(statement)
            add_missing(connection)
            connection.execute(f"PRAGMA user_version={FORMAT}")
        connection.execute("COMMIT")


def _make(path: Path) -> None:
    """Make a record beside its place and put it there whole: whoever makes it may be killed on the way."""
    if path.exists():
        _make_tables(path)
        return
    fresh = path.with_name(f".{path.name}.{uuid.uuid4().hex[:12]}.new")
    try:
        _make_tables(fresh)
        _put_in_place(fresh, path)
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            fresh.with_name(fresh.name + ending).unlink(missing_ok=True)


def _put_in_place(fresh: Path, path: Path) -> None:
    """Put a new record in its place, unless somebody else has put one there meanwhile."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if not path.exists():
            fresh.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _make_tables(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None, timeout=WAIT_SECONDS)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        configure(connection)
        connection.execute("BEGIN IMMEDIATE")
        if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            for statement in STATEMENTS[FORMAT]:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={FORMAT}")
        connection.execute("COMMIT")
    finally:
        connection.close()
