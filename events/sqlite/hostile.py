"""Reading a record file that somebody may have prepared: with limits on lengths and on the work of a statement."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from events.sqlite.opening import open_for_reading

LONGEST_VALUE = 16 * 1024 * 1024
"""Bytes that a value may have; an entry of the longest words has a fiftieth of it."""

_STEPS = 1_000_000
_MOST_STEPS = 200
"""A page of 512 entries takes SQLite less than one million steps of its machine; a statement may take 200 million."""


class Guarded:
    """A read-only connection whose statements end: it stops one that works for too long."""

    def __init__(self, path: Path, *, though_changed: bool = False) -> None:
        self._connection = open_for_reading(path, though_changed=though_changed)
        self._worked = 0
        self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
        self._connection.execute("PRAGMA cell_size_check=ON")
        self._connection.execute("PRAGMA mmap_size=0")
        self._connection.set_progress_handler(self._step, _STEPS)

    def rows(self, statement: str, values: Sequence[object] = (), *, patience: int = 1) -> list[Any]:
        """Return all rows of a statement. ``patience`` multiplies the work that it may take. Raises sqlite3.Error."""
        self._worked = _MOST_STEPS - _MOST_STEPS * patience
        return self._connection.execute(statement, values).fetchall()

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

    def _step(self) -> bool:
        self._worked += 1
        return self._worked > _MOST_STEPS
