"""From a field of the state back to the entries that made it, and why it is so."""

import random
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.catalogue import (
    CouncilEstablished,
    CouncilKind,
    EntryCorrected,
    EntryStruck,
    ItemDecided,
    ItemDiscussed,
    ItemPostponed,
    MeetingOpened,
    MeetingRescheduled,
    MinutesApproved,
    PersonRenamed,
    Rules,
    RulesAdopted,
    TaskAgreed,
    TaskChanged,
)
from events.catalogue.items import DecisionOutcome
from events.entry import Entry
from governance.explaining import mattering as searching
from governance.explaining.explanation import Explanation, explain
from governance.explaining.leaving_out import LeavingOut
from governance.explaining.mattering import mattering
from governance.explaining.pointing import NoSuchPlace, continuations, place_meant
from governance.explaining.reason import Looked
from governance.history import Recorded, amendments_in, replay
from governance.importing.drafting import Draft
from governance.language import speak
from governance.rules.act import RuleRefused
from governance.state.model import State
from governance.state.places import NOTHING, Element, Place, pointer, steps_from, value_at
from governance.state.publishing import publish
from governance.wording.explanations import explanation_lines, missing_lines
from governance.wording.lines import line
from tests.generating import Acts
from tests.governance.meeting_book import MeetingBook
from tests.scenario import TODAY, Scenario

SEEDS = st.integers(0, 2**32)


class Log:
    """Says entries as the log does, without the moments."""

    def __init__(self, book: Scenario) -> None:
        self._book = book

    def as_text(self, entry: Entry) -> str:
        return f"{entry.number} {self.what(entry)}"

    def what(self, entry: Entry) -> str:
        return line(self._book.draft.fold, entry.event)


def explained(book: Scenario, path: str, on: str | None = None) -> Explanation:
    """Return the explanation of a path in a book."""
    entries = list(book.draft.history.entries())
    fold = replay("test", entries, amendments_in(entries), on=on)
    state = publish(fold)
    return explain(LeavingOut("test", entries, on=on), Looked(fold, state, on), place_meant(state, path))


def told(book: Scenario, path: str) -> list[str]:
    """Return the explanation in lines."""
    return list(explanation_lines(explained(book, path), book.state, Log(book)))


def numbers(explanation: Explanation, role: str) -> list[int]:
    return [entry.number for one, entry in explanation.entries if one.role == role]


def kinds(explanation: Explanation) -> list[str]:
    return [reason.kind for reason in explanation.reasons]


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


class TestEntries:
    def test_what_says_so_and_what_it_builds_on(self) -> None:
        book = MeetingBook().opened()
        postponed = book.given(ItemPostponed(item=book.two, to_meeting=book.later, reason="Svar mangler"))
        found = explained(book, f"{book.two}/outcome")
        assert (found.value, numbers(found, "made")) == ("postponed", [postponed])
        assert {int(held[1:]) for held in (book.m, book.two)} <= set(numbers(found, "ground"))
        assert told(book, f"{book.two}/postponed_because")[:3] == [
            "Meeting of 10.01.2023, item 2, Høring: postponed because",
            "/meetings/0/agenda/1/postponed_because",
            "  Svar mangler",
        ]

    def test_nothing_of_what_stands_beside(self) -> None:
        book = MeetingBook().opened()
        book.given(ItemDiscussed(item=book.one))
        decided = book.given(ItemDecided(item=book.two, outcome=DecisionOutcome.APPROVED, text="Godkendt."))
        assert numbers(explained(book, f"{book.two}/decision"), "made") == [decided]

    def test_the_last_of_several_that_were_said_of_one_thing(self) -> None:
        book = MeetingBook().opened()
        task = f"t{book.given(TaskAgreed(item=book.one, task='Skriv', due='2023-02-01'), '2023-01-10')}"
        book.given(TaskChanged(task=task, due="2023-03-01"), "2023-01-20")  # type: ignore[arg-type]
        last = book.given(TaskChanged(task=task, due="2023-02-01"), "2023-01-30")  # type: ignore[arg-type]
        found = explained(book, f"{task}/due")
        assert (found.value, numbers(found, "made")) == ("2023-02-01", [last])

    def test_those_that_say_the_same(self) -> None:
        book = MeetingBook().opened()
        two = [book.given(ItemDecided(item=book.one, outcome=DecisionOutcome.DECIDED)) for _ in range(2)]
        found = explained(book, f"{book.one}/outcome")
        assert numbers(found, "together") == two
        assert "Entries that say the same; only without all of them would it be otherwise:" in told(
            book, f"{book.one}/outcome"
        )

    def test_nothing_said(self) -> None:
        book = MeetingBook().opened()
        lines = told(book, f"{book.one}/presenter")
        assert "  nothing" in lines
        assert "No entry says more of it. It came in with:" in lines

    def test_struck(self) -> None:
        book = MeetingBook().opened()
        wrong = book.given(ItemPostponed(item=book.one))
        strike = book.given(EntryStruck(entry=wrong, reason="Forkert punkt"))
        found = explained(book, f"{book.one}/outcome")
        (held,) = found.amended
        assert (held.how, held.entry.number, held.by.number) == ("struck", wrong, strike)
        assert told(book, f"{book.one}/outcome")[-1] == (
            f"  Entry {wrong} said otherwise (10.01.2023 item 1: postponed); entry {strike} struck it: Forkert punkt"
        )

    def test_corrected(self) -> None:
        book = MeetingBook().opened()
        decided = book.given(ItemDecided(item=book.one, outcome=DecisionOutcome.DECIDED))
        correction = book.given(
            EntryCorrected(
                entry=decided,
                replacement=ItemDecided(item=book.one, outcome=DecisionOutcome.APPROVED),
                reason="Hørt forkert",
            )
        )
        found = explained(book, f"{book.one}/outcome")
        (held,) = found.amended
        assert (held.how, held.entry.number, held.by.number) == ("corrected", decided, correction)
        assert numbers(found, "made") == [decided]
        event = next(entry.event for _, entry in found.entries if entry.number == decided)
        assert isinstance(event, ItemDecided)
        assert event.outcome is DecisionOutcome.APPROVED

    def test_the_whole_top_is_only_explained_in_its_parts(self) -> None:
        book = MeetingBook()
        found = explained(book, "members")
        assert (found.whole, found.entries) == (True, [])
        assert told(book, "members")[-1] == "Name one of these to have it explained."


class TestReasons:
    def test_the_status_of_a_meeting(self) -> None:
        book = MeetingBook().issued()
        assert kinds(explained(book, f"{book.m}/status")) == ["status-issued"]
        book.given(MeetingOpened(meeting=book.later), "2023-03-14T15:00")
        approved = book.given(MinutesApproved(meeting=book.later, item=book.elsewhere))
        found = explained(book, f"{book.m}/status")
        assert kinds(found) == ["status-approved-as-the-last-before"]
        assert approved in numbers(found, "made")

    def test_where_a_postponed_item_goes(self) -> None:
        book = MeetingBook().opened()
        book.given(ItemPostponed(item=book.one, to_date="2023-03-14"))
        found = explained(book, f"{book.one}/postponed_to")
        assert (found.value, kinds(found)) == (book.later, ["first-meeting-in-the-time"])
        assert int(book.later[1:]) in numbers(found, "ground") + numbers(found, "made")

    def test_an_outcome_of_several(self) -> None:
        book = MeetingBook().opened()
        book.given(ItemDiscussed(item=book.one))
        book.given(ItemDecided(item=book.one, outcome=DecisionOutcome.APPROVED))
        assert "  More than one thing came of the item (discussed, approved); the weightiest counts." in told(
            book, f"{book.one}/outcome"
        )

    def test_rules_of_law_and_rules_adopted(self) -> None:
        book = Scenario()
        book.given(
            EntryCorrected(
                entry=1,
                replacement=CouncilEstablished(name="Rådet", kind=CouncilKind.SENIORS_COUNCIL),
                reason="Art",
            )
        )
        assert kinds(explained(book, "/rules/least_members/value")) == ["rule-of-law"]
        adopted = book.given(RulesAdopted(title="Vedtægt", rules=Rules(fee=42_000)), "2023-01-01")
        found = explained(book, "/rules/fee/value")
        assert (kinds(found), numbers(found, "made")) == (["rule-adopted"], [adopted])
        assert "  what it says: 420 kr." in told(book, "rules/fee")
        assert "  The council's own rules say so: Vedtægt, from 01.01.2023." in told(book, "rules/fee")

    def test_membership_on_a_day(self) -> None:
        book = Scenario()
        person = book.member("Anna Holm", "2021-06-02/2022-09-28")
        found = explained(book, f"{person}/terms/0", on="2022-01-01")
        assert kinds(found) == ["joined-in-between", "member-not-known-then"]
        assert kinds(explained(book, f"{person}/terms/0", on="2022-09-28"))[-1] == "member-then"

    def test_the_name_in_force(self) -> None:
        book = MeetingBook()
        renamed = book.given(PersonRenamed(person=book.bo, name="Bo Holm"), "2023-02-01")
        found = explained(book, "/members/1/name")
        assert renamed in numbers(found, "made")
        assert kinds(explained(book, "/persons/1/name")) == ["newest-name"]


# laws


def drafted(seed: int, steps: int) -> list[Entry]:
    """Return the entries of a random book."""
    draft, acts = Draft(Recorded("law", list), "law", TODAY), Acts(seed)
    for _ in range(steps):
        act = acts.next(draft.fold)
        if act is None:
            continue
        try:
            draft.record(act.event, effective=act.effective)
        except RuleRefused:
            continue
    return list(draft.history.entries())


def places(part: Any, place: Place = ()) -> Iterator[Place]:
    """Return the places of all that stands in a state, the parts on the way included."""
    yield place
    for step, held in steps_from(part):
        yield from places(held, (*place, step))


def leaves(state: State) -> list[Place]:
    """Return the places of the fields at the very end."""
    return [place for place in places(state) if not list(steps_from(value_at(state, place))) and len(place) > 1]


def pointed(exported: Any, path: str) -> Any:
    for segment in path.split("/")[1:]:
        exported = exported[int(segment) if isinstance(exported, list) else segment]
    return exported


def drawn(seed: int, steps: int, count: int) -> tuple[LeavingOut, State, list[Place]]:
    """Return a random book, its state, and some places in it: as many of every part of the state."""
    entries = drafted(seed, steps)
    state, chosen = publish(replay("law", entries, amendments_in(entries))), random.Random(seed)
    by_part: dict[tuple[Any, ...], list[Place]] = {}
    for place in leaves(state):
        if place[0] != "record":
            by_part.setdefault(tuple(step for step in place if isinstance(step, str)), []).append(place)
    fields = chosen.sample(sorted(by_part), min(count, len(by_part)))
    return LeavingOut("law", entries), state, [chosen.choice(by_part[field]) for field in fields]


@settings(max_examples=12)
@given(SEEDS)
def test_the_entries_named_matter_and_no_other_does(seed: int) -> None:
    book, state, chosen = drawn(seed, 110, 12)
    for place in chosen:
        found = mattering(book, state, place)
        value = value_at(state, place)
        named = [one.number for one in found]
        where = pointer(state, place)
        if named:
            assert book.value(place, named) != value, where
        else:
            assert book.value(place, range(1, len(book.entries) + 1)) == value, where
        alone = {one.number for one in found if one.role != "together"}
        for entry in book.entries:
            assert (book.value(place, [entry.number]) != value) == (entry.number in alone), (where, entry.number)


@settings(max_examples=12)
@given(SEEDS)
def test_a_long_book_is_searched_as_a_short_one(seed: int) -> None:
    book, state, chosen = drawn(seed, 110, 12)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "EXACT", 0)
        quick = [mattering(book, state, place) for place in chosen]
    exact = [mattering(book, state, place) for place in chosen]
    for place, one, other in zip(chosen, quick, exact, strict=True):
        assert one == other, pointer(state, place)


@settings(max_examples=20)
@given(SEEDS)
def test_every_place_can_be_told_in_both_languages(seed: int) -> None:
    entries = drafted(seed, 150)
    fold = replay("law", entries, amendments_in(entries))
    state, book = publish(fold), LeavingOut("law", entries)
    scenario = Scenario(council=False)
    scenario.draft.fold = fold
    for language in ("da", "en"):
        speak(language)
        for place in leaves(state)[:: max(1, len(leaves(state)) // 25)]:
            explanation = explain(book, Looked(fold, state), place)
            lines = list(explanation_lines(explanation, state, Log(scenario)))
            assert len(lines) >= 3
            assert not [held for held in lines if "{" in held and "}" in held]


def test_what_is_not_there_is_nothing() -> None:
    state = MeetingBook().state
    assert value_at(state, ("meetings", Element(("m999",), 0), "date")) is NOTHING
    assert value_at(state, ("council", "name", "x")) is NOTHING
