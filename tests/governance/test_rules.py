"""Given, when, then: what may be recorded, and what is refused in which words."""

import pytest

from events.catalogue import (
    AttendanceStatus,
    CompositionReported,
    CouncilEstablished,
    DocumentSent,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    MeetingClosed,
    MeetingOpened,
    MemberAppointed,
    MembershipEnded,
    MemberWelcomed,
    MinutesApproved,
    MinutesIssued,
    PersonRegistered,
    PlanProposed,
    QuestionsSent,
    RemarkRecorded,
    ReportGiven,
    Seats,
    TaskAgreed,
    WorkingGroupFormed,
)
from tests.governance.council_book import CouncilBook
from tests.scenario import Scenario

PRESENT, APOLOGY = AttendanceStatus.PRESENT, AttendanceStatus.APOLOGY


@pytest.fixture
def book() -> CouncilBook:
    return CouncilBook()


class TestCouncil:
    def test_a_book_begins_with_its_council(self) -> None:
        book = Scenario(council=False)
        assert "whose book" in book.refused(PersonRegistered(name="Anna"))
        book.given(CouncilEstablished(name="Ældrerådet"))
        assert book.state.council.name == "Ældrerådet"

    def test_and_has_only_one(self, book: CouncilBook) -> None:
        assert "Another council" in book.refused(CouncilEstablished(name="Handicaprådet"))


class TestMembership:
    def test_a_person_is_named(self, book: CouncilBook) -> None:
        book.given(PersonRegistered(name="Carl Åkjær"))
        assert "Carl Åkjær" in [person.name for person in book.state.persons]

    def test_a_member_is_appointed_from_a_day(self, book: CouncilBook) -> None:
        book.given(MemberAppointed(person=book.guest, party="V"), "2023-02-01")
        member = next(member for member in book.state.members if member.id == book.guest)
        assert (member.party, member.terms[0].from_, member.terms[0].inferred) == ("V", "2023-02-01", False)

    def test_nobody_is_appointed_twice(self, book: CouncilBook) -> None:
        assert "member already" in book.refused(MemberAppointed(person=book.anna), "2023-02-01")

    def test_but_anew_after_leaving(self, book: CouncilBook) -> None:
        book.given(MembershipEnded(person=book.anna), "2021-12-31")
        book.given(MemberAppointed(person=book.anna), "2022-06-01")
        member = next(member for member in book.state.members if member.id == book.anna)
        assert [(term.from_, term.to) for term in member.terms] == [("2020-01-01", "2021-12-31"), ("2022-06-01", None)]

    def test_a_membership_ends(self, book: CouncilBook) -> None:
        assert "never been a member" in book.refused(MembershipEnded(person=book.guest))
        assert "no person p99" in book.refused(MembershipEnded(person="p99"))  # type: ignore[arg-type]
        book.given(MembershipEnded(person=book.bo), "2023-06-30")
        assert book.state.members[1].terms[0].to == "2023-06-30"

    def test_a_new_member_is_welcomed(self, book: CouncilBook) -> None:
        book.given(MemberWelcomed(meeting=book.m, person=book.bo))
        meeting = book.meeting(book.m)
        assert (meeting.welcomed, meeting.notes) == ([book.bo], ["Velkomst til Bo Ørum."])
        assert "no meeting m99" in book.refused(MemberWelcomed(meeting="m99", person=book.bo))  # type: ignore[arg-type]

    def test_who_is_no_member_any_more_does_not_stop_being_one(self, book: CouncilBook) -> None:
        book.given(MembershipEnded(person=book.bo), "2022-06-01")
        for day in ("2022-06-01", "2022-09-01", "2019-01-01"):
            assert "is no member on" in book.refused(MembershipEnded(person=book.bo), day)
        book.given(MembershipEnded(person=book.bo), "2022-05-01")


class TestFollowUp:
    def test_a_group_with_its_plan(self, book: CouncilBook) -> None:
        number = book.given(WorkingGroupFormed(item=book.i, name="Festgruppen", members=(book.anna, book.bo)))
        book.given(PlanProposed(item=book.i, title="tidsplan", group=f"g{number}"))  # type: ignore[arg-type]
        group, plan = book.state.groups[0], book.state.plans[0]
        assert (group.name, group.members, group.plans) == ("Festgruppen", [book.anna, book.bo], [plan.id])
        assert "named twice" in book.refused(WorkingGroupFormed(item=book.i, members=(book.bo, book.bo)))
        assert "no working group" in book.refused(PlanProposed(item=book.i, title="x", group="g99"))  # type: ignore[arg-type]

    def test_a_task(self, book: CouncilBook) -> None:
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

    def test_what_is_sent(self, book: CouncilBook) -> None:
        book.given(DocumentSent(item=book.i, title="Rapporten", recipient=book.body, for_meeting="2023-02"))  # type: ignore[arg-type]
        book.given(QuestionsSent(item=book.i, recipient=book.body, questions=("Hvad?", "Hvem?")))
        document, questions = book.state.dispatches
        assert (document.title, document.recipient, document.for_period) == ("Rapporten", book.body, "2023-02")
        assert (questions.kind, questions.questions) == ("questions", ["Hvad?", "Hvem?"])
        assert "no questions" in book.refused(QuestionsSent(item=book.i, recipient=book.body, questions=()))
        assert "no body" in book.refused(DocumentSent(item=book.i, title="x", recipient="b99"))  # type: ignore[arg-type]

    def test_a_report_is_about_what_has_been(self, book: CouncilBook) -> None:
        book.given(
            ReportGiven(item=book.i, person=book.anna, occasion="årsmødet", body=book.body, held_on="2022-11-05")
        )
        report = book.item(book.i).reports[0]
        assert (report.person, report.body, report.held_on) == (book.anna, book.body, "2022-11-05")
        assert "Nobody can report" in book.refused(
            ReportGiven(item=book.i, person=book.anna, occasion="årsmødet", held_on="2023-05-01")
        )


class TestExternalBodies:
    def test_a_body_is_registered_once_and_abbreviated_once(self, book: CouncilBook) -> None:
        assert "registered already" in book.refused(ExternalBodyRegistered(name="KULTURUDVALGET"))
        book.given(ExternalBodyAbbreviated(body=book.body, abbreviation="KU"))
        assert book.state.bodies[0].abbreviation == "KU"
        other = f"b{book.given(ExternalBodyRegistered(name='Klubudvalget'))}"
        assert "short for another body" in book.refused(ExternalBodyAbbreviated(body=other, abbreviation="KU"))  # type: ignore[arg-type]

    def test_how_a_body_is_made_up(self, book: CouncilBook) -> None:
        seats = (Seats(count=5, basis="udpeget", includes_chair=True), Seats(count=4, basis="valgt"))
        book.given(CompositionReported(item=book.i, body=book.body, seats=seats))
        composition = book.state.bodies[0].composition
        assert composition is not None
        assert (composition.total, composition.reported_at) == (9, "2023-01-10")
        told = list(book.draft.history.entries())[-1].event
        assert getattr(told, "text", "").endswith(" har 9 medlemmer: 5 udpeget, 4 valgt.")
        assert "No seats" in book.refused(CompositionReported(item=book.i, body=book.body, seats=()))


class TestMinutes:
    def test_minutes_are_issued_once_and_approved_later(self, book: CouncilBook) -> None:
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

    def test_minutes_of_a_meeting_that_the_book_does_not_hold(self, book: CouncilBook) -> None:
        book.given(MinutesApproved(meeting=book.m, of="2022-11-08"))
        assert (book.state.approvals[0].of, book.state.approvals[0].minutes_of) == ("2022-11-08", None)

    def test_without_a_day_they_are_those_of_the_meeting_before(self, book: CouncilBook) -> None:
        book.given(MinutesApproved(meeting=book.later))
        assert book.state.approvals[0].minutes_of == book.m


class TestRemarks:
    def test_a_remark_is_about_an_entry(self, book: CouncilBook) -> None:
        book.given(RemarkRecorded(entry=3, text="Se bilag 2."))
        assert [(remark.entry, remark.text) for remark in book.state.remarks] == [(3, "Se bilag 2.")]
        assert "no entry 999" in book.refused(RemarkRecorded(entry=999, text="x"))
