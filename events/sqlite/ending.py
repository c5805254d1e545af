"""A connection whose statements end, whatever the file holds.

The pages of a prepared file may lead to one another without end: in a table, in an index, and in the list of tables that
SQLite reads at the first statement of all.
"""

import sqlite3
from collections.abc import Iterable
from typing import Any

_STEPS = 1_000_000
_STEPS_AT_OPENING = 2_000
MOST_STEPS = 200
"""A page of 512 entries takes SQLite less than one million steps of its machine; a statement may take 200 million. Before
the tables are known, that is 400,000: there are few of them.
"""

_PAGE_BYTES = 8_000_000


def page_of(rows: Iterable[Any]) -> list[Any]:
    """Return the next rows, whose last two columns are body and words: all of them, or as many as make some megabytes."""
    page, size = [], 0
    for row in rows:
        page.append(row)
        size += len(row[-1]) + len(row[-2])
        if size > _PAGE_BYTES:
            break
    return page


class EndingConnection(sqlite3.Connection):
    """A connection that stops a statement which works for too long: it raises sqlite3.OperationalError then."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._work = _Work()
        self.set_progress_handler(self._work.step, _STEPS_AT_OPENING)

    def opened(self) -> None:
        """From now on, give statements the time that a big book takes."""
        self.set_progress_handler(self._work.step, _STEPS)

    def trusted(self) -> None:
        """From now on, let statements take as long as they like: the file was looked at."""
        self.set_progress_handler(None, 0)

    def execute(self, statement: str, values: Any = (), /, *, patience: int = 1) -> sqlite3.Cursor:
        """Execute a statement as the base class does. ``patience`` multiplies the work that it may take."""
        self._work.left = MOST_STEPS * patience
        return super().execute(statement, values)


class _Work:
    def __init__(self) -> None:
        self.left = MOST_STEPS

    def step(self) -> bool:
        self.left -= 1
        return self.left < 0
