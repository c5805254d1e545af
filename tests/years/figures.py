"""What it takes to make a book, replay it, check it and export it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.checking import check
from governance.checking.examined import Examined
from governance.exporting import state_json
from governance.state.publishing import publish
from tests.years.bodies import Body
from tests.years.making import book_of

T = TypeVar("T")
_COLUMNS = "make", "replay", "check", "export"


@dataclass(frozen=True)
class Figures:
    """Entries, what the checks found, seconds for each step, and bytes of JSON exported."""

    entries: int
    found: int
    make: float
    replay: float
    check: float
    export: float
    exported: int
    types: Counter[str]

    @staticmethod
    def heading() -> str:
        """The names of the columns."""
        return f"{'book':<28}{'entries':>9}{'found':>7}" + "".join(f"{name:>9}" for name in _COLUMNS) + f"{'JSON':>12}"

    def line(self, name: str) -> str:
        """The figures of a book as a line, times in seconds."""
        times = "".join(f"{getattr(self, column):>9.2f}" for column in _COLUMNS)
        return f"{name:<28}{self.entries:>9,}{self.found:>7}{times}{self.exported / 1e6:>9.2f} MB"

    def speeds(self) -> str:
        """How many entries a second each step takes."""
        said = ", ".join(f"{column} {self.entries / getattr(self, column):,.0f}" for column in _COLUMNS)
        return f"entries a second: {said}"

    @staticmethod
    def total(figures: "list[Figures]") -> "Figures":
        """The figures of several books together."""
        return Figures(
            entries=sum(one.entries for one in figures),
            found=sum(one.found for one in figures),
            make=sum(one.make for one in figures),
            replay=sum(one.replay for one in figures),
            check=sum(one.check for one in figures),
            export=sum(one.export for one in figures),
            exported=sum(one.exported for one in figures),
            types=sum((one.types for one in figures), Counter()),
        )


def measured(record: Path, body: Body, *, first: int, last: int, seed: int) -> Figures:
    """Make a book in a record and measure it; replay reads it anew from the file, check and export do on their own."""
    log = SqliteLog(record)
    ledger, make = _timed(lambda: book_of(log, body, first=first, last=last, seed=seed))
    types = Counter(type(entry.event).__name__ for entry in ledger.entries)
    log.close()
    log = SqliteLog(record)
    book = Book(log, body.book)
    fold, replay = _timed(book.fold)
    found, checking = _timed(lambda: check(Examined(book.fold(), book.standing(), book.newest_day())))
    exported, export = _timed(lambda: state_json(publish(book.fold())))
    log.close()
    return Figures(
        entries=fold.number,
        found=len(found),
        make=make,
        replay=replay,
        check=checking,
        export=export,
        exported=len(exported),
        types=types,
    )


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = perf_counter()
    made = work()
    return made, perf_counter() - begun
