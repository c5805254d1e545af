"""The catalogue: names that never change, documented fields, and the golden bytes of every event."""

import ast
import inspect
import json
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from events.catalogue import EVENT_TYPES, Correctable
from events.entry import Entry, canonical, seal, unseal
from events.event import Event
from tests.each import BOOKS

GOLDEN = Path(__file__).parent / "golden"
EVERY_ACT = [act for book in BOOKS.values() for act in book]
FROZEN = [
    (book, line) for book in BOOKS for line in (GOLDEN / f"{book}.jsonl").read_text(encoding="utf-8").splitlines()
]


def fixed_salts(count: int) -> list[str]:
    """Salts for golden files: 22 characters that count."""
    return [f"salt-for-golden-file{index:02d}" for index in range(count)]


def entry(number: int, event: Event, effective: str | None) -> Entry:
    return Entry(
        book="golden",
        number=number,
        schema_version=type(event).schema_version,
        command_id="0f8fad5b-d9cb-469f-a165-70867728950e",
        recorded_at="2026-11-21T22:01:00.123456Z",  # type: ignore[arg-type]
        recorded_by="Alice Ørsted",
        effective=effective,  # type: ignore[arg-type]
        event=event,  # type: ignore[arg-type]
    )


def golden_lines(book: str) -> list[str]:
    """The bodies and words as they are frozen. To add an event, print these and append its line; never change one."""
    sealed = [seal(entry(number, event, when), fixed_salts) for number, (event, when) in enumerate(BOOKS[book], 1)]
    return [json.dumps({"body": s.body.decode(), "words": s.words.decode()}, ensure_ascii=False) for s in sealed]


def test_every_event_type_is_in_the_book_of_one_of_each() -> None:
    assert {type(event) for event, _ in EVERY_ACT} == set(EVENT_TYPES.values())


@pytest.mark.parametrize("book", BOOKS)
def test_the_bytes_of_every_event_are_frozen(book: str) -> None:
    assert golden_lines(book) == [line for held, line in FROZEN if held == book]


@pytest.mark.parametrize(("book", "line"), FROZEN)
def test_frozen_bytes_are_read_back_as_the_event_they_were(book: str, line: str) -> None:
    held = json.loads(line)
    body, words = held["body"].encode(), held["words"].encode()
    read = unseal(body, words)
    event, when = BOOKS[book][read.number - 1]
    assert (read.event, read.effective, read.recorded_by) == (event, when, "Alice Ørsted")
    assert canonical(json.loads(body)) == body


def test_no_free_text_or_name_stands_in_a_body() -> None:
    for _, line in FROZEN:
        held = json.loads(line)
        for _, value in json.loads(held["words"]).values():
            assert value not in held["body"] or len(value) <= 2, held["body"]


def test_every_event_and_every_field_of_it_is_set_in_the_golden_book() -> None:
    """A field that the golden book leaves out would not be frozen."""
    seen: dict[str, set[str]] = {}
    for event, _ in EVERY_ACT:
        seen.setdefault(type(event).__name__, set()).update(
            field.name for field in msgspec.structs.fields(event) if getattr(event, field.name) != field.default
        )
    told = {"text", "told_in"}
    for name, event_type in EVENT_TYPES.items():
        missing = set(event_type.__struct_fields__) - seen[name] - told - _UNSET_TOGETHER.get(name, set())
        assert not missing, f"{name}: {missing}"


_UNSET_TOGETHER = {
    "ItemContinued": {"to_meeting"},
    "ItemPostponed": {"to_meeting"},
    "MeetingRescheduled": {"place", "parts", "contents", "agreed_in"},
    "NoteWritten": set(),
    "EntryStruck": set(),
}


def test_every_event_is_documented_and_named_after_its_class() -> None:
    for name, event_type in EVENT_TYPES.items():
        assert event_type.__name__ == name
        assert inspect.getdoc(event_type), name
        assert event_type.__struct_config__.frozen


def test_only_acts_on_the_record_cannot_be_corrected() -> None:
    assert set(EVENT_TYPES.values()) - set(get_args(Correctable)) == {
        EVENT_TYPES[name]
        for name in ("EntryStruck", "EntryCorrected", "RemarkRecorded", "WordsErased", "KeyEnrolled", "KeyRevoked")
    }


def test_topics_have_their_rooms() -> None:
    folder = Path(inspect.getfile(Event)).parent / "catalogue"
    topics = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert topics == {
        "attachments",
        "council",
        "membership",
        "meeting",
        "agenda",
        "items",
        "followup",
        "external",
        "keys",
        "minutes",
        "record",
    }
    for path in folder.glob("*.py"):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
