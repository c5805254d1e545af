"""Nothing that is done in a long book holds the screen up for as long as a hand would notice."""

import gc
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from events.catalogue import PersonRegistered
from tests.bench.books import recorded
from tests.tui.lag import lag_of_loop
from tests.tui.screens import Opened, opened, press, settled, typed
from tui.calm import keep_calm
from tui.recording import Doing
from tui.screens.planning import BoardScreen

LONGEST = 0.05
ROUNDS = 4
"""What holds the loop up does so every time; what another process does to it, not."""


@pytest.fixture(scope="module")
def long_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with a book of more than 10,000 entries."""
    path = tmp_path_factory.mktemp("lag") / "protokol.referat"
    assert recorded(path, 240) > 10_000
    return path


@pytest.fixture(autouse=True)
def _frozen() -> Iterator[None]:
    """Collect rubbish as seldom as the application does when it is opened."""
    before = gc.get_threshold()
    keep_calm()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.fixture
async def pilot(long_record: Path) -> AsyncIterator[Opened]:
    """The application, open at the meetings of the council."""
    async with opened(long_record, width=120, height=40, actor="Hanne Bro") as pilot:
        await press(pilot, "k")
        await press(pilot, "b")
        yield pilot


async def _holds_up(pilot: Opened, act: Callable[[], Awaitable[object]]) -> tuple[float, str]:
    """Return for how long an act holds the loop up when nothing else disturbs it, and where."""
    found = []
    for _ in range(ROUNDS):
        await settled(pilot)
        async with lag_of_loop() as lag:
            await act()
            await settled(pilot)
        found.append((lag.longest, "\n".join(lag.held_up)))
    return min(found)


async def test_recording_and_undoing(pilot: Opened) -> None:
    board = pilot.app.screen
    assert isinstance(board, BoardScreen)

    async def record() -> None:
        assert await board.record([Doing(PersonRegistered(name="Åse"))], "Åse nævnt")

    async def undo() -> None:
        await press(pilot, "ctrl+z")

    for act in (record, undo):
        longest, where = await _holds_up(pilot, act)
        assert longest < LONGEST, where


@pytest.mark.parametrize(
    ("before", "keys"),
    [
        ((), ("f1", "escape")),
        ((), ("k", "b")),
        (("k",), ("up", "up", "up", "pageup", "pagedown", "home", "end")),
        (("k",), ("2", "3", "4", "5", "1")),
        (("k",), ("o", "left", "o", "n")),
        (("k",), ("enter", "right", "left", "escape")),
        ((), ("f9", "escape")),
        (("f9",), ("left", "left", "right", "pageup", "comma", "full_stop", "home", "end")),
        (("f9",), ("2", "1", "m", "left", "m", "escape", "m")),
    ],
)
async def test_moving(pilot: Opened, before: tuple[str, ...], keys: tuple[str, ...]) -> None:
    await press(pilot, *before)

    async def move() -> None:
        await press(pilot, *keys)

    longest, where = await _holds_up(pilot, move)
    assert longest < LONGEST, where


async def test_searching(pilot: Opened) -> None:
    await press(pilot, "k")

    async def search() -> None:
        await press(pilot, "s")
        await typed(pilot, "skolen")
        await press(pilot, "enter", "up", "escape")

    longest, where = await _holds_up(pilot, search)
    assert longest < LONGEST, where
