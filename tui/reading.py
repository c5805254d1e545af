"""Reading the record for the screens: each function opens it on its own, so that a thread may run it.

What takes long asks ``stopped`` between entries and ends with Stopped when nobody waits for it any more. ``public`` reads
the book as everybody may: for a screen that others see.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from events.entry import Entry
from events.log import BookHead, Log
from events.sqlite.log import SqliteLog
from events.sqlite.opening import RecordMissing
from governance.book import Book
from governance.checking import check
from governance.checking.examined import Examined
from governance.history import replay, standing
from governance.searching.finding import Search, kept_up
from governance.searching.index import SearchIndex
from governance.searching.sought import Sought
from governance.state.fold import Fold
from governance.state.model import State
from governance.state.publishing import publish
from governance.views.over_time import day_in_the_world
from governance.withholding import PublicCopy
from tui.telling.entries import Telling
from tui.telling.findings import finding_rows
from tui.telling.rows import Row

Asked = Callable[[], bool]

AT_ONCE = 4096
"""A book of up to so many entries is folded before it is first shown; that takes no longer than a blink."""

_STRIDE = 512


class Stopped(Exception):
    """Nobody waits for the answer any more."""


class Named(NamedTuple):
    """A book with whose it is."""

    head: BookHead
    council: str


def books(record: Path) -> list[Named]:
    """Return the books of a record; none where there is no record yet. Raises a ReferatError."""
    with _opened(record) as log:
        try:
            heads = log.books()
        except RecordMissing:
            return []
        return [Named(head, _council(Book(log, head.book))) for head in heads]


def head(record: Path, book: str) -> int:
    """Return the number of a book's last entry. Raises a ReferatError."""
    with _opened(record) as log:
        return log.head(book)


def unnamed(record: Path, book: str) -> Telling:
    """Return what words the entries of a book before its names are known. Raises a ReferatError."""
    with _opened(record) as log:
        return Telling(Fold(book), Book(log, book).amendments())


def telling(record: Path, book: str, stopped: Asked, *, public: bool = False) -> Telling:
    """Return what words the entries of a book. Raises a ReferatError, or Stopped."""
    with _opened(record, public=public) as log:
        held = Book(log, book)
        amendments = held.amendments()
        withheld = log.withheld(book) if isinstance(log, PublicCopy) else None
        return Telling(replay(book, _until(stopped, held.entries()), amendments), amendments, withheld)


def state(record: Path, book: str, number: int, stopped: Asked, *, public: bool = False) -> State:
    """Return what a book said after an entry. Raises a ReferatError, or Stopped."""
    with _opened(record, public=public) as log:
        held = Book(log, book)
        return publish(replay(book, _until(stopped, held.entries(upto=number)), held.amendments(upto=number)))


def findings(record: Path, book: str, number: int, stopped: Asked, *, public: bool = False) -> list[Row]:
    """Return what a check found in a book as it stood after an entry. Raises a ReferatError, or Stopped."""
    with _opened(record, public=public) as log:
        held = Book(log, book)
        amendments = held.amendments(upto=number)
        fold = replay(book, _until(stopped, held.entries(upto=number)), amendments)
        entries = standing(_until(stopped, held.entries(upto=number)), amendments)
        return finding_rows(fold, check(Examined(fold, entries, held.day_of(number))))


def days(record: Path, book: str, stopped: Asked) -> list[str | None]:
    """Return for every entry that is not struck of which day it is (ISO date); None where it is of none."""
    with _opened(record) as log:
        held = Book(log, book)
        amendments = held.amendments()
        fold = replay(book, _until(stopped, held.entries()), amendments)
        return [day_in_the_world(fold, entry) for entry in standing(_until(stopped, held.entries()), amendments)]


def search(
    record: Path, index: SearchIndex, book: str, sought: Sought, stopped: Asked, *, public: bool = False
) -> "Iterator[array[int]]":
    """Yield the numbers of the entries that are sought, again and again while more are found."""
    with _opened(record) as whole, _opened(record, public=public) as log:
        yield from Search(log, index, book, sought).bit_by_bit(kept_up(whole, index, book, stopped), stopped)


def keep_index_up(record: Path, index: SearchIndex, book: str, stopped: Asked) -> None:
    """Let the index of a record take in what a book holds. Raises a ReferatError."""
    with _opened(record) as log:
        for _ in kept_up(log, index, book, stopped):
            pass


@contextmanager
def _opened(record: Path, *, public: bool = False) -> Iterator[Log]:
    log = SqliteLog(record)
    try:
        yield PublicCopy(log) if public else log
    finally:
        log.close()


def _until(stopped: Asked, entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        if entry.number % _STRIDE == 0 and stopped():
            raise Stopped
        yield entry


def _council(book: Book) -> str:
    council = book.council()
    return ", ".join(filter(None, (council.name, council.municipality))) if council else ""
