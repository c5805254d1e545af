"""The screens as plain text, at 80x24 and 120x40, in Danish and English. How to renew them: goldens/README.md."""

from pathlib import Path

import pytest

from governance.language import speak
from tests.tui.books import full_book
from tests.tui.golden import FOLDER, SIZES, assert_whole, compare
from tests.tui.screens import opened, press, resize, screen_text

SCREENS: dict[str, tuple[str, ...]] = {
    "books": (),
    "books-help": ("f1",),
    "entries": ("enter",),
    "entries-newest-first": ("enter", "o"),
    "entries-struck": ("enter", "g", "2", "8", "enter"),
    "entry": ("enter", "g", "3", "3", "enter", "enter"),
    "members": ("enter", "2"),
    "meetings": ("enter", "3"),
    "meeting": ("enter", "3", "enter"),
    "meetings-earlier": ("enter", "g", "8", "enter", "3"),
    "matters": ("enter", "4"),
    "tasks": ("enter", "5"),
    "others": ("enter", "6"),
    "going-to": ("enter", "g"),
    "going-nowhere": ("enter", "g", "9", "9", "9", "enter"),
    "searching": ("enter", "s", "p", "u", "l", "j", "e"),
    "searched-in-vain": ("enter", "s", "x", "y", "z", "z", "y"),
    "help": ("enter", "f1"),
    "help-in-words": ("enter", "h"),
    "audit": ("enter", "v"),
}


IN_ENGLISH = ("books", "entries", "entry", "meetings", "going-nowhere", "help", "help-in-words", "audit")
EMPTY = (*SIZES, (60, 16), (59, 16), (30, 5))


def _shots(language: str) -> dict[str, tuple[str, ...]]:
    return SCREENS if language == "da" else {screen: SCREENS[screen] for screen in IN_ENGLISH}


def _name(screen: str, language: str, width: int, height: int) -> str:
    return f"{screen}-{language}-{width}x{height}"


def _golden(screen: str, language: str, width: int, height: int) -> Path:
    return FOLDER / f"{_name(screen, language, width, height)}.txt"


@pytest.fixture
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the record have the same short path on every machine."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_in_folder")
@pytest.mark.parametrize(("language", "screen"), [(held, screen) for held in ("da", "en") for screen in _shots(held)])
async def test_every_screen_looks_as_its_golden(language: str, screen: str) -> None:
    record = Path("protokol.referat")
    full_book(record, more=True)
    speak(language)
    async with opened(record, width=80, height=24) as pilot:
        await press(pilot, "down", *SCREENS[screen])
        for size in SIZES:
            await resize(pilot, *size)
            compare(_golden(screen, language, *size), screen_text(pilot))


@pytest.mark.usefixtures("_in_folder")
@pytest.mark.parametrize("language", ["da", "en"])
async def test_an_empty_record_looks_as_its_golden(language: str) -> None:
    speak(language)
    async with opened(Path("protokol.referat")) as pilot:
        for size in EMPTY:
            await resize(pilot, *size)
            compare(_golden("empty", language, *size), screen_text(pilot))


def test_no_golden_is_left_over_and_none_is_wider_than_its_screen() -> None:
    languages = ("da", "en")
    screens = {_name(screen, held, *size) for held in languages for screen in _shots(held) for size in SIZES}
    screens |= {_name("empty", held, *size) for held in languages for size in EMPTY}
    assert_whole(FOLDER, screens)
