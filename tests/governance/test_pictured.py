"""What the pictures of a book are drawn from: who came to which meeting, and how much is of when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.catalogue import (
    AgendaItemAdded,
    AttendanceRecorded,
    AttendanceStatus,
    GuestAttended,
    LeaveGranted,
    MeetingCancelled,
    MeetingClosed,
    MeetingOpened,
    MeetingScheduled,
    MemberLeft,
    MembershipEnded,
    NoteWritten,
    PersonRegistered,
)
from events.entry import Entry, Provenance
from events.moments import Effective
from governance.views.attendance import attendance
from governance.views.attendance_matrix import attendance_matrix
from governance.views.over_time import day_in_the_world, over_time
from tests.scenario import Scenario

PRESENT, APOLOGY, ABSENT = AttendanceStatus.PRESENT, AttendanceStatus.APOLOGY, AttendanceStatus.ABSENT


class Book(Scenario):
    """A council that met in January and March 2023, and called May off."""

    def __init__(self) -> None:
        super().__init__()
        self.anna, self.bo = self.member("Anna Ægidius"), self.member("Bo Ørum", "2023-02-01")
        self.january, self.march = (self.held(day) for day in ("2023-01-10", "2023-03-14"))
        may = f"m{self.given(MeetingScheduled(date='2023-05-09'))}"
        self.given(MeetingCancelled(meeting=may))  # type: ignore[arg-type]

    def held(self, day: str) -> str:
        """Hold a meeting and return its id."""
        meeting = f"m{self.given(MeetingScheduled(date=day))}"
        self.given(MeetingOpened(meeting=meeting))  # type: ignore[arg-type]
        return meeting

    def came(self, meeting: str, person: str, status: AttendanceStatus) -> None:
        """Record how somebody came."""
        self.given(AttendanceRecorded(meeting=meeting, person=person, status=status))  # type: ignore[arg-type]

    @property
    def rows(self) -> dict[str, list[str]]:
        """How everybody came to the meetings, by name."""
        return {one.name: list(one.came) for one in attendance_matrix(self.state).members}


class TestMatrix:
    def test_the_columns_are_the_meetings_that_were_held(self) -> None:
        assert [one.date for one in attendance_matrix(Book().state).meetings] == ["2023-01-10", "2023-03-14"]
        some = attendance_matrix(Book().state, "2023-02-01", "2023-12-31")
        assert [one.date for one in some.meetings] == ["2023-03-14"]

    def test_each_way_of_coming_has_its_word(self) -> None:
        book = Book()
        book.came(book.january, book.anna, PRESENT)
        book.came(book.march, book.anna, APOLOGY)
        book.came(book.march, book.bo, PRESENT)
        assert book.rows == {"Anna Ægidius": ["present", "apology"], "Bo Ørum": ["none", "present"]}
        book.given(MemberLeft(meeting=book.march, person=book.bo), "2023-03-14T16:40")  # type: ignore[arg-type]
        assert book.rows["Bo Ørum"] == ["none", "partly"]

    def test_who_is_not_listed_was_on_leave_or_the_book_does_not_tell(self) -> None:
        book = Book()
        assert book.rows == {"Anna Ægidius": ["unrecorded", "unrecorded"], "Bo Ørum": ["none", "unrecorded"]}
        book.given(LeaveGranted(person=book.bo), "2023-03-01")
        assert book.rows["Bo Ørum"] == ["none", "leave"]
        book.given(MembershipEnded(person=book.anna), "2023-03-01")
        assert book.rows["Anna Ægidius"] == ["unrecorded", "none"]

    def test_who_never_was_of_the_council_is_no_row(self) -> None:
        book = Book()
        dorte = f"p{book.given(PersonRegistered(name='Dorte Vad'))}"
        book.given(GuestAttended(meeting=book.january, person=dorte))  # type: ignore[arg-type]
        assert set(book.rows) == {"Anna Ægidius", "Bo Ørum"}

    def test_it_counts_as_the_statistics_do(self) -> None:
        book = Book()
        for meeting, person, status in (
            (book.january, book.anna, PRESENT),
            (book.march, book.anna, ABSENT),
            (book.march, book.bo, PRESENT),
        ):
            book.came(meeting, person, status)
        counted = {
            one.name: (one.present, one.apology, one.absent) for one in attendance(book.state, None, None).members
        }
        assert counted == {
            name: (came.count("present") + came.count("partly"), came.count("apology"), came.count("absent"))
            for name, came in book.rows.items()
        }


class TestOverTime:
    def test_months_without_anything_are_there_too(self) -> None:
        told = over_time(["2022-11-30", "2023-02-01", "2023-02-28"], 12)
        assert told.step == "month"
        assert [(one.begins, one.count) for one in told.counts] == [
            *(("2022-11", 1), ("2022-12", 0), ("2023-01", 0), ("2023-02", 2))
        ]

    def test_where_there_is_no_room_for_months_quarters_and_years_are_counted(self) -> None:
        days = ["2021-02-03", "2022-12-31"]
        assert [(one.begins, one.count) for one in over_time(days, 8).counts][::7] == [("2021-01", 1), ("2022-10", 1)]
        assert [(one.begins, one.count) for one in over_time(days, 3).counts] == [("2021-01", 1), ("2022-01", 1)]
        assert over_time([], 10).counts == []

    @given(st.lists(st.dates(date(1950, 1, 1), date(2050, 1, 1)), min_size=1), st.integers(4, 200))
    def test_every_day_is_counted_once(self, days: list[date], most: int) -> None:
        told = over_time([day.isoformat() for day in days], most)
        assert sum(one.count for one in told.counts) == len(days)
        assert told.counts[0].count
        assert told.counts[-1].count
        assert len(told.counts) <= max(most, 101)
        begins = [one.begins for one in told.counts]
        assert begins == sorted(set(begins))

    @pytest.mark.parametrize("from_document", [False, True])
    def test_an_entry_is_of_the_day_of_its_meeting_where_it_has_none(self, from_document: bool) -> None:
        book = Book()
        item = f"i{book.given(AgendaItemAdded(meeting=book.march, number='1', title='Budget'))}"  # type: ignore[arg-type]
        provenance = Provenance(source="ab" * 32) if from_document else None

        def day(event: object, effective: str | None = None) -> str | None:
            entry = Entry(
                book="test",
                number=99,
                schema_version=1,
                command_id="c",
                recorded_at="2026-11-22T09:00:00.000000Z",  # type: ignore[arg-type]
                recorded_by="Hanne Bro",
                event=event,  # type: ignore[arg-type]
                effective=Effective(effective) if effective else None,
                provenance=provenance,
            )
            return day_in_the_world(book.draft.fold, entry)

        assert day(MeetingClosed(meeting=book.january)) == "2023-01-10"  # type: ignore[arg-type]
        assert day(NoteWritten(meeting=book.march, item=item, text="x")) == "2023-03-14"  # type: ignore[arg-type]
        assert day(MembershipEnded(person=book.bo), "2023-06-01/2023-08-01") == "2023-08-01"
        assert day(MembershipEnded(person=book.bo)) == (None if from_document else "2026-11-22")
