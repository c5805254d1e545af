"""Opening a record file: made when asked for, checked before it is trusted, and every refusal said in words."""

import os
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from events.errors import N_, RecordDamaged, RecordError
from events.sqlite.blocks import add_missing
from events.sqlite.schema import APPLICATION_ID, BLOCK_ROOTS, COMMANDS, ENTRIES, FORMAT, STATEMENTS
from events.system_faults import system_fault

WAIT_SECONDS = 5
"""How long another process may keep the record before we say that it is busy."""

_HEADER = b"SQLite format 3\x00"
_OLDEST_SQLITE = (3, 37, 0)


class RecordMissing(RecordError):
    """There is no record file at the path."""


class RecordForeign(RecordError):
    """The file is not a record of ours."""


class RecordNewer(RecordError):
    """The file was written by a newer program."""


class RecordReadOnly(RecordError):
    """The file or its folder cannot be written."""


class RecordBusy(RecordError):
    """Another process keeps the record locked."""


class TablesChanged(RecordDamaged):
    """The tables, triggers or indexes of the file are not as referat makes them."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            N_(
                "The tables of the record {path} are not as referat makes them: someone changed the file. "
                "Keep it, and take the newest copy."
            ),
            path=path,
        )


def open_for_reading(path: Path, *, though_changed: bool = False) -> sqlite3.Connection:
    """Return a read-only connection to a checked record. Raises a RecordError where the file will not do.

    With ``though_changed`` it will do where the tables that hold the entries are sound, whatever was put beside them or
    taken away: to find out what else was changed.
    """
    if not path.exists():
        raise RecordMissing(
            N_("There is no record at {path}. Import minutes or record an entry first, or name another file."),
            path=path,
        )
    if not path.is_file() and not path.is_dir():
        raise RecordForeign(N_("{path} is not a record of referat. Name the right file."), path=path)
    with said_in_words(path):
        _check_header(path)
        connection = sqlite3.connect(
            _uri(path, "ro"), uri=True, isolation_level=None, timeout=WAIT_SECONDS, check_same_thread=False
        )
        try:
            _check_identity(connection, path, though_changed=though_changed)
        except BaseException:
            connection.close()
            raise
        return connection


def prepare_for_writing(path: Path) -> None:
    """Make the record where there is none (its folder too), or check the one there is. Raises a RecordError."""
    _require_sqlite()
    with said_in_words(path):
        if path.exists() and path.stat().st_size:
            with closing(open_for_reading(path)) as connection:
                found = format_of(connection)
            if found < FORMAT:
                _bring_up(path)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        _make(path)


def format_of(connection: sqlite3.Connection) -> int:
    """Return the format that a record's file has."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def configure(connection: sqlite3.Connection) -> None:
    """Set what every writing connection needs: a commit is on the disk before it is acknowledged."""
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA fullfsync=ON")  # macOS: a plain fsync leaves the data in the drive
    connection.execute("PRAGMA secure_delete=ON")  # what is erased must not stay in free space
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA foreign_keys=ON")


@contextmanager
def said_in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite and the operating system say about the file into errors of ours."""
    try:
        yield
    except sqlite3.DatabaseError as problem:
        raise _worded(problem, path) from None
    except (PermissionError, IsADirectoryError) as problem:
        raise RecordReadOnly(
            N_("The record {path} cannot be opened: {problem}. Ask for access, or choose another file."),
            path=path,
            problem=system_fault(problem),
        ) from None
    except OSError as problem:
        raise RecordError(
            N_("The record {path} cannot be used: {problem}."), path=path, problem=system_fault(problem)
        ) from None


def _worded(problem: sqlite3.DatabaseError, path: Path) -> RecordError:
    said = str(problem)
    if "locked" in said or "busy" in said:
        return RecordBusy(
            N_("Another program keeps the record {path} locked. Nothing was written. Close it there, or try again."),
            path=path,
        )
    if "readonly" in said or "unable to open" in said:
        return RecordReadOnly(
            N_(
                "The record {path} cannot be opened or written here ({problem}). Nothing was written. "
                "Check the rights of the file and its folder."
            ),
            path=path,
            problem=system_fault(problem),
        )
    if "disk I/O" in said:
        return RecordError(
            N_(
                "The disk would not take or give the record {path}: there is no room, or the disk fails. Nothing was "
                "written. Make room, or have the disk looked at, and try again."
            ),
            path=path,
        )
    if "full" in said:
        return RecordError(
            N_("There is no room left for the record {path}. Nothing was written. Make room and try again."), path=path
        )
    return RecordDamaged(
        N_("The record {path} is damaged ({problem}). Do not write in it; keep it, and take the newest copy."),
        path=path,
        problem=system_fault(problem),
    )


def _uri(path: Path, mode: str) -> str:
    return f"{path.absolute().as_uri()}?mode={mode}"


def _require_sqlite() -> None:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise RecordError(
            N_("SQLite {version} is too old; referat needs {oldest} or newer. Use a newer Python."),
            version=sqlite3.sqlite_version,
            oldest=".".join(map(str, _OLDEST_SQLITE)),
        )


def _check_header(path: Path) -> None:
    with path.open("rb") as file:
        header = file.read(100)
    if _has_wal(path):
        return
    if not header.startswith(_HEADER):
        raise RecordForeign(N_("{path} is not a record of referat. Name the right file."), path=path)
    size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    if len(header) < 100 or path.stat().st_size < pages * (65536 if size == 1 else size):
        raise RecordDamaged(
            N_("The record {path} is cut off: it is shorter than it says. Keep it, and take the newest copy."),
            path=path,
        )


def _has_wal(path: Path) -> bool:
    """Tell whether writes wait beside the file. Where the power went while they were brought in, its first page may be
    torn, or say that the file is longer: SQLite brings them in again.
    """
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0


def _check_identity(connection: sqlite3.Connection, path: Path, *, though_changed: bool) -> None:
    _require_sqlite()
    connection.execute("PRAGMA trusted_schema=OFF")
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise RecordForeign(N_("{path} is not a record of referat. Name the right file."), path=path)
    found = format_of(connection)
    if found > FORMAT:
        raise RecordNewer(
            N_(
                "The record {path} was written by a newer referat (format {found}, this one reads {known}). Update referat."
            ),
            path=path,
            found=found,
            known=FORMAT,
        )
    if not (_has_sound_tables(connection) if though_changed else _is_as_made(connection, found)):
        raise TablesChanged(path)


def _is_as_made(connection: sqlite3.Connection, found: int) -> bool:
    query = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL LIMIT 100"
    rows = [tuple(map(str, row)) for row in connection.execute(query)]
    return found in STATEMENTS and sorted(rows) == sorted(map(_made, STATEMENTS[found]))


def _made(statement: str) -> tuple[str, str, str]:
    """Return type, name and text under which SQLite keeps what a CREATE statement makes."""
    _, kind, name = statement.split(maxsplit=3)[:3]
    return kind.lower(), name, statement


def _has_sound_tables(connection: sqlite3.Connection) -> bool:
    """Tell whether what is read of a record are tables as referat makes them, and not, say, a view without an end."""
    query = "SELECT name, sql FROM sqlite_schema WHERE name IN ('entries', 'commands', 'block_roots') LIMIT 4"
    made = {"entries": ENTRIES, "commands": COMMANDS, "block_roots": BLOCK_ROOTS}
    held = dict(connection.execute(query).fetchall())
    return held.keys() >= {"entries", "commands"} and all(made[name] == sql for name, sql in held.items())


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
