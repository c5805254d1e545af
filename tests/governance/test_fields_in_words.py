"""Every field of the published state has a name, every value words, and every change a line."""

import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from governance.differing import changes, differences
from governance.explaining import reasons_of_meetings, reasons_of_people
from governance.language import speak
from governance.profiles import PARAMETERS
from governance.state import council, item, meeting, model
from governance.state.model import State
from governance.state.places import IDENTITY, elements, value_at
from governance.state.publishing import SECTIONS
from governance.wording import speaking
from governance.wording.changes import change_lines
from governance.wording.codes import CODES
from governance.wording.fields import LABELS, field_label
from governance.wording.labels import words_listed
from governance.wording.lines import line
from governance.wording.meeting_summary import meeting_summary
from governance.wording.summary import summary
from governance.wording.values import value_said
from tests.each import BOOKS
from tests.governance.meeting_book import MeetingBook
from tests.scenario import Scenario


def parts_of(hint: Any) -> Iterator[type[msgspec.Struct]]:
    """Return the types of all parts that a state may have."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield hint
        for inner in get_type_hints(hint).values():
            yield from parts_of(inner)
    else:
        for inner in get_args(hint):
            yield from parts_of(inner)


PARTS = set(parts_of(State))


def book(name: str) -> Scenario:
    """Return a book in which every event of a topic was recorded."""
    held = Scenario(council=False)
    for event, effective in BOOKS[name]:
        held.given(event, effective)
    return held


def in_lists(part: Any) -> Iterator[Any]:
    if isinstance(part, list):
        yield from (one for one in part if isinstance(one, msgspec.Struct))
    for inner in part if isinstance(part, list | tuple) else [getattr(part, n) for n in fields(part)]:
        yield from in_lists(inner)


def fields(part: Any) -> tuple[str, ...]:
    return part.__struct_fields__ if isinstance(part, msgspec.Struct) else ()


_ISO = re.compile(r"\b[12]\d{3}-(?:\d\d|W\d\d)\b")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", BOOKS)
def test_no_line_tells_a_day_or_a_month_as_programs_write_it(name: str, language: str) -> None:
    speak(language)
    held, lines = Scenario(council=False), list[str]()
    before = held.state
    for event, effective in BOOKS[name]:
        held.given(event, effective)
        lines += [line(held.draft.fold, event), *change_lines(changes(before, held.state), before, held.state)]
        before = held.state
    lines += [*summary(before), *(said for one in before.meetings for said in meeting_summary(before, one))]
    assert len(lines) > 20
    assert [said for said in lines if _ISO.search(said)] == []


@pytest.mark.parametrize(
    ("period", "danish", "english"),
    [
        ("2023", "2023", "2023"),
        ("2023-03", "marts 2023", "March 2023"),
        ("2023-W09", "uge 9 i 2023", "week 9 of 2023"),
        ("2023-03-14", "14.03.2023", "14.03.2023"),
        ("2023-13", "2023-13", "2023-13"),
        ("", "", ""),
    ],
)
def test_a_period_is_said(period: str, danish: str, english: str) -> None:
    assert speaking.period(period) == english
    speak("da")
    assert speaking.period(period) == danish


@pytest.mark.parametrize(
    ("pointers", "danish", "english"),
    [
        (("/event/text",), "tekst", "text"),
        (("/recorded_by", "/event/replacement/text"), "ført af, tekst", "recorded by, text"),
        (("/event/text", "/event/replacement/text"), "tekst", "text"),
        (("/event/questions/0", "/event/questions/1"), "spørgsmål 1, spørgsmål 2", "question 1, question 2"),
        (("/event/sha256",), "filens SHA-256-værdi", "SHA-256 of the file"),
    ],
)
def test_fields_with_words_are_listed(pointers: tuple[str, ...], danish: str, english: str) -> None:
    assert words_listed(pointers) == english
    speak("da")
    assert words_listed(pointers) == danish


@pytest.mark.parametrize("part", sorted(PARTS, key=str))
def test_every_field_has_a_name(part: type[msgspec.Struct]) -> None:
    rules = set(PARAMETERS) if part is council.RulesInForce else set()
    assert set(LABELS[part]) | rules == set(part.__struct_encode_fields__)  # type: ignore[index]
    for language in ("da", "en"):
        speak(language)
        for name in part.__struct_encode_fields__:
            assert field_label(part, name)


def test_no_part_is_named_that_is_not_there() -> None:
    assert set(LABELS) == PARTS
    assert {*reasons_of_people.FIND, *reasons_of_meetings.FIND} <= PARTS


def test_things_of_lists_are_told_apart() -> None:
    """Two things of one list with the same identity are the exception; none of them has neither id nor identity."""
    for name in BOOKS:
        for thing in in_lists(book(name).state):
            assert type(thing) in IDENTITY or hasattr(thing, "id"), type(thing)
    same = [{"a": 1}, {"a": 1}]
    assert [step.rank for step, _ in elements([str(one) for one in same])] == [0, 1]


@pytest.mark.parametrize(
    ("part", "field"),
    [
        (item.Item, "outcome"),
        (item.NamedVote, "choice"),
        (meeting.Meeting, "status"),
        (meeting.Attendance, "status"),
        (model.Matter, "status"),
    ],
)
def test_values_from_a_list_have_words(part: type[msgspec.Struct], field: str) -> None:
    for value in get_args(get_type_hints(part)[field]):
        assert value in CODES
        assert value_said(part, field, value, {})


def test_a_section_alone_is_the_one_of_the_whole() -> None:
    for name in BOOKS:
        held = book(name)
        assert tuple(SECTIONS) == State.__struct_fields__
        for section, make in SECTIONS.items():
            assert make(held.draft.fold) == getattr(held.state, section)


class TestChanges:
    def lines(self, before: State, after: State) -> list[str]:
        return list(change_lines(changes(before, after), before, after))

    def test_thing_by_thing_in_words(self) -> None:
        from events.catalogue import AttendanceRecorded, AttendanceStatus, ItemPostponed

        held = MeetingBook().opened()
        before = held.state
        held.given(ItemPostponed(item=held.two, to_meeting=held.later, reason="Svar mangler"))
        held.given(AttendanceRecorded(meeting=held.m, person=held.bo, status=AttendanceStatus.ABSENT))
        assert self.lines(before, held.state) == [
            "Meeting of 10.01.2023",
            "  attendance, Bo Ørum, status: present → absent",
            "  gone: attendance, Bo Ørum, there for, all of the meeting",
            "Meeting of 10.01.2023, item 2, Høring",
            "  outcome: nothing → postponed",
            "  postponed to: nothing → 14.03.2023",
            "  postponed because: nothing → Svar mangler",
            "  wording of the decision: nothing → Udsat til mødet d. 14. marts 2023, da Svar mangler.",
            "Matters, Høring",
            "  how it stands: open → postponed",
            "  times postponed: 0 → 1",
        ]

    def test_in_danish(self) -> None:
        from events.catalogue import ItemPostponed

        held = MeetingBook().opened()
        before = held.state
        held.given(ItemPostponed(item=held.two, to_meeting=held.later))
        speak("da")
        assert self.lines(before, held.state)[:3] == [
            "Mødet 10.01.2023, punkt 2, Høring",
            "  udfald: intet → udsat",
            "  udsat til: intet → 14.03.2023",
        ]

    @pytest.mark.parametrize("name", BOOKS)
    def test_every_entry_changes_what_can_be_told(self, name: str) -> None:
        held, before = Scenario(council=False), None
        for event, effective in BOOKS[name]:
            held.given(event, effective)
            after = held.state
            if before is not None:
                lines = self.lines(before, after)
                assert bool(lines) == bool(differences(before, after)) == bool(changes(before, after)), event
                for change in changes(before, after):
                    assert value_at(before, change.place) == change.before
                    assert value_at(after, change.place) == change.after
            before = after

    def test_another_order(self) -> None:
        from events.catalogue import AgendaItemMoved

        held = MeetingBook()
        before = held.state
        held.given(AgendaItemMoved(item=held.three, before=held.one))
        assert "  agenda: in another order" in self.lines(before, held.state)
