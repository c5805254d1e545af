"""A book as JSON Lines: each line is ``{"body": …, "words": …}`` with the very bytes that are stored."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from events.checking import Sequence, checked_entry
from events.entry import Sealed
from events.errors import N_, RecordDamaged

LONGEST_LINE = 32 * 1024 * 1024
"""Bytes that a line may have; an entry of the longest words has a fiftieth of it."""


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line in its two parts, each as its own JSON."""

    body: msgspec.Raw
    words: msgspec.Raw


_LINE = msgspec.json.Decoder(Line)


class BadLine(RecordDamaged):
    """A line is not an entry as this program writes it; ``cause`` says why."""

    def __init__(self, number: int, cause: RecordDamaged) -> None:
        super().__init__(
            N_("Line {line} is not an entry as referat writes it: {cause}. Nothing was restored."),
            line=number,
            cause=cause,
        )


def written(body: bytes, words: bytes) -> bytes:
    """Return the line for an entry, with its line feed."""
    return b'{"body":' + body + b',"words":' + words + b"}\n"


def lines_in(file: BinaryIO) -> Iterator[bytes]:
    """Return the lines of a file; one that is too long comes as far as it may, and is refused when it is read."""
    while line := file.readline(LONGEST_LINE + 1):
        yield line


def read(lines: Iterable[bytes]) -> Iterator[Sealed]:
    """Return the entries that the lines hold, each checked and following the one before in its book.

    Raises BadLine that names the first bad line.
    """
    sequence = Sequence()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            sealed = _sealed(line, sequence)
        except RecordDamaged as problem:
            raise BadLine(number, problem) from None
        yield sealed


def parsed(line: bytes) -> Line:
    """Return the two parts of a line; they are not checked. Raises RecordDamaged where it is no such line."""
    try:
        return _LINE.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise RecordDamaged(N_("its bytes are no JSON of an entry")) from None


def _sealed(line: bytes, sequence: Sequence) -> Sealed:
    if len(line) > LONGEST_LINE:
        raise RecordDamaged(N_("it is longer than {longest} MB"), longest=LONGEST_LINE >> 20)
    held = parsed(line)
    body, words = bytes(held.body), bytes(held.words)
    entry = checked_entry(body, words)
    sequence.follow(entry)
    return Sealed(entry.book, entry.number, type(entry.event).__name__, entry.command_id, body, words)
