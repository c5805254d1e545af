"""Given the minutes of meetings, whether they were approved when and as they should be."""

from typing import Any

import pytest

from events.catalogue import (
    ApprovalForm,
    ApprovalRule,
    ItemDecided,
    ItemKind,
    MeetingClosed,
    MinutesApproved,
    MinutesIssued,
    Rules,
)
from tests.governance.checking.kept_book import JANUARY, MARCH, MAY, NEXT, KeptBook, approving
from tests.governance.checking.parameters import shows

APPROVED = (
    *("minutes-approved-late", "minutes-not-approved", "minutes-lay-long", "minutes-approved-otherwise"),
    *("silence-too-short", "silence-over", "approved-but-not-issued", "minutes-not-issued", "approved-before-issued"),
    *("approved-twice", "takes-in-what-corrects-nothing"),
)


class TestApprovedNext:
    @shows("approval")
    @pytest.mark.parametrize(
        ("rule", "found"), [(NEXT, True), (ApprovalRule.WRITTEN, True), (ApprovalRule.SILENCE, False)]
    )
    def test_minutes_are_approved_at_the_next_meeting(self, rule: ApprovalRule, found: bool) -> None:
        book = approving(rule)
        first, second = book.went(), book.went(MARCH)
        entries = [book.last(MeetingClosed, second), book.last(MinutesIssued, first)]
        assert book.shown("minutes-not-approved") == ([("breach", second, entries)] if found else [])

    def test_it_says_at_which(self) -> None:
        book = approving()
        book.went(), book.went(MARCH)
        assert book.said("minutes-not-approved") == (
            "Referatet af 10.01.2023 blev ikke godkendt på det næste møde 14.03.2023 og er det heller ikke senere.",
            "The minutes of 10.01.2023 were not approved at the next meeting, of 14.03.2023, and have not been since.",
        )

    @pytest.mark.parametrize("of", [None, JANUARY])
    def test_then_all_is_well(self, of: str | None) -> None:
        book = approving()
        book.went()
        book.approved(book.went(MARCH), of)
        assert not book.found(*APPROVED)

    def test_later_is_too_late(self) -> None:
        book = approving()
        first, second, third = book.went(), book.went(MARCH), book.went(MAY)
        book.approved(third, MARCH)
        entry = book.approved(third, JANUARY)
        assert second
        assert book.shown("minutes-approved-late") == [("breach", third, [entry, book.last(MinutesIssued, first)])]
        assert not book.found("minutes-not-approved", "approved-twice")
        assert book.said("minutes-approved-late") == (
            "Referatet af 10.01.2023 blev først godkendt 09.05.2023, ikke på det næste møde 14.03.2023.",
            "The minutes of 10.01.2023 were approved on 09.05.2023 only, not at the next meeting, of 14.03.2023.",
        )

    def test_a_meeting_in_between_may_be_lacking(self) -> None:
        book = approving()
        book.went()
        book.approved(book.went(MAY), MARCH)
        assert not book.found("minutes-not-approved", "minutes-approved-late")

    def test_one_that_was_planned_in_between_may_have_been_held(self) -> None:
        book = approving()
        book.went()
        book.planned("2023-02-14")
        book.went(MARCH)
        assert not book.found("minutes-not-approved")

    def test_an_item_that_approves_some_minutes_tells_enough(self) -> None:
        book = approving()
        book.went()
        meeting = book.planned(MARCH)
        item = book.listed(meeting, "Godkendelse af referat", kind=ItemKind.APPROVAL, standing=True)
        book.opened(meeting)
        book.given(ItemDecided(item=item))
        book.over(meeting)
        book.issued(meeting)
        assert not book.found("minutes-not-approved")

    def test_minutes_from_before_the_book_lay_long(self) -> None:
        """The minutes of 14 October 2020 were approved on 2 June 2021: trap 12 of the seeds."""
        book = KeptBook(rules=Rules(approval=NEXT, meetings_a_year=4))
        meeting = book.went("2021-06-02")
        entry = book.approved(meeting, "2020-10-14")
        assert book.shown("minutes-lay-long") == [("doubt", meeting, [entry])]
        assert book.said("minutes-lay-long") == (
            "Referatet af 14.10.2020 blev først godkendt 02.06.2021, 231 dage senere; der skulle have været et møde "
            "forinden.",
            "The minutes of 14.10.2020 were approved on 02.06.2021 only, 231 days later; there should have been a meeting "
            "before.",
        )

    @pytest.mark.parametrize(("a_year", "of"), [(4, "2021-03-03"), (1, "2020-10-14")])
    def test_or_no_longer_than_it_is_between_meetings(self, a_year: int, of: str) -> None:
        book = KeptBook(rules=Rules(approval=NEXT, meetings_a_year=a_year))
        book.approved(book.went("2021-06-02"), of)
        assert not book.found("minutes-lay-long")


class TestApprovedOtherwise:
    def _approved(self, rule: ApprovalRule, how: ApprovalForm, **more: Any) -> tuple[KeptBook, Any, int]:
        book = approving(rule, **more)
        meeting = book.went()
        return book, meeting, book.given(MinutesApproved(of=JANUARY, how=how), "2023-02-01")

    @pytest.mark.parametrize(
        ("rule", "how", "found"),
        [
            (NEXT, ApprovalForm.SILENCE, True),
            (NEXT, ApprovalForm.WRITTEN, True),
            (ApprovalRule.SILENCE, ApprovalForm.SILENCE, False),
            (ApprovalRule.WRITTEN, ApprovalForm.WRITTEN, False),
            (ApprovalRule.EACH_MEMBER, ApprovalForm.WRITTEN, False),
            (ApprovalRule.WRITTEN, ApprovalForm.SILENCE, True),
        ],
    )
    def test_as_the_rule_has_it(self, rule: ApprovalRule, how: ApprovalForm, found: bool) -> None:
        book, meeting, entry = self._approved(rule, how)
        assert book.shown("minutes-approved-otherwise") == ([("breach", meeting, [entry])] if found else [])

    @pytest.mark.parametrize(
        ("how", "said"),
        [
            (
                ApprovalForm.SILENCE,
                (
                    "Referatet af 10.01.2023 blev anset for godkendt 01.02.2023, fordi ingen gjorde indsigelse; sådan er "
                    "reglerne ikke.",
                    "The minutes of 10.01.2023 were approved on 01.02.2023 as nobody objected; the rules have it "
                    "otherwise.",
                ),
            ),
            (
                ApprovalForm.WRITTEN,
                (
                    "Referatet af 10.01.2023 blev godkendt skriftligt 01.02.2023; sådan er reglerne ikke.",
                    "The minutes of 10.01.2023 were approved on 01.02.2023 in writing; the rules have it otherwise.",
                ),
            ),
        ],
    )
    def test_it_says_how(self, how: ApprovalForm, said: tuple[str, str]) -> None:
        book, _, _ = self._approved(NEXT, how)
        assert book.said("minutes-approved-otherwise") == said

    @shows("silence_days")
    @pytest.mark.parametrize(("days", "found"), [(14, False), (22, False), (23, True)])
    def test_there_is_time_to_object(self, days: int, found: bool) -> None:
        book, meeting, entry = self._approved(ApprovalRule.SILENCE, ApprovalForm.SILENCE, silence_days=days)
        entries = [entry, book.last(MinutesIssued, meeting)]
        assert book.shown("silence-too-short") == ([("breach", meeting, entries)] if found else [])
        assert not book.found("silence-over")

    def test_it_says_how_long(self) -> None:
        book, _, _ = self._approved(ApprovalRule.SILENCE, ApprovalForm.SILENCE, silence_days=30)
        assert book.said("silence-too-short") == (
            "Referatet af 10.01.2023, udsendt 10.01.2023, blev anset for godkendt 01.02.2023, 22 dage senere; "
            "indsigelsesfristen er 30 dage.",
            "The minutes of 10.01.2023, issued on 10.01.2023, were approved by silence on 01.02.2023, 22 days later; "
            "there are 30 to object.",
        )

    def test_then_they_stand_and_the_book_is_to_tell_so(self) -> None:
        book = approving(ApprovalRule.SILENCE, silence_days=14)
        meeting = book.went()
        issued = book.last(MinutesIssued, meeting)
        assert not [one for one in book.findings(on="2023-01-24") if one.kind == "silence-over"]
        assert book.shown("silence-over") == [("reminder", meeting, [issued])]
        assert book.said("silence-over") == (
            "Fristen for indsigelser mod referatet af 10.01.2023 udløb 24.01.2023; referatet står godkendt, men det "
            "fortæller bogen ikke.",
            "Who objects to the minutes of 10.01.2023 had until 24.01.2023; they stand approved, which the book does not "
            "tell.",
        )
