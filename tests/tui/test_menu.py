"""The menu and the help: what is typed right after their key goes into their list, however fast it comes."""

from pathlib import Path

import pytest
from textual import on
from textual.widgets import Input

from events.errors import RecordError
from governance.language import speak
from tests.tui.beginning import begun
from tests.tui.screens import Opened, screen_text, settled
from tests.tui.settling import send_key
from tui.screens.choosing import Choice, Choosing
from tui.screens.form import EventForm
from tui.screens.planning import BoardScreen
from tui.screens.settings import SettingsScreen
from tui.widgets.line_list import LineList


async def _send(pilot: Opened, *keys: str) -> None:
    """Send keys faster than anything can be read for them."""
    for key in keys:
        send_key(pilot.app, key)
    await settled(pilot)


@pytest.mark.parametrize("key", ["f1", "f10", "ctrl+p"])
async def test_letters_typed_right_after_the_key_are_sought_in_the_list(record: Path, key: str) -> None:
    """They are keys of the board too: P would plan a meeting, and I take over minutes."""
    speak("en")
    async with begun(record) as pilot:
        board = pilot.app.screen
        assert isinstance(board, BoardScreen)
        await _send(pilot, key, *"pi")
        assert isinstance(pilot.app.screen, Choosing)
        assert pilot.app.screen.query_one("#sought", Input).value == "pi"
        await _send(pilot, "escape")
        assert pilot.app.screen_stack[-1] is board


@pytest.mark.parametrize(
    ("keys", "screen"), [(("f1", *"settings"), SettingsScreen), (("f10", *"person reg"), EventForm)]
)
async def test_enter_right_after_the_letters_chooses(record: Path, keys: tuple[str, ...], screen: type) -> None:
    speak("en")
    async with begun(record) as pilot:
        await _send(pilot, *keys, "enter")
        assert type(pilot.app.screen) is screen


async def test_a_list_that_is_left_at_once_stays_away(record: Path) -> None:
    async with begun(record) as pilot:
        await _send(pilot, "f1", "escape")
        assert isinstance(pilot.app.screen, BoardScreen)


async def test_where_the_book_cannot_be_read_the_list_goes_and_it_is_said(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak("en")
    async with begun(record) as pilot:
        board = pilot.app.screen
        assert isinstance(board, BoardScreen)

        async def refuses(_look: object) -> object:
            raise RecordError("The record cannot be read.")

        monkeypatch.setattr(board.recorder, "ask", refuses)
        await _send(pilot, "f1")
        assert pilot.app.screen_stack[-1] is board
        assert "The record cannot be read." in screen_text(pilot)


class Counting(Choosing):
    """A list that counts how often something is chosen in it."""

    times = 0

    @on(LineList.Chosen)
    def count(self) -> None:
        self.times += 1


async def test_one_click_chooses_and_only_once(record: Path) -> None:
    async with begun(record) as pilot:
        chosen: list[str | None] = []
        choosing = Counting("What is it?", [Choice("one", "One"), Choice("two", "Two"), Choice("three", "Three")])
        pilot.app.push_screen(choosing, chosen.append)
        await settled(pilot)
        await pilot.click("#choices", offset=(4, 1))
        await settled(pilot)
        assert (chosen, choosing.times) == (["two"], 1)
