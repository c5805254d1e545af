"""Saying in words which field of an event does not fit, and what would."""

import re
from enum import Enum
from typing import Any, get_args, get_type_hints

from events.errors import N_, RefusedEvent
from events.event import Event

_MISSING = re.compile(r"Object missing required field `(?P<field>[^`]+)`\Z")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<field>[^`]+)`\Z")
_TYPE = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<found>[^`]+)` - at `\$\.(?P<field>[^`]+)`\Z")
_VALUE = re.compile(r"Invalid enum value (?P<value>.+) - at `\$\.(?P<field>[^`.]+)`\Z", re.DOTALL)


def misfit(event_type: type[Event], problem: str) -> RefusedEvent:
    """Return the refusal for what msgspec found wrong with the fields of an event."""
    name, fields = event_type.__name__, ", ".join(event_type.__struct_fields__)
    if found := _MISSING.match(problem):
        return RefusedEvent(
            N_("{name} lacks the field {field}. Its fields are: {fields}."),
            **found.groupdict(),
            name=name,
            fields=fields,
        )
    if found := _UNKNOWN.match(problem):
        return RefusedEvent(
            N_("{name} has no field {field}. Its fields are: {fields}."),
            **found.groupdict(),
            name=name,
            fields=fields or "-",
        )
    if found := _TYPE.match(problem):
        return RefusedEvent(
            N_("{name}: {field} is of the type {found}; it must be {wanted}."), **found.groupdict(), name=name
        )
    if (found := _VALUE.match(problem)) and (values := _values(event_type, found["field"])):
        return RefusedEvent(
            N_("{name}: {field} cannot be {value}. It may be: {values}."), **found.groupdict(), name=name, values=values
        )
    return RefusedEvent(N_("{name}: {problem}."), name=name, problem=problem)


def _values(event_type: type[Event], field: str) -> str:
    hint: Any = get_type_hints(event_type)[field]
    kinds = [kind for kind in (hint, *get_args(hint)) if isinstance(kind, type) and issubclass(kind, Enum)]
    return ", ".join(str(member.value) for kind in kinds for member in kind)
