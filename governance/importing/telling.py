"""From the facts of a statement to events: the acts that a sentence tells, with ids in place of names."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AgendaApproved,
    AnyEvent,
    ApprovalForm,
    CompositionReported,
    DecisionOutcome,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    MemberWelcomed,
    MinutesApproved,
    NothingRaised,
    OrdstyrerElected,
    PresidingRole,
    Seats,
)
from events.ids import ItemId, MeetingId
from events.moments import Period
from governance.documents import model
from governance.documents.model import Fact, Lines, Problem
from governance.importing.elections import Elections
from governance.importing.followup import FollowUp
from governance.importing.proceedings import Proceedings
from governance.importing.resolving import Resolver
from governance.state.fold import Fold


class Teller:
    """Turns facts into events under one item (or, without an item, about the meeting itself)."""

    def __init__(self, fold: Callable[[], Fold], resolver: Resolver, meeting: MeetingId) -> None:
        self._fold = fold
        self._resolver = resolver
        self._meeting = meeting
        self._elections = Elections(fold, resolver, meeting)
        self.problems: list[Problem] = []
        self._proceedings = Proceedings(fold, resolver, meeting, self.problems)
        self._followup = FollowUp(fold, resolver, meeting, self.problems)

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
            how = ApprovalForm(fact.how) if fact.how is not None else None
            return MinutesApproved(meeting=self._meeting, item=item, of=fact.of, how=how)
        found = self._elections.event(fact, item, lines) or self._proceedings.event(fact, item, lines)
        if found is not None:
            return found
        if item is None:
            return None
        made = _UNDER_ITEM.get(type(fact))
        return made(self, fact, item, lines) if made is not None else self._followup.event(fact, item, lines)

    def _ordstyrer(self, fact: model.OrdstyrerElection, item: ItemId | None, lines: Lines | None) -> AnyEvent | None:
        outside = fact.role == "dirigent"
        person = self._resolver.outsider(fact.name) if outside else self._resolver.person(fact.name)
        if person is None:
            self.problems.append(self._resolver.unknown_person(fact.name, lines))
            return None
        return OrdstyrerElected(
            meeting=self._meeting, person=person, item=item, role=PresidingRole(fact.role or "ordstyrer")
        )

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
    model.CompositionReport: Teller.composition,
}
