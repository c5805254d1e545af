"""Control, C1 and bidirectional characters in a book reach the terminal on no screen."""

import random
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from tests.hostile_books import DRIVING, SEQUENCES, hostile_record, raw_in
from tests.torture.seeds import SEED, Tell
from tests.tui.screens import Opened, opened, press, screen_text, typed
from tui.pasting_safely import pasted
from tui.screens.new_council import NewCouncilScreen

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


async def walk(pilot: Opened, chance: random.Random, steps: int) -> list[str]:
    """Press keys at random, and look at the screen that comes of each; return which there were, until one left."""
    seen: list[str] = []
    while len(seen) < steps and not pilot.app._exit:
        key = chance.choice(KEYS)
        await press(pilot, key)
        seen.append(type(pilot.app.screen).__name__)
        found = raw_in(screen_text(pilot))
        assert found == [], (key, type(pilot.app.screen).__name__, found)
        if len(pilot.app.screen_stack) > 5:
            await press(pilot, "escape", "escape")
    return seen


async def walked(folder: Path, actor: str | None, book: int, steps: int, seed: int) -> set[str]:
    """Open a hostile record, go into one of its books, and walk; where a key left the application, once more."""
    record, chance, seen = folder / "protokol.referat", random.Random(seed), list[str]()
    hostile_record(record)
    while len(seen) < steps:
        async with opened(record, actor=actor, width=120, height=40) as pilot:
            assert raw_in(screen_text(pilot)) == []
            await press(pilot, *["down"] * book, "enter")
            seen += await walk(pilot, chance, steps - len(seen))
    return set(seen)


@pytest.mark.parametrize(("actor", "book"), [("Hanne Bro", 0), (None, 2)])
async def test_no_screen_hands_them_on(tmp_path: Path, actor: str | None, book: int) -> None:
    seen = await walked(tmp_path, actor, book, 40, SEED)
    assert len(seen) >= 2, seen


async def test_no_field_hands_on_what_is_pasted(tmp_path: Path) -> None:
    record = tmp_path / "protokol.referat"
    hostile_record(record)
    async with opened(record, actor="Hanne Bro", width=120, height=40) as pilot:
        await press(pilot, "n", "1")
        assert isinstance(pilot.app.screen, NewCouncilScreen)
        fields = [*pilot.app.screen.query(Input), *pilot.app.screen.query(TextArea)]
        for field in fields:
            field.focus()
            await typed(pilot, f"Rådet{SEQUENCES}{DRIVING}\r\nfor alle\r")
            held = field.value if isinstance(field, Input) else field.text
            assert "Rådet␛" in held
            assert raw_in(held) == raw_in(screen_text(pilot)) == []
        assert len(fields) >= 4
        await press(pilot, "ctrl+s")
        assert raw_in(screen_text(pilot)) == []


def test_what_is_pasted_keeps_its_lines_and_tabs() -> None:
    assert pasted("et\tto\r\ntre\rfire\x0bfem\u2028seks\x1b[0m") == "et\tto\ntre\nfire\nfem\nseks␛[0m"


@pytest.mark.torture
@pytest.mark.parametrize("actor", ["Hanne Bro", None])
@pytest.mark.parametrize("book", range(4))
async def test_no_screen_on_a_long_walk(tmp_path: Path, actor: str | None, book: int, tell: Tell) -> None:
    seed = SEED + book
    seen = await walked(tmp_path, actor, book, 400, seed)
    assert len(seen) >= 4, seen
    tell("driving characters", seed, keys=400, raw=0, screens=" ".join(sorted(seen)))
