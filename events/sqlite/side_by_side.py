"""Verifying the stretches of a record file in several processes: subtrees of a Merkle tree are independent (RFC 6962)."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import RLock, Thread

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
    meanwhile the work goes on here. Each has one stretch at a time, so that none is left with two at the end. What another
    process could not do is done here: that it ended says nothing of the record. None of them outlives this one.
    """

    def __init__(self, path: Path, guarded: Guarded, processes: int, entries: int, *, has_roots: bool) -> None:
        self._guarded = guarded
        self._has_roots = has_roots
        self._lock = RLock()
        self._waiting = deque[tuple[Job, Future[Outcome]]]()
        self._free = processes - 1
        self._entries = entries
        context = get_context("spawn")
        self._theirs, self._lifeline = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(processes - 1, context, _open, (path, self._theirs))
        self._faults: Future[list[str]] | None = None
        with _not_interrupted(), suppress(OSError, RuntimeError):
            self._faults = self._pool.submit(_find_faults, entries)

    def verified(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Return what came of each stretch, in the order of the jobs."""
        left = iter(jobs)
        begun = deque[tuple[Job, Future[Outcome]]]()
        while True:
            for job in islice(left, _AHEAD - len(begun)):
                begun.append((job, Future()))
                self._waiting.append(begun[-1])
            if not begun:
                return
            self._hand_out()
            if begun[0][1].done() or not self._do_one():
                yield self._outcome(*begun.popleft())

    def faults(self) -> list[str]:
        """Return what SQLite says against the file."""
        if self._faults is not None:
            with suppress(Exception):
                return self._faults.result()
        return self._guarded.faults(self._entries)

    def close(self) -> None:
        """Let the processes end; what was not begun is left, and what was not done is broken off."""
        with self._lock:
            self._waiting.clear()
            self._free = 0
        if self._faults is not None and not self._faults.done():
            self._lifeline.close()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._lifeline.close()
        self._theirs.close()

    def _outcome(self, job: Job, outcome: Future[Outcome]) -> Outcome:
        with suppress(Exception):
            return outcome.result()
        return self._verified_here(job)

    def _verified_here(self, job: Job) -> Outcome:
        return verified_stretch(self._guarded, *job, has_roots=self._has_roots)

    def _hand_out(self) -> None:
        with self._lock:
            while self._free and self._waiting:
                job, outcome = self._waiting.popleft()
                try:
                    with _not_interrupted():
                        there = self._pool.submit(_verify, job, self._has_roots)
                except (OSError, RuntimeError):  # a process was brought down, or none could be started
                    self._waiting.appendleft((job, outcome))
                    self._free = 0
                    return
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
            if not isinstance(problem, BrokenExecutor):
                self._free += 1
                self._hand_out()

    def _do_one(self) -> bool:
        """Verify a stretch here; tell whether there was any that nobody had begun with."""
        with self._lock:
            if not self._waiting:
                return False
            job, outcome = self._waiting.popleft()
        outcome.set_result(self._verified_here(job))
        return True


@contextmanager
def _not_interrupted() -> Iterator[None]:
    """Let the processes that are started meanwhile never hear of Ctrl-C, not even before they run a line of ours."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _open(path: Path, lifeline: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(lifeline,), daemon=True).start()
    with suppress(Exception):  # then nothing is done here, and the process that asked does it
        _opened["record"] = Guarded(path)


def _end_with(lifeline: Connection) -> None:
    """End this process when the one that started it lets go, or is gone."""
    with suppress(EOFError, OSError):
        lifeline.recv()
    os._exit(0)


def _find_faults(entries: int) -> list[str]:
    return _opened["record"].faults(entries)


def _verify(job: Job, has_roots: bool) -> Outcome:
    return verified_stretch(_opened["record"], *job, has_roots=has_roots)
