"""What should have happened before a day and had not: tasks that are not done, answers that have not come."""

from governance.state import model
from governance.state.published import Published
from governance.views.matters import days_between


class OverdueTask(Published, frozen=True, kw_only=True):
    """A task that was due before the day."""

    id: str
    task: str
    responsible: str | None
    recipient: str | None
    agreed_on: str | None
    due: str
    days: int


class OverdueAnswer(Published, frozen=True, kw_only=True):
    """Something that was sent and to which an answer was due before the day; questions have no title."""

    id: str
    kind: model.DispatchKind
    title: str | None
    recipient: str
    sent_on: str | None
    answer_due: str
    days: int


class Overdue(Published, frozen=True, kw_only=True):
    """What is overdue on a day, the longest first; ``days`` is for how long."""

    on: str
    tasks: list[OverdueTask]
    answers: list[OverdueAnswer]


def overdue(state: model.State, on: str) -> Overdue:
    """Return what is overdue on a day (ISO date). What is due on the day itself is not overdue yet."""
    tasks = [_task(task, task.due, on) for task in state.tasks if task.due and task.due < on and not task.completed]
    answers = [
        _answer(sent, sent.answer_due, on)
        for sent in state.dispatches
        if sent.answer_due and sent.answer_due < on and not sent.answers
    ]
    return Overdue(
        on=on,
        tasks=sorted(tasks, key=lambda held: held.due),
        answers=sorted(answers, key=lambda held: held.answer_due),
    )


def _task(task: model.Task, due: str, on: str) -> OverdueTask:
    return OverdueTask(
        id=task.id,
        task=task.task,
        responsible=task.responsible,
        recipient=task.recipient,
        agreed_on=task.agreed_on,
        due=due,
        days=days_between(due, on),
    )


def _answer(sent: model.Dispatch, due: str, on: str) -> OverdueAnswer:
    return OverdueAnswer(
        id=sent.id,
        kind=sent.kind,
        title=sent.title,
        recipient=sent.recipient,
        sent_on=sent.date,
        answer_due=due,
        days=days_between(due, on),
    )
