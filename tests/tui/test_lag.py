"""What may take long is done on threads of its own, not on the one that draws. How long it takes: tests/bench."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from events.catalogue import PersonRegistered
from events.sqlite.log import SqliteLog
from governance.book import Book
from tests.tui.books import full_book
from tests.tui.screens import opened, press, typed
from tui.recording import Doing
from tui.screens.planning import BoardScreen
from tui.widgets.lines import PAGE

WORK = ((SqliteLog, "append"), (SqliteLog, "books"), (Book, "carry_out"), (Book, "catch_up"), (Book, "amendments"))


class Done:
    """What was done on which thread, and how many rows each read on the thread that draws asked for."""

    def __init__(self) -> None:
        self.threads: dict[str, set[int]] = {}
        self.rows: list[float] = []


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Done:
    """What is done from now on."""
    found, own = Done(), threading.get_ident()

    def watch(owner: type, name: str) -> None:
        work = getattr(owner, name)

        def noted(*arguments: Any, **named: Any) -> Any:
            found.threads.setdefault(name, set()).add(threading.get_ident())
            return work(*arguments, **named)

        monkeypatch.setattr(owner, name, noted)

    for owner, name in WORK:
        watch(owner, name)
    read = SqliteLog.read

    def counted(
        self: SqliteLog, book: str, *, after: int = 0, upto: int | None = None
    ) -> Iterator[tuple[bytes, bytes]]:
        if threading.get_ident() == own:
            found.rows.append(float("inf") if upto is None else upto - after)
        return read(self, book, after=after, upto=upto)

    monkeypatch.setattr(SqliteLog, "read", counted)
    return found


async def test_the_thread_that_draws_reads_a_page_at_most(tmp_path: Path, done: Done) -> None:
    record = tmp_path / "protokol.referat"
    full_book(record)
    done.threads.clear()
    done.rows.clear()
    async with opened(record, width=120, height=40, actor="Hanne Bro") as pilot:
        board = pilot.app.screen
        assert isinstance(board, BoardScreen)
        assert await board.record([Doing(PersonRegistered(name="Åse"))], "Åse nævnt")
        await press(pilot, "ctrl+z", "k", "2", "3", "4", "5", "1", "home", "end", "left", "right", "enter", "escape")
        await press(pilot, "f9", "left", "pageup", "comma", "home", "2", "m", "escape")
        await press(pilot, "s")
        await typed(pilot, "skolen")
        await press(pilot, "enter", "escape")
    assert set(done.threads) == {name for _, name in WORK}
    own = threading.get_ident()
    assert [name for name, used in done.threads.items() if own in used] == []
    assert max(done.rows) <= PAGE
