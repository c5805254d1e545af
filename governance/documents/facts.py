"""What an event says, as a fact of a document: names and days in place of ids."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AgendaApproved,
    CompositionReported,
    DocumentSent,
    Event,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
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
from events.ids import BodyId, MeetingId, PersonId
from governance.documents import model
from governance.state.fold import Fold


def fact_of(fold: Fold, event: Event) -> model.Fact | None:
    """Return the fact that an event is, or None for one that documents do not tell as a fact."""
    made = _FACTS.get(type(event))
    return made(fold, event) if made is not None else None


def _person(fold: Fold, person: PersonId | None) -> str | None:
    return fold.persons.get(person) if person is not None else None


def _body(fold: Fold, body: BodyId | None) -> str | None:
    held = fold.bodies.get(body) if body is not None else None
    return held.registered.name if held is not None and held.registered is not None else None


def _day(fold: Fold, meeting: MeetingId | None) -> str | None:
    held = fold.meetings.get(meeting) if meeting is not None else None
    return held.date if held is not None else None


def _noting(_fold: Fold, event: ItemNoted) -> model.Fact:
    return model.Noting(explicit=event.text is not None)


def _postponement(fold: Fold, event: ItemPostponed) -> model.Fact:
    return model.Postponement(until=event.until, to=event.to_date or _day(fold, event.to_meeting), reason=event.reason)


def _continuation(fold: Fold, event: ItemContinued) -> model.Fact:
    return model.Continuation(to=_day(fold, event.to_meeting), period=event.to_period)


def _group(fold: Fold, event: WorkingGroupFormed) -> model.Fact:
    members = tuple(fold.persons.get(person, "") for person in event.members)
    return model.GroupFormation(name=event.name, focus_area=event.focus_area, members=members)


def _plan(fold: Fold, event: PlanProposed) -> model.Fact:
    group = fold.groups.get(event.group) if event.group is not None else None
    return model.PlanProposal(title=event.title, group=(group.focus_area or group.name) if group else None)


def _task(fold: Fold, event: TaskAgreed) -> model.Fact:
    return model.TaskAgreement(
        task=event.task,
        responsible=_person(fold, event.responsible),
        recipient=_body(fold, event.recipient),
        due=event.due,
    )


def _document(fold: Fold, event: DocumentSent) -> model.Fact:
    return model.DocumentDispatch(
        title=event.title,
        recipient=_body(fold, event.recipient) or "",
        kind=event.kind.value,
        for_meeting=event.for_meeting,
    )


def _questions(fold: Fold, event: QuestionsSent) -> model.Fact:
    return model.QuestionsDispatch(
        recipient=_body(fold, event.recipient) or "",
        questions=event.questions,
        occasion=event.occasion,
        period=event.period,
    )


def _report(fold: Fold, event: ReportGiven) -> model.Fact:
    return model.ReportDelivery(
        person=_person(fold, event.person) or "",
        occasion=event.occasion,
        body=_body(fold, event.body),
        held_on=event.held_on,
    )


def _composition(fold: Fold, event: CompositionReported) -> model.Fact:
    seats = tuple(
        model.SeatGroup(count=seat.count, basis=seat.basis, includes_chair=seat.includes_chair) for seat in event.seats
    )
    return model.CompositionReport(body=_body(fold, event.body) or "", seats=seats)


def _agreement(fold: Fold, event: MeetingScheduled | MeetingRescheduled) -> model.Fact | None:
    if event.text is None and event.told_in is None:
        return None
    return model.MeetingAgreement(
        date=event.date,
        start=event.start,
        end=event.end,
        place=event.place,
        parts=tuple(
            model.MeetingPart(
                start=part.start, end=part.end, place=part.place, counterpart=_body(fold, part.counterpart)
            )
            for part in event.parts
        ),
        contents=event.contents,
    )


_FACTS: dict[type[Event], Callable[[Fold, Any], model.Fact | None]] = {
    AgendaApproved: lambda _fold, event: model.AgendaApproval(changed=event.changed),
    MinutesApproved: lambda _fold, event: model.MinutesApproval(of=event.of),
    OrdstyrerElected: lambda fold, event: model.OrdstyrerElection(name=_person(fold, event.person) or ""),
    MemberWelcomed: lambda fold, event: model.Welcome(name=_person(fold, event.person) or ""),
    ItemDecided: lambda _fold, event: model.Decision(outcome=event.outcome.value),
    ItemDiscussed: lambda _fold, _event: model.Discussion(),
    NothingRaised: lambda _fold, _event: model.Nothing(),
    ItemNoted: _noting,
    ItemPostponed: _postponement,
    ItemContinued: _continuation,
    WorkingGroupFormed: _group,
    PlanProposed: _plan,
    TaskAgreed: _task,
    DocumentSent: _document,
    QuestionsSent: _questions,
    ReportGiven: _report,
    CompositionReported: _composition,
    MeetingScheduled: _agreement,
    MeetingRescheduled: _agreement,
}
