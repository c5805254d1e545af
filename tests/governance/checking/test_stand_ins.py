"""Given stand-ins, whether they sit where and when the rules let them."""

from typing import Any

import pytest

from events.catalogue import (
    AttendanceStatus,
    CouncilKind,
    DisqualificationDecided,
    EndCause,
    LeaveGranted,
    MemberLeft,
    MembershipEnded,
    Rules,
    StandInRemoved,
    StandInRule,
)
from tests.governance.checking.checked_book import CheckedBook
from tests.governance.checking.parameters import shows

ABSENT, PRESENT = AttendanceStatus.ABSENT, AttendanceStatus.PRESENT
TWICE = StandInRule.PERMANENT_EXIT_OR_TWO_ABSENCES


class TestAllowed:
    KIND = "stand-in-not-allowed"

    @shows("stand_in")
    @pytest.mark.parametrize(
        ("rule", "found"),
        [
            (StandInRule.EACH_MEETING, 0),
            (StandInRule.PERMANENT_EXIT, 1),
            (TWICE, 1),
            (StandInRule.OBSERVER, 0),
            (StandInRule.NEVER, 1),
        ],
    )
    def test_for_a_meeting(self, rule: StandInRule, found: int) -> None:
        book = CheckedBook(rules=Rules(stand_in=rule))
        meeting = book.held(book.people[:4], away=book.people[4:])
        call = book.called(book.stand_in("Sofie Bang"), book.people[4], meeting=meeting)
        assert [(one.severity, one.meeting, one.entries, one.rule) for one in book.found(self.KIND)] == [
            ("breach", meeting, [call], "stand_in")
        ] * found

    @pytest.mark.parametrize(("rule", "found"), [(StandInRule.PERMANENT_EXIT, 0), (StandInRule.NEVER, 1)])
    def test_for_who_leaves_for_good_or_has_leave(self, rule: StandInRule, found: int) -> None:
        book = CheckedBook(rules=Rules(stand_in=rule))
        first, second = book.stand_in("Sofie Bang"), book.stand_in("Tage Bang", 2)
        book.given(LeaveGranted(person=book.people[3]), "2022-06-01")
        book.called(first, book.people[3], "2022-06-01")
        book.called(second, book.people[4], "2022-06-30")
        book.given(MembershipEnded(person=book.people[4], cause=EndCause.MOVED), "2022-07-01")
        assert len(book.found(self.KIND)) == 2 * found

    @shows("stand_in")
    @pytest.mark.parametrize(("rule", "found"), [(TWICE, 0), (StandInRule.PERMANENT_EXIT, 1)])
    def test_for_who_stayed_away_twice(self, rule: StandInRule, found: int) -> None:
        book = CheckedBook(rules=Rules(stand_in=rule))
        for day in ("2023-01-10", "2023-02-14"):
            book.attends(book.held(book.people[:4], day=day), book.people[4], ABSENT)
        book.called(book.stand_in("Sofie Bang"), book.people[4], "2023-03-01")
        assert len(book.found(self.KIND)) == found

    def test_what_is_but_usual_leaves_a_doubt(self) -> None:
        book = CheckedBook()
        meeting = book.held(book.people[:4], away=book.people[4:])
        book.called(book.stand_in("Sofie Bang"), book.people[4], meeting=meeting)
        assert [(one.severity, one.source) for one in book.found(self.KIND)] == [("doubt", "usual")]
        assert book.said(self.KIND) == (
            "Sofie Bang er indkaldt for Emil Friis. "
            "Efter reglerne indkaldes en stedfortræder kun, når et medlem udtræder varigt.",
            "Sofie Bang was called in for Emil Friis. "
            "By the rules, a stand-in is called in only when a member leaves for good.",
        )


class TestOrder:
    KIND = "stand-in-out-of-order"

    def _book(self) -> tuple[CheckedBook, Any, Any, Any]:
        book = CheckedBook(kind=CouncilKind.MUNICIPAL_COUNCIL)
        first, second = book.stand_in("Sofie Bang"), book.stand_in("Tage Bang", 2)
        return book, book.held(book.people[:3], away=book.people[3:]), first, second

    def test_the_first_on_the_list_comes_first(self) -> None:
        book, meeting, first, second = self._book()
        call = book.called(second, book.people[4], meeting=meeting)
        found = book.only(self.KIND)
        assert (found.severity, found.meeting, found.entries) == ("doubt", meeting, [call])
        assert (found.source, found.about["first"]) == ("kommunestyrelsesloven § 15", first)
        assert book.said(self.KIND) == (
            "Tage Bang er indkaldt for Emil Friis før Sofie Bang, som er nr. 1 på listen.",
            "Tage Bang was called in for Emil Friis before Sofie Bang, who is number 1 on the list.",
        )

    def test_in_order_nothing_is_found(self) -> None:
        book, meeting, first, second = self._book()
        book.called(second, book.people[3], meeting=meeting)
        book.called(first, book.people[4], meeting=meeting)
        assert not book.found(self.KIND)

    def test_who_was_taken_off_the_list_is_passed_over(self) -> None:
        book, meeting, first, second = self._book()
        book.given(StandInRemoved(person=first), "2022-12-01")
        book.called(second, book.people[4], meeting=meeting)
        assert not book.found(self.KIND)

    def test_the_list_of_the_member_goes_before_the_councils(self) -> None:
        book, meeting, first, _ = self._book()
        own = book.stand_in("Ulla Dahl", member=book.people[4])
        book.called(first, book.people[4], meeting=meeting)
        assert book.only(self.KIND).about["first"] == own

    def test_and_that_of_the_party(self) -> None:
        book = CheckedBook(kind=CouncilKind.MUNICIPAL_COUNCIL, party="A")
        other, theirs = book.stand_in("Sofie Bang", of="V"), book.stand_in("Tage Bang", 2, of="A")
        meeting = book.held(book.people[:4], away=book.people[4:])
        book.called(theirs, book.people[4], meeting=meeting)
        assert not book.found(self.KIND)
        book.called(other, book.people[3], meeting=meeting)
        assert not book.found(self.KIND)

    def test_without_a_list_there_is_no_order(self) -> None:
        book = CheckedBook(kind=CouncilKind.MUNICIPAL_COUNCIL)
        meeting = book.held(book.people[:4], away=book.people[4:])
        book.called(book.person("Sofie Bang"), book.people[4], meeting=meeting)
        assert not book.found(self.KIND)


class TestDue:
    KIND = "stand-in-due"

    def _away(self, *statuses: AttendanceStatus, rule: StandInRule = TWICE) -> tuple[CheckedBook, list[int]]:
        book = CheckedBook(rules=Rules(stand_in=rule))
        entries = []
        for month, status in enumerate(statuses, 1):
            meeting = book.held(book.people[:4], day=f"2023-{month:02}-10")
            entries.append(book.attends(meeting, book.people[4], status))
        return book, entries

    @shows("stand_in")
    @pytest.mark.parametrize(
        ("rule", "found"), [(TWICE, 1), (StandInRule.PERMANENT_EXIT, 0), (StandInRule.EACH_MEETING, 0)]
    )
    def test_s8_after_two_absences_without_notice(self, rule: StandInRule, found: int) -> None:
        book, entries = self._away(PRESENT, ABSENT, ABSENT, rule=rule)
        assert [(one.severity, one.day, one.entries, one.rule) for one in book.found(self.KIND)] == [
            ("reminder", "2023-03-10", [entries[2], entries[1]], "stand_in")
        ] * found

    @pytest.mark.parametrize(
        "statuses",
        [
            (ABSENT, AttendanceStatus.APOLOGY, ABSENT),
            (ABSENT, PRESENT, ABSENT),
            (ABSENT, ABSENT, PRESENT),
        ],
    )
    def test_not_where_they_do_not_follow_each_other_or_the_member_came_again(
        self, statuses: tuple[AttendanceStatus, ...]
    ) -> None:
        book, _ = self._away(*statuses)
        assert not book.found(self.KIND)

    def test_not_where_the_stand_in_was_called_in_or_the_member_left(self) -> None:
        book, _ = self._away(ABSENT, ABSENT)
        book.called(book.stand_in("Sofie Bang"), book.people[4], "2023-03-01")
        assert not book.found(self.KIND)
        book, _ = self._away(ABSENT, ABSENT)
        book.given(MembershipEnded(person=book.people[4]), "2023-03-01")
        assert not book.found(self.KIND)

    def test_in_words(self) -> None:
        book, _ = self._away(ABSENT, ABSENT)
        assert book.said(self.KIND)[1] == (
            "Emil Friis was absent without notice on 10.01.2023 and 10.02.2023; the stand-in enters."
        )
        book.stand_in("Sofie Bang")
        assert book.said(self.KIND) == (
            "Emil Friis udeblev uden afbud 10.01.2023 og 10.02.2023; stedfortræderen skal indtræde. Den første på"
            " listen er Sofie Bang.",
            "Emil Friis was absent without notice on 10.01.2023 and 10.02.2023; the stand-in enters. First in line is"
            " Sofie Bang.",
        )


class TestBesideTheMember:
    KIND = "stand-in-beside-member"

    def _book(self, **more: Any) -> tuple[CheckedBook, Any, Any, Any]:
        book = CheckedBook(rules=Rules(stand_in=StandInRule.EACH_MEETING), **more)
        stand_in = book.stand_in("Sofie Bang")
        meeting = book.held(book.people)
        return book, meeting, book.put(meeting), stand_in

    def test_not_both(self) -> None:
        book, meeting, item, stand_in = self._book()
        call = book.called(stand_in, book.people[4], meeting=meeting)
        book.attends(meeting, stand_in)
        decision = book.decided(item)
        found = book.only(self.KIND)
        assert (found.severity, found.meeting, found.entries) == ("doubt", meeting, [decision, call])
        assert book.said(self.KIND) == (
            "Sofie Bang er indkaldt for Emil Friis, men begge deltog.",
            "Sofie Bang was called in for Emil Friis, and both took part.",
        )

    def test_but_for_the_item_under_which_the_member_is_inhabil(self) -> None:
        book, meeting, item, stand_in = self._book()
        book.given(DisqualificationDecided(item=item, person=book.people[4], disqualified=True))
        book.called(stand_in, book.people[4], meeting=meeting, item=item)
        book.attends(meeting, stand_in)
        book.decided(item)
        book.decided(book.put(meeting, "Høring"))
        assert not book.found(self.KIND)

    def test_or_after_the_member_has_gone(self) -> None:
        book, meeting, item, stand_in = self._book()
        other = book.put(meeting, "Høring")
        book.called(stand_in, book.people[4], meeting=meeting, item=other)
        book.attends(meeting, stand_in)
        book.decided(item)
        book.given(MemberLeft(meeting=meeting, person=book.people[4], item=item))
        book.decided(other)
        assert not book.found(self.KIND)
