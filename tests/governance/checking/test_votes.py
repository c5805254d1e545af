"""Given votes, whether they add up, and whether who voted could."""

import pytest

from events.catalogue import (
    BallotRule,
    CouncilKind,
    DisqualificationDecided,
    GroupVote,
    MeetingForm,
    MeetingKind,
    MemberAppointed,
    Rules,
    StandInRule,
)
from tests.governance.checking.checked_book import CheckedBook
from tests.governance.checking.parameters import shows
from tests.governance.checking.voting_book import AGAINST, FOR, Voting, by_name


class TestAddingUp:
    @pytest.mark.parametrize(
        ("counted", "names", "found"),
        [(2, 2, False), (3, 2, True), (1, 2, True), (5, 0, False)],
    )
    def test_the_names_are_as_many_as_the_votes(self, counted: int, names: int, found: bool) -> None:
        book = Voting()
        against = (book.people[4], AGAINST)
        named = by_name(*((person, FOR) for person in book.people[:names]), against)
        vote = book.vote(counted, 1, adopted=counted > 1, named=named)
        assert [(one.severity, one.entries, one.source) for one in book.found("vote-does-not-add-up")] == (
            [("breach", [vote], "book")] if found else []
        )

    def test_the_groups_are_as_many_as_the_votes(self) -> None:
        book = Voting()
        book.vote(4, 1, groups=(GroupVote(group="A", choice=FOR, count=2), GroupVote(group="V", choice=FOR, count=1)))
        assert book.only("vote-does-not-add-up").about["by"] == "groups"
        assert book.said("vote-does-not-add-up") == (
            "Punkt 1, Budget: optalt stemmetal (for) er 4, men gruppernes stemmer giver 3.",
            "Item 1, Budget: the votes counted (for) are 4, those of the groups 3.",
        )

    def test_a_group_that_nobody_counted_says_nothing(self) -> None:
        book = Voting()
        book.vote(4, 1, groups=(GroupVote(group="A", choice=FOR, count=2), GroupVote(group="V", choice=FOR)))
        assert not book.found("vote-does-not-add-up")

    def test_in_words(self) -> None:
        book = Voting()
        book.vote(3, 0, named=by_name((book.people[0], FOR)))
        assert book.said("vote-does-not-add-up") == (
            "Punkt 1, Budget: optalt stemmetal (for) er 3, men 1 er nævnt ved navn.",
            "Item 1, Budget: the votes counted (for) are 3, those by name 1.",
        )


class TestWhoVoted:
    KIND = "voted-though-absent"

    @shows("ballot")
    @pytest.mark.parametrize(
        ("rule", "found"), [(BallotRule.PRESENT_ONLY, 1), (BallotRule.WRITTEN, 0), (BallotRule.PROXY, 0)]
    )
    def test_only_those_present_vote_where_the_rules_say_so(self, rule: BallotRule, found: int) -> None:
        book = Voting(4, rules=Rules(ballot=rule))
        vote = book.vote(3, 2, named=by_name((book.people[0], AGAINST), (book.people[4], AGAINST)))
        assert [(one.severity, one.entries, one.rule) for one in book.found(self.KIND)] == [
            ("breach", [vote, *book.attendance(book.m, book.people[4])], "ballot")
        ] * found
        assert not book.found("more-votes-than-voters")

    def test_in_words(self) -> None:
        book = Voting(4)
        book.vote(named=by_name((book.people[4], FOR)))
        assert book.said(self.KIND) == (
            "Punkt 1, Budget: Emil Friis står blandt dem, der stemte, men var ikke til stede.",
            "Item 1, Budget: Emil Friis stands among those who voted, but was not there.",
        )

    def test_in_written_procedure_everybody_votes(self) -> None:
        book = CheckedBook()
        written = book.held(book.people[:1], away=book.people[1:], form=MeetingForm.WRITTEN)
        book.voted(book.put(written), 5, 0, adopted=True, named=by_name(*((one, FOR) for one in book.people)))
        assert not book.found(self.KIND, "more-votes-than-voters")

    def test_who_is_inhabil_does_not_vote(self) -> None:
        book = Voting(kind=CouncilKind.COMMITTEE)
        decided = book.given(DisqualificationDecided(item=book.one, person=book.people[0], disqualified=True))
        vote = book.vote(named=by_name((book.people[0], FOR), (book.people[1], FOR)))
        found = book.only("disqualified-voted")
        assert (found.severity, found.entries, found.source) == (
            "breach",
            [vote, decided],
            "kommunestyrelsesloven § 14",
        )
        assert not book.found(self.KIND, "more-votes-than-voters")
        assert book.said("disqualified-voted") == (
            "Punkt 1, Budget: Anna Ægidius var inhabil, men deltog i afstemningen.",
            "Item 1, Budget: Anna Ægidius was inhabil and voted all the same.",
        )

    def test_who_is_not_inhabil_does(self) -> None:
        book = Voting()
        book.given(DisqualificationDecided(item=book.one, person=book.people[0], disqualified=False))
        book.vote(named=by_name((book.people[0], FOR)))
        assert not book.found("disqualified-voted")

    def test_who_is_attached_has_no_vote(self) -> None:
        book = Voting()
        attached = book.person("Tina Dahl")
        appointed = book.given(MemberAppointed(person=attached, votes=False), "2020-01-01")
        book.attends(book.m, attached)
        vote = book.vote(named=by_name((attached, FOR), (book.people[0], FOR)))
        assert book.only("voted-without-vote").entries == [vote, appointed]
        assert book.said("voted-without-vote") == (
            "Punkt 1, Budget: Tina Dahl deltog i afstemningen, men har ikke stemmeret.",
            "Item 1, Budget: Tina Dahl voted, but has no vote.",
        )

    @shows("stand_in")
    @pytest.mark.parametrize(("rule", "found"), [(StandInRule.OBSERVER, 1), (StandInRule.EACH_MEETING, 0)])
    def test_an_observer_has_no_vote(self, rule: StandInRule, found: int) -> None:
        book = Voting(4, rules=Rules(stand_in=rule))
        stand_in = book.stand_in("Sofie Bang")
        call = book.called(stand_in, book.people[4], meeting=book.m)
        book.attends(book.m, stand_in)
        vote = book.vote(named=by_name((stand_in, FOR)))
        assert [one.entries for one in book.found("observer-voted")] == [[vote, call]] * found
        assert not book.found("voted-without-vote")

    def test_an_observer_in_words(self) -> None:
        book = Voting(4, rules=Rules(stand_in=StandInRule.OBSERVER))
        stand_in = book.stand_in("Sofie Bang")
        book.called(stand_in, book.people[4], meeting=book.m)
        book.vote(named=by_name((stand_in, FOR)))
        assert book.said("observer-voted") == (
            "Punkt 1, Budget: Sofie Bang deltog i afstemningen, men sidder med som observatør.",
            "Item 1, Budget: Sofie Bang voted, but sits in as an observer.",
        )


class TestHowManyVoted:
    KIND = "more-votes-than-voters"

    @pytest.mark.parametrize(("votes", "found"), [((2, 1, 1), 0), ((3, 1, 1), 1)])
    def test_no_more_than_were_there(self, votes: tuple[int, int, int], found: int) -> None:
        book = Voting(4)
        vote = book.vote(votes[0], votes[1], abstained=votes[2])
        assert [(one.severity, one.entries, one.rule, one.about["most"]) for one in book.found(self.KIND)] == [
            ("doubt", [vote], "ballot", 4)
        ] * found

    @shows("ballot")
    @pytest.mark.parametrize(("votes", "found"), [(5, 0), (6, 1)])
    def test_no_more_than_there_are_members_where_votes_are_in_writing(self, votes: int, found: int) -> None:
        book = Voting(4, rules=Rules(ballot=BallotRule.WRITTEN))
        book.vote(votes, 0)
        assert len(book.found(self.KIND)) == found

    @shows("proxies", "ballot")
    @pytest.mark.parametrize(("proxies", "votes", "found"), [(1, 4, 0), (1, 5, 1), (2, 5, 0), (2, 6, 1)])
    def test_no_more_than_the_proxies_allow(self, proxies: int, votes: int, found: int) -> None:
        book = Voting(2, rules=Rules(ballot=BallotRule.PROXY, proxies=proxies))
        book.vote(votes, 0)
        assert [one.rule for one in book.found(self.KIND)] == ["proxies"] * found

    def test_nobody_counts_a_general_meeting(self) -> None:
        book = CheckedBook(kind=CouncilKind.ASSOCIATION_BOARD)
        general = book.held(book.people, kind=MeetingKind.GENERAL_MEETING)
        book.voted(book.put(general), 80, 3, adopted=True)
        assert not book.found(self.KIND)

    def test_s3_a_stand_in_for_the_item_votes(self) -> None:
        book = Voting(4)
        stand_in = book.stand_in("Sofie Bang")
        book.given(DisqualificationDecided(item=book.one, person=book.people[0], disqualified=True))
        book.called(stand_in, book.people[0], meeting=book.m, item=book.one)
        book.attends(book.m, stand_in)
        book.vote(3, 1)
        assert not book.found(self.KIND)
        book.vote(4, 1)
        assert book.only(self.KIND).about["most"] == 4

    def test_in_words(self) -> None:
        book = Voting(4)
        book.vote(5, 0)
        assert book.said(self.KIND) == (
            "Punkt 1, Budget: der er afgivet 5 stemmer, men der kunne højst afgives 4.",
            "Item 1, Budget: 5 votes were cast, but only 4 could be.",
        )
