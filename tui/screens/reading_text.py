"""A text over the whole screen: an entry or a row in full, the help, or a problem."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from governance.language import _
from tui.screens.base import ReferatScreen
from tui.widgets.key_bar import Key
from tui.widgets.lines import Line
from tui.widgets.wrapped_lines import WrappedLines

Tell = Callable[[int], tuple[str, Sequence[Line]] | None]
"""Returns the title and the lines for an entry, or None where there is no such entry."""


class TextScreen(ReferatScreen):
    """Shows lines to read until Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,backspace", "app.pop_screen", show=False, id="back"),
    ]

    def __init__(self, title: str, lines: Sequence[Line]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def body(self) -> ComposeResult:
        """Return the text."""
        yield WrappedLines(id="text", classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("↑↓", _("Scroll"), "screen.focus_next"),
            Key("Esc", _("Back"), "app.pop_screen"),
            Key("Q", _("Quit"), "app.quit"),
        ]

    def on_mount(self) -> None:
        """Show the text."""
        self.entitle(self._title)
        text = self.query_one("#text", WrappedLines)
        text.show_text(self._lines)
        text.focus()


class EntryScreen(TextScreen):
    """An entry in full; left and right go to the one before and after."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False, id="earlier"),
        Binding("right", "step(1)", show=False, id="later"),
    ]

    def __init__(self, title: str, lines: Sequence[Line], number: int, tell: Tell) -> None:
        super().__init__(title, lines)
        self.number = number
        self._tell = tell

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [Key("←→", _("Entry before and after"), "screen.step(1)"), *super().foot()]

    def action_step(self, entries: int) -> None:
        """Show the entry before or after."""
        told = self._tell(self.number + entries)
        if told is not None:
            self.number += entries
            self.entitle(told[0])
            self.query_one("#text", WrappedLines).show_text(told[1])
