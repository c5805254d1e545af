"""The first start: who records, a new council, minutes that exist, a practice that is kept nowhere."""

from pathlib import Path

import pytest

from governance.language import speak
from governance.settings import load_settings
from tests.tui.beginning import begun, clock, fill, state_of, with_council, with_meetings
from tests.tui.books import full_book
from tests.tui.screens import press, screen_text, settled, typed
from tui.app import ReferatApp
from tui.screens.book import BookScreen
from tui.screens.books import BooksScreen
from tui.screens.new_council import NewCouncilScreen
from tui.screens.planning import BoardScreen
from tui.screens.start import StartScreen

SAMPLES = Path(__file__).parents[2] / "governance" / "samples"


async def test_the_name_is_asked_for_once_and_remembered(tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    app = ReferatApp(tmp_path / "r", settings_path=settings, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, StartScreen)
        await press(pilot, "enter")
        assert "Write your name" in screen_text(pilot)
        await typed(pilot, "Åse Bro")
        await press(pilot, "enter")
        assert "Welcome, Åse Bro" in screen_text(pilot)
        assert "1  New council and meeting" in screen_text(pilot)
    assert load_settings(settings).by == "Åse Bro"


async def test_a_digit_in_the_name_chooses_nothing(tmp_path: Path) -> None:
    async with begun(tmp_path / "r", actor=None) as pilot:
        await press(pilot, "1", "2", "3")
        assert isinstance(pilot.app.screen, StartScreen)
        assert pilot.app.screen.query_one("#actor").value == "123"  # type: ignore[attr-defined]


async def test_who_gives_no_name_may_read(tmp_path: Path) -> None:
    full_book(tmp_path / "r")
    async with begun(tmp_path / "r", actor=None) as pilot:
        assert isinstance(pilot.app.screen, StartScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BookScreen)


async def test_a_council_is_begun_and_its_meetings_planned(tmp_path: Path) -> None:
    record = tmp_path / "r"
    async with begun(record) as pilot:
        await with_council(pilot)
        assert isinstance(pilot.app.screen, BoardScreen)
        assert "No meetings are planned yet." in screen_text(pilot)
        await with_meetings(pilot)
        assert "12.01.2027  16:00-18:00  planned" in screen_text(pilot)
    state = state_of(record)
    assert state.council is not None
    assert (state.council.name, state.council.kind) == ("Ældrerådet", "seniors-council")
    assert [member.name for member in state.members] == ["Anna Ægidius", "Carl Åkjær", "Dorte Vad"]
    assert [(meeting.date, meeting.start, meeting.end) for meeting in state.meetings] == [
        ("2027-01-12", "16:00", "18:00"),
        ("2027-02-09", "16:00", "18:00"),
    ]
    async with begun(record) as pilot:
        assert isinstance(pilot.app.screen, BoardScreen)


async def test_what_will_not_do_is_said_beside_the_field_and_kept(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await press(pilot, "1", "ctrl+s")
        assert "Write the name of the council." in screen_text(pilot)
        await fill(pilot, "council-name", "Ældrerådet")
        await fill(pilot, "council-since", "hej")
        await fill(pilot, "council-members", "Anna Holm\nAnna Holm")
        await press(pilot, "ctrl+s")
        assert "Line 2: Anna Holm stands in line 1 already." in screen_text(pilot)
        await fill(pilot, "council-members", "Anna Holm\nBo Ørum")
        await press(pilot, "ctrl+s")
        assert "'hej' is no day." in screen_text(pilot)
        assert isinstance(pilot.app.screen, NewCouncilScreen)
        await press(pilot, "escape", "1")
        assert "Bo Ørum" in screen_text(pilot)


async def test_members_are_read_from_a_table(tmp_path: Path) -> None:
    table = tmp_path / "medlemmer.csv"
    table.write_bytes("Navn;Parti;Stedfortræder\nAnna Ægidius;A;Bo Ørum\nCarl Åkjær;;\n".encode("cp1252"))
    async with begun(tmp_path / "r") as pilot:
        await press(pilot, "1")
        await fill(pilot, "council-name", "Ældrerådet")
        await press(pilot, "f3")
        await fill(pilot, "filling-file", str(tmp_path / "nothing.csv"))
        await press(pilot, "enter")
        assert "There is no file" in screen_text(pilot).replace("\n", "")
        await fill(pilot, "filling-file", str(table))
        await press(pilot, "enter")
        assert "2 members, 1 stand-in" in screen_text(pilot)


async def test_the_kind_follows_the_name_until_another_is_chosen(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await press(pilot, "1")
        await fill(pilot, "council-name", "Handicaprådet")
        assert "»disability council«" in screen_text(pilot)
        await press(pilot, "f2", *"youth", "enter")
        assert "»youth council«" in screen_text(pilot)


async def test_minutes_that_exist_are_taken_over_once_they_were_looked_at(tmp_path: Path) -> None:
    record = tmp_path / "r"
    async with begun(record) as pilot:
        await press(pilot, "2")
        await fill(pilot, "files", f'"{SAMPLES / "2025-03-11-referat.md"}"')
        await press(pilot, "f2")
        assert "7 items" in screen_text(pilot)
        assert not record.exists()
        await press(pilot, "enter", "a", "escape")
        assert isinstance(pilot.app.screen, BoardScreen)
        assert "11.03.2025" in screen_text(pilot)


async def test_a_file_that_is_no_minutes_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Hej", encoding="utf-8")
    async with begun(tmp_path / "r") as pilot:
        await press(pilot, "2")
        await fill(pilot, "files", str(tmp_path / "x.txt"))
        await press(pilot, "f2")
        assert "cannot be taken over" in screen_text(pilot)
        await press(pilot, "a")
        assert not (tmp_path / "r").exists()


async def test_a_practice_is_kept_nowhere(tmp_path: Path) -> None:
    record = tmp_path / "r"
    async with begun(record) as pilot:
        await press(pilot, "3")
        app = pilot.app
        assert isinstance(app, ReferatApp)
        assert app.practice is not None
        practised = app.practice.record
        assert practised.exists()
        assert "PRACTICE: nothing is kept" in screen_text(pilot)
        await press(pilot, "d")
        assert "PRACTICE: nothing is kept" in screen_text(pilot)
        await press(pilot, "escape", "b")
        assert isinstance(app.screen, StartScreen)
        assert "PRACTICE" not in screen_text(pilot)
        assert not practised.exists()
        assert app.record == record
    assert list(tmp_path.iterdir()) == []


async def test_a_practice_that_is_ended_by_quitting_is_thrown_away_too(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await press(pilot, "3")
        practised = pilot.app.practice.record  # type: ignore[attr-defined]
        await pilot.press("q")
        await pilot.pause()
    assert not practised.exists()


async def test_who_leaves_the_beginning_is_told_how_to_come_back(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BooksScreen)
        assert "Press N for a new council" in screen_text(pilot)
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, StartScreen)


async def test_one_of_several_books_is_chosen_and_more_can_be_begun(tmp_path: Path) -> None:
    full_book(tmp_path / "r", more=True)
    async with begun(tmp_path / "r") as pilot:
        shown = [type(pilot.app.screen)]
        for keys in (("n",), ("escape", "enter"), ("b",)):
            await press(pilot, *keys)
            shown.append(type(pilot.app.screen))
        assert shown == [BooksScreen, StartScreen, BoardScreen, BooksScreen]


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
async def test_every_field_of_the_form_is_seen_at_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    speak("da")
    async with begun(tmp_path / "r", width=size[0], height=size[1]) as pilot:
        await press(pilot, "1")
        text = screen_text(pilot)
        for label in ("Rådets navn", "Kommune", "Regler", "Medlemmer fra", "Medlemmer, ét på hver linje"):
            assert label in text
