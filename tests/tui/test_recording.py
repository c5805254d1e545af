"""Recording from two places at once, and walking back: what the foot of every screen that records does."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.pilot import Pilot

from events.catalogue import AgendaItemAdded, AnyEvent, MeetingScheduled, NoteWritten, PersonRegistered
from events.entry import Sealed
from events.ids import ItemId, MeetingId
from events.sqlite.log import SqliteLog
from events.sqlite.opening import RecordReadOnly
from governance.book import Book
from governance.rules.act import Act
from tests.each import BOOKS
from tests.tui.screens import screen_text, settled
from tui.app import ReferatApp
from tui.recording import Doing
from tui.screens.deciding_about_entries import ConflictScreen, StrikingAll
from tui.screens.recording_book import RecordsBook
from tui.widgets.key_bar import Key
from tui.widgets.wrapped_lines import WrappedLines

RAADET = "raadet"


class Noting(RecordsBook):
    """A screen that records and tells how many entries there are."""

    def body(self) -> ComposeResult:
        yield WrappedLines(id="newest", classes="pane")

    def foot(self) -> Sequence[Key]:
        return [Key("Esc", "Back", "app.pop_screen")]

    async def show_newest(self) -> None:
        number = await self.recorder.ask(lambda fold: fold.number)
        self.entitle(f"head {number}")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with a council and a meeting."""
    path = tmp_path / "r"
    other(path, BOOKS["foundation"][0][0], MeetingScheduled(date="2027-01-12"), by="Åse")
    return path


def other(path: Path, *events: AnyEvent, by: str = "Bo Ørum") -> None:
    """Record from elsewhere."""
    book = Book(SqliteLog(path), RAADET, actor=by)
    for event in events:
        book.record(Act(event=event))
    book.log.close()


@asynccontextmanager
async def noting(path: Path) -> AsyncIterator[tuple[Pilot[None], Noting]]:
    app = ReferatApp(path, actor="Hanne Bro")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        screen = Noting(app.recorder_for(RAADET))
        app.push_screen(screen)
        await settled(pilot)
        yield pilot, screen


async def until(pilot: Pilot[None], reached: Callable[[], bool], seconds: float = 5.0) -> None:
    for _ in range(int(seconds / 0.02)):
        if reached():
            return
        await pilot.pause(0.02)
    raise AssertionError(screen_text(pilot))


async def test_walking_back_says_what_was_undone_and_redone(record: Path) -> None:
    async with noting(record) as (pilot, screen):
        await screen.record([Doing(PersonRegistered(name="Åse Ørum"))], "Åse Ørum nævnt")
        assert "Last: Åse Ørum nævnt   ^Z Undo" in screen_text(pilot)
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert "Undone: Åse Ørum nævnt   ^Y Redo" in screen_text(pilot)
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert "Nothing of yours to undo." in screen_text(pilot)
        await pilot.press("ctrl+y")
        await settled(pilot)
        assert "Last: Åse Ørum nævnt   ^Z Undo" in screen_text(pilot)
        assert "head 5" in screen_text(pilot)
        await pilot.press("ctrl+y")
        await settled(pilot)
        assert "Nothing to redo." in screen_text(pilot)


async def test_an_undo_that_others_build_on_lists_them_and_strikes_all_on_one_key(record: Path) -> None:
    async with noting(record) as (pilot, screen):
        done = await screen.record([Doing(AgendaItemAdded(meeting=MeetingId("m2"), title="Budget"))], "Punkt: Budget")
        assert done is not None
        number = done.entries[-1].number
        note = NoteWritten(meeting=MeetingId("m2"), item=ItemId(f"i{number}"), text="Rapporten [b]sendes[/b]")
        other(record, note)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: isinstance(pilot.app.screen, StrikingAll))
        await settled_but_asking(pilot)
        text = screen_text(pilot)
        assert f"Entry {number} cannot be struck alone: 1 later entry builds on it." in text
        assert "[b]sendes[/b]" in text
        await pilot.press("escape")
        await settled(pilot)
        assert await screen.recorder.ask(lambda fold: bool(fold.struck)) is False
        await pilot.press("ctrl+z")
        await until(pilot, lambda: isinstance(pilot.app.screen, StrikingAll))
        await pilot.press("enter")
        await settled(pilot)
        struck = await screen.recorder.ask(lambda fold: fold.struck)
        assert struck >= {number, number + 1}


async def settled_but_asking(pilot: Pilot[None]) -> None:
    """Wait for the paint; a question that is open never settles."""
    for _ in range(5):
        await pilot.pause(0.02)


async def test_what_another_process_records_appears_within_a_second(record: Path) -> None:
    async with noting(record) as (pilot, _screen):
        code = (
            "import sys; from pathlib import Path; from tests.tui.test_recording import other;"
            "from events.catalogue import PersonRegistered;"
            f"other(Path({str(record)!r}), PersonRegistered(name='Ægir'))"
        )
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, cwd=Path(__file__).parents[2])
        assert await process.wait() == 0
        await until(pilot, lambda: "Bo Ørum recorded entry 3 just now." in screen_text(pilot), seconds=1.0)
        await until(pilot, lambda: "head 3" in screen_text(pilot), seconds=1.0)


async def test_who_recorded_meanwhile_is_said_even_where_nothing_hinders(record: Path) -> None:
    async with noting(record) as (pilot, screen):
        other(record, PersonRegistered(name="Ægir"))
        done = await screen.record([Doing(PersonRegistered(name="Åse"))], "Åse nævnt")
        assert done is not None
        await settled(pilot)
        assert "Bo Ørum recorded entry 3 just now." in screen_text(pilot)
        assert "Last: Åse nævnt" in screen_text(pilot)


async def test_a_conflict_says_who_wrote_what_and_tries_again_on_one_key(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with noting(record) as (pilot, screen):
        _conflicts(monkeypatch, record, times=2)
        recording = asyncio.create_task(screen.record([Doing(PersonRegistered(name="Åse"))], "Åse nævnt"))
        await until(pilot, lambda: isinstance(pilot.app.screen, ConflictScreen))
        await settled_but_asking(pilot)
        assert "Bo Ørum recorded at the same moment." in screen_text(pilot)
        assert "Person 0 is named for the first time" in screen_text(pilot)
        await pilot.press("enter")
        done = await recording
        assert done is not None
        assert done.entries[0].number == 5


async def test_a_conflict_that_is_left_records_nothing(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with noting(record) as (pilot, screen):
        _conflicts(monkeypatch, record, times=2)
        recording = asyncio.create_task(screen.record([Doing(PersonRegistered(name="Åse"))], "Åse nævnt"))
        await until(pilot, lambda: isinstance(pilot.app.screen, ConflictScreen))
        await pilot.press("escape")
        assert await recording is None
        assert await screen.recorder.ask(lambda fold: fold.number) == 4


def _conflicts(monkeypatch: pytest.MonkeyPatch, record: Path, *, times: int) -> None:
    """Let somebody else record between the deciding and the writing, so many times."""
    append, left = SqliteLog.append, list(range(times))

    def beaten(self: SqliteLog, entries: Sequence[Sealed]) -> None:
        if left and b"Person" not in entries[0].words:
            other(record, PersonRegistered(name=f"Person {left.pop()}"))
        append(self, entries)

    monkeypatch.setattr(SqliteLog, "append", beaten)


async def test_a_record_that_cannot_be_written_is_said_at_the_foot(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with noting(record) as (pilot, screen):

        def refuses(*_arguments: object, **_named: object) -> None:
            raise RecordReadOnly("The record {path} cannot be written.", path="r")

        with monkeypatch.context() as patched:
            patched.setattr(SqliteLog, "append", refuses)
            assert await screen.record([Doing(PersonRegistered(name="Åse"))], "Åse nævnt") is None
        await settled(pilot)
        assert "cannot be written. What you typed is still here." in screen_text(pilot)
        assert await screen.record([Doing(PersonRegistered(name="Åse"))], "Åse nævnt") is not None
