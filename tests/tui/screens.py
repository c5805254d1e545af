"""Driving the application in a test, and reading its screen as plain text."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Paste, Resize
from textual.geometry import Size
from textual.pilot import Pilot

from governance.clock import Clock, now
from tests.tui.settling import at_rest, press_key
from tui.app import ReferatApp
from tui.screens.book_showing import ShowsBook

Opened = Pilot[None]


@asynccontextmanager
async def opened(
    record: Path, *, width: int = 80, height: int = 24, actor: str | None = None, clock: Clock = now
) -> AsyncIterator[Opened]:
    """Open the application on a record, and wait until it shows what it read; without an actor it only reads."""
    app = ReferatApp(record, actor=actor, only_read=actor is None, clock=clock)
    async with app.run_test(size=(width, height), notifications=True) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Opened) -> None:
    """Wait until everything that was asked for is read and shown. What waits for an answer in a modal goes on waiting."""
    await at_rest(pilot.app)


async def press(pilot: Opened, *keys: str) -> None:
    """Press keys and wait until the screen shows what they do."""
    for key in keys:
        await press_key(pilot.app, key)


async def typed(pilot: Opened, text: str) -> None:
    """Paste a text, as a terminal hands it over."""
    pilot.app.post_message(Paste(text))
    await settled(pilot)


async def resize(pilot: Opened, width: int, height: int) -> None:
    """Give the terminal another size."""
    size = Size(width, height)
    assert pilot.app._driver is not None
    pilot.app._driver._size = (width, height)
    pilot.app.post_message(Resize(size, size))
    await settled(pilot)


def screen_text(pilot: Opened) -> str:
    """Return what the screen shows, without colours, line by line, no spaces at the ends."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips) + "\n"


def book_screen(pilot: Opened) -> ShowsBook:
    """The screen of the book that is open, whatever lies over it."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, ShowsBook))
