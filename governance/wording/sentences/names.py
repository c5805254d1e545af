"""The names of what an event speaks of, as far as the book knows them."""

from events.ids import BodyId, PersonId
from governance.state.fold import Fold


def person(fold: Fold, person: PersonId) -> str:
    """Return the name of a person, or nothing for one who is not known."""
    return fold.persons.get(person, "")


def body(fold: Fold, body: BodyId) -> str:
    """Return the name of a body, or nothing for one that is not known."""
    held = fold.bodies.get(body)
    return held.registered.name if held is not None and held.registered is not None else ""


def listed(names: list[str]) -> str:
    """Return names with commas and ``og`` between them."""
    return f"{', '.join(names[:-1])} og {names[-1]}" if len(names) > 1 else "".join(names)
