"""Collecting rubbish when nobody waits: in the middle of a word it would hold up the screen."""

import gc
import time

from textual import events
from textual.app import App

from governance.collecting import leave_folds_alone

_TIDY_EVERY = 20.0
_IDLE = 2.0
"""Seconds without a key or the mouse, after which nobody notices."""


def keep_calm() -> None:
    """Never go through what is loaded again, and seldom through what lives long."""
    gc.freeze()
    leave_folds_alone()
    gc.set_threshold(5_000, 20, 10_000)


class KeepsCalm(App[None]):
    """An application that collects rubbish when it has nothing else to do."""

    _last_input = 0.0

    def on_mount(self) -> None:
        """Tidy up now and then."""
        self.set_interval(_TIDY_EVERY, self._tidy)

    async def on_event(self, event: events.Event) -> None:
        """Take note of when something was done last."""
        if isinstance(event, events.InputEvent):
            self._last_input = time.monotonic()
        await super().on_event(event)

    def _tidy(self) -> None:
        if time.monotonic() - self._last_input > _IDLE:
            gc.collect()
