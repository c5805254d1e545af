"""A long book opens at once: what is read before the first screen does not grow with the book."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from events.sqlite.log import SqliteLog
from governance.searching.index import SearchIndex
from governance.searching.sought import Sought
from governance.state.fold import Fold
from tests.tui.books import long_book
from tests.tui.screens import book_screen, opened, press, screen_text, settled, typed
from tui import reading
from tui.widgets.lines import PAGE

ENTRIES = 12_000


@pytest.fixture(scope="module")
def long_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with a book of 12,000 entries."""
    path = tmp_path_factory.mktemp("long") / "protokol.referat"
    long_book(path, ENTRIES)
    return path


@pytest.fixture
def rows_read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The rows that are read from now on, counted by the thread-safe append of each one's number in the reading."""
    rows: list[int] = []
    read = SqliteLog.read

    def counted(
        self: SqliteLog, book: str, *, after: int = 0, upto: int | None = None
    ) -> Iterator[tuple[bytes, bytes]]:
        for row in read(self, book, after=after, upto=upto):
            rows.append(1)
            yield row

    monkeypatch.setattr(SqliteLog, "read", counted)
    return rows


async def test_a_long_book_is_shown_before_it_is_read(
    long_record: Path, rows_read: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read = threading.Event()
    telling = reading.telling

    def held_back(*arguments: object, **named: object) -> object:
        may_read.wait(30)
        return telling(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "telling", held_back)
    from tui.app import ReferatApp

    app = ReferatApp(long_record, only_read=True)
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            for _ in range(1000):
                await pilot.pause(0.02)
                if "Person 11999 is named for the first time" in screen_text(pilot):
                    break
            assert f"entry {ENTRIES} of {ENTRIES}" in screen_text(pilot)
            assert "Person 11999 is named for the first time" in screen_text(pilot)
            assert len(rows_read) <= 2 * PAGE + 2
            may_read.set()
            await settled(pilot)
            assert len(rows_read) >= ENTRIES
    finally:
        may_read.set()


async def test_moving_in_a_long_book_reads_a_page_at_a_time(long_record: Path, rows_read: list[int]) -> None:
    async with opened(long_record) as pilot:
        for keys in (("home",), ("g", *"6000", "enter"), ("end",), ("o",)):
            rows_read.clear()
            await press(pilot, *keys)
            assert len(rows_read) <= 2 * PAGE + 20, keys
        assert book_screen(pilot).point == ENTRIES


async def test_a_search_in_a_long_book_finds_across_all_of_it(long_record: Path) -> None:
    async with opened(long_record) as pilot:
        await press(pilot, "s")
        await typed(pilot, "person 119")
        found = list(book_screen(pilot).listing.found or ())
        assert found == [number for number in range(2, ENTRIES + 1) if str(number).startswith("119")]
        await press(pilot, "enter", "home")
        assert book_screen(pilot).point == 119


def test_reading_stops_when_nobody_waits(long_record: Path, rows_read: list[int]) -> None:
    asked: list[int] = []

    def stopped() -> bool:
        asked.append(1)
        return len(asked) >= 3

    with pytest.raises(reading.Stopped):
        reading.state(long_record, "langraadet", ENTRIES, stopped)
    assert len(rows_read) < ENTRIES / 2
    rows_read.clear()
    asked.clear()
    assert reading.unnamed(long_record, "langraadet").fold == Fold("langraadet")
    index = SearchIndex(long_record)
    index.rebuild()
    found = list(reading.search(long_record, index, "langraadet", Sought(words="person"), stopped))
    index.close()
    assert len(found[-1]) < ENTRIES / 2
    assert len(rows_read) < ENTRIES / 2


async def test_a_state_that_takes_long_is_announced(long_record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may_read = threading.Event()
    state = reading.state

    def held_back(*arguments: object, **named: object) -> object:
        may_read.wait(30)
        return state(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "state", held_back)
    async with opened(long_record) as pilot:
        try:
            await pilot.press("2")
            await pilot.pause()
            assert "Members: reading …" in screen_text(pilot)
            assert "Person 12000" not in screen_text(pilot)
            await pilot.press("1", "2")
            may_read.set()
            await settled(pilot)
            assert f"Members after entry {ENTRIES}: 11999 persons" in screen_text(pilot)
        finally:
            may_read.set()
