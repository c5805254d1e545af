"""What was taught about the minutes of one council, and forgetting it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from events.errors import ReferatError
from governance.language import _, said
from tui.importing import Import
from tui.screens.base import ReferatScreen
from tui.telling.importing import taught_lines
from tui.widgets.key_bar import Key
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, held


class UsageScreen(ReferatScreen):
    """Lists names and labels; G forgets the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g,G,delete", "forget", show=False, id="forget-taught"),
        Binding("escape", "app.pop_screen", show=False, id="leave-taught"),
    ]

    def __init__(self, going_on: Import, book: str) -> None:
        super().__init__()
        self._import, self._book = going_on, book

    def body(self) -> ComposeResult:
        """Return the list."""
        yield LineList(id="taught", classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("G", _("Forget it"), "screen.forget"),
            Key("F1", _("Help"), "screen.help"),
            Key("Esc", _("Back"), "app.pop_screen"),
        ]

    def on_mount(self) -> None:
        """Show what was taught."""
        self.entitle(_("What was taught about the minutes in {book}").format(book=self._book))
        self.query_one("#taught", LineList).focus()
        self._show()

    def _show(self) -> None:
        nothing = Line(_("Nothing yet. What you correct in a reading is remembered here."), "faint")
        lines = [line for _key, line in taught_lines(self._import.usage(self._book))] or [nothing]
        taught = self.query_one("#taught", LineList)
        taught.entitle(_("Holds for every later document, also on the command line"))
        taught.show_lines(len(lines), held(lines), cursor=taught.cursor)

    def action_forget(self) -> None:
        """Forget what the cursor stands on."""
        taught = [key for key, _line in taught_lines(self._import.usage(self._book))]
        cursor = self.query_one("#taught", LineList).cursor
        if cursor >= len(taught):
            return
        try:
            self._import.teach(self._book, lambda usage: usage.without(taught[cursor]))
        except ReferatError as problem:
            self.notify(said(problem), markup=False, severity="warning")
        self._show()
