"""Erasing words and attaching documents from the application: what is recorded is also done."""

import hashlib
import sqlite3
from pathlib import Path

import pytest

from events.catalogue import DocumentAttached, WordsErased
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.drafts import Draft
from governance.language import speak
from tests.tui.books import BOOK, full_book
from tests.tui.screens import opened, press, screen_text, settled
from tui.screens.attaching import AttachingForm
from tui.screens.erasing import ErasingForGood, ErasingForm
from tui.screens.forms import form_for

GONE = "Enstemmigt."
REMARK = 42


def entries(record: Path) -> int:
    log = SqliteLog(record)
    head = log.head(BOOK)
    log.close()
    return head


async def test_erasing_asks_once_more_and_then_erases(tmp_path: Path) -> None:
    record = tmp_path / "protokol.referat"
    before = full_book(record)
    async with opened(record, actor="Hanne Bro") as pilot:
        app = pilot.app
        app.keep_draft("andet", Draft(f"Jeg skrev {GONE}"))  # type: ignore[attr-defined]
        given = {"entry": REMARK, "fields": ["text"], "basis": "Loven", "authority": "Kommunen"}
        form = form_for(WordsErased, app.recorder_for(BOOK), given)  # type: ignore[attr-defined]
        assert isinstance(form, ErasingForm)
        app.push_screen(form)
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ErasingForGood)
        assert GONE in screen_text(pilot)
        await press(pilot, "escape")
        assert entries(record) == before
        await press(pilot, "ctrl+s")
        await press(pilot, "enter")
        await settled(pilot)
        assert entries(record) == before + 1
        assert app.screen is not form
        assert app.drafts.draft("andet") == Draft("Jeg skrev […]")  # type: ignore[attr-defined]
    files = [file for file in record.parent.rglob("*") if file.is_file()]
    assert [file.name for file in files if GONE.encode() in file.read_bytes()] == []


async def test_an_erasure_that_is_delayed_is_finished_by_the_same_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "protokol.referat"
    full_book(record)
    monkeypatch.setattr("events.sqlite.erasing.WAIT_SECONDS", 0.2)
    async with opened(record, actor="Hanne Bro", width=100) as pilot:
        app = pilot.app
        app.keep_draft("andet", Draft(f"Jeg skrev {GONE}"))  # type: ignore[attr-defined]
        given = {"entry": REMARK, "fields": ["text"], "basis": "Loven", "authority": "Kommunen"}
        app.push_screen(form_for(WordsErased, app.recorder_for(BOOK), given))  # type: ignore[attr-defined]
        await settled(pilot)
        reader = sqlite3.connect(f"file:{record}?mode=ro", uri=True, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM entries").fetchone()
        await press(pilot, "ctrl+s", "enter")
        await settled(pilot)
        assert "another program reads" in screen_text(pilot)
        reader.close()
        await press(pilot, "ctrl+s")
        await settled(pilot)
        assert "has been cleared" in screen_text(pilot)
        assert app.drafts.draft("andet") == Draft("Jeg skrev […]")  # type: ignore[attr-defined]
        files = [file for file in record.parent.rglob("*") if file.is_file()]
        assert [file.name for file in files if GONE.encode() in file.read_bytes()] == []


async def test_erasing_what_is_not_there_is_said_in_the_form(tmp_path: Path) -> None:
    record = tmp_path / "protokol.referat"
    before = full_book(record)
    async with opened(record, actor="Hanne Bro", width=100) as pilot:
        given = {"entry": REMARK, "fields": ["title"], "basis": "Loven", "authority": "Kommunen"}
        form = form_for(WordsErased, pilot.app.recorder_for(BOOK), given)  # type: ignore[attr-defined]
        pilot.app.push_screen(form)
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert pilot.app.screen is form
        assert "title" in screen_text(pilot)
    assert entries(record) == before


async def test_attaching_a_file_by_its_path(tmp_path: Path) -> None:
    record, document = tmp_path / "protokol.referat", tmp_path / "Budget 2027.pdf"
    full_book(record)
    document.write_bytes(b"%PDF-1.7 budget")
    digest = hashlib.sha256(b"%PDF-1.7 budget").hexdigest()
    async with opened(record, actor="Hanne Bro") as pilot:
        given = {"meeting": "m8", "item": "i20", "name": str(tmp_path / "nix.pdf")}
        form = form_for(DocumentAttached, pilot.app.recorder_for(BOOK), given)  # type: ignore[attr-defined]
        assert isinstance(form, AttachingForm)
        pilot.app.push_screen(form)
        await settled(pilot)
        await press(pilot, "ctrl+s")
        assert pilot.app.screen is form
        form.set_raw("name", str(document))
        await press(pilot, "ctrl+s")
        assert pilot.app.screen is not form
    log = SqliteLog(record)
    *_, last = Book(log, BOOK).entries()
    log.close()
    assert last.event == DocumentAttached(item="i20", name=document.name, sha256=digest, size=15)  # type: ignore[arg-type]
    assert (record.with_name(record.name + ".files") / digest[:2] / digest[2:]).read_bytes() == b"%PDF-1.7 budget"


async def test_the_words_to_erase_are_chosen_from_those_of_the_entry(tmp_path: Path) -> None:
    record = tmp_path / "protokol.referat"
    full_book(record)
    async with opened(record, actor="Hanne Bro") as pilot:
        await press(pilot, "k", "g", *str(REMARK), "enter", "r", *"erase", "enter")
        assert "Which words are to go?" in screen_text(pilot)
        assert GONE in screen_text(pilot)
        await press(pilot, *"enstem", "enter")
        form = pilot.app.screen
        assert isinstance(form, ErasingForm)
        form.set_raw("basis", "Loven")
        form.set_raw("authority", "Kommunen")
        await press(pilot, "ctrl+s", "enter")
        assert pilot.app.screen is not form
        await press(pilot, "n", "enter")
        assert "Words erased: Text (text)" in screen_text(pilot)
    log = SqliteLog(record)
    *_, last = Book(log, BOOK).entries()
    log.close()
    assert last.event == WordsErased(entry=REMARK, fields=("/event/text",), basis="Loven", authority="Kommunen")


async def test_the_form_offers_the_words_of_the_entry_by_the_labels_of_the_reader(tmp_path: Path) -> None:
    record = tmp_path / "protokol.referat"
    full_book(record)
    speak("da")
    async with opened(record, actor="Hanne Bro", width=100) as pilot:
        pilot.app.push_screen(form_for(WordsErased, pilot.app.recorder_for(BOOK)))  # type: ignore[attr-defined]
        await settled(pilot)
        form = pilot.app.screen
        assert isinstance(form, ErasingForm)
        form.controls["entry"].focus()
        await press(pilot, *"enstemmigt", "enter")
        assert pilot.app.focused is form.controls["fields"]
        await press(pilot, *"tekst")
        assert GONE in screen_text(pilot)
        await press(pilot, "enter")
        assert f"Tekst: {GONE}" in screen_text(pilot)
        form.set_raw("basis", "Loven")
        form.set_raw("authority", "Kommunen")
        await press(pilot, "ctrl+s", "enter")
        assert pilot.app.screen is not form
        told = " ".join(screen_text(pilot).replace("▌", " ").split())
        assert "Sikkerhedskopier" in told
    *_, last = Book(SqliteLog(record), BOOK).entries()
    assert isinstance(last.event, WordsErased)
    assert (last.event.entry, last.event.fields) == (REMARK, ("/event/text",))
