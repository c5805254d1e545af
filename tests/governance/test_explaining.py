"""From a field of the state back to the entries that made it, and why it is so."""

import re
from typing import get_args

from events.catalogue import (
    CouncilEstablished,
    CouncilKind,
    EntryCorrected,
    EntryStruck,
    ItemDecided,
    ItemDiscussed,
    ItemPostponed,
    MeetingOpened,
    MinutesApproved,
    NoteWritten,
    PersonRenamed,
    Rules,
    RulesAdopted,
    TaskAgreed,
    TaskChanged,
)
from events.catalogue.items import DecisionOutcome
from events.entry import Entry
from governance.explaining.explanation import Explanation, explain
from governance.explaining.leaving_out import LeavingOut
from governance.explaining.pointing import place_meant
from governance.explaining.reason import Looked, Reason
from governance.history import amendments_in, replay
from governance.language import speak
from governance.state.model import MeetingStatus
from governance.state.publishing import publish
from governance.wording.explanations import explanation_lines
from governance.wording.lines import line
from governance.wording.reasons import SENTENCES, reason_said
from tests.conftest import ROOT
from tests.governance.meeting_book import MeetingBook
from tests.scenario import Scenario


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

    def test_of_very_many_the_last_are_told_and_the_others_counted(self) -> None:
        book = MeetingBook().opened()
        notes = [book.given(NoteWritten(meeting=book.m, item=book.one, text=f"Nr. {count}")) for count in range(20)]
        found = explained(book, f"{book.one}/notes")
        assert numbers(found, "made") == notes
        lines = told(book, f"{book.one}/notes")
        assert f"  and the entries {', '.join(map(str, notes[:8]))}" in lines
        assert any(line.startswith(f"  {notes[8]} ") for line in lines)

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
        assert kinds(explained(book, f"{person}/terms/0", on="2022-09-28"))[1:] == ["member-then", "nothing-says-left"]

    def test_the_name_in_force(self) -> None:
        book = MeetingBook()
        renamed = book.given(PersonRenamed(person=book.bo, name="Bo Holm"), "2023-02-01")
        found = explained(book, "/members/1/name")
        assert renamed in numbers(found, "made")
        assert kinds(explained(book, "/persons/1/name")) == ["newest-name"]


def test_every_reason_has_a_sentence_in_both_languages() -> None:
    everything: dict[str, str | int] = {
        "person": "p1",
        "day": "2022-01-01",
        "after": "2021-01-01",
        "until": "2022-01-01",
        "days": 3,
        "count": 2,
    }
    everything |= {"first": "2021-01-01", "last": "2022-01-01", "outcomes": "noted,decided", "outcome": "decided"}
    everything |= {"profile": "other", "title": "Vedtægt", "since": "2022-01-01", "meeting": "m1", "period": "2022-W43"}
    for language in ("da", "en"):
        speak(language)
        for kind in SENTENCES:
            for about in (everything, {name: held for name, held in everything.items() if name in NEEDED}):
                assert reason_said(Reason(kind=kind, about=about), {"p1": "Anna Holm"}).endswith(".")


NEEDED = ("days", "count", "outcomes", "outcome", "profile", "person", "until", "day")


def test_every_kind_of_reason_that_is_given_has_a_sentence() -> None:
    source = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "governance" / "explaining").glob("reasons_of_*.py")
    )
    kinds_given = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', source))
    kinds_given |= {f"status-{status}" for status in get_args(MeetingStatus)} | {"reappointed"}
    assert kinds_given == set(SENTENCES) | {"ended-or-followed"}
