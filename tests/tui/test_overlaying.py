"""What is seen through the screens that lie over one another."""

from pathlib import Path

from textual.widgets import Static

from tests.tui.books import full_book
from tests.tui.screens import book_screen, opened, screen_text, settled
from tui.screens.choosing import Choice, Choosing


async def test_what_changes_two_screens_below_is_seen(tmp_path: Path) -> None:
    record = tmp_path / "protokol.referat"
    full_book(record)
    async with opened(record) as pilot:
        for title in ("Over the book", "Over that"):
            pilot.app.push_screen(Choosing(title, [Choice("one", "One")]))
            await settled(pilot)
        shown = screen_text(pilot)
        book_screen(pilot).query_one("#title", Static).update("Another title")
        await settled(pilot)
        assert screen_text(pilot).splitlines() == [" Another title", *shown.splitlines()[1:]]
