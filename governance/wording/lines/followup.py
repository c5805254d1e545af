"""One line for each act: what follows from a meeting."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
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
from events.ids import DispatchId, GroupId, ItemId, TaskId
from governance.danish.money import spoken_amount
from governance.language import _, plural
from governance.state.fold import Fold
from governance.state.undertakings import Group, Task
from governance.wording.speaking import body, day, item, period, person, quoted


def _group(fold: Fold, event: WorkingGroupFormed) -> str:
    where = item(fold, event.item)
    if event.name and event.focus_area:
        said = _("{item}: working group formed: {name}, on {focus_area}")
        return said.format(item=where, name=event.name, focus_area=event.focus_area)
    about = event.name or event.focus_area or "-"
    return _("{item}: working group formed: {about}").format(item=where, about=about)


def _group_meant(fold: Fold, group: GroupId) -> Group:
    return fold.groups.get(group) or Group(group)


def _task_meant(fold: Fold, task: TaskId) -> Task:
    return fold.tasks.get(task) or Task(task)


def _group_changed(fold: Fold, event: WorkingGroupChanged) -> str:
    said = [
        (_("name: {name}"), {"name": event.name}) if event.name else None,
        (_("looks at: {focus_area}"), {"focus_area": event.focus_area}) if event.focus_area else None,
        (_("members: {members}"), {"members": ", ".join(person(fold, member) for member in event.members)})
        if event.members
        else None,
    ]
    changed = "; ".join(text.format(**words) for text, words in filter(None, said))
    return _("{item}: working group {group} changed: {changes}").format(
        item=item(fold, event.item),
        group=_group_meant(fold, event.group).about_before(event) or event.group,
        changes=changed,
    )


def _focus_area(fold: Fold, event: FocusAreaChosen) -> str:
    where = item(fold, event.item)
    return (
        _("{item}: focus area for {period}: {focus_area}").format(
            item=where, period=period(event.period), focus_area=event.focus_area
        )
        if event.period
        else _("{item}: focus area: {focus_area}").format(item=where, focus_area=event.focus_area)
    )


def _plan_adopted(fold: Fold, event: PlanAdopted) -> str:
    said = _("{item}: plan adopted: {title}").format(item=item(fold, event.item), title=event.title)
    count = len(event.activities)
    if count:
        said += ", " + plural("{count} activity", "{count} activities", count).format(count=count)
    budget = sum(activity.budget or 0 for activity in event.activities)
    return said + (f", {spoken_amount(budget)}" if budget else "")


def _task(fold: Fold, event: TaskAgreed) -> str:
    text = _("{item}: task: {task}").format(item=item(fold, event.item), task=event.task)
    who = person(fold, event.responsible) if event.responsible else None
    return text + (f" ({who})" if who else "") + (f", {day(event.due)}" if event.due else "")


def _at(fold: Fold, where: ItemId | None, said: str) -> str:
    """Return what was said with the item before it, where it was said under one."""
    return f"{item(fold, where)}: {said}" if where is not None else said


def _task_changed(fold: Fold, event: TaskChanged) -> str:
    said = [
        (_("reads: {wording}"), {"wording": event.wording}) if event.wording else None,
        (_("responsible: {name}"), {"name": person(fold, event.responsible)}) if event.responsible else None,
        (_("due {day}"), {"day": day(event.due)}) if event.due else None,
    ]
    changed = "; ".join(text.format(**words) for text, words in filter(None, said))
    return _at(
        fold,
        event.item,
        _("task changed: {task}; {changes}").format(
            task=_task_meant(fold, event.task).wording_before(event) or event.task, changes=changed
        ),
    )


def _task_completed(fold: Fold, event: TaskCompleted) -> str:
    task = _task_meant(fold, event.task).wording() or event.task
    return _at(fold, event.item, _("task done: {task}").format(task=task))


def _due(text: str, answer_due: str | None) -> str:
    return text + (", " + _("answer due {day}").format(day=day(answer_due)) if answer_due else "")


def _document(fold: Fold, event: DocumentSent) -> str:
    said = _("{item}: sent to {body}: {title}").format(
        item=item(fold, event.item), body=body(fold, event.recipient), title=event.title
    )
    return _due(said, event.answer_due)


def _questions(fold: Fold, event: QuestionsSent) -> str:
    said = plural(
        "{item}: {count} question sent to {body}", "{item}: {count} questions sent to {body}", len(event.questions)
    ).format(item=item(fold, event.item), count=len(event.questions), body=body(fold, event.recipient))
    return _due(said, event.answer_due)


def _application(fold: Fold, event: ApplicationSent) -> str:
    said = _("{item}: application to {body}: {title}").format(
        item=item(fold, event.item), body=body(fold, event.recipient), title=event.title
    )
    return _due(said + (f", {spoken_amount(event.amount)}" if event.amount else ""), event.answer_due)


def _sent(fold: Fold, dispatch: DispatchId) -> tuple[str, str]:
    held = fold.dispatches.get(dispatch)
    if held is None or held.sent is None:
        return str(dispatch), "-"
    return held.title or _("questions"), body(fold, held.sent.recipient)


def _answer(fold: Fold, event: AnswerReceived) -> str:
    said = {
        None: _("{body} answered {what}"),
        True: _("{body} granted {what}"),
        False: _("{body} refused {what}"),
    }[event.granted]
    what, who = _sent(fold, event.dispatch)
    return _at(fold, event.item, said.format(body=who, what=what) + quoted(event.answer))


def _report(fold: Fold, event: ReportGiven) -> str:
    return _("{item}: {name} reported from {occasion}").format(
        item=item(fold, event.item), name=person(fold, event.person), occasion=event.occasion
    )


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    WorkingGroupFormed: _group,
    WorkingGroupChanged: _group_changed,
    WorkingGroupDissolved: lambda f, e: _("{item}: working group {group} dissolved").format(
        item=item(f, e.item), group=_group_meant(f, e.group).about() or e.group
    ),
    FocusAreaChosen: _focus_area,
    PlanProposed: lambda f, e: _("{item}: plan proposed: {title}").format(item=item(f, e.item), title=e.title),
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
