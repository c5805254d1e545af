"""Folding: what follows from a meeting: working groups, plans, focus areas, tasks, and what is sent to others."""

from events.catalogue import (
    AnswerReceived,
    ApplicationSent,
    DocumentSent,
    FocusAreaChosen,
    PlanAdopted,
    PlanProposed,
    QuestionsSent,
    TaskAgreed,
    TaskChanged,
    TaskCompleted,
    Told,
    WorkingGroupChanged,
    WorkingGroupDissolved,
    WorkingGroupFormed,
)
from events.entry import Entry
from events.ids import DispatchId, GroupId, ItemId, PlanId, TaskId, made_by
from events.moments import order_of
from governance.state.evolving.statements import told_under_item
from governance.state.fold import Fold, Outcome
from governance.state.undertakings import Answer, FocusArea


def group_formed(fold: Fold, event: WorkingGroupFormed, entry: Entry) -> None:
    """A working group is at work."""
    told_under_item(fold, event, entry, event.item)
    group, order = fold.group(made_by(GroupId, entry.number)), order_of(entry.effective)
    group.formed, group.since = event, order
    group.stated(order, entry.number, event)


def group_changed(fold: Fold, event: WorkingGroupChanged, entry: Entry) -> None:
    """A working group is stated anew."""
    told_under_item(fold, event, entry, event.item)
    fold.group(event.group).stated(order_of(entry.effective), entry.number, event)


def group_dissolved(fold: Fold, event: WorkingGroupDissolved, entry: Entry) -> None:
    """A working group is at work no more."""
    told_under_item(fold, event, entry, event.item)
    group = fold.group(event.group)
    group.over, group.dissolved = True, entry.effective


def focus_area_chosen(fold: Fold, event: FocusAreaChosen, entry: Entry) -> None:
    """The council looks at something."""
    _settled(fold, event, entry, event.item)
    fold.focus_areas.append(FocusArea(entry.number, entry.effective, event))


def plan_proposed(fold: Fold, event: PlanProposed, entry: Entry) -> None:
    """A plan was proposed."""
    told_under_item(fold, event, entry, event.item)
    fold.plans[made_by(PlanId, entry.number)] = event


def plan_adopted(fold: Fold, event: PlanAdopted, entry: Entry) -> None:
    """A plan stands."""
    _settled(fold, event, entry, event.item)
    fold.plans[made_by(PlanId, entry.number)] = event


def task_agreed(fold: Fold, event: TaskAgreed, entry: Entry) -> None:
    """Something is to be done."""
    told_under_item(fold, event, entry, event.item)
    task, order = fold.task(made_by(TaskId, entry.number)), order_of(entry.effective)
    task.agreed, task.since = event, order
    task.stated(order, entry.number, event)


def task_changed(fold: Fold, event: TaskChanged, entry: Entry) -> None:
    """A task is stated anew."""
    _told(fold, event, entry, event.item)
    fold.task(event.task).stated(order_of(entry.effective), entry.number, event)


def task_completed(fold: Fold, event: TaskCompleted, entry: Entry) -> None:
    """A task is done."""
    _told(fold, event, entry, event.item)
    task = fold.task(event.task)
    task.over, task.completed = True, entry.effective


def dispatched(fold: Fold, event: DocumentSent | QuestionsSent | ApplicationSent, entry: Entry) -> None:
    """Something goes to another body."""
    told_under_item(fold, event, entry, event.item)
    dispatch = fold.dispatch(made_by(DispatchId, entry.number))
    dispatch.sent, dispatch.since = event, order_of(entry.effective)


def answer_received(fold: Fold, event: AnswerReceived, entry: Entry) -> None:
    """An answer came."""
    _told(fold, event, entry, event.item)
    fold.dispatch(event.dispatch).answered(Answer(entry.number, entry.effective, event))


def _told(fold: Fold, event: Told, entry: Entry, item: ItemId | None) -> None:
    if item is not None:
        told_under_item(fold, event, entry, item)


def _settled(fold: Fold, event: Told, entry: Entry, item: ItemId) -> None:
    told_under_item(fold, event, entry, item, decides=True)
    fold.item(item).outcomes.append(Outcome("decided"))
