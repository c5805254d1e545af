"""Driving a live meeting in a test: a secretary who presses keys, and counts them."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from governance.book import Book
from governance.state import model
from governance.state.publishing import publish
from tests.taken import only_book
from tests.tui.screens import Opened, opened, press, settled
from tests.tui.september import ACTOR, AFTERWARDS, BOOK, called_meeting
from tests.tui.settling import send_key
from tui.screens.sitting import SittingScreen
from tui.screens.sitting_showing import ShowsSitting

ON_THE_DAY = datetime(2022, 9, 28, 13, 42, tzinfo=UTC)
"""A quarter to four in Denmark."""
_KEYS = {" ": "space", "\t": "tab", "\n": "enter"}


class Secretary:
    """Presses keys and counts them by what they are for; what is typed into fields that are stored is text."""

    def __init__(self, pilot: Opened, record: Path, meeting: Any) -> None:
        self.pilot, self.record, self.meeting = pilot, record, meeting
        self.keys: Counter[str] = Counter()
        self.typed = 0

    async def press(self, *keys: str, of: str = "ordinary") -> None:
        """Press keys."""
        self.keys[of] += len(keys)
        await press(self.pilot, *keys)

    async def write(self, *lines: str) -> None:
        """Type text; the line breaks between its paragraphs are text too."""
        text = "\n".join(lines)
        for character in text:
            send_key(self.pilot.app, _KEYS.get(character, character))
        await settled(self.pilot)
        self.typed += len(text)

    @property
    def screen(self) -> ShowsSitting:
        """The screen of the meeting, whatever lies over it."""
        return next(screen for screen in self.pilot.app.screen_stack if isinstance(screen, ShowsSitting))

    @property
    def book(self) -> Book:
        """The book as it is on the disk."""
        return only_book(self.record)


@asynccontextmanager
async def sitting(
    folder: Path, *, at: datetime = AFTERWARDS, width: int = 80, height: int = 24
) -> AsyncIterator[Secretary]:
    """Open the meeting of September, whose agenda was sent out."""
    record = folder / "protokol.referat"
    meeting = called_meeting(record)
    async with opened(record, width=width, height=height, actor=ACTOR, clock=lambda: at) as pilot:
        pilot.app.push_screen(SittingScreen(pilot.app.recorder_for(BOOK), meeting))  # type: ignore[attr-defined]
        await settled(pilot)
        yield Secretary(pilot, record, meeting)


def meeting_of(secretary: Secretary, day: str = "2022-09-28") -> model.Meeting:
    """Return the meeting of a day as the book has it."""
    return next(held for held in publish(secretary.book.fold()).meetings if held.date == day)


def item_of(secretary: Secretary, number: str) -> model.Item:
    """Return an item of the meeting as the book has it."""
    return next(item for item in meeting_of(secretary).agenda if item.number == number)


async def open_meeting(secretary: Secretary) -> None:
    """Say that all are present, and open the meeting."""
    await secretary.press("f4", "enter", "f6", "enter")
