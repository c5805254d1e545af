"""Rules about what follows from a meeting: working groups, plans, tasks, and what is sent to others."""

from events.catalogue import (
    AnswerReceived,
    ApplicationSent,
    DocumentSent,
    FocusAreaChosen,
    PlanAdopted,
    QuestionsSent,
    TaskAgreed,
    TaskChanged,
    TaskCompleted,
    WorkingGroupChanged,
    WorkingGroupDissolved,
    WorkingGroupFormed,
)
from events.errors import N_
from events.ids import GroupId, ItemId, PersonId, PlanId, TaskId
from events.moments import Effective, order_of
from governance.rules import known
from governance.rules.act import RuleRefused
from governance.state.fold import Fold
from governance.state.undertakings import Group, Task


def group_formed(fold: Fold, event: WorkingGroupFormed, _when: Effective | None) -> WorkingGroupFormed:
    """A group is made up of persons whom the book knows, each once."""
    known.item(fold, event.item)
    _require_members(fold, event.members)
    return event


def group_changed(fold: Fold, event: WorkingGroupChanged, when: Effective | None) -> WorkingGroupChanged:
    """Only a group at work is stated anew, and something about it is."""
    known.item(fold, event.item)
    _group_at_work(fold, event.group, when)
    _require_members(fold, event.members)
    if event.name is None and event.focus_area is None and not event.members:
        raise RuleRefused(N_("Nothing is changed. Write the group's new name, what it looks at, or its members."))
    return event


def group_dissolved(fold: Fold, event: WorkingGroupDissolved, when: Effective | None) -> WorkingGroupDissolved:
    """A group is dissolved once, after it was formed."""
    known.item(fold, event.item)
    group = known.group(fold, event.group)
    if group is not None and group.over:
        raise RuleRefused(N_("The working group {id} has been dissolved already."), id=event.group)
    _group_at_work(fold, event.group, when)
    return event


def focus_area_chosen(fold: Fold, event: FocusAreaChosen, _when: Effective | None) -> FocusAreaChosen:
    """The council may choose what it looks at under any item."""
    known.item(fold, event.item)
    return event


def plan_adopted(fold: Fold, event: PlanAdopted, _when: Effective | None) -> PlanAdopted:
    """A proposal is adopted once, and not before it was put; persons in the plan are known."""
    known.item(fold, event.item)
    for activity in event.activities:
        if activity.responsible is not None:
            known.person(fold, activity.responsible)
    if event.proposed is not None:
        _require_proposal(fold, event.proposed, event.item)
    return event


def task_agreed(fold: Fold, event: TaskAgreed, _when: Effective | None) -> TaskAgreed:
    """A task is for somebody whom the book knows."""
    known.item(fold, event.item)
    if event.responsible is not None:
        known.person(fold, event.responsible)
    known.body(fold, event.recipient)
    return event


def task_changed(fold: Fold, event: TaskChanged, when: Effective | None) -> TaskChanged:
    """Only a task that is not done yet is stated anew, and something about it is."""
    _require_place(fold, event)
    _task_to_do(fold, event.task, when)
    if event.responsible is not None:
        known.person(fold, event.responsible)
    if event.wording is None and event.responsible is None and event.due is None:
        raise RuleRefused(N_("Nothing is changed. Write what is to be done, who is responsible, or when it is due."))
    return event


def task_completed(fold: Fold, event: TaskCompleted, when: Effective | None) -> TaskCompleted:
    """A task is done once, after it was agreed, and a meeting is told of it no earlier."""
    _require_place(fold, event)
    if known.task(fold, event.task).over:
        raise RuleRefused(N_("The task {id} is done already."), id=event.task)
    _task_to_do(fold, event.task, when)
    _require_not_later(fold, event.item, when)
    return event


def dispatched(
    fold: Fold, event: DocumentSent | QuestionsSent | ApplicationSent, _when: Effective | None
) -> DocumentSent | QuestionsSent | ApplicationSent:
    """Something goes to a body that the book knows, and no answer is due before it goes."""
    known.item(fold, event.item)
    known.body(fold, event.recipient)
    if isinstance(event, QuestionsSent) and not event.questions:
        raise RuleRefused(N_("There are no questions to send. Write at least one."))
    here = fold.meeting_of(event.item)
    if event.answer_due is not None and here is not None and event.answer_due < here.date:
        raise RuleRefused(
            N_("No answer can be due on {day}, before the meeting of {date} that sends it."),
            day=event.answer_due,
            date=here.date,
        )
    return event


def answer_received(fold: Fold, event: AnswerReceived, when: Effective | None) -> AnswerReceived:
    """An answer comes to what was sent, no earlier; only an application is granted or refused."""
    _require_place(fold, event)
    dispatch = known.dispatch(fold, event.dispatch)
    if event.granted is not None and not isinstance(dispatch.sent, ApplicationSent):
        raise RuleRefused(
            N_("Only an application is granted or refused, and {id} is none. Leave that out, and write the answer."),
            id=event.dispatch,
        )
    if _before(when, dispatch.since):
        raise RuleRefused(
            N_("{id} was sent on {day}; an answer cannot have come before."), id=event.dispatch, day=dispatch.since[:10]
        )
    _require_not_later(fold, event.item, when)
    return event


def _before(when: Effective | None, since: str) -> bool:
    order = order_of(when)
    return bool(order and since) and order[:10] < since[:10]


def _group_at_work(fold: Fold, identifier: GroupId, when: Effective | None) -> Group:
    group = known.group(fold, identifier)
    assert group is not None
    if _before(when, group.since):
        raise RuleRefused(
            N_("The working group {id} was formed on {day}; nothing can have happened to it before."),
            id=identifier,
            day=group.since[:10],
        )
    if group.over and not _before(when, order_of(group.dissolved)):
        raise RuleRefused(N_("The working group {id} has been dissolved. Form a new one instead."), id=identifier)
    return group


def _task_to_do(fold: Fold, identifier: TaskId, when: Effective | None) -> Task:
    task = known.task(fold, identifier)
    if _before(when, task.since):
        raise RuleRefused(
            N_("The task {id} was agreed on {day}; nothing can have become of it before."),
            id=identifier,
            day=task.since[:10],
        )
    if task.over and not _before(when, order_of(task.completed)):
        raise RuleRefused(N_("The task {id} is done. Agree on a new one instead."), id=identifier)
    return task


def _require_members(fold: Fold, members: tuple[PersonId, ...]) -> None:
    for person in members:
        known.person(fold, person)
    if len(set(members)) < len(members):
        raise RuleRefused(N_("A person is named twice in the group."))


def _require_proposal(fold: Fold, identifier: PlanId, item: ItemId) -> None:
    proposal = fold.plans.get(identifier)
    if proposal is None:
        raise RuleRefused(N_("There is no plan {id} in the book."), id=identifier)
    if isinstance(proposal, PlanAdopted):
        raise RuleRefused(
            N_("Plan {id} is no proposal; it has been adopted. Name the proposal, or leave it out."), id=identifier
        )
    for plan, said in fold.plans.items():
        if isinstance(said, PlanAdopted) and said.proposed == identifier:
            raise RuleRefused(N_("The proposal {id} has been adopted already, as {plan}."), id=identifier, plan=plan)
    put, here = fold.meeting_of(proposal.item), fold.meeting_of(item)
    if put is not None and here is not None and here.date < put.date:
        raise RuleRefused(
            N_("The meeting of {date} cannot adopt what was proposed on {day} only."), date=here.date, day=put.date
        )


def _require_place(fold: Fold, event: TaskChanged | TaskCompleted | AnswerReceived) -> None:
    """Only what happens under an item is told in the minutes."""
    if event.item is not None:
        known.item(fold, event.item)
    elif event.text is not None:
        raise RuleRefused(N_("Say under which item the text stands in the minutes, or leave the text out."))


def _require_not_later(fold: Fold, item: ItemId | None, when: Effective | None) -> None:
    here = fold.meeting_of(item) if item is not None else None
    day = order_of(when)[:10]
    if here is not None and here.date < day:
        raise RuleRefused(N_("The meeting of {date} cannot tell of what was on {day} only."), date=here.date, day=day)
