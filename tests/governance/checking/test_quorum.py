"""Given who was there, whether what was decided could be."""

from typing import Any

import pytest

from events.catalogue import (
    CouncilKind,
    DisqualificationDecided,
    ItemOpened,
    ItemPostponed,
    LeaveGranted,
    MeetingForm,
    MeetingKind,
    MemberAppointed,
    MemberArrived,
    MemberLeft,
    MembershipEnded,
    Office,
    OfficerElected,
    QuorumRule,
    Rules,
    StandInRule,
)
from tests.governance.checking.checked_book import CheckedBook
from tests.governance.checking.parameters import shows

KIND = "no-quorum"


def _book(rule: QuorumRule = QuorumRule.HALF, *, members: int = 4, **rules: Any) -> CheckedBook:
    return CheckedBook(members=members, rules=Rules(quorum=rule, stand_in=StandInRule.EACH_MEETING, **rules))


def _present(book: CheckedBook, there: int) -> tuple[Any, int]:
    meeting = book.held(book.people[:there], away=book.people[there:])
    return meeting, book.decided(book.put(meeting))


class TestHowMany:
    @shows("quorum")
    @pytest.mark.parametrize(
        ("rule", "members", "there", "found"),
        [
            (QuorumRule.HALF, 4, 2, False),
            (QuorumRule.HALF, 4, 1, True),
            (QuorumRule.HALF, 5, 3, False),
            (QuorumRule.HALF, 5, 2, True),
            (QuorumRule.MAJORITY, 4, 2, True),
            (QuorumRule.MAJORITY, 4, 3, False),
            (QuorumRule.ANY, 4, 1, False),
        ],
    )
    def test_as_many_as_the_rule_asks_for(self, rule: QuorumRule, members: int, there: int, found: bool) -> None:
        book = _book(rule, members=members)
        meeting, decision = _present(book, there)
        assert [(one.severity, one.meeting, one.day, one.entries, one.rule) for one in book.found(KIND)] == (
            [("breach", meeting, "2023-01-10", [decision, *book.attendance(meeting, *book.people[there:])], "quorum")]
            if found
            else []
        )

    @shows("quorum")
    @pytest.mark.parametrize(("leader", "found"), [(0, False), (3, True)])
    def test_the_chair_or_the_vice_chair_must_be_among_them(self, leader: int, found: bool) -> None:
        book = _book(QuorumRule.MAJORITY_WITH_CHAIR)
        book.given(OfficerElected(person=book.people[leader], office=Office.CHAIR), "2020-01-02")
        meeting, decision = _present(book, 3)
        shown = [decision, *book.attendance(meeting, book.people[3])]
        assert [one.entries for one in book.found("quorum-without-chair")] == ([shown] if found else [])
        assert not book.found(KIND)

    def test_a_law_is_its_source(self) -> None:
        book = CheckedBook(kind=CouncilKind.MUNICIPAL_COUNCIL)
        _present(book, 2)
        assert book.only(KIND).source == "kommunestyrelsesloven § 11"

    def test_in_words(self) -> None:
        book = _book()
        meeting, _ = _present(book, 1)
        book.decided(book.put(meeting, "Høring"))
        assert book.said(KIND) == (
            "Punkt 1, Budget, og 1 punkt mere: kun 1 af 4 medlemmer var til stede; der skal 2 til at træffe beslutning.",
            "Item 1, Budget, and 1 item more: only 1 of 4 members was there; it takes 2 to decide.",
        )

    def test_without_the_chair_in_words(self) -> None:
        book = _book(QuorumRule.MAJORITY_WITH_CHAIR)
        book.given(OfficerElected(person=book.people[3], office=Office.CHAIR), "2020-01-02")
        _present(book, 3)
        assert book.said("quorum-without-chair") == (
            "Punkt 1, Budget: hverken formand eller næstformand var til stede, og uden dem kan der ikke træffes beslutning.",
            "Item 1, Budget: neither the chair nor the vice chair was there, without whom nothing is decided.",
        )


class TestComingsAndGoings:
    def test_s2_a_member_leaves_and_the_next_decision_is_found(self) -> None:
        book = _book()
        meeting = book.held(book.people[:2], away=book.people[2:])
        one, two, three = (book.put(meeting, title) for title in ("Budget", "Høring", "Udflugt"))
        book.decided(one)
        left = book.given(MemberLeft(meeting=meeting, person=book.people[1]), "2023-01-10T16:10")
        decisions = [book.decided(two), book.decided(three)]
        found = book.only(KIND)
        assert found.entries == [*decisions, left, *book.attendance(meeting, *book.people[2:])]
        assert (found.about["gone"], found.about["present"]) == (book.people[1], 1)
        assert book.said(KIND)[0].endswith("Ikke i lokalet: Bo Ørum.")

    def test_by_item_whatever_the_order_of_recording(self) -> None:
        book = _book()
        meeting = book.held(book.people[:2], away=book.people[2:])
        one, two = book.put(meeting), book.put(meeting, "Høring")
        book.decided(one)
        decision = book.decided(two)
        book.given(MemberLeft(meeting=meeting, person=book.people[1], item=one))
        assert book.decisions_of(book.only(KIND)) == [decision]

    def test_who_comes_with_the_item_is_there_for_it(self) -> None:
        book = _book()
        meeting = book.held(book.people[:2], away=book.people[2:])
        one, two = book.put(meeting), book.put(meeting, "Høring")
        book.given(MemberArrived(meeting=meeting, person=book.people[1], item=two))
        decision = book.decided(one)
        book.decided(two)
        assert book.decisions_of(book.only(KIND)) == [decision]

    def test_by_time_against_when_items_were_opened(self) -> None:
        book = _book()
        meeting = book.held(book.people[:2], away=book.people[2:])
        one, two = book.put(meeting), book.put(meeting, "Høring")
        book.given(ItemOpened(item=one), "2023-01-10T15:05")
        book.decided(one)
        book.given(ItemOpened(item=two), "2023-01-10T16:00")
        decision = book.decided(two)
        book.given(MemberLeft(meeting=meeting, person=book.people[1]), "2023-01-10T15:50")
        assert book.decisions_of(book.only(KIND)) == [decision]

    def test_by_time_against_that_of_the_decision(self) -> None:
        book = _book()
        meeting = book.held(book.people[:2], away=book.people[2:])
        item = book.put(meeting)
        book.decided(item, "2023-01-10T15:40")
        book.given(MemberLeft(meeting=meeting, person=book.people[1]), "2023-01-10T15:50")
        decision = book.decided(item, "2023-01-10T16:00")
        assert book.decisions_of(book.only(KIND)) == [decision]

    def test_a_time_that_nothing_can_be_held_against_tells_nothing(self) -> None:
        book = _book()
        meeting = book.held(book.people[:2], away=book.people[2:])
        book.given(MemberLeft(meeting=meeting, person=book.people[1]), "2023-01-10T15:50")
        book.decided(book.put(meeting))
        assert not book.found(KIND)

    def test_who_comes_back_counts_again(self) -> None:
        book = _book()
        meeting = book.held(book.people[:2], away=book.people[2:])
        one, two, three = (book.put(meeting, title) for title in ("Budget", "Høring", "Udflugt"))
        book.given(MemberLeft(meeting=meeting, person=book.people[1], item=one))
        book.given(MemberArrived(meeting=meeting, person=book.people[1], item=three))
        decisions = [book.decided(item) for item in (one, two, three)]
        assert book.decisions_of(book.only(KIND)) == [decisions[1]]

    def test_the_order_in_which_items_were_taken_counts(self) -> None:
        book = _book()
        meeting = book.held(book.people[:2], away=book.people[2:])
        one, two = book.put(meeting), book.put(meeting, "Høring")
        book.given(ItemOpened(item=two))
        book.decided(two)
        book.given(ItemOpened(item=one))
        decision = book.decided(one)
        book.given(MemberLeft(meeting=meeting, person=book.people[1], item=two))
        assert book.decisions_of(book.only(KIND)) == [decision]


class TestDisqualifiedAndStandIns:
    def _meeting(self) -> tuple[CheckedBook, Any, Any]:
        book = _book(QuorumRule.MAJORITY, members=3)
        meeting = book.held(book.people[:2], away=book.people[2:])
        item = book.put(meeting)
        book.given(DisqualificationDecided(item=item, person=book.people[1], disqualified=True))
        return book, meeting, item

    def test_who_is_inhabil_is_not_there_under_the_item(self) -> None:
        book, meeting, item = self._meeting()
        decision = book.decided(item)
        book.decided(book.put(meeting, "Høring"))
        found = book.only(KIND)
        assert found.entries[:2] == [decision, decision - 1], "the decision that a member is inhabil shows it"
        assert (found.about["present"], found.about["gone"]) == (1, book.people[1])

    def test_s3_a_stand_in_for_the_item_takes_the_seat(self) -> None:
        book, meeting, item = self._meeting()
        stand_in = book.stand_in("Sofie Bang")
        book.called(stand_in, book.people[1], meeting=meeting, item=item)
        book.attends(meeting, stand_in)
        book.decided(item)
        assert not book.found(KIND)

    def test_but_under_no_other_item(self) -> None:
        book = _book(QuorumRule.MAJORITY, members=3)
        meeting = book.held(book.people[:1], away=book.people[1:])
        one, two = book.put(meeting), book.put(meeting, "Høring")
        stand_in = book.stand_in("Sofie Bang")
        book.called(stand_in, book.people[1], meeting=meeting, item=one)
        book.attends(meeting, stand_in)
        book.decided(one)
        decision = book.decided(two)
        assert book.decisions_of(book.only(KIND)) == [decision]

    @shows("stand_in")
    @pytest.mark.parametrize(("rule", "found"), [(StandInRule.EACH_MEETING, 0), (StandInRule.OBSERVER, 1)])
    def test_an_observer_takes_no_seat(self, rule: StandInRule, found: int) -> None:
        book = CheckedBook(members=3, rules=Rules(quorum=QuorumRule.MAJORITY, stand_in=rule))
        stand_in = book.stand_in("Sofie Bang")
        meeting = book.held(book.people[:1], away=book.people[1:])
        book.called(stand_in, book.people[1], meeting=meeting)
        book.attends(meeting, stand_in)
        book.decided(book.put(meeting))
        assert len(book.found(KIND)) == found

    def test_a_member_on_leave_and_the_stand_in_are_one_seat(self) -> None:
        book = _book(QuorumRule.MAJORITY, members=3)
        book.given(LeaveGranted(person=book.people[1]), "2022-01-01")
        stand_in = book.stand_in("Sofie Bang")
        book.called(stand_in, book.people[1], "2022-01-01")
        meeting = book.held([book.people[0], stand_in], away=book.people[2:])
        book.decided(book.put(meeting))
        assert not book.found(KIND)

    def test_leave_shows_that_a_member_was_away(self) -> None:
        book = _book(QuorumRule.MAJORITY, members=3)
        leave = book.given(LeaveGranted(person=book.people[1]), "2022-01-01")
        meeting = book.held(book.people[:1], away=book.people[2:])
        decision = book.decided(book.put(meeting))
        assert book.only(KIND).entries == [decision, leave, *book.attendance(meeting, book.people[2])]

    def test_of_who_was_called_and_is_not_listed_nothing_is_known(self) -> None:
        book = _book(QuorumRule.MAJORITY, members=3)
        meeting = book.held(book.people[:1], away=book.people[1:])
        book.called(book.stand_in("Sofie Bang"), book.people[1], meeting=meeting)
        book.decided(book.put(meeting))
        assert not book.found(KIND)


class TestWhatIsNoEvidence:
    def test_nobody_listed(self) -> None:
        book = _book()
        book.decided(book.put(book.held([])))
        assert not book.found(KIND)

    def test_not_everybody_listed(self) -> None:
        book = _book()
        book.decided(book.put(book.held(book.people[:1])))
        assert not book.found(KIND)

    def test_a_membership_that_may_have_ended(self) -> None:
        book = _book()
        book.given(MembershipEnded(person=book.people[3]), "2022-06-01/2023-06-01")
        _present(book, 1)
        assert not book.found(KIND)

    def test_written_procedure_and_general_meetings(self) -> None:
        book = _book()
        written = book.held(book.people[:1], away=book.people[1:], form=MeetingForm.WRITTEN)
        book.decided(book.put(written))
        general = book.held(book.people[:1], day="2023-02-01", away=book.people[1:], kind=MeetingKind.GENERAL_MEETING)
        book.decided(book.put(general))
        assert not book.found(KIND)

    def test_putting_off_is_always_possible(self) -> None:
        book = _book()
        meeting = book.held(book.people[:1], away=book.people[1:])
        book.given(ItemPostponed(item=book.put(meeting)))
        assert not book.found(KIND)

    def test_who_has_no_vote_is_no_seat(self) -> None:
        book = _book(QuorumRule.MAJORITY, members=3)
        for name in ("Tina Dahl", "Ulla Dahl"):
            book.given(MemberAppointed(person=book.person(name), votes=False), "2020-01-01")
        _present(book, 2)
        assert not book.found(KIND)
