"""Scenarios S7, S8, S11, S18 and S19: who is a member when, who stands in, and what the council is called."""

from pathlib import Path
from typing import Any

import pytest

from events.catalogue import (
    AttendanceRecorded,
    AttendanceStatus,
    Authority,
    AuthorityKind,
    CouncilKind,
    CouncilRenamed,
    EndCause,
    EntryCorrected,
    ExternalBodyRenamed,
    MemberAppointed,
    MembershipEnded,
    ProposalMade,
    Rules,
    StandInRule,
)
from events.moments import Effective
from governance.history import amendments_in, replay
from governance.rules.act import Act
from governance.state.model import State
from governance.state.publishing import publish
from governance.views.attendance import attendance
from governance.views.who import Who, who
from tests.governance.checking.kept_book import KeptBook
from tests.governance.scenarios.recorded_book import RecordedBook
from tests.governance.scenarios.written_minutes import minutes
from tests.taken import documents_of, only_book, take

ABSENT = AttendanceStatus.ABSENT


def state_on(book: KeptBook, day: str) -> State:
    entries = list(book.draft.history.entries())
    return publish(replay("test", entries, amendments_in(entries), on=day))


def who_on(book: KeptBook, day: str) -> Who:
    return who(state_on(book, day), day)


@pytest.mark.parametrize(
    ("kind", "least", "law"),
    [
        (CouncilKind.INTEGRATION_COUNCIL, 7, "integrationsloven § 42"),
        (CouncilKind.SENIORS_COUNCIL, 5, "retssikkerhedsloven §§ 30-32"),
    ],
)
def test_s7_the_council_falls_below_the_legal_minimum(kind: CouncilKind, least: int, law: str) -> None:
    """An integrationsråd has seven members at least, an ældreråd five: that of Dragør fell to four in 2018."""
    book = KeptBook(kind=kind, members=least)
    book.held(book.people)
    assert book.findings("2023-01-11") == []
    left = book.given(MembershipEnded(person=book.people[0], cause=EndCause.MOVED), "2023-05-01")
    (found,) = book.findings("2023-05-02")
    assert (found.kind, found.severity, found.day, found.entries) == ("too-few-members", "breach", "2023-05-01", [left])
    assert (found.source, found.about["members"], found.about["limit"]) == (law, least - 1, least)
    assert len(who_on(book, "2023-05-01").members) == least - 1
    book.given(MemberAppointed(person=book.person("Sofie Bang")), "2023-09-01")
    assert book.said("too-few-members")[0] == (
        f"Fra 01.05.2023 havde rådet {least - 1} medlemmer og skal have mindst {least}. Det varede indtil 01.09.2023."
    )


class TestS8:
    """In Køge the stand-in enters after two absences without notice, as when a member leaves for good."""

    def _book(self, rule: StandInRule) -> tuple[KeptBook, Any, list[int]]:
        book = KeptBook(kind=CouncilKind.INTEGRATION_COUNCIL, members=7, rules=Rules(stand_in=rule))
        sofie = book.stand_in("Sofie Bang")
        missed = [
            book.attends(book.held(book.people[:6], day=day), book.people[6], ABSENT)
            for day in ("2023-01-10", "2023-02-14")
        ]
        return book, sofie, missed

    def test_s8_the_stand_in_is_due_after_two_unexcused_absences_and_enters(self) -> None:
        book, sofie, missed = self._book(StandInRule.PERMANENT_EXIT_OR_TWO_ABSENCES)
        (found,) = book.findings("2023-02-15")
        assert (found.kind, found.severity, found.entries) == ("stand-in-due", "reminder", missed[::-1])
        assert (found.source, found.about["member"], found.about["person"]) == ("adopted", book.people[6], sofie)
        book.called(sofie, book.people[6], "2023-02-15")
        assert book.findings("2023-02-15") == []

    def test_s8_and_then_counts_in_the_quorum_and_in_the_statistics(self) -> None:
        book, sofie, _ = self._book(StandInRule.PERMANENT_EXIT_OR_TWO_ABSENCES)
        book.called(sofie, book.people[6], "2023-02-15")
        meeting = book.held([*book.people[:3], sofie], day="2023-03-14", away=book.people[3:6])
        book.decided(book.put(meeting))
        assert book.findings("2023-03-15") == []
        (seated,) = [held for held in attendance(book.state, None, None).members if held.person == sofie]
        assert (seated.first, seated.meetings, seated.present) == ("2023-03-14", 1, 1)

    def test_s8_where_the_rules_know_permanent_exit_only_the_same_call_is_flagged(self) -> None:
        book, sofie, _ = self._book(StandInRule.PERMANENT_EXIT)
        call = book.called(sofie, book.people[6], "2023-02-15")
        assert [(one.kind, one.entries) for one in book.findings("2023-02-16")] == [("stand-in-not-allowed", [call])]


class TestS11:
    """An appointment that is recorded in November and takes effect at New Year."""

    def _book(self, path: Path) -> tuple[RecordedBook, Any, int]:
        book = RecordedBook(path)
        book.today("2022-11-15")
        sofie = book.member("Sofie Bang", "2023-01-01")
        return book, sofie, book.book.current().number

    def test_s11_a_future_dated_appointment_is_not_in_force_yet(self, tmp_path: Path) -> None:
        book, sofie, _ = self._book(tmp_path / "bog.referat")
        for day, is_one in (("2022-12-31", False), ("2023-01-01", True)):
            state = book.state(on=day)
            assert (sofie in [member.id for member in state.members]) is is_one
            assert (sofie in [member.person for member in who(state, day).members]) is is_one
        meeting = book.opened("2022-12-13")
        here = AttendanceRecorded(meeting=meeting, person=sofie, status=AttendanceStatus.PRESENT)
        assert "not a member on 2022-12-13" in book.refused(here)

    def test_s11_and_acting_early_is_flagged(self, tmp_path: Path) -> None:
        book, sofie, appointed = self._book(tmp_path / "bog.referat")
        item = book.put(book.opened("2022-12-13"), "Budget")
        proposal = book.given(ProposalMade(item=item, proposal="Vi venter.", proposed_by=sofie))
        (found,) = book.findings("2022-12-14")
        assert (found.kind, found.severity, found.day) == ("acted-before-appointment", "breach", "2022-12-13")
        assert (found.entries, found.about["person"]) == ([proposal, appointed], sofie)

    def test_s11_so_is_who_sat_on_an_appointment_that_turns_out_to_be_later(self, tmp_path: Path) -> None:
        book, sofie, appointed = self._book(tmp_path / "bog.referat")
        meeting = book.opened("2023-01-10")
        attended = book.given(
            AttendanceRecorded(meeting=meeting, person=sofie, status=AttendanceStatus.PRESENT), "2023-01-10"
        )
        assert book.findings("2023-01-11") == []
        book.given(
            EntryCorrected(
                entry=appointed,
                replacement=MemberAppointed(person=sofie),
                effective=Effective("2023-02-01"),
                reason="Udpeget fra 1. februar.",
                authority=Authority(kind=AuthorityKind.WRITTEN_PROCEDURE),
            )
        )
        (found,) = book.findings("2023-01-11")
        assert (found.kind, found.entries) == ("acted-before-appointment", [attended, appointed])


OLD = "Integrationsrådet"
NEW = "Rådet for Medborgerskab"
NATIONAL = "Det Nationale Integrationsråd"
OLDEST = minutes("Tirsdag d. 12. maj 2020", "Orientering.\n\nOrienteringen blev taget til efterretning.")
BEFORE = minutes(
    "Tirsdag d. 9. marts 2021", "Nyt.\n\nAmina orienterede fra mødet i Rådet for Etniske Minoriteter.", council=OLD
)
AFTER = minutes("Tirsdag d. 8. marts 2022", f"Nyt.\n\nAmina orienterede fra mødet i {NATIONAL}.", council=NEW)


class TestS18:
    """The council is renamed on 1 January 2022; so is a body outside it, as the national council was."""

    def _renamed(self, record: Path) -> Any:
        take(record, [BEFORE])
        book = only_book(record)
        book.record(Act(event=CouncilRenamed(name=NEW), effective=Effective("2022-01-01")))
        return book

    def test_s18_documents_under_either_name_go_into_the_same_book(self, tmp_path: Path) -> None:
        record = tmp_path / "bog.referat"
        self._renamed(record)
        take(record, [AFTER, OLDEST])
        book = only_book(record)
        assert [meeting.date for meeting in publish(book.fold()).meetings] == ["2020-05-12", "2021-03-09", "2022-03-08"]

    def test_s18_the_names_have_dates_and_each_document_bears_that_of_its_day(self, tmp_path: Path) -> None:
        record = tmp_path / "bog.referat"
        self._renamed(record)
        take(record, [AFTER])
        book = only_book(record)
        council = publish(book.fold()).council
        assert (council.name, [(held.name, held.from_) for held in council.names]) == (
            NEW,
            [(OLD, None), (NEW, "2022-01-01")],
        )
        assert [publish(book.fold(on=day)).council.name for day in ("2021-12-31", "2022-01-01")] == [OLD, NEW]
        old, new = documents_of(book, "txt")
        assert f"af møde i {OLD} i" in old
        assert f"af møde i {NEW} i" in new

    def test_s18_a_body_outside_keeps_its_names_with_dates_and_is_known_by_each(self, tmp_path: Path) -> None:
        record = tmp_path / "bog.referat"
        book = self._renamed(record)
        (national,) = publish(book.fold()).bodies
        renamed: Any = ExternalBodyRenamed(body=national.id, name=NATIONAL)  # type: ignore[arg-type]
        book.record(Act(event=renamed, effective=Effective("2021-07-01")))
        take(record, [AFTER])
        book = only_book(record)
        (body,) = publish(book.fold()).bodies
        assert [(held.name, held.from_) for held in body.names] == [
            ("Rådet for Etniske Minoriteter", None),
            (NATIONAL, "2021-07-01"),
        ]
        assert [publish(book.fold(on=day)).bodies[0].name for day in ("2021-06-30", "2021-07-01")] == [
            held.name for held in body.names
        ]
        old, new = documents_of(book, "txt")
        assert "Rådet for Etniske Minoriteter" in old
        assert NATIONAL in new


class TestS19:
    """The members' term follows the municipality's and ends on 31 December 2025; the next are appointed in February."""

    def _book(self, *, continues: bool) -> tuple[KeptBook, Any]:
        rules = Rules(continues_until_successor=continues)
        book = KeptBook(kind=CouncilKind.INTEGRATION_COUNCIL, members=7, rules=rules, until="2025-12-31")
        meeting = book.held(book.people[:4], day="2026-01-13", away=book.people[4:])
        book.decided(book.put(meeting))
        return book, meeting

    def _succeeded(self, book: KeptBook) -> list[Any]:
        for person in book.people:
            book.given(MembershipEnded(person=person, cause=EndCause.TERM_ENDED), "2026-02-01")
        successors = [book.person(f"{name} Bang") for name in ["Ask", "Bea", "Cleo", "Dan", "Eva", "Finn", "Gry"]]
        for person in successors:
            book.given(MemberAppointed(person=person, until="2029-12-31"), "2026-02-01")
        return successors

    def test_s19_the_old_members_go_on_until_the_new_are_appointed(self) -> None:
        book, _ = self._book(continues=True)
        assert book.findings("2026-01-14") == []
        assert [member.person for member in who_on(book, "2026-01-13").members] == book.people

    def test_s19_and_still_count_one_by_one(self) -> None:
        book, _ = self._book(continues=True)
        meeting = book.held(book.people[:3], day="2026-01-27", away=book.people[3:])
        decision = book.decided(book.put(meeting))
        assert [(one.kind, book.decisions_of(one)) for one in book.findings("2026-01-28")] == [
            ("no-quorum", [decision])
        ]

    def test_s19_unless_the_rules_end_the_body_with_the_term(self) -> None:
        book, meeting = self._book(continues=False)
        (found,) = book.findings("2026-01-14")
        assert (found.kind, found.severity, found.meeting) == ("decided-after-term", "breach", meeting)
        assert (found.rule, found.source, found.about["until"]) == (
            "continues_until_successor",
            "adopted",
            "2025-12-31",
        )

    @pytest.mark.parametrize("continues", [True, False])
    def test_s19_from_the_appointment_on_the_new_members_are_the_council(self, continues: bool) -> None:
        book, _ = self._book(continues=continues)
        before = book.findings("2026-01-14")
        successors = self._succeeded(book)
        there = who_on(book, "2026-02-01").members
        assert ([member.person for member in there], all(member.certain for member in there)) == (successors, True)
        meeting = book.held(successors, day="2026-03-10")
        book.decided(book.put(meeting))
        assert [one.kind for one in book.findings("2026-03-11")] == [one.kind for one in before]
        early = book.refused(
            AttendanceRecorded(meeting=meeting, person=book.people[0], status=AttendanceStatus.PRESENT)
        )
        assert "not a member on 2026-03-10" in early
