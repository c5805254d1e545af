"""Forms without a screen: what the fields are, what is recorded, and what there is to choose from."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from events.border import event_from
from events.catalogue import (
    EVENT_TYPES,
    AgendaItemChanged,
    AgendaItemMoved,
    Event,
    MinutesSigned,
    NoteWritten,
    PersonRegistered,
    TaskAgreed,
)
from events.entry import Entry
from events.ids import BodyId, ItemId, MatterId, MeetingId, PersonId, ProposalId
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.filling.fields import WHEN, Holds, fields_of
from governance.filling.reading import New, echo, filled, values
from governance.filling.recording import recorded_by
from governance.filling.things import entries_told, things_in
from governance.filling.usual import usual_values
from governance.matching import matching
from governance.rules.act import RuleRefused
from tests.each import BOOKS

TODAY = "2026-11-22"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    held = Book(
        SqliteLog(tmp_path / "p.referat"), "raadet", actor="Hanne", clock=lambda: datetime(2026, 11, 22, tzinfo=UTC)
    )
    for event, when in BOOKS["followup"]:
        _record(held, type(event), msgspec.to_builtins(event) | ({WHEN: when} if when else {}))
    return held


def _record(book: Book, event_type: type[Event], given: dict[str, Any], **typed: str) -> list[Entry]:
    fields = fields_of(event_type)
    found, problems = values(fields, filled(fields, given) | typed, TODAY)
    assert not problems
    return book.carry_out(recorded_by(event_type, found)(book))


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_what_is_typed_makes_the_event_again(name: str) -> None:
    for acts in BOOKS.values():
        for event, _ in acts:
            if type(event).__name__ == name:
                fields = fields_of(type(event))
                found, problems = values(fields, filled(fields, msgspec.to_builtins(event)), TODAY)
                assert not problems
                assert event_from(name, found) == _as_typed(event)


def _as_typed(event: Event) -> Event:
    """Return an event without what nobody types: a signature is made with a key."""
    return msgspec.structs.replace(event, sign_off=None) if isinstance(event, MinutesSigned) else event


def test_a_field_that_must_be_filled_in_says_so_and_a_part_only_once_it_is_begun() -> None:
    fields = fields_of(EVENT_TYPES["RulesAdopted"])
    assert values(fields, filled(fields, {}), TODAY) == ({}, {})
    _, problems = values(fields, filled(fields, {}) | {"rules.notice.kind": "weekdays"}, TODAY)
    assert list(problems) == ["rules.notice.days"]
    _, problems = values(fields_of(TaskAgreed), {}, TODAY)
    assert list(problems) == ["item", "task"]


def test_no_field_is_typed_as_an_id() -> None:
    for event_type in EVENT_TYPES.values():
        for field in fields_of(event_type):
            assert not (field.thing and field.holds is Holds.LINE)
            assert field.name not in ("id", "type")


def test_somebody_new_is_registered_in_the_same_step(book: Book) -> None:
    person, task = _record(book, TaskAgreed, {"item": "i12", "task": "ringe"}, responsible="new:Ida Åge")
    assert person.event == PersonRegistered(name="Ida Åge")
    assert isinstance(task.event, TaskAgreed)
    assert task.event.responsible == f"p{person.number}"
    assert person.command_id == task.command_id


def test_the_same_new_name_twice_is_one_person(book: Book) -> None:
    form = EVENT_TYPES["PlanAdopted"]
    activities = [{"activity": "Fest", "responsible": "new:Ida"}, {"activity": "Skilt", "responsible": "new:Ida"}]
    found, _ = values(
        fields_of(form), filled(fields_of(form), {"item": "i12", "title": "Plan", "activities": activities}), TODAY
    )
    assert [one["responsible"] for one in found["activities"]] == [New(PersonId, "Ida")] * 2
    assert len(book.carry_out(recorded_by(form, found)(book))) == 2


def test_nothing_is_registered_where_the_rest_is_refused(book: Book) -> None:
    head = book.current().number
    with pytest.raises(RuleRefused):
        _record(book, TaskAgreed, {"item": "i999", "task": "ringe"}, responsible="new:Ida Åge")
    assert book.current().number == head


def test_a_time_alone_is_on_the_day_of_the_meeting(book: Book) -> None:
    (entry,) = _record(book, NoteWritten, {"meeting": "m8", "item": "i12", "text": "Kort."}, when="16.20")
    assert entry.effective == "2023-05-09T16:20"


def test_the_minutes_are_completed_from_the_book(book: Book) -> None:
    _record(book, EVENT_TYPES["MeetingClosed"], {"meeting": "m8"})
    (entry,) = _record(book, EVENT_TYPES["MinutesIssued"], {"meeting": "m8"})
    issued: Any = entry.event
    assert issued.through == entry.number - 1
    assert len(issued.document_sha256) == 64


def test_what_there_is_to_choose_from_is_told_in_words(book: Book) -> None:
    things = things_in(book.current(), TODAY)
    assert [thing.words for thing in things[PersonId]] == ["Anna Ægidius", "Bo Ørum"]
    assert [thing.words for thing in things[BodyId]] == ["Kulturudvalget"]
    assert [thing.words for thing in things[MeetingId]] == ["09.05.2023", "10.01.2023"]
    assert [(thing.words, thing.within) for thing in things[ItemId]] == [
        ("1  Siden sidst", "m8"),
        ("1  Årets arbejde", "m7"),
    ]
    assert not things[MatterId]
    assert not things[ProposalId]
    told = entries_told(book.current(), book.entries())
    assert told[0].id == "36"
    assert "Kulturudvalget" in told[0].words


def test_parts_of_names_are_enough() -> None:
    from governance.filling.things import Thing

    people = [Thing("p1", "Karen Møller"), Thing("p2", "Aage Holm", "B"), Thing("p3", "Mølgård Karensen")]
    assert [one.id for one in matching("møl", people)] == ["p1", "p3"]
    assert [one.id for one in matching("MØL kar", people)] == ["p1", "p3"]
    assert [one.id for one in matching("åge", people)] == ["p2"]
    assert [one.id for one in matching("b", people)] == ["p2"]
    assert [one.id for one in matching("ren", people)] == ["p1", "p3"]
    assert not matching("møl x", people)


def test_a_form_begins_with_where_one_is() -> None:
    where = (MeetingId("m8"), ItemId("i12"))
    assert usual_values(NoteWritten, *where) == {"meeting": "m8", "item": "i12"}
    assert usual_values(AgendaItemChanged, *where) == {"item": "i12"}
    assert usual_values(AgendaItemMoved, None, None) == {}


def test_what_was_understood_is_said() -> None:
    due = next(field for field in fields_of(TaskAgreed) if field.name == "due")
    assert echo(due, "1.12.", TODAY) == "tirsdag 1. december 2026"
    assert echo(due, "1.13.", TODAY) == ""
