"""A book with words, commands, an erasure and some length, and what an auditor kept of it."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path

from events.catalogue import CouncilEstablished, NoteWritten, WordsErased
from events.entry import Entry, Sealed, seal
from events.event import Event
from events.ids import MeetingId
from events.moments import Timestamp
from events.proofs.checkpoints import unsigned
from events.proofs.leaf_lists import KeptCheckpoint, read_kept, written
from events.proofs.tree import BookTree
from events.sqlite.log import SqliteLog

BOOK = "bog"


def sealed(number: int, event: Event | None = None, said: str = "rådet drøftede sagen.") -> Sealed:
    """Return an entry ready to be appended."""
    first = CouncilEstablished(name="Rådet") if number == 1 else None
    note = NoteWritten(meeting=MeetingId("m2"), text=f"Nr. {number}: {said}")
    return seal(
        Entry(
            book=BOOK,
            number=number,
            schema_version=1,
            command_id=f"command-{number:05}",
            recorded_at=Timestamp(f"2026-11-21T{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}.000000Z"),
            recorded_by="Alice Ørsted",
            event=event or first or note,  # type: ignore[arg-type]
        )
    )


def recorded(path: Path, count: int, erased: Sequence[int] = ()) -> None:
    """Write a book of this many entries; the texts of some are erased at its end."""
    with closing(SqliteLog(path)) as log:
        entries = [sealed(number) for number in range(1, count - len(erased) + 1)]
        for at, number in enumerate(erased, count - len(erased) + 1):
            told = WordsErased(entry=number, fields=("/event/text",), basis="Loven", authority="Rådet")
            entries.append(sealed(at, told))
        log.append(entries)


def kept(path: Path, folder: Path, sizes: Iterable[int], *, with_leaves: bool) -> list[KeptCheckpoint]:
    """Write what an auditor keeps of the book at these sizes into files, and return it as it is read back."""
    found = []
    with closing(SqliteLog(path)) as log:
        tree = BookTree(log, BOOK)
        for size in sizes:
            checkpoint, file = unsigned(tree.checkpoint(size)), folder / f"kept-{size}.txt"
            leaves = written(tree.leaves(upto=size), checkpoint)
            file.write_bytes(b"".join(leaves) if with_leaves else checkpoint.written())
            found.append(read_kept(file))
    return found


Change = Callable[[sqlite3.Connection], object]


def as_insider(path: Path, change: Change) -> None:
    """Change the file with plain sqlite3, as who takes the triggers off first and puts them back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        change(connection)
        for _, sql in triggers:
            connection.execute(sql)
