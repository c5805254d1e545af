"""The names of what an event speaks of, as far as the book knows them."""

from events.ids import BodyId, PersonId
from governance.state.fold import Fold


def person(fold: Fold, person: PersonId | None) -> str | None:
    """Return the name of a person, or None."""
    return fold.persons.get(person) if person is not None else None


def body(fold: Fold, body: BodyId | None) -> str | None:
    """Return the name of a body, or None."""
    held = fold.bodies.get(body) if body is not None else None
    return held.registered.name if held is not None and held.registered is not None else None
