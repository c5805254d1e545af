"""Verifying the stretches of a record file in several processes: subtrees of a Merkle tree are independent (RFC 6962)."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from threading import RLock

from events.sqlite.hostile import Guarded
from events.sqlite.stretches import verified_stretch
from events.verifying.entries import Stretch

Job = tuple[str, int, int]
"""The book, and the first and last entry of a stretch."""

Outcome = tuple[Stretch, int]
"""What came of a stretch, and how many commands begin in it."""

_AHEAD = 16
"""Stretches that may be begun with or done while an earlier one is not done: they wait for their turn in memory."""

_opened: dict[str, Guarded] = {}
"""The record that this process reads; filled in the processes that are started, never in the one that starts them."""


class SideBySide:
    """Verifies stretches of one record here and in further processes at the same time.

    They are new processes, as a thread of the application may have started them, and so take a moment to begin;
    meanwhile the work goes on here. Each has one stretch at a time, so that none is left with two at the end.
    """

    def __init__(self, path: Path, guarded: Guarded, processes: int, entries: int, *, has_roots: bool) -> None:
        self._guarded = guarded
        self._has_roots = has_roots
        self._lock = RLock()
        self._waiting = deque[tuple[Job, Future[Outcome]]]()
        self._free = processes - 1
        self._pool = ProcessPoolExecutor(processes - 1, get_context("spawn"), _open, (path,))
        self._faults = self._pool.submit(_find_faults, entries)

    def verified(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Return what came of each stretch, in the order of the jobs. Raises what goes wrong in another process."""
        left = iter(jobs)
        begun = deque[Future[Outcome]]()
        while True:
            for job in islice(left, _AHEAD - len(begun)):
                begun.append(Future())
                self._waiting.append((job, begun[-1]))
            if not begun:
                return
            self._hand_out()
            if begun[0].done() or not self._do_one():
                yield begun.popleft().result()

    def faults(self) -> list[str]:
        """Return what SQLite says against the file. Raises what goes wrong in the process that asked it."""
        return self._faults.result()

    def close(self) -> None:
        """Let the processes end; what was not begun is left."""
        with self._lock:
            self._waiting.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _hand_out(self) -> None:
        with self._lock:
            while self._free and self._waiting:
                job, outcome = self._waiting.popleft()
                try:
                    there = self._pool.submit(_verify, job, self._has_roots)
                except RuntimeError as problem:  # a process was brought down, or nobody waits for the answer any more
                    outcome.set_exception(problem)
                    continue
                self._free -= 1
                there.add_done_callback(partial(self._take_over, outcome))

    def _take_over(self, outcome: Future[Outcome], there: Future[Outcome]) -> None:
        if there.cancelled():
            return
        problem = there.exception()
        if problem is None:
            outcome.set_result(there.result())
        else:
            outcome.set_exception(problem)
        with self._lock:
            self._free += 1
            self._hand_out()

    def _do_one(self) -> bool:
        """Verify a stretch here; tell whether there was any that nobody had begun with."""
        with self._lock:
            if not self._waiting:
                return False
            job, outcome = self._waiting.popleft()
        outcome.set_result(verified_stretch(self._guarded, *job, has_roots=self._has_roots))
        return True


def _open(path: Path) -> None:
    _opened["record"] = Guarded(path)


def _find_faults(entries: int) -> list[str]:
    return _opened["record"].faults(entries)


def _verify(job: Job, has_roots: bool) -> Outcome:
    return verified_stretch(_opened["record"], *job, has_roots=has_roots)
