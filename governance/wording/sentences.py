"""The usual wording of an act in the minutes, for when the secretary gives none. Minutes are Danish.

The wording is recorded with the act: what minutes said does not change with the program.
"""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AgendaApproved,
    CompositionReported,
    DecisionOutcome,
    DocumentSent,
    Event,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    MeetingArrangement,
    MeetingRescheduled,
    MeetingScheduled,
    MemberWelcomed,
    MinutesApproved,
    NothingRaised,
    OrdstyrerElected,
    PlanProposed,
    QuestionsSent,
    ReportGiven,
    TaskAgreed,
    WorkingGroupFormed,
)
from events.ids import BodyId, PersonId
from governance.danish.dates import spoken_date, spoken_period, spoken_weekday
from governance.danish.times import spoken_time
from governance.state.fold import Fold


def sentence(fold: Fold, event: Event) -> str | None:
    """Return the usual wording of an act, or None for one that the minutes do not tell in a sentence."""
    worded = _SENTENCES.get(type(event))
    return worded(fold, event) if worded is not None else None


def _person(fold: Fold, person: PersonId) -> str:
    return fold.persons.get(person, "")


def _body(fold: Fold, body: BodyId) -> str:
    held = fold.bodies.get(body)
    return held.registered.name if held is not None and held.registered is not None else ""


def _agenda_approved(_fold: Fold, event: AgendaApproved) -> str:
    return "Dagsordenen blev godkendt med ændringer." if event.changed else "Dagsordenen blev godkendt."


def _minutes_approved(_fold: Fold, event: MinutesApproved) -> str:
    return f"Referatet fra d. {spoken_date(event.of)} blev godkendt." if event.of else "Referatet blev godkendt."


def _ordstyrer(fold: Fold, event: OrdstyrerElected) -> str | None:
    return f"{_person(fold, event.person)} blev valgt til ordstyrer." if event.item is not None else None


def _decided(_fold: Fold, event: ItemDecided) -> str:
    return {
        DecisionOutcome.APPROVED: "Godkendt.",
        DecisionOutcome.DECIDED: "Besluttet.",
        DecisionOutcome.ELECTED: "Valgt.",
        DecisionOutcome.REJECTED: "Forkastet.",
    }[event.outcome]


def _continued(fold: Fold, event: ItemContinued) -> str:
    meeting = fold.meetings.get(event.to_meeting) if event.to_meeting is not None else None
    if meeting is not None:
        return f"Arbejdet fortsættes til mødet d. {spoken_date(meeting.date)}."
    return f"Arbejdet fortsættes til {spoken_period(event.to_period)}." if event.to_period else "Arbejdet fortsættes."


def _postponed(fold: Fold, event: ItemPostponed) -> str:
    meeting = fold.meetings.get(event.to_meeting) if event.to_meeting is not None else None
    day = event.to_date or (meeting.date if meeting is not None else None)
    until = event.until or (f"mødet d. {spoken_date(day)}" if day else None)
    because = f", da {event.reason.rstrip('.')}" if event.reason else ""
    return f"Udsat til {until}{because}." if until else f"Udsat{because}."


def _welcomed(fold: Fold, event: MemberWelcomed) -> str:
    return f"Velkomst til {_person(fold, event.person)}."


def _group(fold: Fold, event: WorkingGroupFormed) -> str:
    about = event.name or event.focus_area
    said = f"Der nedsættes en arbejdsgruppe om {about}" if about else "Der nedsættes en arbejdsgruppe"
    members = _listed([_person(fold, person) for person in event.members])
    return f"{said} med {members}." if members else f"{said}."


def _plan(fold: Fold, event: PlanProposed) -> str:
    group = fold.groups.get(event.group) if event.group is not None else None
    about = (group.focus_area or group.name) if group else None
    return f"Der blev udarbejdet forslag til en {event.title}" + (f" for {about}." if about else ".")


def _task(fold: Fold, event: TaskAgreed) -> str:
    said = f"Opgave: {event.task.rstrip('.')}."
    if event.responsible is not None:
        said += f" Ansvarlig: {_person(fold, event.responsible)}."
    if event.recipient is not None:
        said += f" Til: {_body(fold, event.recipient)}."
    return said + (f" Frist: {spoken_date(event.due)}." if event.due else "")


def _document(fold: Fold, event: DocumentSent) -> str:
    to = f" til mødet i {spoken_period(event.for_meeting)}" if event.for_meeting else ""
    return f"{event.title.rstrip('.')} sendes til {_body(fold, event.recipient)}{to}."


def _questions(fold: Fold, event: QuestionsSent) -> str:
    return f"Følgende spørgsmål sendes til {_body(fold, event.recipient)}:"


def _report(fold: Fold, event: ReportGiven) -> str:
    day = f" d. {spoken_date(event.held_on)}" if event.held_on else ""
    return f"{_person(fold, event.person)} fortalte om {event.occasion.rstrip('.')}{day}."


def _composition(fold: Fold, event: CompositionReported) -> str:
    total = sum(seat.count for seat in event.seats)
    seats = "; ".join(f"{seat.count}: {seat.basis.rstrip('.')}" for seat in event.seats)
    return f"{_body(fold, event.body)} har {total} medlemmer: {seats}."


def _meeting(_fold: Fold, event: MeetingArrangement) -> str | None:
    if event.agreed_in is None:
        return None
    said = f"Næste møde: {spoken_weekday(event.date).capitalize()} d. {spoken_date(event.date)}"
    said += f" {spoken_time(event.start, event.end)}" if event.start else ""
    said += f", sted: {event.place}" if event.place else ""
    return f"{said}." + (f" Indhold: {event.contents.rstrip('.')}." if event.contents else "")


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} og {names[-1]}" if len(names) > 1 else "".join(names)


_SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    AgendaApproved: _agenda_approved,
    MinutesApproved: _minutes_approved,
    OrdstyrerElected: _ordstyrer,
    ItemDecided: _decided,
    ItemNoted: lambda _fold, _event: "Taget til efterretning.",
    ItemDiscussed: lambda _fold, _event: "Punktet blev drøftet.",
    ItemContinued: _continued,
    ItemPostponed: _postponed,
    NothingRaised: lambda _fold, _event: "Intet.",
    MemberWelcomed: _welcomed,
    WorkingGroupFormed: _group,
    PlanProposed: _plan,
    TaskAgreed: _task,
    DocumentSent: _document,
    QuestionsSent: _questions,
    ReportGiven: _report,
    CompositionReported: _composition,
    MeetingScheduled: _meeting,
    MeetingRescheduled: _meeting,
}
