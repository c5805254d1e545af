"""Showing on a terminal how far a verification has come, where it takes longer than a second."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from governance.language import _


@contextmanager
def shown_progress() -> Iterator[Callable[[int, int], None]]:
    """Return what is told how many entries were verified, of how many."""
    begun = last = time.monotonic()
    shown = False

    def tell(done: int, total: int) -> None:
        nonlocal last, shown
        moment = time.monotonic()
        if sys.stderr.isatty() and moment - begun > 1 and moment - last > 0.1:
            last, shown = moment, True
            print(
                "\r" + _("Entry {done} of {total}").format(done=done, total=total), end="", file=sys.stderr, flush=True
            )

    yield tell
    if shown:
        print(file=sys.stderr)
