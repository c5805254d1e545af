"""Checking stored entries before they are believed: their form, their words, and how they follow one another."""

from typing import Any

import msgspec
import orjson

from events.border import cleaned
from events.catalogue import CouncilEstablished
from events.entry import Entry, canonical, unseal
from events.errors import N_, RecordDamaged, ReferatError
from events.moments import is_timestamp, require_effective
from events.text import ERASED, WITHHELD
from events.words import Words, digest

_WORDS = msgspec.json.Decoder(Words)


def checked_entry(body: bytes, words: bytes) -> Entry:
    """Return the entry that is stored as these bytes.

    Raises RecordDamaged where they are not canonical, are no event of the catalogue, or a word does not fit the digest
    that the body holds for it.
    """
    try:
        fields = orjson.loads(body)
        held = _WORDS.decode(words)
        if canonical(fields) != body or canonical(orjson.loads(words)) != words:
            raise RecordDamaged(N_("its bytes are not in canonical form"))
    except (ValueError, TypeError) as problem:
        raise RecordDamaged(N_("its bytes are no JSON ({problem})"), problem=str(problem)) from None
    _check_words(fields, held)
    entry = unseal(body, words)
    _check_fields(entry)
    return entry


def _check_words(body: dict[str, Any], words: Words) -> None:
    for pointer, held in words.items():
        if held is not None and _at(body, pointer) != digest(held[0], pointer, held[1]):
            raise RecordDamaged(N_("the word at {pointer} is not the one that was recorded"), pointer=pointer)


def _at(body: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        try:
            body = body[int(step)] if isinstance(body, list) else body[step]
        except (KeyError, IndexError, TypeError, ValueError):
            return None
    return body


def _check_fields(entry: Entry) -> None:
    try:
        if not _has_missing(entry) and cleaned(entry.event) != entry.event:
            raise RecordDamaged(N_("a field is not in the form in which it is recorded"))
        if entry.effective is not None:
            require_effective(entry.effective)
    except RecordDamaged:
        raise
    except ReferatError as problem:
        raise RecordDamaged(N_("a field may not be recorded so ({problem})"), problem=problem) from None
    if not is_timestamp(entry.recorded_at) or not entry.book or entry.number < 1:
        raise RecordDamaged(N_("its book, number or time is not one"))


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
            raise RecordDamaged(
                N_("entry {number} of {book} does not follow entry {before}"),
                number=entry.number,
                book=entry.book,
                before=number,
            )
        if entry.recorded_at < moment:
            raise RecordDamaged(N_("it was recorded before the entry before it"))
        if entry.number == 1 and not isinstance(entry.event, CouncilEstablished):
            raise RecordDamaged(N_("a book begins with CouncilEstablished"))
        self._heads[entry.book] = (entry.number, entry.recorded_at)
