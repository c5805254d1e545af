"""Publishing: what follows from meetings: groups, plans, dispatches, tasks, approvals."""

from events.catalogue import DocumentSent, MinutesApproved, PlanProposed, QuestionsSent, TaskAgreed, WorkingGroupFormed
from events.ids import DispatchId, GroupId, ItemId, MeetingId, PlanId, TaskId
from governance.state import model
from governance.state.fold import Fold, Item
from governance.state.publishing.meetings import minutes_meant


def groups(fold: Fold) -> list[model.Group]:
    """Return the working groups."""
    return [_group(fold, identifier, formed) for identifier, formed in fold.groups.items()]


def _group(fold: Fold, identifier: GroupId, formed: WorkingGroupFormed) -> model.Group:
    item, meeting, _ = _context(fold, formed.item)
    return model.Group(
        id=identifier,
        name=formed.name,
        focus_area=formed.focus_area,
        members=list(formed.members),
        item=formed.item,
        meeting=meeting,
        matter=item.matter if item else None,
        plans=[plan for plan, proposed in fold.plans.items() if proposed.group == identifier],
    )


def plans(fold: Fold) -> list[model.Plan]:
    """Return the plans that were proposed."""
    return [_plan(fold, identifier, proposed) for identifier, proposed in fold.plans.items()]


def _plan(fold: Fold, identifier: PlanId, proposed: PlanProposed) -> model.Plan:
    item, meeting, _ = _context(fold, proposed.item)
    return model.Plan(
        id=identifier,
        title=proposed.title,
        group=proposed.group,
        meeting=meeting,
        item=proposed.item,
        matter=item.matter if item else None,
    )


def dispatches(fold: Fold) -> list[model.Dispatch]:
    """Return what goes to other bodies."""
    return [_dispatch(fold, identifier, event) for identifier, event in fold.dispatches.items()]


def _dispatch(fold: Fold, identifier: DispatchId, event: DocumentSent | QuestionsSent) -> model.Dispatch:
    item, meeting, day = _context(fold, event.item)
    return model.Dispatch(
        id=identifier,
        kind="questions" if isinstance(event, QuestionsSent) else event.kind.value,
        title=None if isinstance(event, QuestionsSent) else event.title,
        recipient=event.recipient,
        questions=list(event.questions) if isinstance(event, QuestionsSent) else [],
        occasion=event.occasion if isinstance(event, QuestionsSent) else None,
        for_period=event.period if isinstance(event, QuestionsSent) else event.for_meeting,
        date=day,
        meeting=meeting,
        item=event.item,
        matter=item.matter if item else None,
    )


def tasks(fold: Fold) -> list[model.Task]:
    """Return what is to be done."""
    return [_task(fold, identifier, event) for identifier, event in fold.tasks.items()]


def _task(fold: Fold, identifier: TaskId, event: TaskAgreed) -> model.Task:
    item, meeting, day = _context(fold, event.item)
    return model.Task(
        id=identifier,
        task=event.task,
        responsible=event.responsible,
        recipient=event.recipient,
        due=event.due,
        agreed_on=day,
        meeting=meeting,
        item=event.item,
        matter=item.matter if item else None,
    )


def _context(fold: Fold, identifier: ItemId) -> tuple[Item | None, MeetingId | None, str | None]:
    item = fold.items.get(identifier)
    meeting = fold.meetings.get(item.meeting) if item is not None and item.meeting else None
    return item, (meeting.id if meeting else None), (meeting.date or None if meeting else None)


def approvals(fold: Fold) -> list[model.Approval]:
    """Return the approvals of minutes, those of meetings that the book does not hold included."""
    return [_approval(fold, event) for event in fold.approvals]


def _approval(fold: Fold, event: MinutesApproved) -> model.Approval:
    meant = minutes_meant(fold, event)
    of = event.of or (meant.date if meant is not None else None)
    return model.Approval(of=of, minutes_of=meant.id if meant else None, meeting=event.meeting, item=event.item)
