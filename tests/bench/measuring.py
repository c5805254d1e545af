"""Measuring: rounds of two things in turn, so that a noisy machine disturbs both alike."""

import gc
import resource
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Ratio:
    """What was reached beside its raw limit. ``reached`` and ``limit`` are in ``unit``; ``goal`` is the least ratio."""

    name: str
    reached: float
    limit: float
    unit: str
    against: str
    goal: float | None = None
    ratio: float = 0.0

    @property
    def line(self) -> str:
        """The figures as a line of the table."""
        goal = "" if self.goal is None else f"  goal {self.goal:.2f} {'met' if self.ratio >= self.goal else 'MISSED'}"
        return (
            f"{self.name:<34} {self.reached:>12,.1f} {self.unit:<10} {self.ratio:>7.3f} of "
            f"{self.limit:>12,.1f} ({self.against}){goal}"
        )


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes, with no rubbish left over from before."""
    gc.collect()
    begun = perf_counter()
    made = work()
    taken = perf_counter() - begun
    del made  # letting go of what was made is no part of making it
    return taken


def compared(
    name: str,
    *,
    ours: Callable[[], object],
    raw: Callable[[], object],
    count: int,
    unit: str = "entries/s",
    against: str,
    goal: float | None = None,
    rounds: int = 5,
) -> Ratio:
    """Return the speed of ours beside that of the raw way; the ratio is the median of those of the rounds."""
    times = [(seconds(ours), seconds(raw)) for _ in range(rounds)]
    ratio = median(limit / own for own, limit in times)
    reached = count / median(own for own, _ in times)
    return Ratio(name, reached, count / median(limit for _, limit in times), unit, against, goal, ratio)


def peak_memory() -> int:
    """Return how much memory this process used at the most, in KiB.

    Linux hands a parent's highest use down in ``ru_maxrss``, but not in ``VmHWM``.
    """
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    high = [int(line.split()[1]) for line in lines if line.startswith("VmHWM")]
    return high[0] if high else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
