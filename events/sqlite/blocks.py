"""The block roots that a record file keeps: the roots over each 256 entries of a book, so that a proof needs no replay.

They are what C2SP tlog-tiles calls the hashes of level 1. Anybody with the file can change them: what matters is
reckoned from the entries, and verification compares.
"""

from collections.abc import Iterable
from sqlite3 import Connection, Cursor

from events.proofs.merkle import full_root, leaf_hashes
from events.proofs.tree import BLOCK
from events.sqlite.schema import INSERT_BLOCK_ROOT

_BODIES = "SELECT body FROM entries WHERE book = ? AND number > ? AND number <= ? ORDER BY number"
_NEXT = "SELECT coalesce(max(block), -1) + 1 FROM block_roots WHERE book = ?"
_HEADS = "SELECT book, max(number) FROM entries GROUP BY book"


def add_block_roots(cursor: Connection | Cursor, heads: Iterable[tuple[str, int, int]]) -> None:
    """Keep the roots of the blocks that became full. ``heads`` are (book, last number before, last number now)."""
    for book, before, now in heads:
        if before // BLOCK != now // BLOCK:
            _add(cursor, book, now // BLOCK)


def add_missing(cursor: Connection | Cursor) -> None:
    """Keep the roots of all full blocks that have none yet."""
    for book, last in cursor.execute(_HEADS).fetchall():
        _add(cursor, book, last // BLOCK)


def _add(cursor: Connection | Cursor, book: str, full: int) -> None:
    for block in range(cursor.execute(_NEXT, (book,)).fetchone()[0], full):
        bodies = cursor.execute(_BODIES, (book, block * BLOCK, (block + 1) * BLOCK)).fetchall()
        root = full_root(leaf_hashes(body for (body,) in bodies))
        cursor.execute(INSERT_BLOCK_ROOT, (book, block, root))
