"""When Python looks for rubbish: not while many entries are gone through, which only takes time, as they hold no cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def in_one_go() -> Iterator[None]:
    """Collect no rubbish meanwhile."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
