"""One line for each act: what follows from a meeting."""

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
from governance.language import _, plural
from governance.state.fold import Fold
from governance.wording.speaking import body, day, item, person


def _group(fold: Fold, event: WorkingGroupFormed) -> str:
    about = event.name or event.focus_area or "-"
    return _("{item}: working group formed: {about}").format(item=item(fold, event.item), about=about)


def _task(fold: Fold, event: TaskAgreed) -> str:
    text = _("{item}: task: {task}").format(item=item(fold, event.item), task=event.task)
    who = person(fold, event.responsible) if event.responsible else None
    return text + (f" ({who})" if who else "") + (f", {day(event.due)}" if event.due else "")


def _report(fold: Fold, event: ReportGiven) -> str:
    return _("{item}: {name} reported from {occasion}").format(
        item=item(fold, event.item), name=person(fold, event.person), occasion=event.occasion
    )


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    WorkingGroupFormed: _group,
    PlanProposed: lambda f, e: _("{item}: plan proposed: {title}").format(item=item(f, e.item), title=e.title),
    TaskAgreed: _task,
    DocumentSent: lambda f, e: _("{item}: sent to {body}: {title}").format(
        item=item(f, e.item), body=body(f, e.recipient), title=e.title
    ),
    QuestionsSent: lambda f, e: plural(
        "{item}: {count} question sent to {body}", "{item}: {count} questions sent to {body}", len(e.questions)
    ).format(item=item(f, e.item), count=len(e.questions), body=body(f, e.recipient)),
    ReportGiven: _report,
}
