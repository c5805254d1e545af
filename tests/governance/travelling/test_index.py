"""The index is never trusted: where it does not stand on what the record holds, it is made anew."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from events.sqlite.log import SqliteLog
from governance.travelling.cache_file import CacheBroken, cache_path
from governance.travelling.kept_index import KeptIndex
from tests.each import BOOKS
from tests.events.test_sqlite_store import tampered
from tests.tui.books import BOOK, append_person, each_book, full_book
from tui.journey import Journey
from tui.reading import Stopped

FULL = len(BOOKS["foundation"])


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "protokol.referat"
    assert full_book(path) == FULL
    return path


def prepared(record: Path, book: str = BOOK) -> Journey:
    journey = Journey(record, book)
    journey.prepare(lambda: False, lambda _: None)
    return journey


def test_the_index_is_kept_beside_the_record_and_taken_up_again(record: Path) -> None:
    prepared(record).close()
    index = KeptIndex(record, BOOK)
    assert index.upto == FULL
    append_person(record, BOOK, FULL + 1, "Ny Person")
    log = SqliteLog(record)
    assert index.fits(log)
    assert not index.catch_up(log)
    assert index.upto == FULL + 1
    index.close()
    log.close()


def test_two_books_of_a_record_are_kept_apart(record: Path) -> None:
    each_book(record, "people")
    for name in (BOOK, "people"):
        prepared(record, name).close()
    one, other = KeptIndex(record, BOOK), KeptIndex(record, "people")
    assert one.upto == FULL
    assert other.upto not in (0, FULL)
    assert one.about("council", 99) != other.about("council", 99)
    one.close()
    other.close()


def test_it_holds_no_word_of_the_record(record: Path) -> None:
    prepared(record).close()
    kept = b"".join(path.read_bytes() for path in record.parent.glob("protokol.referat.travel*"))
    for word in ("Ægidius", "Ansøgning", "Arbejdsmarked", "Hanne"):
        assert word.encode() not in kept


def test_another_body_under_the_index_is_found_and_the_index_made_anew(record: Path) -> None:
    prepared(record).close()
    tampered(
        record,
        "UPDATE entries SET body = CAST(replace(body, '2023-01-10T15:45', '2023-01-10T15:46') AS BLOB) WHERE number = 11",
    )
    journey = prepared(record)
    assert journey.reached == FULL
    assert not journey.is_sound(lambda: False)
    assert journey.reached == 0
    journey.prepare(lambda: False, lambda _: None)
    assert journey.is_sound(lambda: False)
    assert journey.seen(11).entry.effective == "2023-01-10T15:46"
    journey.close()


def test_another_record_in_the_place_of_the_old_one_is_noticed_at_once(record: Path, tmp_path: Path) -> None:
    prepared(record).close()
    other = tmp_path / "other.referat"
    full_book(other)
    append_person(other, BOOK, FULL + 1, "Ny Person")
    tampered(other, f"DELETE FROM entries WHERE number <= {FULL}")
    tampered(other, f"UPDATE entries SET number = {FULL}")
    record.write_bytes(other.read_bytes())
    index, log = KeptIndex(record, BOOK), SqliteLog(record)
    assert not index.fits(log)
    index.close()
    log.close()


@pytest.mark.parametrize("content", [b"", b"rubbish", b"SQLite format 3\x00" + bytes(200)])
def test_a_file_that_is_no_index_is_left_alone_or_made_anew(record: Path, content: bytes) -> None:
    cache_path(record).write_bytes(content)
    journey = prepared(record)
    assert journey.reached == FULL
    journey.close()
    if content:
        assert cache_path(record).read_bytes() == content


def test_where_no_file_can_be_written_one_travels_all_the_same(record: Path) -> None:
    cache_path(record).mkdir()
    journey = prepared(record)
    assert journey.seen(24).stand.item == "i20"
    journey.close()


def test_making_it_ends_when_nobody_waits(record: Path) -> None:
    journey = Journey(record, BOOK)
    with pytest.raises(Stopped):
        journey.prepare(lambda: True, lambda _: None)
    journey.close()


def test_an_index_with_other_tables_is_made_anew(record: Path) -> None:
    prepared(record).close()
    with closing(sqlite3.connect(cache_path(record), isolation_level=None)) as connection:
        connection.execute("ALTER TABLE stands RENAME COLUMN horizon TO sky")
    journey = prepared(record)
    assert journey.seen(24).stand.horizon == "2023-01-10"
    journey.close()


def test_an_index_that_breaks_while_it_is_in_use_is_said_in_words(record: Path) -> None:
    journey = prepared(record)
    with closing(sqlite3.connect(cache_path(record), isolation_level=None)) as connection:
        connection.execute("DROP TABLE stands")
    with pytest.raises(CacheBroken, match="Delete it and try again"):
        journey.seen(24)
    journey.close()
