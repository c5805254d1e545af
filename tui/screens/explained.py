"""Why something stands where it does, with the entries behind it; Enter on one goes to it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from governance.language import _
from tui.screens.overlaying import Overlay
from tui.whole_book import Explained
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line
from tui.widgets.placed_lines import PlacedLines


class ExplainedScreen(Overlay[int | None]):
    """Shows an explanation and returns the number of the entry that was chosen, None where none was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False, id="explained-back"),
    ]

    def __init__(self, lines: Sequence[Explained]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Lay out the explanation."""
        with Vertical(id="explained"):
            yield PlacedLines(id="explained-lines", classes="pane")
            yield Static(_("Enter Go to the entry   Esc Back"), id="explained-keys", markup=False)

    def on_mount(self) -> None:
        """Show it."""
        lines = self.query_one(PlacedLines)
        lines.entitle(_("Why it stands there"))
        first, *rest = self._lines
        lines.show_placed([(Line(first.text, "heading"), 0), *((Line(one.text), one.number) for one in rest)])
        lines.focus()

    @on(LineList.Chosen)
    def choose(self) -> None:
        """Go to the entry under the cursor, where there is one."""
        number = self.query_one(PlacedLines).meant
        if number:
            self.dismiss(number)

    def action_give_up(self) -> None:
        """Leave without going anywhere."""
        self.dismiss(None)
