"""Correcting, striking and remarking from the log: nothing is changed, and both stay visible."""

import asyncio
from pathlib import Path

import pytest

from events.catalogue import (
    EntryCorrected,
    EntryStruck,
    MeetingClosed,
    MeetingOpened,
    MinutesIssued,
    NoteWritten,
    RemarkRecorded,
    TaskAgreed,
)
from events.moments import Effective
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.issuing import completed
from governance.rules.act import Act
from tests.taken import only_book
from tests.tui.amending import ITEM, NOTE, amendments, by_others, choose, council_with_a_note, go_to, log_of, until
from tests.tui.meetings import COUNCIL, MEETING
from tests.tui.screens import book_screen, opened, press, screen_text, settled
from tui.screens.book import BookScreen
from tui.screens.correcting import CorrectingForm
from tui.screens.deciding_about_entries import StrikingAll
from tui.screens.form import EventForm


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with a meeting whose first item has a note."""
    return council_with_a_note(tmp_path)


async def test_an_entry_is_corrected_in_the_form_of_its_own_event(record: Path) -> None:
    async with log_of(record) as pilot:
        await go_to(pilot, NOTE)
        await choose(pilot, "correct")
        form = pilot.app.screen
        assert isinstance(form, CorrectingForm)
        assert f"Correct entry {NOTE}: " in screen_text(pilot)
        assert form.raws["text"] == "Rådet drøftede budjettet."
        assert pilot.app.focused is next(iter(form.controls.values()))
        await press(pilot, "ctrl+s")
        assert "Nothing would change" in screen_text(pilot)
        form.controls["text"].focus()
        await press(pilot, "end", *["backspace"] * 8, *"dgettet.", "ctrl+s")
        assert "Say why: the reason stands in the book" in screen_text(pilot)
        assert pilot.app.focused is form.controls["correction.reason"]
        await press(pilot, *"slåfejl", "ctrl+s")
        await settled(pilot)
        assert "Recorded: " in screen_text(pilot)
        await go_to(pilot, NOTE)
        text = screen_text(pilot)
        assert f"{NOTE} ±" in text
        assert f"Corrected by entry {NOTE + 1}" in text
    (correction,) = amendments(record)
    assert isinstance(correction, EntryCorrected)
    assert isinstance(correction.replacement, NoteWritten)
    assert (correction.entry, correction.reason, correction.authority) == (NOTE, "slåfejl", None)
    assert (correction.replacement.text, correction.replacement.item) == ("Rådet drøftede budgettet.", ITEM)
    assert correction.effective is None


async def test_a_correction_that_was_left_is_there_again(record: Path) -> None:
    async with log_of(record) as pilot:
        await go_to(pilot, NOTE)
        await choose(pilot, "correct")
        form = pilot.app.screen
        assert isinstance(form, CorrectingForm)
        form.controls["correction.reason"].focus()
        await press(pilot, *"slåfejl", "escape")
        await choose(pilot, "correct")
        assert isinstance(pilot.app.screen, CorrectingForm)
        assert pilot.app.screen.raws["correction.reason"] == "slåfejl"


async def test_a_wording_that_stays_while_what_it_tells_is_corrected_is_pointed_out_once(record: Path) -> None:
    by_others(record, TaskAgreed(item=ITEM, task="Spørge om prisen", text="Bo spørger om prisen."))
    async with log_of(record) as pilot:
        await go_to(pilot, NOTE + 1)
        await choose(pilot, "correct")
        form = pilot.app.screen
        assert isinstance(form, CorrectingForm)
        form.controls["correction.reason"].focus()
        await press(pilot, *"slåfejl", "ctrl+s")
        form.controls["task"].focus()
        await press(pilot, "end", *" igen", "ctrl+s")
        assert "The wording in the minutes stays as it was." in screen_text(pilot)
        assert pilot.app.focused is form.controls["text"]
        assert len(amendments(record)) == 1
        await press(pilot, "ctrl+s")
        await settled(pilot)
    correction = amendments(record)[-1]
    assert isinstance(correction, EntryCorrected)
    assert isinstance(correction.replacement, TaskAgreed)
    assert (correction.replacement.task, correction.replacement.text) == (
        "Spørge om prisen igen",
        "Bo spørger om prisen.",
    )


async def test_when_it_took_effect_is_corrected_too(record: Path) -> None:
    async with log_of(record) as pilot:
        await go_to(pilot, 3)
        await choose(pilot, "correct")
        form = pilot.app.screen
        assert isinstance(form, CorrectingForm)
        assert "when" not in form.raws, "a name took effect at no time"
        await press(pilot, "escape")
        await go_to(pilot, 5)
        await choose(pilot, "correct")
        form = pilot.app.screen
        assert isinstance(form, CorrectingForm)
        form.set_raw("when", "1.2.2020")
        form.set_raw("correction.reason", "Forkert dag")
        await press(pilot, "ctrl+s")
    (correction,) = amendments(record)
    assert isinstance(correction, EntryCorrected)
    assert correction.effective == "2020-02-01"


async def test_where_minutes_are_issued_the_authority_is_chosen(record: Path) -> None:
    book = Book(SqliteLog(record), COUNCIL, actor="Hanne Bro")
    day = book.today()
    for event, time in ((MeetingOpened(meeting=MEETING), "T15:30"), (MeetingClosed(meeting=MEETING), "T17:30")):
        book.record(Act(event=event, effective=Effective(day + time)))
    book.record(Act(event=MinutesIssued(**completed({"meeting": MEETING}, book))))
    issued = book.current().number
    book.log.close()
    async with log_of(record) as pilot:
        for act, kind, field in (("correct", CorrectingForm, "correction."), ("strike", EventForm, "")):
            await go_to(pilot, NOTE)
            await choose(pilot, act)
            form = pilot.app.screen
            assert isinstance(form, kind)
            if act == "correct":
                form.set_raw("text", "Rådet drøftede budgettet.")
            form.set_raw(f"{field}reason", "Slåfejl")
            await press(pilot, "ctrl+s")
            assert "The minutes have been issued. Choose who allowed" in screen_text(pilot)
            assert " --" not in screen_text(pilot), "no option of the command line"
            assert pilot.app.focused is form.controls[f"{field}authority.kind"]
            form.set_raw(f"{field}authority.kind", "meeting")
            form.set_raw(f"{field}authority.meeting", MEETING)
            await press(pilot, "ctrl+s")
    correction, strike = (entry.event for entry in only_book(record).entries(after=issued))
    assert isinstance(correction, EntryCorrected)
    assert isinstance(strike, EntryStruck)
    for amendment in (correction, strike):
        assert amendment.authority is not None
        assert amendment.authority.meeting == MEETING


async def test_a_refused_strike_lists_what_builds_on_it_and_strikes_all_on_one_key(record: Path) -> None:
    async with log_of(record) as pilot:
        await go_to(pilot, 10)
        await choose(pilot, "strike")
        form = pilot.app.screen
        assert isinstance(form, EventForm)
        form.set_raw("reason", "Hører ikke til")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, StrikingAll)
        text = screen_text(pilot)
        assert "Entry 10 cannot be struck alone: 1 later entry builds on it." in text
        assert "Rådet drøftede budjettet." in text
        await press(pilot, "escape")
        assert form.raws["reason"] == "Hører ikke til"
        await press(pilot, "ctrl+s", "enter")
        await settled(pilot)
        assert pilot.app.screen is book_screen(pilot)
        assert "Recorded: " in screen_text(pilot)
        assert "^Z" not in screen_text(pilot), "a strike is never struck"
        await go_to(pilot, 10)
        assert "10 ×" in screen_text(pilot)
        assert f"Struck by entry {NOTE + 2}" in screen_text(pilot)
    assert [event.entry for event in amendments(record) if isinstance(event, EntryStruck)] == [NOTE, 10]


async def test_what_is_typed_before_the_entry_is_read_goes_into_the_list(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The letters are keys of the log too: O would turn its order around."""
    async with log_of(record) as pilot:
        await go_to(pilot, NOTE)
        recorder = pilot.app.screen.recorder  # type: ignore[attr-defined]
        ask, release = recorder.ask_book, asyncio.Event()

        async def slowly(look: object) -> object:
            await release.wait()
            return await ask(look)

        monkeypatch.setattr(recorder, "ask_book", slowly)
        for key in ("r", *"remo"):
            await pilot.press(key)
        await pilot.press("backspace", "enter")
        monkeypatch.setattr(recorder, "ask_book", ask)
        release.set()
        await until(pilot, lambda: isinstance(pilot.app.screen, EventForm), 5)
        await press(pilot, "escape")
        assert "oldest first" in screen_text(pilot)
    assert not amendments(record)


async def test_what_was_struck_or_strikes_is_only_remarked_on(record: Path) -> None:
    by_others(record, EntryStruck(entry=NOTE, reason="Slåfejl"))
    async with log_of(record) as pilot:
        for number in (NOTE, NOTE + 1):
            await go_to(pilot, number)
            await press(pilot, "r")
            text = screen_text(pilot)
            assert "Remark on it" in text
            assert "Correct it" not in text
            assert "Strike it" not in text
            await press(pilot, "escape")
        await go_to(pilot, NOTE)
        await choose(pilot, "remark")
        await press(pilot, *"Se punkt 2", "ctrl+s")
    (_strike, remark) = amendments(record)
    assert isinstance(remark, RemarkRecorded)
    assert (remark.entry, remark.text) == (NOTE, "Se punkt 2")


async def test_one_walks_back_over_what_one_did_in_the_log(record: Path) -> None:
    async with log_of(record) as pilot:
        for words in ("budgettet", "budgettet for 2027"):
            await go_to(pilot, NOTE)
            await choose(pilot, "correct")
            form = pilot.app.screen
            assert isinstance(form, CorrectingForm)
            form.set_raw("text", f"Rådet drøftede {words}.")
            form.set_raw("correction.reason", "Slåfejl")
            await press(pilot, "ctrl+s")

        def reads() -> str:
            book = only_book(record)
            entry = next(book.entries(after=NOTE - 1, upto=NOTE))
            held = book.amendments().in_force(entry)
            assert held is not None
            assert isinstance(held.event, NoteWritten)
            return held.event.text or ""

        assert reads() == "Rådet drøftede budgettet for 2027."
        await press(pilot, "ctrl+z")
        assert "Undone: " in screen_text(pilot)
        assert reads() == "Rådet drøftede budgettet."
        await press(pilot, "ctrl+z")
        assert reads() == "Rådet drøftede budjettet."
        await press(pilot, "ctrl+z")
        assert "Nothing of yours to undo." in screen_text(pilot)
        await press(pilot, "ctrl+y", "ctrl+y")
        assert reads() == "Rådet drøftede budgettet for 2027."


async def test_where_one_only_reads_nothing_is_offered_that_records(record: Path) -> None:
    async with opened(record) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, BookScreen)
        assert not any(key.key == "R" for key in screen.foot())
        await press(pilot, "r", "ctrl+z")
        assert pilot.app.screen is screen
        await press(pilot, "h")
        assert "correct or strike" not in screen_text(pilot)
        await press(pilot, "escape", "f1", *"undo")
        assert "Undo what was recorded last" not in screen_text(pilot)
        assert "Nothing found." in screen_text(pilot)
    assert not amendments(record)
