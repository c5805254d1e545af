"""The screens of before and after a meeting as plain text, at 80x24 and 120x40. How to renew them: goldens/README.md."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from governance.language import speak
from tests.tui.beginning import begun, fill, with_council, with_meetings
from tests.tui.golden import FOLDER, SIZES, assert_whole, compare
from tests.tui.screens import Opened, press, resize, screen_text

GOLDENS = FOLDER / "planning"
_PASTED = (
    "Dagsorden til møde i Ældrerådet\n\n1.\tGodkendelse af dagsorden\n2.\tNyt skilt\tCarl Åkjær\n"
    "3.\tLukket punkt: en ansat\n4.\tEventuelt\n"
)


async def _start(pilot: Opened) -> None:
    pass


async def _new_council(pilot: Opened) -> None:
    await press(pilot, "1")
    await fill(pilot, "council-name", "Ældrerådet")
    await fill(pilot, "council-members", "Anna Ægidius; A; suppleant: Bo Ørum\nCarl Åkjær, Ældre Sagen")


async def _new_council_refused(pilot: Opened) -> None:
    await press(pilot, "1")
    await fill(pilot, "council-since", "i går")
    await fill(pilot, "council-members", "Anna Ægidius\nAnna Ægidius")
    await press(pilot, "ctrl+s")


async def _board_empty(pilot: Opened) -> None:
    await with_council(pilot)


async def _planning(pilot: Opened) -> None:
    await with_council(pilot)
    await press(pilot, "p")
    await fill(pilot, "filling-time", "om eftermiddagen")
    await press(pilot, "enter")


async def _board(pilot: Opened) -> None:
    await with_council(pilot)
    await with_meetings(pilot)


async def _agenda_empty(pilot: Opened) -> None:
    await _board(pilot)
    await press(pilot, "enter")


async def _agenda(pilot: Opened) -> None:
    await _agenda_empty(pilot)
    await press(pilot, "a")


async def _pasting(pilot: Opened) -> None:
    await _agenda_empty(pilot)
    await press(pilot, "i")
    await fill(pilot, "pasted", _PASTED)
    await pilot.pause(0.3)


async def _practice(pilot: Opened) -> None:
    await press(pilot, "3")


async def _practice_agenda(pilot: Opened) -> None:
    await press(pilot, "3", "d")


async def _minutes(pilot: Opened) -> None:
    await press(pilot, "3", "up", "enter")


async def _approving(pilot: Opened) -> None:
    await press(pilot, "3", "up", "enter", "d")


async def _follow_up(pilot: Opened) -> None:
    await press(pilot, "3", "f")


async def _help(pilot: Opened) -> None:
    await press(pilot, "3", "f1")


SCREENS: dict[str, Callable[[Opened], Awaitable[None]]] = {
    "start": _start,
    "new-council": _new_council,
    "new-council-refused": _new_council_refused,
    "board-empty": _board_empty,
    "planning": _planning,
    "board": _board,
    "agenda-empty": _agenda_empty,
    "agenda": _agenda,
    "pasting": _pasting,
    "practice": _practice,
    "practice-agenda": _practice_agenda,
    "minutes": _minutes,
    "approving": _approving,
    "follow-up": _follow_up,
    "help": _help,
}


@pytest.fixture
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the record have the same short path on every machine."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_in_folder")
@pytest.mark.parametrize("screen", SCREENS)
async def test_every_screen_looks_as_its_golden(screen: str) -> None:
    speak("da")
    async with begun(Path("protokol.referat")) as pilot:
        await SCREENS[screen](pilot)
        for size in SIZES:
            await resize(pilot, *size)
            compare(GOLDENS / f"{screen}-{size[0]}x{size[1]}.txt", screen_text(pilot))


@pytest.mark.usefixtures("_in_folder")
async def test_the_question_for_the_name_looks_as_its_golden() -> None:
    speak("da")
    async with begun(Path("protokol.referat"), actor=None) as pilot:
        for size in SIZES:
            await resize(pilot, *size)
            compare(GOLDENS / f"name-{size[0]}x{size[1]}.txt", screen_text(pilot))


def test_no_golden_is_left_over_and_none_is_wider_than_its_screen() -> None:
    assert_whole(GOLDENS, {f"{screen}-{width}x{height}" for screen in (*SCREENS, "name") for width, height in SIZES})
