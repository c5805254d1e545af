"""Given, when, then: working groups, plans, focus areas, tasks, what was sent, and the answers."""

from pathlib import Path
from typing import Any

import pytest

from events.catalogue import (
    Activity,
    AgendaItemAdded,
    AnswerReceived,
    AnyEvent,
    ApplicationSent,
    AttendanceRecorded,
    AttendanceStatus,
    DocumentSent,
    ExternalBodyRegistered,
    FocusAreaChosen,
    MeetingClosed,
    MeetingOpened,
    MeetingScheduled,
    MinutesIssued,
    PlanAdopted,
    PlanProposed,
    QuestionsSent,
    TaskAgreed,
    TaskChanged,
    TaskCompleted,
    WorkingGroupChanged,
    WorkingGroupDissolved,
    WorkingGroupFormed,
)
from governance.documents.composing import compose_minutes
from governance.documents.writing.document import write
from governance.history import amendments_in, standing
from governance.importing.taking_back import TakingBack
from governance.language import speak
from governance.state.model import Dispatch, Group, Plan, Task
from governance.state.publishing import publish
from governance.wording.lines import line
from tests.facts import facts_of
from tests.scenario import Scenario
from tests.taken import file_read, only_book, take


class Book(Scenario):
    """A council with two members, meetings on 10 January and 9 May 2023, and what the first one set going."""

    def __init__(self) -> None:
        super().__init__()
        self.anna, self.bo = self.member("Anna Ægidius"), self.member("Bo Ørum")
        self.january: Any = f"m{self.given(MeetingScheduled(date='2023-01-10'), '2022-12-01')}"
        self.may: Any = f"m{self.given(MeetingScheduled(date='2023-05-09'), '2022-12-01')}"
        for meeting in (self.january, self.may):
            self.given(MeetingOpened(meeting=meeting))
            for person in (self.anna, self.bo):
                self.given(AttendanceRecorded(meeting=meeting, person=person, status=AttendanceStatus.PRESENT))
        self.i: Any = f"i{self.given(AgendaItemAdded(meeting=self.january, number='1', title='Året', standing=True))}"
        self.later: Any = f"i{self.given(AgendaItemAdded(meeting=self.may, number='1', title='Siden', standing=True))}"
        self.body: Any = f"b{self.given(ExternalBodyRegistered(name='Kulturudvalget'))}"
        self.group: Any = f"g{self.given(WorkingGroupFormed(item=self.i, focus_area='Mad', members=(self.anna,)))}"
        self.proposal: Any = f"h{self.given(PlanProposed(item=self.i, title='handleplan', group=self.group))}"
        self.task: Any = f"t{self.given(TaskAgreed(item=self.i, task='finde en kok', due='2023-03-01'))}"
        self.application: Any = f"d{self.given(self.asked(amount=1_250_050))}"

    def asked(self, **more: Any) -> ApplicationSent:
        return ApplicationSent(item=self.i, title="Tilskud", recipient=self.body, **more)

    def the_group(self) -> Group:
        return next(group for group in self.state.groups if group.id == self.group)

    def the_task(self) -> Task:
        return next(task for task in self.state.tasks if task.id == self.task)

    def plan(self, identifier: str) -> Plan:
        return next(plan for plan in self.state.plans if plan.id == identifier)

    def sent(self, identifier: str) -> Dispatch:
        return next(sent for sent in self.state.dispatches if sent.id == identifier)

    def said(self, event: AnyEvent, effective: str | None = None) -> tuple[str, str, str | None]:
        """Record an event and return its line in Danish and in English, and its words in the minutes."""
        self.given(event, effective)
        recorded = list(self.draft.history.entries())[-1].event
        lines = []
        for language in ("da", "en"):
            speak(language)
            lines.append(line(self.draft.fold, recorded))
        return lines[0], lines[1], getattr(recorded, "text", None)


@pytest.fixture
def book() -> Any:
    yield Book()
    speak("en")


class TestGroups:
    def test_a_group_is_stated_anew(self, book: Book) -> None:
        assert book.said(WorkingGroupChanged(item=book.later, group=book.group, members=(book.bo, book.anna))) == (
            "09.05.2023 punkt 1: arbejdsgruppen Mad ændret: medlemmer: Bo Ørum, Anna Ægidius",
            "09.05.2023 item 1: working group Mad changed: members: Bo Ørum, Anna Ægidius",
            "Arbejdsgruppen om Mad består nu af Bo Ørum og Anna Ægidius.",
        )
        words = book.said(WorkingGroupChanged(item=book.later, group=book.group, name="Kokkene"))[2]
        assert words == "Arbejdsgruppen om Mad hedder nu Kokkene."
        book.given(WorkingGroupChanged(item=book.later, group=book.group, focus_area="Fælles mad"))
        group = book.the_group()
        assert (group.name, group.focus_area, group.members) == ("Kokkene", "Fælles mad", [book.bo, book.anna])
        assert group.meeting == book.january

    def test_the_line_has_the_name_until_then(self, book: Book) -> None:
        assert (
            "arbejdsgruppen Mad ændret: arbejder med: Kaffe"
            in book.said(WorkingGroupChanged(item=book.later, group=book.group, focus_area="Kaffe"))[0]
        )

    def test_something_must_be_new_and_known(self, book: Book) -> None:
        assert "Nothing is changed" in book.refused(WorkingGroupChanged(item=book.later, group=book.group))
        for group, members, says in (
            ("g99", (book.bo,), "no working group g99"),
            (book.group, ("p99",), "no person p99"),
            (book.group, (book.bo, book.bo), "named twice"),
        ):
            assert says in book.refused(WorkingGroupChanged(item=book.later, group=group, members=members))

    def test_a_group_is_dissolved_once(self, book: Book) -> None:
        assert "formed on 2023-01-10" in book.refused(
            WorkingGroupDissolved(item=book.i, group=book.group), "2023-01-09"
        )
        assert book.said(WorkingGroupDissolved(item=book.later, group=book.group)) == (
            "09.05.2023 punkt 1: arbejdsgruppen Mad nedlagt",
            "09.05.2023 item 1: working group Mad dissolved",
            "Arbejdsgruppen om Mad er nedlagt.",
        )
        assert (book.the_group().dissolved, book.the_group().dissolved_on) == (True, "2023-05-09")
        assert "dissolved already" in book.refused(WorkingGroupDissolved(item=book.later, group=book.group))
        changed = WorkingGroupChanged(item=book.later, group=book.group, name="Kokkene")
        assert "Form a new one" in book.refused(changed)
        book.given(changed, "2023-02-01")
        assert book.the_group().name == "Kokkene"

    def test_what_was_said_later_counts_whatever_came_first_into_the_book(self, book: Book) -> None:
        book.given(WorkingGroupChanged(item=book.later, group=book.group, name="Kokkene"))
        book.given(WorkingGroupChanged(item=book.i, group=book.group, name="Bagerne"))
        assert book.the_group().name == "Kokkene"


class TestPlans:
    def test_a_focus_area_is_chosen(self, book: Book) -> None:
        assert book.said(FocusAreaChosen(item=book.i, focus_area="Ensomhed", period="2023")) == (  # type: ignore[arg-type]
            "10.01.2023 punkt 1: fokusområde for 2023: Ensomhed",
            "10.01.2023 item 1: focus area for 2023: Ensomhed",
            "Fokusområde for 2023: Ensomhed.",
        )
        assert book.said(FocusAreaChosen(item=book.i, focus_area="Trafik"))[0].endswith("fokusområde: Trafik")
        assert [(chosen.focus_area, chosen.period, chosen.chosen_on) for chosen in book.state.focus_areas] == [
            ("Ensomhed", "2023", "2023-01-10"),
            ("Trafik", None, "2023-01-10"),
        ]
        assert book.item(book.i).outcome == "decided"
        assert "no item i99" in book.refused(FocusAreaChosen(item="i99", focus_area="Trafik"))  # type: ignore[arg-type]

    def test_a_plan_is_adopted_with_its_activities(self, book: Book) -> None:
        fest = Activity(activity="Sommerfest", period="2023-06", responsible=book.bo, budget=1_250_050)  # type: ignore[arg-type]
        adopted = PlanAdopted(
            item=book.later,
            title="handleplan 2023",
            activities=(fest, Activity(activity="Skilt", budget=100_000)),
            proposed=book.proposal,
        )
        assert book.said(adopted) == (
            "09.05.2023 punkt 1: plan vedtaget: handleplan 2023, 2 aktiviteter, 13.500,50 kr.",
            "09.05.2023 item 1: plan adopted: handleplan 2023, 2 activities, 13.500,50 kr.",
            "Handleplan 2023 blev vedtaget. Aktiviteter: "
            "Sommerfest (juni 2023, ved Bo Ørum, 12.500,50 kr.); Skilt (1.000 kr.).",
        )
        proposal = book.plan(book.proposal)
        plan = book.plan(proposal.adopted_as or "")
        assert (plan.status, plan.proposed, plan.group, plan.budget) == (
            "adopted",
            book.proposal,
            book.group,
            1_350_050,
        )
        assert (plan.adopted_on, plan.activities[0].responsible, proposal.status) == (
            "2023-05-09",
            book.bo,
            "proposed",
        )
        assert book.the_group().plans == [book.proposal]
        assert "adopted already" in book.refused(adopted)

    def test_what_cannot_be_adopted(self, book: Book) -> None:
        plan: Any = f"h{book.given(PlanAdopted(item=book.i, title='tidsplan'))}"
        late: Any = f"h{book.given(PlanProposed(item=book.later, title='ny plan'))}"
        for proposed, says in (("h99", "no plan h99"), (plan, "is no proposal"), (late, "on 2023-05-09 only")):
            assert says in book.refused(PlanAdopted(item=book.i, title="plan", proposed=proposed))
        nobody = (Activity(activity="Fest", responsible="p99"),)  # type: ignore[arg-type]
        assert "no person p99" in book.refused(PlanAdopted(item=book.i, title="plan", activities=nobody))


class TestTasks:
    def test_a_task_is_stated_anew(self, book: Book) -> None:
        changed = TaskChanged(
            task=book.task, item=book.later, wording="finde to kokke", responsible=book.bo, due="2023-06-01"
        )
        assert book.said(changed) == (
            "09.05.2023 punkt 1: opgave ændret: finde en kok; lyder nu: finde to kokke; "
            "ansvarlig: Bo Ørum; frist 01.06.2023",
            "09.05.2023 item 1: task changed: finde en kok; reads: finde to kokke; "
            "responsible: Bo Ørum; due 01.06.2023",
            "Opgaven »finde en kok« er ændret. Opgave: finde to kokke. Ansvarlig: Bo Ørum. Frist: 1. juni 2023.",
        )
        task = book.the_task()
        assert (task.task, task.responsible, task.due, task.completed) == (
            "finde to kokke",
            book.bo,
            "2023-06-01",
            False,
        )
        assert "Nothing is changed" in book.refused(TaskChanged(task=book.task))
        assert "no task t99" in book.refused(TaskChanged(task="t99", due="2023-06-01"))  # type: ignore[arg-type]
        assert "agreed on 2023-01-10" in book.refused(TaskChanged(task=book.task, due="2023-06-01"), "2022-12-31")
        assert "no person p99" in book.refused(TaskChanged(task=book.task, responsible="p99"))  # type: ignore[arg-type]

    def test_a_task_is_done_once(self, book: Book) -> None:
        assert book.said(TaskCompleted(task=book.task), "2023-02-14") == (
            "opgave udført: finde en kok",
            "task done: finde en kok",
            None,
        )
        assert (book.the_task().completed, book.the_task().completed_on) == (True, "2023-02-14")
        assert "done already" in book.refused(TaskCompleted(task=book.task))
        assert "Agree on a new one" in book.refused(TaskChanged(task=book.task, due="2023-06-01"), "2023-02-15")

    def test_a_meeting_tells_of_what_has_been(self, book: Book) -> None:
        done = TaskCompleted(task=book.task, item=book.later)
        assert "of what was on 2023-05-10 only" in book.refused(done, "2023-05-10")
        assert book.said(done, "2023-05-01")[2] == "Opgaven »finde en kok« er udført."
        assert book.item(book.later).notes == ["Opgaven »finde en kok« er udført."]

    def test_words_of_the_minutes_stand_under_an_item(self, book: Book) -> None:
        for event in (
            TaskChanged(task=book.task, due="2023-06-01", text="Fristen er flyttet."),
            TaskCompleted(task=book.task, text="Færdig."),
            AnswerReceived(dispatch=book.application, text="Der kom svar."),
        ):
            assert "under which item" in book.refused(event)

    def test_a_day_that_is_not_known_stays_open(self, book: Book) -> None:
        book.given(TaskCompleted(task=book.task), "2023-02-01/2023-05-09")
        assert (book.the_task().completed, book.the_task().completed_on) == (True, None)


class TestDispatches:
    def test_an_application_goes_out(self, book: Book) -> None:
        asked = book.asked(amount=2_500_000, for_meeting="2023-02", answer_due="2023-04-01")
        assert book.said(asked) == (
            "10.01.2023 punkt 1: ansøgning til Kulturudvalget: Tilskud, 25.000 kr., svarfrist 01.04.2023",
            "10.01.2023 item 1: application to Kulturudvalget: Tilskud, 25.000 kr., answer due 01.04.2023",
            "Ansøgning om 25.000 kr. sendes til Kulturudvalget til mødet i februar 2023: Tilskud. "
            "Svar ønskes senest 1. april 2023.",
        )
        sent = book.state.dispatches[-1]
        assert (sent.kind, sent.amount, sent.for_period, sent.answer_due) == (
            "application",
            2_500_000,
            "2023-02",
            "2023-04-01",
        )
        nowhere = ApplicationSent(item=book.i, title="Tilskud", recipient="b99")  # type: ignore[arg-type]
        assert "no body b99" in book.refused(nowhere)

    def test_an_answer_may_be_due(self, book: Book) -> None:
        letter = DocumentSent(item=book.i, title="Brevet", recipient=book.body, answer_due="2023-02-01")
        asked = QuestionsSent(item=book.i, recipient=book.body, questions=("Hvorfor?",), answer_due="2023-02-01")
        assert book.said(letter)[1:] == (
            "10.01.2023 item 1: sent to Kulturudvalget: Brevet, answer due 01.02.2023",
            "Brevet sendes til Kulturudvalget. Svar ønskes senest 1. februar 2023.",
        )
        assert book.said(asked)[1:] == (
            "10.01.2023 item 1: 1 question sent to Kulturudvalget, answer due 01.02.2023",
            "Følgende spørgsmål sendes til Kulturudvalget med svar senest 1. februar 2023:",
        )
        assert [sent.answer_due for sent in book.state.dispatches[-2:]] == ["2023-02-01"] * 2

    @pytest.mark.parametrize("kind", [DocumentSent, ApplicationSent])
    def test_but_not_before_it_goes(self, book: Book, kind: Any) -> None:
        early = kind(item=book.i, title="Brevet", recipient=book.body, answer_due="2023-01-09")
        assert "No answer can be due on 2023-01-09" in book.refused(early)

    @pytest.mark.parametrize(
        ("granted", "danish", "words"),
        [
            (True, "Kulturudvalget imødekom Tilskud", "Kulturudvalget har imødekommet »Tilskud«."),
            (False, "Kulturudvalget gav afslag på Tilskud", "Kulturudvalget har givet afslag på »Tilskud«."),
            (None, "Kulturudvalget svarede på Tilskud", "Kulturudvalget har svaret på »Tilskud«."),
        ],
    )
    def test_an_answer_comes(self, book: Book, granted: bool | None, danish: str, words: str) -> None:
        said = book.said(AnswerReceived(dispatch=book.application, item=book.later, granted=granted), "2023-04-14")
        assert (said[0], said[2]) == (f"09.05.2023 punkt 1: {danish}", words)
        sent = book.sent(book.application)
        assert (sent.granted, [answer.received_on for answer in sent.answers]) == (granted, ["2023-04-14"])

    def test_the_latest_answer_counts(self, book: Book) -> None:
        book.given(AnswerReceived(dispatch=book.application, granted=True), "2023-05-01")
        book.given(AnswerReceived(dispatch=book.application, granted=False, answer="Nej."), "2023-03-01")
        sent = book.sent(book.application)
        assert (sent.granted, [answer.granted for answer in sent.answers]) == (True, [False, True])

    def test_what_is_no_answer(self, book: Book) -> None:
        letter: Any = f"d{book.given(DocumentSent(item=book.i, title='Brevet', recipient=book.body))}"
        for event, effective, says in (
            (AnswerReceived(dispatch="d99"), None, "has the id d99"),  # type: ignore[arg-type]
            (AnswerReceived(dispatch=letter, granted=True), None, "Only an application"),
            (AnswerReceived(dispatch=letter), "2023-01-09", "sent on 2023-01-10"),
            (AnswerReceived(dispatch=letter, item=book.later), "2023-05-10", "on 2023-05-10 only"),
        ):
            assert says in book.refused(event, effective)

    def test_questions_are_answered_without_a_title(self, book: Book) -> None:
        asked = QuestionsSent(item=book.i, recipient=book.body, questions=("Hvorfor?",))
        dispatch: Any = f"d{book.given(asked)}"
        assert book.said(AnswerReceived(dispatch=dispatch, item=book.later, answer="Derfor.")) == (
            "09.05.2023 punkt 1: Kulturudvalget svarede på spørgsmål: »Derfor.«",
            "09.05.2023 item 1: Kulturudvalget answered questions: »Derfor.«",
            "Kulturudvalget har svaret på de stillede spørgsmål: Derfor.",
        )


def documents(book: Scenario, *meetings: Any) -> list[str]:
    """Close and issue the meetings and return their minutes as text."""
    for meeting in meetings:
        book.given(MeetingClosed(meeting=meeting))
        through = book.draft.fold.number
        book.given(MinutesIssued(meeting=meeting, through=through, document_sha256="ab" * 32), "2023-05-31")
    entries = list(standing(book.draft.history.entries(), amendments_in(book.draft.history.entries())))
    fold = book.draft.fold
    return [write(compose_minutes(fold, entries, fold.meetings[meeting]), "md") for meeting in meetings]


_TOPICS = ("groups", "plans", "focus_areas", "dispatches", "tasks")


def followed_up(book: Book) -> Scenario:
    """Let the second meeting tell what became of what the first one set going."""
    book.given(WorkingGroupChanged(item=book.later, group=book.group, name="Kokkene", focus_area="Fælles mad"))
    book.given(PlanProposed(item=book.later, title="handleplan", group=book.group))
    fest = Activity(activity="Fest", period="2023-06", responsible=book.bo, budget=1)  # type: ignore[arg-type]
    book.given(PlanAdopted(item=book.later, title="plan", proposed=book.proposal, activities=(fest,)))
    book.given(FocusAreaChosen(item=book.later, focus_area="Ensomhed", period="2024"))  # type: ignore[arg-type]
    book.given(TaskChanged(task=book.task, item=book.later, wording="finde to kokke", responsible=book.bo))
    book.given(AnswerReceived(dispatch=book.application, item=book.later, granted=False, answer="Nej."), "2023-04-14")
    book.given(TaskAgreed(item=book.later, task="finde en kok"))
    book.given(WorkingGroupDissolved(item=book.later, group=book.group))
    return book


def test_minutes_taken_over_record_the_same_again(tmp_path: Path, book: Book) -> None:
    followed_up(book)
    wanted = facts_of(book.state)
    take(tmp_path / "again.referat", documents(book, book.january, book.may))
    found = facts_of(publish(only_book(tmp_path / "again.referat").fold()))
    assert {topic: found[topic] for topic in _TOPICS} == {topic: wanted[topic] for topic in _TOPICS}


def test_what_an_earlier_meeting_set_going_must_be_in_the_book(tmp_path: Path, book: Book) -> None:
    ((taken, _, _),) = take(tmp_path / "late.referat", documents(followed_up(book), book.may))  # type: ignore[arg-type]
    unknown = [problem for problem in taken.problems if problem.code == "unknown-reference"]
    assert [problem.details["name"] for problem in unknown] == ["Mad", "finde en kok", "Tilskud", "Mad"]
    state = publish(only_book(tmp_path / "late.referat").fold())
    assert (state.groups, [task.task for task in state.tasks]) == ([], ["finde en kok"])


def test_a_document_that_a_later_one_builds_on_is_taken_back_as_far_as_it_goes(tmp_path: Path, book: Book) -> None:
    first, second = documents(followed_up(book), book.january, book.may)  # type: ignore[arg-type]
    take(tmp_path / "back.referat", [first, second])
    held = only_book(tmp_path / "back.referat")
    back = TakingBack(held.name, file_read(first).source.sha256, None, held.today())
    held.carry_out(back.plan)
    assert back.kept
    state = publish(held.fold())
    assert [group.name for group in state.groups] == ["Kokkene"]
    assert {task.completed for task in state.tasks} == {False}
