"""Records to look at: a book with one event of every type, frozen in every byte, and a long one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from events.catalogue import AnyEvent, CouncilEstablished, PersonRegistered
from events.entry import Entry, Provenance, seal
from events.moments import Effective, timestamp
from events.sqlite.log import SqliteLog
from tests.each import BOOKS

BOOK, SECOND = "integrationsraadet", "aeldreraadet"
HEAD = len(BOOKS["foundation"])
"""The newest entry of the full book."""
_BEGAN = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
_SOURCE = "ab" * 32


def fixed_salts(count: int) -> list[str]:
    """Salts that are the same every time, 22 characters each."""
    return [f"salt-for-golden-text{index:02d}" for index in range(count)]


def full_book(path: Path, *, more: bool = False) -> int:
    """Record one event of every type, a minute apart, and return how many. ``more`` records a second council too."""
    entries = [_entry(BOOK, number, event, when) for number, (event, when) in enumerate(BOOKS["foundation"], 1)]
    _append(path, entries)
    if more:
        council = CouncilEstablished(name="Ældrerådet", municipality="Nordholm Kommune")
        _append(path, [_entry(SECOND, 1, council, None)])
    return len(entries)


def each_book(path: Path, name: str) -> None:
    """Record one of the books that hold an event of every type, under its own name."""
    _append(path, [_entry(name, number, event, when) for number, (event, when) in enumerate(BOOKS[name], 1)])


def long_book(path: Path, entries: int) -> None:
    """Record a council and so many persons that the book has this many entries."""
    council = CouncilEstablished(name="Langrådet")
    events: list[AnyEvent] = [council, *(PersonRegistered(name=f"Person {number}") for number in range(2, entries + 1))]
    _append(path, [_entry("langraadet", number, event, None) for number, event in enumerate(events, 1)])


def append_person(path: Path, book: str, number: int, name: str) -> None:
    """Record one more entry, as another program would."""
    _append(path, [_entry(book, number, PersonRegistered(name=name), None)])


def _append(path: Path, entries: list[Entry]) -> None:
    log = SqliteLog(path)
    log.append([seal(entry, fixed_salts) for entry in entries])
    log.close()


def _entry(book: str, number: int, event: AnyEvent, when: str | None) -> Entry:
    told = number % 7 == 4
    return Entry(
        book=book,
        number=number,
        schema_version=1,
        command_id=f"command-{number}",
        recorded_at=timestamp(_BEGAN + timedelta(minutes=number)),
        recorded_by="Hanne Bro",
        event=event,
        effective=Effective(when) if when else None,
        provenance=Provenance(source=_SOURCE, lines=(3, number), rule="members", inferred=number == 4)
        if told
        else None,
    )
