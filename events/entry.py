"""An entry: an event in its envelope, as canonical bytes and back.

The body is the canonical JSON of the whole entry: keys sorted, no white space, UTF-8, integers below 2^53, no floats,
UTC times ending in Z. Under these limits it is RFC 8785. Words stand beside the body; the body holds their digests.
"""

from typing import Any

import msgspec
import orjson
from msgspec.structs import force_setattr

from events.catalogue import EVENT_TYPES, AnyEvent
from events.errors import N_, RecordDamaged
from events.event import Sha256
from events.moments import Effective, Timestamp
from events.upcasting import STEPS, Steps, brought_up
from events.words import ACTOR, Salts, Word, Words, WordShapes, random_salts, read


class Provenance(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """Where an entry that was taken over comes from.

    ``source`` is the SHA-256 of the file, ``lines`` the first and last line (from 1) that say so, ``rule`` the name of
    the rule that recognised it, ``inferred`` tells that the file does not say so itself.
    """

    source: Sha256
    lines: tuple[int, int] | None = None
    rule: str | None = None
    inferred: bool = False


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """One entry of a book. ``number`` counts from 1 without gaps; ``recorded_at`` is never earlier than the entry before.

    ``effective`` is when the event took effect in the world; None where it is timeless. ``command_id`` is shared by the
    entries that one command made. ``recorded_by`` names the actor.
    """

    book: str
    number: int
    schema_version: int
    command_id: str
    recorded_at: Timestamp
    recorded_by: Word
    event: AnyEvent
    effective: Effective | None = None
    provenance: Provenance | None = None


class Sealed(msgspec.Struct, frozen=True, gc=False):
    """An entry as it is stored: the canonical body and, beside it, the canonical JSON of its words.

    The other fields repeat what the body says, for the store's indexes.
    """

    book: str
    number: int
    type: str
    command_id: str
    body: bytes
    words: bytes


_OPTIONS = orjson.OPT_SORT_KEYS | orjson.OPT_STRICT_INTEGER
_decode_body = msgspec.json.Decoder(Entry).decode
_decode_words = msgspec.json.Decoder(Words).decode
_SHAPES = WordShapes(dict(EVENT_TYPES))
_VERSIONS = {name: event_type.schema_version for name, event_type in EVENT_TYPES.items()}


def seal(entry: Entry, salts: Salts = random_salts) -> Sealed:
    """Return the entry as it is stored, with a fresh salt for every word."""
    body: dict[str, Any] = msgspec.to_builtins(entry)
    words = _SHAPES.commit(body, salts)
    return Sealed(entry.book, entry.number, body["event"]["type"], entry.command_id, canonical(body), canonical(words))


def words_of(entry: Entry) -> dict[str, str]:
    """Return the words of an entry by their pointers; a missing one reads as erased or withheld."""
    body: dict[str, Any] = msgspec.to_builtins(entry)
    return {pointer: str(_at(body, pointer)) for pointer in _SHAPES.pointers(body)}


def _at(body: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        body = body[int(step)] if isinstance(body, list | tuple) else body[step]
    return body


def canonical(value: object) -> bytes:
    """Return the canonical JSON of a value made of dicts, lists, text, integers, booleans and None."""
    return orjson.dumps(value, option=_OPTIONS)


def unseal(body: bytes, words: bytes, steps: Steps = STEPS) -> Entry:
    """Return the entry that is stored as these bytes; missing words read as erased or withheld.

    Raises RecordDamaged when the bytes are no entry of this catalogue.
    """
    try:
        held = _decode_words(words)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise _unreadable() from None
    return revealed(body, held, steps)


def committed(body: bytes) -> Entry | None:
    """Return the entry that has this body with the digests still in its words' places, or None where it is an older one
    or none of this catalogue.
    """
    try:
        entry = _decode_body(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return entry if entry.schema_version == type(entry.event).schema_version else None


def reveal(entry: Entry, words: Words) -> int:
    """Put the words into a committed entry, in place, and return how many it should have."""
    force_setattr(entry, "recorded_by", read(words, ACTOR))
    return 1 + _SHAPES.reveal(entry.event, words)


def revealed(body: bytes, words: Words, steps: Steps = STEPS) -> Entry:
    """Return the entry that has this body, with its words in their places. Raises as ``unseal``."""
    try:
        entry = _decode_body(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _revealed_older(body, words, steps)
    if entry.schema_version != type(entry.event).schema_version:
        return _revealed_older(body, words, steps)
    reveal(entry, words)
    return entry


def _revealed_older(body: bytes, words: Words, steps: Steps) -> Entry:
    try:
        return msgspec.convert(brought_up(orjson.loads(body), words, steps, _VERSIONS), Entry)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        raise _unreadable() from None


def _unreadable() -> RecordDamaged:
    return RecordDamaged(
        N_("An entry cannot be read. Run the newest referat; if it says the same, the record is damaged.")
    )
