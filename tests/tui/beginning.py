"""A new record at a fixed time, for the tests of what comes before and after a meeting."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from textual.widgets import Input, TextArea

from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.state.model import State
from governance.state.publishing import publish
from tests.tui.screens import Opened, press, settled
from tui.app import ReferatApp

ACTOR = "Hanne Bro"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MEMBERS = "Anna Ægidius; A; suppleant: Bo Ørum\nCarl Åkjær, Ældre Sagen\nDorte Vad, formand"


def clock() -> datetime:
    """The moment at which the tests take place."""
    return NOW


@asynccontextmanager
async def begun(record: Path, *, actor: str | None = ACTOR, width: int = 80, height: int = 24) -> AsyncIterator[Opened]:
    """Open the application to work in it."""
    app = ReferatApp(record, actor=actor, clock=clock)
    async with app.run_test(size=(width, height), notifications=True) as pilot:
        await settled(pilot)
        yield pilot


async def fill(pilot: Opened, field: str, text: str) -> None:
    """Put a text into a field, as a paste does."""
    widget = pilot.app.screen.query_one(f"#{field}")
    if isinstance(widget, Input):
        widget.value = text
    elif isinstance(widget, TextArea):
        widget.text = text
    widget.focus()
    await settled(pilot)


async def with_council(pilot: Opened) -> None:
    """Begin the book of a council with three members."""
    await press(pilot, "1")
    await fill(pilot, "council-name", "Ældrerådet")
    await fill(pilot, "council-municipality", "Ærø Kommune")
    await fill(pilot, "council-since", "1.1.2026")
    await fill(pilot, "council-members", MEMBERS)
    await press(pilot, "ctrl+s")


async def with_meetings(pilot: Opened, days: str = "12.1.2027; 9.2.2027") -> None:
    """Plan meetings, 16.00-18.00 each."""
    await press(pilot, "p")
    await fill(pilot, "filling-days", days)
    await fill(pilot, "filling-time", "16-18")
    await press(pilot, "enter")


def state_of(record: Path, book: str = "aeldreraadet-aeroe-kommune") -> State:
    """What the book says now."""
    log = SqliteLog(record)
    try:
        return publish(Book(log, book).fold())
    finally:
        log.close()
