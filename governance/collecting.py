"""When Python looks for rubbish: not while a book is folded, and afterwards not in what was folded."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from events.collecting import in_one_go

_left_alone = False


def leave_folds_alone() -> None:
    """Never go through what was folded, from here on: in a long book that would hold up a screen."""
    global _left_alone
    _left_alone = True


@contextmanager
def folding() -> Iterator[None]:
    """Collect no rubbish meanwhile: a fold only grows, and holds no cycles."""
    with in_one_go():
        yield
        if _left_alone:
            gc.freeze()
