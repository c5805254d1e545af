"""Publishing: what follows from meetings: groups, plans, focus areas, dispatches, tasks, approvals."""

from typing import NamedTuple

from events.catalogue import ApplicationSent, ApprovalForm, MinutesApproved, PlanAdopted, QuestionsSent
from events.ids import ItemId, MatterId, MeetingId, PlanId
from events.moments import Effective, is_exact
from governance.state import model
from governance.state.fold import Fold
from governance.state.publishing.meetings import minutes_meant
from governance.state.undertakings import AnyDispatch, AnyPlan, Dispatch, FocusArea, Group, Task


class Context(NamedTuple):
    """Where in the book something was said: its item's meeting and matter, and the day."""

    meeting: MeetingId | None
    matter: MatterId | None
    day: str | None


def _context(fold: Fold, identifier: ItemId) -> Context:
    item = fold.items.get(identifier)
    meeting = fold.meetings.get(item.meeting) if item is not None and item.meeting else None
    return Context(
        meeting.id if meeting else None, item.matter if item else None, meeting.date or None if meeting else None
    )


def _day(effective: Effective | None) -> str | None:
    return effective[:10] if effective is not None and is_exact(effective) else None


def groups(fold: Fold) -> list[model.Group]:
    """Return the working groups, those that are dissolved too."""
    return [_group(fold, group) for group in fold.groups.values() if group.formed is not None]


def _group(fold: Fold, group: Group) -> model.Group:
    assert group.formed is not None
    context = _context(fold, group.formed.item)
    return model.Group(
        id=group.id,
        name=group.name,
        focus_area=group.focus_area,
        members=list(group.members),
        item=group.formed.item,
        meeting=context.meeting,
        matter=context.matter,
        plans=[
            plan for plan, said in fold.plans.items() if not isinstance(said, PlanAdopted) and said.group == group.id
        ],
        dissolved=group.over,
        dissolved_on=_day(group.dissolved),
    )


def plans(fold: Fold) -> list[model.Plan]:
    """Return the plans that were proposed or adopted."""
    became = {
        said.proposed: plan
        for plan, said in fold.plans.items()
        if isinstance(said, PlanAdopted) and said.proposed is not None
    }
    return [_plan(fold, identifier, said, became) for identifier, said in fold.plans.items()]


def _plan(fold: Fold, identifier: PlanId, said: AnyPlan, became: dict[PlanId, PlanId]) -> model.Plan:
    context = _context(fold, said.item)
    adopted = said if isinstance(said, PlanAdopted) else None
    proposal = fold.plans.get(adopted.proposed) if adopted is not None and adopted.proposed is not None else said
    budgets = [activity.budget for activity in adopted.activities if activity.budget is not None] if adopted else []
    return model.Plan(
        id=identifier,
        title=said.title,
        group=getattr(proposal, "group", None),
        meeting=context.meeting,
        item=said.item,
        matter=context.matter,
        status="adopted" if adopted else "proposed",
        proposed=adopted.proposed if adopted else None,
        adopted_as=became.get(identifier),
        adopted_on=context.day if adopted else None,
        activities=[
            model.Activity(activity=one.activity, period=one.period, responsible=one.responsible, budget=one.budget)
            for one in (adopted.activities if adopted else ())
        ],
        budget=sum(budgets) if budgets else None,
    )


def focus_areas(fold: Fold) -> list[model.FocusArea]:
    """Return what the council chose to look at, in the order in which it came into the book."""
    return [_focus_area(fold, chosen) for chosen in fold.focus_areas]


def _focus_area(fold: Fold, chosen: FocusArea) -> model.FocusArea:
    context = _context(fold, chosen.said.item)
    return model.FocusArea(
        focus_area=chosen.said.focus_area,
        period=chosen.said.period,
        chosen_on=context.day,
        meeting=context.meeting,
        item=chosen.said.item,
        matter=context.matter,
    )


def dispatches(fold: Fold) -> list[model.Dispatch]:
    """Return what goes to other bodies, with the answers."""
    return [_dispatch(fold, held, held.sent) for held in fold.dispatches.values() if held.sent is not None]


def _dispatch(fold: Fold, held: Dispatch, sent: AnyDispatch) -> model.Dispatch:
    context = _context(fold, sent.item)
    asking = isinstance(sent, QuestionsSent)
    granted = [answer.said.granted for answer in held.answers if answer.said.granted is not None]
    return model.Dispatch(
        id=held.id,
        kind=kind_of(sent),
        title=None if isinstance(sent, QuestionsSent) else sent.title,
        recipient=sent.recipient,
        questions=list(sent.questions) if isinstance(sent, QuestionsSent) else [],
        occasion=sent.occasion if isinstance(sent, QuestionsSent) else None,
        for_period=sent.period if isinstance(sent, QuestionsSent) else sent.for_meeting,
        date=context.day,
        meeting=context.meeting,
        item=sent.item,
        matter=context.matter,
        amount=sent.amount if isinstance(sent, ApplicationSent) else None,
        answer_due=sent.answer_due,
        answers=[
            model.Answer(
                received_on=_day(answer.effective),
                answer=answer.said.answer,
                granted=answer.said.granted,
                item=answer.said.item,
            )
            for answer in held.answers
        ],
        granted=granted[-1] if granted and not asking else None,
    )


def kind_of(sent: AnyDispatch) -> model.DispatchKind:
    """Return what kind of thing was sent."""
    if isinstance(sent, QuestionsSent):
        return "questions"
    return "application" if isinstance(sent, ApplicationSent) else sent.kind.value


def tasks(fold: Fold) -> list[model.Task]:
    """Return what is to be done, and what was."""
    return [_task(fold, task) for task in fold.tasks.values() if task.agreed is not None]


def _task(fold: Fold, task: Task) -> model.Task:
    assert task.agreed is not None
    context = _context(fold, task.agreed.item)
    return model.Task(
        id=task.id,
        task=task.task,
        responsible=task.responsible,
        recipient=task.agreed.recipient,
        due=task.due,
        agreed_on=context.day,
        meeting=context.meeting,
        item=task.agreed.item,
        matter=context.matter,
        completed=task.over,
        completed_on=_day(task.completed),
    )


def approvals(fold: Fold) -> list[model.Approval]:
    """Return the approvals of minutes, those of meetings that the book does not hold included."""
    return [_approval(fold, event) for event in fold.approvals]


def _approval(fold: Fold, event: MinutesApproved) -> model.Approval:
    meant = minutes_meant(fold, event)
    of = event.of or (meant.date if meant is not None else None)
    return model.Approval(
        of=of,
        minutes_of=meant.id if meant else None,
        meeting=event.meeting,
        item=event.item,
        how=(event.how or ApprovalForm.AT_MEETING).value,
    )
