"""Forms and the menu, with keys alone."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.widgets import Input, Static

from events.catalogue import (
    DocumentSent,
    EntryCorrected,
    EntryStruck,
    MeetingScheduled,
    MinutesSigned,
    NoteWritten,
    PersonRegistered,
    TaskAgreed,
    TaskCompleted,
    VoteHeld,
)
from events.entry import Entry
from events.ids import ItemId, MeetingId
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.language import speak
from tests.tui.books import each_book
from tests.tui.screens import Opened, press, screen_text, settled
from tui.app import ReferatApp
from tui.forms.fields_form import FieldsForm
from tui.screens.choosing import Choosing
from tui.screens.form import EventForm
from tui.screens.recording_book import RecordsBook
from tui.widgets.key_bar import Key

BOOK = "followup"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "protokol.referat"
    each_book(path, BOOK)
    return path


class Bare(RecordsBook):
    """A screen that records, and nothing else."""

    def body(self) -> ComposeResult:
        yield Static("", id="rang")

    def foot(self) -> Sequence[Key]:
        return [Key("F7", "Ring the bell", "screen.ring"), Key("F10", "Menu", "screen.menu")]

    def place(self) -> tuple[MeetingId | None, ItemId | None]:
        return MeetingId("m8"), ItemId("i12")

    def action_ring(self) -> None:
        self.query_one("#rang", Static).update("ding")

    async def show_newest(self) -> None:
        pass


@asynccontextmanager
async def bare(record: Path, *, width: int = 80) -> AsyncIterator[Opened]:
    app = ReferatApp(record, actor="Hanne Bro", clock=lambda: NOW)
    async with app.run_test(size=(width, 40)) as pilot:
        await settled(pilot)
        app.push_screen(Bare(app.recorder_for(BOOK)))
        await settled(pilot)
        yield pilot


def _form(pilot: Opened) -> EventForm:
    assert isinstance(pilot.app.screen, EventForm)
    return pilot.app.screen


def _flat(pilot: Opened) -> str:
    return " ".join(screen_text(pilot).replace("│", " ").split())


def _entries(record: Path, after: int = 36) -> list[Entry]:
    return list(Book(SqliteLog(record), BOOK).entries(after=after))


async def test_the_menu_finds_an_act_by_parts_of_its_name_and_a_form_records_it(record: Path) -> None:
    async with bare(record) as pilot:
        await press(pilot, "f10", *"task agr")
        await press(pilot, "enter")
        form = _form(pilot)
        assert form.raws["item"] == "i12"  # the item that is being dealt with
        await press(pilot, *"ring to Bo")
        await press(pilot, "tab", "b", "ø")
        assert isinstance(pilot.app.screen, Choosing)
        await press(pilot, "backspace", "o", "enter")
        await press(pilot, "tab", *"1.12.")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, Bare)
        assert "Last: Task agreed" in screen_text(pilot)
    (entry,) = _entries(record)
    event = entry.event
    assert isinstance(event, TaskAgreed)
    assert (event.item, event.task, event.responsible, event.due) == ("i12", "ring to Bo", "p3", "2026-12-01")
    assert entry.effective == "2023-05-09"


async def test_the_menu_does_what_the_screen_can_do(record: Path) -> None:
    async with bare(record) as pilot:
        await press(pilot, "f1", *"bell")
        await press(pilot, "enter")
        assert "ding" in screen_text(pilot)
        await press(pilot, "ctrl+p")
        assert "What is to be recorded?" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Bare)


async def test_the_menu_does_not_offer_to_establish_the_council_once_more(record: Path) -> None:
    async with bare(record) as pilot:
        await press(pilot, "f10", *"council est")
        assert "Nothing found." in screen_text(pilot)


async def test_somebody_new_is_registered_along(record: Path) -> None:
    async with bare(record) as pilot:
        pilot.app.screen.fill_in(TaskAgreed, {"task": "call"})  # type: ignore[attr-defined]
        await settled(pilot)
        form = _form(pilot)
        form.controls["responsible"].focus()
        await press(pilot, *"Ida Åge")
        await press(pilot, "enter")
        assert "Ida Åge (new)" in screen_text(pilot)
        await press(pilot, "ctrl+s")
    person, task = _entries(record)
    assert person.event == PersonRegistered(name="Ida Åge")
    assert isinstance(task.event, TaskAgreed)
    assert task.event.responsible == "p37"
    assert person.command_id == task.command_id


async def test_what_is_wrong_stands_beside_the_field_and_nothing_is_lost(record: Path) -> None:
    async with bare(record) as pilot:
        pilot.app.screen.fill_in(MeetingScheduled)  # type: ignore[attr-defined]
        await settled(pilot)
        await press(pilot, *"32.13.")
        await press(pilot, "tab", *"25", "ctrl+s")
        text = screen_text(pilot)
        assert "»32.13.« is no day." in text
        assert "»25« is no time of day." in text
        assert _form(pilot).raws["date"] == "32.13."
        await press(pilot, *["backspace"] * 6, *"onsdag uge 1")
        assert "onsdag 6. januar 2027" in _flat(pilot)
        await press(pilot, "tab", "backspace", "backspace", *"1530", "ctrl+s")
    (entry,) = _entries(record)
    assert isinstance(entry.event, MeetingScheduled)
    assert (entry.event.date, entry.event.start) == ("2027-01-06", "15:30")


async def test_a_field_that_has_to_be_filled_in_says_so(record: Path) -> None:
    async with bare(record) as pilot:
        pilot.app.screen.fill_in(TaskAgreed)  # type: ignore[attr-defined]
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert "This has to be filled in." in screen_text(pilot)
        assert pilot.app.focused is _form(pilot).controls["task"]


async def test_a_rule_refuses_at_the_foot_and_the_form_stays(record: Path) -> None:
    async with bare(record) as pilot:
        pilot.app.screen.fill_in(MinutesSigned, {"meeting": "m7", "person": "p2"})  # type: ignore[attr-defined]
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert _form(pilot).has_class("-refused")
        assert _form(pilot).raws["person"] == "p2"
    assert not _entries(record)


async def test_a_refusal_names_things_by_their_words_and_not_by_their_ids(record: Path) -> None:
    async with bare(record) as pilot:
        pilot.app.screen.fill_in(TaskCompleted, {"task": "t15"})  # type: ignore[attr-defined]
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert "»ringe til foreningerne; alle«" in _flat(pilot)
        assert "t15" not in _flat(pilot)


async def test_what_was_typed_is_there_again_after_esc_and_after_closing(record: Path) -> None:
    for _time in range(2):
        async with bare(record) as pilot:
            pilot.app.screen.fill_in(NoteWritten)  # type: ignore[attr-defined]
            await settled(pilot)
            form = _form(pilot)
            if _time:
                assert form.raws["text"] == "Half a sentence"
                assert "This is what you had begun." in _flat(pilot)
                await press(pilot, "ctrl+s")
            else:
                form.controls["text"].focus()
                await press(pilot, *"Half a sentence")
                await press(pilot, "escape")
    (entry,) = _entries(record)
    assert isinstance(entry.event, NoteWritten)
    assert entry.event.text == "Half a sentence"


async def test_an_emptied_form_keeps_no_draft(record: Path) -> None:
    async with bare(record) as pilot:
        pilot.app.screen.fill_in(TaskAgreed)  # type: ignore[attr-defined]
        await settled(pilot)
        await press(pilot, *"call", "ctrl+r")
        assert _form(pilot).raws["task"] == ""
        assert _form(pilot).raws["item"] == "i12"
        await press(pilot, "escape")
        assert not pilot.app.drafts.written  # type: ignore[attr-defined]


async def test_a_list_of_parts_is_filled_in_one_by_one(record: Path) -> None:
    async with bare(record) as pilot:
        pilot.app.screen.fill_in(VoteHeld)  # type: ignore[attr-defined]
        await settled(pilot)
        form = _form(pilot)
        await press(pilot, "y")  # adopted: yes
        form.controls["named"].focus()
        for name, choice in (("ann", "f"), ("bo", "ag")):
            await press(pilot, "enter")
            assert not isinstance(pilot.app.screen, EventForm)
            await press(pilot, *name)
            await press(pilot, "enter", *choice)
            if isinstance(pilot.app.screen, Choosing):
                await press(pilot, "enter")
            await press(pilot, "ctrl+s")
        assert "Anna Ægidius, for" in screen_text(pilot)
        await press(pilot, "up", "delete")
        assert "Bo Ørum" not in screen_text(pilot)
        await press(pilot, "ctrl+s")
    (entry,) = _entries(record)
    assert isinstance(entry.event, VoteHeld)
    assert [(vote.person, str(vote.choice)) for vote in entry.event.named] == [("p2", "for")]


async def test_a_correction_begins_with_what_the_entry_says(record: Path) -> None:
    async with bare(record) as pilot:
        pilot.app.screen.fill_in(EntryCorrected, {"entry": 18, "reason": "Slip"})  # type: ignore[attr-defined]
        await settled(pilot)
        form = _form(pilot)
        form.controls["replacement"].focus()
        await press(pilot, "enter")
        inner = pilot.app.screen
        assert isinstance(inner, FieldsForm)
        inner.controls["answer_due"].focus()
        await press(pilot, *["backspace"] * 10, *"1.3.2023", "ctrl+s")
        await press(pilot, "ctrl+s")
    (entry,) = _entries(record)
    event = entry.event
    assert isinstance(event, EntryCorrected)
    assert isinstance(event.replacement, DocumentSent)
    assert (event.replacement.answer_due, event.replacement.recipient) == ("2023-03-01", "b6")


async def test_a_strike_offers_to_take_along_what_builds_on_the_entry(record: Path) -> None:
    async with bare(record) as pilot:
        given = {"entry": 24, "reason": "Slip"}
        pilot.app.screen.fill_in(EntryStruck, given)  # type: ignore[attr-defined]
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert "2 later entries build on it" in _flat(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Bare)
    assert [entry.event.entry for entry in _entries(record) if isinstance(entry.event, EntryStruck)] == [27, 26, 24]


async def test_who_types_fast_loses_no_letter_to_the_list_that_opens(record: Path) -> None:
    async with bare(record) as pilot:
        pilot.app.screen.fill_in(TaskAgreed)  # type: ignore[attr-defined]
        await settled(pilot)
        _form(pilot).controls["responsible"].focus()
        await pilot.pause()
        for key in "ny a":
            pilot.app.simulate_key(key)
        await settled(pilot)
        assert pilot.app.screen.query_one("#sought", Input).value == "ny a"


async def test_the_list_of_items_is_that_of_the_meeting_and_danish_is_spoken(record: Path) -> None:
    speak("da")
    try:
        async with bare(record) as pilot:
            await press(pilot, "f10", *"opg aft")
            await press(pilot, "enter")
            form = _form(pilot)
            form.controls["item"].focus()
            await press(pilot, "enter")
            text = screen_text(pilot)
            assert "Mødet 09.05.2023" in text
            assert "Siden sidst" in text
            assert "Årets arbejde" in text
    finally:
        speak("en")
