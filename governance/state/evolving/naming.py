"""Folding: names given and changed."""

import msgspec

from events.catalogue import CouncilRenamed, ExternalBodyRenamed, PersonRenamed
from events.entry import Entry
from governance.state.facts import Dated
from governance.state.fold import Fold
from governance.state.naming import newest


def council_renamed(fold: Fold, event: CouncilRenamed, entry: Entry) -> None:
    """The council goes by another name."""
    fold.council_names.append(Dated(entry.number, entry.effective, event.name))
    fold.renamed = True
    if fold.council is not None:
        fold.council = msgspec.structs.replace(fold.council, name=newest(fold.council_names))


def person_renamed(fold: Fold, event: PersonRenamed, entry: Entry) -> None:
    """A person goes by another name."""
    names = fold.person_names.setdefault(event.person, [])
    names.append(Dated(entry.number, entry.effective, event.name))
    fold.persons[event.person] = newest(names)
    fold.renamed = True


def body_renamed(fold: Fold, event: ExternalBodyRenamed, entry: Entry) -> None:
    """A body goes by another name."""
    body = fold.body(event.body)
    body.names.append(Dated(entry.number, entry.effective, event.name))
    fold.renamed = True
    if body.registered is not None:
        body.registered = msgspec.structs.replace(body.registered, name=newest(body.names))
