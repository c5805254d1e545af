"""Lists of a hundred, a hundred thousand and a million rows: from key to repaint, and the memory they take."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.books import MILLION, once
from tests.bench.terminal import FRAME, Latency, answered, p95, settle, until
from tests.tui.terminal import Terminal

ROWS = (100, 100_000, 1_000_000)
KINDS = ("entries", "found", "filtered", "rows")
_HEIGHT = 24
_ENVIRONMENT = {**os.environ, "REFERAT_LANG": "da", "TERM": "xterm-256color", "TEXTUAL_FPS": "120"}
"""As the application is opened."""
_DOWN, _UP, _NEXT, _BEFORE, _HOME, _END = "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[5~", "\x1b[H", "\x1b[F"


@dataclass(frozen=True)
class Memory:
    """The memory of a program with a list, beside that with a list of a hundred rows; in MiB."""

    name: str
    reached: float
    least: float
    goal: float = 1.2

    @property
    def line(self) -> str:
        """The figures as a line of the table."""
        ratio = self.reached / self.least
        return (
            f"{self.name:<34} {self.reached:>12,.1f} {'MiB':<10} {ratio:>7.3f} x "
            f"{self.least:>12,.1f} (100 rows)  goal {self.goal:.2f} x {'met' if ratio <= self.goal else 'MISSED'}"
        )


def lists(folder: Path, *, rounds: int = 12, meetings: int = MILLION) -> Iterator[Latency | Memory]:
    """Return what a key takes in each kind of list, and the memory of each, for every number of rows."""
    record, entries = once(folder, meetings)
    sizes = [min(rows, entries) for rows in ROWS]
    for kind in KINDS:
        told = [folder / f"memory-{kind}-{rows}" for rows in sizes]
        program = "tests.bench.list_program"
        terminals = [
            Terminal([sys.executable, "-m", program, kind, str(rows), str(record), str(file)], _ENVIRONMENT)
            for rows, file in zip(sizes, told, strict=True)
        ]
        try:
            taken, memory = _measured(terminals, sizes, told, rounds)
        finally:
            for terminal in terminals:
                terminal.close()
        for rows, times, size in zip(sizes, taken, memory, strict=True):
            least = p95(taken[0])
            goal = min(2 * FRAME, 1.2 * least) if rows != sizes[0] else 2 * FRAME
            said = "1.2 x, 2 frames" if rows != sizes[0] else "2 frames"
            yield Latency(f"key to repaint, {kind}, {rows:,}", p95(times), least, goal, said, "100 rows")
            yield Memory("  memory of that list", size / 1024, memory[0] / 1024)


def _measured(
    terminals: list[Terminal], sizes: list[int], told: list[Path], rounds: int
) -> tuple[list[list[float]], list[float]]:
    """Press the same keys in each terminal in turn: noise disturbs them alike."""
    for terminal in terminals:
        until(terminal, lambda held=terminal: " 1 " in held.words)  # type: ignore[misc]
        settle(terminal, 0.3)
    at = [0 for _ in sizes]
    taken: list[list[float]] = [[] for _ in sizes]
    for key, moves in _keys(rounds):
        for place, (terminal, rows) in enumerate(zip(terminals, sizes, strict=True)):
            there = max(0, min(at[place] + moves, rows - 1))
            if there != at[place]:
                taken[place].append(answered(terminal, key, f" {there + 1} "))
                at[place] = there
    for terminal, file in zip(terminals, told, strict=True):
        terminal.type("m")
        until(terminal, lambda held=file: held.exists() and held.read_text() != "")  # type: ignore[misc]
    return taken, [float(file.read_text()) for file in told]


def _keys(rounds: int) -> Iterator[tuple[str, int]]:
    """Return keys, each with how many rows it moves by; the ends are far away for any list."""
    far = max(ROWS)
    for _ in range(rounds):
        yield from ((_DOWN, 1), (_NEXT, _HEIGHT - 1), (_DOWN, 1), (_NEXT, _HEIGHT - 1), (_UP, -1))
        yield from ((_END, far), (_UP, -1), (_BEFORE, 1 - _HEIGHT), (_DOWN, 1), (_HOME, -far))
