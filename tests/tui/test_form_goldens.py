"""The menu, a list to choose from and forms as plain text, at 80x24 and 120x40. How to renew them: goldens/README.md."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from governance.language import speak
from tests.tui.books import each_book
from tests.tui.golden import FOLDER, SIZES, assert_whole, compare
from tests.tui.screens import press, resize, screen_text
from tests.tui.test_forms import BOOK, bare

GOLDENS = FOLDER / "forms"
SCREENS: dict[str, tuple[str, ...]] = {
    "menu": ("f10",),
    "menu-searched": ("f10", *"arb"),
    "menu-help": ("f1",),
    "form-task": ("f10", *"opgave aft", "enter", *"ringe", "tab", "enter"),
    "form-refused": ("f10", *"møde pl", "enter", *"32.13.", "ctrl+s"),
    "form-vote": ("f10", *"afst", "enter"),
    "form-correction": ("f10", *"rettes", "enter", "enter", "enter"),
}


@pytest.fixture
def _danish() -> Iterator[None]:
    speak("da")
    yield
    speak("en")


@pytest.mark.usefixtures("_danish")
@pytest.mark.parametrize("screen", SCREENS)
async def test_every_form_looks_as_its_golden(screen: str, tmp_path: Path) -> None:
    record = tmp_path / "protokol.referat"
    each_book(record, BOOK)
    async with bare(record) as pilot:
        await resize(pilot, *SIZES[0])
        await press(pilot, *SCREENS[screen])
        for size in SIZES:
            await resize(pilot, *size)
            compare(GOLDENS / f"{_name(screen, *size)}.txt", screen_text(pilot))


def test_no_golden_is_left_over_and_none_is_wider_than_its_screen() -> None:
    assert_whole(GOLDENS, {_name(screen, *size) for screen in SCREENS for size in SIZES})


def _name(screen: str, width: int, height: int) -> str:
    return f"{screen}-da-{width}x{height}"
