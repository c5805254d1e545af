"""Searching a record of a million entries: the first hits, beside what SQLite takes to name them."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter

from events.sqlite.log import SqliteLog
from governance.searching.finding import FIRST, Search, kept_up
from governance.searching.index import SearchIndex
from governance.searching.sought import Sought
from tests.bench.books import BOOK, MILLION, once
from tests.bench.measuring import Ratio
from tests.bench.terminal import Latency, p95

_SOUGHT = (
    *(Sought(words=words) for words in ("r", "rå", "rådet", "kultur", "budget", "udsat", "kår", "anna", "ørum")),
    Sought(words="rådet oplysninger sekretariatet"),
    Sought(words="sprogcafé skolen"),
    Sought(words="rådet", kinds=("ItemDecided",)),
    Sought(words="foreningerne", first="2010-02-03", last="2031-08-09"),
    Sought(words="rådet", first="1990-01-01", last="1990-12-31"),
    Sought(about=("p4",), kinds=("OrdstyrerElected",)),
)


def searching(folder: Path, *, meetings: int = MILLION, rounds: int = 7) -> Iterator[Latency | Ratio]:
    """Return what the first hits take, what all take, and how fast the index is made."""
    record, count = once(folder, meetings)
    with closing(SqliteLog(record)) as log, closing(SearchIndex(record)) as index:
        index.rebuild()
        began = perf_counter()
        for _ in kept_up(log, index, BOOK):
            pass
        made = perf_counter() - began
        began = perf_counter()
        for _ in log.read(BOOK):
            pass
        read = perf_counter() - began
        yield Ratio("index of every word", count / made, count / read, "entries/s", "reading them", None, read / made)
        first = [_first(log, index, sought) for _ in range(rounds) for sought in _SOUGHT]
        named = [_named(index, sought) for _ in range(rounds) for sought in _SOUGHT]
        said = f"first hits of {count:,}, p95"
        yield Latency(said, p95(first), p95(named), 50.0, "50 ms", "their numbers by SQLite")


def _first(log: SqliteLog, index: SearchIndex, sought: Sought) -> float:
    """Return the milliseconds until the first hits are found, read and checked."""
    began = perf_counter()
    next(Search(log, index, BOOK, sought).bit_by_bit())
    return 1000 * (perf_counter() - began)


def _named(index: SearchIndex, sought: Sought) -> float:
    began = perf_counter()
    index.find(BOOK, sought, limit=FIRST)
    return 1000 * (perf_counter() - began)
