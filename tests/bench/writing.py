"""Writing: one durable entry through the whole path, and many at once, beside raw inserts into the same tables."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import count as counting
from pathlib import Path
from statistics import median

from events.catalogue import MeetingScheduled, NoteWritten
from events.entry import Entry, Sealed, seal
from events.ids import MeetingId
from events.jsonlines import written
from events.sqlite.log import SqliteLog
from events.sqlite.making import configure, prepare_for_writing
from events.sqlite.schema import INSERT_COMMAND, INSERT_ENTRY
from governance.book import Book
from governance.restoring import restore
from governance.rules.act import Act
from tests.bench.books import BOOK, entries_of, recorded
from tests.bench.measuring import Ratio, compared, seconds
from tests.chronicle import chronicle
from tests.taken import file_read, take

_SLOW_SYNC = 0.001
_ENTRIES = 400


def durable(folder: Path, entries: int = _ENTRIES) -> Iterator[Ratio]:
    """Return the ratio of one durable entry: decide, seal, append, fold, against an insert and a commit."""
    ours, raw = folder / "one.referat", folder / "raw-one.referat"
    recorded(ours, 40)
    prepare_for_writing(raw)
    with closing(SqliteLog(ours)) as log, closing(_writer(raw)) as connection:
        book, numbers = Book(log, BOOK, actor="Alice Ørsted"), counting(1)
        (scheduled,) = book.record(Act(event=MeetingScheduled(date="2090-01-10")))
        meeting = MeetingId(f"m{scheduled.number}")
        act = Act(event=NoteWritten(meeting=meeting, text="Rådet drøftede planen for det næste år."))
        row = _row(next(entries_of(1)))
        book.record(act)
        pairs = [
            (seconds(lambda: book.record(act)), seconds(lambda: _commit(connection, row, next(numbers))))
            for _ in range(entries)
        ]
    own, limit = median(own for own, _ in pairs), median(limit for _, limit in pairs)
    yield Ratio("one durable entry", 1 / own, 1 / limit, "entries/s", "BEGIN, INSERT, COMMIT", 0.25, limit / own)
    slow = (limit + _SLOW_SYNC) / (own + _SLOW_SYNC)
    yield Ratio(
        "  the same, were a sync 1 ms slower",
        1 / (own + _SLOW_SYNC),
        1 / (limit + _SLOW_SYNC),
        "entries/s",
        "reckoned from the line above",
        0.8,
        slow,
    )


def batches(folder: Path) -> Iterator[Ratio]:
    """Return the ratios of many entries at once: sealed and appended, restored, and taken over from minutes."""
    entries = list(entries_of(800))
    rows = [_row(entry) for entry in entries]
    fresh = counting()
    yield compared(
        "batch: seal and append",
        ours=lambda: _append(folder / f"batch-{next(fresh)}.referat", [seal(entry) for entry in entries]),
        raw=lambda: _insert(folder / f"raw-{next(fresh)}.referat", rows),
        count=len(entries),
        against="one transaction, executemany",
        goal=0.2,
        rounds=3,
    )
    lines = folder / "book.jsonl"
    lines.write_bytes(b"".join(_line(entry) for entry in entries))
    yield compared(
        "batch: restore from JSON Lines",
        ours=lambda: restore(folder / f"restored-{next(fresh)}.referat", str(lines)),
        raw=lambda: _insert(folder / f"raw-{next(fresh)}.referat", rows),
        count=len(entries),
        against="one transaction, executemany",
        rounds=3,
    )


def minutes(folder: Path) -> Iterator[Ratio]:
    """Return the ratio of taking over 100 minutes to reading their text alone."""
    texts, fresh = chronicle(1, 100), counting()
    yield compared(
        "import of minutes",
        ours=lambda: take(folder / f"taken-{next(fresh)}.referat", texts, together=True),
        raw=lambda: [file_read(text) for text in texts],
        count=len(texts),
        unit="files/s",
        against="reading their text alone",
        rounds=3,
    )


def _line(entry: Entry) -> bytes:
    sealed = seal(entry)
    return written(sealed.body, sealed.words)


def _row(entry: Entry) -> tuple[str, int, str, bytes, bytes]:
    sealed = seal(entry)
    return sealed.book, sealed.number, sealed.type, sealed.body, sealed.words


def _writer(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    configure(connection)
    return connection


def _commit(connection: sqlite3.Connection, row: tuple[str, int, str, bytes, bytes], number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(INSERT_ENTRY, (row[0], number, *row[2:]))
    connection.execute(INSERT_COMMAND, (row[0], f"command-{number}", number, number))
    connection.execute("COMMIT")


def _insert(path: Path, rows: Sequence[tuple[str, int, str, bytes, bytes]]) -> None:
    prepare_for_writing(path)
    with closing(_writer(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(INSERT_ENTRY, rows)
        connection.executemany(INSERT_COMMAND, ((row[0], f"command-{row[1]}", row[1], row[1]) for row in rows))
        connection.execute("COMMIT")


def _append(path: Path, entries: list[Sealed]) -> None:
    with closing(SqliteLog(path)) as log:
        log.append(entries)
