"""The screens as plain text, at 80x24 and 120x40, in Danish and English. How to renew them: goldens/README.md."""

import os
from pathlib import Path

import pytest

from governance.language import speak
from tests.tui.books import full_book
from tests.tui.screens import opened, press, resize, screen_text

GOLDENS = Path(__file__).parent / "goldens"
SIZES = ((80, 24), (120, 40))
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
    "audit": ("enter", "v"),
}


IN_ENGLISH = ("books", "entries", "entry", "meetings", "going-nowhere", "help", "audit")
EMPTY = (*SIZES, (60, 16), (59, 16), (30, 5))


def _shots(language: str) -> dict[str, tuple[str, ...]]:
    return SCREENS if language == "da" else {screen: SCREENS[screen] for screen in IN_ENGLISH}


def _compare(name: str, found: str) -> None:
    compare(GOLDENS / f"{name}.txt", found)


def compare(golden: Path, found: str) -> None:
    """Compare a screen with its golden, or renew that."""
    if os.environ.get("RENEW_GOLDENS"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8"), f"{golden.name} differs; see goldens/README.md"


def _name(screen: str, language: str, width: int, height: int) -> str:
    return f"{screen}-{language}-{width}x{height}"


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
            _compare(_name(screen, language, *size), screen_text(pilot))


@pytest.mark.usefixtures("_in_folder")
@pytest.mark.parametrize("language", ["da", "en"])
async def test_an_empty_record_looks_as_its_golden(language: str) -> None:
    speak(language)
    async with opened(Path("protokol.referat")) as pilot:
        for size in EMPTY:
            await resize(pilot, *size)
            _compare(_name("empty", language, *size), screen_text(pilot))


def test_no_golden_is_left_over() -> None:
    languages = ("da", "en")
    screens = {_name(screen, held, *size) for held in languages for screen in _shots(held) for size in SIZES}
    screens |= {_name("empty", held, *size) for held in languages for size in EMPTY}
    assert {golden.stem for golden in GOLDENS.glob("*.txt")} == screens


def test_nothing_on_a_screen_is_wider_than_the_screen() -> None:
    for golden in GOLDENS.glob("*.txt"):
        width, height = map(int, golden.stem.rsplit("-", 1)[1].split("x"))
        lines = golden.read_text(encoding="utf-8").splitlines()
        assert len(lines) == height, golden.name
        assert max(map(len, lines)) <= width, golden.name
