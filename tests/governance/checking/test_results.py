"""Given votes, whether they came out as the rules say."""

from typing import Any

import pytest

from events.catalogue import (
    AmendmentMoved,
    CouncilKind,
    GroupVote,
    ItemKind,
    Office,
    OfficerElected,
    OrdstyrerElected,
    ProposalMade,
    Rules,
    TieRule,
)
from tests.governance.checking.parameters import shows
from tests.governance.checking.voting_book import AGAINST, FOR, RESULTS, Voting, by_name


class TestMajority:
    def test_s1_two_for_one_against_and_two_neither_is_adopted(self) -> None:
        book = Voting(kind=CouncilKind.COMMITTEE)
        book.vote(2, 1, abstained=2)
        assert not book.results()

    @pytest.mark.parametrize(
        ("votes_for", "against", "adopted", "found"),
        [
            (2, 3, True, ["adopted-without-majority"]),
            (2, 3, False, []),
            (3, 2, False, ["rejected-though-carried"]),
            (None, 2, True, []),
            (3, None, False, []),
        ],
    )
    def test_the_majority_decides(
        self, votes_for: int | None, against: int | None, adopted: bool, found: list[str]
    ) -> None:
        book = Voting(kind=CouncilKind.MUNICIPAL_COUNCIL)
        vote = book.vote(votes_for, against, adopted=adopted)
        assert book.results() == found
        assert [(one.severity, one.entries, one.source) for one in book.found(*RESULTS)] == [
            ("breach", [vote], "kommunestyrelsesloven § 11")
        ] * len(found)

    @pytest.mark.parametrize(
        ("kind", "severity", "source"),
        [
            (CouncilKind.COMMITTEE, "breach", "kommunestyrelsesloven § 20"),
            (CouncilKind.SENIORS_COUNCIL, "doubt", "ministeriets udtalelse 18.1.2"),
            (CouncilKind.ASSOCIATION_BOARD, "doubt", "usual"),
        ],
    )
    def test_only_a_law_is_broken(self, kind: CouncilKind, severity: str, source: str) -> None:
        book = Voting(kind=kind)
        book.vote(2, 3, adopted=True)
        found = book.only("adopted-without-majority")
        assert (found.severity, found.source) == (severity, source)

    def test_by_name_and_by_group_too(self) -> None:
        book = Voting()
        book.vote(
            adopted=True, named=by_name((book.people[0], FOR), (book.people[1], AGAINST), (book.people[2], AGAINST))
        )
        other = book.put(book.m, "Høring")
        groups = (GroupVote(group="A", choice=FOR, count=1), GroupVote(group="V", choice=AGAINST, count=4))
        book.voted(other, None, None, adopted=True, groups=groups)
        assert book.results() == ["adopted-without-majority"] * 2

    def test_what_does_not_add_up_is_found_once(self) -> None:
        book = Voting()
        book.vote(9, 10, named=by_name((book.people[0], AGAINST)))
        assert [one.kind for one in book.findings() if one.kind in (*RESULTS, "more-votes-than-voters")] == []
        assert book.only("vote-does-not-add-up")

    def test_an_association_may_ask_for_more_than_half(self) -> None:
        book = Voting(kind=CouncilKind.ASSOCIATION_BOARD)
        book.vote(3, 2, adopted=False)
        assert book.only("rejected-though-carried").severity == "doubt"

    def test_in_words(self) -> None:
        book = Voting()
        book.vote(1, 3)
        book.voted(book.put(book.m, "Høring"), 3, 1, adopted=False)
        assert [book.said(kind) for kind in RESULTS[:2]] == [
            (
                "Punkt 1, Budget: vedtaget med 1 stemme for og 3 imod.",
                "Item 1, Budget: adopted with 1 vote for and 3 against.",
            ),
            (
                "Punkt 2, Høring: forkastet med 3 stemmer for og 1 imod.",
                "Item 2, Høring: rejected with 3 votes for and 1 against.",
            ),
        ]


CASES: list[tuple[TieRule, dict[str, Any], list[str]]] = [
    (TieRule.FALLS, {"adopted": False}, []),
    (TieRule.FALLS, {"adopted": True}, ["adopted-though-tied"]),
    (TieRule.FALLS, {"adopted": True, "casting_vote": FOR}, ["casting-vote-not-allowed"]),
    (TieRule.FALLS, {"adopted": True, "lots": True}, ["lots-not-allowed"]),
    (TieRule.CHAIR_DECIDES, {"adopted": True, "casting_vote": FOR}, []),
    (TieRule.CHAIR_DECIDES, {"adopted": False, "casting_vote": FOR}, ["otherwise-than-casting-vote"]),
    (TieRule.CHAIR_DECIDES, {"adopted": False}, ["tie-without-casting-vote"]),
    (TieRule.CHAIR_DECIDES, {"adopted": True, "lots": True}, ["lots-not-allowed"]),
    (TieRule.LOTS, {"adopted": True, "lots": True}, []),
    (TieRule.LOTS, {"adopted": True}, ["tie-without-lots"]),
    (TieRule.LOTS, {"adopted": True, "casting_vote": FOR}, ["casting-vote-not-allowed"]),
]


class TestTies:
    @shows("tie")
    @pytest.mark.parametrize(("rule", "fields", "found"), CASES)
    def test_a_tie_is_settled_as_the_rules_say(self, rule: TieRule, fields: dict[str, Any], found: list[str]) -> None:
        book = Voting(rules=Rules(tie=rule))
        vote = book.vote(2, 2, **fields)
        assert [(one.kind, one.severity, one.entries, one.rule) for one in book.found(*RESULTS)] == [
            (kind, "breach", [vote], "tie") for kind in found
        ]

    @shows("tie_in_elections")
    @pytest.mark.parametrize(("rule", "fields", "found"), CASES)
    def test_and_in_an_election(self, rule: TieRule, fields: dict[str, Any], found: list[str]) -> None:
        other = TieRule.FALLS if rule is not TieRule.FALLS else TieRule.LOTS
        book = Voting(rules=Rules(tie_in_elections=rule, tie=other), item=ItemKind.ELECTION)
        book.vote(2, 2, **fields)
        assert [(one.kind, one.rule) for one in book.found(*RESULTS)] == [(kind, "tie_in_elections") for kind in found]

    @pytest.mark.parametrize(
        ("fields", "found"),
        [({"casting_vote": FOR}, "casting-vote-without-tie"), ({"lots": True}, "lots-without-tie")],
    )
    def test_without_a_tie_there_is_nothing_to_settle(self, fields: dict[str, Any], found: str) -> None:
        book = Voting(rules=Rules(tie=TieRule.CHAIR_DECIDES))
        book.vote(3, 2, **fields)
        assert book.results() == [found]

    def test_a_unanimous_vote_is_no_tie(self) -> None:
        book = Voting(rules=Rules(tie=TieRule.LOTS))
        book.vote(unanimous=True, lots=True)
        book.vote(unanimous=True)
        book.vote(unanimous=True, adopted=False)
        book.vote(3, unanimous=True, abstained=2)
        assert book.results() == ["lots-without-tie"]
        assert book.said("lots-without-tie") == (
            "Punkt 1, Budget: der er trukket lod, men der var ikke stemmelighed: enstemmigt.",
            "Item 1, Budget: lots were drawn, but there was no tie: unanimous.",
        )

    @pytest.mark.parametrize("presided", [False, True])
    def test_the_casting_vote_is_that_of_who_presides(self, presided: bool) -> None:
        book = Voting(4, rules=Rules(tie=TieRule.CHAIR_DECIDES))
        book.given(OfficerElected(person=book.people[4], office=Office.CHAIR), "2020-01-02")
        if presided:
            book.given(OrdstyrerElected(meeting=book.m, person=book.people[0]))
        book.vote(2, 2, casting_vote=FOR)
        found = [(one.kind, one.severity) for one in book.found(*RESULTS)]
        assert found == ([] if presided else [("casting-vote-without-chair", "doubt")])

    @pytest.mark.parametrize(
        ("rule", "fields", "danish", "english"),
        [
            (
                TieRule.FALLS,
                {"adopted": True},
                "vedtaget med 2 stemmer for og 2 imod; ved stemmelighed bortfalder forslaget.",
                "adopted with 2 votes for and 2 against; a tie falls.",
            ),
            (
                TieRule.FALLS,
                {"casting_vote": FOR},
                "en afgørende stemme afgjorde 2 stemmer for og 2 imod; reglerne giver ingen en afgørende stemme.",
                "a casting vote settled 2 votes for and 2 against; the rules know of none.",
            ),
            (
                TieRule.FALLS,
                {"lots": True},
                "lodtrækning afgjorde 2 stemmer for og 2 imod; det giver reglerne ikke adgang til.",
                "lots settled 2 votes for and 2 against; the rules know of none.",
            ),
            (
                TieRule.LOTS,
                {},
                "2 stemmer for og 2 imod, men der er ikke trukket lod.",
                "2 votes for and 2 against, but no lots were drawn.",
            ),
            (
                TieRule.CHAIR_DECIDES,
                {},
                "2 stemmer for og 2 imod, men formandens stemme har ikke afgjort sagen.",
                "2 votes for and 2 against, but the chair gave no casting vote.",
            ),
            (
                TieRule.CHAIR_DECIDES,
                {"adopted": False, "casting_vote": FOR},
                "2 stemmer for og 2 imod; udfaldet er et andet end formandens afgørende stemme.",
                "2 votes for and 2 against; the result is not as the chair's casting vote.",
            ),
        ],
    )
    def test_in_words(self, rule: TieRule, fields: dict[str, Any], danish: str, english: str) -> None:
        book = Voting(rules=Rules(tie=rule))
        book.vote(2, 2, **fields)
        (kind,) = book.results()
        assert book.said(kind) == (f"Punkt 1, Budget: {danish}", f"Item 1, Budget: {english}")

    def test_the_others_in_words(self) -> None:
        book = Voting(4, rules=Rules(tie=TieRule.CHAIR_DECIDES))
        book.given(OfficerElected(person=book.people[4], office=Office.CHAIR), "2020-01-02")
        book.vote(2, 2, casting_vote=FOR)
        book.vote(3, 1, casting_vote=FOR)
        book.vote(3, 1, lots=True)
        kinds = ("casting-vote-without-chair", "casting-vote-without-tie", "lots-without-tie")
        assert [book.said(kind) for kind in kinds] == [
            (
                "Punkt 1, Budget: en afgørende stemme afgjorde 2 stemmer for og 2 imod, men hverken formand eller"
                " næstformand var til stede.",
                "Item 1, Budget: a casting vote settled 2 votes for and 2 against, but neither chair nor vice chair"
                " was there.",
            ),
            (
                "Punkt 1, Budget: der er afgivet en afgørende stemme, men der var ikke stemmelighed: 3 stemmer for og 1"
                " imod.",
                "Item 1, Budget: a casting vote was given, but there was no tie: 3 votes for and 1 against.",
            ),
            (
                "Punkt 1, Budget: der er trukket lod, men der var ikke stemmelighed: 3 stemmer for og 1 imod.",
                "Item 1, Budget: lots were drawn, but there was no tie: 3 votes for and 1 against.",
            ),
        ]


class TestAmendments:
    KIND = "amendment-after-proposal"

    def _proposals(self, book: Voting, **to: Any) -> tuple[Any, Any]:
        main: Any = f"f{book.given(ProposalMade(item=book.one, proposal='Budgettet vedtages.'))}"
        change = AmendmentMoved(item=book.one, amendment="Med 5.000 kr. mere.", to=main if to else None)
        return main, f"f{book.given(change)}"

    @pytest.mark.parametrize("named", [False, True])
    def test_amendments_are_voted_on_first(self, named: bool) -> None:
        book = Voting(kind=CouncilKind.COMMITTEE)
        main, amendment = self._proposals(book, **({"to": True} if named else {}))
        first = book.vote(3, 2, proposal=main)
        second = book.vote(3, 2, proposal=amendment)
        found = book.only(self.KIND)
        assert (found.severity, found.entries) == ("doubt", [second, first])
        assert found.source == "ministeriets udtalelse 01.1.3"
        assert book.said(self.KIND) == (
            "Punkt 1, Budget: der er stemt om ændringsforslaget efter det forslag, det skulle ændre.",
            "Item 1, Budget: the amendment was voted on after the proposal that it was to change.",
        )

    def test_in_that_order_nothing_is_found(self) -> None:
        book = Voting()
        main, amendment = self._proposals(book)
        book.vote(3, 2, proposal=amendment)
        book.vote(3, 2, proposal=main)
        assert not book.found(self.KIND)
