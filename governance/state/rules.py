"""The rules in force in a book on a day."""

from collections.abc import Iterator

from events.catalogue import CouncilKind
from governance.profiles import InForce, Version, rules_on
from governance.state.fold import Fold


def rules_in_force(fold: Fold, day: str | None = None) -> InForce:
    """Return the rules that the council works by on a day (ISO date); without one, after all it adopted."""
    kind = fold.council.kind if fold.council is not None else CouncilKind.OTHER
    return rules_on(kind, versions_in(fold), day)


def versions_in(fold: Fold) -> Iterator[Version]:
    """Return the rules that the council adopted, in the order of recording."""
    for fact in fold.rules:
        yield Version(fact.day or "", fact.number, fact.said)
