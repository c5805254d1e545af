"""The application in a real pseudo-terminal beside a bare Textual one: to the first paint, and from key to repaint."""

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from tests.bench.books import recorded
from tests.tui.meetings import council_that_meets
from tests.tui.terminal import PATIENCE, REFERAT, Terminal

FRAME = 1000 / 60
"""Milliseconds between two frames as Textual draws them."""

_BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("Klar til at skrive")

Bare().run()
"""
_BARE_WRITING = """
from textual.app import App
from textual.widgets import Static, TextArea

class Bare(App):
    def compose(self):
        yield Static("Klar til at skrive")
        yield TextArea()

    def on_mount(self):
        self.query_one(TextArea).focus()

Bare().run()
"""
_TEXT = "raadet droefter planen og beder om flere oplysninger til naeste moede "
_PAUSE = 0.03


@dataclass(frozen=True)
class Latency:
    """How long something takes beside something else, in milliseconds. ``goal`` is the longest it may take, if any."""

    name: str
    reached: float
    bare: float
    goal: float | None = None
    goal_in_words: str = ""
    against: str = "bare Textual"

    @property
    def line(self) -> str:
        """The figures as a line of the table."""
        met = "met" if self.goal is not None and self.reached <= self.goal else "MISSED"
        goal = f"  goal {self.goal_in_words} {met}" if self.goal is not None else ""
        return (
            f"{self.name:<34} {self.reached:>12,.1f} {'ms':<10} {self.reached / self.bare:>7.3f} x "
            f"{self.bare:>12,.1f} ({self.against}){goal}"
        )


def in_terminal(folder: Path, *, starts: int = 7, keys: int = 120) -> Iterator[Latency]:
    """Return what starting, writing and moving take."""
    live, long = folder / "live.referat", folder / "long.referat"
    council_that_meets(live)
    recorded(long, 300)
    times = [
        (
            _start(_bare(_BARE), "Klar til at skrive"),
            _start(referat(folder, live), "referat:"),
            _start(referat(folder, live), "Næste skridt"),
        )
        for _ in range(starts)
    ]
    bare, ours, ready = (median(taken) for taken in zip(*times, strict=True))
    yield Latency("start to first paint", ours, bare, 1.5 * bare, "1.50 x")
    yield Latency("start to the meetings of a council", ready, bare)
    writing, moving = _side_by_side(folder, live, long, keys)
    for name, taken in (("writing", writing), ("moving", moving)):
        bare_key, own_key = (p95(list(held)) for held in zip(*taken, strict=True))
        yield Latency(f"key to repaint, {name}, p95", own_key, bare_key, 2 * FRAME, "2 frames")


def _side_by_side(
    folder: Path, live: Path, long: Path, keys: int
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Return what each key takes in a bare application and in ours, written and moved in turn: noise disturbs both."""
    bare, meeting, archive = _bare(_BARE_WRITING)(), referat(folder, live)(), referat(folder, long)()
    try:
        until(bare, lambda: "Klar til at skrive" in bare.words)
        to(meeting, "m", "Notat til punkt 1")
        to(archive, "k", ": førelse ")
        settle(archive, 2.0)
        head = int(re.findall(r": førelse \d+ af (\d+)", archive.words)[-1])
        writes_bare, writes = _Writing(bare), _Writing(meeting)
        writing = [(writes_bare.key(number), writes.key(number)) for number in range(keys)]
        moving = [
            (writes_bare.key(number), answered(archive, "\x1b[A", str(head - number - 1))) for number in range(keys)
        ]
        return writing, moving
    finally:
        for terminal in (bare, meeting, archive):
            terminal.close()


def _start(begin: Callable[[], Terminal], painted: str) -> float:
    begun = time.perf_counter()
    terminal = begin()
    try:
        until(terminal, lambda: painted in terminal.words)
        return (time.perf_counter() - begun) * 1000
    finally:
        terminal.close()


def to(terminal: Terminal, key: str, shown: str) -> None:
    """Go with a key from the meetings of a council to what shows some words."""
    until(terminal, lambda: "Status: " in terminal.words)
    terminal.type(key)
    until(terminal, lambda: shown in terminal.words)


class _Writing:
    """Writes a text letter by letter."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._written = ""

    def key(self, number: int) -> float:
        """Write the next letter and return how long it took."""
        self._written += _TEXT[number % len(_TEXT)]
        return answered(self._terminal, self._written[-1], self._written[-3:].split()[-1])


def answered(terminal: Terminal, key: str, painted: str) -> float:
    """Return the milliseconds from a key until the terminal is told to show what it does."""
    settle(terminal, _PAUSE)
    terminal.written = ""
    begun = time.perf_counter()
    terminal.type(key)
    until(terminal, lambda: painted in terminal.words)
    return (time.perf_counter() - begun) * 1000


def until(terminal: Terminal, reached: Callable[[], bool]) -> None:
    """Read what the terminal is told until something is so."""
    until = time.monotonic() + PATIENCE
    while not reached():
        if time.monotonic() > until:
            raise TimeoutError(terminal.words[-500:])
        terminal.read(0.1)


def settle(terminal: Terminal, seconds: float) -> None:
    """Read what the terminal is told for some time."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        terminal.read(left)


def p95(taken: list[float]) -> float:
    """Return what 95 of 100 are no longer than."""
    return quantiles(taken, n=20)[-1]


def referat(folder: Path, record: Path) -> Callable[[], Terminal]:
    """Return what begins the application on a record."""
    environment = {"REFERAT_RECORD": str(record), "REFERAT_SETTINGS": str(folder / "none"), "REFERAT_BY": "Hanne Bro"}
    return lambda: Terminal([str(REFERAT)], _environment(environment))


def _bare(program: str) -> Callable[[], Terminal]:
    return lambda: Terminal([sys.executable, "-c", program], _environment({}))


def _environment(more: dict[str, str]) -> dict[str, str]:
    return {**os.environ, "REFERAT_LANG": "da", "TERM": "xterm-256color", **more}
