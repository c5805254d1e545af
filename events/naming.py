"""Which things an event introduces, and which it names."""

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from events.catalogue import EntryCorrected, Event, Told
from events.ids import LETTERS, StatementId, made_by


def introduced(event: Event, number: int) -> list[str]:
    """Return the ids of what an event at this entry number introduces. A correction introduces nothing of its own."""
    if isinstance(event, EntryCorrected):
        return []
    found = [made_by(event.introduces, number)] if event.introduces is not None else []
    if isinstance(event, Told) and event.text is not None:
        found.append(made_by(StatementId, number))
    return found


def names(event: msgspec.Struct) -> Iterator[str]:
    """Return the ids that an event names, those in its parts and in a correction's replacement included."""
    for name in _naming_fields(type(event)):
        yield from _ids(getattr(event, name))


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _ids(inner)
    elif isinstance(value, msgspec.Struct):
        yield from names(value)


@cache
def _naming_fields(struct: type[msgspec.Struct]) -> tuple[str, ...]:
    hints = get_type_hints(struct, include_extras=True)
    return tuple(name for name in struct.__struct_fields__ if _may_name(hints[name]))


def _may_name(hint: Any) -> bool:
    if get_origin(hint) in (Union, UnionType):
        return any(_may_name(member) for member in get_args(hint) if member is not NoneType)
    if get_origin(hint) is tuple:
        return _may_name(get_args(hint)[0])
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return bool(_naming_fields(hint))
    return hint in LETTERS
