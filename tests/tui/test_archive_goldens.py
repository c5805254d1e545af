"""The archive, the search and the pictures as plain text, at 80x24 and 120x40. How to renew them: goldens/README.md."""

from pathlib import Path

import pytest

from governance.language import speak
from tests.tui.books import full_book
from tests.tui.golden import FOLDER, SIZES, assert_whole, compare
from tests.tui.screens import opened, press, resize, screen_text, typed

GOLDENS = FOLDER / "archive"
SCREENS: dict[str, tuple[str, ...]] = {
    "sent": ("6",),
    "groups": ("7",),
    "findings": ("9",),
    "behind-a-member": ("2", "j"),
    "behind-a-finding": ("9", "j"),
    "search": ("f8",),
    "search-found": ("f8", "ørum"),
    "search-in-vain": ("f8", "kar"),
    "search-filtered": ("f8", "ørum", "f2", "fremmøde", "enter"),
    "search-days": ("f8", "f7"),
    "search-help": ("f8", "f1"),
    "picture-attendance": ("p",),
    "picture-entries": ("p", "2"),
    "picture-matters": ("p", "3"),
    "picture-members": ("p", "4"),
}
IN_ENGLISH = ("findings", "search-found", "picture-attendance", "picture-members")
_TEXTS = frozenset({"ørum", "kar", "fremmøde"})


def _shots(language: str) -> dict[str, tuple[str, ...]]:
    return SCREENS if language == "da" else {screen: SCREENS[screen] for screen in IN_ENGLISH}


@pytest.mark.parametrize(("language", "screen"), [(held, screen) for held in ("da", "en") for screen in _shots(held)])
async def test_every_screen_looks_as_its_golden(tmp_path: Path, language: str, screen: str) -> None:
    record = tmp_path / "protokol.referat"
    full_book(record)
    speak(language)
    async with opened(record) as pilot:
        for key in SCREENS[screen]:
            await (typed(pilot, key) if key in _TEXTS else press(pilot, key))
        for size in SIZES:
            await resize(pilot, *size)
            compare(GOLDENS / f"{screen}-{language}-{size[0]}x{size[1]}.txt", screen_text(pilot))


def test_no_golden_is_left_over_and_nothing_is_wider_than_the_screen() -> None:
    expected = {f"{screen}-{held}-{w}x{h}" for held in ("da", "en") for screen in _shots(held) for w, h in SIZES}
    assert_whole(GOLDENS, expected)
