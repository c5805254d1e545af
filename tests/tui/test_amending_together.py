"""Amending where others record too: what they wrote is said, and each undoes their own."""

import asyncio
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from events.catalogue import (
    AgendaItemAdded,
    EntryStruck,
    PersonRegistered,
)
from events.entry import Sealed
from events.sqlite.log import SqliteLog
from governance.book import Book
from tests.tui.amending import NOTE, amendments, by_others, choose, council_with_a_note, go_to, log_of, until
from tests.tui.meetings import COUNCIL, MEETING
from tests.tui.screens import book_screen, opened, press, screen_text, settled
from tui.screens.correcting import CorrectingForm
from tui.screens.deciding_about_entries import ConflictScreen
from tui.screens.form import EventForm


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with a meeting whose first item has a note."""
    return council_with_a_note(tmp_path)


_ELSEWHERE = (
    "import sys; from pathlib import Path; from tests.tui.amending import by_others, ITEM, MEETING;"
    "from events.catalogue import NoteWritten;"
    "by_others(Path(sys.argv[1]), NoteWritten(meeting=MEETING, item=ITEM, text='Ægte nyt fra øen.'))"
)


@pytest.mark.parametrize("key", ["k", "m"])
async def test_what_another_process_records_appears_in_the_log_and_at_the_meeting(record: Path, key: str) -> None:
    async with opened(record, width=120, height=40, actor="Hanne Bro") as pilot:
        await press(pilot, key)
        arguments = (sys.executable, "-c", _ELSEWHERE, str(record))
        process = await asyncio.create_subprocess_exec(*arguments, cwd=Path(__file__).parents[2])
        assert await process.wait() == 0
        await until(pilot, lambda: "Ægte nyt fra øen." in screen_text(pilot), seconds=1.0)


async def test_a_refusal_says_what_somebody_else_wrote_meanwhile_and_keeps_what_was_typed(record: Path) -> None:
    async with log_of(record) as pilot:
        await go_to(pilot, NOTE)
        await choose(pilot, "correct")
        form = pilot.app.screen
        assert isinstance(form, CorrectingForm)
        by_others(record, EntryStruck(entry=NOTE, reason="Hører til punkt 2"))
        form.set_raw("text", "Rådet drøftede budgettet.")
        form.set_raw("correction.reason", "Slåfejl")
        await press(pilot, "ctrl+s")
        assert pilot.app.screen is form
        text = " ".join(screen_text(pilot).replace("│", " ").split())
        assert f"Entry {NOTE} has been struck already." in text
        assert f"Meanwhile Bo Ørum recorded: {NOTE + 1}" in text
        assert form.raws["text"] == "Rådet drøftede budgettet."


async def test_a_conflict_over_a_form_says_who_wrote_what_and_tries_again_on_one_key(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append, left = SqliteLog.append, [1, 2]

    def beaten(self: SqliteLog, entries: Sequence[Sealed]) -> None:
        if left and b"Person" not in entries[0].words:
            by_others(record, PersonRegistered(name=f"Person {left.pop()}"))
        append(self, entries)

    async with log_of(record) as pilot:
        await go_to(pilot, NOTE)
        await choose(pilot, "strike")
        form = pilot.app.screen
        assert isinstance(form, EventForm)
        form.set_raw("reason", "Slåfejl")
        monkeypatch.setattr(SqliteLog, "append", beaten)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ConflictScreen)
        assert "Bo Ørum recorded at the same moment." in screen_text(pilot)
        assert "Person 1 is named for the first time" in screen_text(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert pilot.app.screen is book_screen(pilot)
    assert [type(event) for event in amendments(record)] == [PersonRegistered, PersonRegistered, EntryStruck]


async def test_two_terminals_undo_each_its_own(record: Path) -> None:
    async with opened(record, actor="Hanne Bro") as one, opened(record, actor="Bo Ørum") as other:
        for pilot, title in ((one, "Vand"), (other, "Veje")):
            recorder = pilot.app.recorder_for(COUNCIL)  # type: ignore[attr-defined]
            await recorder.carry_out(_adds(title), title)
        await press(one, "ctrl+z")
        await settled(one)
    struck = [event.entry for event in amendments(record) if isinstance(event, EntryStruck)]
    assert sorted(struck) == [NOTE + 1, NOTE + 2], "an item and its matter, and nothing of the other's"


def _adds(title: str) -> Callable[[Book], object]:
    from governance.sitting.together import together

    return lambda book: together(
        book.name, book.today(), lambda draft: draft.record(AgendaItemAdded(meeting=MEETING, title=title))
    )
