"""From the facts of a statement to events: elections, and rules that were adopted, under an item or without one."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AnyEvent,
    CouncilKind,
    DecisionOutcome,
    ItemDecided,
    Office,
    OfficerElected,
    RepresentativeElected,
    RulesAdopted,
)
from events.ids import ItemId, MeetingId
from governance.documents import model
from governance.documents.model import Fact, Lines
from governance.documents.ruling import rules_from
from governance.importing.resolving import Resolver
from governance.rules.offices import FOR_MEMBERS
from governance.state.fold import Fold
from governance.state.publishing.people import may_be_member


class Elections:
    """Turns what was elected or adopted at a meeting into events. Where it is not clear who was elected, that somebody
    was stays all the same.
    """

    def __init__(self, fold: Callable[[], Fold], resolver: Resolver, meeting: MeetingId) -> None:
        self._fold = fold
        self._resolver = resolver
        self._meeting = meeting

    def event(self, fact: Fact, item: ItemId | None, lines: Lines | None) -> AnyEvent | None:
        """Return the event that a fact is; None for one of another kind, and for one that is not clear."""
        made = _MADE.get(type(fact))
        return made(self, fact, item, lines) if made is not None else None

    def officer(self, fact: model.OfficerElection, item: ItemId | None, _lines: Lines | None) -> AnyEvent | None:
        """Somebody was elected to an office."""
        person, office = self._resolver.person(fact.name), Office(fact.office)
        if person is None or (office in FOR_MEMBERS and not self._may_be_member(person, fact.begins)):
            return _somebody(item)
        return OfficerElected(
            meeting=self._meeting, item=item, person=person, office=office, title=fact.title, until=fact.until
        )

    def representative(
        self, fact: model.RepresentativeElection, item: ItemId | None, lines: Lines | None
    ) -> AnyEvent | None:
        """Somebody was sent to another body."""
        person = self._resolver.person(fact.name)
        body = self._resolver.body(fact.body, lines) if person is not None else None
        if person is None or body is None:
            return _somebody(item)
        return RepresentativeElected(meeting=self._meeting, item=item, person=person, body=body, until=fact.until)

    def rules(self, fact: model.RulesAdoption, item: ItemId | None, _lines: Lines | None) -> AnyEvent | None:
        """Rules were adopted; what makes no rules was decided all the same."""
        try:
            rules = rules_from(fact.rules)
        except ValueError:
            return ItemDecided(item=item, outcome=DecisionOutcome.DECIDED) if item is not None else None
        return RulesAdopted(
            meeting=self._meeting,
            item=item,
            title=fact.title,
            profile=CouncilKind(fact.profile) if fact.profile is not None else None,
            rules=rules,
        )

    def _may_be_member(self, person: Any, begins: str | None) -> bool:
        fold = self._fold()
        return may_be_member(fold.memberships.get(person, []), begins or fold.meeting(self._meeting).date)


def _somebody(item: ItemId | None) -> AnyEvent | None:
    return ItemDecided(item=item, outcome=DecisionOutcome.ELECTED) if item is not None else None


_MADE: dict[type[Fact], Callable[[Elections, Any, ItemId | None, Lines | None], AnyEvent | None]] = {
    model.OfficerElection: Elections.officer,
    model.RepresentativeElection: Elections.representative,
    model.RulesAdoption: Elections.rules,
}
