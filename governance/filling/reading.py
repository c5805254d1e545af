"""What is typed into the fields of a form, read as the values of an event, and a value as it is typed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from events.catalogue import EVENT_TYPES, Event, ExternalBodyRegistered, PersonRegistered
from events.errors import N_, ReferatError
from events.ids import BodyId, PersonId
from governance.danish.dates import spoken_period
from governance.danish.money import spoken_amount
from governance.danish.typed import (
    Misread,
    Toward,
    day_as_typed,
    day_in_full,
    typed_amount,
    typed_clock,
    typed_count,
    typed_day,
    typed_period,
    typed_when,
    when_as_typed,
)
from governance.filling.fields import NO, WHEN, YES, Field, Holds, fields_of

Raw = str | list[Any] | dict[str, Any]
"""What stands in a field: text or the id of what was chosen, a list of those or of parts, or an event with its fields."""

Raws = Mapping[str, Raw]

NEW = "new:"
"""What the id begins with of a person or body that the book does not know yet; the name follows."""

REGISTERED: dict[type[str], type[Event]] = {PersonId: PersonRegistered, BodyId: ExternalBodyRegistered}
"""The kinds of things that may be new, each with the event that registers it."""


@dataclass(frozen=True)
class New:
    """A person or a body that is to be registered along with the event."""

    kind: type[str]
    name: str


def new_in(value: Any) -> Iterator[New]:
    """Return what is new in values, as often as it stands there."""
    if isinstance(value, New):
        yield value
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    for one in inner:
        yield from new_in(one)


def values(fields: Sequence[Field], raws: Raws, today: str) -> tuple[dict[str, Any], dict[str, ReferatError]]:
    """Return the values of what is filled in, nested as the event is, and what is wrong, by the key of the field."""
    found: dict[str, Any] = {}
    problems: dict[str, ReferatError] = {}
    for field in fields:
        try:
            value = read(field, raws.get(field.key, ""), today)
            if value is None and field.required and _is_begun(field, fields, raws):
                raise Misread(N_("This has to be filled in."))
        except ReferatError as problem:
            problems[field.key] = problem
            continue
        if value is not None:
            _put(found, field.path, value)
    return found, problems


def read(field: Field, raw: Raw, today: str) -> Any:
    """Return the value of a field, None where it is empty. Raises Misread, which says how to write it."""
    if field.many:
        return _read_many(field, raw, today) or None
    if isinstance(raw, dict):
        return _read_event(raw, today) if raw else None
    text = str(raw).strip()
    return _read_one(field, text, today) if text else None


def written(field: Field, value: Any) -> Raw:
    """Return a value (JSON) as it stands in the field."""
    if field.many:
        return _written_many(field, value or [])
    if value is None:
        return ""
    return _WRITTEN.get(field.holds, str)(YES if value is True else NO if value is False else value)


def filled(fields: Sequence[Field], given: Mapping[str, Any]) -> dict[str, Raw]:
    """Return what stands in the fields for values (JSON, nested as the event is); what is not given has its default."""
    return {field.key: _filled(field, given) for field in fields}


def echo(field: Field, raw: Raw, today: str) -> str:
    """Return what was understood of a day, a time or an amount, so that a slip shows; empty where there is nothing."""
    try:
        value = read(field, raw, today)
    except ReferatError:
        return ""
    say = _ECHOED.get(field.holds)
    return say(value) if say is not None and value is not None and not field.many else ""


def _filled(field: Field, given: Mapping[str, Any]) -> Raw:
    value: Any = given
    for step in field.path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return field.default if value is None and field.default else written(field, value)


def _is_begun(field: Field, fields: Sequence[Field], raws: Raws) -> bool:
    """Tell whether a part has to be filled in, which it has once anything of it is; the event itself always has."""
    around = field.path[:-1]
    return not around or any(raws.get(other.key) for other in fields if other.path[: len(around)] == around)


def _put(found: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    for step in path[:-1]:
        found = found.setdefault(step, {})
    found[path[-1]] = value


def _read_one(field: Field, text: str, today: str) -> Any:
    if field.holds is Holds.DAY:
        return typed_day(text, today, _TOWARD.get(field.name, "near"))
    if field.holds is Holds.PERIOD:
        return typed_period(text, today)
    if field.holds is Holds.WHEN:
        return typed_when(text, today)
    if field.holds is Holds.THING:
        return New(field.thing, text[len(NEW) :]) if field.thing and text.startswith(NEW) else text
    if field.holds is Holds.CODE:
        return text == YES if set(field.codes) == {YES, NO} else text
    if field.holds is Holds.LINE and field.name == "document_sha256":
        return text.casefold()
    return _READ.get(field.holds, str)(text)


def _read_many(field: Field, raw: Raw, today: str) -> list[Any]:
    if field.part is not None:
        return [_read_part(field.part, one, today) for one in raw if isinstance(one, dict)]
    ones = raw.splitlines() if isinstance(raw, str) else [str(one) for one in raw]
    return [_read_one(field, one.strip(), today) for one in ones if one.strip()]


def _read_part(part: Any, raws: Raws, today: str) -> dict[str, Any]:
    found, problems = values(fields_of(part), raws, today)
    if problems:
        raise next(iter(problems.values()))
    return found


def _read_event(raws: dict[str, Any], today: str) -> dict[str, Any]:
    held = {key: raw for key, raw in raws["fields"].items() if key != WHEN}
    return {"type": raws["type"], **_read_part(EVENT_TYPES[raws["type"]], held, today)}


def _written_many(field: Field, value: Sequence[Any]) -> Raw:
    if field.part is not None:
        return [filled(fields_of(field.part), one) for one in value]
    ones = [str(one) for one in value]
    return "\n".join(ones) if field.holds is Holds.LINE else ones


def _written_event(value: dict[str, Any]) -> Raw:
    fields = fields_of(EVENT_TYPES[value["type"]])
    return {"type": value["type"], "fields": filled(fields, value)}


_TOWARD: dict[str, Toward] = {
    "date": "future",
    "due": "future",
    "until": "future",
    "answer_due": "future",
    "to_date": "future",
    "of": "past",
    "held_on": "past",
}
_READ: dict[Holds, Callable[[str], Any]] = {
    Holds.CLOCK: typed_clock,
    Holds.COUNT: typed_count,
    Holds.ENTRY: typed_count,
    Holds.AMOUNT: typed_amount,
}
_WRITTEN: dict[Holds, Callable[[Any], Raw]] = {
    Holds.DAY: day_as_typed,
    Holds.CLOCK: lambda value: str(value).replace(":", "."),
    Holds.PERIOD: spoken_period,
    Holds.WHEN: when_as_typed,
    Holds.AMOUNT: spoken_amount,
    Holds.EVENT: _written_event,
}
_ECHOED: dict[Holds, Callable[[Any], str]] = {
    Holds.DAY: day_in_full,
    Holds.CLOCK: lambda value: f"kl. {value.replace(':', '.')}",
    Holds.PERIOD: spoken_period,
    Holds.AMOUNT: spoken_amount,
    Holds.WHEN: lambda value: day_in_full(value) if len(value) == 10 else when_as_typed(value),
}
