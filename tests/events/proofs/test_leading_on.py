"""Reading comes to an end: while somebody records, and where an insider made an index that leads in a circle."""

import sqlite3
from collections import deque
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from events.damage import Damage
from events.sqlite import verification
from events.sqlite.leading_on import IndexDamaged, led_on
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verified, verify
from tests.events.proofs.kept_book import BOOK, recorded, sealed

COUNT = 700


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_recorded_while_a_record_is_verified_is_left_out(
    tmp_path: Path, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "SIDE_BY_SIDE", 0)
    path = tmp_path / "protokol.referat"
    recorded(path, 20)
    told: list[tuple[int, int]] = []

    def record(done: int, total: int) -> None:
        told.append((done, total))
        assert len(told) < 5, "it goes round and round"
        with closing(SqliteLog(path)) as log:
            log.append([sealed(total + len(told))])

    report = verify(path, processes=processes, progress=record)
    assert report.sound
    assert [book.entries for book in report.books] == [20]
    assert told == [(20, 20)]


def descending(path: Path) -> None:
    """Put an index in the place of that of the numbers that holds them from the last to the first."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE INDEX descending ON entries (book, number DESC)")
        connection.execute("PRAGMA writable_schema=ON")
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0"))
        for name, other in (("sqlite_autoindex_entries_1", "descending"), ("descending", "sqlite_autoindex_entries_1")):
            connection.execute("UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", (roots[other], name))
        connection.commit()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP INDEX descending")
        connection.commit()


def test_an_index_that_leads_in_a_circle_ends_every_reading(tmp_path: Path) -> None:
    path = tmp_path / "protokol.referat"
    recorded(path, COUNT)
    descending(path)
    first = verify(path).first
    assert first is not None
    assert first.damage is Damage.FILE
    with closing(SqliteLog(path)) as log, pytest.raises(IndexDamaged, match="leads back"):
        deque(islice(log.read(BOOK), 3 * COUNT))
    assert len(list(verified(path))) == COUNT


def test_a_page_that_leads_on() -> None:
    assert led_on(511, 512) == 512
    with pytest.raises(IndexDamaged):
        led_on(512, 512)
