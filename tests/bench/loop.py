"""How long the application's event loop is held up: in the meeting of a council with a generation of minutes behind it."""

import asyncio
import gc
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea

from events.catalogue import AgendaItemAdded, MeetingScheduled, NoteWritten, TaskAgreed
from events.ids import MeetingId
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.language import speak
from governance.rules.act import Act
from tests.bench.books import BOOK, recorded
from tests.bench.terminal import Latency
from tests.tui.lag import lag_of_loop
from tests.tui.screens import Opened, opened, press, settled
from tests.tui.settling import send_key
from tui.calm import keep_calm
from tui.loading import FIRST, LATER, load
from tui.recording import Doing
from tui.screens.choosing import Choice, Choosing
from tui.screens.minutes import MinutesScreen
from tui.screens.sitting import SittingScreen

LONGEST = 50.0
"""Milliseconds that nothing may hold the loop up for."""
_ROUNDS = 5
_MEETINGS = 300
_THINGS = 3_000
_TEXT = "Rådet drøftede planen og bad om flere oplysninger."

Deed = Callable[[], Awaitable[object]]


def held_up(folder: Path) -> Iterator[Latency]:
    """Return for how long each thing that is done holds the loop up; the least of several rounds, as others disturb it."""
    speak("da")
    record = folder / "generation.referat"
    recorded(record, _MEETINGS)
    meeting = _called(record)
    thresholds = gc.get_threshold()
    keep_calm()
    load((*FIRST, *LATER), lambda: False)
    try:
        measured, bare = asyncio.run(_measured(record, meeting))
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()
    for name, taken in measured:
        yield Latency(f"held up: {name}", taken, bare, LONGEST, f"{LONGEST:.0f} ms")


def _called(record: Path) -> MeetingId:
    """Call a meeting of ten items, to be held today."""
    book = Book(SqliteLog(record), BOOK, actor="Hanne Bro")
    number = book.record(Act(event=MeetingScheduled(date=book.today(), start="15:30", end="17:30")))[-1].number
    meeting = MeetingId(f"m{number}")
    for index in range(1, 11):
        book.record(Act(event=AgendaItemAdded(meeting=meeting, title=f"Sag nummer {index}")))
    book.log.close()
    return meeting


async def _measured(record: Path, meeting: MeetingId) -> tuple[list[tuple[str, float]], float]:
    bare = await _bare()
    async with opened(record, width=120, height=40, actor="Hanne Bro") as pilot:
        return [(name, await _least(pilot, act)) for name, act in _acts(pilot, meeting)], bare


def _acts(pilot: Opened, meeting: MeetingId) -> Iterator[tuple[str, Deed]]:
    """Return what is done in turn; each leaves the screen as the next one needs it."""
    app = pilot.app
    recorder = app.recorder_for(BOOK)  # type: ignore[attr-defined]
    choices = [Choice(str(number), f"Ting nummer {number}", "fra listen") for number in range(_THINGS)]

    async def minutes() -> None:
        app.push_screen(MinutesScreen(recorder, meeting))
        await settled(pilot)
        await press(pilot, "escape")

    async def archive() -> None:
        app.open_archive(BOOK)  # type: ignore[attr-defined]
        await settled(pilot)
        await press(pilot, "up", "pageup", "home", "end", "2", "3", "4", "5", "1", "enter", "escape", "escape")

    def sitting() -> SittingScreen:
        screen = app.screen
        assert isinstance(screen, SittingScreen)
        return screen

    async def begin() -> None:
        if isinstance(app.screen, SittingScreen):
            app.pop_screen()
            await settled(pilot)
        app.push_screen(SittingScreen(recorder, meeting))
        await settled(pilot)

    async def write() -> None:
        for character in _TEXT:
            send_key(app, {" ": "space"}.get(character, character))
        await settled(pilot)

    async def note() -> None:
        item = sitting().item
        await sitting().record([Doing(NoteWritten(meeting=meeting, item=item, text=_TEXT))], "Notat")
        await settled(pilot)

    yield "opening a meeting", begin
    yield "all are present", lambda: press(pilot, "f4", "enter")
    yield "writing", write
    yield "a note by its key", lambda: press(pilot, "x", "ctrl+s")
    yield "a note", note
    yield "a decision, undone", lambda: press(pilot, "f2", "enter", "ctrl+z")
    yield "the palette", lambda: press(pilot, "f9", "o", "p", "g", "escape")
    yield "a form", lambda: _form(pilot)
    yield "choosing among 3,000", lambda: _choosing(pilot, choices)
    yield "the minutes so far", minutes
    yield "the archive", archive


async def _form(pilot: Opened) -> None:
    from tui.screens.form import EventForm

    app = pilot.app
    app.push_screen(EventForm(TaskAgreed, app.recorder_for(BOOK)))  # type: ignore[attr-defined]
    await settled(pilot)
    await press(pilot, "escape")


async def _choosing(pilot: Opened, choices: list[Choice]) -> None:
    pilot.app.push_screen(Choosing("Vælg", choices))
    await settled(pilot)
    await press(pilot, "2", "9", "down", "pagedown", "escape")


async def _least(pilot: Opened, act: Deed) -> float:
    found = []
    for _ in range(_ROUNDS):
        await settled(pilot)
        async with lag_of_loop() as lag:
            await act()
            await settled(pilot)
        found.append(lag.longest)
    return min(found) * 1000


class _Bare(App[None]):
    """An application of one field, to compare with."""

    def compose(self) -> ComposeResult:
        yield TextArea()


async def _bare() -> float:
    found = []
    async with _Bare().run_test(size=(120, 40)) as pilot:
        pilot.app.screen.query_one(TextArea).focus()
        for _ in range(_ROUNDS):
            await settled(pilot)
            async with lag_of_loop() as lag:
                await press(pilot, *"skrevet")
            found.append(lag.longest)
    return min(found) * 1000
