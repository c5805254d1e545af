"""What an insider does to a record with plain sqlite3, and then sets right again as well as it goes: bodies numbered
anew, commands, the clock and the kept roots made to fit, so that only somebody outside can tell.
"""

import sqlite3
from collections.abc import Callable

import orjson

from events.entry import canonical
from events.sqlite.blocks import add_missing
from tests.events.proofs.kept_book import BOOK, sealed

Rows = list[tuple[bytes, bytes]]
"""Body and words of the entries, in order."""

Tampering = Callable[[Rows, int], Rows]
"""Takes the entries and a number, and returns them as they should have been for the insider."""


def alter(rows: Rows, number: int) -> Rows:
    """Put an entry with another text in its place."""
    body, _ = rows[number - 1]
    other = sealed(number)
    fields = orjson.loads(other.body) | {"recorded_at": orjson.loads(body)["recorded_at"]}
    return [*rows[: number - 1], (canonical(fields), other.words), *rows[number:]]


def delete(rows: Rows, number: int) -> Rows:
    """Take an entry out."""
    return [*rows[: number - 1], *rows[number:]]


def insert(rows: Rows, number: int) -> Rows:
    """Put one in before it."""
    other = sealed(max(number, 2))
    return [*rows[: number - 1], (other.body, other.words), *rows[number - 1 :]]


def swap(rows: Rows, number: int) -> Rows:
    """Let it and the one after it change places."""
    return [*rows[: number - 1], rows[number], rows[number - 1], *rows[number + 1 :]]


def merge(rows: Rows, number: int) -> Rows:
    """Make one of it and the one after it."""
    both = sealed(number, said=f"begge dele, også nr. {number + 1}.")
    return [*rows[: number - 1], (both.body, both.words), *rows[number + 1 :]]


def duplicate(rows: Rows, number: int) -> Rows:
    """Have it twice."""
    return [*rows[:number], rows[number - 1], *rows[number:]]


def truncate(rows: Rows, number: int) -> Rows:
    """End the book before it."""
    return rows[: number - 1]


def first_bad(kind: str, number: int) -> int:
    """Return the first number under which another entry stands afterwards, or none."""
    return number + 1 if kind == "duplicate" else number


EVERY: dict[str, Tampering] = {
    "alter": alter,
    "delete": delete,
    "insert": insert,
    "swap": swap,
    "merge": merge,
    "duplicate": duplicate,
    "truncate": truncate,
}


def rows_of(connection: sqlite3.Connection) -> Rows:
    """Return what stands in the book."""
    return connection.execute("SELECT body, words FROM entries WHERE book = ? ORDER BY number", (BOOK,)).fetchall()


def rewritten(connection: sqlite3.Connection, rows: Rows) -> None:
    """Write the book anew with these entries, and make everything beside them fit."""
    connection.execute("BEGIN")
    for table in ("entries", "commands", "block_roots"):
        connection.execute(f"DELETE FROM {table}")
    commands: dict[str, list[int]] = {}
    moment = ""
    for number, (body, words) in enumerate(rows, 1):
        fields = orjson.loads(body)
        moment = max(moment, fields["recorded_at"])
        fields |= {"number": number, "recorded_at": moment}
        commands.setdefault(fields["command_id"], []).append(number)
        connection.execute(
            "INSERT INTO entries (book, number, type, body, words) VALUES (?, ?, ?, ?, ?)",
            (BOOK, number, fields["event"]["type"], canonical(fields), words),
        )
    for command, numbers in commands.items():
        connection.execute("INSERT INTO commands VALUES (?, ?, ?, ?)", (BOOK, command, numbers[0], numbers[-1]))
    add_missing(connection)
    connection.execute("COMMIT")
