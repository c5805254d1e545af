"""Given items that came late and acts outside the hours of a meeting, whether they could be."""

from typing import Any

import pytest

from events.catalogue import (
    ItemDecided,
    ItemOpened,
    LateItemAccepted,
    LateItemRule,
    MeetingInterrupted,
    MeetingResumed,
    Office,
    OfficerElected,
    Rules,
)
from tests.governance.checking.kept_book import KeptBook
from tests.governance.checking.parameters import shows


class TestLateItems:
    """S6 of the scenarios: the same item under the rules of two councils."""

    def _book(self, rules: Rules, *, present: int, votes: int | None, members: int = 8) -> tuple[KeptBook, Any, int]:
        book = KeptBook(members=members, rules=rules)
        meeting = book.held(book.people[:present], away=book.people[present:])
        item = book.put(meeting, "Høring")
        return book, meeting, book.given(LateItemAccepted(item=item, votes=votes))

    @shows("late_item")
    @pytest.mark.parametrize(
        ("rule", "present", "votes", "kind"),
        [
            (LateItemRule.CHAIR_AND_MAJORITY_PRESENT, 6, 4, None),
            (LateItemRule.CHAIR_AND_MAJORITY_PRESENT, 6, 3, "late-item-votes"),
            (LateItemRule.CHAIR_AND_MAJORITY_PRESENT, 6, None, None),
            (LateItemRule.MAJORITY_OF_MEMBERS, 6, 4, "late-item-votes"),
            (LateItemRule.MAJORITY_OF_MEMBERS, 6, 5, None),
            (LateItemRule.MAJORITY_OF_MEMBERS, 4, None, "late-item-votes"),
            (LateItemRule.ALL_MEMBERS_PRESENT, 8, None, None),
            (LateItemRule.ALL_MEMBERS_PRESENT, 7, 7, "late-item-absent-members"),
            (LateItemRule.NEVER, 8, 8, "late-item-barred"),
        ],
    )
    def test_the_rule_decides(self, rule: LateItemRule, present: int, votes: int | None, kind: str | None) -> None:
        book, meeting, entry = self._book(Rules(late_item=rule), present=present, votes=votes)
        kinds = ("late-item-votes", "late-item-absent-members", "late-item-barred")
        away = book.attendance(meeting, *book.people[present:]) if kind == "late-item-absent-members" else []
        expected = [] if kind is None else [(kind, "breach", meeting, [entry, *away], "late_item")]
        assert [(one.kind, one.severity, one.meeting, one.entries, one.rule) for one in book.found(*kinds)] == expected

    @shows("late_item_least")
    @pytest.mark.parametrize(("least", "found"), [(None, []), (4, ["late_item_least"])])
    def test_as_many_as_the_rules_ask_for(self, least: int | None, found: list[str]) -> None:
        rules = Rules(late_item=LateItemRule.CHAIR_AND_MAJORITY_PRESENT, late_item_least=least)
        book, _, _ = self._book(rules, present=5, votes=3)
        assert [one.rule for one in book.found("late-item-votes")] == found

    @pytest.mark.parametrize(("chair", "found"), [(0, False), (7, True)])
    def test_without_the_chair_it_takes_everybody(self, chair: int, found: bool) -> None:
        rules = Rules(late_item=LateItemRule.CHAIR_AND_MAJORITY_OR_UNANIMITY)
        book = KeptBook(members=8, rules=rules)
        book.given(OfficerElected(person=book.people[chair], office=Office.CHAIR), "2020-01-02")
        meeting = book.held(book.people[:6], away=book.people[6:])
        book.given(LateItemAccepted(item=book.put(meeting), votes=4))
        assert bool(book.found("late-item-votes")) is found

    @pytest.mark.parametrize(
        ("rule", "votes", "said"),
        [
            (
                LateItemRule.MAJORITY_OF_MEMBERS,
                4,
                (
                    "Punkt 1, Høring: optaget på dagsordenen med 4 stemmer for; det kræver 5.",
                    "Item 1, Høring: taken up with 4 votes for it; it takes 5.",
                ),
            ),
            (
                LateItemRule.MAJORITY_OF_MEMBERS,
                None,
                (
                    "Punkt 1, Høring: optaget på dagsordenen med kun 4 til stede; det kræver 5 stemmer.",
                    "Item 1, Høring: taken up with only 4 there; it takes 5 votes.",
                ),
            ),
            (
                LateItemRule.ALL_MEMBERS_PRESENT,
                None,
                (
                    "Punkt 1, Høring: optaget på mødet med 4 af 8 medlemmer til stede; det kræver, at alle er der.",
                    "Item 1, Høring: taken up with 4 of 8 members there; it takes all of them.",
                ),
            ),
            (
                LateItemRule.NEVER,
                None,
                (
                    "Punkt 1, Høring: optaget på mødet; efter reglerne kan der kun behandles, hvad der står på "
                    "dagsordenen.",
                    "Item 1, Høring: taken up at the meeting; by the rules nothing is that is not on the agenda.",
                ),
            ),
        ],
    )
    def test_it_says_what_was_missing(self, rule: LateItemRule, votes: int | None, said: tuple[str, str]) -> None:
        book, _, _ = self._book(Rules(late_item=rule), present=4, votes=votes)
        (one,) = book.found("late-item-votes", "late-item-absent-members", "late-item-barred")
        assert book.said(one.kind) == said


class TestHours:
    def _book(self, *, closed: str = "2023-01-10T17:00") -> tuple[KeptBook, Any, Any]:
        book = KeptBook()
        meeting = book.planned()
        item = book.listed(meeting)
        book.opened(meeting, "2023-01-10T15:00")
        book.over(meeting, closed)
        return book, meeting, item

    @pytest.mark.parametrize(
        ("when", "kind"),
        [
            ("2023-01-10T14:50", "done-before-opening"),
            ("2023-01-10T15:00", None),
            ("2023-01-10T17:10", "done-after-close"),
            ("2023-01-11", "done-after-close"),
            ("2023-01-10", None),
        ],
    )
    def test_a_meeting_decides_while_it_is_open(self, when: str, kind: str | None) -> None:
        book, meeting, item = self._book()
        decision = book.decided(item, when)
        found = book.found("done-before-opening", "done-after-close", "done-in-a-break")
        assert [(one.kind, one.severity, one.meeting, one.entries) for one in found] == (
            [(kind, "breach", meeting, [decision])] if kind else []
        )

    def test_nor_in_a_break(self) -> None:
        book = KeptBook()
        meeting = book.planned()
        item = book.listed(meeting)
        book.opened(meeting, "2023-01-10T15:00")
        book.given(MeetingInterrupted(meeting=meeting), "2023-01-10T15:30")
        book.given(MeetingResumed(meeting=meeting), "2023-01-10T16:00")
        book.given(ItemOpened(item=item), "2023-01-10T16:00")
        assert not book.found("done-in-a-break")
        decision = book.given(ItemDecided(item=item), "2023-01-10T15:45")
        assert book.shown("done-in-a-break") == [("breach", meeting, [decision])]
        assert book.said("done-in-a-break") == (
            "Punkt 1, Budget: behandlet 10.01.2023 15:45, mens mødet var afbrudt.",
            "Item 1, Budget: dealt with 10.01.2023 15:45, while the meeting was interrupted.",
        )

    def test_it_says_when(self) -> None:
        book, _, item = self._book()
        book.decided(item, "2023-01-10T17:10")
        assert book.said("done-after-close") == (
            "Punkt 1, Budget: behandlet 10.01.2023 17:10, efter at mødet var hævet 10.01.2023 17:00.",
            "Item 1, Budget: dealt with 10.01.2023 17:10, after the meeting was closed 10.01.2023 17:00.",
        )
        book.decided(item, "2023-01-10T14:10")
        assert book.said("done-before-opening") == (
            "Punkt 1, Budget: behandlet 10.01.2023 14:10, før mødet blev åbnet 10.01.2023 15:00.",
            "Item 1, Budget: dealt with 10.01.2023 14:10, before the meeting was opened 10.01.2023 15:00.",
        )
