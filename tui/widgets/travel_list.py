"""The entries of a book while one travels in it."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.widgets.line_list import LineList

STRIDE = 20
"""Entries that a page key goes."""


class TravelList(LineList):
    """Entries, of which that under the cursor is where one is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", f"move({-STRIDE})", show=False, id="travel-page-up"),
        Binding("pagedown", f"move({STRIDE})", show=False, id="travel-page-down"),
    ]
    DEFAULT_CSS = """
    TravelList > .line-list--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
    """
