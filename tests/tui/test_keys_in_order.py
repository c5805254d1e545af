"""Keys that come faster than a screen handles them: each is taken in its turn, and no letter is lost."""

from pathlib import Path

from events.catalogue import DocumentAttached, MatterOpened, WordsErased
from events.sqlite.log import SqliteLog
from governance.book import Book
from tests.tui.beginning import begun, state_of, with_council
from tests.tui.books import BOOK
from tests.tui.screens import Opened, opened, press, screen_text, settled
from tests.tui.settling import send_key
from tests.tui.sitting import item_of, sitting
from tui.screens.attaching import AttachingForm
from tui.screens.erasing import ErasingForGood, ErasingForm
from tui.screens.forms import form_for

TEXT = "Bx8 med slut abcdef ghijkl"


async def _send(pilot: Opened, *keys: str) -> None:
    """Send keys faster than anything can be done about them."""
    for key in keys:
        send_key(pilot.app, {" ": "space"}.get(key, key))
    await settled(pilot)


async def test_a_form_records_all_that_was_typed_right_before(tmp_path: Path) -> None:
    record = tmp_path / "r"
    async with begun(record) as pilot:
        await with_council(pilot)
        await _send(pilot, "ctrl+p", *"matter opened")
        await press(pilot, "enter")
        await _send(pilot, *TEXT, "ctrl+s")
    assert [matter.title for matter in state_of(record).matters] == [TEXT]


async def test_a_form_that_still_comes_up_takes_what_is_typed_meanwhile(tmp_path: Path) -> None:
    record = tmp_path / "r"
    async with begun(record) as pilot:
        await with_council(pilot)
        pilot.app.screen.fill_in(MatterOpened)  # type: ignore[attr-defined]
        await _send(pilot, *TEXT, "ctrl+s")
    assert [matter.title for matter in state_of(record).matters] == [TEXT]


async def test_what_a_form_finds_wrong_still_stands_there_after_the_last_letter(tmp_path: Path) -> None:
    async with begun(tmp_path / "r") as pilot:
        await with_council(pilot)
        await _send(pilot, "ctrl+p", *"meeting planned", "enter")
        await _send(pilot, *"32.13.", "ctrl+s")
        assert "»32.13.« is no day." in screen_text(pilot)


async def test_a_document_is_attached_from_the_whole_path(record: Path, tmp_path: Path) -> None:
    document = tmp_path / "Budget 2027.pdf"
    document.write_bytes(b"%PDF-1.7 budget")
    async with opened(record, actor="Hanne Bro") as pilot:
        form = form_for(DocumentAttached, pilot.app.recorder_for(BOOK), {"meeting": "m8", "item": "i20"})  # type: ignore[attr-defined]
        assert isinstance(form, AttachingForm)
        pilot.app.push_screen(form)
        await settled(pilot)
        form.controls["name"].focus()
        await _send(pilot, *str(document), "ctrl+s")
        assert pilot.app.screen is not form
    *_, last = Book(SqliteLog(record), BOOK).entries()
    assert isinstance(last.event, DocumentAttached)


async def test_erasing_asks_with_all_that_was_typed(record: Path) -> None:
    async with opened(record, actor="Hanne Bro") as pilot:
        given = {"entry": 42, "fields": ["text"], "basis": "Loven"}
        form = form_for(WordsErased, pilot.app.recorder_for(BOOK), given)  # type: ignore[attr-defined]
        assert isinstance(form, ErasingForm)
        pilot.app.push_screen(form)
        await settled(pilot)
        form.controls["authority"].focus()
        await _send(pilot, *"Nordholm Kommune", "ctrl+s")
        assert isinstance(pilot.app.screen, ErasingForGood)
        assert form.raws["authority"] == "Nordholm Kommune"


async def test_a_note_is_recorded_with_its_last_letters(tmp_path: Path) -> None:
    async with sitting(tmp_path) as secretary:
        await _send(secretary.pilot, *TEXT, "ctrl+s")
        assert item_of(secretary, "1").notes == [TEXT]


async def test_letters_stay_with_the_item_under_which_they_were_typed(tmp_path: Path) -> None:
    async with sitting(tmp_path) as secretary:
        await _send(secretary.pilot, *TEXT, "pagedown")
        assert secretary.screen.composer.text == ""
        await press(secretary.pilot, "pageup")
        assert secretary.screen.composer.text == TEXT


async def test_lines_to_fill_in_are_taken_whole(tmp_path: Path) -> None:
    record = tmp_path / "r"
    async with begun(record) as pilot:
        await with_council(pilot)
        await press(pilot, "p")
        await _send(pilot, *"12.1.2027", "ctrl+s")
    assert [meeting.date for meeting in state_of(record).meetings] == ["2027-01-12"]
