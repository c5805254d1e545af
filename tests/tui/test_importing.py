"""Taking over minutes in the application: choosing files, reviewing them beside their text, recording, taking back."""

import asyncio
from pathlib import Path

import pytest

from events.catalogue import MinutesIssued
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.documents.reading.usage import NOTHING_TAUGHT, Usage
from governance.importing.usage_file import load_usages, usage_path
from governance.state.model import State
from governance.state.publishing import publish
from tests.facts import facts_of
from tests.taken import take
from tests.tui.beginning import begun, fill
from tests.tui.importing import BOOK, UNCLEAR, chosen, written, written_for_years
from tests.tui.screens import Opened, press, screen_text, settled
from tui.importing import Import, Stopped
from tui.importing import State as PaperState
from tui.screens.documents_taken import DocumentsTakenScreen
from tui.screens.importing import ImportingScreen
from tui.screens.importing_files import ImportingFilesScreen
from tui.screens.importing_review import ReviewScreen
from tui.screens.planning import BoardScreen
from tui.widgets.source_text import SourceText

MANY = "aeldreraadet-nordholm-kommune"


def state_of(record: Path, book: str = BOOK) -> State:
    log = SqliteLog(record)
    try:
        return publish(Book(log, book).fold())
    finally:
        log.close()


def issued(record: Path, book: str) -> int:
    log = SqliteLog(record)
    try:
        return sum(isinstance(entry.event, MinutesIssued) for entry in Book(log, book).standing())
    finally:
        log.close()


def importing(pilot: Opened) -> ImportingScreen:
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, ImportingScreen))


async def test_both_seeds_are_taken_over_and_give_what_the_command_line_gives(
    seeds: tuple[Path, Path], tmp_path: Path
) -> None:
    record, other = tmp_path / "r", tmp_path / "other"
    async with begun(record) as pilot:
        await press(pilot, "2")
        await fill(pilot, "files", str(seeds[0].parent))
        await press(pilot, "f2")
        assert "2 ready" in screen_text(pilot)
        assert not record.exists()
        await press(pilot, "a")
        assert "2 recorded" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BoardScreen)
        assert "28.09.2022" in screen_text(pilot)
    take(other, [seed.read_text(encoding="utf-8") for seed in seeds])
    book = "integrationsraadet-holstebro-kommune"
    assert facts_of(state_of(record, book)) == facts_of(state_of(other, book))


async def test_the_text_that_an_entry_came_from_is_marked(seeds: tuple[Path, Path], tmp_path: Path) -> None:
    async with begun(tmp_path / "r", width=120, height=40) as pilot:
        await chosen(pilot, seeds[1])
        await press(pilot, "enter")
        assert screen_text(pilot).count("▌") >= 1
        assert "▌Det Nationale Integrationsråd" in screen_text(pilot)
        before = pilot.app.screen.query_one("#source", SourceText).marked
        await press(pilot, "n")
        after = pilot.app.screen.query_one("#source", SourceText).marked
        assert (before, after) == ((50, 50), (53, 53))


async def test_at_80_columns_the_text_is_a_key_away(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await chosen(pilot, written(tmp_path, UNCLEAR))
        await press(pilot, "enter")
        assert "Mina blev valgt til ordstyrer.«" in screen_text(pilot)
        await press(pilot, "v")
        assert " 20!" in screen_text(pilot)
        assert "▌Mina blev valgt til ordstyrer." in screen_text(pilot)
        await press(pilot, "tab")
        assert "▌" not in screen_text(pilot)


async def test_what_is_answered_once_is_known_in_later_documents(tmp_path: Path) -> None:
    record = tmp_path / "r"
    async with begun(record) as pilot:
        await chosen(pilot, written(tmp_path, UNCLEAR, later=2))
        assert "3 to look at" in screen_text(pilot)
        await press(pilot, "enter", "a")
        assert "This has to be answered" in screen_text(pilot)
        await press(pilot, "r", *"ami", "enter")
        assert "From now on »Mina« is Amina Farah, in later documents too." in screen_text(pilot)
        await press(pilot, "n", "r", "enter")
        assert "item 4: decided: »Udfald: Skiltet sættes op i maj.«" in screen_text(pilot)
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, ImportingScreen)
        assert "1 recorded, 2 ready" in screen_text(pilot)
        await press(pilot, "a")
        assert "3 recorded" in screen_text(pilot)
    assert load_usages(record) == {BOOK: Usage(names={"mina": "Amina Farah"}, labels={"udfald": "decision"})}
    state = state_of(record)
    leading = [meeting.ordstyrer for meeting in state.meetings if meeting.attendance]
    amina = next(person.id for person in state.persons if person.name == "Amina Farah")
    assert leading == [amina] * 3


async def test_what_was_taught_can_be_forgotten(tmp_path: Path) -> None:
    record = tmp_path / "r"
    async with begun(record) as pilot:
        await chosen(pilot, written(tmp_path, UNCLEAR))
        await press(pilot, "enter", "r", *"ami", "enter", "escape", "h")
        assert "»mina« is Amina Farah" in screen_text(pilot)
        assert usage_path(record).exists()
        await press(pilot, "g")
        assert "Nothing yet." in screen_text(pilot)
    assert not usage_path(record).exists()


async def test_a_paragraph_becomes_a_decision_and_another_is_left_out(tmp_path: Path) -> None:
    record = tmp_path / "r"
    async with begun(record) as pilot:
        await chosen(pilot, written(tmp_path, UNCLEAR))
        await press(pilot, "enter", "enter", "n", "n")
        assert "»Naboerne har skrevet.«" in screen_text(pilot)
        await press(pilot, "r", *"decision", "enter", "ctrl+s")
        assert "item 4: decided: »Naboerne har skrevet.«" in screen_text(pilot)
        assert "Decision taken: changed by hand" in screen_text(pilot)
        await press(pilot, "up", "u")
        assert "Note written: left out" in screen_text(pilot)
        await press(pilot, "a")
    item = next(item for item in state_of(record).meetings[0].agenda if item.number == "4")
    assert (item.decision, item.outcome, item.notes) == ("Naboerne har skrevet.", "decided", [])


async def test_a_form_says_why_the_rules_refuse_a_change(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await chosen(pilot, written(tmp_path, UNCLEAR))
        await press(pilot, "enter", "r", "escape", "enter", "n", "r", *"ordsty", "enter", *"hanne", "enter", "ctrl+s")
        assert "The rules do not allow this" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert "changed by hand" not in screen_text(pilot)


async def test_what_carries_the_rest_says_why_it_cannot_be_left_out(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await chosen(pilot, written(tmp_path, UNCLEAR))
        await press(pilot, "enter", "home", "down", "u")
        assert "cannot be left out by itself" in screen_text(pilot).replace("\n", " ")


async def test_a_document_is_taken_back_from_the_list(tmp_path: Path) -> None:
    record = tmp_path / "r"
    async with begun(record) as pilot:
        await chosen(pilot, written(tmp_path, UNCLEAR))
        await press(pilot, "enter", "enter", "a", "t")
        assert "taken back" in screen_text(pilot)
        assert state_of(record).meetings == []
        await press(pilot, "u", "enter")
        assert isinstance(pilot.app.screen, ReviewScreen)


async def test_a_document_is_taken_back_from_the_board_and_who_allowed_it_is_asked(
    seeds: tuple[Path, Path], tmp_path: Path
) -> None:
    record = tmp_path / "r"
    texts = [seed.read_text(encoding="utf-8") for seed in seeds]
    take(record, [texts[0], texts[1].replace("fra d. 9. juni", "fra d. 2. juni 2021")])
    async with begun(record) as pilot:
        await press(pilot, "f1", *"documents", "enter")
        assert isinstance(pilot.app.screen, DocumentsTakenScreen)
        assert "02.06.2021  minutes" in screen_text(pilot)
        await press(pilot, "t")
        assert "which meeting allowed it?" in screen_text(pilot)
        await press(pilot, *"writing", "enter")
        await fill(pilot, "filling-reason", "Forkert udgave")
        await press(pilot, "enter")
        assert "02.06.2021  minutes" not in screen_text(pilot)
        assert "entries struck" in screen_text(pilot)


async def test_an_import_is_undone_and_done_again_whole(tmp_path: Path) -> None:
    record, folder = tmp_path / "r", written_for_years(tmp_path, 3)
    async with begun(record) as pilot:
        await chosen(pilot, folder)
        await press(pilot, "a", "escape")
        before = facts_of(state_of(record, MANY))
        await press(pilot, "ctrl+z")
        assert issued(record, MANY) == 2
        await press(pilot, "ctrl+y", "f1", *"documents", "enter")
        assert screen_text(pilot).count("minutes     ") == 3
    assert facts_of(state_of(record, MANY)) == before


async def test_what_is_wrong_with_a_file_is_said_of_that_file_only(tmp_path: Path) -> None:
    folder = written(tmp_path, UNCLEAR)
    (folder / "b.txt").write_text("Hej", encoding="utf-8")
    (folder / "c.txt").write_bytes(b"%PDF-1.7 x")
    (folder / "d.txt").write_text((folder / "0.txt").read_text(encoding="utf-8") + " ", encoding="utf-8")
    async with begun(tmp_path / "r") as pilot:
        await chosen(pilot, folder)
        text = screen_text(pilot)
        assert "2 cannot be taken over" in text
        assert "1 in the book already" in text
        await press(pilot, "home")
        assert "is neither minutes nor an agenda" in screen_text(pilot).replace("\n", " ")
        await press(pilot, "enter")
        assert "There is nothing to look at in this file." in screen_text(pilot)


async def test_names_of_files_are_completed(tmp_path: Path) -> None:
    folder = written(tmp_path, UNCLEAR, later=1)
    (folder / "billede.png").write_bytes(b"")
    async with begun(tmp_path / "r") as pilot:
        await press(pilot, "2")
        await fill(pilot, "files", str(folder)[:-3])
        await pilot.press("end")
        await press(pilot, "tab")
        files = pilot.app.screen.query_one("#files")
        assert files.text == f"{folder}/"  # type: ignore[attr-defined]
        await press(pilot, "tab")
        assert "0.txt" in screen_text(pilot)
        assert "billede" not in screen_text(pilot)
        await press(pilot, "1", "tab", "f2")
        assert isinstance(pilot.app.screen, ImportingScreen)
        assert len(importing(pilot).held.papers) == 1


@pytest.mark.parametrize("count", [60, pytest.param(300, marks=pytest.mark.torture)])
async def test_many_minutes_are_taken_over_with_five_keys(tmp_path: Path, count: int) -> None:
    """The path is pasted: "2", F2, A, Esc are all that is typed besides."""
    record, folder = tmp_path / "r", written_for_years(tmp_path, count)
    async with begun(record) as pilot:
        await chosen(pilot, folder)
        assert f"{count} ready" in screen_text(pilot)
        await press(pilot, "a")
        assert f"{count} files recorded." in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BoardScreen)
    assert issued(record, MANY) == count


async def test_each_of_many_clean_minutes_looked_at_takes_one_key(tmp_path: Path) -> None:
    record, folder = tmp_path / "r", written_for_years(tmp_path, 12)
    async with begun(record) as pilot:
        await chosen(pilot, folder)
        await press(pilot, "enter")
        for number in range(1, 13):
            assert f"Review {number}/12" in screen_text(pilot)
            await press(pilot, "a")
        assert isinstance(pilot.app.screen, ImportingScreen)
    assert issued(record, MANY) == 12


async def test_reading_is_stopped_and_nothing_is_kept(tmp_path: Path) -> None:
    folder = written_for_years(tmp_path, 60)
    async with begun(tmp_path / "r") as pilot:
        await press(pilot, "2")
        await fill(pilot, "files", str(folder))
        for key in ("f2", "escape"):
            pilot.app.simulate_key(key)
        await settled(pilot)
        assert isinstance(pilot.app.screen, ImportingFilesScreen)
        assert "Stopped. Nothing was recorded." in screen_text(pilot)
        await press(pilot, "f2")
        assert isinstance(pilot.app.screen, ImportingScreen)
    assert not (tmp_path / "r").exists()


async def test_recording_is_stopped_between_two_documents(tmp_path: Path) -> None:
    record, folder = tmp_path / "r", written_for_years(tmp_path, 60)
    async with begun(record) as pilot:
        await chosen(pilot, folder)
        pilot.app.simulate_key("a")
        papers = importing(pilot).held.papers
        while sum(paper.state is PaperState.RECORDED for paper in papers) < 3:
            await asyncio.sleep(0.001)
        pilot.app.simulate_key("escape")
        await settled(pilot)
        done = sum(paper.state is PaperState.RECORDED for paper in papers)
        assert 3 <= done < 60
        assert isinstance(pilot.app.screen, ImportingScreen)
    log = SqliteLog(record)
    commands = {entry.command_id for entry in Book(log, MANY).entries()}
    log.close()
    assert (issued(record, MANY), len(commands)) == (done, done)


def test_a_reading_that_is_stopped_in_the_middle_gives_nothing(tmp_path: Path) -> None:
    names = [str(written(tmp_path, UNCLEAR) / "0.txt")] * 3
    told: list[int] = []
    with pytest.raises(Stopped):
        Import(tmp_path / "r").read(names, told.append, lambda: len(told) == 4)
    assert told == [1, 2, 3, 4]
    assert Import(tmp_path / "r").usage("raadet") == NOTHING_TAUGHT
