"""The screens of an import as plain text, at 80x24 and 120x40. How to renew them: goldens/README.md."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from governance.language import speak
from tests.tui.beginning import begun, fill
from tests.tui.golden import FOLDER, SIZES, assert_whole, compare
from tests.tui.importing import UNCLEAR, chosen, written
from tests.tui.screens import Opened, press, resize, screen_text

GOLDENS = FOLDER / "importing"
FOLDER = Path("referater")


async def _completing(pilot: Opened) -> None:
    await press(pilot, "2")
    await fill(pilot, "files", "referater/")
    await press(pilot, "tab")


async def _files(pilot: Opened) -> None:
    (FOLDER / "noter.txt").write_text("Ring til Bo.", encoding="utf-8")
    await chosen(pilot, FOLDER)


async def _review(pilot: Opened) -> None:
    await chosen(pilot, FOLDER)
    await press(pilot, "enter")


async def _review_text(pilot: Opened) -> None:
    await _review(pilot)
    await press(pilot, "v")


async def _review_who(pilot: Opened) -> None:
    await _review(pilot)
    await press(pilot, "r")


async def _review_what(pilot: Opened) -> None:
    await _review(pilot)
    await press(pilot, "enter", "n", "r")


async def _review_form(pilot: Opened) -> None:
    await _review_what(pilot)
    await press(pilot, *"beslutning", "enter")


async def _review_chosen(pilot: Opened) -> None:
    await _review_form(pilot)
    await press(pilot, "ctrl+s", "down", "u", "home")


async def _recorded(pilot: Opened) -> None:
    await _review(pilot)
    await press(pilot, "r", *"ami", "enter", "a")


async def _taught(pilot: Opened) -> None:
    await _recorded(pilot)
    await press(pilot, "h")


async def _documents(pilot: Opened) -> None:
    await _recorded(pilot)
    await press(pilot, "a", "escape", "f1", *"dokumenter, der", "enter")


SCREENS: dict[str, Callable[[Opened], Awaitable[None]]] = {
    "completing": _completing,
    "files": _files,
    "review": _review,
    "review-text": _review_text,
    "review-who": _review_who,
    "review-what": _review_what,
    "review-form": _review_form,
    "review-chosen": _review_chosen,
    "recorded": _recorded,
    "taught": _taught,
    "documents": _documents,
}


@pytest.mark.parametrize("screen", SCREENS)
async def test_every_screen_looks_as_its_golden(screen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(Path(), UNCLEAR, later=1)
    speak("da")
    async with begun(Path("protokol.referat")) as pilot:
        await SCREENS[screen](pilot)
        for size in SIZES:
            await resize(pilot, *size)
            compare(GOLDENS / f"{screen}-{size[0]}x{size[1]}.txt", screen_text(pilot))


def test_no_golden_is_left_over_and_nothing_is_wider_than_the_screen() -> None:
    names = {f"{screen}-{width}x{height}" for screen in SCREENS for width, height in SIZES}
    assert_whole(GOLDENS, names)
