"""Record files whose pages lead to one another without end: read page by page, they would take longer than anybody lives."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

_SIZE = 4096
_LEVELS = 7
_LEAF_OF = {2: 10, 5: 13}
"""Kinds of pages (https://www.sqlite.org/fileformat.html, section 1.6): a leaf of an index, of a table."""

Spoil = Callable[[Path], None]


def endless_index(path: Path) -> None:
    """Let the index by which books are found have no end."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_entries_1'"
        root: int = connection.execute(query).fetchone()[0]
    row = bytes([4, 15, 1, 1]) + b"a" + bytes([1, 1])
    key = bytes([len(row)]) + row
    pages = _pages(path)
    first = _bomb(pages, 2, key, [key] * 300)
    pages[root - 1] = _page(2, [first.to_bytes(4, "big") + key] * 200, first)
    _write(path, pages)


def endless_schema(path: Path, table: bytes = b"entries") -> None:
    """Let the list of tables have no end, which SQLite reads before the first statement. ``table`` is one with a key."""
    values = [b"index", b"sqlite_autoindex_%s_1" % table, table]
    lengths = [13 + 2 * len(value) for value in values]
    row = bytes([6, *lengths, 1, 0]) + b"".join(values) + bytes([3])
    pages = _pages(path)
    head, own = pages[0][:100], pages[0]
    begin = 12 if own[100] == 5 else 8
    pointers = own[100 : 100 + begin + 2 * int.from_bytes(own[103:105], "big")]
    pages.append(pointers + own[len(pointers) :])
    kept = len(pages)
    first = _bomb(pages, 5, bytes([100]), [bytes([len(row), 100]) + row] * 30)
    pages[0] = head + _page(5, [kept.to_bytes(4, "big") + bytes([99])], first, begin=100)[100:]
    _write(path, pages)


EVERY: dict[str, Spoil] = {"index": endless_index, "schema": endless_schema}


def _bomb(pages: list[bytes], kind: int, key: bytes, leaf: Sequence[bytes]) -> int:
    """Add pages each of which leads to the next a few hundred times; return the number of the first."""
    pages.append(_page(_LEAF_OF[kind], leaf))
    for _ in range(_LEVELS):
        child = len(pages)
        pages.append(_page(kind, [child.to_bytes(4, "big") + key] * 200, child))
    return len(pages)


def _page(kind: int, cells: Sequence[bytes], right: int | None = None, begin: int = 0) -> bytes:
    page, end = bytearray(_SIZE), _SIZE
    at = begin + (8 if right is None else 12)
    for cell in cells:
        end -= len(cell)
        page[end : end + len(cell)] = cell
        page[at : at + 2] = end.to_bytes(2, "big")
        at += 2
    page[begin : begin + 8] = bytes([kind, 0, 0, *len(cells).to_bytes(2, "big"), *end.to_bytes(2, "big"), 0])
    if right is not None:
        page[begin + 8 : begin + 12] = right.to_bytes(4, "big")
    return bytes(page)


def _pages(path: Path) -> list[bytes]:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = path.read_bytes()
    return [whole[at : at + _SIZE] for at in range(0, len(whole), _SIZE)]


def _write(path: Path, pages: Sequence[bytes]) -> None:
    whole = bytearray(b"".join(pages))
    whole[28:32] = len(pages).to_bytes(4, "big")
    whole[92:96] = whole[24:28]
    path.write_bytes(whole)
