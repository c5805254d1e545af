"""What differs between two states: every field that was added, removed or changed, by its place."""

from collections.abc import Iterator
from typing import Any

import msgspec

from governance.state.model import State


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
