"""Control, C1 and bidirectional characters in a book reach the terminal on no screen."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile_books import hostile_record, raw_in
from tests.tui.screens import Opened, opened, press, screen_text

KEYS = (
    *("escape",) * 12,
    *(
        "down",
        "down",
        "down",
        "up",
        "enter",
        "enter",
        "enter",
        "escape",
        "tab",
        "shift+tab",
        "left",
        "right",
        "pagedown",
    ),
    *(
        "f1",
        "f2",
        "f3",
        "f4",
        "f6",
        "f7",
        "f8",
        "f9",
        "g",
        "n",
        "s",
        "o",
        "v",
        "p",
        "d",
        "m",
        "r",
        "f",
        "k",
        "a",
        "e",
        "t",
    ),
    *("ctrl+p", "ctrl+r", "b", "u", "i", "l", "1", "2", "3", "space"),
)


async def walk(pilot: Opened, seed: int, steps: int) -> set[str]:
    """Press keys at random, and look at every screen that comes; return which there were."""
    chance, seen = random.Random(seed), set()
    for _ in range(steps):
        key = chance.choice(KEYS)
        await press(pilot, key)
        seen.add(type(pilot.app.screen).__name__)
        found = raw_in(screen_text(pilot))
        assert found == [], (key, type(pilot.app.screen).__name__, found)
        if len(pilot.app.screen_stack) > 5:
            await press(pilot, "escape", "escape")
    return seen


async def walked(folder: Path, actor: str | None, book: int, steps: int) -> set[str]:
    """Open a hostile record, go into one of its books, and walk."""
    record = folder / "protokol.referat"
    hostile_record(record)
    async with opened(record, actor=actor, width=120, height=40) as pilot:
        assert raw_in(screen_text(pilot)) == []
        await press(pilot, *["down"] * book, "enter")
        return await walk(pilot, book, steps)


@pytest.mark.parametrize(("actor", "book"), [("Hanne Bro", 0), (None, 2)])
async def test_no_screen_hands_them_on(tmp_path: Path, actor: str | None, book: int) -> None:
    seen = await walked(tmp_path, actor, book, 40)
    assert len(seen) >= 2, seen


@pytest.mark.torture
@pytest.mark.parametrize("actor", ["Hanne Bro", None])
@pytest.mark.parametrize("book", range(4))
async def test_no_screen_on_a_long_walk(
    tmp_path: Path, actor: str | None, book: int, record_property: Callable[[str, object], None]
) -> None:
    seen = await walked(tmp_path, actor, book, 400)
    assert len(seen) >= 4, seen
    record_property("figures", f"driving characters (seed {book}): 400 keys, raw 0, screens {', '.join(sorted(seen))}")
