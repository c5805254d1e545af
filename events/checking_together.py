"""Checking a page of stored entries at once, which takes half the time of checking them one by one.

It accepts only what ``events.checking`` accepts. Whatever is unusual or wrong is left to that, which knows what to say.
All bodies of a page are read, and written back for comparison, in one call, and so are their words.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from events.border import Check, checks_of, is_deep, is_text
from events.entry import Entry
from events.errors import ReferatError
from events.moments import is_timestamp, require_effective
from events.text import is_clean_line
from events.words import ACTOR, Disclosures, Words

_MOST = 8 * 1024 * 1024
"""Bytes of a page that are copied to be read at once; a page of ordinary entries has a thirtieth of it."""

_read_bodies = msgspec.json.Decoder(Entry).decode_lines
_read_words = msgspec.json.Decoder(Words).decode_lines
_write = msgspec.json.Encoder(order="sorted").encode_lines


def checked_together(bodies: Sequence[bytes], words: Sequence[bytes]) -> list[Entry | None]:
    """Return each entry that ``checked`` would return with nothing missing; None where that one has to be asked.

    The words of the entries stay what they are in the bodies, digests: they were looked at where they are stored.
    """
    unknown: list[Entry | None] = [None] * len(bodies)
    if sum(map(len, bodies)) + sum(map(len, words)) > _MOST:
        return unknown
    body_lines, word_lines = b"\n".join((*bodies, b"")), b"\n".join((*words, b""))
    try:
        entries, held = _read_bodies(body_lines), _read_words(word_lines)
    except (ValueError, RecursionError):
        return unknown
    # No line feed stands within what is written: with equal bytes and an equal count, every line is canonical.
    if not len(entries) == len(bodies) == len(held) or _write(entries) != body_lines or _write(held) != word_lines:
        return unknown
    disclosures = Disclosures()
    found = [
        entry if _is_plain(entry, beside, disclosures) else None for entry, beside in zip(entries, held, strict=True)
    ]
    return found if disclosures.as_committed() else unknown


def _is_plain(entry: Entry, words: Words, disclosures: Disclosures) -> bool:
    """Tell whether nothing is unusual about an entry, but for the digests of its words, which are noted."""
    event, actor = entry.event, words.get(ACTOR)
    if actor is None or not _is_name(actor[1]) or entry.schema_version != type(event).schema_version:
        return False
    fields = _fields_of(type(event))
    disclosed, committed = disclosures.words, disclosures.committed
    disclosed.append((actor[0], ACTOR, actor[1]))
    committed.append(entry.recorded_by)
    count = 1
    for name, pointer, check in fields.words:
        digest = getattr(event, name)
        if digest is not None:
            word = words.get(pointer)
            if word is None or not (is_clean_line(word[1]) or _is_as_recorded(word[1], check)):
                return False
            disclosed.append((word[0], pointer, word[1]))
            committed.append(digest)
            count += 1
    return count == len(words) and _may_be_recorded(entry, fields)


@lru_cache(maxsize=256)  # few people write in a book
def _is_name(actor: str) -> bool:
    return is_clean_line(actor)


def _is_as_recorded(text: str, check: Check) -> bool:
    try:
        return bool(check(text, "") == text)
    except ReferatError:
        return False


def _may_be_recorded(entry: Entry, fields: "_Fields") -> bool:
    event = entry.event
    for name in fields.deep:
        if getattr(event, name):
            return False
    try:
        for name, check in fields.flat:
            value = getattr(event, name)
            if value is not None and check(value, name) is not value:
                return False
        if entry.effective is not None:
            require_effective(entry.effective)
    except ReferatError:
        return False
    return is_timestamp(entry.recorded_at) and entry.book != "" and entry.number > 0


class _Fields(NamedTuple):
    """The fields of an event: its words with their pointers, those of any other form, and those with fields of their own.

    A word with a form of its own counts among the others; as its digest does not have that form, it is left to
    ``checked``.
    """

    words: tuple[tuple[str, str, Check], ...]
    flat: tuple[tuple[str, Check], ...]
    deep: tuple[str, ...]


@cache
def _fields_of(event_type: type[msgspec.Struct]) -> _Fields:
    checks = checks_of(event_type)
    return _Fields(
        words=tuple((name, f"/event/{name}", check) for name, check in checks if is_text(check)),
        flat=tuple((name, check) for name, check in checks if not is_text(check) and not is_deep(check)),
        deep=tuple(name for name, check in checks if is_deep(check)),
    )
