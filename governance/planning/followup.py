"""What is to be followed up: tasks that are not done, and what was sent and not answered, the longest overdue first."""

from typing import Literal

import msgspec

from events.ids import DispatchId, TaskId
from governance.state import model
from governance.state.fold import Fold
from governance.state.publishing import publish

Kind = Literal["task"] | model.DispatchKind


class FollowUp(msgspec.Struct, frozen=True):
    """Something to follow up. ``who`` has to do it or to answer; ``due`` is the day by which; ``done`` when that happened."""

    id: TaskId | DispatchId
    kind: Kind
    what: str
    who: str | None
    since: str | None
    due: str | None
    overdue: bool
    done: bool
    done_on: str | None
    granted: bool | None = None


def follow_ups(fold: Fold, today: str) -> tuple[FollowUp, ...]:
    """Return the tasks and dispatches of a book: what is overdue first, then by the day, what is done last."""
    state = publish(fold)
    names = {one.id: one.name for one in state.persons} | {one.id: one.name for one in state.bodies}
    found = [
        *(_task(task, names, today) for task in state.tasks),
        *(_sent(one, names, today) for one in state.dispatches),
    ]
    return tuple(sorted(found, key=lambda held: (held.done, not held.overdue, held.due or "9999", held.since or "")))


def _task(task: model.Task, names: dict[str, str], today: str) -> FollowUp:
    return FollowUp(
        id=TaskId(task.id),
        kind="task",
        what=task.task,
        who=names.get(task.responsible or ""),
        since=task.agreed_on,
        due=task.due,
        overdue=not task.completed and task.due is not None and task.due < today,
        done=task.completed,
        done_on=task.completed_on,
    )


def _sent(sent: model.Dispatch, names: dict[str, str], today: str) -> FollowUp:
    answer = sent.answers[-1] if sent.answers else None
    return FollowUp(
        id=DispatchId(sent.id),
        kind=sent.kind,
        what=sent.title or "; ".join(sent.questions),
        who=names.get(sent.recipient, sent.recipient),
        since=sent.date,
        due=sent.answer_due,
        overdue=answer is None and sent.answer_due is not None and sent.answer_due < today,
        done=answer is not None,
        done_on=answer.received_on if answer is not None else None,
        granted=sent.granted,
    )
