"""Given who joined and who left, whether the council had as many members as it must and may."""

import pytest

from events.catalogue import (
    CouncilKind,
    MemberAppointed,
    MembershipEnded,
    Rules,
    RulesAdopted,
)
from tests.governance.checking.checked_book import CheckedBook
from tests.governance.checking.parameters import shows


class TestLeast:
    KIND = "too-few-members"

    @shows("least_members")
    @pytest.mark.parametrize(
        ("kind", "members", "source"),
        [
            (CouncilKind.INTEGRATION_COUNCIL, 7, "integrationsloven § 42"),
            (CouncilKind.SENIORS_COUNCIL, 5, "retssikkerhedsloven §§ 30-32"),
        ],
    )
    def test_s7_the_council_falls_below_what_the_law_asks_for(
        self, kind: CouncilKind, members: int, source: str
    ) -> None:
        book = CheckedBook(kind=kind, members=members)
        book.held(book.people)
        assert not book.found(self.KIND)
        left = book.given(MembershipEnded(person=book.people[0]), "2023-05-01")
        found = book.only(self.KIND)
        assert (found.severity, found.day, found.meeting, found.entries) == ("breach", "2023-05-01", None, [left])
        assert (found.rule, found.source) == ("least_members", source)

    @shows("least_members")
    @pytest.mark.parametrize(("least", "found"), [(4, 0), (5, 1)])
    def test_or_below_the_rules(self, least: int, found: int) -> None:
        book = CheckedBook(rules=Rules(least_members=least))
        book.held(book.people)
        book.given(MembershipEnded(person=book.people[0]), "2023-05-01")
        assert [(one.source, one.about["members"]) for one in book.found(self.KIND)] == [("adopted", 4)] * found

    def test_until_somebody_joins(self) -> None:
        book = CheckedBook(rules=Rules(least_members=5))
        book.held(book.people)
        first = book.given(MembershipEnded(person=book.people[0]), "2023-05-01")
        second = book.given(MembershipEnded(person=book.people[1]), "2023-06-01")
        for name, day in (("Sofie Bang", "2023-07-01"), ("Tage Bang", "2023-08-01")):
            book.given(MemberAppointed(person=book.person(name)), day)
        assert book.only(self.KIND).entries == [first, second]
        assert book.said(self.KIND) == (
            "Fra 01.05.2023 havde rådet 3 medlemmer og skal have mindst 5. Det varede indtil 01.08.2023.",
            "From 01.05.2023 the council had 3 members, and must have 5 at least. It lasted until 01.08.2023.",
        )

    def test_from_the_first_meeting_on(self) -> None:
        book = CheckedBook(members=3, rules=Rules(least_members=4))
        assert not book.found(self.KIND)
        book.held(book.people)
        found = book.only(self.KIND)
        assert (found.day, len(found.entries)) == ("2023-01-10", 3)
        book = CheckedBook(members=3, rules=Rules(least_members=4))
        book.given(MemberAppointed(person=book.person("Sofie Bang")), "2022-01-01")
        book.held(book.people)
        assert not book.found(self.KIND)

    def test_who_may_still_be_a_member_counts(self) -> None:
        book = CheckedBook(rules=Rules(least_members=5))
        book.held(book.people)
        book.given(MembershipEnded(person=book.people[0]), "2023-05-01/2027-05-01")
        assert not book.found(self.KIND)

    def test_rules_may_come_to_ask_for_more(self) -> None:
        book = CheckedBook()
        book.held(book.people)
        adopted = book.given(RulesAdopted(rules=Rules(least_members=6)), "2023-03-01")
        assert book.only(self.KIND).entries == [adopted]


class TestMost:
    KIND = "too-many-members"

    @shows("most_members")
    @pytest.mark.parametrize(("most", "found"), [(5, 1), (6, 0)])
    def test_no_more_than_the_rules_say(self, most: int, found: int) -> None:
        book = CheckedBook(rules=Rules(most_members=most))
        book.held(book.people)
        joined = book.given(MemberAppointed(person=book.person("Sofie Bang")), "2023-05-01")
        assert [(one.severity, one.day, one.entries, one.rule) for one in book.found(self.KIND)] == [
            ("breach", "2023-05-01", [joined], "most_members")
        ] * found

    def test_in_words(self) -> None:
        book = CheckedBook(rules=Rules(most_members=5))
        book.held(book.people)
        book.given(MemberAppointed(person=book.person("Sofie Bang")), "2023-05-01")
        assert book.said(self.KIND) == (
            "Fra 01.05.2023 havde rådet 6 medlemmer og må højst have 5.",
            "From 01.05.2023 the council had 6 members, and may have 5 at most.",
        )

    def test_who_has_no_vote_is_none(self) -> None:
        book = CheckedBook(rules=Rules(most_members=5))
        book.held(book.people)
        book.given(MemberAppointed(person=book.person("Sofie Bang"), votes=False), "2023-05-01")
        assert not book.found(self.KIND)
