"""Every path through the application, driven by its keys and the mouse."""

from pathlib import Path

import pytest

from events.sqlite.log import SqliteLog
from governance.book import Book
from tests.events.test_sqlite_store import tampered
from tests.taken import take
from tests.tui.books import BOOK, HEAD, SECOND, append_person, full_book
from tests.tui.screens import book_screen, opened, press, resize, screen_text, settled, typed
from tui.screens.book_showing import ENTRIES, FINDINGS, view_names
from tui.screens.books import BooksScreen
from tui.screens.searching import SearchScreen
from tui.screens.settings import SettingsScreen
from tui.telling.state import VIEWS
from tui.widgets.line_list import LineList
from tui.widgets.wrapped_lines import WrappedLines

SAMPLES = Path(__file__).parents[2] / "governance" / "samples"


async def test_the_only_book_opens_by_itself_at_its_newest_entry(record: Path) -> None:
    async with opened(record) as pilot:
        assert book_screen(pilot).point == HEAD
        assert f"Integrationsrådet, Nordholm Kommune: entry {HEAD} of {HEAD}" in screen_text(pilot)
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, BooksScreen)
        await press(pilot, "enter")
        assert book_screen(pilot).point == HEAD


async def test_one_of_several_books_is_chosen(tmp_path: Path) -> None:
    full_book(tmp_path / "r", more=True)
    async with opened(tmp_path / "r") as pilot:
        assert isinstance(pilot.app.screen, BooksScreen)
        await press(pilot, "down", "enter")
        assert book_screen(pilot).book_name == BOOK
        await press(pilot, "escape", "up", "enter")
        assert book_screen(pilot).book_name == SECOND
        assert "Ældrerådet, Nordholm Kommune: entry 1 of 1" in screen_text(pilot)


@pytest.mark.parametrize("keys", [("q",), ("Q",), ("ctrl+q",), ("f10",), ("h", "q"), ("g", "ctrl+q")])
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
    append_person(record, BOOK, HEAD + 1, "[bold]Eva[/bold] [@click=app.quit]x[/]")
    async with opened(record) as pilot:
        assert "[bold]Eva[/bold] [@click=app.quit]x[/]" in screen_text(pilot)
        await press(pilot, "s")
        await typed(pilot, "[bold]")
        assert "1 with »[bold]«" in screen_text(pilot)


async def test_the_mouse_does_what_the_keys_do(record: Path) -> None:
    async with opened(record) as pilot:
        screen = book_screen(pilot)
        await pilot.click("#views", offset=(screen_text(pilot).splitlines()[1].index("3 Meet"), 0))
        await settled(pilot)
        assert screen.view == "meetings"
        await pilot.click("#views", offset=(5, 0))
        await settled(pilot)
        assert screen.view == "entries"
        await pilot.click("#list", offset=(10, 2))
        await settled(pilot)
        assert screen.point == HEAD - 6
        await pilot.click("#list", offset=(10, 2))
        await settled(pilot)
        assert f"Entry {HEAD - 6}" in screen_text(pilot).splitlines()[0]
        await pilot.click("#keys", offset=(screen_text(pilot).splitlines()[-1].index("Back"), 0))
        await settled(pilot)
        assert pilot.app.screen is screen
        await pilot.click("#keys", offset=(screen_text(pilot).splitlines()[-1].index("Quit"), 0))
        await pilot.pause()
        assert pilot.app._exit


@pytest.mark.parametrize("key", ["f1", "ctrl+p"])
async def test_what_is_chosen_in_the_help_is_done(record: Path, key: str) -> None:
    async with opened(record) as pilot:
        await press(pilot, key, *"matters", "enter")
        assert book_screen(pilot).view == "matters"
        await press(pilot, key, *"with filt", "enter")
        assert isinstance(pilot.app.screen, SearchScreen)
        await press(pilot, "escape", "b", key, *"settings", "enter")
        assert isinstance(pilot.app.screen, SettingsScreen)


async def test_every_key_at_the_foot_does_something(record: Path) -> None:
    async with opened(record) as pilot:
        screen = book_screen(pilot)
        for key in [*screen.foot(), *screen.more_keys()]:
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
        assert f"entry 20 of {HEAD}" in text
        assert any(line.startswith("│ 20 ") for line in text.splitlines())
        assert "F1 Help  Q Quit" in text.splitlines()[-1]


def test_every_view_has_a_name_and_rows() -> None:
    assert list(view_names()) == [ENTRIES, *VIEWS, FINDINGS]


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
            for view in "23456789":
                await press(pilot, view)
                assert f"after entry {point}: " in screen_text(pilot)
                for cursor in range(screen.query_one("#list", LineList).count):
                    screen.lines.cursor = cursor
                    screen.show_told()
                    assert screen.query_one("#told", WrappedLines).told
