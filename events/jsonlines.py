"""A book as JSON Lines: each line is ``{"body": …, "words": …}`` with the very bytes that are stored."""

from collections.abc import Iterable, Iterator

import msgspec

from events.checking import Sequence, checked_entry
from events.entry import Sealed
from events.errors import N_, RecordDamaged


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    body: msgspec.Raw
    words: msgspec.Raw


_LINE = msgspec.json.Decoder(_Line)


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


def _sealed(line: bytes, sequence: Sequence) -> Sealed:
    try:
        held = _LINE.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise RecordDamaged(N_("its bytes are no JSON ({problem})"), problem=str(problem)) from None
    body, words = bytes(held.body), bytes(held.words)
    entry = checked_entry(body, words)
    sequence.follow(entry)
    return Sealed(entry.book, entry.number, type(entry.event).__name__, entry.command_id, body, words)
