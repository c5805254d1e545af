"""Events as facts of a document: what follows from a meeting."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    DocumentSent,
    Event,
    PlanProposed,
    QuestionsSent,
    ReportGiven,
    TaskAgreed,
    WorkingGroupFormed,
)
from governance.documents import model
from governance.documents.facts.names import body, person
from governance.state.fold import Fold


def _group(fold: Fold, event: WorkingGroupFormed) -> model.Fact:
    members = tuple(fold.persons.get(person, "") for person in event.members)
    return model.GroupFormation(name=event.name, focus_area=event.focus_area, members=members)


def _plan(fold: Fold, event: PlanProposed) -> model.Fact:
    group = fold.groups.get(event.group) if event.group is not None else None
    return model.PlanProposal(title=event.title, group=(group.focus_area or group.name) if group else None)


def _task(fold: Fold, event: TaskAgreed) -> model.Fact:
    return model.TaskAgreement(
        task=event.task,
        responsible=person(fold, event.responsible),
        recipient=body(fold, event.recipient),
        due=event.due,
    )


def _document(fold: Fold, event: DocumentSent) -> model.Fact:
    return model.DocumentDispatch(
        title=event.title,
        recipient=body(fold, event.recipient) or "",
        kind=event.kind.value,
        for_meeting=event.for_meeting,
    )


def _questions(fold: Fold, event: QuestionsSent) -> model.Fact:
    return model.QuestionsDispatch(
        recipient=body(fold, event.recipient) or "",
        questions=event.questions,
        occasion=event.occasion,
        period=event.period,
    )


def _report(fold: Fold, event: ReportGiven) -> model.Fact:
    return model.ReportDelivery(
        person=person(fold, event.person) or "",
        occasion=event.occasion,
        body=body(fold, event.body),
        held_on=event.held_on,
    )


FACTS: dict[type[Event], Callable[[Fold, Any], model.Fact | None]] = {
    WorkingGroupFormed: _group,
    PlanProposed: _plan,
    TaskAgreed: _task,
    DocumentSent: _document,
    QuestionsSent: _questions,
    ReportGiven: _report,
}
