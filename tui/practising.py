"""A practice meeting: a record of its own in a temporary folder, deleted when the practice is over."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.clock import Clock
from governance.planning.practice import BOOK, Practising


@dataclass(frozen=True)
class Practice:
    """A practice record, and the real one that it stands in for."""

    record: Path
    real: Path
    folder: "TemporaryDirectory[str]"
    book: str = BOOK

    def throw_away(self) -> None:
        """Delete everything."""
        self.folder.cleanup()


def make_practice(real: Path, actor: str, clock: Clock) -> Practice:
    """Make a record with a council, a meeting that was held and one today. Takes a moment: run it in a thread."""
    folder = TemporaryDirectory(prefix="referat-", ignore_cleanup_errors=True)
    record = Path(folder.name) / "oevelse.referat"
    log = SqliteLog(record)
    try:
        book = Book(log, BOOK, actor=actor, clock=clock)
        book.carry_out(Practising(BOOK, book.today()))
    finally:
        log.close()
    return Practice(record, real, folder)
