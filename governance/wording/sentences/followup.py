"""The usual wording in the minutes: what follows from a meeting."""

from collections.abc import Callable
from typing import Any

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
from events.ids import GroupId
from governance.danish.dates import spoken_date, spoken_period
from governance.danish.money import spoken_amount
from governance.state.fold import Fold
from governance.wording.sentences.names import body, person


def _group(fold: Fold, event: WorkingGroupFormed) -> str:
    about = f" om {event.focus_area.rstrip('.')}" if event.focus_area else ""
    members = _listed([person(fold, member) for member in event.members])
    rest = about + (f" med {members}" if members else "")
    name = f", {event.name.rstrip('.')}{',' if rest else ''}" if event.name else ""
    return f"Der nedsættes en arbejdsgruppe{name}{rest}."


def _spoken_group(fold: Fold, group: GroupId) -> str:
    held = fold.groups.get(group)
    if held is not None and held.name:
        return _sentence_case(held.name)
    about = held.focus_area if held is not None else None
    return f"Arbejdsgruppen om {about.rstrip('.')}" if about else "Arbejdsgruppen"


def _group_changed(fold: Fold, event: WorkingGroupChanged) -> str:
    said = [f"hedder {event.name.rstrip('.')}"] if event.name else []
    said += [f"arbejder med {event.focus_area.rstrip('.')}"] if event.focus_area else []
    said += [f"består af {_listed([person(fold, member) for member in event.members])}"] if event.members else []
    verb, rest = _listed(said).split(" ", 1)
    return f"{_spoken_group(fold, event.group)} {verb} nu {rest}."


def _group_dissolved(fold: Fold, event: WorkingGroupDissolved) -> str:
    return f"{_spoken_group(fold, event.group)} er nedlagt."


def _focus_area(_fold: Fold, event: FocusAreaChosen) -> str:
    period = f" for {spoken_period(event.period)}" if event.period else ""
    return f"Fokusområde{period}: {event.focus_area.rstrip('.')}."


def _plan(fold: Fold, event: PlanProposed) -> str:
    group = fold.groups.get(event.group) if event.group is not None else None
    about = group.about() if group else None
    return f"Der blev udarbejdet forslag til en {event.title}" + (f" for {about}." if about else ".")


def _plan_adopted(fold: Fold, event: PlanAdopted) -> str:
    said = f"{_sentence_case(event.title)} blev vedtaget."
    activities = "; ".join(_activity(fold, activity) for activity in event.activities)
    return f"{said} Aktiviteter: {activities}." if activities else said


def _activity(fold: Fold, activity: Activity) -> str:
    said = [spoken_period(activity.period)] if activity.period else []
    said += [f"ved {person(fold, activity.responsible)}"] if activity.responsible else []
    said += [spoken_amount(activity.budget)] if activity.budget else []
    return activity.activity.rstrip(".") + (f" ({', '.join(said)})" if said else "")


def _task(fold: Fold, event: TaskAgreed) -> str:
    said = f"Opgave: {event.task.rstrip('.')}."
    if event.responsible is not None:
        said += f" Ansvarlig: {person(fold, event.responsible)}."
    if event.recipient is not None:
        said += f" Til: {body(fold, event.recipient)}."
    return said + (f" Frist: {spoken_date(event.due)}." if event.due else "")


def _task_changed(fold: Fold, event: TaskChanged) -> str | None:
    if event.item is None:
        return None
    said = f"Opgaven »{_wording(fold, event)}« er ændret."
    if event.wording is not None:
        said += f" Opgave: {event.wording.rstrip('.')}."
    if event.responsible is not None:
        said += f" Ansvarlig: {person(fold, event.responsible)}."
    return said + (f" Frist: {spoken_date(event.due)}." if event.due else "")


def _task_completed(fold: Fold, event: TaskCompleted) -> str | None:
    return f"Opgaven »{_wording(fold, event)}« er udført." if event.item is not None else None


def _wording(fold: Fold, event: TaskChanged | TaskCompleted) -> str:
    held = fold.tasks.get(event.task)
    return held.wording() if held is not None else ""


def _document(fold: Fold, event: DocumentSent) -> str:
    to = f" til mødet i {spoken_period(event.for_meeting)}" if event.for_meeting else ""
    return f"{event.title.rstrip('.')} sendes til {body(fold, event.recipient)}{to}.{_answer_due(event.answer_due)}"


def _questions(fold: Fold, event: QuestionsSent) -> str:
    due = f" med svar senest {spoken_date(event.answer_due)}" if event.answer_due else ""
    return f"Følgende spørgsmål sendes til {body(fold, event.recipient)}{due}:"


def _application(fold: Fold, event: ApplicationSent) -> str:
    of = f" om {spoken_amount(event.amount)}" if event.amount else ""
    to = f" til mødet i {spoken_period(event.for_meeting)}" if event.for_meeting else ""
    said = f"Ansøgning{of} sendes til {body(fold, event.recipient)}{to}: {event.title.rstrip('.')}."
    return said + _answer_due(event.answer_due)


def _answer_due(day: str | None) -> str:
    return f" Svar ønskes senest {spoken_date(day)}." if day else ""


def _answer(fold: Fold, event: AnswerReceived) -> str | None:
    held = fold.dispatches.get(event.dispatch)
    if event.item is None or held is None or held.sent is None:
        return None
    what = f"»{held.title}«" if held.title else "de stillede spørgsmål"
    verb = {None: "har svaret på", True: "har imødekommet", False: "har givet afslag på"}[event.granted]
    said = f"{body(fold, held.sent.recipient)} {verb} {what}"
    return f"{said}: {event.answer}" if event.answer else f"{said}."


def _report(fold: Fold, event: ReportGiven) -> str:
    day = f" d. {spoken_date(event.held_on)}" if event.held_on else ""
    return f"{person(fold, event.person)} fortalte om {event.occasion.rstrip('.')}{day}."


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} og {names[-1]}" if len(names) > 1 else "".join(names)


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".")


SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
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
