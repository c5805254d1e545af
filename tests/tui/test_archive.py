"""The archive: lists that open what they show, the entries behind them, searching with filters, and pictures."""

from pathlib import Path

import pytest

from governance.searching.index_file import index_path
from tests.taken import take
from tests.tui.books import BOOK, HEAD, append_person, long_book
from tests.tui.meetings import SECRET
from tests.tui.screens import Opened, book_screen, opened, press, screen_text, settled, typed
from tui.screens.pictures import PicturesScreen
from tui.screens.planning import BoardScreen
from tui.screens.searching import SearchScreen
from tui.widgets.rows import Rows

SAMPLES = Path(__file__).parents[2] / "governance" / "samples"


def _found(pilot: Opened) -> list[int]:
    """The numbers of the entries that the search lists."""
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    return list(screen.listing.found or ())


class TestEntriesBehind:
    @pytest.mark.parametrize(
        ("view", "row", "entries"),
        [
            ("2", "Bo Ørum", {5, 13, 41}),
            ("3", "10.01.2023", {9, 17, 39}),
            ("4", "Ansøgning", {22}),
            ("5", "skrive", {31}),
            ("7", "Puljegruppen", {29}),
        ],
    )
    async def test_a_row_leads_to_the_entries_about_it(
        self, record: Path, view: str, row: str, entries: set[int]
    ) -> None:
        async with opened(record) as pilot:
            await press(pilot, view)
            screen = book_screen(pilot)
            texts = [one.line.text for one in screen._rows]
            screen.lines.cursor = next(index for index, text in enumerate(texts) if row in text)
            await settled(pilot)
            await press(pilot, "j")
            found = set(screen.listing.found or ())
            assert screen.view == "entries"
            assert entries <= found < set(range(1, HEAD + 1))
            assert f"{len(found)} behind: " in screen_text(pilot)
            await press(pilot, "escape")
            assert (screen.behind, screen.listing.found, screen.listing.count) == ("", None, HEAD)

    async def test_a_finding_leads_to_the_entries_it_stands_on(self, record: Path) -> None:
        async with opened(record) as pilot:
            await press(pilot, "9")
            screen = book_screen(pilot)
            assert f"Findings after entry {HEAD}: " in screen_text(pilot)
            first = screen._rows[0]
            await press(pilot, "j")
            assert tuple(screen.listing.found or ()) == first.entries
            assert screen.point in first.entries

    async def test_findings_are_those_of_the_point_in_time(self, record: Path) -> None:
        async with opened(record) as pilot:
            await press(pilot, "g", "1", "enter", "9")
            assert "Findings after entry 1: 0 findings" in screen_text(pilot)
            assert "Nothing was found." in screen_text(pilot)

    async def test_an_entry_has_none_behind_it_and_that_is_said(self, record: Path) -> None:
        async with opened(record) as pilot:
            await press(pilot, "j")
            assert "Stand on a member" in screen_text(pilot)
            assert book_screen(pilot).listing.found is None

    async def test_what_is_recorded_meanwhile_is_found_too(self, record: Path) -> None:
        async with opened(record) as pilot:
            append_person(record, BOOK, HEAD + 1, "Bo Ørum den yngre")
            await press(pilot, "f8")
            await typed(pilot, "yngre")
            assert _found(pilot) == [HEAD + 1]


class TestSearching:
    async def test_words_and_filters_and_going_to_the_entry(self, record: Path) -> None:
        async with opened(record) as pilot:
            await press(pilot, "f8")
            await typed(pilot, "ørum")
            everything = _found(pilot)
            assert {5, 13, 41} <= set(everything)
            await press(pilot, "f2")
            await typed(pilot, "attendance")
            await press(pilot, "enter")
            narrowed = _found(pilot)
            assert narrowed
            assert set(narrowed) < set(everything)
            assert "Kind: Attendance" in screen_text(pilot)
            await press(pilot, "f8")
            assert _found(pilot) == everything
            await press(pilot, "down", "down", "enter")
            assert book_screen(pilot).point == everything[2]
            assert pilot.app.screen is book_screen(pilot)

    async def test_each_filter_is_chosen_from_what_the_book_has(self, record: Path) -> None:
        async with opened(record) as pilot:
            await press(pilot, "f8")
            for key, choice, said in (
                ("f3", "ørum", "Person: Bo Ørum"),
                ("f4", "ansøgning", "Matter: Ansøgning til AMU"),
                ("f6", "10.01.2023", "Meeting: 10.01.2023"),
            ):
                await press(pilot, key)
                await typed(pilot, choice)
                await press(pilot, "enter")
                assert said in screen_text(pilot)
                assert 0 < len(_found(pilot)) < HEAD
                await press(pilot, key, "enter", "f8")
                assert "All entries, of every kind and day" in screen_text(pilot)
                assert "Type words" in screen_text(pilot)

    async def test_days_are_typed_as_danes_write_them(self, record: Path) -> None:
        async with opened(record) as pilot:
            await press(pilot, "f8", "f7")
            await typed(pilot, "15.1.2023")
            await press(pilot, "tab")
            await typed(pilot, "snart")
            await press(pilot, "enter")
            assert "'snart' is no day." in screen_text(pilot)
            await press(pilot, *["backspace"] * 5)
            await typed(pilot, "2023")
            await press(pilot, "enter")
            assert "15.01.2023 - 31.12.2023" in screen_text(pilot)
            assert 40 in _found(pilot)
            assert 39 not in _found(pilot)

    async def test_nothing_found_is_said_and_esc_goes_back(self, record: Path) -> None:
        async with opened(record) as pilot:
            await press(pilot, "f8")
            await typed(pilot, "kar")
            assert "No entry holds these words." in screen_text(pilot)
            await press(pilot, "enter", "down", "pagedown")
            assert isinstance(pilot.app.screen, SearchScreen)
            await press(pilot, "escape")
            assert pilot.app.screen is book_screen(pilot)

    async def test_it_is_reached_from_the_meetings_and_goes_on_to_the_archive(self, record: Path) -> None:
        async with opened(record, actor="Hanne Bro") as pilot:
            assert isinstance(pilot.app.screen, BoardScreen)
            await press(pilot, "f8")
            await typed(pilot, "puljegruppen")
            number = _found(pilot)[0]
            await press(pilot, "enter")
            assert book_screen(pilot).point == number
            await press(pilot, "b")
            assert isinstance(pilot.app.screen, BoardScreen)

    async def test_others_who_see_the_screen_do_not_find_what_is_closed(self, closed_record: Path) -> None:
        async with opened(closed_record, actor="Hanne Bro") as pilot:
            await press(pilot, "f8")
            await typed(pilot, SECRET)
            assert len(_found(pilot)) == 2
            assert screen_text(pilot).count(SECRET) > 1
            await press(pilot, "ctrl+l")
            assert _found(pilot) == []
            assert screen_text(pilot).count(SECRET) == 1

    async def test_the_mouse_goes_to_what_was_found(self, record: Path) -> None:
        async with opened(record) as pilot:
            await press(pilot, "f8")
            await typed(pilot, "ørum")
            number = _found(pilot)[1]
            await pilot.click("#list", offset=(10, 2))
            await settled(pilot)
            assert book_screen(pilot).point == number

    async def test_many_hits_are_listed_and_only_those_seen_are_read(self, tmp_path: Path) -> None:
        record = tmp_path / "lang.referat"
        long_book(record, 9_000)
        async with opened(record, actor="Hanne Bro") as pilot:
            await press(pilot, "f8")
            await typed(pilot, "person")
            assert len(_found(pilot)) == 8_999
            assert "Found: 8999 entries" in screen_text(pilot)
            await press(pilot, *["pagedown"] * 3)
            assert pilot.app.screen.query_one("#list", Rows).cursor > 15
        assert index_path(record).exists()


class TestPictures:
    async def test_each_picture_is_drawn_and_turned(self, tmp_path: Path) -> None:
        record = tmp_path / "samples.referat"
        take(record, [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*referat.md"))])
        async with opened(record) as pilot:
            await press(pilot, "p")
            assert isinstance(pilot.app.screen, PicturesScreen)
            text = screen_text(pilot)
            assert "● present" in text
            assert "100 %" in text
            await press(pilot, "2")
            assert "By year" in screen_text(pilot)
            await press(pilot, "3")
            assert "How old the open matters are" in screen_text(pilot)
            await press(pilot, "4")
            assert "━━━" in screen_text(pilot)
            await press(pilot, "1", "left", "right", "escape")
            assert pilot.app.screen is book_screen(pilot)

    async def test_a_book_that_holds_nothing_says_so(self, tmp_path: Path) -> None:
        record = tmp_path / "lang.referat"
        long_book(record, 1)
        async with opened(record) as pilot:
            await press(pilot, "p")
            for key, said in (("1", "No meeting has been held"), ("3", "No matter is open"), ("4", "knows no members")):
                await press(pilot, key)
                assert said in screen_text(pilot)
