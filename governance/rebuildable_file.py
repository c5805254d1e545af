"""An SQLite file beside a record that can be rebuilt from it: opened, made anew where it will not do, thrown away.

Anybody may delete it. It is made with the rights of the record, so that no more people read it; one that somebody else put
there is left alone.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from events.plain_files import require_plain
from events.sqlite.ending import EndingConnection
from events.sqlite.first_bytes import first_bytes

_WAIT_SECONDS = 5.0
_HEADER, _MARK = 72, 68
"""So many bytes of SQLite's header (https://www.sqlite.org/fileformat.html, section 1.3), and where the application id is."""


@dataclass(frozen=True)
class RebuildableFile:
    """What a file of one kind is like.

    Its name is the record's with an ``ending``; ``application_id`` marks it as ours, in SQLite's header. ``making`` are the
    statements that make it in its present ``form``, which stands in ``user_version``; ``pragmas`` go before all that is done
    with it, and ``is_sound`` may look into it when it is opened.
    """

    ending: str
    application_id: int
    form: int
    making: Sequence[str]
    pragmas: Sequence[str]
    is_sound: Callable[[sqlite3.Connection], bool] = lambda _connection: True

    def path(self, record: Path) -> Path:
        """Return where the file of a record is kept."""
        return record.with_name(f"{record.name}.{self.ending}")

    def opened(self, record: Path) -> sqlite3.Connection:
        """Open the file of a record, made where there is none, and made anew where it is broken or of another form.

        Where it cannot be kept, as for who may only read, or where another program has locked it, it is one without a name.
        """
        try:
            return self._kept(self.path(record), _rights_of(record))
        except (sqlite3.Error, OSError):
            return self.nameless()

    def nameless(self) -> sqlite3.Connection:
        """Open a file without a name, which is gone with the connection."""
        return self._prepared("")

    def is_kept(self, record: Path) -> bool:
        """Tell whether a record has such a file, of ours."""
        return self.path(record).exists() and self._is_ours(self.path(record))

    def throw_away(self, record: Path) -> None:
        """Delete the file of a record; one of somebody else is left alone."""
        if self._is_ours(self.path(record)):
            _remove(self.path(record))

    def _kept(self, path: Path, rights: int) -> sqlite3.Connection:
        _make(path, rights)
        require_plain(path)
        if not self._is_ours(path):
            raise sqlite3.DatabaseError("not a file of ours")
        try:
            return self._prepared(str(path))
        except sqlite3.OperationalError:  # it is locked, or cannot be written: nothing is wrong with it
            raise
        except sqlite3.DatabaseError:
            _remove(path)
            _make(path, rights)
            return self._prepared(str(path))

    def _prepared(self, path: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            path, isolation_level=None, timeout=_WAIT_SECONDS, check_same_thread=False, factory=EndingConnection
        )
        try:
            for pragma in self.pragmas:
                connection.execute(f"PRAGMA {pragma}")
            connection.opened()
            with writing(connection):
                self._bring_into_form(connection)
            if not self.is_sound(connection):
                raise sqlite3.DatabaseError("a file that was changed")
            connection.trusted()
        except BaseException:
            connection.close()
            raise
        return connection

    def _bring_into_form(self, connection: sqlite3.Connection) -> None:
        form = connection.execute("PRAGMA user_version").fetchone()[0]
        if form not in (0, self.form):
            raise sqlite3.DatabaseError("a file of another form")
        if form == 0:
            for statement in self.making:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id={self.application_id}")
            connection.execute(f"PRAGMA user_version={self.form}")

    def _is_ours(self, path: Path) -> bool:
        """Tell whether a file is ours, or has nothing in it yet."""
        try:
            header = first_bytes(path, _HEADER)
        except OSError:
            return False
        return not header or int.from_bytes(header[_MARK:], "big") == self.application_id


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


def _make(path: Path, rights: int) -> None:
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, rights))


def _rights_of(record: Path) -> int:
    try:
        return record.stat().st_mode & 0o666
    except OSError:
        return 0o600


def _remove(path: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)
