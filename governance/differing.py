"""What differs between two states: every field that was added, removed or changed, by its place.

For programs a list of things without ids is one value; for people its things are told apart by what identifies them.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from governance.state.model import State
from governance.state.places import NOTHING, Place, elements, fields_of


class Difference(msgspec.Struct, frozen=True):
    """A field that differs. ``path`` names its place (ids for things), ``before`` or ``after`` is None where it is not."""

    path: str
    before: Any
    after: Any


def differences(before: State, after: State) -> list[Difference]:
    """Return what differs between two states, the record's own counters left out."""
    one, other = msgspec.to_builtins(before), msgspec.to_builtins(after)
    del one["record"], other["record"]
    return list(_differing("", one, other))


def _differing(path: str, before: Any, after: Any) -> Iterator[Difference]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in before.keys() | after.keys() if before.keys() != after.keys() else before:
            yield from _differing(f"{path}.{key}" if path else key, before.get(key), after.get(key))
    elif _identified(before) and _identified(after):
        yield from _differing_by_id(path, before, after)
    else:
        yield Difference(path, before, after)


def _differing_by_id(path: str, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> Iterator[Difference]:
    one, other = {held["id"]: held for held in before}, {held["id"]: held for held in after}
    for identifier in [*one, *(new for new in other if new not in one)]:
        place = f"{path}[{identifier}]"
        if identifier in one and identifier in other:
            yield from _differing(place, one[identifier], other[identifier])
        else:
            yield Difference(place, one.get(identifier), other.get(identifier))


def _identified(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(held, dict) and "id" in held for held in value)


class Change(msgspec.Struct, frozen=True):
    """What stands otherwise at a place, as finely as it can be told; NOTHING where the place is not there.

    ``reordered`` tells that the things of a list are the same and stand in another order.
    """

    place: Place
    before: Any
    after: Any
    reordered: bool = False


def changes(before: State, after: State) -> list[Change]:
    """Return what differs between two states, the record's own counters left out, in the order of the state."""
    found = _changing((), before, after)
    return [change for change in found if change.place[0] != "record"]


def _changing(place: Place, before: Any, after: Any) -> Iterator[Change]:
    if before == after:
        return
    if isinstance(before, msgspec.Struct) and type(before) is type(after):
        for name, attribute in fields_of(before).items():
            yield from _changing((*place, name), getattr(before, attribute), getattr(after, attribute))
    elif isinstance(before, list) and isinstance(after, list) and _of_things(before) and _of_things(after):
        yield from _changing_list(place, before, after)
    else:
        yield Change(place, before, after)


def _changing_list(place: Place, before: list[Any], after: list[Any]) -> Iterator[Change]:
    one, other = dict(elements(before)), dict(elements(after))
    for step in [*one, *(new for new in other if new not in one)]:
        if step in one and step in other:
            yield from _changing((*place, step), one[step], other[step])
        else:
            yield Change((*place, step), one.get(step, NOTHING), other.get(step, NOTHING))
    both = [step for step in one if step in other]
    if both != [step for step in other if step in one]:
        yield Change(place, before, after, reordered=True)


def _of_things(held: list[Any]) -> bool:
    return all(isinstance(one, msgspec.Struct) for one in held)
