"""Events as facts of a document: elections, and rules that were adopted."""

from collections.abc import Callable
from typing import Any

import msgspec

from events.catalogue import Event, OfficerElected, RepresentativeElected, RulesAdopted
from events.moments import Effective, is_exact
from governance.documents import model
from governance.documents.facts.names import body, person
from governance.documents.ruling import values_of
from governance.state.fold import Fold


def beginning(fact: model.Fact, effective: Effective | None, day: str) -> model.Fact:
    """Return a fact with the day from which it counts, where that is another than the day of the meeting."""
    if not isinstance(fact, model.OfficerElection | model.RepresentativeElection | model.RulesAdoption):
        return fact
    if effective is None or not is_exact(effective) or effective[:10] == day:
        return fact
    return msgspec.structs.replace(fact, begins=effective[:10])


def _officer(fold: Fold, event: OfficerElected) -> model.Fact:
    return model.OfficerElection(
        name=person(fold, event.person) or "", office=event.office.value, title=event.title, until=event.until
    )


def _representative(fold: Fold, event: RepresentativeElected) -> model.Fact:
    return model.RepresentativeElection(
        name=person(fold, event.person) or "", body=body(fold, event.body) or "", until=event.until
    )


def _rules(_fold: Fold, event: RulesAdopted) -> model.Fact:
    return model.RulesAdoption(
        title=event.title,
        profile=event.profile.value if event.profile is not None else None,
        rules=values_of(event.rules),
    )


FACTS: dict[type[Event], Callable[[Fold, Any], model.Fact | None]] = {
    OfficerElected: _officer,
    RepresentativeElected: _representative,
    RulesAdopted: _rules,
}
