"""A row of a list: its line, what is told beside it, and which entries stand behind it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.widgets.lines import Line


class Row(NamedTuple):
    """A line of a list, and what is told when the cursor stands on it.

    The entries behind it are those about the thing with the id ``about``, or those with the numbers ``entries``.
    """

    line: Line
    detail: Callable[[], Sequence[Line]]
    about: str = ""
    entries: tuple[int, ...] = ()
