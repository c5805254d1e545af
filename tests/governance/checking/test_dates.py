"""Given the dates in the words of the book, whether they agree with each other and with what they tell."""

from typing import Any

import pytest

from events.catalogue import (
    AgendaItemAdded,
    ItemPostponed,
    MatterOpened,
    MeetingRescheduled,
    MeetingScheduled,
    MinutesApproved,
    NoteWritten,
)
from tests.governance.checking.kept_book import JANUARY, MARCH, KeptBook

SPOKEN = ("weekday-disagrees", "week-disagrees", "date-differs")


class Noted(KeptBook):
    """A book with a meeting on Tuesday 10 January 2023."""

    def __init__(self) -> None:
        super().__init__()
        self.m = self.planned()
        self.one = self.listed(self.m, "Næste møde")
        self.opened(self.m, "2023-01-10T15:00")

    def noted(self, text: str) -> int:
        return self.given(NoteWritten(meeting=self.m, item=self.one, text=text))

    def spoken(self) -> list[tuple[str, Any]]:
        """The words that do not agree, with the kind of disagreement."""
        return [(one.kind, one.about["words"]) for one in self.found(*SPOKEN)]


class TestWeekdays:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Vi ses tirsdag d. 26. oktober 2022.", "tirsdag d. 26. oktober 2022"),
            ("Vi ses onsdag d. 26. oktober 2022.", None),
            ("Temadag mandag den 24. januar.", "mandag den 24. januar"),
            ("Temadag tirsdag den 24. januar.", None),
            ("Sidste år: fredag d. 2. juli.", None),
            ("Vi ses d. 26. oktober 2022.", None),
        ],
    )
    def test_a_date_is_the_weekday_that_is_written(self, text: str, found: str | None) -> None:
        book = Noted()
        entry = book.noted(text)
        assert book.spoken() == ([("weekday-disagrees", found)] if found else [])
        assert book.shown("weekday-disagrees") == ([("doubt", book.m, [entry])] if found else [])

    def test_it_says_which_it_is(self) -> None:
        book = Noted()
        book.noted("Vi ses tirsdag d. 26. oktober 2022.")
        assert book.said("weekday-disagrees") == (
            "»tirsdag d. 26. oktober 2022«: 26.10.2022 er en onsdag.",
            "»tirsdag d. 26. oktober 2022«: 26.10.2022 is a Wednesday.",
        )

    def test_a_title_that_is_told_twice_is_found_once(self) -> None:
        book = KeptBook()
        meeting = book.planned()
        title = "Besøg tirsdag d. 26. oktober 2022"
        book.given(AgendaItemAdded(meeting=meeting, title=title))
        assert [type(entry.event) for entry in list(book.draft.history.entries())[-2:]] == [
            MatterOpened,
            AgendaItemAdded,
        ]
        assert len(book.found("weekday-disagrees")) == 1


class TestWeeks:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Besøg i uge 43 (1. november 2022).", "uge 43 (1. november 2022"),
            ("Besøg den 1. november 2022 (uge 43).", "den 1. november 2022 (uge 43"),
            ("Besøg den 1. november 2022 (uge 44).", None),
            ("Besøg i uge 43. Næste møde er 1. november 2022.", None),
            ("Ferie i uge 42-43, 1. november 2022.", None),
        ],
    )
    def test_a_date_lies_in_the_week_that_is_written(self, text: str, found: str | None) -> None:
        book = Noted()
        book.noted(text)
        assert book.spoken() == ([("week-disagrees", found)] if found else [])

    def test_it_says_in_which_it_lies(self) -> None:
        book = Noted()
        book.noted("Besøg i uge 43, den 1. november 2022.")
        assert book.said("week-disagrees") == (
            "»uge 43, den 1. november 2022«: 01.11.2022 ligger i uge 44.",
            "»uge 43, den 1. november 2022«: 01.11.2022 lies in week 44.",
        )


class TestOtherDates:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Næste møde er den 14. marts.", None),
            ("Næste møde er den 15. marts.", "den 15. marts"),
            ("Næste møde er den 14. marts 2024.", "den 14. marts 2024"),
            ("Møderne er 14/3 og 9/5.", None),
            ("Som besluttet den 3. januar holdes næste møde i marts.", None),
        ],
    )
    def test_a_meeting_is_told_with_its_own_date(self, text: str, found: str | None) -> None:
        book = Noted()
        entry = book.given(MeetingScheduled(date=MARCH, agreed_in=book.one, text=text))
        assert book.spoken() == ([("date-differs", found)] if found else [])
        assert book.shown("date-differs") == ([("doubt", book.m, [entry])] if found else [])

    def test_also_where_another_statement_tells_it(self) -> None:
        book = Noted()
        note = book.noted("Næste møde er den 15. marts.")
        telling: Any = f"n{note}"
        statement = next(iter(one for one in book.draft.fold.statements if one.endswith(str(note))), telling)
        book.given(MeetingScheduled(date=MARCH, agreed_in=book.one, told_in=statement))
        assert book.spoken() == [("date-differs", "den 15. marts")]

    def test_one_that_was_moved(self) -> None:
        book = Noted()
        later = book.planned(MARCH)
        moved = MeetingRescheduled(
            meeting=later, date="2023-03-21", agreed_in=book.one, text="Mødet 14. marts flyttes til 21. marts."
        )
        book.given(moved)
        assert not book.spoken()

    @pytest.mark.parametrize(("text", "found"), [("Udsat til 14. marts.", False), ("Udsat til 21. marts.", True)])
    def test_a_matter_is_put_off_to_the_day_that_is_said(self, text: str, found: bool) -> None:
        book = Noted()
        book.given(ItemPostponed(item=book.one, to_date=MARCH, text=text))
        assert bool(book.found("date-differs")) is found

    @pytest.mark.parametrize(
        ("title", "found"),
        [("Referat fra d. 9. november", None), ("Referat fra d. 8. november", "d. 8. november"), ("Referat", None)],
    )
    def test_minutes_are_those_of_the_day_in_the_title(self, title: str, found: str | None) -> None:
        book = Noted()
        item = book.listed(book.m, title, standing=True)
        book.given(MinutesApproved(meeting=book.m, item=item, of="2022-11-09", text="Referatet blev godkendt."))
        assert book.spoken() == ([("date-differs", found)] if found else [])

    def test_it_says_what_the_book_has(self) -> None:
        book = Noted()
        book.given(MeetingScheduled(date=MARCH, agreed_in=book.one, text="Næste møde: tirsdag d. 15. marts."))
        assert not book.found("weekday-disagrees")
        assert book.said("date-differs") == (
            "»tirsdag d. 15. marts«: efter bogen er det 14.03.2023.",
            "»tirsdag d. 15. marts«: by the book it is 14.03.2023.",
        )


def test_the_day_of_a_meeting_that_was_moved_afterwards_was_right_when_it_was_said() -> None:
    book = KeptBook()
    here, later = book.planned(JANUARY), book.planned(MARCH)
    item = book.listed(here)
    book.opened(here)
    book.postponed(item, to_meeting=later)
    book.given(MeetingRescheduled(meeting=later, date="2023-03-15"), "2023-02-01")
    assert not book.found("date-differs")
