"""Building an agenda, pasting one, and sending it."""

from pathlib import Path

from events.catalogue import ItemPostponed, MeetingOpened
from tests.tui.beginning import begun, fill, state_of, with_council, with_meetings
from tests.tui.screens import Opened, press, screen_text
from tui.recording import Doing
from tui.screens.agenda import AgendaScreen
from tui.screens.pasting import PastingScreen
from tui.widgets.line_list import LineList


async def _building(pilot: Opened) -> None:
    await with_council(pilot)
    await with_meetings(pilot)
    await press(pilot, "enter")
    assert isinstance(pilot.app.screen, AgendaScreen)


def _titles(record: Path) -> list[str]:
    return [item.title for item in state_of(record).meetings[0].agenda]


async def test_what_is_suggested_is_taken_up_one_by_one_or_all(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await _building(pilot)
        assert "+  Eventuelt  (usual)" in screen_text(pilot)
        await press(pilot, "down", "enter")
        assert _titles(tmp_path / "r") == ["Meddelelser"]
        await press(pilot, "a")
        assert _titles(tmp_path / "r") == ["Meddelelser", "Godkendelse af dagsorden", "Næste møde", "Eventuelt"]
        await press(pilot, "ctrl+z", "ctrl+z")
        assert _titles(tmp_path / "r") == []


async def test_items_are_added_moved_worded_anew_closed_and_taken_off(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await _building(pilot)
        await press(pilot, "a", "n")
        await fill(pilot, "filling-title", "Nyt skilt")
        await press(pilot, "enter")
        assert _titles(tmp_path / "r")[2] == "Nyt skilt"
        pilot.app.screen.query_one("#agenda-items", LineList).cursor = 2
        await press(pilot, "minus")
        assert _titles(tmp_path / "r")[1] == "Nyt skilt"
        await press(pilot, "e")
        await fill(pilot, "filling-title", "Nyt skilt på Havnegade")
        await press(pilot, "enter")
        await press(pilot, "l", "o", *"dorte", "enter")
        assert "Lukket punkt: Nyt skilt på Havnegade v/ Dorte Vad  (closed item)" in screen_text(pilot)
        await press(pilot, "plus")
        assert _titles(tmp_path / "r")[2] == "Lukket punkt: Nyt skilt på Havnegade v/ Dorte Vad"
        await press(pilot, "u")
        assert _titles(tmp_path / "r") == ["Godkendelse af dagsorden", "Meddelelser", "Næste møde", "Eventuelt"]


async def test_a_pasted_agenda_makes_items_and_is_kept_until_it_is_recorded(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await _building(pilot)
        await press(pilot, "i")
        assert isinstance(pilot.app.screen, PastingScreen)
        text = (
            "Dagsorden\n1.\tGodkendelse af dagsorden\n2.\tNyt skilt\tCarl Åkjær\n3.\tLukket punkt: en ansat\n4.\tEvt.\n"
        )
        await fill(pilot, "pasted", text)
        await press(pilot, "escape", "i")
        await pilot.pause(0.3)
        assert "2. Nyt skilt v/ Carl Åkjær" in screen_text(pilot)
        assert "Not taken along:" in screen_text(pilot)
        await press(pilot, "ctrl+s")
        agenda = state_of(tmp_path / "r").meetings[0].agenda
        assert [(item.title, item.closed, item.presenter is not None) for item in agenda] == [
            ("Godkendelse af dagsorden", False, False),
            ("Nyt skilt v/ Carl Åkjær", False, True),
            ("Lukket punkt: en ansat", True, False),
            ("Evt", False, False),
        ]
        await press(pilot, "i")
        assert pilot.app.screen.query_one("#pasted").text == ""  # type: ignore[attr-defined]


async def test_sending_is_recorded_and_the_agenda_saved_as_a_file(tmp_path: Path) -> None:
    there = tmp_path / "dagsorden.txt"
    there.write_text("en anden fil", encoding="utf-8")
    async with begun(tmp_path / "r") as pilot:
        await _building(pilot)
        await press(pilot, "s")
        assert "There is nothing on the agenda" in screen_text(pilot)
        await press(pilot, "a", "s")
        await fill(pilot, "filling-path", str(tmp_path / "nowhere" / "x.txt"))
        await press(pilot, "enter")
        assert "There is no folder" in screen_text(pilot)
        await fill(pilot, "filling-path", str(there))
        await press(pilot, "enter")
        assert "There is a file of that name." in screen_text(pilot)
        await press(pilot, "enter")
        assert there.read_text(encoding="utf-8").startswith("Dagsorden\nfor møde i Ældrerådet i Ærø Kommune\n")
        await press(pilot, "g")
        await fill(pilot, "filling-path", str(tmp_path / "dagsorden.md"))
        await press(pilot, "enter")
        assert "**1. Godkendelse af dagsorden.**" in (tmp_path / "dagsorden.md").read_text(encoding="utf-8")
        assert "sent 22.11.2026" in screen_text(pilot)
    assert state_of(tmp_path / "r").meetings[0].status == "called"


async def test_what_was_put_off_is_offered_by_itself(tmp_path: Path) -> None:
    async with begun(tmp_path / "r", height=40) as pilot:
        await press(pilot, "3")
        recorder = pilot.app.screen.recorder  # type: ignore[attr-defined]
        meeting = await recorder.ask(lambda fold: max(fold.meetings.values(), key=lambda held: held.date))
        doings = [
            Doing(MeetingOpened(meeting=meeting.id), "2026-11-22T16:00"),
            Doing(ItemPostponed(item=meeting.items[5], until="næste møde"), "2026-11-22"),
        ]
        await recorder.record(doings, "put off")
        await with_meetings(pilot, "12.1.2027")
        await press(pilot, "down", "down", "d")
        assert "(put off on 22.11.2026)" in screen_text(pilot)
        assert "(not reached on 22.11.2026)" in screen_text(pilot)
