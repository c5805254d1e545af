"""Given terms, appointments and offices, whether who acted had a seat; and the fee for it."""

from typing import Any

import pytest

from events.catalogue import (
    Authority,
    AuthorityKind,
    CouncilDissolved,
    EntryCorrected,
    GuestAttended,
    MemberAppointed,
    MemberReappointed,
    MembershipEnded,
    Office,
    OfficerElected,
    OrdstyrerElected,
    PresidingRole,
    ProposalMade,
    Rules,
    StatementEntered,
)
from governance.state.rules import rules_in_force
from governance.views.fees import fees
from tests.governance.checking.checked_book import NAMES, CheckedBook
from tests.governance.checking.parameters import shows


class TestAfterTheTerm:
    KIND = "decided-after-term"

    def _book(self, *, continues: bool) -> tuple[CheckedBook, Any, int]:
        book = CheckedBook(rules=Rules(continues_until_successor=continues), until="2022-12-31")
        meeting = book.held(book.people)
        return book, meeting, book.decided(book.put(meeting))

    @shows("continues_until_successor")
    @pytest.mark.parametrize(("continues", "found"), [(False, 1), (True, 0)])
    def test_s19_the_council_goes_on_where_the_rules_say_so(self, continues: bool, found: int) -> None:
        book, meeting, decision = self._book(continues=continues)
        assert [(one.severity, one.meeting, one.entries, one.rule) for one in book.found(self.KIND)] == [
            ("breach", meeting, [decision], "continues_until_successor")
        ] * found
        assert not book.found("no-quorum", "too-few-members")

    def test_not_before_the_day_or_after_being_reappointed(self) -> None:
        book = CheckedBook(rules=Rules(continues_until_successor=False), until="2022-12-31")
        book.decided(book.put(book.held(book.people, day="2022-12-31")))
        for person in book.people:
            book.given(MemberReappointed(person=person, until="2026-12-31"), "2023-01-01")
        book.decided(book.put(book.held(book.people)))
        assert not book.found(self.KIND)

    @shows("continues_until_successor")
    @pytest.mark.parametrize(("continues", "found"), [(False, 0), (True, 1)])
    def test_who_goes_on_counts_for_the_quorum(self, continues: bool, found: int) -> None:
        book = CheckedBook(rules=Rules(continues_until_successor=continues), until="2022-12-31")
        meeting = book.held(book.people[:1], away=book.people[1:])
        book.decided(book.put(meeting))
        assert len(book.found("no-quorum")) == found

    def test_successors_take_over(self) -> None:
        book = CheckedBook(until="2022-12-31")
        others = [book.person(name) for name in ("Sofie Bang", "Tage Bang", "Ulla Dahl")]
        for person in others:
            book.given(MemberAppointed(person=person), "2023-01-01")
        book.decided(book.put(book.held(others)))
        assert not book.found(self.KIND, "no-quorum")

    def test_in_words(self) -> None:
        book, _, _ = self._book(continues=False)
        people = ", ".join(NAMES[:5])
        assert book.said(self.KIND) == (
            f"Mødet traf beslutning, efter at funktionsperioden udløb 31.12.2022. Medlemmer indtil da: {people}.",
            f"The meeting decided after the term had run out on 31.12.2022. Members until then: {people}.",
        )

    def test_after_dissolution(self) -> None:
        book = CheckedBook()
        dissolved = book.given(CouncilDissolved(), "2022-12-31")
        meeting = book.held(book.people)
        decision = book.decided(book.put(meeting))
        found = book.only("decided-after-dissolution")
        assert (found.severity, found.meeting, found.entries) == ("breach", meeting, [decision, dissolved])
        assert book.said("decided-after-dissolution") == (
            "Mødet traf beslutning, efter at rådet var nedlagt 31.12.2022.",
            "The meeting decided after the council had been dissolved on 31.12.2022.",
        )

    def test_on_the_day_it_still_decides(self) -> None:
        book = CheckedBook()
        book.given(CouncilDissolved(), "2023-01-10")
        book.decided(book.put(book.held(book.people)))
        assert not book.found("decided-after-dissolution")


class TestActing:
    EARLY, LATE = "acted-before-appointment", "acted-after-leaving"

    @pytest.mark.parametrize(("day", "found"), [("2023-02-01", 1), ("2023-01-10", 0)])
    def test_s11_nobody_acts_before_the_appointment_takes_effect(self, day: str, found: int) -> None:
        book = CheckedBook()
        sofie = book.person("Sofie Bang")
        appointed = book.given(MemberAppointed(person=sofie), day)
        meeting = book.held(book.people)
        item = book.put(meeting)
        proposal = book.given(ProposalMade(item=item, proposal="Ja.", proposed_by=sofie))
        said = book.given(StatementEntered(item=item, person=sofie, statement="Enig."))
        assert [(one.severity, one.meeting, one.entries) for one in book.found(self.EARLY)] == [
            ("breach", meeting, [proposal, said, appointed])
        ] * found

    def test_s11_an_appointment_that_turns_out_to_be_later(self) -> None:
        book = CheckedBook()
        sofie = book.person("Sofie Bang")
        appointed = book.given(MemberAppointed(person=sofie), "2023-01-01")
        attended = book.attends(book.held(book.people), sofie)
        book.given(
            EntryCorrected(
                entry=appointed,
                replacement=MemberAppointed(person=sofie),
                effective="2023-02-01",  # type: ignore[arg-type]
                reason="Udpeget fra 1. februar.",
                authority=Authority(kind=AuthorityKind.WRITTEN_PROCEDURE),
            )
        )
        assert book.only(self.EARLY).entries == [attended, appointed]
        assert book.said(self.EARLY) == (
            "Sofie Bang deltog som medlem, men er det først fra 01.02.2023.",
            "Sofie Bang took part as a member, but is one from 01.02.2023 only.",
        )

    def test_a_guest_may_say_something(self) -> None:
        book = CheckedBook()
        sofie = book.person("Sofie Bang")
        meeting = book.held(book.people)
        book.given(GuestAttended(meeting=meeting, person=sofie))
        book.given(MemberAppointed(person=sofie), "2023-02-01")
        book.given(StatementEntered(item=book.put(meeting), person=sofie, statement="Enig."))
        assert not book.found(self.EARLY)

    @pytest.mark.parametrize(("day", "found"), [("2023-01-10", 1), ("2023-01-11", 0)])
    def test_nor_after_having_left(self, day: str, found: int) -> None:
        book = CheckedBook()
        meeting = book.held(book.people[1:])
        attended = book.attends(meeting, book.people[0])
        left = book.given(MembershipEnded(person=book.people[0]), day)
        assert [(one.severity, one.entries) for one in book.found(self.LATE)] == [("breach", [attended, left])] * found

    def test_after_having_left_in_words(self) -> None:
        book = CheckedBook()
        book.held(book.people)
        book.given(MembershipEnded(person=book.people[0]), "2023-01-01")
        assert book.said(self.LATE) == (
            "Anna Ægidius deltog som medlem, men var det ikke længere fra 01.01.2023.",
            "Anna Ægidius took part as a member, but was none any more from 01.01.2023.",
        )

    def test_a_stand_in_who_was_called_in_may(self) -> None:
        book = CheckedBook()
        stand_in = book.stand_in("Sofie Bang")
        meeting = book.held(book.people[:4], away=book.people[4:])
        book.called(stand_in, book.people[4], meeting=meeting)
        book.attends(meeting, stand_in)
        book.given(MemberAppointed(person=stand_in), "2023-02-01")
        assert not book.found(self.EARLY)


class TestOffices:
    def test_who_leaves_holds_the_chair_no_more(self) -> None:
        book = CheckedBook()
        elected = book.given(OfficerElected(person=book.people[0], office=Office.CHAIR), "2020-01-02")
        left = book.given(MembershipEnded(person=book.people[0]), "2022-12-01")
        assert not book.found("office-without-seat")
        book.held(book.people[1:])
        found = book.only("office-without-seat")
        assert (found.severity, found.day, found.entries) == ("doubt", "2023-01-10", [elected, left])
        assert book.said("office-without-seat") == (
            "Anna Ægidius er ikke medlem længere fra 01.12.2022, men har stadig et hverv: formand.",
            "Anna Ægidius is no member any more from 01.12.2022, but still holds an office: chair.",
        )

    def test_not_where_the_next_meeting_elects_another(self) -> None:
        book = CheckedBook()
        book.given(OfficerElected(person=book.people[0], office=Office.CHAIR), "2020-01-02")
        book.given(MembershipEnded(person=book.people[0]), "2022-12-01")
        meeting = book.held(book.people[1:])
        book.given(OfficerElected(person=book.people[1], office=Office.CHAIR, meeting=meeting))
        assert not book.found("office-without-seat")

    def test_nor_for_an_office_that_anybody_holds(self) -> None:
        book = CheckedBook()
        book.given(OfficerElected(person=book.people[0], office=Office.AUDITOR), "2020-01-02")
        book.given(MembershipEnded(person=book.people[0]), "2022-12-01")
        book.held(book.people[1:])
        assert not book.found("office-without-seat")

    def test_an_office_before_the_membership(self) -> None:
        book = CheckedBook()
        sofie = book.person("Sofie Bang")
        appointed = book.given(MemberAppointed(person=sofie), "2022-01-01")
        elected = book.given(OfficerElected(person=sofie, office=Office.CHAIR), "2022-01-01")
        assert not book.found("office-before-seat")
        book.given(
            EntryCorrected(
                entry=appointed,
                replacement=MemberAppointed(person=sofie),
                effective="2022-02-01",  # type: ignore[arg-type]
                reason="Udpeget fra 1. februar.",
                authority=Authority(kind=AuthorityKind.WRITTEN_PROCEDURE),
            )
        )
        assert book.only("office-before-seat").entries == [elected, appointed]
        assert book.said("office-before-seat") == (
            "Sofie Bang er valgt til et hverv (formand), men bliver først medlem 01.02.2022.",
            "Sofie Bang holds an office (chair), but becomes a member on 01.02.2022 only.",
        )

    @pytest.mark.parametrize(("role", "found"), [(PresidingRole.CHAIR, 1), (PresidingRole.ORDSTYRER, 0)])
    def test_s11_nobody_leads_as_chair_before_being_in_office(self, role: PresidingRole, found: int) -> None:
        book = CheckedBook()
        book.given(OfficerElected(person=book.people[0], office=Office.CHAIR), "2023-02-01")
        meeting = book.held(book.people)
        led = book.given(OrdstyrerElected(meeting=meeting, person=book.people[0], role=role))
        assert [(one.severity, one.entries) for one in book.found("led-before-office")] == [("doubt", [led])] * found

    def test_leading_early_in_words(self) -> None:
        book = CheckedBook()
        book.given(OfficerElected(person=book.people[0], office=Office.CHAIR), "2023-02-01")
        meeting = book.held(book.people)
        book.given(OrdstyrerElected(meeting=meeting, person=book.people[0], role=PresidingRole.CHAIR))
        assert book.said("led-before-office") == (
            "Anna Ægidius ledede mødet som formand, men er det først fra 01.02.2023.",
            "Anna Ægidius led the meeting as chair, but holds the office from 01.02.2023 only.",
        )


@shows("fee")
@pytest.mark.parametrize("fee", [20500, 41000])
def test_the_fee_is_that_of_the_rules(fee: int) -> None:
    book = CheckedBook(rules=Rules(fee=fee))
    book.held(book.people[:3], away=book.people[3:])
    of_rules = rules_in_force(book.draft.fold, "2023-01-10").values.fee
    assert of_rules is not None
    assert fees(book.state, None, None, of_rules).total == 3 * fee
