"""Rules about names that change: the old one stays with the days on which it counted."""

from events.catalogue import CouncilRenamed, ExternalBodyRegistered, ExternalBodyRenamed, PersonRenamed
from events.errors import N_
from events.ids import BodyId
from events.moments import Effective, order_of
from governance.danish.names import folded
from governance.rules import known
from governance.rules.act import RuleRefused
from governance.state.fold import Fold
from governance.state.naming import name_on


def council_renamed(fold: Fold, event: CouncilRenamed, when: Effective | None) -> CouncilRenamed:
    """A new name is another name."""
    known.council_that_counts(fold, when)
    held = name_on(fold.council_names, _day(when))
    if held == event.name:
        raise _same(held)
    return event


def person_renamed(fold: Fold, event: PersonRenamed, when: Effective | None) -> PersonRenamed:
    """A person gets another name than the one held that day."""
    known.person(fold, event.person)
    held = name_on(fold.person_names.get(event.person, []), _day(when))
    if held == event.name:
        raise _same(held)
    return event


def body_registered(fold: Fold, event: ExternalBodyRegistered, _when: Effective | None) -> ExternalBodyRegistered:
    """A body is registered once."""
    _require_free(fold, event.name, None)
    return event


def body_renamed(fold: Fold, event: ExternalBodyRenamed, when: Effective | None) -> ExternalBodyRenamed:
    """A body gets a name that is no other body's."""
    body = known.body(fold, event.body)
    held = name_on(body.names, _day(when)) if body is not None else None
    if held == event.name:
        raise _same(held)
    _require_free(fold, event.name, event.body)
    return event


def _require_free(fold: Fold, name: str, but: BodyId | None) -> None:
    for body in fold.bodies.values():
        if body.id != but and body.registered is not None and folded(body.registered.name) == folded(name):
            raise RuleRefused(N_("{name} is registered already, as {id}."), name=name, id=body.id)


def _same(name: str) -> RuleRefused:
    return RuleRefused(N_("The name is {name} already. Give the new one."), name=name)


def _day(when: Effective | None) -> str:
    return order_of(when)[:10]
