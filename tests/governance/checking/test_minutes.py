"""Given the minutes of meetings, whether the book tells of them in order."""

import pytest

from events.catalogue import (
    EntryStruck,
    MeetingCancelled,
    MeetingClosed,
    MeetingOpened,
    NoteWritten,
)
from tests.governance.checking.kept_book import JANUARY, MARCH, MAY, approving


class TestIssued:
    def test_minutes_are_issued_before_the_next_meeting_is_held(self) -> None:
        book = approving()
        first = book.went(written_up=False)
        closed = book.last(MeetingClosed, first)
        assert not book.found("minutes-not-issued")
        book.went(MARCH)
        assert book.shown("minutes-not-issued") == [("reminder", first, [closed])]
        assert not book.found("minutes-not-approved")
        assert book.said("minutes-not-issued") == (
            "Referatet af 10.01.2023 er ikke udsendt, selv om det næste møde blev holdt 14.03.2023.",
            "The minutes of 10.01.2023 have not been issued, though the next meeting was held on 14.03.2023.",
        )

    def test_and_before_they_are_approved(self) -> None:
        book = approving()
        first = book.went(written_up=False)
        entry = book.approved(book.went(MARCH), JANUARY)
        entries = [entry, book.last(MeetingClosed, first)]
        assert book.shown("approved-but-not-issued") == [("breach", first, entries)]
        assert not book.found("minutes-not-issued")
        assert book.said("approved-but-not-issued") == (
            "Referatet af 10.01.2023 blev godkendt 14.03.2023, men bogen fortæller ikke, at det er udsendt.",
            "The minutes of 10.01.2023 were approved on 14.03.2023, but the book does not tell that they were issued.",
        )

    @pytest.mark.parametrize(("on", "found"), [("2023-03-14", False), ("2023-03-20", True)])
    def test_on_an_earlier_day(self, on: str, found: bool) -> None:
        book = approving()
        first = book.went(written_up=False)
        issued = book.issued(first, on)
        entry = book.approved(book.went(MARCH), JANUARY)
        assert book.shown("approved-before-issued") == ([("breach", first, [entry, issued])] if found else [])
        if found:
            assert book.said("approved-before-issued") == (
                "Referatet af 10.01.2023 blev godkendt 14.03.2023, men først udsendt 20.03.2023.",
                "The minutes of 10.01.2023 were approved on 14.03.2023, but issued on 20.03.2023 only.",
            )


class TestWhatAnApprovalTakesIn:
    def test_the_same_minutes_are_approved_once(self) -> None:
        book = approving()
        book.went()
        second, third = book.went(MARCH), book.went(MAY)
        first = book.approved(second, JANUARY)
        book.approved(third, MARCH)
        assert not book.found("approved-twice")
        again = book.approved(third, JANUARY)
        assert book.shown("approved-twice") == [("doubt", third, [again, first])]
        assert book.said("approved-twice") == (
            "Referatet af 10.01.2023 blev godkendt 14.03.2023 og en gang til 09.05.2023.",
            "The minutes of 10.01.2023 were approved on 14.03.2023, and once more on 09.05.2023.",
        )

    def test_minutes_are_of_a_meeting_that_was_held(self) -> None:
        book = approving()
        planned = book.planned(JANUARY)
        at = book.went(MARCH)
        assert not book.found("approved-but-not-held")
        entry = book.approved(at, JANUARY)
        assert book.shown("approved-but-not-held") == [("reminder", at, [entry, int(planned[1:])])]
        assert book.said("approved-but-not-held") == (
            "Referatet af 10.01.2023 blev godkendt 14.03.2023, men bogen fortæller ikke, at mødet blev holdt: overtag "
            "referatet, eller se efter, om der mentes en anden dag.",
            "The minutes of 10.01.2023 were approved on 14.03.2023, but the book does not tell that this meeting was "
            "held: take over its minutes, or see whether another day was meant.",
        )
        book.given(MeetingOpened(meeting=planned), JANUARY)
        assert not book.found("approved-but-not-held")

    def test_and_not_of_one_that_was_called_off(self) -> None:
        book = approving()
        planned = book.planned(JANUARY)
        book.given(MeetingCancelled(meeting=planned), "2023-01-05")
        at = book.went(MARCH)
        entry = book.approved(at, JANUARY)
        assert book.shown("approved-but-not-held") == [("doubt", at, [entry, int(planned[1:])])]
        assert book.said("approved-but-not-held") == (
            "Referatet af 10.01.2023 blev godkendt 14.03.2023, men efter bogen blev det møde aflyst.",
            "The minutes of 10.01.2023 were approved on 14.03.2023, but the book tells that this meeting was called off.",
        )

    def test_a_meeting_that_the_book_does_not_know_is_none_of_its_business(self) -> None:
        book = approving()
        book.approved(book.went(MARCH), JANUARY)
        assert not book.found("approved-but-not-held")

    def test_it_takes_in_strikes_and_corrections(self) -> None:
        book = approving()
        note = book.given(NoteWritten(meeting=book.went(written_up=False), text="Velkommen."))
        strike = book.given(EntryStruck(entry=note, reason="Forkert"))
        second = book.went(MARCH)
        book.approved(second, JANUARY, corrections=(strike,))
        assert not book.found("takes-in-what-corrects-nothing")

    def test_and_nothing_else(self) -> None:
        book = approving()
        first = book.went()
        second = book.went(MARCH)
        other = book.last(MeetingClosed, first)
        entry = book.approved(second, JANUARY, corrections=(other,))
        assert book.shown("takes-in-what-corrects-nothing") == [("breach", second, [entry, other])]
        assert book.said("takes-in-what-corrects-nothing") == (
            f"Godkendelsen af referatet af 10.01.2023 henviser til førelse {other}, som hverken streger eller retter "
            "noget.",
            f"The approval of the minutes of 10.01.2023 takes in entry {other}, which strikes and corrects nothing.",
        )
