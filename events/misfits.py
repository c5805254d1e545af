"""Saying in words which field of an event does not fit, and what would."""

import re
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from events.errors import N_, RefusedEvent
from events.event import Event

_INSIDE = r"(?: - at `\$\.(?P<inside>[^`]+)`)?\Z"
_MISSING = re.compile(rf"Object missing required field `(?P<field>[^`]+)`{_INSIDE}")
_UNKNOWN = re.compile(rf"Object contains unknown field `(?P<field>[^`]+)`{_INSIDE}")
_TYPE = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<found>[^`]+)` - at `\$\.(?P<field>[^`]+)`\Z")
_VALUE = re.compile(r"Invalid enum value (?P<value>.+) - at `\$\.(?P<field>[^`]+)`\Z", re.DOTALL)
_STEP = re.compile(r"[^.\[\]]+")


def misfit(event_type: type[Event], fields: dict[str, Any], problem: str) -> RefusedEvent:
    """Return the refusal for what msgspec found wrong with the fields of an event, or with a part of them."""
    name = event_type.__name__
    if found := _MISSING.match(problem):
        return _about_fields(event_type, fields, found, N_("{name} lacks the field {field}. Its fields are: {fields}."))
    if found := _UNKNOWN.match(problem):
        return _about_fields(event_type, fields, found, N_("{name} has no field {field}. Its fields are: {fields}."))
    if found := _TYPE.match(problem):
        return RefusedEvent(
            N_("{name}: {field} is of the type {found}; it must be {wanted}."), **found.groupdict(), name=name
        )
    if (found := _VALUE.match(problem)) and (values := _values(event_type, fields, found["field"])):
        return RefusedEvent(
            N_("{name}: {field} cannot be {value}. It may be: {values}."), **found.groupdict(), name=name, values=values
        )
    return RefusedEvent(N_("{name}: {problem}."), name=name, problem=problem)


def _about_fields(event_type: type[Event], fields: dict[str, Any], found: re.Match[str], message: str) -> RefusedEvent:
    inside = found["inside"] or ""
    names = [name for held in _kinds_at(event_type, fields, inside) for name in getattr(held, "__struct_fields__", ())]
    where = f"{event_type.__name__}.{inside}" if inside else event_type.__name__
    return RefusedEvent(message, name=where, field=found["field"], fields=", ".join(names) or "-")


def _values(event_type: type[Event], fields: dict[str, Any], path: str) -> str:
    kinds = [kind for kind in _kinds_at(event_type, fields, path) if isinstance(kind, type) and issubclass(kind, Enum)]
    return ", ".join(str(member.value) for kind in kinds for member in kind)


def _kinds_at(event_type: type[Event], fields: dict[str, Any], path: str) -> list[Any]:
    """Return the types that what stands at a path (``rules.notice``, ``parts[0]``) may have."""
    kinds: list[Any] = [event_type]
    value: Any = fields
    for step in _STEP.findall(path):
        value = value[int(step) if isinstance(value, list | tuple) else step]
        kinds = [kind for held in kinds for kind in _below(held, step, value)]
    return kinds


def _below(held: Any, step: str, value: Any) -> list[Any]:
    if get_origin(held) is tuple:
        return _members(get_args(held)[0], value)
    hints = get_type_hints(held) if isinstance(held, type) and issubclass(held, msgspec.Struct) else {}
    return _members(hints[step], value) if step in hints else []


def _members(hint: Any, value: Any) -> list[Any]:
    """Return the types of a union, of several events the one that the value says it is; else the type itself."""
    if get_origin(hint) not in (Union, UnionType):
        return [hint]
    members = [member for member in get_args(hint) if member is not NoneType]
    events = [member for member in members if isinstance(member, type) and issubclass(member, Event)]
    said = value.get("type") if isinstance(value, dict) else None
    return [member for member in events if member.__name__ == said] or members
