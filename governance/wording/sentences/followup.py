"""The usual wording in the minutes: what follows from a meeting."""

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
from governance.danish.dates import spoken_date, spoken_period
from governance.state.fold import Fold
from governance.wording.sentences.names import body, person


def _group(fold: Fold, event: WorkingGroupFormed) -> str:
    about = event.name or event.focus_area
    said = f"Der nedsættes en arbejdsgruppe om {about}" if about else "Der nedsættes en arbejdsgruppe"
    members = _listed([person(fold, member) for member in event.members])
    return f"{said} med {members}." if members else f"{said}."


def _plan(fold: Fold, event: PlanProposed) -> str:
    group = fold.groups.get(event.group) if event.group is not None else None
    about = (group.focus_area or group.name) if group else None
    return f"Der blev udarbejdet forslag til en {event.title}" + (f" for {about}." if about else ".")


def _task(fold: Fold, event: TaskAgreed) -> str:
    said = f"Opgave: {event.task.rstrip('.')}."
    if event.responsible is not None:
        said += f" Ansvarlig: {person(fold, event.responsible)}."
    if event.recipient is not None:
        said += f" Til: {body(fold, event.recipient)}."
    return said + (f" Frist: {spoken_date(event.due)}." if event.due else "")


def _document(fold: Fold, event: DocumentSent) -> str:
    to = f" til mødet i {spoken_period(event.for_meeting)}" if event.for_meeting else ""
    return f"{event.title.rstrip('.')} sendes til {body(fold, event.recipient)}{to}."


def _questions(fold: Fold, event: QuestionsSent) -> str:
    return f"Følgende spørgsmål sendes til {body(fold, event.recipient)}:"


def _report(fold: Fold, event: ReportGiven) -> str:
    day = f" d. {spoken_date(event.held_on)}" if event.held_on else ""
    return f"{person(fold, event.person)} fortalte om {event.occasion.rstrip('.')}{day}."


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} og {names[-1]}" if len(names) > 1 else "".join(names)


SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    WorkingGroupFormed: _group,
    PlanProposed: _plan,
    TaskAgreed: _task,
    DocumentSent: _document,
    QuestionsSent: _questions,
    ReportGiven: _report,
}
