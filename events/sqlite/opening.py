"""Opening a record file: checked before it is trusted, and every refusal said in words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from events.errors import N_, RecordDamaged, RecordError
from events.plain_files import no_plain_file
from events.sqlite.ending import EndingConnection
from events.sqlite.first_bytes import DATABASE, first_bytes
from events.sqlite.schema import APPLICATION_ID, BLOCK_ROOTS, COMMANDS, ENTRIES, FORMAT, STATEMENTS
from events.system_faults import system_fault

WAIT_SECONDS = 5
"""How long another process may keep the record before we say that it is busy."""

_OLDEST_SQLITE = (3, 37, 0)
_AS_IF_NEWER = N_(
    "In the header of the record {path}, {field} is {found}, as if a newer referat had made the file, and should be "
    "{expected}: someone changed it. Keep the file, and take the newest copy."
)


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


class HeaderChanged(RecordDamaged):
    """A number in the header of the file is not that of a record of ours, though its tables are."""

    def __init__(self, path: Path, field: str, found: int, expected: int) -> None:
        as_if_newer = field == "user_version" and found > FORMAT
        super().__init__(
            _AS_IF_NEWER
            if as_if_newer
            else N_(
                "In the header of the record {path}, {field} is {found} and should be {expected}: someone changed the file. "
                "Keep it, and take the newest copy."
            ),
            path=path,
            field=field,
            found=found,
            expected=expected,
        )


def open_for_reading(path: Path, *, though_changed: bool = False) -> EndingConnection:
    """Return a read-only connection to a checked record. Raises a RecordError where the file will not do.

    With ``though_changed`` it will do where the tables that hold the entries are sound, whatever was put beside them or
    taken away, and whatever the header says: to find out what else was changed.
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
        check_companions(path)
        connection = sqlite3.connect(
            _uri(path, "ro"),
            uri=True,
            isolation_level=None,
            timeout=WAIT_SECONDS,
            check_same_thread=False,
            factory=EndingConnection,
        )
        try:
            _check_identity(connection, path, though_changed=though_changed)
            connection.opened()
        except BaseException:
            connection.close()
            raise
        return connection


def format_of(connection: sqlite3.Connection) -> int:
    """Return the format that a record's file has."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


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
        journal = path.with_name(path.name + "-journal")
        if journal.exists():
            return _hindered(path, journal)
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


def check_companions(path: Path) -> None:
    """Raise a RecordError where SQLite would wait at a pipe beside the record, or fail over a folder without naming it."""
    hindering = no_plain_file(path) if not path.is_dir() else None
    if hindering is not None:
        raise _hindered(path, hindering)


def _hindered(path: Path, hindering: Path) -> RecordError:
    return RecordError(
        N_(
            "The file {name} beside the record {path} keeps it from being opened. Nothing was written. "
            "Move {name} to another folder, keep it there, and try again."
        ),
        path=path,
        name=hindering.name,
    )


def _uri(path: Path, mode: str) -> str:
    return f"{path.absolute().as_uri()}?mode={mode}"


def require_sqlite() -> None:
    """Raise RecordError where this Python has too old an SQLite."""
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise RecordError(
            N_("SQLite {version} is too old; referat needs {oldest} or newer. Use a newer Python."),
            version=sqlite3.sqlite_version,
            oldest=".".join(map(str, _OLDEST_SQLITE)),
        )


def _check_header(path: Path) -> None:
    header = first_bytes(path, 100)
    if _has_wal(path):
        return
    if not header.startswith(DATABASE):
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
    require_sqlite()
    connection.execute("PRAGMA trusted_schema=OFF")
    if though_changed:
        if not _has_sound_tables(connection):
            raise TablesChanged(path)
        return
    if _marked_as(connection) != APPLICATION_ID:
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
    if found == 0 or _format_of_tables(connection) != found:
        raise TablesChanged(path)


def changes_in(connection: sqlite3.Connection, path: Path) -> list[RecordDamaged]:
    """Return in what the header and the tables of a file with sound entries are not as referat makes them."""
    changes = list[RecordDamaged]()
    marked, found, made = _marked_as(connection), format_of(connection), _format_of_tables(connection)
    if marked != APPLICATION_ID:
        changes.append(HeaderChanged(path, "application_id", marked, APPLICATION_ID))
    if found != made and (made or found not in STATEMENTS):
        changes.append(HeaderChanged(path, "user_version", found, made or FORMAT))
    return changes if made else [*changes, TablesChanged(path)]


def _marked_as(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def _format_of_tables(connection: sqlite3.Connection) -> int:
    """Return the format whose tables, triggers and indexes the file has, word for word; 0 where it is none."""
    query = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL LIMIT 100"
    rows = sorted(tuple(map(str, row)) for row in connection.execute(query))
    return next((one for one, made in STATEMENTS.items() if rows == sorted(map(_made, made))), 0)


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
