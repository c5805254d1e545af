"""Keeping the drafts: on a thread of its own, within a second of the last key, whatever the application is busy with."""

from collections.abc import Callable
from datetime import datetime
from threading import Event, Lock, Thread
from typing import NamedTuple
from zoneinfo import ZoneInfo

from events.errors import ReferatError
from governance.danish import DENMARK
from governance.drafts import Drafts, DraftsNotSaved

DELAY = 0.4
"""Seconds from a change until it is written together with what was changed meanwhile."""


class Saved(NamedTuple):
    """When the drafts were last written, or why they were not."""

    at: datetime
    problem: ReferatError | None = None


class Keeper:
    """Saves the drafts after every change, and tells so from its thread."""

    def __init__(self, drafts: Drafts, tell: Callable[[Saved], None]) -> None:
        self._drafts, self._tell = drafts, tell
        self._wanted, self._ended, self._starting = Event(), Event(), Lock()
        self._thread: Thread | None = None

    def save_soon(self) -> None:
        """Have what changed written before a second has gone."""
        with self._starting:
            if self._thread is None and not self._ended.is_set():
                self._thread = Thread(target=self._keep_on, name="drafts", daemon=True)
                self._thread.start()
        self._wanted.set()

    def save_now(self) -> ReferatError | None:
        """Write at once and return what went wrong, if anything did."""
        try:
            self._drafts.save()
        except DraftsNotSaved as problem:
            return problem
        return None

    def close(self) -> ReferatError | None:
        """Write what is left and return what went wrong, if anything did."""
        with self._starting:
            self._ended.set()
        self._wanted.set()
        return self.save_now()

    def _keep_on(self) -> None:
        while True:
            self._wanted.wait()
            if self._ended.wait(DELAY):
                return
            self._wanted.clear()
            self._save()

    def _save(self) -> None:
        try:
            if self._drafts.save():
                self._tell(Saved(datetime.now(ZoneInfo(DENMARK))))
        except DraftsNotSaved as problem:
            self._tell(Saved(datetime.now(ZoneInfo(DENMARK)), problem))
            self._wanted.set()  # a disk that was full may have room again
