"""Given, when, then: meetings, their agendas and their items."""

import pytest

from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    AttendanceRecorded,
    AttendanceStatus,
    DecisionOutcome,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    MatterOpened,
    MeetingCalled,
    MeetingCancelled,
    MeetingClosed,
    MeetingOpened,
    MeetingPart,
    MeetingRescheduled,
    MeetingScheduled,
    NoteWritten,
    NothingRaised,
    OrdstyrerElected,
    ReferentNamed,
    WorkingGroupFormed,
)
from tests.governance.council_book import CouncilBook

PRESENT, APOLOGY = AttendanceStatus.PRESENT, AttendanceStatus.APOLOGY


@pytest.fixture
def book() -> CouncilBook:
    return CouncilBook()


class TestMeeting:
    def test_a_meeting_is_planned_in_parts(self, book: CouncilBook) -> None:
        parts = (
            MeetingPart(start="14:30", end="15:30", place="Jobcentret", counterpart=book.body),
            MeetingPart(start="15:30"),
        )  # type: ignore[arg-type]
        number = book.given(MeetingScheduled(date="2023-05-09", start="14:30", end="16:00", parts=parts))
        meeting = book.meeting(f"m{number}")
        assert meeting.status == "planned"
        assert [(part.start, part.place, part.counterpart) for part in meeting.parts] == [
            ("14:30", "Jobcentret", book.body),
            ("15:30", None, None),
        ]

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"date": "2023-01-10"}, "already"),
            ({"date": "2023-05-09", "start": "17:00", "end": "16:00"}, "ends at 16:00"),
            ({"date": "2023-05-09", "end": "16:00"}, "ends at 16:00"),
            ({"date": "2023-05-09", "parts": (MeetingPart(counterpart="b99"),)}, "no body b99"),  # type: ignore[arg-type]
            ({"date": "2023-05-09", "agreed_in": "i99"}, "no item i99"),
        ],
    )
    def test_nonsense_is_refused(self, book, fields, said) -> None:
        assert said in book.refused(MeetingScheduled(**fields))

    def test_two_meetings_on_one_day_begin_at_different_hours(self, book: CouncilBook) -> None:
        book.given(MeetingScheduled(date="2023-01-10", start="19:00"))  # type: ignore[arg-type]

    def test_what_is_stated_anew_replaces_what_was_known(self, book: CouncilBook) -> None:
        book.given(MeetingRescheduled(meeting=book.m, date="2023-01-17", place="Rådhuset"), "2023-01-05")
        meeting = book.meeting(book.m)
        assert (meeting.date, meeting.start, meeting.place) == ("2023-01-17", "15:30", "Rådhuset")

    def test_an_older_statement_taken_over_later_does_not(self, book: CouncilBook) -> None:
        book.given(MeetingRescheduled(meeting=book.m, date="2023-01-17", place="Rådhuset"), "2023-01-05")
        book.given(MeetingRescheduled(meeting=book.m, date="2023-01-12", place="Biblioteket"), "2022-11-01")
        meeting = book.meeting(book.m)
        assert (meeting.date, meeting.place) == ("2023-01-17", "Rådhuset")

    def test_a_meeting_is_moved_to_an_earlier_day(self, book: CouncilBook) -> None:
        book.given(MeetingRescheduled(meeting=book.m, date="2023-01-03"))
        assert book.meeting(book.m).date == "2023-01-03"

    def test_called_opened_closed(self, book: CouncilBook) -> None:
        assert "cannot be closed" in book.refused(MeetingClosed(meeting=book.m))
        book.given(MeetingCalled(meeting=book.m), "2023-01-03")
        assert book.meeting(book.m).status == "called"
        book.given(MeetingOpened(meeting=book.m), "2023-01-10T15:32")
        assert (book.meeting(book.m).status, book.meeting(book.m).opened_at) == ("open", "15:32")
        assert "already" in book.refused(MeetingOpened(meeting=book.m))
        assert "went out no later" in book.refused(MeetingCalled(meeting=book.m))
        assert "cannot be called off" in book.refused(MeetingCancelled(meeting=book.m))
        book.given(MeetingClosed(meeting=book.m), "2023-01-10T17:20")
        assert (book.meeting(book.m).status, book.meeting(book.m).closed_at) == ("closed", "17:20")
        assert "closed already" in book.refused(MeetingClosed(meeting=book.m))

    def test_nothing_happens_at_a_meeting_that_was_called_off(self, book: CouncilBook) -> None:
        book.given(MeetingCancelled(meeting=book.m, reason="Sne"))
        assert (book.meeting(book.m).status, book.meeting(book.m).cancelled_because) == ("cancelled", "Sne")
        for event in (
            MeetingOpened(meeting=book.m),
            MeetingRescheduled(meeting=book.m, date="2023-01-11"),
            AgendaItemAdded(meeting=book.m, title="x"),
            ItemDecided(item=book.i),
        ):
            assert "called off" in book.refused(event)

    def test_attendance_is_that_of_members(self, book: CouncilBook) -> None:
        book.given(AttendanceRecorded(meeting=book.m, person=book.anna, status=PRESENT))
        book.given(AttendanceRecorded(meeting=book.m, person=book.anna, status=APOLOGY))
        assert [(held.member, held.status) for held in book.meeting(book.m).attendance] == [(book.anna, "apology")]
        assert "not a member on 2023-01-10" in book.refused(
            AttendanceRecorded(meeting=book.m, person=book.guest, status=PRESENT)
        )

    def test_a_referent_need_not_be_a_member(self, book: CouncilBook) -> None:
        book.given(ReferentNamed(meeting=book.m, person=book.guest))
        assert book.meeting(book.m).referent == book.guest
        assert "no person" in book.refused(ReferentNamed(meeting=book.m, person="p99"))  # type: ignore[arg-type]

    def test_the_ordstyrer_is_a_member_who_is_there(self, book: CouncilBook) -> None:
        book.given(AttendanceRecorded(meeting=book.m, person=book.bo, status=APOLOGY))
        assert "not a member" in book.refused(OrdstyrerElected(meeting=book.m, person=book.guest))
        assert "cannot lead it" in book.refused(OrdstyrerElected(meeting=book.m, person=book.bo))
        book.given(OrdstyrerElected(meeting=book.m, person=book.anna, item=book.i))
        assert book.meeting(book.m).ordstyrer == book.anna
        assert (book.item(book.i).outcome, book.item(book.i).decision) == (
            "elected",
            "Anna Ægidius blev valgt til ordstyrer.",
        )

    def test_an_item_of_another_meeting_is_no_place_to_elect(self, book: CouncilBook) -> None:
        other = f"i{book.given(AgendaItemAdded(meeting=book.later, title='Valg'))}"
        assert "does not stand on the agenda" in book.refused(
            OrdstyrerElected(meeting=book.m, person=book.anna, item=other)  # type: ignore[arg-type]
        )


class TestAgenda:
    def test_an_item_opens_a_matter_of_its_own(self, book: CouncilBook) -> None:
        assert book.item(book.i).matter == f"s{int(book.i[1:]) - 1}"
        assert [matter.title for matter in book.state.matters] == ["Budget"]

    def test_a_standing_item_has_no_matter(self, book: CouncilBook) -> None:
        number = book.given(AgendaItemAdded(meeting=book.m, title="Evt.", standing=True))
        item = book.item(f"i{number}")
        assert (item.matter, item.title, item.number) == (None, "Evt", "2")
        matter = book.state.matters[0].id
        assert "standing" in book.refused(AgendaItemAdded(meeting=book.m, title="Evt", standing=True, matter=matter))

    def test_a_number_and_a_matter_stand_once_on_an_agenda(self, book: CouncilBook) -> None:
        matter = book.state.matters[0].id
        assert "item 1 on this agenda already: Budget" in book.refused(
            AgendaItemAdded(meeting=book.m, title="Andet", number="1")
        )
        assert "as item 1" in book.refused(AgendaItemAdded(meeting=book.m, title="Budget igen", matter=matter))
        assert "no matter s99" in book.refused(AgendaItemAdded(meeting=book.later, title="x", matter="s99"))  # type: ignore[arg-type]

    def test_a_matter_lives_on_at_a_later_meeting(self, book: CouncilBook) -> None:
        matter = book.state.matters[0].id
        book.given(ItemPostponed(item=book.i, until="næste møde"))
        book.given(AgendaItemAdded(meeting=book.later, title="Budget", matter=matter))
        assert book.item(book.i).postponed_to == book.later
        found = book.state.matters[0]
        assert (found.status, found.postponements) == ("postponed", 1)
        assert [appearance.meeting for appearance in found.appearances] == [book.m, book.later]

    def test_postponed_twice_then_decided(self, book: CouncilBook) -> None:
        """S12 of the scenarios: the age and the number of postponements are derived."""
        matter = book.state.matters[0].id
        book.given(ItemPostponed(item=book.i))
        second = f"i{book.given(AgendaItemAdded(meeting=book.later, title='Budget', matter=matter))}"
        book.given(ItemPostponed(item=second))  # type: ignore[arg-type]
        last = f"m{book.given(MeetingScheduled(date='2023-04-18'))}"
        third = f"i{book.given(AgendaItemAdded(meeting=last, title='Budget', matter=matter))}"  # type: ignore[arg-type]
        assert book.state.matters[0].status == "postponed"
        book.given(ItemDecided(item=third, outcome=DecisionOutcome.APPROVED))  # type: ignore[arg-type]
        found = book.state.matters[0]
        assert (found.status, found.postponements, found.closed_on, found.age_days) == ("closed", 2, "2023-04-18", 98)

    def test_an_item_is_stated_anew(self, book: CouncilBook) -> None:
        other = f"i{book.given(AgendaItemAdded(meeting=book.m, number='2', title='Evt', standing=True))}"
        assert "item 1 on this agenda already" in book.refused(AgendaItemChanged(item=other, number="1"))  # type: ignore[arg-type]
        book.given(AgendaItemChanged(item=book.i, number="7", title="Budget 2024.", presenter=book.bo, closed=True))
        item = book.item(book.i)
        assert (item.number, item.title, item.presenter, item.closed) == ("7", "Budget 2024", book.bo, True)

    def test_a_matter_without_an_agenda(self, book: CouncilBook) -> None:
        book.given(MatterOpened(title="Ny sag", addressee=book.body))
        matter = book.state.matters[-1]
        assert (matter.title, matter.status, matter.appearances) == ("Ny sag", "open", [])
        assert "no body" in book.refused(MatterOpened(title="x", addressee="b99"))  # type: ignore[arg-type]

    def test_the_agenda_is_approved(self, book: CouncilBook) -> None:
        book.given(AgendaApproved(meeting=book.m, item=book.i))
        assert (book.item(book.i).outcome, book.item(book.i).decision) == ("approved", "Dagsordenen blev godkendt.")
        assert "no item" in book.refused(AgendaApproved(meeting=book.m, item="i99"))  # type: ignore[arg-type]


class TestItems:
    def test_a_note_has_words(self, book: CouncilBook) -> None:
        assert "needs a text" in book.refused(NoteWritten(meeting=book.m, item=book.i))
        book.given(NoteWritten(meeting=book.m, item=book.i, text="Rådet drøftede budgettet."))
        book.given(NoteWritten(meeting=book.m, text="Mødet begyndte med en velkomst."))
        assert book.item(book.i).notes == ["Rådet drøftede budgettet."]
        assert book.meeting(book.m).notes == ["Mødet begyndte med en velkomst."]
        assert book.item(book.i).outcome == "unknown"

    @pytest.mark.parametrize(
        ("event", "outcome", "decision"),
        [
            (lambda i: ItemDecided(item=i, outcome=DecisionOutcome.APPROVED), "approved", "Godkendt."),
            (lambda i: ItemDecided(item=i, outcome=DecisionOutcome.REJECTED), "rejected", "Forkastet."),
            (lambda i: ItemDecided(item=i), "decided", "Besluttet."),
            (lambda i: ItemNoted(item=i), "noted", "Taget til efterretning."),
            (lambda i: ItemDiscussed(item=i), "discussed", None),
            (lambda i: ItemContinued(item=i, to_period="2023-03"), "discussed", None),
            (lambda i: ItemPostponed(item=i, until="næste møde"), "postponed", "Udsat til næste møde."),
            (lambda i: NothingRaised(item=i), "none", None),
        ],
    )
    def test_outcomes(self, book, event, outcome, decision) -> None:
        book.given(event(book.i))
        item = book.item(book.i)
        assert (item.outcome, item.decision) == (outcome, decision)
        assert bool(item.notes) == (decision is None)
        assert "no item i99" in book.refused(event("i99"))

    def test_the_weightiest_outcome_counts(self, book: CouncilBook) -> None:
        book.given(ItemDiscussed(item=book.i))
        book.given(ItemDecided(item=book.i))
        book.given(NothingRaised(item=book.i))
        assert book.item(book.i).outcome == "decided"

    def test_work_goes_on_at_the_meeting_of_the_time_that_was_named(self, book: CouncilBook) -> None:
        book.given(ItemContinued(item=book.i, to_period="2023-03"))  # type: ignore[arg-type]
        item = book.item(book.i)
        assert (item.outcome_detail, item.continued_to, item.continued_until) == ("continued", book.later, "2023-03")
        assert book.state.matters[0].status == "continued"

    def test_nothing_is_put_off_to_the_past(self, book: CouncilBook) -> None:
        second = f"i{book.given(AgendaItemAdded(meeting=book.later, title='Andet'))}"
        assert "not after" in book.refused(ItemPostponed(item=second, to_meeting=book.m))  # type: ignore[arg-type]
        assert "not after" in book.refused(ItemPostponed(item=book.i, to_date="2023-01-10"))
        assert "not after" in book.refused(ItemContinued(item=second, to_meeting=book.m))  # type: ignore[arg-type]

    def test_one_statement_tells_several_things_once(self, book: CouncilBook) -> None:
        number = book.given(NoteWritten(meeting=book.m, item=book.i, text="Rådet drøftede det og nedsatte en gruppe."))
        told = f"n{number}"
        book.given(ItemDiscussed(item=book.i, told_in=told))  # type: ignore[arg-type]
        book.given(WorkingGroupFormed(item=book.i, focus_area="Kultur", members=(book.anna,), told_in=told))  # type: ignore[arg-type]
        item = book.item(book.i)
        assert (item.notes, item.outcome) == (["Rådet drøftede det og nedsatte en gruppe."], "discussed")
        assert "not both" in book.refused(ItemDiscussed(item=book.i, told_in=told, text="x"))  # type: ignore[arg-type]
        assert "no statement n99" in book.refused(ItemDiscussed(item=book.i, told_in="n99"))  # type: ignore[arg-type]
        other = f"i{book.given(AgendaItemAdded(meeting=book.later, title='Andet'))}"
        assert "no statement" in book.refused(ItemDiscussed(item=other, told_in=told))  # type: ignore[arg-type]
