"""Scenarios S1 to S5: how votes come out, who must be there, and who may not take part."""

from typing import Any

import pytest

from events.catalogue import (
    CouncilKind,
    DisqualificationDecided,
    DisqualificationRaised,
    DissentEntered,
    ItemOpened,
    MemberLeft,
    VoteChoice,
)
from events.event import Event
from governance.language import speak
from governance.wording.lines import line
from tests.governance.checking.kept_book import KeptBook
from tests.governance.checking.voting_book import ABSTAINED, AGAINST, FOR, by_name

THE_NEXT_DAY = "2023-01-11"


def council(kind: CouncilKind = CouncilKind.MUNICIPAL_COUNCIL, members: int = 5) -> KeptBook:
    return KeptBook(kind=kind, members=members)


def voting(book: KeptBook, item: Any, choices: dict[Any, VoteChoice], *, adopted: bool) -> int:
    """Hold a vote by name and return its entry."""
    said = list(choices.values())
    return book.voted(
        item,
        said.count(FOR),
        said.count(AGAINST),
        abstained=said.count(ABSTAINED),
        adopted=adopted,
        named=by_name(*choices.items()),
    )


def told(book: KeptBook, event: Event) -> str:
    speak("da")
    words = line(book.draft.fold, event)
    speak("en")
    return words


class TestS1:
    """Most of the votes cast decide, not most of the members (statement 18.1.2): of five, two against one is enough."""

    def _vote(self, *choices: VoteChoice, adopted: bool) -> tuple[KeptBook, Any, int]:
        book = council(CouncilKind.COMMITTEE)
        item = book.put(book.held(book.people))
        return book, item, voting(book, item, dict(zip(book.people, choices, strict=True)), adopted=adopted)

    def test_s1_two_for_one_against_and_two_neither_is_adopted(self) -> None:
        book, item, _ = self._vote(FOR, FOR, AGAINST, ABSTAINED, ABSTAINED, adopted=True)
        (vote,) = book.item(item).votes
        assert (vote.votes_for, vote.votes_against, vote.abstained, vote.adopted) == (2, 1, 2, True)
        assert (book.item(item).outcome, book.item(item).outcome_detail) == ("decided", "by-vote")
        assert book.findings(THE_NEXT_DAY) == []

    def test_s1_one_for_two_against_and_two_neither_is_not(self) -> None:
        book, item, vote = self._vote(FOR, AGAINST, AGAINST, ABSTAINED, ABSTAINED, adopted=True)
        (found,) = book.findings(THE_NEXT_DAY)
        assert (found.kind, found.severity, found.entries) == ("adopted-without-majority", "breach", [vote])
        assert (found.source, found.about["item"]) == ("kommunestyrelsesloven § 20", item)
        book, item, _ = self._vote(FOR, AGAINST, AGAINST, ABSTAINED, ABSTAINED, adopted=False)
        assert (book.item(item).outcome, book.findings(THE_NEXT_DAY)) == ("rejected", [])


def test_s2_the_quorum_is_lost_when_a_member_leaves_and_the_next_decision_is_flagged() -> None:
    """Seven members, so four must be there (kommunestyrelsesloven section 11); four are, until one leaves."""
    book = council(members=7)
    meeting = book.held(book.people[:4], away=book.people[4:])
    one, two, three = (book.put(meeting, title) for title in ("Budget", "Høring", "Udflugt"))
    for item, at in ((one, "15:05"), (two, "16:20"), (three, "16:40")):
        book.given(ItemOpened(item=item), f"2023-01-10T{at}")
        if item == one:
            book.decided(item)
            assert book.findings(THE_NEXT_DAY) == []
            left = book.given(MemberLeft(meeting=meeting, person=book.people[3]), "2023-01-10T16:10")
    decision = book.decided(two)
    (found,) = book.findings(THE_NEXT_DAY)
    assert (found.kind, found.severity, found.meeting) == ("no-quorum", "breach", meeting)
    assert found.entries == [decision, left, *book.attendance(meeting, *book.people[4:])]
    assert (found.source, found.about["present"], found.about["needed"]) == ("kommunestyrelsesloven § 11", 3, 4)
    assert book.said("no-quorum")[0] == (
        "Punkt 2, Høring: kun 3 af 7 medlemmer var til stede; der skal 4 til at træffe beslutning. Ikke i lokalet: "
        "Dorte Holm."
    )
    (dorte,) = [held for held in book.meeting(meeting).attendance if held.member == book.people[3]]
    assert [(held.from_time, held.to_time) for held in dorte.present] == [(None, "16:10")]
    book.postponed(three)
    assert len(book.findings(THE_NEXT_DAY)) == 1, "to put an item off takes no quorum"


class TestS3:
    """Three of five members are there, which is enough until one is inhabil and leaves the room (section 14)."""

    def _book(self) -> tuple[KeptBook, Any, Any, Any]:
        book = council()
        meeting = book.held(book.people[:3], away=book.people[3:])
        grant, budget = book.put(meeting, "Tilskud"), book.put(meeting, "Budget")
        book.given(DisqualificationRaised(item=grant, person=book.people[2], reason="Formand for foreningen"))
        book.given(DisqualificationDecided(item=grant, person=book.people[2], disqualified=True))
        return book, meeting, grant, budget

    def _sofie(self, book: KeptBook, meeting: Any, item: Any) -> Any:
        sofie = book.stand_in("Sofie Bang")
        book.called(sofie, book.people[2], meeting=meeting, item=item)
        book.attends(meeting, sofie)
        return sofie

    def test_s3_without_a_stand_in_the_quorum_is_lost_under_the_item_alone(self) -> None:
        book, _, grant, budget = self._book()
        decision = book.decided(grant)
        book.decided(budget)
        (found,) = book.findings(THE_NEXT_DAY)
        assert (found.kind, book.decisions_of(found), found.about["present"]) == ("no-quorum", [decision], 2)
        assert found.about["gone"] == book.people[2]

    def test_s3_a_stand_in_enters_for_the_item_and_counts_in_quorum_and_majority(self) -> None:
        book, meeting, grant, budget = self._book()
        anna, bo, carl = book.people[:3]
        sofie = self._sofie(book, meeting, grant)
        voting(book, grant, {anna: FOR, bo: AGAINST, sofie: FOR}, adopted=True)
        voting(book, budget, {anna: FOR, bo: AGAINST, carl: FOR}, adopted=True)
        assert book.findings(THE_NEXT_DAY) == []
        (held,) = book.item(grant).disqualifications
        assert (held.member, held.disqualified) == (carl, True)
        (call,) = book.state.stand_in_calls
        assert (call.person, call.member, call.item) == (sofie, carl, grant)

    def test_s3_the_vote_of_who_is_inhabil_is_flagged(self) -> None:
        book, meeting, grant, _ = self._book()
        self._sofie(book, meeting, grant)
        anna, bo, carl = book.people[:3]
        vote = voting(book, grant, {anna: FOR, bo: AGAINST, carl: FOR}, adopted=True)
        (found,) = book.findings(THE_NEXT_DAY)
        assert (found.kind, found.severity, found.entries[0]) == ("disqualified-voted", "breach", vote)
        assert (found.source, found.about["person"]) == ("kommunestyrelsesloven § 14", carl)

    def test_s3_and_that_of_the_stand_in_under_another_item(self) -> None:
        book, meeting, grant, budget = self._book()
        sofie = self._sofie(book, meeting, grant)
        anna, bo = book.people[:2]
        voting(book, grant, {anna: FOR, bo: AGAINST, sofie: FOR}, adopted=True)
        vote = voting(book, budget, {anna: FOR, bo: AGAINST, sofie: FOR}, adopted=True)
        (found,) = book.findings(THE_NEXT_DAY)
        assert (found.kind, found.entries[0], found.about["person"]) == ("voted-without-vote", vote, sofie)


_BY_STATEMENT = "ministeriets udtalelse 91.2a.1"


@pytest.mark.parametrize(("there", "found"), [(False, 1), (True, 0)])
def test_s4_an_absent_member_cannot_be_declared_inhabil(there: bool, found: int) -> None:
    """By statement 91.2a.1. The book records what the council did all the same, and the check finds it."""
    book = council()
    meeting = book.held(book.people[: 5 if there else 4], away=book.people[5 if there else 4 :])
    item = book.put(meeting, "Tilskud")
    decided = DisqualificationDecided(item=item, person=book.people[4], disqualified=True)
    number = book.given(decided)
    assert "Emil Friis" in told(book, decided)
    book.decided(item)
    assert [(one.kind, one.severity, one.entries, one.source) for one in book.findings(THE_NEXT_DAY)] == [
        ("absent-disqualified", "breach", [number, *book.attendance(meeting, book.people[4])], _BY_STATEMENT)
    ] * found


@pytest.mark.parametrize(
    ("choice", "procedural", "kind"),
    [
        (ABSTAINED, False, "abstainer-dissents"),
        (ABSTAINED, True, None),
        (AGAINST, False, None),
        (FOR, False, "dissents-from-own-vote"),
    ],
)
def test_s5_an_abstainers_dissent_from_the_decision_itself_is_doubtful(
    choice: VoteChoice, procedural: bool, kind: str | None
) -> None:
    """Who abstained may minute dissent about the procedure only; a statement goes with the vote (statement 95.1.4)."""
    book = council()
    item = book.put(book.held(book.people))
    *others, emil = book.people
    vote = voting(book, item, {**dict.fromkeys(others, FOR), emil: choice}, adopted=True)
    dissent = DissentEntered(item=item, person=emil, dissent="Forslaget er for dyrt.", procedural=procedural)
    number = book.given(dissent)
    assert [(one.kind, one.severity, one.entries, one.source) for one in book.findings(THE_NEXT_DAY)] == (
        [(kind, "doubt", [number, vote], "ministeriets udtalelse 95.1.4")] if kind else []
    )
    assert [(held.person, held.dissent) for held in book.item(item).dissents] == [(emil, "Forslaget er for dyrt.")]
