"""The border of the book: brings an event's fields into the form that is recorded, or says why it cannot enter.

Text becomes NFC without space around it; dates, clock times, periods, ids, numbers and digests must have their form.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from events.catalogue import EVENT_TYPES, AbsenceReason, AnyEvent
from events.errors import N_, IdRefused, RefusedEvent
from events.ids import LETTERS, form_of
from events.misfits import misfit
from events.moments import ClockTime, Effective, Period, require_clock, require_effective, require_period
from events.proofs.ssh_keys import read_public_key
from events.proofs.ssh_signatures import require_signature
from events.text import clean
from events.words import ACTOR

Check = Callable[[Any, str], Any]
"""Takes a value and the name of its field; returns the value as recorded or raises."""

S = TypeVar("S", bound=msgspec.Struct)

_EVENT = "/event/"
_ITEM_NUMBER = re.compile(r"(?:0|[1-9]\d{0,2})[a-z]?\Z")
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_ROOT = re.compile(r"[A-Za-z0-9+/]{43}=\Z")
_WORD_DIGEST = re.compile(r"[A-Za-z0-9_-]{43}\Z")
_STEPS = re.compile(r"[a-z0-9_]{1,40}(?:/[a-z0-9_]{1,40}){0,9}\Z")


def event_from(type_name: str, fields: dict[str, Any]) -> AnyEvent:
    """Return the event of this type with these fields (JSON values), as it may be recorded.

    Raises RefusedEvent when there is no such type or a field is unknown, missing or of the wrong type, RefusedText
    when a text must not enter the book.
    """
    event_type = EVENT_TYPES.get(type_name)
    if event_type is None:
        raise RefusedEvent(
            N_("There is no event '{name}'. The events are: {names}."), name=type_name, names=", ".join(EVENT_TYPES)
        )
    if fields.get("type", type_name) != type_name:
        raise RefusedEvent(
            N_("{name}: {field} cannot be {value}. It may be: {values}."),
            name=type_name,
            field="type",
            value=fields["type"],
            values=type_name,
        )
    try:
        event = msgspec.convert({**fields, "type": type_name}, event_type)
    except msgspec.ValidationError as problem:
        raise misfit(event_type, fields, str(problem)) from None
    return cleaned(event)  # type: ignore[return-value]


def cleaned(struct: S) -> S:
    """Return the event (or a part of one) with every field as it is recorded. Raises as ``event_from``."""
    changes = {}
    for name, check in checks_of(type(struct)):
        value = getattr(struct, name)
        if value is not None and (checked := check(value, name)) is not value:
            changes[name] = checked
    return msgspec.structs.replace(struct, **changes) if changes else struct


@cache
def checks_of(struct: type[msgspec.Struct]) -> tuple[tuple[str, Check], ...]:
    """Return the fields of an event, or of a part of one, that have a form, each with what checks it."""
    hints = get_type_hints(struct, include_extras=True)
    found = ((name, _check_for(hints[name])) for name in struct.__struct_fields__)
    return tuple((name, check) for name, check in found if check is not None)


def is_text(check: Check) -> bool:
    """Tell whether what it checks is text."""
    return check in (_line, _text)


def is_deep(check: Check) -> bool:
    """Tell whether what it checks has values or fields of its own."""
    return check is _struct or isinstance(check, _Each)


def _check_for(hint: Any) -> Check | None:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        members = [member for member in args if member is not NoneType]
        return _check_for(members[0]) if len(members) == 1 else _struct
    if origin is tuple:
        return _each(_check_for(args[0]))
    if origin is Annotated:
        return _ANNOTATED[hint.__metadata__]
    if hint in LETTERS:
        return _identifier(hint)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return _struct
    return _PLAIN.get(hint)


def _each(check: Check | None) -> Check | None:
    return None if check is None else _Each(check)


class _Each(msgspec.Struct, frozen=True):
    """Checks each of several values."""

    check: Check

    def __call__(self, values: tuple[Any, ...], field: str) -> tuple[Any, ...]:
        return tuple(self.check(value, f"{field} {index}") for index, value in enumerate(values, 1))


def _struct(value: msgspec.Struct, _field: str) -> msgspec.Struct:
    return cleaned(value)


def _identifier(kind: Any) -> Check:
    has_form = form_of(kind).match  # it is asked of every id of every entry

    def checked(value: str, field: str) -> str:
        if not has_form(value):
            raise IdRefused(
                N_("{field}: '{value}' is no id of this kind; such an id looks like '{example}'."),
                field=field,
                value=value,
                example=f"{LETTERS[kind]}12",
            )
        return value

    return checked


def _line(value: str, field: str) -> str:
    return clean(value, field=field, lines=False)


def _text(value: str, field: str) -> str:
    return clean(value, field=field)


def _absence_reason(value: str, field: str) -> str:
    if value not in set(AbsenceReason):
        raise RefusedEvent(
            N_("{field} cannot be '{value}'. It may be: {values}."),
            field=field,
            value=value,
            values=", ".join(AbsenceReason),
        )
    return str(value)


def _date(value: str, field: str) -> str:
    try:
        if len(value) != 10:
            raise ValueError(value)
        date.fromisoformat(value)
    except ValueError:
        raise RefusedEvent(
            N_("{field}: '{value}' is no date there is. Write it as 2022-09-28."), field=field, value=value
        ) from None
    return value


def _item_number(value: str, field: str) -> str:
    if not _ITEM_NUMBER.match(value):
        raise RefusedEvent(N_("{field}: '{value}' is no item number. Write it as 7 or 1a."), field=field, value=value)
    return value


def _sha256(value: str, field: str) -> str:
    if not _SHA256.match(value):
        raise RefusedEvent(N_("{field}: '{value}' is no SHA-256 of 64 hexadecimal digits."), field=field, value=value)
    return value


def _pointer(value: str, field: str) -> str:
    """Return the pointer; a bare name is one of the event's fields."""
    steps = value.strip().removeprefix(_EVENT).removeprefix("/")
    if not _STEPS.match(steps):
        raise RefusedEvent(
            N_("{field}: '{value}' is no field of an entry. Write it as text, or as replacement/text."),
            field=field,
            value=value,
        )
    pointer = ACTOR if steps == ACTOR.removeprefix("/") else _EVENT + steps
    return value if pointer == value else pointer


def _root(value: str, field: str) -> str:
    if not _ROOT.match(value):
        raise RefusedEvent(N_("{field}: '{value}' is no root of a log: 32 bytes in base64."), field=field, value=value)
    return value


def _word_digest(value: str, field: str) -> str:
    if not _WORD_DIGEST.match(value):
        raise RefusedEvent(N_("{field}: '{value}' is no digest of a word."), field=field, value=value)
    return value


def _public_key(value: str, _field: str) -> str:
    return read_public_key(value).line


def _ssh_signature(value: str, _field: str) -> str:
    return require_signature(value)


def _positive(value: int, field: str) -> int:
    if not 1 <= value < 2**53:
        raise RefusedEvent(N_("{field}: {value} is no number from 1 up."), field=field, value=value)
    return value


def _count(value: int, field: str) -> int:
    if not 0 <= value < 2**53:
        raise RefusedEvent(N_("{field}: {value} is no count. Write a number from 0 up."), field=field, value=value)
    return value


def _clock(value: str, field: str) -> str:
    return require_clock(value, field=field)


def _period(value: str, field: str) -> str:
    return require_period(value, field=field)


def _effective(value: str, _field: str) -> str:
    return require_effective(value)


_ANNOTATED: dict[tuple[str, ...], Check] = {
    ("word",): _line,
    ("word", "lines"): _text,
    ("word", "absence-reason"): _absence_reason,
    ("date",): _date,
    ("item-number",): _item_number,
    ("sha256",): _sha256,
    ("word", "sha256"): _sha256,
    ("pointer",): _pointer,
    ("count",): _count,
    ("root",): _root,
    ("word-digest",): _word_digest,
    ("public-key",): _public_key,
    ("ssh-signature",): _ssh_signature,
}
_PLAIN: dict[Any, Check] = {int: _positive, ClockTime: _clock, Period: _period, Effective: _effective}
