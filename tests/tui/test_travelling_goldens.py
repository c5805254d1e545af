"""The screens of a journey as plain text, at 80x24 and 120x40. How to renew them: goldens/README.md."""

from pathlib import Path

import pytest

from governance.language import speak
from tests.tui.books import full_book
from tests.tui.golden import FOLDER, SIZES, assert_whole, compare
from tests.tui.screens import opened, press, resize, screen_text

GOLDENS = FOLDER / "travelling"
SCREENS: dict[str, tuple[str, ...]] = {
    "end": (),
    "decision": ("g", "2", "4", "enter"),
    "correction": ("left",),
    "council": ("2",),
    "matters": ("3",),
    "going-to": ("g",),
    "on-a-day": ("d", "1", ".", "3", ".", "2", "0", "2", "3", "enter"),
    "findings": ("f",),
    "marked": ("left", "left", "m"),
    "difference": ("home", "m", "end", "m"),
    "why": ("tab", "tab", "enter"),
    "as-approved": ("a",),
    "export": ("e",),
    "help": ("f1",),
}
IN_ENGLISH = ("end", "decision", "as-approved")


def _shots(language: str) -> dict[str, tuple[str, ...]]:
    return SCREENS if language == "da" else {screen: SCREENS[screen] for screen in IN_ENGLISH}


@pytest.mark.parametrize(("language", "screen"), [(held, screen) for held in ("da", "en") for screen in _shots(held)])
async def test_every_screen_of_a_journey_looks_as_its_golden(
    language: str, screen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    record = Path("protokol.referat")
    full_book(record)
    speak(language)
    async with opened(record, width=80, height=24) as pilot:
        await press(pilot, "f9", *SCREENS[screen])
        for width, height in SIZES:
            await resize(pilot, width, height)
            compare(GOLDENS / f"{screen}-{language}-{width}x{height}.txt", screen_text(pilot))


def test_no_golden_is_left_over_and_nothing_is_wider_than_the_screen() -> None:
    screens = {f"{one}-{held}-{w}x{h}" for held in ("da", "en") for one in _shots(held) for w, h in SIZES}
    assert_whole(GOLDENS, screens)
