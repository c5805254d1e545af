"""A place in the state."""

from typing import NamedTuple


class Found(NamedTuple):
    """Where the state tells an event right after it was recorded, and what stands there but did not before.

    The entry is the last of its type in the book, or the one with the number ``at``.
    """

    path: str
    value: object
    at: int | None = None
