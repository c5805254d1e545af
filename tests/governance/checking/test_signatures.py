"""Given who signed the minutes, whether those did who should."""

from typing import Any

import pytest

from events.catalogue import (
    ApprovalRule,
    AttendanceStatus,
    CouncilKind,
    MeetingKind,
    Office,
    OfficerElected,
    OrdstyrerElected,
    PresidingRole,
    ReferentNamed,
    Rules,
    SignerRule,
)
from tests.governance.checking.kept_book import JANUARY, MARCH, NEXT, KeptBook
from tests.governance.checking.parameters import shows


class TestSigned:
    def _book(self, rule: SignerRule, *hands: int, **more: Any) -> tuple[KeptBook, Any, list[int]]:
        """A meeting that Anna, the chair, and Bo attended and Carl wrote up; who signed is told by their places."""
        book = KeptBook(rules=Rules(approval=NEXT, signers=rule, meetings_a_year=1), **more)
        book.given(OfficerElected(person=book.people[0], office=Office.CHAIR), "2020-01-02")
        meeting = book.held(book.people[:3], away=book.people[3:])
        book.given(ReferentNamed(meeting=meeting, person=book.people[2]))
        book.over(meeting)
        issued = book.issued(meeting)
        signed = [book.signed(meeting, book.people[hand]) for hand in hands]
        book.approved(book.went(MARCH), JANUARY)
        return book, meeting, [issued, *signed]

    @shows("signers")
    @pytest.mark.parametrize(
        ("rule", "hands", "missing"),
        [
            (SignerRule.ALL_PRESENT, (0, 1, 2), ()),
            (SignerRule.ALL_PRESENT, (0,), (1, 2)),
            (SignerRule.CHAIR, (0,), ()),
            (SignerRule.CHAIR, (1,), (0,)),
            (SignerRule.CHAIR_AND_SECRETARY, (0, 2), ()),
            (SignerRule.CHAIR_AND_SECRETARY, (0,), (2,)),
            (SignerRule.REFERENT, (2,), ()),
            (SignerRule.REFERENT, (0,), (2,)),
            (SignerRule.NOBODY, (1,), ()),
        ],
    )
    def test_those_whom_the_rule_names(
        self, rule: SignerRule, hands: tuple[int, ...], missing: tuple[int, ...]
    ) -> None:
        book, meeting, entries = self._book(rule, *hands)
        found = next((one for one in book.found("minutes-not-signed") if one.meeting == meeting), None)
        assert (found is not None) == bool(missing)
        if found is not None:
            people = ",".join(book.people[one] for one in missing)
            assert (found.severity, found.entries, found.rule) == ("breach", entries, "signers")
            assert found.about["people"] == people

    def test_a_book_without_signatures_tells_nothing(self) -> None:
        book, _, _ = self._book(SignerRule.ALL_PRESENT)
        assert not book.found("minutes-not-signed")

    def test_there_is_time_until_they_are_approved(self) -> None:
        book = KeptBook(rules=Rules(approval=NEXT, signers=SignerRule.ALL_PRESENT))
        meeting = book.went()
        book.signed(meeting, book.people[0])
        assert not book.found("minutes-not-signed")

    def test_the_law_has_everybody_sign(self) -> None:
        book = KeptBook(kind=CouncilKind.MUNICIPAL_COUNCIL)
        meeting = book.went()
        for person in book.people[1:]:
            book.signed(meeting, person)
        book.went(MARCH)
        found = [one for one in book.found("minutes-not-signed") if one.meeting == meeting]
        assert [(one.rule, one.source) for one in found] == [("signers", "kommunestyrelsesloven § 13")]

    def test_where_each_member_approves_each_signs(self) -> None:
        rules = Rules(approval=ApprovalRule.EACH_MEMBER, signers=SignerRule.CHAIR)
        book = KeptBook(rules=rules)
        meeting = book.went()
        book.signed(meeting, book.people[0])
        book.went(MARCH)
        found = [one for one in book.found("minutes-not-signed") if one.meeting == meeting]
        assert [(one.rule, one.about["count"]) for one in found] == [("approval", 4)]

    @pytest.mark.parametrize(
        ("rule", "hand", "found"),
        [(SignerRule.DIRIGENT, 5, False), (SignerRule.DIRIGENT, 0, True), (SignerRule.DIRIGENT_AND_CHAIR, 5, True)],
    )
    def test_at_a_general_meeting_the_dirigent(self, rule: SignerRule, hand: int, found: bool) -> None:
        book = KeptBook(kind=CouncilKind.OTHER, rules=Rules(signers=rule, approval=NEXT)).chaired()
        people = [*book.people, book.person("Dirigent Dam")]
        meeting = book.planned()
        book.opened(meeting)
        book.given(OrdstyrerElected(meeting=meeting, person=people[5], role=PresidingRole.DIRIGENT))
        book.over(meeting)
        book.issued(meeting)
        book.signed(meeting, people[hand])
        book.went(MARCH)
        assert bool([one for one in book.found("minutes-not-signed") if one.meeting == meeting]) is found

    def test_the_dirigent_of_an_association(self) -> None:
        book = KeptBook(kind=CouncilKind.ASSOCIATION_BOARD)
        meeting = book.planned(kind=MeetingKind.GENERAL_MEETING)
        book.opened(meeting)
        dirigent = book.person("Dirigent Dam")
        book.given(OrdstyrerElected(meeting=meeting, person=dirigent, role=PresidingRole.DIRIGENT))
        book.over(meeting)
        book.issued(meeting)
        book.signed(meeting, book.people[0])
        book.approved(book.went(MARCH), JANUARY)
        (found,) = [one for one in book.found("minutes-not-signed") if one.meeting == meeting]
        assert found.about["people"] == dirigent

    def test_it_names_them(self) -> None:
        book, _, _ = self._book(SignerRule.CHAIR, 1)
        found = [one for one in book.found("minutes-not-signed") if one.day == JANUARY]
        assert len(found) == 1
        book, _, _ = self._book(SignerRule.REFERENT, 0)
        assert book.said("minutes-not-signed") == (
            "Carl Åkjær har ikke underskrevet referatet af 10.01.2023.",
            "Carl Åkjær has not signed the minutes of 10.01.2023.",
        )

    @pytest.mark.parametrize(("rule", "found"), [(SignerRule.ALL_PRESENT, True), (SignerRule.CHAIR, False)])
    def test_nobody_signs_who_was_away(self, rule: SignerRule, found: bool) -> None:
        book = KeptBook(rules=Rules(signers=rule))
        meeting = book.held(book.people[:4])
        book.attends(meeting, book.people[4], AttendanceStatus.ABSENT)
        book.over(meeting)
        book.issued(meeting)
        book.signed(meeting, book.people[0])
        entry = book.signed(meeting, book.people[4])
        shown = [entry, *book.attendance(meeting, book.people[4])]
        assert book.shown("signed-by-one-away") == ([("doubt", meeting, shown)] if found else [])
        if found:
            assert book.said("signed-by-one-away") == (
                "Emil Friis har underskrevet referatet af 10.01.2023 uden at have været til stede.",
                "Emil Friis signed the minutes of 10.01.2023 without having been there.",
            )
