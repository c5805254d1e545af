"""Travelling: a step and a jump in a book of 10,000 entries, and what one screen shows anywhere in one of a million.

What is measured is from the key to what the screen shows, apart from drawing it: the entries, what an entry changed, its
meeting with what became of the minutes, and who the council is; beside it a frame, and a replay of the whole book.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from time import perf_counter

from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.state.publishing import publish
from governance.travelling.cache_file import cache_path
from tests.bench.books import BOOK, MILLION, once
from tests.bench.terminal import Latency, answered, p95, referat, settle, to, until
from tests.tui.terminal import F9, Terminal
from tui.journey import Journey
from tui.telling.journey import around

_ROWS = 128
"""Entries of which the list reads one page."""

_SMALL = 236
"""Meetings in a book of 10,000 entries."""


def travelling(folder: Path, *, long_meetings: int = MILLION, rounds: int = 150) -> Iterator[Latency]:
    """Return what a step and a jump take, in a book of 10,000 entries and in a long one."""
    for meetings, step_goal in ((_SMALL, 50.0), (long_meetings, 100.0)):
        record, count = once(folder, meetings)
        whole = _milliseconds(lambda path=record: _replayed(path))  # type: ignore[misc]
        journey = Journey(record, BOOK)
        made = _milliseconds(lambda held=journey: held.prepare(lambda: False, lambda _: None))  # type: ignore[misc]
        yield Latency(f"index to travel, {count:,} entries", made, whole, against=_REPLAY)
        steps = list(range(count // 2, count // 2 + rounds))
        jumps = random.Random(count).choices(range(1, count + 1), k=rounds)
        for name, numbers, goal in (("step", steps, step_goal), ("jump", jumps, 100.0)):
            taken = p95(list(_screens(journey, numbers)))
            yield Latency(f"{name} at {count:,} entries, p95", taken, whole, goal, f"{goal:.0f} ms", _REPLAY)
        journey.close()
        if meetings == _SMALL:
            yield from _in_terminal(folder, record, count, whole, rounds)
        cache_path(record).unlink()


def _in_terminal(folder: Path, record: Path, count: int, whole: float, rounds: int) -> Iterator[Latency]:
    """Return what a step and a jump take in a real terminal, from the key to the last pane."""
    terminal = referat(folder, record)()
    try:
        to(terminal, F9, f"Ændret ved førelse {count}")
        settle(terminal, 1.0)
        steps = [answered(terminal, "\x1b[D", f"Ændret ved førelse {count - 1 - step}") for step in range(rounds)]
        jumps = [_jumped(terminal, number) for number in random.Random(count).sample(range(1, count), rounds)]
    finally:
        terminal.close()
    for name, taken, goal in (("step", steps, 50.0), ("jump", jumps, 100.0)):
        yield Latency(f"key to repaint, {name} in time, p95", p95(taken), whole, goal, f"{goal:.0f} ms", _REPLAY)


def _jumped(terminal: Terminal, number: int) -> float:
    settle(terminal, 0.05)
    terminal.written = ""
    terminal.type("g")
    until(terminal, lambda: "Gå til (1 til" in terminal.words)
    terminal.type(str(number))
    return answered(terminal, "\r", f"Ændret ved førelse {number}")


_REPLAY = "replay and publish"


def _screens(journey: Journey, numbers: Sequence[int]) -> Iterator[float]:
    """Return for each entry the milliseconds until all that one screen shows is there; the list keeps a page it has read."""
    read = -1
    for number in numbers:
        page, before = (number - 1) // _ROWS, read

        def show(number: int = number, page: int = page, before: int = before) -> None:
            around(journey, number, None)
            if page != before:
                journey.entry_lines(page * _ROWS + 1, min(_ROWS, journey.reached - page * _ROWS), 7)

        read = page
        yield _milliseconds(show)


def _replayed(record: Path) -> None:
    with closing(SqliteLog(record)) as log:
        publish(Book(log, BOOK).fold())


def _milliseconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return 1000 * (perf_counter() - began)
