"""What is asked before something is recorded, corrected, erased or saved: goldens at 80x24 and 120x40, and its colours."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from events.catalogue import PersonRegistered
from events.entry import Sealed
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.language import speak
from governance.rules.act import Act
from tests.tui.beginning import begun, clock
from tests.tui.books import BOOK, full_book
from tests.tui.golden import FOLDER, SIZES, assert_whole, compare
from tests.tui.screens import Opened, press, resize, screen_text, settled
from tests.tui.test_colours import unreadable
from tui.app import ReferatApp
from tui.forms.fields_form import FieldsForm
from tui.screens.attaching import AttachingForm
from tui.screens.choosing import Choosing
from tui.screens.correcting import CorrectingForm
from tui.screens.deciding_about_entries import ConflictScreen, StrikingAll
from tui.screens.erasing import ErasingForGood, ErasingForm
from tui.screens.form import EventForm
from tui.screens.part_form import PartForm
from tui.screens.saving_file import SavingFile
from tui.screens.settings import SettingsScreen

GOLDENS = FOLDER / "asking"


class Shot(NamedTuple):
    """What is pressed, and the screen that it leads to. ``@field`` goes to a field of a form."""

    keys: Sequence[str]
    screen: type[Any]


def _amending(number: int, *words: str) -> tuple[str, ...]:
    return ("k", "g", *str(number), "enter", "r", *words)


_STRIKING = _amending(2, *"streg", "enter", *"To gange")
_ERASING = _amending(42, *"slet", "enter", *"enstem", "enter")
_ATTACHING = ("f1", *"bilag", "enter", "@name", *"nix.pdf")
SHOTS = {
    "settings": Shot(("f1", *"indstil", "enter"), SettingsScreen),
    "amending": Shot(_amending(42), Choosing),
    "correcting": Shot(_amending(24, *"ret", "enter"), CorrectingForm),
    "correcting-refused": Shot(_amending(24, *"ret", "enter", "ctrl+s"), CorrectingForm),
    "striking": Shot(_STRIKING, EventForm),
    "striking-all": Shot((*_STRIKING, "ctrl+s"), StrikingAll),
    "erasing": Shot(_ERASING, ErasingForm),
    "erasing-for-good": Shot((*_ERASING, "@basis", *"Loven", "@authority", *"Kommunen", "ctrl+s"), ErasingForGood),
    "attaching": Shot(_ATTACHING, AttachingForm),
    "attaching-refused": Shot((*_ATTACHING, "ctrl+s"), AttachingForm),
    "part": Shot(("f1", *"møde planl", "enter", "@parts", "enter"), PartForm),
    "saving": Shot(("d", "g"), SavingFile),
    "conflict": Shot(("f1", *"person reg", "enter", "@name", *"Åse Æbel", "BEATEN", "ctrl+s"), ConflictScreen),
}


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A full book; paths are the same on every machine, and what lies below does not look for others' entries by the clock."""
    monkeypatch.setattr("tui.screens.recording_book.LOOK_AGAIN", 3600.0)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/hanne")
    full_book(Path("protokol.referat"))
    speak("da")
    return Path("protokol.referat")


@pytest.mark.parametrize("shot", SHOTS)
async def test_every_question_looks_as_its_golden(record: Path, shot: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with begun(record) as pilot:
        await _asked(pilot, shot, monkeypatch)
        for width, height in SIZES:
            await resize(pilot, width, height)
            compare(GOLDENS / f"{shot}-{width}x{height}.txt", screen_text(pilot))


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("shot", SHOTS)
async def test_every_question_can_be_read(record: Path, shot: str, theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with begun(record) as pilot:
        assert isinstance(pilot.app, ReferatApp)
        pilot.app.set_theme(theme)
        await _asked(pilot, shot, monkeypatch)
        assert unreadable(pilot) == []


def test_no_golden_is_left_over_and_none_is_wider_than_its_screen() -> None:
    assert_whole(GOLDENS, {f"{shot}-{width}x{height}" for shot in SHOTS for width, height in SIZES})


async def _asked(pilot: Opened, shot: str, monkeypatch: pytest.MonkeyPatch) -> None:
    keys, screen = SHOTS[shot]
    for key in keys:
        if key == "BEATEN":
            _let_bo_be_first(monkeypatch)
        elif key.startswith("@"):
            form = pilot.app.screen
            assert isinstance(form, FieldsForm)
            form.controls[key[1:]].focus()
            await settled(pilot)
        else:
            await press(pilot, key)
    assert type(pilot.app.screen) is screen


def _let_bo_be_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let somebody else record whenever something is about to be recorded, twice."""
    append, left = SqliteLog.append, ["Ida Øst", "Per Ås"]

    def beaten(self: SqliteLog, entries: Sequence[Sealed]) -> None:
        if left and all(name.encode() not in entries[0].words for name in ("Ida Øst", "Per Ås")):
            other = Book(SqliteLog(Path("protokol.referat")), BOOK, actor="Bo Ørum", clock=clock)
            other.record(Act(event=PersonRegistered(name=left.pop())))
            other.log.close()
        append(self, entries)

    monkeypatch.setattr(SqliteLog, "append", beaten)
