"""Given, when, then: what may be recorded, and what is refused in which words."""

import pytest

from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    AttendanceRecorded,
    AttendanceStatus,
    CompositionReported,
    CouncilEstablished,
    DecisionOutcome,
    DocumentSent,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
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
    MemberAppointed,
    MembershipEnded,
    MemberWelcomed,
    MinutesApproved,
    MinutesIssued,
    NoteWritten,
    NothingRaised,
    OrdstyrerElected,
    PersonRegistered,
    PlanProposed,
    QuestionsSent,
    ReferentNamed,
    RemarkRecorded,
    ReportGiven,
    Seats,
    TaskAgreed,
    WorkingGroupFormed,
)
from tests.scenario import Scenario

PRESENT, APOLOGY = AttendanceStatus.PRESENT, AttendanceStatus.APOLOGY


@pytest.fixture
def book() -> Scenario:
    """A council with two members, a meeting on 10 January 2023 with an item, and a later meeting."""
    book = Scenario()
    book.anna = book.member("Anna Ægidius")  # type: ignore[attr-defined]
    book.bo = book.member("Bo Ørum")  # type: ignore[attr-defined]
    book.guest = f"p{book.given(PersonRegistered(name='Gæst Gæstesen'))}"  # type: ignore[attr-defined]
    first = MeetingScheduled(date="2023-01-10", start="15:30", end="17:30")  # type: ignore[arg-type]
    book.m = f"m{book.given(first, '2022-10-01')}"  # type: ignore[attr-defined]
    book.later = f"m{book.given(MeetingScheduled(date='2023-03-14'), '2022-10-01')}"  # type: ignore[attr-defined]
    book.i = f"i{book.given(AgendaItemAdded(meeting=book.m, number='1', title='Budget'))}"  # type: ignore[attr-defined]
    book.body = f"b{book.given(ExternalBodyRegistered(name='Kulturudvalget'))}"  # type: ignore[attr-defined]
    return book


class TestCouncil:
    def test_a_book_begins_with_its_council(self) -> None:
        book = Scenario(council=False)
        assert "whose book" in book.refused(PersonRegistered(name="Anna"))
        book.given(CouncilEstablished(name="Ældrerådet"))
        assert book.state.council.name == "Ældrerådet"

    def test_and_has_only_one(self, book) -> None:
        assert "Another council" in book.refused(CouncilEstablished(name="Handicaprådet"))


class TestMembership:
    def test_a_person_is_named(self, book) -> None:
        book.given(PersonRegistered(name="Carl Åkjær"))
        assert "Carl Åkjær" in [person.name for person in book.state.persons]

    def test_a_member_is_appointed_from_a_day(self, book) -> None:
        book.given(MemberAppointed(person=book.guest, party="V"), "2023-02-01")
        member = next(member for member in book.state.members if member.id == book.guest)
        assert (member.party, member.terms[0].from_, member.terms[0].inferred) == ("V", "2023-02-01", False)

    def test_nobody_is_appointed_twice(self, book) -> None:
        assert "member already" in book.refused(MemberAppointed(person=book.anna), "2023-02-01")

    def test_but_anew_after_leaving(self, book) -> None:
        book.given(MembershipEnded(person=book.anna), "2021-12-31")
        book.given(MemberAppointed(person=book.anna), "2022-06-01")
        member = next(member for member in book.state.members if member.id == book.anna)
        assert [(term.from_, term.to) for term in member.terms] == [("2020-01-01", "2021-12-31"), ("2022-06-01", None)]

    def test_a_membership_ends(self, book) -> None:
        assert "never been a member" in book.refused(MembershipEnded(person=book.guest))
        assert "no person p99" in book.refused(MembershipEnded(person="p99"))  # type: ignore[arg-type]
        book.given(MembershipEnded(person=book.bo), "2023-06-30")
        assert book.state.members[1].terms[0].to == "2023-06-30"

    def test_a_new_member_is_welcomed(self, book) -> None:
        book.given(MemberWelcomed(meeting=book.m, person=book.bo))
        meeting = book.meeting(book.m)
        assert (meeting.welcomed, meeting.notes) == ([book.bo], ["Velkomst til Bo Ørum."])
        assert "no meeting m99" in book.refused(MemberWelcomed(meeting="m99", person=book.bo))  # type: ignore[arg-type]


class TestMeeting:
    def test_a_meeting_is_planned_in_parts(self, book) -> None:
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

    def test_two_meetings_on_one_day_begin_at_different_hours(self, book) -> None:
        book.given(MeetingScheduled(date="2023-01-10", start="19:00"))  # type: ignore[arg-type]

    def test_what_is_stated_anew_replaces_what_was_known(self, book) -> None:
        book.given(MeetingRescheduled(meeting=book.m, date="2023-01-17", place="Rådhuset"), "2023-01-05")
        meeting = book.meeting(book.m)
        assert (meeting.date, meeting.start, meeting.place) == ("2023-01-17", "15:30", "Rådhuset")

    def test_an_older_statement_taken_over_later_does_not(self, book) -> None:
        book.given(MeetingRescheduled(meeting=book.m, date="2023-01-17", place="Rådhuset"), "2023-01-05")
        book.given(MeetingRescheduled(meeting=book.m, date="2023-01-12", place="Biblioteket"), "2022-11-01")
        meeting = book.meeting(book.m)
        assert (meeting.date, meeting.place) == ("2023-01-17", "Rådhuset")

    def test_a_meeting_is_moved_to_an_earlier_day(self, book) -> None:
        book.given(MeetingRescheduled(meeting=book.m, date="2023-01-03"))
        assert book.meeting(book.m).date == "2023-01-03"

    def test_called_opened_closed(self, book) -> None:
        assert "cannot be closed" in book.refused(MeetingClosed(meeting=book.m))
        book.given(MeetingCalled(meeting=book.m), "2023-01-03")
        assert book.meeting(book.m).status == "called"
        book.given(MeetingOpened(meeting=book.m), "2023-01-10T15:32")
        assert (book.meeting(book.m).status, book.meeting(book.m).opened_at) == ("open", "15:32")
        assert "already" in book.refused(MeetingOpened(meeting=book.m))
        assert "cannot go out" in book.refused(MeetingCalled(meeting=book.m))
        assert "cannot be called off" in book.refused(MeetingCancelled(meeting=book.m))
        book.given(MeetingClosed(meeting=book.m), "2023-01-10T17:20")
        assert (book.meeting(book.m).status, book.meeting(book.m).closed_at) == ("closed", "17:20")
        assert "closed already" in book.refused(MeetingClosed(meeting=book.m))

    def test_nothing_happens_at_a_meeting_that_was_called_off(self, book) -> None:
        book.given(MeetingCancelled(meeting=book.m, reason="Sne"))
        assert (book.meeting(book.m).status, book.meeting(book.m).cancelled_because) == ("cancelled", "Sne")
        for event in (
            MeetingOpened(meeting=book.m),
            MeetingRescheduled(meeting=book.m, date="2023-01-11"),
            AgendaItemAdded(meeting=book.m, title="x"),
            ItemDecided(item=book.i),
        ):
            assert "called off" in book.refused(event)

    def test_attendance_is_that_of_members(self, book) -> None:
        book.given(AttendanceRecorded(meeting=book.m, person=book.anna, status=PRESENT))
        book.given(AttendanceRecorded(meeting=book.m, person=book.anna, status=APOLOGY))
        assert [(held.member, held.status) for held in book.meeting(book.m).attendance] == [(book.anna, "apology")]
        assert "not a member on 2023-01-10" in book.refused(
            AttendanceRecorded(meeting=book.m, person=book.guest, status=PRESENT)
        )

    def test_a_referent_need_not_be_a_member(self, book) -> None:
        book.given(ReferentNamed(meeting=book.m, person=book.guest))
        assert book.meeting(book.m).referent == book.guest
        assert "no person" in book.refused(ReferentNamed(meeting=book.m, person="p99"))  # type: ignore[arg-type]

    def test_the_ordstyrer_is_a_member_who_is_there(self, book) -> None:
        book.given(AttendanceRecorded(meeting=book.m, person=book.bo, status=APOLOGY))
        assert "not a member" in book.refused(OrdstyrerElected(meeting=book.m, person=book.guest))
        assert "cannot lead it" in book.refused(OrdstyrerElected(meeting=book.m, person=book.bo))
        book.given(OrdstyrerElected(meeting=book.m, person=book.anna, item=book.i))
        assert book.meeting(book.m).ordstyrer == book.anna
        assert (book.item(book.i).outcome, book.item(book.i).decision) == (
            "elected",
            "Anna Ægidius blev valgt til ordstyrer.",
        )

    def test_an_item_of_another_meeting_is_no_place_to_elect(self, book) -> None:
        other = f"i{book.given(AgendaItemAdded(meeting=book.later, title='Valg'))}"
        assert "does not stand on the agenda" in book.refused(
            OrdstyrerElected(meeting=book.m, person=book.anna, item=other)  # type: ignore[arg-type]
        )


class TestAgenda:
    def test_an_item_opens_a_matter_of_its_own(self, book) -> None:
        assert book.item(book.i).matter == f"s{int(book.i[1:]) - 1}"
        assert [matter.title for matter in book.state.matters] == ["Budget"]

    def test_a_standing_item_has_no_matter(self, book) -> None:
        number = book.given(AgendaItemAdded(meeting=book.m, title="Evt.", standing=True))
        item = book.item(f"i{number}")
        assert (item.matter, item.title, item.number) == (None, "Evt", "2")
        matter = book.state.matters[0].id
        assert "standing" in book.refused(AgendaItemAdded(meeting=book.m, title="Evt", standing=True, matter=matter))

    def test_a_number_and_a_matter_stand_once_on_an_agenda(self, book) -> None:
        matter = book.state.matters[0].id
        assert "item 1 on this agenda already: Budget" in book.refused(
            AgendaItemAdded(meeting=book.m, title="Andet", number="1")
        )
        assert "as item 1" in book.refused(AgendaItemAdded(meeting=book.m, title="Budget igen", matter=matter))
        assert "no matter s99" in book.refused(AgendaItemAdded(meeting=book.later, title="x", matter="s99"))  # type: ignore[arg-type]

    def test_a_matter_lives_on_at_a_later_meeting(self, book) -> None:
        matter = book.state.matters[0].id
        book.given(ItemPostponed(item=book.i, until="næste møde"))
        book.given(AgendaItemAdded(meeting=book.later, title="Budget", matter=matter))
        assert book.item(book.i).postponed_to == book.later
        found = book.state.matters[0]
        assert (found.status, found.postponements) == ("postponed", 1)
        assert [appearance.meeting for appearance in found.appearances] == [book.m, book.later]

    def test_postponed_twice_then_decided(self, book) -> None:
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

    def test_an_item_is_stated_anew(self, book) -> None:
        other = f"i{book.given(AgendaItemAdded(meeting=book.m, number='2', title='Evt', standing=True))}"
        assert "item 1 on this agenda already" in book.refused(AgendaItemChanged(item=other, number="1"))  # type: ignore[arg-type]
        book.given(AgendaItemChanged(item=book.i, number="7", title="Budget 2024.", presenter=book.bo, closed=True))
        item = book.item(book.i)
        assert (item.number, item.title, item.presenter, item.closed) == ("7", "Budget 2024", book.bo, True)

    def test_a_matter_without_an_agenda(self, book) -> None:
        book.given(MatterOpened(title="Ny sag", addressee=book.body))
        matter = book.state.matters[-1]
        assert (matter.title, matter.status, matter.appearances) == ("Ny sag", "open", [])
        assert "no body" in book.refused(MatterOpened(title="x", addressee="b99"))  # type: ignore[arg-type]

    def test_the_agenda_is_approved(self, book) -> None:
        book.given(AgendaApproved(meeting=book.m, item=book.i))
        assert (book.item(book.i).outcome, book.item(book.i).decision) == ("approved", "Dagsordenen blev godkendt.")
        assert "no item" in book.refused(AgendaApproved(meeting=book.m, item="i99"))  # type: ignore[arg-type]


class TestItems:
    def test_a_note_has_words(self, book) -> None:
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

    def test_the_weightiest_outcome_counts(self, book) -> None:
        book.given(ItemDiscussed(item=book.i))
        book.given(ItemDecided(item=book.i))
        book.given(NothingRaised(item=book.i))
        assert book.item(book.i).outcome == "decided"

    def test_work_goes_on_at_the_meeting_of_the_time_that_was_named(self, book) -> None:
        book.given(ItemContinued(item=book.i, to_period="2023-03"))  # type: ignore[arg-type]
        item = book.item(book.i)
        assert (item.outcome_detail, item.continued_to, item.continued_until) == ("continued", book.later, "2023-03")
        assert book.state.matters[0].status == "continued"

    def test_nothing_is_put_off_to_the_past(self, book) -> None:
        second = f"i{book.given(AgendaItemAdded(meeting=book.later, title='Andet'))}"
        assert "not after" in book.refused(ItemPostponed(item=second, to_meeting=book.m))  # type: ignore[arg-type]
        assert "not after" in book.refused(ItemPostponed(item=book.i, to_date="2023-01-10"))
        assert "not after" in book.refused(ItemContinued(item=second, to_meeting=book.m))  # type: ignore[arg-type]

    def test_one_statement_tells_several_things_once(self, book) -> None:
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


class TestFollowUp:
    def test_a_group_with_its_plan(self, book) -> None:
        number = book.given(WorkingGroupFormed(item=book.i, name="Festgruppen", members=(book.anna, book.bo)))
        book.given(PlanProposed(item=book.i, title="tidsplan", group=f"g{number}"))  # type: ignore[arg-type]
        group, plan = book.state.groups[0], book.state.plans[0]
        assert (group.name, group.members, group.plans) == ("Festgruppen", [book.anna, book.bo], [plan.id])
        assert "named twice" in book.refused(WorkingGroupFormed(item=book.i, members=(book.bo, book.bo)))
        assert "no working group" in book.refused(PlanProposed(item=book.i, title="x", group="g99"))  # type: ignore[arg-type]

    def test_a_task(self, book) -> None:
        book.given(
            TaskAgreed(item=book.i, task="Skrive brev", responsible=book.bo, recipient=book.body, due="2023-02-01")
        )
        task = book.state.tasks[0]
        assert (task.task, task.responsible, task.recipient, task.due, task.agreed_on) == (
            "Skrive brev",
            book.bo,
            book.body,
            "2023-02-01",
            "2023-01-10",
        )
        assert book.item(book.i).notes == [
            "Opgave: Skrive brev. Ansvarlig: Bo Ørum. Til: Kulturudvalget. Frist: 1. februar 2023."
        ]
        assert "no person" in book.refused(TaskAgreed(item=book.i, task="x", responsible="p99"))  # type: ignore[arg-type]

    def test_what_is_sent(self, book) -> None:
        book.given(DocumentSent(item=book.i, title="Rapporten", recipient=book.body, for_meeting="2023-02"))  # type: ignore[arg-type]
        book.given(QuestionsSent(item=book.i, recipient=book.body, questions=("Hvad?", "Hvem?")))
        document, questions = book.state.dispatches
        assert (document.title, document.recipient, document.for_period) == ("Rapporten", book.body, "2023-02")
        assert (questions.kind, questions.questions) == ("questions", ["Hvad?", "Hvem?"])
        assert "no questions" in book.refused(QuestionsSent(item=book.i, recipient=book.body, questions=()))
        assert "no body" in book.refused(DocumentSent(item=book.i, title="x", recipient="b99"))  # type: ignore[arg-type]

    def test_a_report_is_about_what_has_been(self, book) -> None:
        book.given(
            ReportGiven(item=book.i, person=book.anna, occasion="årsmødet", body=book.body, held_on="2022-11-05")
        )
        report = book.item(book.i).reports[0]
        assert (report.person, report.body, report.held_on) == (book.anna, book.body, "2022-11-05")
        assert "Nobody can report" in book.refused(
            ReportGiven(item=book.i, person=book.anna, occasion="årsmødet", held_on="2023-05-01")
        )


class TestExternalBodies:
    def test_a_body_is_registered_once_and_abbreviated_once(self, book) -> None:
        assert "registered already" in book.refused(ExternalBodyRegistered(name="KULTURUDVALGET"))
        book.given(ExternalBodyAbbreviated(body=book.body, abbreviation="KU"))
        assert book.state.bodies[0].abbreviation == "KU"
        other = f"b{book.given(ExternalBodyRegistered(name='Klubudvalget'))}"
        assert "short for another body" in book.refused(ExternalBodyAbbreviated(body=other, abbreviation="KU"))  # type: ignore[arg-type]

    def test_how_a_body_is_made_up(self, book) -> None:
        seats = (Seats(count=5, basis="udpeget", includes_chair=True), Seats(count=4, basis="valgt"))
        book.given(CompositionReported(item=book.i, body=book.body, seats=seats))
        composition = book.state.bodies[0].composition
        assert composition is not None
        assert (composition.total, composition.reported_at) == (9, "2023-01-10")
        assert "No seats" in book.refused(CompositionReported(item=book.i, body=book.body, seats=()))


class TestMinutes:
    def test_minutes_are_issued_once_and_approved_later(self, book) -> None:
        issued = MinutesIssued(meeting=book.m, through=5, document_sha256="0" * 64)
        assert "not closed" in book.refused(issued)
        book.given(MeetingOpened(meeting=book.m))
        book.given(MeetingClosed(meeting=book.m))
        assert "book ends at" in book.refused(MinutesIssued(meeting=book.m, through=999, document_sha256="0" * 64))
        book.given(issued)
        assert book.meeting(book.m).status == "issued"
        assert "have been issued" in book.refused(issued)
        assert "not before it" in book.refused(MinutesApproved(meeting=book.m, of="2023-03-14"))
        assert "no entry 999" in book.refused(MinutesApproved(meeting=book.later, of="2023-01-10", corrections=(999,)))
        book.given(MinutesApproved(meeting=book.later, of="2023-01-10"))
        assert book.meeting(book.m).status == "approved"
        assert book.state.approvals[0].minutes_of == book.m

    def test_minutes_of_a_meeting_that_the_book_does_not_hold(self, book) -> None:
        book.given(MinutesApproved(meeting=book.m, of="2022-11-08"))
        assert (book.state.approvals[0].of, book.state.approvals[0].minutes_of) == ("2022-11-08", None)

    def test_without_a_day_they_are_those_of_the_meeting_before(self, book) -> None:
        book.given(MinutesApproved(meeting=book.later))
        assert book.state.approvals[0].minutes_of == book.m


class TestRemarks:
    def test_a_remark_is_about_an_entry(self, book) -> None:
        book.given(RemarkRecorded(entry=3, text="Se bilag 2."))
        assert [(remark.entry, remark.text) for remark in book.state.remarks] == [(3, "Se bilag 2.")]
        assert "no entry 999" in book.refused(RemarkRecorded(entry=999, text="x"))
