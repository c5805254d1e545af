"""A meeting with a note, the log in which its entries are amended, and somebody else who records too."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from events.catalogue import (
    NoteWritten,
)
from events.ids import ItemId
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.rules.act import Act
from tests.taken import only_book
from tests.tui.meetings import COUNCIL, MEETING, council_that_meets
from tests.tui.screens import Opened, opened, press, screen_text
from tui.screens.book import BookScreen

ITEM = ItemId("i10")
"""The first item of the meeting; its entry is number 10."""
NOTE = 16
"""The entry of the note to it."""


def council_with_a_note(folder: Path) -> Path:
    """Record a meeting whose first item has a note, in a folder, and return the record."""
    path = folder / "protokol.referat"
    council_that_meets(path)
    by_others(path, NoteWritten(meeting=MEETING, item=ITEM, text="Rådet drøftede budjettet."), by="Hanne Bro")
    return path


def by_others(path: Path, *events: object, by: str = "Bo Ørum") -> None:
    """Record from elsewhere."""
    book = Book(SqliteLog(path), COUNCIL, actor=by)
    for event in events:
        book.record(Act(event=event))  # type: ignore[arg-type]
    book.log.close()


@asynccontextmanager
async def log_of(record: Path, *, width: int = 120, height: int = 40) -> AsyncIterator[Opened]:
    """Open the log of the council as Hanne Bro."""
    async with opened(record, width=width, height=height, actor="Hanne Bro") as pilot:
        await press(pilot, "k")
        assert isinstance(pilot.app.screen, BookScreen)
        yield pilot


def amendments(record: Path) -> list[object]:
    """What was recorded behind the note."""
    return [entry.event for entry in only_book(record).entries(after=NOTE)]


async def go_to(pilot: Opened, number: int) -> None:
    """Stand at an entry."""
    await press(pilot, "g", *str(number), "enter")


async def choose(pilot: Opened, words: str) -> None:
    """Choose what is to be done about the entry."""
    await press(pilot, "r")
    await press(pilot, *words, "enter")


async def until(pilot: Opened, reached: Callable[[], bool], seconds: float) -> None:
    """Wait until something is so; it must be so within some seconds."""
    for _ in range(int(seconds / 0.02)):
        if reached():
            return
        await pilot.pause(0.02)
    raise AssertionError(screen_text(pilot))
