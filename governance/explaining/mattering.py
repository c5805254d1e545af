"""Which entries matter to what stands at a place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Literal

import msgspec

from events.catalogue import EVENT_TYPES, CouncilDissolved, CouncilEstablished, CouncilRenamed, RulesAdopted
from events.naming import introduced
from governance.explaining.leaving_out import LeavingOut
from governance.state.places import Element, Place, is_id, parts_at

Role = Literal["made", "ground", "together"]

EXACT = 250
"""Up to so many entries each one is left out by itself; of more, some are left out together first."""

FEW = 12
"""So many entries of one kind are tried one by one."""

_OF_THE_COUNCIL = (CouncilEstablished, CouncilRenamed, CouncilDissolved, RulesAdopted)
"""What the council and its rules are told by; they have no ids to be named by."""

_ORDER = {kind: place for place, kind in enumerate(EVENT_TYPES.values())}
"""The kinds of events in the order of the catalogue, where those of one topic stand together."""

_BUNDLES = max(Counter(kind.__module__ for kind in _ORDER).values())
"""As many as the largest topic has kinds, so that no two of one topic come together."""

_TRIES = 60
"""So often at most it is tried to make do with fewer of those that say the same."""


class Mattering(msgspec.Struct, frozen=True):
    """An entry that matters: it ``made`` what stands there, is the ``ground`` on which another one builds, or says it
    ``together`` with others that say the same.
    """

    number: int
    role: Role


def mattering(book: LeavingOut, state: Any, place: Place) -> list[Mattering]:
    """Return the entries that matter to what stands at a place of the state, in order.

    An entry matters if, without it and without what builds on it, something else stands at the place or the place is
    gone. Where several entries say the same, none of them may matter alone; then those count that matter together: a
    set of them without which something else stands there, and of which none can be spared.

    In a book of up to EXACT entries every entry is left out by itself. In a longer one the entries that speak of what
    the place and its value name are tried by kind, in a book of only these where that says the same there; the others
    are tried some kinds at a time. What changes nothing together is taken not to matter, so that there an entry can be
    missed which another one undoes; what is found does matter.
    """
    search = _Search(book, place)
    alone = search.alone(_things(state, place))
    together = search.together(alone)
    built_on = {number for one in alone for number in alone if number != one and _builds_on(book, one, number)}
    found = [Mattering(number, "ground" if number in built_on else "made") for number in alone]
    found += [Mattering(number, "together") for number in together]
    return sorted(found, key=lambda one: one.number)


class _Search:
    """Looks for the entries without which something else stands at a place."""

    def __init__(self, book: LeavingOut, place: Place) -> None:
        self._book = book
        self._place = place
        self._value = book.value(place)
        self._among: set[int] | None = None
        self._near: set[int] | None = None
        self._candidates = book.counting()

    def alone(self, things: set[str]) -> list[int]:
        """Return the entries that matter each by itself."""
        if len(self._book.entries) <= EXACT:
            return [number for number in self._candidates if self._changes([number])]
        kinds = _OF_THE_COUNCIL if self._place[0] in ("council", "rules") else ()
        near = self._book.speaking_of(things, kinds)
        inside = [number for number in self._candidates if number in near]
        outside = [number for number in self._candidates if number not in near]
        found = {number for bundle in self._bundled(outside) for number in self._among_kinds(bundle)}
        if self._book.value(self._place, among=near) == self._value:
            self._near = self._among = near
        for group in self._by_kind(inside):
            found.update(self._one_by_one(group) if len(group) <= FEW else self._halved(group))
        self._among = None
        return [number for number in sorted(found) if self._changes([number])]

    def together(self, alone: Sequence[int]) -> list[int]:
        """Return entries, none of which matters by itself, without which together something else stands there."""
        rest = [number for number in self._candidates if number not in set(alone)]
        if not self._changes(rest):
            return []
        if self._near is not None:
            self._among = self._near
            found = self._fewest([number for number in rest if number in self._near])
            self._among = None
            if found and self._changes(found):
                return found
        return self._fewest(rest)

    def _fewest(self, rest: list[int]) -> list[int]:
        """Return few of some entries that matter together, or none where they do not."""
        if not self._changes(rest):
            return []
        kinds = self._spared(list(self._by_kind(rest)))
        return [
            number
            for one in self._spared([[number] for number in sorted(chain.from_iterable(kinds))])
            for number in one
        ]

    def _spared(self, groups: list[list[int]]) -> list[list[int]]:
        """Return groups that matter together when those are left out that can be, large parts first, the earliest first."""
        size, tries = max(1, len(groups) // 2), 0
        while tries < _TRIES:
            fewer = groups
            for first in range(0, len(groups), size):
                tries += 1
                without = groups[:first] + groups[first + size :]
                if without and self._changes([number for group in without for number in group]):
                    fewer = without
                    break
            if fewer is groups and size == 1:
                break
            size = min(size, max(1, len(fewer) // 2)) if fewer is not groups else size // 2
            groups = fewer
        return groups

    def _changes(self, left_out: Sequence[int]) -> bool:
        return bool(self._book.value(self._place, left_out, self._among) != self._value)

    def _one_by_one(self, group: Sequence[int]) -> list[int]:
        return [number for number in group if self._changes([number])]

    def _halved(self, group: Sequence[int]) -> list[int]:
        if not group or not self._changes(group):
            return []
        if len(group) == 1:
            return list(group)
        middle = len(group) // 2
        return self._halved(group[:middle]) + self._halved(group[middle:])

    def _among_kinds(self, groups: Sequence[list[int]]) -> list[int]:
        """Return those that matter of several kinds; nothing of them does where they change nothing all together."""
        if not self._changes([number for group in groups for number in group]):
            return []
        return [number for group in groups for number in self._halved(group)]

    def _bundled(self, numbers: Sequence[int]) -> Iterator[list[list[int]]]:
        """Return entries by kind, some kinds at a time: never two of one topic, since they may undo one another."""
        bundles: list[list[list[int]]] = [[] for _ in range(_BUNDLES)]
        for group in self._by_kind(numbers):
            bundles[_ORDER[type(self._book.entry(group[0]).event)] % _BUNDLES].append(group)
        yield from filter(None, bundles)

    def _by_kind(self, numbers: Sequence[int]) -> Iterator[list[int]]:
        groups: dict[type, list[int]] = {}
        for number in numbers:
            groups.setdefault(type(self._book.entry(number).event), []).append(number)
        yield from groups.values()


def _things(state: Any, place: Place) -> set[str]:
    """Return the ids that a place names, and its value, and the day of its meeting."""
    parts = parts_at(state, place)
    found = {held for step in place if isinstance(step, Element) for held in step.key if is_id(held)}
    found |= {getattr(part, "date", None) or "" for part in parts if isinstance(part, msgspec.Struct)}
    value = parts[-1]
    found |= {held for held in (value if isinstance(value, list | tuple) else [value]) if isinstance(held, str)}
    return found - {""}


def _builds_on(book: LeavingOut, later: int, earlier: int) -> bool:
    return not set(introduced(book.entry(earlier).event, earlier)).isdisjoint(book.named(later))
