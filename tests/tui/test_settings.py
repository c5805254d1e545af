"""The settings: they hold at once, and the next time too; with the projector on, what is closed is not on the screen."""

from pathlib import Path

import pytest

from events.catalogue import ProposalMade
from governance.language import speak
from governance.rules.act import Act
from governance.settings import Settings, load_settings, save_settings
from tests.taken import only_book
from tests.tui.books import full_book
from tests.tui.meetings import SAID, SECRET
from tests.tui.screens import Opened, opened, press, screen_text, settled
from tui.app import ReferatApp
from tui.screens.book import BookScreen
from tui.screens.planning import BoardScreen
from tui.screens.settings import SettingsScreen


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the settings are."""
    return tmp_path / "settings.json"


async def _settings(pilot: Opened) -> None:
    pilot.app.action_settings()  # type: ignore[attr-defined]
    await settled(pilot)
    assert isinstance(pilot.app.screen, SettingsScreen)


async def test_what_is_chosen_holds_at_once_and_is_remembered(tmp_path: Path, path: Path) -> None:
    full_book(tmp_path / "r")
    save_settings(path, Settings(by="Hanne Bro"))
    app = ReferatApp(tmp_path / "r", load_settings(path), path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await _settings(pilot)
        await press(pilot, "down", "enter")
        assert app.theme == "textual-light"
        await press(pilot, "down", "enter")
        assert "PROJECTOR" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, BoardScreen)
    assert load_settings(path) == Settings(by="Hanne Bro", theme="light", projector=True)
    again = ReferatApp(tmp_path / "r", load_settings(path), path)
    async with again.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert again.theme == "textual-light"
        assert "PROJECTOR" in screen_text(pilot)


async def test_another_language_is_spoken_at_once_wherever_one_was(tmp_path: Path, path: Path) -> None:
    full_book(tmp_path / "r")
    speak("en")
    app = ReferatApp(tmp_path / "r", Settings(by="Hanne Bro"), path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await _settings(pilot)
        await press(pilot, "enter")
        assert "Indstillinger" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, BoardScreen)
        assert "Næste skridt" in screen_text(pilot)
    assert load_settings(path).language == "da"


async def test_settings_that_cannot_be_written_hold_until_the_end(tmp_path: Path) -> None:
    full_book(tmp_path / "r")
    nowhere = tmp_path / "r" / "settings.json"
    app = ReferatApp(tmp_path / "r", Settings(by="Hanne Bro"), nowhere)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await _settings(pilot)
        await press(pilot, "down", "enter")
        assert app.theme == "textual-light"
        assert "The settings cannot be written" in screen_text(pilot)


async def test_a_closed_item_is_hidden_from_those_who_see_the_screen(closed_record: Path) -> None:
    async with opened(closed_record, width=120, height=40, actor="Hanne Bro") as pilot:
        await press(pilot, "m", "pagedown", "pagedown", "pagedown")
        assert SECRET in screen_text(pilot)
        assert SAID in screen_text(pilot)
        await press(pilot, "ctrl+l")
        for keys in (
            (),
            ("f2",),
            ("escape", "f3"),
            ("escape", "f7"),
            ("escape", "f9"),
            ("escape", "f8"),
            ("escape", "f1"),
        ):
            await press(pilot, *keys)
            assert SECRET not in screen_text(pilot), keys
            assert SAID not in screen_text(pilot), keys
        await press(pilot, "escape", *"Hun begynder i maj")
        text = screen_text(pilot)
        assert "PROJECTOR" in text
        assert "Hun begynder" not in text
        assert "••• •••••••• • •••" in text
        assert "Shown as dots" in text
        await press(pilot, "ctrl+s")
        assert "begynder" not in screen_text(pilot)
        await press(pilot, "ctrl+l")
        assert SECRET in screen_text(pilot)
        assert "Hun begynder i maj" in screen_text(pilot)


@pytest.mark.parametrize("keys", [("d",), ("r",), ("f",)])
async def test_agenda_minutes_and_follow_up_leave_it_out_too(closed_record: Path, keys: tuple[str, ...]) -> None:
    async with opened(closed_record, width=120, height=40, actor="Hanne Bro") as pilot:
        await press(pilot, *keys)
        before = screen_text(pilot)
        assert SECRET in before or keys == ("f",)
        await press(pilot, "ctrl+l")
        after = screen_text(pilot)
        assert SECRET not in after
        assert SAID not in after
        await press(pilot, "ctrl+l")
        assert screen_text(pilot).splitlines()[:10] == before.splitlines()[:10]


async def test_forms_and_lists_over_a_meeting_leave_it_out_too(closed_record: Path) -> None:
    book = only_book(closed_record)
    item = next(item for item, held in book.fold().items.items() if held.closed)
    book.record(Act(event=ProposalMade(item=item, proposal=SAID)))
    async with opened(closed_record, width=120, height=40, actor="Hanne Bro") as pilot:
        await press(pilot, "m", "ctrl+l", *["pagedown"] * 4)
        assert "What was said behind closed doors" in screen_text(pilot)
        await press(pilot, *"Ja, det besluttes at give afslag", "f2")
        text = screen_text(pilot)
        assert "As the text says: •••" in text
        assert "afslag" not in text
        await press(pilot, "escape", "f7")
        assert "proposal: •••" in screen_text(pilot)
        assert SAID not in screen_text(pilot)
        await press(pilot, "escape", "f9", *"inhabilitet raised", "enter")
        text = screen_text(pilot)
        assert "[withheld]" in text
        assert SECRET not in text
        await press(pilot, "escape", "pageup", "f9", *"move the item", "enter")
        text = screen_text(pilot)
        assert "Closed item" in text
        assert SECRET not in text


async def test_undoing_and_redoing_do_not_tell_what_was_recorded_unseen(closed_record: Path) -> None:
    async with opened(closed_record, width=120, height=40, actor="Hanne Bro") as pilot:
        await press(pilot, "m", *["pagedown"] * 4, *"Ja, det besluttes at give afslag", "f2")
        assert "afslag" in screen_text(pilot)
        await press(pilot, "enter", "ctrl+l")
        for key, said in (("ctrl+z", "Undone: "), ("ctrl+y", "Last: ")):
            await press(pilot, key)
            assert said in screen_text(pilot)
            assert "afslag" not in screen_text(pilot)


async def test_the_archive_leaves_out_what_is_not_for_everybody(closed_record: Path) -> None:
    async with opened(closed_record, width=120, height=40, actor="Hanne Bro") as pilot:
        await press(pilot, "k")
        assert isinstance(pilot.app.screen, BookScreen)
        assert SAID in screen_text(pilot)
        point = pilot.app.screen.point
        await press(pilot, "enter", "ctrl+l")
        assert isinstance(pilot.app.screen, BookScreen)
        assert pilot.app.screen.point == point
        for keys in ((), ("up",), ("up",), ("enter",), ("escape", "2"), ("3",), ("enter",), ("escape", "4"), ("6",)):
            await press(pilot, *keys)
            assert SAID not in screen_text(pilot), keys
            assert SECRET not in screen_text(pilot), keys
        await press(pilot, "1", "s", *"ja", "enter")
        assert SAID not in screen_text(pilot)
        await press(pilot, "escape", "ctrl+l", "n")
        assert SAID in screen_text(pilot)


async def test_what_was_done_last_does_not_tell_the_title_of_an_item_that_is_closed(closed_record: Path) -> None:
    async with opened(closed_record, width=120, height=40, actor="Hanne Bro") as pilot:
        await press(pilot, "ctrl+l", "d", "n", *"Klage fra Petersen", "enter")
        assert "Klage fra Petersen" in screen_text(pilot)
        await press(pilot, "end", "l")
        assert "Last:" in screen_text(pilot)
        for keys in ((), ("escape",), ("ctrl+z",), ("ctrl+y",), ("d",)):
            await press(pilot, *keys)
            if keys != ("ctrl+z",):
                assert "Petersen" not in screen_text(pilot), keys
        await press(pilot, "escape", "ctrl+l", "d", "escape")
        assert "Petersen" in screen_text(pilot)
