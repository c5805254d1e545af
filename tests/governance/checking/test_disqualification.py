"""Given who was inhabil, and who dissented, whether it could be so."""

from typing import Any

import pytest

from events.catalogue import (
    CasePresented,
    CouncilKind,
    DisqualificationDecided,
    DisqualificationRaised,
    DissentEntered,
    MemberArrived,
    MemberLeft,
    NamedVote,
    ProposalMade,
    VoteChoice,
)
from tests.governance.checking.checked_book import CheckedBook

LAW = "forvaltningsloven § 3"


class OneItem(CheckedBook):
    """A council with a meeting that Emil Friis sent an apology for, and one item."""

    def __init__(self, kind: CouncilKind = CouncilKind.SENIORS_COUNCIL) -> None:
        super().__init__(kind=kind)
        self.m = self.held(self.people[:4], away=self.people[4:])
        self.one = self.put(self.m)

    def inhabil(self, person: Any, *, disqualified: bool = True, item: Any = None) -> int:
        return self.given(DisqualificationDecided(item=item or self.one, person=person, disqualified=disqualified))

    def dissents(self, person: Any, **more: Any) -> int:
        return self.given(DissentEntered(item=self.one, person=person, dissent="Det er for dyrt.", **more))

    def votes(self, person: Any, choice: VoteChoice, *, adopted: bool = True) -> int:
        return self.voted(self.one, None, None, adopted=adopted, named=(NamedVote(person=person, choice=choice),))


class TestAbsentAndDisqualified:
    KIND = "absent-disqualified"

    @pytest.mark.parametrize(
        ("kind", "severity"), [(CouncilKind.COMMITTEE, "breach"), (CouncilKind.INTEGRATION_COUNCIL, "doubt")]
    )
    def test_s4_who_is_absent_cannot_be_inhabil(self, kind: CouncilKind, severity: str) -> None:
        book = OneItem(kind)
        decided = book.inhabil(book.people[4])
        found = book.only(self.KIND)
        assert (found.severity, found.entries, found.meeting) == (
            severity,
            [decided, *book.attendance(book.m, book.people[4])],
            book.m,
        )
        assert (found.source, found.rule) == ("ministeriets udtalelse 91.2a.1", None)
        assert book.said(self.KIND) == (
            "Punkt 1, Budget: Emil Friis er erklæret inhabil, men var ikke til stede.",
            "Item 1, Budget: Emil Friis was held to be inhabil, but was not there.",
        )

    def test_who_is_there_can(self) -> None:
        book = OneItem()
        book.inhabil(book.people[0])
        assert not book.found(self.KIND)

    def test_that_an_absent_member_is_not_inhabil_harms_nobody(self) -> None:
        book = OneItem()
        book.inhabil(book.people[4], disqualified=False)
        assert not book.found(self.KIND)

    def test_who_left_the_room_for_it_was_there(self) -> None:
        book = OneItem()
        book.given(DisqualificationRaised(item=book.one, person=book.people[0]))
        book.given(MemberLeft(meeting=book.m, person=book.people[0]), "2023-01-10T15:10")
        book.inhabil(book.people[0])
        book.given(MemberArrived(meeting=book.m, person=book.people[0]), "2023-01-10T15:30")
        book.decided(book.one)
        assert not book.found(self.KIND)

    def test_who_had_left_before_was_not(self) -> None:
        book = OneItem()
        book.decided(book.one)
        book.given(MemberLeft(meeting=book.m, person=book.people[0], item=book.one))
        later = book.put(book.m, "Høring")
        book.inhabil(book.people[0], item=later)
        assert book.only(self.KIND).about["person"] == book.people[0]

    def test_where_nobody_is_listed_nothing_is_known(self) -> None:
        book = OneItem()
        meeting = book.held([], day="2023-02-14")
        book.inhabil(book.people[0], item=book.put(meeting))
        assert not book.found(self.KIND)


class TestUndecided:
    KIND = "disqualification-undecided"

    @pytest.mark.parametrize("decided", [False, True])
    def test_what_is_raised_is_decided(self, decided: bool) -> None:
        book = OneItem()
        raised = book.given(DisqualificationRaised(item=book.one, person=book.people[0]))
        if decided:
            book.inhabil(book.people[0], disqualified=False)
        assert not book.found(self.KIND)
        book.closed(book.m)
        assert [(one.severity, one.entries, one.source) for one in book.found(self.KIND)] == (
            [] if decided else [("doubt", [raised], LAW)]
        )

    def test_in_words(self) -> None:
        book = OneItem()
        book.given(DisqualificationRaised(item=book.one, person=book.people[0]))
        book.closed(book.m)
        assert book.said(self.KIND) == (
            "Punkt 1, Budget: der er rejst spørgsmål om, hvorvidt Anna Ægidius er inhabil, men bogen fortæller ikke,"
            " hvad der blev besluttet.",
            "Item 1, Budget: it was raised whether Anna Ægidius is inhabil, but the book does not tell what was"
            " decided.",
        )


class TestTookPart:
    KIND = "disqualified-took-part"

    def test_who_is_inhabil_leaves_the_room(self) -> None:
        book = OneItem()
        decided = book.inhabil(book.people[0])
        act = book.given(ProposalMade(item=book.one, proposal="Ja.", proposed_by=book.people[0]))
        found = book.only(self.KIND)
        assert (found.severity, found.entries, found.source) == ("breach", [act, decided], LAW)
        assert book.said(self.KIND) == (
            "Punkt 1, Budget: Anna Ægidius var inhabil, men deltog i behandlingen af punktet.",
            "Item 1, Budget: Anna Ægidius was inhabil, and took part in the item all the same.",
        )

    def test_what_was_done_before_it_was_decided_or_by_others_is_no_matter(self) -> None:
        book = OneItem()
        book.given(CasePresented(item=book.one, person=book.people[0]))
        book.inhabil(book.people[0])
        book.given(CasePresented(item=book.one, person=book.people[1]))
        book.dissents(book.people[0], procedural=True)
        assert not book.found(self.KIND)

    def test_nor_is_anything_under_another_item(self) -> None:
        book = OneItem()
        book.inhabil(book.people[0])
        book.given(CasePresented(item=book.put(book.m, "Høring"), person=book.people[0]))
        assert not book.found(self.KIND)


class TestDissent:
    def test_who_was_not_there_has_none(self) -> None:
        book = OneItem(CouncilKind.MUNICIPAL_COUNCIL)
        dissent = book.dissents(book.people[4])
        found = book.only("absent-dissents")
        assert (found.severity, found.source) == ("breach", "kommunestyrelsesloven § 13")
        assert found.entries == [dissent, *book.attendance(book.m, book.people[4])]
        assert book.said("absent-dissents") == (
            "Punkt 1, Budget: Emil Friis fik en mindretalsudtalelse ført til protokols, men var ikke til stede.",
            "Item 1, Budget: Emil Friis had a dissent entered, but was not there.",
        )

    @pytest.mark.parametrize(("procedural", "found"), [(False, 1), (True, 0)])
    def test_s5_who_abstained_may_dissent_from_the_procedure_only(self, procedural: bool, found: int) -> None:
        book = OneItem()
        vote = book.votes(book.people[0], VoteChoice.ABSTAINED)
        dissent = book.dissents(book.people[0], procedural=procedural)
        assert [(one.severity, one.entries, one.source) for one in book.found("abstainer-dissents")] == [
            ("doubt", [dissent, vote], "ministeriets udtalelse 95.1.4")
        ] * found

    def test_s5_in_words(self) -> None:
        book = OneItem()
        book.votes(book.people[0], VoteChoice.ABSTAINED)
        book.dissents(book.people[0])
        assert book.said("abstainer-dissents") == (
            "Punkt 1, Budget: Anna Ægidius undlod at stemme og fik en mindretalsudtalelse ført til protokols, som ikke"
            " drejer sig om sagens behandling.",
            "Item 1, Budget: Anna Ægidius abstained, and had a dissent entered that is not about how the item was dealt"
            " with.",
        )

    @pytest.mark.parametrize(
        ("choice", "adopted", "found"),
        [
            (VoteChoice.FOR, True, 1),
            (VoteChoice.AGAINST, True, 0),
            (VoteChoice.AGAINST, False, 1),
            (VoteChoice.FOR, False, 0),
        ],
    )
    def test_a_dissent_goes_with_the_vote(self, choice: VoteChoice, adopted: bool, found: int) -> None:
        book = OneItem()
        book.votes(book.people[0], choice, adopted=adopted)
        book.dissents(book.people[0])
        assert len(book.found("dissents-from-own-vote")) == found

    def test_who_was_outvoted_on_a_part_may_dissent(self) -> None:
        book = OneItem()
        book.votes(book.people[0], VoteChoice.FOR, adopted=False)
        book.votes(book.people[0], VoteChoice.FOR)
        book.dissents(book.people[0])
        assert not book.found("dissents-from-own-vote")

    def test_own_vote_in_words(self) -> None:
        book = OneItem()
        book.votes(book.people[0], VoteChoice.FOR)
        book.dissents(book.people[0])
        assert book.said("dissents-from-own-vote") == (
            "Punkt 1, Budget: Anna Ægidius fik en mindretalsudtalelse ført til protokols, men stemte, som det blev"
            " besluttet.",
            "Item 1, Budget: Anna Ægidius had a dissent entered, but voted as it was decided.",
        )
