"""Checking stored entries before they are believed: their form, their words, and how they follow one another."""

from functools import lru_cache
from typing import Any

import msgspec
import orjson

from events.border import cleaned
from events.catalogue import CouncilEstablished
from events.damage import Damage, EntryDamaged
from events.entry import Entry, canonical, committed, reveal, revealed
from events.errors import N_, RecordDamaged, ReferatError
from events.moments import is_timestamp, require_effective
from events.text import ERASED, RESERVED, WITHHELD, clean, cut
from events.words import Words, digest

_WORDS = msgspec.json.Decoder(Words)
_encode = msgspec.json.Encoder(order="sorted").encode
"""Writes the canonical bytes straight from the types; what it writes differently is parsed and written once more."""


def checked_entry(body: bytes, words: bytes) -> Entry:
    """Return the entry that is stored as these bytes.

    Raises EntryDamaged where they are not canonical, are no event of the catalogue, or a word does not fit the digest
    that the body holds for it.
    """
    return checked(body, words)[0]


def checked(body: bytes, words: bytes) -> tuple[Entry, Words, int]:
    """Return the entry and the words that are stored as these bytes, and how many words are withheld.

    Raises as ``checked_entry``.
    """
    try:
        held = _WORDS.decode(words)
        if _encode(held) != words and canonical(held) != words:
            raise _not_canonical()
        entry = committed(body)
        fields = entry if entry is not None and _encode(entry) == body else _parsed(body)
    except (ValueError, TypeError, RecursionError):
        raise EntryDamaged(N_("its bytes are no JSON of an entry")) from None
    for pointer, word in held.items():
        if word is not None and _at(fields, pointer) != digest(word[0], pointer, word[1]):
            raise EntryDamaged(
                N_("the word at {pointer} is not the one that was recorded"), Damage.WORD_REPLACED, pointer=cut(pointer)
            )
        if word is not None and word[1] in RESERVED:
            raise EntryDamaged(N_("the word at {pointer} reads as if it were missing"), pointer=cut(pointer))
    if entry is None:
        entry, count = revealed(body, held), len(held)
    else:
        count = reveal(entry, held)
    _check_fields(entry)
    return entry, held, count - len(held)


def _parsed(body: bytes) -> Any:
    """Return the body's fields where the newest types do not write the very same bytes."""
    fields = orjson.loads(body)
    if canonical(fields) != body:
        raise _not_canonical()
    return fields


def _not_canonical() -> EntryDamaged:
    return EntryDamaged(N_("its bytes are not in canonical form"), Damage.NOT_CANONICAL)


def _at(held: Any, pointer: str) -> Any:
    """Return what stands at a pointer, in a struct or in parsed JSON; None where nothing does."""
    try:
        for step in _steps(pointer):
            kind = type(held)
            if kind is dict:
                held = held[step]
            elif kind is list or kind is tuple:
                held = held[int(step)]
            else:
                held = getattr(held, step)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        return None
    return held


@lru_cache(maxsize=4096)
def _steps(pointer: str) -> list[str]:
    return pointer.split("/")[1:]


def _check_fields(entry: Entry) -> None:
    try:
        event = cleaned(entry.event)
        if event is not entry.event and event != entry.event and not _has_missing(entry):
            raise EntryDamaged(N_("a field is not in the form in which it is recorded"))
    except RecordDamaged:
        raise
    except ReferatError as problem:
        if not _has_missing(entry):
            raise _not_so(problem) from None
    try:
        if (
            entry.recorded_by not in RESERVED
            and clean(entry.recorded_by, field="recorded_by", lines=False) != entry.recorded_by
        ):
            raise EntryDamaged(N_("a field is not in the form in which it is recorded"))
        if entry.effective is not None:
            require_effective(entry.effective)
    except RecordDamaged:
        raise
    except ReferatError as problem:
        raise _not_so(problem) from None
    if not is_timestamp(entry.recorded_at) or not entry.book or entry.number < 1:
        raise EntryDamaged(N_("its book, number or time is not one"))


def _not_so(problem: ReferatError) -> EntryDamaged:
    return EntryDamaged(N_("a field may not be recorded so ({problem})"), problem=problem)


def _has_missing(entry: Entry) -> bool:
    """A missing word reads as one that may not be recorded; the digests have shown the others to be as recorded."""
    encoded = msgspec.json.encode(entry.event)
    return ERASED.encode() in encoded or WITHHELD.encode() in encoded


class Sequence:
    """Checks that entries follow one another: numbers without gaps in each book, times that never run backwards."""

    def __init__(self) -> None:
        self._heads: dict[str, tuple[int, str]] = {}

    def follow(self, entry: Entry) -> None:
        """Take the next entry. Raises RecordDamaged where it does not follow the one before it in its book."""
        number, moment = self._heads.get(entry.book, (0, ""))
        if entry.number != number + 1:
            raise EntryDamaged(
                N_("entry {number} of {book} does not follow entry {before}"),
                Damage.MISSING if entry.number > number else Damage.OUT_OF_ORDER,
                number=entry.number,
                book=cut(entry.book),
                before=number,
            )
        if entry.recorded_at < moment:
            raise EntryDamaged(N_("it was recorded before the entry before it"), Damage.CLOCK)
        if entry.number == 1 and not isinstance(entry.event, CouncilEstablished):
            raise EntryDamaged(N_("a book begins with CouncilEstablished"), Damage.ALTERED)
        self._heads[entry.book] = (entry.number, entry.recorded_at)
