"""Folding: the council and its rules, the persons named, and the bodies around it."""

from events.catalogue import (
    CouncilDissolved,
    CouncilEstablished,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    PersonRegistered,
    RulesAdopted,
)
from events.entry import Entry
from events.ids import BodyId, PersonId, made_by
from events.moments import order_of
from governance.state.evolving.offices import told_where_done
from governance.state.facts import Dated
from governance.state.fold import Fold


def council_established(fold: Fold, event: CouncilEstablished, entry: Entry) -> None:
    """The book has a council."""
    fold.council = event
    fold.council_names.append(Dated(entry.number, None, event.name))


def council_dissolved(fold: Fold, event: CouncilDissolved, entry: Entry) -> None:
    """The council is no more."""
    fold.dissolved = Dated(entry.number, entry.effective, event)


def rules_adopted(fold: Fold, event: RulesAdopted, entry: Entry) -> None:
    """The council has rules of its own."""
    fold.rules.append(Dated(entry.number, entry.effective, event))
    told_where_done(fold, event, entry, "decided")


def person_registered(fold: Fold, event: PersonRegistered, entry: Entry) -> None:
    """A person has a name."""
    person = made_by(PersonId, entry.number)
    fold.persons[person] = event.name
    fold.person_names[person] = [Dated(entry.number, None, event.name)]


def body_registered(fold: Fold, event: ExternalBodyRegistered, entry: Entry) -> None:
    """A body has a name."""
    body = fold.body(made_by(BodyId, entry.number))
    body.registered = event
    body.names.append(Dated(entry.number, None, event.name))


def body_abbreviated(fold: Fold, event: ExternalBodyAbbreviated, entry: Entry) -> None:
    """A body has an abbreviation; the latest in the world's order counts."""
    body, order = fold.body(event.body), order_of(entry.effective)
    if order >= body.abbreviated:
        body.abbreviation, body.abbreviated = event.abbreviation, order
