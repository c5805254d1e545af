"""From the facts of a statement to events: the acts that a sentence tells, with ids in place of names."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AgendaApproved,
    AnyEvent,
    CompositionReported,
    DecisionOutcome,
    DocumentKind,
    DocumentSent,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    MemberWelcomed,
    MinutesApproved,
    NothingRaised,
    OrdstyrerElected,
    PlanProposed,
    QuestionsSent,
    ReportGiven,
    Seats,
    TaskAgreed,
    WorkingGroupFormed,
)
from events.ids import GroupId, ItemId, MeetingId, PersonId
from events.moments import Period
from governance.documents import model
from governance.documents.model import Fact, Lines, Problem
from governance.importing.resolving import Resolver
from governance.state.fold import Fold


class Teller:
    """Turns facts into events under one item (or, without an item, about the meeting itself)."""

    def __init__(self, fold: Callable[[], Fold], resolver: Resolver, meeting: MeetingId) -> None:
        self._fold = fold
        self._resolver = resolver
        self._meeting = meeting
        self.problems: list[Problem] = []

    def event(self, fact: Fact, item: ItemId | None, lines: Lines | None) -> AnyEvent | None:
        """Return the event that a fact is, or None where it cannot be one: the sentence then stays a note."""
        if isinstance(fact, model.OrdstyrerElection):
            return self._ordstyrer(fact, item, lines)
        if isinstance(fact, model.Welcome):
            person = self._resolver.person(fact.name)
            if person is None:
                self._unclear(fact.name, lines)
                return None
            return MemberWelcomed(meeting=self._meeting, person=person)
        if isinstance(fact, model.AgendaApproval):
            return AgendaApproved(meeting=self._meeting, item=item, changed=fact.changed)
        if isinstance(fact, model.MinutesApproval):
            return MinutesApproved(meeting=self._meeting, item=item, of=fact.of)
        made = _UNDER_ITEM.get(type(fact))
        return made(self, fact, item, lines) if made is not None and item is not None else None

    def _ordstyrer(self, fact: model.OrdstyrerElection, item: ItemId | None, lines: Lines | None) -> AnyEvent | None:
        person = self._resolver.person(fact.name)
        if person is None:
            self.problems.append(self._resolver.unknown_person(fact.name, lines))
            return None
        return OrdstyrerElected(meeting=self._meeting, person=person, item=item)

    def _unclear(self, name: str, lines: Lines | None) -> None:
        problem = self._resolver.unknown_person(name, lines)
        self.problems.append(
            model.Problem(code=problem.code, message=problem.message, details=problem.details, lines=lines)
        )

    def decision(self, fact: model.Decision, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """Something was decided."""
        return ItemDecided(item=item, outcome=DecisionOutcome(fact.outcome))

    def elected_referent(self, _fact: model.ReferentElection, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """Somebody was chosen to write; who it is stands in the head."""
        return ItemDecided(item=item, outcome=DecisionOutcome.ELECTED)

    def noting(self, _fact: model.Noting, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """Something was noted."""
        return ItemNoted(item=item)

    def discussion(self, _fact: model.Discussion, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """Something was discussed."""
        return ItemDiscussed(item=item)

    def nothing(self, _fact: model.Nothing, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """Nothing was raised."""
        return NothingRaised(item=item)

    def continuation(self, fact: model.Continuation, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """Work goes on."""
        until = fact.to or fact.period
        return ItemContinued(item=item, to_period=Period(until) if until else None)

    def postponement(self, fact: model.Postponement, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """An item was put off."""
        return ItemPostponed(item=item, until=fact.until, to_date=fact.to, reason=fact.reason)

    def group(self, fact: model.GroupFormation, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """A group was formed."""
        members = [person for name in fact.members if (person := self._resolver.person(name)) is not None]
        return WorkingGroupFormed(
            item=item, name=fact.name, focus_area=fact.focus_area, members=tuple(dict.fromkeys(members))
        )

    def plan(self, fact: model.PlanProposal, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """A plan was proposed."""
        return PlanProposed(item=item, title=fact.title, group=self._group_of(fact.group, item))

    def _group_of(self, about: str | None, item: ItemId) -> GroupId | None:
        groups = self._fold().groups.items()
        named = [
            identifier for identifier, held in groups if about is not None and about in (held.focus_area, held.name)
        ]
        here = [identifier for identifier in named if self._fold().groups[identifier].item == item]
        found = here or named
        return found[-1] if found else None

    def task(self, fact: model.TaskAgreement, item: ItemId, lines: Lines | None) -> AnyEvent:
        """Something is to be done."""
        person = self._resolver.person(fact.responsible)
        if fact.responsible is not None and len(self._resolver.persons(fact.responsible)) > 1:
            self._unclear(fact.responsible, lines)
        task = fact.task if person is not None or fact.responsible is None else f"{fact.responsible} {fact.task}"
        return TaskAgreed(
            item=item,
            task=task,
            responsible=person,
            recipient=self._resolver.body(fact.recipient, lines),
            due=fact.due,
        )

    def document(self, fact: model.DocumentDispatch, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """A document goes out."""
        recipient = self._resolver.body(fact.recipient, lines)
        if recipient is None:
            return None
        return DocumentSent(
            item=item,
            title=fact.title,
            recipient=recipient,
            kind=DocumentKind(fact.kind),
            for_meeting=Period(fact.for_meeting) if fact.for_meeting else None,
        )

    def questions(self, fact: model.QuestionsDispatch, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """Questions go out."""
        recipient = self._resolver.body(fact.recipient, lines)
        if recipient is None:
            return None
        return QuestionsSent(
            item=item,
            recipient=recipient,
            questions=fact.questions,
            occasion=fact.occasion,
            period=Period(fact.period) if fact.period else None,
        )

    def report(self, fact: model.ReportDelivery, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """Somebody reported."""
        person: PersonId | None = self._resolver.person(fact.person)
        if person is None:
            self._unclear(fact.person, lines)
            return None
        body = self._resolver.body(fact.body, lines)
        return ReportGiven(item=item, person=person, occasion=fact.occasion, body=body, held_on=fact.held_on)

    def composition(self, fact: model.CompositionReport, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """A body's make-up was reported."""
        body = self._resolver.body(fact.body, lines)
        if body is None:
            return None
        seats = tuple(Seats(count=s.count, basis=s.basis, includes_chair=s.includes_chair) for s in fact.seats)
        return CompositionReported(item=item, body=body, seats=seats)


_UNDER_ITEM: dict[type[Fact], Callable[[Teller, Any, ItemId, Lines | None], AnyEvent | None]] = {
    model.Decision: Teller.decision,
    model.ReferentElection: Teller.elected_referent,
    model.Noting: Teller.noting,
    model.Discussion: Teller.discussion,
    model.Nothing: Teller.nothing,
    model.Continuation: Teller.continuation,
    model.Postponement: Teller.postponement,
    model.GroupFormation: Teller.group,
    model.PlanProposal: Teller.plan,
    model.TaskAgreement: Teller.task,
    model.DocumentDispatch: Teller.document,
    model.QuestionsDispatch: Teller.questions,
    model.ReportDelivery: Teller.report,
    model.CompositionReport: Teller.composition,
}
