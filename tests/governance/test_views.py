"""Given a book, what follows from it on a day or over a time."""

from typing import Any

import pytest

from events.catalogue import (
    AgendaItemAdded,
    AnswerReceived,
    AttendanceRecorded,
    AttendanceStatus,
    DocumentSent,
    ExternalBodyRegistered,
    ItemDecided,
    ItemPostponed,
    LeaveEnded,
    LeaveGranted,
    MeetingCancelled,
    MeetingForm,
    MeetingOpened,
    MeetingScheduled,
    MemberAppointed,
    MemberLeft,
    MembershipEnded,
    Office,
    OfficerElected,
    PersonRegistered,
    RepresentativeElected,
    StandInListed,
    TaskAgreed,
    TaskChanged,
    TaskCompleted,
    WorkingGroupChanged,
    WorkingGroupDissolved,
    WorkingGroupFormed,
)
from governance.history import amendments_in, replay
from governance.language import speak
from governance.state.model import State
from governance.state.publishing import publish
from governance.views.attendance import attendance
from governance.views.fees import fees
from governance.views.matters import open_matters
from governance.views.overdue import overdue
from governance.views.who import who
from governance.wording.summary import names_in
from governance.wording.views import view_lines
from tests.scenario import Scenario

PRESENT, APOLOGY, ABSENT = AttendanceStatus.PRESENT, AttendanceStatus.APOLOGY, AttendanceStatus.ABSENT


class Book(Scenario):
    """A council that meets in January, March and May 2023."""

    def __init__(self) -> None:
        super().__init__()
        self.anna, self.bo = self.member("Anna Ægidius"), self.member("Bo Ørum", "2023-03-01")
        self.body: Any = f"b{self.given(ExternalBodyRegistered(name='Kulturudvalget'))}"
        self.january, self.march, self.may = (self.held(day) for day in ("2023-01-10", "2023-03-14", "2023-05-09"))

    def held(self, day: str, **more: Any) -> Any:
        meeting = f"m{self.given(MeetingScheduled(date=day, **more), '2022-12-01')}"
        self.given(MeetingOpened(meeting=meeting))  # type: ignore[arg-type]
        return meeting

    def came(self, meeting: Any, *statuses: AttendanceStatus) -> None:
        for person, status in zip((self.anna, self.bo), statuses, strict=False):
            self.given(AttendanceRecorded(meeting=meeting, person=person, status=status))

    def item(self, meeting: Any, title: str, **more: Any) -> Any:  # type: ignore[override]
        return f"i{self.given(AgendaItemAdded(meeting=meeting, title=title, **more))}"

    def on(self, day: str) -> State:
        entries = list(self.draft.history.entries())
        return publish(replay("test", entries, amendments_in(entries), on=day))

    def lines(self, view: Any) -> list[str]:
        return list(view_lines(view, names_in(self.state)))


@pytest.fixture
def book() -> Any:
    speak("en")
    yield Book()
    speak("en")


class TestAttendance:
    def test_everybody_counts_from_the_day_of_becoming_a_member(self, book: Book) -> None:
        book.came(book.january, PRESENT)
        book.came(book.march, PRESENT, PRESENT)
        book.came(book.may, APOLOGY, PRESENT)
        anna, bo = attendance(book.state, None, None).members
        assert (anna.name, anna.first, anna.meetings, anna.present, anna.apology) == (
            "Anna Ægidius",
            "2023-01-10",
            3,
            2,
            1,
        )
        assert (bo.first, bo.meetings, bo.present, bo.percent, anna.percent) == ("2023-03-14", 2, 2, 100, 67)

    def test_only_meetings_of_the_time_that_were_held_by_people_meeting(self, book: Book) -> None:
        book.held("2023-04-01", form=MeetingForm.WRITTEN)
        off: Any = f"m{book.given(MeetingScheduled(date='2023-04-02'), '2022-12-01')}"
        book.given(MeetingCancelled(meeting=off))
        book.given(MeetingScheduled(date="2023-04-03"), "2022-12-01")
        assert attendance(book.state, "2023-03-14", "2023-04-30").meetings == 1
        assert attendance(book.state, None, None).meetings == 3

    def test_what_is_not_told_is_no_absence(self, book: Book) -> None:
        book.came(book.january, ABSENT)
        anna, bo = attendance(book.state, None, None).members
        assert (anna.absent, anna.unrecorded, anna.percent) == (1, 2, 0)
        assert (bo.meetings, bo.unrecorded, bo.percent) == (2, 2, None)

    def test_who_is_on_leave_counts_where_listed_only(self, book: Book) -> None:
        book.given(LeaveGranted(person=book.anna, until="2023-12-31"), "2023-02-01")
        book.given(LeaveEnded(person=book.anna), "2023-05-01")
        book.came(book.january, PRESENT)
        assert [held.meetings for held in attendance(book.state, None, None).members] == [2, 2]
        book.came(book.march, PRESENT)
        assert [held.meetings for held in attendance(book.state, None, None).members] == [3, 2]

    def test_who_left_early_was_there_in_part(self, book: Book) -> None:
        book.came(book.march, PRESENT, PRESENT)
        book.given(MemberLeft(meeting=book.march, person=book.bo), "2023-03-14T16:40")
        anna, bo = attendance(book.state, None, None).members
        assert (anna.partly, bo.present, bo.partly) == (0, 1, 1)

    def test_who_left_the_council_counts_until_then(self, book: Book) -> None:
        book.given(MembershipEnded(person=book.anna), "2023-03-01")
        assert [held.meetings for held in attendance(book.state, None, None).members] == [1, 2]

    def test_in_words(self, book: Book) -> None:
        book.came(book.january, PRESENT)
        book.came(book.march, APOLOGY, PRESENT)
        assert book.lines(attendance(book.state, "2023-01-01", "2023-04-30")) == [
            "Attendance, 01.01.2023 to 30.04.2023: 2 meetings held.",
            "  Anna Ægidius: present at 1 of 2 (50 %), 1 with apology",
            "  Bo Ørum: present at 1 of 1 (100 %)",
        ]
        speak("da")
        assert book.lines(attendance(book.state, "2023-01-01", None))[:2] == [
            "Fremmøde, fra 01.01.2023: 3 møder holdt.",
            "  Anna Ægidius: mødt til 1 af 3 (50 %), 1 med afbud, 1 ikke oplyst",
        ]


class TestFees:
    def test_who_was_present_is_due_a_fee(self, book: Book) -> None:
        book.came(book.january, PRESENT)
        book.came(book.march, PRESENT, APOLOGY)
        book.came(book.may, ABSENT, PRESENT)
        view = fees(book.state, "2023-01-01", "2023-04-30", 42_500)
        assert [(held.name, held.meetings, held.amount) for held in view.persons] == [
            ("Anna Ægidius", ["2023-01-10", "2023-03-14"], 85_000)
        ]
        view = fees(book.state, None, None, 42_550)
        assert view.total == sum(held.amount for held in view.persons) == 127_650
        assert book.lines(view) == [
            "Attendance fees, the whole book, 425,50 kr. a meeting.",
            "  Anna Ægidius: 851 kr. (10.01.2023, 14.03.2023)",
            "  Bo Ørum: 425,50 kr. (09.05.2023)",
            "  In all: 1.276,50 kr.",
        ]


class TestMatters:
    def test_open_matters_have_their_age_and_were_put_off_so_often(self, book: Book) -> None:
        first = book.item(book.january, "Skilt")
        matter = book.draft.fold.items[first].matter
        book.given(ItemPostponed(item=first))
        second = book.item(book.march, "Skilt", matter=matter)
        book.given(ItemPostponed(item=second))
        dealt_with = book.item(book.march, "Fest")
        book.given(ItemDecided(item=dealt_with))
        third = book.item(book.may, "Skilt", matter=matter)

        def told(day: str) -> list[tuple[str, str, int | None, int, str | None]]:
            return [
                (held.title, held.status, held.age_days, held.postponements, held.last_meeting)
                for held in open_matters(book.on(day), day).matters
            ]

        assert told("2023-01-09") == []
        assert told("2023-02-10") == [("Skilt", "postponed", 31, 1, "2023-01-10")]
        assert told("2023-03-14") == [("Skilt", "postponed", 63, 2, "2023-03-14")]
        assert told("2023-06-01") == [("Skilt", "postponed", 142, 2, "2023-05-09")]
        book.given(ItemDecided(item=third))
        assert told("2023-06-01") == []
        assert told("2023-03-14") == [("Skilt", "postponed", 63, 2, "2023-03-14")]
        assert book.lines(open_matters(book.on("2023-03-14"), "2023-03-14")) == [
            "Open matters on 14.03.2023:",
            "  Skilt: postponed, 63 days since 10.01.2023, postponed 2 times, last on the agenda 14.03.2023",
        ]

    def test_the_oldest_first(self, book: Book) -> None:
        for meeting, title in ((book.may, "Ny"), (book.january, "Gammel"), (book.march, "Midt")):
            book.item(meeting, title)
        assert [held.title for held in open_matters(book.state, "2023-06-01").matters] == ["Gammel", "Midt", "Ny"]


class TestOverdue:
    def test_tasks_that_were_due(self, book: Book) -> None:
        item = book.item(book.january, "Skilt")
        task: Any = f"t{book.given(TaskAgreed(item=item, task='ringe', responsible=book.anna, due='2023-03-01'))}"
        book.given(TaskAgreed(item=item, task="vente"))
        assert overdue(book.on("2023-03-01"), "2023-03-01").tasks == []
        (late,) = overdue(book.on("2023-03-04"), "2023-03-04").tasks
        assert (late.id, late.responsible, late.due, late.days) == (task, book.anna, "2023-03-01", 3)
        assert book.lines(overdue(book.on("2023-03-04"), "2023-03-04")) == [
            "Tasks overdue on 04.03.2023:",
            "  ringe, Anna Ægidius, due 01.03.2023, 3 days ago",
            "Answers overdue on 04.03.2023:",
            "  none",
        ]
        book.given(TaskChanged(task=task, due="2023-04-01"), "2023-03-10")
        book.given(TaskCompleted(task=task), "2023-04-05")
        assert [len(overdue(book.on(day), day).tasks) for day in ("2023-03-09", "2023-03-10", "2023-04-02")] == [
            1,
            0,
            1,
        ]
        assert overdue(book.on("2023-04-05"), "2023-04-05").tasks == []

    def test_answers_that_have_not_come(self, book: Book) -> None:
        item = book.item(book.january, "Skilt")
        letter = DocumentSent(item=item, title="Brevet", recipient=book.body, answer_due="2023-02-01")
        sent: Any = f"d{book.given(letter)}"
        (late,) = overdue(book.on("2023-02-11"), "2023-02-11").answers
        assert (late.id, late.title, late.recipient, late.sent_on, late.days) == (
            sent,
            "Brevet",
            book.body,
            "2023-01-10",
            10,
        )
        book.given(AnswerReceived(dispatch=sent), "2023-02-12")
        assert overdue(book.on("2023-02-12"), "2023-02-12").answers == []
        speak("da")
        assert book.lines(overdue(book.on("2023-02-11"), "2023-02-11")) == [
            "Opgaver over fristen den 11.02.2023:",
            "  ingen",
            "Svar over fristen den 11.02.2023:",
            "  Kulturudvalget: Brevet, frist 01.02.2023, for 10 dage siden",
        ]


class TestWho:
    def test_who_was_what_on_a_day(self, book: Book) -> None:
        item = book.item(book.january, "Grupper")
        group: Any = f"g{book.given(WorkingGroupFormed(item=item, focus_area='Mad', members=(book.anna,)))}"
        guest: Any = f"p{book.given(PersonRegistered(name='Chau Nguyen'))}"
        book.given(OfficerElected(person=book.anna, office=Office.CHAIR, until="2023-12-31"), "2023-01-10")
        book.given(OfficerElected(person=book.bo, office=Office.CHAIR), "2023-05-09")
        book.given(RepresentativeElected(person=book.anna, body=book.body), "2023-02-01")
        book.given(StandInListed(person=guest, position=1, member=book.anna), "2023-02-01")
        book.given(WorkingGroupChanged(item=book.item(book.march, "Mere"), group=group, members=(book.bo,)))
        book.given(WorkingGroupDissolved(item=book.item(book.may, "Slut"), group=group))
        january, april, june = (who(book.on(day), day) for day in ("2023-01-10", "2023-04-01", "2023-06-01"))
        assert [held.name for held in january.members] == ["Anna Ægidius"]
        assert [(held.name, held.certain) for held in april.members] == [("Anna Ægidius", True), ("Bo Ørum", True)]
        assert [[held.name for held in view.offices] for view in (january, april, june)] == [
            ["Anna Ægidius"],
            ["Anna Ægidius"],
            ["Bo Ørum"],
        ]
        assert ([len(view.representatives) for view in (january, april)], april.representatives[0].body) == (
            [0, 1],
            book.body,
        )
        assert [[held.members for held in view.groups] for view in (january, april, june)] == [
            [[book.anna]],
            [[book.bo]],
            [],
        ]
        assert book.lines(april) == [
            "Members on 01.04.2023:",
            "  Anna Ægidius, from 01.01.2020",
            "  Bo Ørum, from 01.03.2023",
            "Offices:",
            "  chair: Anna Ægidius",
            "Represent the council:",
            "  Kulturudvalget: Anna Ægidius",
            "Stand-ins:",
            "  1. Chau Nguyen for Anna Ægidius",
            "Working groups:",
            "  Mad: Bo Ørum",
        ]

    def test_what_the_minutes_do_not_tell(self, book: Book) -> None:
        person: Any = f"p{book.given(PersonRegistered(name='Dorte Åkjær'))}"
        book.given(MemberAppointed(person=person, party="A"), "2023-01-10/2023-03-14")
        told = {held.name: (held.party, held.certain) for held in who(book.on("2023-02-01"), "2023-02-01").members}
        assert told == {"Anna Ægidius": (None, True), "Dorte Åkjær": ("A", False)}
