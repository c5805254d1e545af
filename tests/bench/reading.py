"""Reading: full replay and a narrow projection, beside what SQLite and orjson take by themselves."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import orjson

from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.state.fold import Fold
from tests.bench.books import BOOK
from tests.bench.measuring import Ratio, compared


def reading(record: Path, count: int) -> Iterator[Ratio]:
    """Return the ratios of reading a record."""
    parse = "SELECT + orjson.loads of body and words"
    yield compared(
        "full replay",
        ours=lambda: _replay(record),
        raw=lambda: _parse(record),
        count=count,
        against=parse,
        goal=0.5,
    )
    yield compared(
        "narrow projection (types a year)",
        ours=lambda: _narrow(record),
        raw=lambda: _parse(record),
        count=count,
        against=parse,
        goal=0.8,
    )


def rows(record: Path) -> Iterator[tuple[bytes, bytes]]:
    """Return body and words of the entries, as plain SQLite reads them."""
    with closing(sqlite3.connect(record)) as connection:
        yield from connection.execute("SELECT body, words FROM entries WHERE book = ? ORDER BY number", (BOOK,))


def _parse(record: Path) -> None:
    for body, words in rows(record):
        orjson.loads(body)
        orjson.loads(words)


def _replay(record: Path) -> Fold:
    with closing(SqliteLog(record)) as log:
        return Book(log, BOOK).fold()


class _Type(msgspec.Struct):
    type: str


class _Narrow(msgspec.Struct):
    """The fields that the projection reads; msgspec skips the rest of the body."""

    recorded_at: str
    event: _Type


def _narrow(record: Path) -> dict[tuple[str, str], int]:
    decoder, counts = msgspec.json.Decoder(_Narrow), dict[tuple[str, str], int]()
    with closing(SqliteLog(record)) as log:
        for body, _ in log.read(BOOK):
            held = decoder.decode(body)
            key = held.event.type, held.recorded_at[:4]
            counts[key] = counts.get(key, 0) + 1
    return counts
