"""Going to an entry, searching, and what others record meanwhile, with Pilot."""

from pathlib import Path

from tests.tui.books import BOOK, HEAD, append_person, full_book
from tests.tui.screens import book_screen, opened, press, screen_text, settled, typed

SAMPLES = Path(__file__).parents[2] / "governance" / "samples"


async def test_going_to_an_entry_or_a_moment(record: Path) -> None:
    async with opened(record) as pilot:
        await press(pilot, "G")
        await typed(pilot, "2026-11-22T10:12")
        await press(pilot, "enter")
        assert book_screen(pilot).point == 12
        await press(pilot, "g", "0", "enter")
        assert "there is no entry 0" in screen_text(pilot)
        await press(pilot, "backspace", *"soon", "enter")
        assert "'soon' is neither an entry number nor a moment" in screen_text(pilot).replace("\n ", " ")
        await press(pilot, "escape")
        assert "Go to entry" not in screen_text(pilot)
        assert book_screen(pilot).point == 12
        await press(pilot, "g", "enter")
        assert book_screen(pilot).point == 12
        assert book_screen(pilot).lines.has_focus


async def test_a_search_lists_what_holds_every_word_and_escape_goes_back(record: Path) -> None:
    async with opened(record) as pilot:
        await press(pilot, "g", *"40", "enter", "s")
        await typed(pilot, "PULJE udvalget")
        screen = book_screen(pilot)
        assert list(screen.listing.found or ()) == [22]
        assert screen.point == 22
        await press(pilot, "escape")
        assert (screen.words, screen.point, screen.listing.found) == ("", 40, None)
        await press(pilot, "f8")
        await typed(pilot, "punkt 1")
        await press(pilot, "backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
        assert (screen.words, screen.point, screen.listing.count) == ("", 40, HEAD)


async def test_what_was_found_can_be_walked_and_left(record: Path) -> None:
    async with opened(record) as pilot:
        await press(pilot, "s")
        await typed(pilot, "ørum")
        await press(pilot, "enter")
        screen = book_screen(pilot)
        found = list(screen.listing.found or ())
        assert len(found) > 5
        assert HEAD not in found
        await press(pilot, "left")
        assert screen.point == found[-2]
        await press(pilot, "o")
        assert screen.point == found[-2]
        await press(pilot, "left")
        assert screen.point == found[-3]
        await press(pilot, "g", *str(HEAD), "enter")
        assert (screen.words, screen.point) == ("", HEAD)


async def test_a_search_in_a_view_filters_its_rows(record: Path) -> None:
    async with opened(record) as pilot:
        await press(pilot, "2", "s")
        await typed(pilot, "ørum")
        assert book_screen(pilot).lines.count == 1
        assert "1 with »ørum«" in screen_text(pilot)
        await typed(pilot, "x")
        assert "Nothing here holds these words." in screen_text(pilot)
        await press(pilot, "enter", "escape")
        assert book_screen(pilot).lines.count == 2


async def test_newest_first_keeps_the_cursor_on_its_entry(record: Path) -> None:
    async with opened(record) as pilot:
        screen = book_screen(pilot)
        await press(pilot, "g", *"40", "enter", "o")
        assert (screen.point, screen.lines.cursor) == (40, HEAD - 40)
        await press(pilot, "down")
        assert screen.point == 39
        await press(pilot, "right", "right")
        assert screen.point == 41
        await press(pilot, "home")
        assert screen.point == HEAD
        await press(pilot, "pagedown", "pageup", "end", "down")
        assert screen.point == 1
        await press(pilot, "o")
        assert (screen.point, screen.lines.cursor) == (1, 0)


async def test_what_others_record_appears_and_who_stands_at_the_newest_goes_along(record: Path) -> None:
    async with opened(record) as pilot:
        screen = book_screen(pilot)
        append_person(record, BOOK, HEAD + 1, "Cæcilie Ø")
        screen.look_again()
        await settled(pilot)
        assert (screen.head, screen.point) == (HEAD + 1, HEAD + 1)
        assert "Cæcilie Ø is named for the first time" in screen_text(pilot)
        await press(pilot, "up", "2")
        append_person(record, BOOK, HEAD + 2, "Dan Ås")
        screen.look_again()
        await settled(pilot)
        assert (screen.head, screen.point) == (HEAD + 2, HEAD)
        await press(pilot, "n", "end")
        assert "Dan Ås: named, no member" in screen_text(pilot)


async def test_the_first_book_appears_in_an_empty_record(tmp_path: Path) -> None:
    record = tmp_path / "record.referat"
    async with opened(record) as pilot:
        assert "referat import FILE" in screen_text(pilot)
        await press(pilot, "enter", "down", "f1", "escape")
        full_book(record, more=True)
        pilot.app.screen.read_books()  # type: ignore[attr-defined]
        await settled(pilot)
        assert "Ældrerådet, Nordholm Kommune  1 entry" in screen_text(pilot)
        assert not pilot.app.screen.query_one("#first-steps").display
