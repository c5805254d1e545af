"""A book as JSON Lines: each line is ``{"body": …, "words": …}`` with the very bytes that are stored.

Reading checks every line before it is believed: canonical form, a known event, digests that fit the words, numbers
without gaps, times that do not run backwards.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import orjson

from events.border import cleaned
from events.entry import Entry, Sealed, canonical, unseal
from events.errors import N_, RecordDamaged, ReferatError
from events.moments import is_timestamp, require_effective
from events.words import Words, digest


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    body: msgspec.Raw
    words: msgspec.Raw


_LINE = msgspec.json.Decoder(_Line)
_WORDS = msgspec.json.Decoder(Words)


def written(body: bytes, words: bytes) -> bytes:
    """Return the line for an entry, with its line feed."""
    return b'{"body":' + body + b',"words":' + words + b"}\n"


def checked(lines: Iterable[bytes]) -> Iterator[Sealed]:
    """Return the entries that the lines hold, each checked and following the one before in its book.

    Raises RecordDamaged that names the first bad line.
    """
    heads: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            sealed, entry = _read(line)
            _follow(entry, heads)
        except (ReferatError, msgspec.DecodeError, UnicodeDecodeError, ValueError) as problem:
            raise RecordDamaged(
                N_("Line {line} is not an entry as referat writes it: {problem} Nothing was restored."),
                line=number,
                problem=str(problem),
            ) from None
        yield sealed


def _read(line: bytes) -> tuple[Sealed, Entry]:
    held = _LINE.decode(line)
    body, words = bytes(held.body), bytes(held.words)
    fields = orjson.loads(body)
    if canonical(fields) != body or canonical(orjson.loads(words)) != words:
        raise ValueError("its bytes are not canonical.")
    check_words(fields, _WORDS.decode(words))
    entry = unseal(body, words)
    _check_fields(entry)
    return Sealed(entry.book, entry.number, type(entry.event).__name__, entry.command_id, body, words), entry


def check_words(body: dict[str, Any], words: Words) -> None:
    """Raise ValueError where a word does not fit the digest that the body holds at its pointer."""
    for pointer, held in words.items():
        if held is not None and _at(body, pointer) != digest(held[0], pointer, held[1]):
            raise ValueError(f"the word at {pointer} is not the one that was recorded.")


def _at(body: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        try:
            body = body[int(step)] if isinstance(body, list) else body[step]
        except (KeyError, IndexError, TypeError, ValueError):
            return None
    return body


def _check_fields(entry: Entry) -> None:
    cleaned_event = cleaned(entry.event) if not _has_missing(entry) else entry.event
    if cleaned_event != entry.event:
        raise ValueError("a field is not in the form in which it is recorded.")
    if not is_timestamp(entry.recorded_at):
        raise ValueError("its time of recording is not one.")
    if entry.effective is not None:
        require_effective(entry.effective)
    if entry.number < 1 or not entry.book:
        raise ValueError("it has no book and number.")


def _has_missing(entry: Entry) -> bool:
    """A missing word reads as one that may not be recorded; then the form of the others was checked by their digests."""
    return b"[erased]" in msgspec.json.encode(entry) or b"[withheld]" in msgspec.json.encode(entry)


def _follow(entry: Entry, heads: dict[str, tuple[int, str]]) -> None:
    number, moment = heads.get(entry.book, (0, ""))
    if entry.number != number + 1:
        raise ValueError(f"entry {entry.number} of {entry.book} does not follow entry {number}.")
    if entry.recorded_at < moment:
        raise ValueError(f"entry {entry.number} of {entry.book} was recorded before the one before it.")
    if entry.number == 1 and type(entry.event).__name__ != "CouncilEstablished":
        raise ValueError("a book begins with CouncilEstablished.")
    heads[entry.book] = (entry.number, entry.recorded_at)
