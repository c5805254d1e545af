"""A record whose every word, and what stands in clear, drives the reader's terminal: put in past the border, as an insider can."""

import re
from pathlib import Path
from typing import Any

import msgspec

from events.catalogue import AnyEvent
from events.entry import Entry, Provenance, seal, words_of
from events.moments import Effective, timestamp
from events.sqlite.log import SqliteLog
from tests.each import BOOKS
from tests.tui.books import _BEGAN

DRIVING = "".join(
    chr(code)
    for first, last in ((0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0x2028, 0x202E), (0x2066, 0x2069), (0xFFF9, 0xFFFB))
    for code in range(first, last + 1)
    if code != 0x202F
)
"""Every control character, C1 code, line separator and bidirectional override there is, line feed and tab apart."""

SEQUENCES = "\x1b]52;c;eA==\x07\x1b[6n\x1b]0;t\x07\x9b2J[red]x[/red]"
_RAW = re.compile(f"[{re.escape(DRIVING)}]")


def raw_in(text: str) -> list[str]:
    """Return the characters of a text that would drive a terminal."""
    return [f"U+{ord(found):04X}" for found in _RAW.findall(text)]


def hostile_record(path: Path) -> list[str]:
    """Make the record, and return the names of its books."""
    names = []
    for name, acts in BOOKS.items():
        log = SqliteLog(path)
        book = f"{name}\x1b[31m\x9b6n"
        log.append([seal(_entry(book, number, event, when)) for number, (event, when) in enumerate(acts, 1)])
        log.close()
        names.append(book)
    return names


def _entry(book: str, number: int, event: AnyEvent, when: str | None) -> Entry:
    entry = Entry(
        book=book,
        number=number,
        schema_version=type(event).schema_version,
        command_id=f"command-{number}\x1b[2J",
        recorded_at=timestamp(_BEGAN),
        recorded_by="Hanne Bro",
        event=event,
        effective=Effective(when) if when else None,
        provenance=Provenance(source="ab" * 32, lines=(3, 4), rule=f"regel {SEQUENCES}") if number % 7 == 4 else None,
    )
    fields: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(entry))
    for pointer in words_of(entry):
        _bend(fields, pointer.split("/")[1:])
    return msgspec.convert(fields, Entry)


def _bend(fields: Any, steps: list[str]) -> None:
    for step in steps[:-1]:
        fields = fields[int(step)] if isinstance(fields, list) else fields[step]
    last: Any = int(steps[-1]) if isinstance(fields, list) else steps[-1]
    word = str(fields[last])
    middle = len(word) // 2
    fields[last] = word[:middle] + SEQUENCES + DRIVING + word[middle:]
