"""The fields of a form for an event, from the event's own types: what each holds, and whether it must be filled in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from events.catalogue import AbsenceReason, AuthorityKind, Event, MinutesIssued, MinutesSigned, Told
from events.ids import LETTERS
from events.moments import ClockTime, Effective, Period
from governance.rules.timing import TIMELESS

WHEN = "when"
"""The name of the field that says when the event took effect; it belongs to the entry and not to the event."""

YES, NO = "yes", "no"


class Holds(StrEnum):
    """What a field holds, and so how it is filled in."""

    LINE = auto()
    LINES = auto()
    DAY = auto()
    CLOCK = auto()
    PERIOD = auto()
    WHEN = auto()
    COUNT = auto()
    AMOUNT = auto()
    CODE = auto()
    """One of a few words, yes and no among them."""
    THING = auto()
    """Something that the book holds."""
    ENTRY = auto()
    """An entry of the book, by its number."""
    EVENT = auto()
    """What an entry is to read as: an event of its own."""


@dataclass(frozen=True)
class Field:
    """A field of a form. ``path`` leads to it from the event, through parts that are laid out with it.

    ``many`` says that it holds any number of them; ``part`` is the kind of part where it holds parts.
    """

    path: tuple[str, ...]
    owner: type[msgspec.Struct]
    holds: Holds
    required: bool
    default: str = ""
    many: bool = False
    part: type[msgspec.Struct] | None = None
    thing: type[str] | None = None
    codes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of the field where it stands."""
        return self.path[-1]

    @property
    def key(self) -> str:
        """The name of the field in the form: ``rules.notice.days``."""
        return ".".join(self.path)


@cache
def fields_of(struct: type[msgspec.Struct]) -> tuple[Field, ...]:
    """Return the fields of a form for an event, or for a part of one. The wording and when it took effect come last."""
    hints = get_type_hints(struct, include_extras=True)
    names = [name for name in struct.__struct_fields__ if (struct, name) not in _MADE]
    if issubclass(struct, Told):
        names = [name for name in names if name not in ("text", "told_in")] + ["text", "told_in"]
    defaults = _defaults(struct)
    found = tuple(field for name in names for field in _fields(struct, (name,), hints[name], defaults))
    if issubclass(struct, Event) and struct not in TIMELESS:
        found += (Field(path=(WHEN,), owner=struct, holds=Holds.WHEN, required=False),)
    return found


def _fields(owner: type[msgspec.Struct], path: tuple[str, ...], hint: Any, defaults: dict[str, Any]) -> Iterator[Field]:
    """Return the field or, for a part that is no list, the fields of the part."""
    hint, _optional = _without_none(hint)
    required, default = path[-1] not in defaults, _said(defaults.get(path[-1]))
    many = get_origin(hint) is tuple
    if many:
        hint = get_args(hint)[0]
    if get_origin(hint) in (Union, UnionType):
        yield Field(path=path, owner=owner, holds=Holds.EVENT, required=required)
    elif isinstance(hint, type) and issubclass(hint, msgspec.Struct) and not many:
        inner, given = get_type_hints(hint, include_extras=True), _defaults(hint)
        for name in hint.__struct_fields__:
            for field in _fields(hint, (*path, name), inner[name], given):
                yield replace(field, default="")
    else:
        yield _field(owner, path, hint, required=required, default=default, many=many)


def _field(
    owner: type[msgspec.Struct], path: tuple[str, ...], hint: Any, *, required: bool, default: str, many: bool
) -> Field:
    part = hint if isinstance(hint, type) and issubclass(hint, msgspec.Struct) else None
    thing = hint if hint in LETTERS else None
    codes = _codes(hint)
    holds = Holds.THING if thing else Holds.CODE if codes else Holds.LINE if part else _holds(path[-1], hint)
    return Field(
        path=path,
        owner=owner,
        holds=holds,
        required=required and (owner, path[-1]) not in _COMPLETED,
        default=default,
        many=many,
        part=part,
        thing=thing,
        codes=codes,
    )


def _holds(name: str, hint: Any) -> Holds:
    if name in _ENTRIES:
        return Holds.ENTRY
    if name in _AMOUNTS:
        return Holds.AMOUNT
    if get_origin(hint) is Annotated:
        return _ANNOTATED[hint.__metadata__]
    return _PLAIN[hint]


def _codes(hint: Any) -> tuple[str, ...]:
    if hint is bool:
        return YES, NO
    if get_origin(hint) is Annotated and "absence-reason" in hint.__metadata__:
        return tuple(one.value for one in AbsenceReason)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return tuple(one.value for one in hint if one is not AuthorityKind.SOURCE)
    return ()


def _without_none(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) not in (Union, UnionType):
        return hint, False
    members = [member for member in get_args(hint) if member is not NoneType]
    return (members[0] if len(members) == 1 else hint), len(members) < len(get_args(hint))


def _defaults(struct: type[msgspec.Struct]) -> dict[str, Any]:
    found = {}
    for field in msgspec.structs.fields(struct):
        if not field.required:
            found[field.name] = field.default if field.default is not msgspec.NODEFAULT else None
    return found


def _said(default: Any) -> str:
    if isinstance(default, bool):
        return YES if default else NO
    return str(default.value) if isinstance(default, Enum) else ""


_COMPLETED = frozenset({(MinutesIssued, "through"), (MinutesIssued, "document_sha256")})
"""What is worked out from the book where it is left empty."""
_MADE = frozenset({(MinutesSigned, "sign_off")})
"""What nobody types: a signature is made with a key, by signing."""
_ENTRIES = frozenset({"entry", "through", "corrections"})
_AMOUNTS = frozenset({"amount", "budget", "fee"})
_ANNOTATED = {
    ("word",): Holds.LINE,
    ("word", "lines"): Holds.LINES,
    ("date",): Holds.DAY,
    ("item-number",): Holds.LINE,
    ("count",): Holds.COUNT,
    ("sha256",): Holds.LINE,
    ("word", "sha256"): Holds.LINE,
    ("pointer",): Holds.LINE,
    ("public-key",): Holds.LINE,
}
_PLAIN = {int: Holds.COUNT, ClockTime: Holds.CLOCK, Period: Holds.PERIOD, Effective: Holds.WHEN}
