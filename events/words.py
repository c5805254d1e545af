"""Words behind commitments: free text and names stand beside the body, and the body holds only their salted digests.

A word's digest is that of RFC 9901 section 4.2: base64url(SHA-256(base64url(JSON [salt, name, value]))), without
padding, with a salt of 128 bits for each field. The name is the RFC 6901 pointer of the field in the body, such as
``/event/title``; the JSON is written without white space. A word can be erased or withheld while the body, its hash
and every proof on it stay as they are.
"""

import os
from binascii import b2a_base64
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec
import orjson

from events.text import ERASED, WITHHELD

Word = Annotated[str, "word"]
"""The type of every field that is a name, a title, or otherwise personal: one line."""

Text = Annotated[str, "word", "lines"]
"""The type of every field of free text; it may have several lines."""

Words = dict[str, tuple[str, str] | None]
"""Pointer -> (salt, value); None for an erased word, no key for a withheld one."""

Salts = Callable[[int], list[str]]
"""Makes as many fresh salts as asked for, 22 characters of base64url each."""

Shape = dict[str, Any] | list[Any] | bool
"""Where a value holds words: True is a word, a list's one element is the shape of each element, a dict is a struct's
fields; the key ``*`` marks an event, whose shape is looked up by its type."""

Place = tuple[Any, Any, str]
"""Where a word stands in a body in builtin form: its holder, its key there, and its pointer."""

ACTOR = "/recorded_by"


def random_salts(count: int) -> list[str]:
    """Return salts of 128 random bits each."""
    noise = os.urandom(16 * count)
    return [_base64url(noise[start : start + 16]).decode("ascii") for start in range(0, 16 * count, 16)]


def digest(salt: str, pointer: str, value: str) -> str:
    """Return the digest that the body holds in place of this word."""
    return digest_of(orjson.dumps((salt, pointer, value)))


def digest_of(disclosed: bytes) -> str:
    """Return the digest of a disclosure, given as JSON (RFC 9901 section 4.2.3)."""
    encoded = b2a_base64(disclosed, newline=False).translate(_URL_SAFE, b"=")
    return b2a_base64(sha256(encoded).digest(), newline=False).translate(_URL_SAFE, b"=").decode("ascii")


class Disclosures:
    """Words, each as (salt, pointer, value), and the digests that stand in their places."""

    def __init__(self) -> None:
        self.words: list[tuple[str, str, str]] = []
        self.committed: list[str] = []

    def as_committed(self) -> bool:
        """Tell whether every word has the digest that stands in its place; all digests are made in one go."""
        encoded = _base64url_lines(_write_lines(self.words).splitlines()).splitlines()
        digests = _base64url_lines([sha256(one).digest() for one in encoded])
        return digests.decode("ascii").splitlines() == self.committed


def read(words: Words, pointer: str) -> str:
    """Return the word at a pointer, or what a missing one reads as."""
    try:
        held = words[pointer]
    except KeyError:
        return WITHHELD
    return ERASED if held is None else held[1]


def spoken_field(pointer: str) -> str:
    """Return a pointer as it is written by hand: without the part that every field of an event has."""
    return pointer.removeprefix("/event/").removeprefix("/")


class WordShapes:
    """Knows for every event type where its words stand. ``types`` maps an event's name to its class."""

    def __init__(self, types: dict[str, type[msgspec.Struct]]) -> None:
        self._shapes: dict[str, dict[str, Any]] = {name: _struct_shape(struct) for name, struct in types.items()}
        self._plans = {types[name]: _plan(shape) for name, shape in self._shapes.items()}

    def commit(self, body: dict[str, Any], salts: Salts) -> Words:
        """Replace every word of a body in builtin form by its digest, in place, and return the words."""
        event = body["event"]
        places = [(body, "recorded_by", ACTOR), *self._places(event, self._shapes[event["type"]], "/event")]
        words: Words = {}
        for (holder, key, pointer), salt in zip(places, salts(len(places)), strict=True):
            value = holder[key]
            words[pointer] = (salt, value)
            holder[key] = digest(salt, pointer, value)
        return words

    def _places(self, fields: dict[str, Any], shape: dict[str, Any], pointer: str) -> Iterator[Place]:
        for name, inner in shape.items():
            value = fields.get(name)
            if value is None:
                continue
            if inner is True:
                yield fields, name, f"{pointer}/{name}"
            elif isinstance(inner, list):
                fields[name] = values = list(value)
                yield from self._places_each(values, inner[0], f"{pointer}/{name}")
            else:
                inside = self._shapes[value["type"]] if "*" in inner else inner
                yield from self._places(value, inside, f"{pointer}/{name}")

    def _places_each(self, values: list[Any], shape: Any, pointer: str) -> Iterator[Place]:
        for index, value in enumerate(values):
            if shape is True:
                yield values, index, f"{pointer}/{index}"
            else:
                yield from self._places(value, shape, f"{pointer}/{index}")

    def pointers(self, body: dict[str, Any]) -> list[str]:
        """Return where the words of a body in builtin form stand."""
        event = body["event"]
        return [ACTOR, *(place[2] for place in self._places(event, self._shapes[event["type"]], "/event"))]

    def reveal(self, event: msgspec.Struct, words: Words) -> int:
        """Put the words back into a freshly decoded event, in place; a missing one reads as erased or withheld.

        Return how many words the event has.
        """
        plain, nested = self._plans[type(event)]
        count = 0
        for name, pointer in plain:
            if getattr(event, name) is not None:
                _set(event, name, read(words, pointer))
                count += 1
        return count + self._reveal(event, nested, "/event", words) if nested else count

    def _reveal(self, struct: msgspec.Struct, shape: dict[str, Any], pointer: str, words: Words) -> int:
        count = 0
        for name, inner in shape.items():
            value = getattr(struct, name)
            if value is None:
                continue
            if inner is True:
                _set(struct, name, read(words, f"{pointer}/{name}"))
                count += 1
            elif isinstance(inner, list):
                values, within = self._revealed(value, inner[0], f"{pointer}/{name}", words)
                _set(struct, name, values)
                count += within
            else:
                inside = self._shapes[type(value).__name__] if "*" in inner else inner
                count += self._reveal(value, inside, f"{pointer}/{name}", words)
        return count

    def _revealed(self, values: tuple[Any, ...], shape: Any, pointer: str, words: Words) -> tuple[tuple[Any, ...], int]:
        if shape is True:
            return tuple(read(words, f"{pointer}/{index}") for index in range(len(values))), len(values)
        counts = (self._reveal(value, shape, f"{pointer}/{index}", words) for index, value in enumerate(values))
        return values, sum(counts)


def _shape_of(hint: Any) -> Shape | None:
    if get_origin(hint) is Annotated:
        return True if "word" in hint.__metadata__ else None
    if get_origin(hint) in (Union, UnionType):
        members = [member for member in get_args(hint) if member is not NoneType]
        return _shape_of(members[0]) if len(members) == 1 else {"*": True}
    if get_origin(hint) is tuple:
        inner = _shape_of(get_args(hint)[0])
        return None if inner is None else [inner]
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return _struct_shape(hint) or None
    return None


def _struct_shape(struct: type[msgspec.Struct]) -> dict[str, Any]:
    hints = get_type_hints(struct, include_extras=True)
    fields = {name: _shape_of(hints[name]) for name in struct.__struct_fields__}
    return {name: shape for name, shape in fields.items() if shape is not None}


def _plan(shape: dict[str, Any]) -> tuple[tuple[tuple[str, str], ...], dict[str, Any]]:
    plain = tuple((name, f"/event/{name}") for name, inner in shape.items() if inner is True)
    return plain, {name: inner for name, inner in shape.items() if inner is not True}


def _base64url(data: bytes) -> bytes:
    return b2a_base64(data, newline=False).translate(_URL_SAFE, b"=")


def _base64url_lines(values: Sequence[bytes]) -> bytes:
    return b"".join(map(b2a_base64, values)).translate(_URL_SAFE, b"=")


_set = msgspec.structs.force_setattr
_write_lines = msgspec.json.Encoder().encode_lines
_URL_SAFE = bytes.maketrans(b"+/", b"-_")
