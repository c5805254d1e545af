"""Names with their dates: what a person, a body or the council was called on a day."""

from collections.abc import Iterator

import msgspec

from events.ids import PersonId
from governance.state.facts import Dated, by_then, in_order
from governance.state.fold import Body, Fold


def name_on(names: list[Dated[str]], day: str) -> str | None:
    """Return the name in force on a day (ISO date), or None where there was none yet."""
    held = by_then(names, day)
    return held[-1].said if held else None


def newest(names: list[Dated[str]]) -> str:
    """Return the last name in the order of the world."""
    return in_order(names)[-1].said


def name_before(names: list[Dated[str]], name: str) -> str | None:
    """Return what somebody or something was called before a name, or None where that is not known."""
    held = [fact.said for fact in in_order(names)]
    return held[held.index(name) - 1] if name in held[1:] else None


def named_on(fold: Fold, day: str) -> Fold:
    """Return the state with everybody and everything called as on a day (ISO date): so minutes keep their names."""
    if not fold.renamed or not day:
        return fold
    council = fold.council
    called = name_on(fold.council_names, day)
    return msgspec.structs.replace(
        fold,
        council=msgspec.structs.replace(council, name=called) if council is not None and called else council,
        persons={
            person: name_on(fold.person_names.get(person, []), day) or name for person, name in fold.persons.items()
        },
        bodies={identifier: _body_on(body, day) for identifier, body in fold.bodies.items()},
    )


def _body_on(body: Body, day: str) -> Body:
    called = name_on(body.names, day)
    if called is None or body.registered is None or called == body.registered.name:
        return body
    return msgspec.structs.replace(body, registered=msgspec.structs.replace(body.registered, name=called))


def former_names(fold: Fold) -> Iterator[tuple[PersonId, str]]:
    """Return every name that a person goes or went by, with the person."""
    for person, names in fold.person_names.items():
        for fact in names:
            yield person, fact.said
