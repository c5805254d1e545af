"""Events as facts of a document: what follows from a meeting."""

from collections.abc import Callable
from typing import Any

import msgspec

from events.catalogue import (
    Activity,
    AnswerReceived,
    ApplicationSent,
    DocumentSent,
    Event,
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
from events.ids import GroupId, ItemId, PersonId, PlanId, TaskId
from events.moments import Effective, is_exact
from governance.documents import model
from governance.documents.facts.names import body, person
from governance.state.fold import Fold


def _members(fold: Fold, members: tuple[PersonId, ...]) -> tuple[str, ...]:
    return tuple(person(fold, member) or "" for member in members)


def _day(fold: Fold, item: ItemId | None) -> str | None:
    meeting = fold.meeting_of(item) if item is not None else None
    return meeting.date or None if meeting is not None else None


def _called(fold: Fold, group: GroupId | None, item: ItemId) -> str | None:
    """Return what a group was called when the meeting of an item began."""
    held = fold.groups.get(group) if group is not None else None
    return held.about(_day(fold, item)) if held is not None else None


def _read(fold: Fold, task: TaskId, item: ItemId | None) -> str:
    """Return how a task read when the meeting of an item began."""
    held = fold.tasks.get(task)
    return held.wording(_day(fold, item)) if held is not None else ""


def _agreed_on(fold: Fold, task: TaskId, item: ItemId | None) -> str | None:
    """Return the day on which a task was agreed, where its words alone do not tell which task is meant."""
    wording, held = _read(fold, task, item), fold.tasks.get(task)
    alike = [other for other in fold.tasks.values() if other.agreed is not None and other.reads(wording)]
    if held is None or held.agreed is None or len(alike) < 2:
        return None
    return _day(fold, held.agreed.item)


def happened(fact: model.Fact, effective: Effective | None, day: str) -> model.Fact:
    """Return a fact with the day on which it happened, where that is another than the day of the meeting."""
    if not isinstance(fact, model.TaskCompletion | model.AnswerReceipt):
        return fact
    if effective is None or not is_exact(effective) or effective[:10] == day:
        return fact
    return msgspec.structs.replace(fact, on=effective[:10])


def _group(fold: Fold, event: WorkingGroupFormed) -> model.Fact:
    return model.GroupFormation(name=event.name, focus_area=event.focus_area, members=_members(fold, event.members))


def _group_changed(fold: Fold, event: WorkingGroupChanged) -> model.Fact:
    return model.GroupChange(
        group=_called(fold, event.group, event.item),
        name=event.name,
        focus_area=event.focus_area,
        members=_members(fold, event.members),
    )


def _group_dissolved(fold: Fold, event: WorkingGroupDissolved) -> model.Fact:
    return model.GroupDissolution(group=_called(fold, event.group, event.item))


def _focus_area(_fold: Fold, event: FocusAreaChosen) -> model.Fact:
    return model.FocusChoice(focus_area=event.focus_area, period=event.period)


def _plan(fold: Fold, event: PlanProposed) -> model.Fact:
    return model.PlanProposal(title=event.title, group=_called(fold, event.group, event.item))


def _plan_adopted(fold: Fold, event: PlanAdopted) -> model.Fact:
    proposal = _proposal(fold, event.proposed)
    return model.PlanAdoption(
        title=event.title,
        activities=tuple(_activity(fold, activity) for activity in event.activities),
        proposed=proposal.title if proposal is not None else None,
        proposed_on=_day(fold, proposal.item) if proposal is not None else None,
        group=_called(fold, proposal.group, event.item) if proposal is not None else None,
    )


def _proposal(fold: Fold, plan: PlanId | None) -> PlanProposed | None:
    held = fold.plans.get(plan) if plan is not None else None
    return held if isinstance(held, PlanProposed) else None


def _activity(fold: Fold, activity: Activity) -> model.PlannedActivity:
    return model.PlannedActivity(
        activity=activity.activity,
        period=activity.period,
        responsible=person(fold, activity.responsible),
        budget=activity.budget,
    )


def _task(fold: Fold, event: TaskAgreed) -> model.Fact:
    return model.TaskAgreement(
        task=event.task,
        responsible=person(fold, event.responsible),
        recipient=body(fold, event.recipient),
        due=event.due,
    )


def _task_changed(fold: Fold, event: TaskChanged) -> model.Fact:
    return model.TaskRevision(
        task=_read(fold, event.task, event.item),
        agreed_on=_agreed_on(fold, event.task, event.item),
        wording=event.wording,
        responsible=person(fold, event.responsible),
        due=event.due,
    )


def _task_completed(fold: Fold, event: TaskCompleted) -> model.Fact:
    return model.TaskCompletion(
        task=_read(fold, event.task, event.item), agreed_on=_agreed_on(fold, event.task, event.item)
    )


def _document(fold: Fold, event: DocumentSent) -> model.Fact:
    return model.DocumentDispatch(
        title=event.title,
        recipient=body(fold, event.recipient) or "",
        kind=event.kind.value,
        for_meeting=event.for_meeting,
        answer_due=event.answer_due,
    )


def _questions(fold: Fold, event: QuestionsSent) -> model.Fact:
    return model.QuestionsDispatch(
        recipient=body(fold, event.recipient) or "",
        questions=event.questions,
        occasion=event.occasion,
        period=event.period,
        answer_due=event.answer_due,
    )


def _application(fold: Fold, event: ApplicationSent) -> model.Fact:
    return model.ApplicationDispatch(
        title=event.title,
        recipient=body(fold, event.recipient) or "",
        amount=event.amount,
        for_meeting=event.for_meeting,
        answer_due=event.answer_due,
    )


def _answer(fold: Fold, event: AnswerReceived) -> model.Fact | None:
    dispatch = fold.dispatches.get(event.dispatch)
    if dispatch is None or dispatch.sent is None:
        return None
    return model.AnswerReceipt(
        recipient=body(fold, dispatch.sent.recipient) or "",
        title=dispatch.title,
        sent_on=_day(fold, dispatch.sent.item),
        answer=event.answer,
        granted=event.granted,
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
    WorkingGroupChanged: _group_changed,
    WorkingGroupDissolved: _group_dissolved,
    FocusAreaChosen: _focus_area,
    PlanProposed: _plan,
    PlanAdopted: _plan_adopted,
    TaskAgreed: _task,
    TaskChanged: _task_changed,
    TaskCompleted: _task_completed,
    DocumentSent: _document,
    QuestionsSent: _questions,
    ApplicationSent: _application,
    AnswerReceived: _answer,
    ReportGiven: _report,
}
