"""From what somebody types to a place in the state, and back."""

from typing import Any

import msgspec
import pytest

from events.catalogue import (
    MeetingRescheduled,
)
from governance.explaining.pointing import NoSuchPlace, continuations, place_meant
from governance.state.places import NOTHING, Element, pointer, value_at
from governance.wording.explanations import missing_lines
from tests.governance.meeting_book import MeetingBook
from tests.governance.test_explaining_laws import places


class TestPaths:
    @pytest.fixture
    def book(self) -> MeetingBook:
        return MeetingBook().opened()

    def test_the_ways_to_one_place(self, book: MeetingBook) -> None:
        state = book.state
        place = place_meant(state, "/meetings/0/agenda/1/title")
        for typed in (
            f"meetings/{book.m}/agenda/{book.two}/title",
            f"{book.two}/title",
            f"{book.m}/{book.two}/title",
            f"{book.m}/2/title",
            "2023-01-10/2/title",
            "10.01.2023/2/title",
            "meetings/10.01.2023/agenda/Høring/title",
            "2023-01-10/agenda/1/title",
        ):
            assert place_meant(state, typed) == place, typed
        assert value_at(state, place) == "Høring"
        assert pointer(state, place) == "/meetings/0/agenda/1/title"

    def test_people_by_name_and_as_members_first(self, book: MeetingBook) -> None:
        state = book.state
        assert place_meant(state, "bo ørum") == place_meant(state, "/members/1") == place_meant(state, book.bo)
        assert value_at(state, place_meant(state, f"{book.m}/attendance/{book.bo}/status")) == "present"
        assert place_meant(state, book.guest)[0] == "persons"

    def test_every_place_of_a_state_has_a_pointer_that_leads_there(self, book: MeetingBook) -> None:
        state = book.state
        exported = msgspec.json.decode(msgspec.json.encode(state))
        for place in places(state):
            assert place_meant(state, pointer(state, place)) == place
            assert pointed(exported, pointer(state, place)) == msgspec.to_builtins(value_at(state, place))

    @pytest.mark.parametrize(
        ("typed", "reached", "says"),
        [
            ("/meetings/0/agenda/7/title", "/meetings/0/agenda", "item 2, Høring"),
            ("meetings/0/referat", "/meetings/0", "referent (referent)"),
            ("m99", "", "meetings (meetings)"),
            ("2023-01-10/9", "/meetings/0/agenda", "item 3, Udflugt"),
            ("council/name/first", "/council/name", "Nothing stands below it."),
            ("/meetings/01", "/meetings", "meeting of 14.03.2023"),
        ],
    )
    def test_a_wrong_path_names_how_far_it_leads(self, book: MeetingBook, typed: str, reached: str, says: str) -> None:
        state = book.state
        with pytest.raises(NoSuchPlace) as missed:
            place_meant(state, typed)
        assert pointer(state, missed.value.reached) == reached
        lines = "\n".join(missing_lines(missed.value, state))
        assert says in lines
        assert missed.value.missed in lines

    def test_one_of_several(self, book: MeetingBook) -> None:
        book.given(MeetingRescheduled(meeting=book.later, date="2023-01-10"), "2023-01-09")
        state = book.state
        with pytest.raises(NoSuchPlace) as missed:
            place_meant(state, "2023-01-10/date")
        first, *rest = missing_lines(missed.value, state)
        assert first == "2023-01-10 may be any of these; type one of them:"
        assert len(rest) == 2

    def test_how_a_path_may_go_on(self, book: MeetingBook) -> None:
        state = book.state
        assert continuations(state, "me") == ["members", "meetings"]
        assert continuations(state, f"{book.m}/agenda/") == [
            f"{book.m}/agenda/{item}" for item in (book.one, book.two, book.three)
        ]
        assert continuations(state, "nowhere/") == []


def pointed(exported: Any, path: str) -> Any:
    for segment in path.split("/")[1:]:
        exported = exported[int(segment) if isinstance(exported, list) else segment]
    return exported


def test_what_is_not_there_is_nothing() -> None:
    state = MeetingBook().state
    assert value_at(state, ("meetings", Element(("m999",), 0), "date")) is NOTHING
    assert value_at(state, ("council", "name", "x")) is NOTHING
