"""The board of a council: planning meetings, moving them, calling them off, and the next step of each."""

from pathlib import Path

from tests.tui.beginning import begun, fill, state_of, with_council, with_meetings
from tests.tui.screens import press, screen_text
from tui.screens.agenda import AgendaScreen
from tui.screens.book import BookScreen
from tui.screens.filling_in import FillingIn
from tui.screens.followup import FollowUpScreen
from tui.screens.minutes import MinutesScreen
from tui.screens.planning import BoardScreen
from tui.screens.sitting import SittingScreen


async def test_what_is_no_day_is_said_beside_the_line_and_nothing_is_lost(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await with_council(pilot)
        await press(pilot, "enter")
        await press(pilot, "enter")
        assert "This cannot be empty." in screen_text(pilot)
        await fill(pilot, "filling-days", "12.1.2027; en dag")
        await press(pilot, "enter")
        assert "'en dag' is no day." in screen_text(pilot)
        assert "12.1.2027; en dag" in screen_text(pilot)
        await fill(pilot, "filling-days", "12.1.2027")
        await fill(pilot, "filling-time", "om eftermiddagen")
        await press(pilot, "enter")
        assert "is no time of day" in screen_text(pilot)
        assert isinstance(pilot.app.screen, FillingIn)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BoardScreen)


async def test_planning_is_one_step_that_can_be_undone(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await with_council(pilot)
        await with_meetings(pilot)
        assert "Last: 2 meetings planned" in screen_text(pilot)
        await press(pilot, "ctrl+z")
        assert "No meetings are planned yet." in screen_text(pilot)
        await press(pilot, "ctrl+y")
        assert "09.02.2027" in screen_text(pilot)


async def test_the_council_itself_is_not_undone(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await with_council(pilot)
        await press(pilot, "ctrl+z")
        assert "Nothing of yours to undo." in screen_text(pilot)


async def test_a_meeting_is_moved_and_called_off(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await with_council(pilot)
        await with_meetings(pilot)
        await press(pilot, "t")
        await fill(pilot, "filling-day", "19.1.2027")
        await fill(pilot, "filling-place", "Rådhuset")
        await press(pilot, "enter")
        assert "19.01.2027  16:00-18:00  planned" in screen_text(pilot)
        await press(pilot, "a")
        await fill(pilot, "filling-reason", "Sne")
        await press(pilot, "enter")
        assert "19.01.2027  16:00-18:00  called off" in screen_text(pilot)
        await press(pilot, "up", "up", "enter")
        assert "The meeting was called off." in screen_text(pilot)
    meeting = next(held for held in state_of(tmp_path / "r").meetings if held.status == "cancelled")
    assert (meeting.date, meeting.place, meeting.cancelled_because) == ("2027-01-19", "Rådhuset", "Sne")


async def test_a_second_meeting_on_the_same_day_is_refused_in_words(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await with_council(pilot)
        await with_meetings(pilot)
        await with_meetings(pilot, "12.1.2027")
        assert "There is a meeting on" in screen_text(pilot)


async def test_every_place_is_one_key_away(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await with_council(pilot)
        await with_meetings(pilot)
        for key, screen in (
            ("d", AgendaScreen),
            ("m", SittingScreen),
            ("r", MinutesScreen),
            ("f", FollowUpScreen),
            ("k", BookScreen),
        ):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, screen), key
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, BoardScreen), key


async def test_enter_does_what_comes_next(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await press(pilot, "3")
        assert "→ Hold the meeting" in screen_text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SittingScreen)
        await press(pilot, "escape", "up", "enter")
        assert isinstance(pilot.app.screen, MinutesScreen)
