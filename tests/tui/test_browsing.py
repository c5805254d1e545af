"""Every path through the application, driven by its keys and the mouse."""

from pathlib import Path

import pytest

from events.catalogue import EVENT_TYPES
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.language import speak
from tests.events.test_sqlite_store import tampered
from tests.taken import take
from tests.tui.books import BOOK, SECOND, append_person, full_book
from tests.tui.screens import book_screen, opened, press, resize, screen_text, settled, typed
from tui.screens.book_showing import view_names
from tui.screens.books import BooksScreen
from tui.telling.labels import CODES, FIELDS
from tui.telling.state import VIEWS
from tui.widgets.line_list import LineList
from tui.widgets.wrapped_lines import WrappedLines

SAMPLES = Path(__file__).parents[2] / "governance" / "samples"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with one book that holds an event of every type."""
    path = tmp_path / "protokol.referat"
    full_book(path)
    return path


async def test_the_only_book_opens_by_itself_at_its_newest_entry(record: Path) -> None:
    async with opened(record) as pilot:
        assert book_screen(pilot).point == 44
        assert "Integrationsrådet, Nordholm Kommune: entry 44 of 44" in screen_text(pilot)
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, BooksScreen)
        await press(pilot, "enter")
        assert book_screen(pilot).point == 44


async def test_one_of_several_books_is_chosen(tmp_path: Path) -> None:
    full_book(tmp_path / "r", more=True)
    async with opened(tmp_path / "r") as pilot:
        assert isinstance(pilot.app.screen, BooksScreen)
        await press(pilot, "down", "enter")
        assert book_screen(pilot).book_name == BOOK
        await press(pilot, "escape", "up", "enter")
        assert book_screen(pilot).book_name == SECOND
        assert "Ældrerådet, Nordholm Kommune: entry 1 of 1" in screen_text(pilot)


@pytest.mark.parametrize("keys", [("q",), ("Q",), ("ctrl+q",), ("f10",), ("f1", "q"), ("g", "ctrl+q")])
async def test_these_keys_leave_the_application(record: Path, keys: tuple[str, ...]) -> None:
    async with opened(record) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert not pilot.app.is_running or pilot.app._exit
        assert (pilot.app.return_code or 0) == 0


async def test_ctrl_c_says_how_to_leave_and_does_not(record: Path) -> None:
    async with opened(record) as pilot:
        await press(pilot, "ctrl+c")
        assert not pilot.app._exit
        assert "Q leaves referat." in screen_text(pilot)


async def test_a_letter_that_is_typed_in_a_line_is_no_key(record: Path) -> None:
    async with opened(record) as pilot:
        await press(pilot, "s", "q", "b", "1", "o")
        assert not pilot.app._exit
        assert book_screen(pilot).words == "qb1o"


async def test_the_entry_under_the_cursor_is_told_in_full(record: Path) -> None:
    async with opened(record, width=120, height=40) as pilot:
        await press(pilot, "g", *"33", "enter", "enter")
        text = screen_text(pilot)
        for said in (
            "2 questions sent to Arbejdsmarkedsudvalget",
            "Recorded: 22.11.2026 10:33 by Hanne Bro",
            "Recipient: Arbejdsmarkedsudvalget (b6)",
            "Question: Hvorfor?",
            "/event/questions/1: »Hvornår?«, salt salt-for-golden-text02",
            "Hash of the body (SHA-256): ",
            '"number":33',
        ):
            assert said in text
        await press(pilot, "left")
        assert "Title: Rapport" in screen_text(pilot)
        await press(pilot, "right", "right", "escape")
        assert book_screen(pilot).point == 34
        assert "entry 34 of 44" in screen_text(pilot)


async def test_an_entry_tells_where_it_was_taken_from_and_what_became_of_it(record: Path) -> None:
    async with opened(record, width=120, height=40) as pilot:
        await press(pilot, "g", "4", "enter", "enter")
        text = screen_text(pilot)
        assert "Lines 3 to 4" in text
        assert "Inferred: the document does not say so itself" in text
        assert "File (SHA-256): " + "ab" * 32 in text
        await press(pilot, "escape", "g", *"25", "enter", "enter")
        assert "Struck by entry 44: it no longer counts." in screen_text(pilot)
        await press(pilot, "left")
        assert "Corrected by entry 43: Entry 24 corrected to" in screen_text(pilot)


async def test_a_word_that_was_erased_reads_so(record: Path) -> None:
    tampered(
        record, "UPDATE entries SET words = CAST(json_set(words, '$.\"/event/name\"', NULL) AS BLOB) WHERE number = 2"
    )
    async with opened(record) as pilot:
        await press(pilot, "g", "2", "enter", "enter")
        assert "Name: [erased]" in screen_text(pilot)
        assert "/event/name: erased" in screen_text(pilot)


async def test_every_entry_is_told_in_both_languages(record: Path) -> None:
    async with opened(record) as pilot:
        screen = book_screen(pilot)
        for language in ("da", "en"):
            speak(language)
            for number in range(1, screen.head + 1):
                told = screen.told_of_entry(number)
                assert told[0].text not in ("", "…")
                assert not any("{" in line.text for line in told if not line.text.startswith('{"book"'))


def test_every_field_and_every_listed_value_has_a_label() -> None:
    import enum
    from typing import get_args, get_type_hints

    import msgspec

    fields, codes, seen = set(), set(), set()

    def walk(hint: object) -> None:
        if hint in seen:
            return
        seen.add(hint)
        if isinstance(hint, type) and issubclass(hint, enum.Enum):
            codes.update(str(member.value) for member in hint)
        elif isinstance(hint, type) and issubclass(hint, msgspec.Struct):
            hints = get_type_hints(hint, include_extras=True)
            fields.update(hint.__struct_fields__)
            for name in hint.__struct_fields__:
                walk(hints[name])
        for inner in get_args(hint):
            walk(inner)

    for event_type in EVENT_TYPES.values():
        walk(event_type)
    assert fields - FIELDS.keys() == set()
    assert codes - CODES.keys() == set()


async def test_the_views_show_the_state_after_the_entry_under_the_cursor(record: Path) -> None:
    async with opened(record) as pilot:
        await press(pilot, "2")
        assert "Members after entry 44: 2 persons" in screen_text(pilot)
        assert "to 30.06.2023" in screen_text(pilot)
        await press(pilot, "g", *"40", "enter")
        assert "Members after entry 40: 2 persons" in screen_text(pilot)
        assert "to 30.06.2023" not in screen_text(pilot)
        await press(pilot, "right")
        assert "to 30.06.2023" in screen_text(pilot)
        await press(pilot, "g", "1", "enter", "left")
        assert "The book held nothing of this kind after entry 1." in screen_text(pilot)
        await press(pilot, "n", "1")
        assert book_screen(pilot).point == 44


async def test_each_view_has_its_rows_and_tells_about_them(record: Path) -> None:
    said = {
        "2": ("Anna Ægidius (A)", "ordstyrer, present"),
        "3": ("10.01.2023 15:45-17:30", "Fælles temamøde"),
        "4": ("Ansøgning til Arbejdsmarkedsudvalget: postponed", "On the agenda of"),
        "5": ("Task: skrive ansøgningen", "Agreed: 10.01.2023"),
        "6": ("Working group: Puljer", "10.01.2023 item 3: Ansøgning"),
    }
    async with opened(record) as pilot:
        for key, texts in said.items():
            await press(pilot, key)
            for text in texts:
                assert text in screen_text(pilot), (key, text)
        await press(pilot, "down", "down", "down", "down", "enter")
        assert "Remark on entry 24: Enstemmigt." in screen_text(pilot)
        await press(pilot, "escape", "tab", "shift+tab")
        assert book_screen(pilot).lines.has_focus


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
        assert (screen.words, screen.point, screen.listing.count) == ("", 40, 44)


async def test_what_was_found_can_be_walked_and_left(record: Path) -> None:
    async with opened(record) as pilot:
        await press(pilot, "s")
        await typed(pilot, "item 3")
        await press(pilot, "enter")
        screen = book_screen(pilot)
        found = list(screen.listing.found or ())
        assert len(found) > 5
        assert 44 not in found
        await press(pilot, "left")
        assert screen.point == found[-2]
        await press(pilot, "o")
        assert screen.point == found[-2]
        await press(pilot, "left")
        assert screen.point == found[-3]
        await press(pilot, "g", "4", "4", "enter")
        assert (screen.words, screen.point) == ("", 44)


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
        assert (screen.point, screen.lines.cursor) == (40, 4)
        await press(pilot, "down")
        assert screen.point == 39
        await press(pilot, "right", "right")
        assert screen.point == 41
        await press(pilot, "home")
        assert screen.point == 44
        await press(pilot, "pagedown", "pageup", "end", "down")
        assert screen.point == 1
        await press(pilot, "o")
        assert (screen.point, screen.lines.cursor) == (1, 0)


async def test_what_others_record_appears_and_who_stands_at_the_newest_goes_along(record: Path) -> None:
    async with opened(record) as pilot:
        screen = book_screen(pilot)
        append_person(record, BOOK, 45, "Cæcilie Ø")
        screen.look_again()
        await settled(pilot)
        assert (screen.head, screen.point) == (45, 45)
        assert "Cæcilie Ø is named for the first time" in screen_text(pilot)
        await press(pilot, "up", "2")
        append_person(record, BOOK, 46, "Dan Ås")
        screen.look_again()
        await settled(pilot)
        assert (screen.head, screen.point) == (46, 44)
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


@pytest.mark.parametrize(
    "damage",
    ["UPDATE entries SET body = x'7b7d' WHERE number = 30", "UPDATE entries SET words = x'5b' WHERE number = 2"],
)
async def test_a_damaged_book_is_said_and_the_application_ends_with_its_code(record: Path, damage: str) -> None:
    tampered(record, damage)
    async with opened(record) as pilot:
        assert "An entry cannot be read" in screen_text(pilot)
        assert pilot.app.problem is not None  # type: ignore[attr-defined]
        assert pilot.app.problem.exit_code == 5  # type: ignore[attr-defined]
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BooksScreen)


async def test_text_from_the_record_is_neither_markup_nor_control(tmp_path: Path) -> None:
    record = tmp_path / "r"
    full_book(record)
    append_person(record, BOOK, 45, "[bold]Eva[/bold] [@click=app.quit]x[/]")
    async with opened(record) as pilot:
        assert "[bold]Eva[/bold] [@click=app.quit]x[/]" in screen_text(pilot)
        await press(pilot, "s")
        await typed(pilot, "[bold]")
        assert "1 with »[bold]«" in screen_text(pilot)


async def test_the_mouse_does_what_the_keys_do(record: Path) -> None:
    async with opened(record) as pilot:
        screen = book_screen(pilot)
        await pilot.click("#views", offset=(30, 0))
        await settled(pilot)
        assert screen.view == "meetings"
        await pilot.click("#views", offset=(5, 0))
        await settled(pilot)
        assert screen.view == "entries"
        await pilot.click("#list", offset=(10, 2))
        await settled(pilot)
        assert screen.point == 38
        await pilot.click("#list", offset=(10, 2))
        await settled(pilot)
        assert "Entry 38" in screen_text(pilot).splitlines()[0]
        await pilot.click("#keys", offset=(screen_text(pilot).splitlines()[-1].index("Back"), 0))
        await settled(pilot)
        assert pilot.app.screen is screen
        await pilot.click("#keys", offset=(screen_text(pilot).splitlines()[-1].index("Quit"), 0))
        await pilot.pause()
        assert pilot.app._exit


async def test_every_key_at_the_foot_does_something(record: Path) -> None:
    async with opened(record) as pilot:
        screen = book_screen(pilot)
        for key in screen.foot():
            namespace, _, action = key.action.rpartition(".")
            target = {"screen": screen, "app": pilot.app}[namespace]
            assert hasattr(target, f"action_{action.partition('(')[0]}"), key


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (119, 24), (120, 40), (300, 80)])
async def test_it_works_at_any_size_and_while_it_changes(record: Path, size: tuple[int, int]) -> None:
    async with opened(record) as pilot:
        await press(pilot, "g", *"20", "enter")
        await resize(pilot, 20, 4)
        assert "The window is" in screen_text(pilot)
        assert "20 x 4" in screen_text(pilot).replace("\n ", "")
        await resize(pilot, *size)
        text = screen_text(pilot)
        assert "The window is" not in text
        assert "entry 20 of 44" in text
        assert any(line.startswith("│ 20 ") for line in text.splitlines())
        assert "F1 Help  Q Quit" in text.splitlines()[-1]


def test_every_view_has_a_name_and_rows() -> None:
    assert list(view_names())[1:] == list(VIEWS)


async def test_imported_samples_can_be_looked_at_from_end_to_end(tmp_path: Path) -> None:
    record = tmp_path / "samples.referat"
    take(record, [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.md"))])
    await _look_through(record)


async def test_the_seeds_can_be_looked_at_from_end_to_end(tmp_path: Path, seeds: tuple[Path, Path]) -> None:
    record = tmp_path / "seeds.referat"
    take(record, [path.read_text(encoding="utf-8") for path in seeds])
    await _look_through(record)


async def _look_through(record: Path) -> None:
    """Look at every entry, and at every row of every view at some points in time."""
    log = SqliteLog(record)
    (head,) = log.books()
    assert Book(log, head.book).fold().meetings
    log.close()
    async with opened(record) as pilot:
        screen = book_screen(pilot)
        for number in range(1, head.entries + 1):
            assert screen.told_of_entry(number)
        for point in (head.entries, head.entries // 2, 1):
            screen.go(point)
            for view in "23456":
                await press(pilot, view)
                assert f"after entry {point}: " in screen_text(pilot)
                for cursor in range(screen.query_one("#list", LineList).count):
                    screen.lines.cursor = cursor
                    screen.show_told()
                    assert screen.query_one("#told", WrappedLines).told
