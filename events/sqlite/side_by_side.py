"""Verifying the stretches of a record file in several processes: subtrees of a Merkle tree are independent."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from events.sqlite.hostile import Guarded
from events.sqlite.stretches import verified_stretch
from events.verifying.entries import Stretch

Job = tuple[str, int, int]
"""The book, and the first and last entry of a stretch."""

_opened: dict[str, Guarded] = {}
"""The record that this process reads; filled in the processes that are started, never in the one that starts them."""


class SideBySide:
    """Processes that verify stretches of one record. They are new ones: a thread of the application may have started it."""

    def __init__(self, path: Path, processes: int, entries: int, *, has_roots: bool) -> None:
        self._has_roots = has_roots
        self._ahead = 2 * processes
        self._pool = ProcessPoolExecutor(processes, get_context("spawn"), _open, (path,))
        self._faults = self._pool.submit(_find_faults, entries)

    def verified(self, jobs: Iterable[Job]) -> Iterator[tuple[Stretch, int]]:
        """Return what came of each stretch, in the order of the jobs; only a few are begun ahead of the reader."""
        begun: deque[Future[tuple[Stretch, int]]] = deque()
        for job in jobs:
            begun.append(self._pool.submit(_verify, job, self._has_roots))
            if len(begun) > self._ahead:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()

    def faults(self) -> list[str]:
        """Return what SQLite says against the file. Raises what goes wrong in the process that asked it."""
        return self._faults.result()

    def close(self) -> None:
        """Let the processes end; what was not begun is left."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _open(path: Path) -> None:
    _opened["record"] = Guarded(path)


def _find_faults(entries: int) -> list[str]:
    return _opened["record"].faults(entries)


def _verify(job: Job, has_roots: bool) -> tuple[Stretch, int]:
    return verified_stretch(_opened["record"], *job, has_roots=has_roots)
