"""Reading a record file that somebody may have prepared: with limits on lengths and on the work of a statement."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from events.errors import RecordDamaged
from events.sqlite.opening import changes_in, open_for_reading

LONGEST_VALUE = 16 * 1024 * 1024
"""Bytes that a value may have; an entry of the longest words has a fiftieth of it."""


def _text(stored: bytes) -> str:
    """Return a text whatever its bytes are: one that is none must not end the reading of those that are."""
    return stored.decode("utf-8", "replace")


ORDINARY_VALUE = 64 * 1024
"""Bytes that a value may have where many rows are fetched at once, so that they fit in memory whoever wrote them."""


class Guarded:
    """A read-only connection whose statements end, and whose values are of limited length."""

    def __init__(self, path: Path, *, though_changed: bool = False) -> None:
        self._connection = open_for_reading(path, though_changed=though_changed)
        self._connection.text_factory = _text
        self._longest = 0
        self._connection.execute("PRAGMA cell_size_check=ON")
        self._connection.execute("PRAGMA mmap_size=0")

    def rows(
        self, statement: str, values: Sequence[object] = (), *, patience: int = 1, longest: int = LONGEST_VALUE
    ) -> list[Any]:
        """Return all rows of a statement, whose values have ``longest`` bytes. Raises sqlite3.Error, also where one is longer.

        ``patience`` multiplies the work that it may take.
        """
        if longest != self._longest:
            self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, longest)
            self._longest = longest
        return self._connection.execute(statement, values, patience=patience).fetchall()

    def faults(self, entries: int) -> list[str]:
        """Return what SQLite says against the file: its pages, and indexes that do not fit the tables. Empty if nothing.

        ``entries`` is how many there are to look at.
        """
        try:
            rows = self.rows("PRAGMA integrity_check(5)", patience=1 + entries // 100_000)
        except sqlite3.Error as problem:
            return [str(problem)]
        said = [str(row[0]) for row in rows]
        return [] if said == ["ok"] else said

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def changes(self, path: Path) -> list[RecordDamaged]:
        """Return in what the file at this path, opened though it was changed, is not as referat makes one."""
        return changes_in(self._connection, path)
