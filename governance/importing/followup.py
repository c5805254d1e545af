"""From the facts of a statement to events: what follows from a meeting, and what became of what an earlier one set going."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    Activity,
    AnswerReceived,
    AnyEvent,
    ApplicationSent,
    DocumentKind,
    DocumentSent,
    FocusAreaChosen,
    PlanAdopted,
    PlanProposed,
    QuestionsSent,
    ReportGiven,
    TaskAgreed,
    TaskChanged,
    TaskCompleted,
    WorkingGroupChanged,
    WorkingGroupDissolved,
    WorkingGroupFormed,
)
from events.errors import N_
from events.ids import ItemId, MeetingId, PersonId
from events.moments import Period
from governance.documents import model
from governance.documents.model import Fact, Lines, Problem
from governance.importing.earlier import Earlier
from governance.importing.resolving import Resolver
from governance.state.fold import Fold


class FollowUp:
    """Turns what follows from a meeting into events. Where it is not clear what an earlier meeting set going is meant,
    the sentence stays a note, and a problem says so.
    """

    def __init__(
        self, fold: Callable[[], Fold], resolver: Resolver, meeting: MeetingId, problems: list[Problem]
    ) -> None:
        self._resolver = resolver
        self._earlier = Earlier(fold, meeting)
        self._problems = problems

    def event(self, fact: Fact, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """Return the event that a fact is; None for one of another kind, and for one that is not clear."""
        made = _MADE.get(type(fact))
        return made(self, fact, item, lines) if made is not None else None

    def group(self, fact: model.GroupFormation, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """A group was formed."""
        return WorkingGroupFormed(
            item=item, name=fact.name, focus_area=fact.focus_area, members=self._members(fact.members)
        )

    def group_change(self, fact: model.GroupChange, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """A group was stated anew."""
        group = self._earlier.group(fact.group, item)
        if group is None:
            return self._unknown(fact.group or "-", lines)
        return WorkingGroupChanged(
            item=item,
            group=group,
            name=fact.name,
            focus_area=fact.focus_area,
            members=self._members(fact.members),
        )

    def group_end(self, fact: model.GroupDissolution, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """A group was dissolved."""
        group = self._earlier.group(fact.group, item)
        return (
            self._unknown(fact.group or "-", lines) if group is None else WorkingGroupDissolved(item=item, group=group)
        )

    def focus(self, fact: model.FocusChoice, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """The council chose what it looks at."""
        return FocusAreaChosen(item=item, focus_area=fact.focus_area, period=_period(fact.period))

    def plan(self, fact: model.PlanProposal, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """A plan was proposed."""
        group = self._earlier.group(fact.group, item) if fact.group is not None else None
        return PlanProposed(item=item, title=fact.title, group=group)

    def adoption(self, fact: model.PlanAdoption, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """A plan was adopted; what it was proposed as may lie outside the book."""
        return PlanAdopted(
            item=item,
            title=fact.title,
            activities=tuple(self._activity(activity) for activity in fact.activities),
            proposed=self._earlier.proposal(fact.proposed, fact.group, fact.proposed_on)
            if fact.proposed is not None
            else None,
        )

    def _activity(self, planned: model.PlannedActivity) -> Activity:
        """Who is not known stands in the words of the activity."""
        person = self._resolver.person(planned.responsible)
        lost = person is None and planned.responsible is not None
        return Activity(
            activity=f"{planned.activity} ({planned.responsible})" if lost else planned.activity,
            period=_period(planned.period),
            responsible=person,
            budget=planned.budget,
        )

    def task(self, fact: model.TaskAgreement, item: ItemId, lines: Lines | None) -> AnyEvent:
        """Something is to be done."""
        person = self._resolver.person(fact.responsible)
        if fact.responsible is not None and len(self._resolver.persons(fact.responsible)) > 1:
            self._unclear(fact.responsible, lines)
        task = fact.task if person is not None or fact.responsible is None else f"{fact.responsible} {fact.task}"
        return TaskAgreed(
            item=item,
            task=task,
            responsible=person,
            recipient=self._resolver.body(fact.recipient, lines),
            due=fact.due,
        )

    def revision(self, fact: model.TaskRevision, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """A task was stated anew."""
        task, person = self._earlier.task(fact.task, fact.agreed_on), self._resolver.person(fact.responsible)
        if task is None:
            return self._unknown(fact.task, lines)
        if person is None and fact.responsible is not None:
            return self._unclear(fact.responsible, lines)
        return TaskChanged(task=task, item=item, wording=fact.wording, responsible=person, due=fact.due)

    def completion(self, fact: model.TaskCompletion, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """A task is done."""
        task = self._earlier.task(fact.task, fact.agreed_on)
        return self._unknown(fact.task, lines) if task is None else TaskCompleted(task=task, item=item)

    def document(self, fact: model.DocumentDispatch, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """A document goes out."""
        recipient = self._resolver.body(fact.recipient, lines)
        if recipient is None:
            return None
        return DocumentSent(
            item=item,
            title=fact.title,
            recipient=recipient,
            kind=DocumentKind(fact.kind),
            for_meeting=_period(fact.for_meeting),
            answer_due=fact.answer_due,
        )

    def questions(self, fact: model.QuestionsDispatch, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """Questions go out."""
        recipient = self._resolver.body(fact.recipient, lines)
        if recipient is None:
            return None
        return QuestionsSent(
            item=item,
            recipient=recipient,
            questions=fact.questions,
            occasion=fact.occasion,
            period=_period(fact.period),
            answer_due=fact.answer_due,
        )

    def application(self, fact: model.ApplicationDispatch, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """An application goes out."""
        recipient = self._resolver.body(fact.recipient, lines)
        if recipient is None:
            return None
        return ApplicationSent(
            item=item,
            title=fact.title,
            recipient=recipient,
            amount=fact.amount,
            for_meeting=_period(fact.for_meeting),
            answer_due=fact.answer_due,
        )

    def answer(self, fact: model.AnswerReceipt, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """An answer came."""
        recipient = self._resolver.body(fact.recipient, lines)
        dispatch = self._earlier.dispatch(recipient, fact.title, fact.sent_on) if recipient is not None else None
        if dispatch is None:
            return self._unknown(fact.title or fact.recipient, lines)
        return AnswerReceived(dispatch=dispatch, item=item, answer=fact.answer, granted=fact.granted)

    def report(self, fact: model.ReportDelivery, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """Somebody reported."""
        person = self._resolver.person(fact.person)
        if person is None:
            return self._unclear(fact.person, lines)
        body = self._resolver.body(fact.body, lines)
        return ReportGiven(item=item, person=person, occasion=fact.occasion, body=body, held_on=fact.held_on)

    def _members(self, names: tuple[str, ...]) -> tuple[PersonId, ...]:
        members = [person for name in names if (person := self._resolver.person(name)) is not None]
        return tuple(dict.fromkeys(members))

    def _unknown(self, named: str, lines: Lines | None) -> AnyEvent | None:
        self._problems.append(
            Problem(
                code="unknown-reference",
                message=N_("Line {line} was kept as a note: the book holds nothing before this meeting called {name}."),
                details={"line": str(lines[0]) if lines else "?", "name": named},
                lines=lines,
            )
        )
        return None

    def _unclear(self, name: str, lines: Lines | None) -> AnyEvent | None:
        problem = self._resolver.unknown_person(name, lines)
        self._problems.append(Problem(code=problem.code, message=problem.message, details=problem.details, lines=lines))
        return None


def _period(text: str | None) -> Period | None:
    return Period(text) if text else None


_MADE: dict[type[Fact], Callable[[FollowUp, Any, ItemId, Lines | None], AnyEvent | None]] = {
    model.GroupFormation: FollowUp.group,
    model.GroupChange: FollowUp.group_change,
    model.GroupDissolution: FollowUp.group_end,
    model.FocusChoice: FollowUp.focus,
    model.PlanProposal: FollowUp.plan,
    model.PlanAdoption: FollowUp.adoption,
    model.TaskAgreement: FollowUp.task,
    model.TaskRevision: FollowUp.revision,
    model.TaskCompletion: FollowUp.completion,
    model.DocumentDispatch: FollowUp.document,
    model.QuestionsDispatch: FollowUp.questions,
    model.ApplicationDispatch: FollowUp.application,
    model.AnswerReceipt: FollowUp.answer,
    model.ReportDelivery: FollowUp.report,
}
