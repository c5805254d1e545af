"""Every event of the catalogue can be recorded with its form: the books that hold them all are recorded so, one by one."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from events.catalogue import EVENT_TYPES, AnyEvent, MinutesSigned
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.filling.fields import WHEN, Field, Holds, fields_of
from governance.filling.reading import filled
from governance.wording.acts import ACTS
from governance.wording.labels import CODES
from tests.each import BOOKS
from tests.tui.screens import Opened, press, settled
from tui.app import ReferatApp
from tui.forms.controls import Chosen, Listed, control_for
from tui.forms.helps import help_of, label_of
from tui.recording import Doing, Recorder
from tui.screens.form import EventForm

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize("book", BOOKS)
async def test_a_book_is_recorded_form_by_form(book: str, tmp_path: Path) -> None:
    record = tmp_path / "protokol.referat"
    app = ReferatApp(record, actor="Hanne Bro", clock=lambda: NOW)
    async with app.run_test(size=(60, 16)) as pilot:
        await settled(pilot)
        recorder, by_form = app.recorder_for(book), _filled_otherwise_before(book)
        for index, (event, when) in enumerate(BOOKS[book]):
            if index in by_form and not _made_with_a_key(event):
                await _record_with_form(pilot, recorder, event, when)
            else:
                await recorder.record([Doing(event, when)], "")
    entries = Book(SqliteLog(record), book).entries()
    found = [(entry.event, entry.effective) for entry in entries]
    assert len(found) == len(BOOKS[book])
    for (event, effective), (wanted, when) in zip(found, BOOKS[book], strict=True):
        assert event == wanted
        assert when is None or effective == when


def test_the_books_hold_every_event_and_every_event_has_a_name() -> None:
    held = {type(event).__name__ for book in BOOKS.values() for event, _ in book}
    assert held == set(EVENT_TYPES) == set(ACTS)


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_every_field_has_a_label_a_help_and_words_to_choose(name: str) -> None:
    for field in _all_fields(EVENT_TYPES[name]):
        assert label_of(field) not in ("", field.name), field
        assert help_of(field).endswith("."), field
        refers = field.holds in (Holds.CODE, Holds.THING, Holds.ENTRY, Holds.EVENT) or field.part is not None
        assert isinstance(control_for(field, "", lambda *_: ""), Chosen | Listed) == refers, field
        for code in field.codes:
            assert code in ("yes", "no") or code in CODES, (field, code)


def _made_with_a_key(event: AnyEvent) -> bool:
    """A signature is made by signing; no form has a field for it."""
    return isinstance(event, MinutesSigned) and event.sign_off is not None


def _all_fields(struct: type[msgspec.Struct]) -> list[Field]:
    fields = list(fields_of(struct))
    return [*fields, *(inner for field in fields if field.part for inner in _all_fields(field.part))]


def _filled_otherwise_before(book: str) -> set[int]:
    """Return which events of a book no earlier one is like: of the same type, with the same fields filled in."""
    seen: set[Any] = set()
    found = set()
    for name, acts in BOOKS.items():
        for index, (event, _) in enumerate(acts):
            held = tuple(field for field in event.__struct_fields__ if getattr(event, field) not in (None, ()))
            if (type(event), held) not in seen and name == book:
                found.add(index)
            seen.add((type(event), held))
    return found


async def _record_with_form(pilot: Opened, recorder: Recorder, event: AnyEvent, when: str | None) -> None:
    """Put the values into the fields as they are typed, and press the key that records."""
    form = EventForm(type(event), recorder)
    done: list[Any] = []
    pilot.app.push_screen(form, done.append)
    await settled(pilot)
    values = msgspec.to_builtins(event) | ({WHEN: when} if when else {})
    for key, raw in filled(fields_of(type(event)), values).items():
        if form.raws[key] != raw:
            form.set_raw(key, raw)
    await press(pilot, "ctrl+s")
    assert done, event
