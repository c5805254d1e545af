"""The application: which record it shows, and what it does when something fails."""

from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from governance.language import _
from tui.screens.browser import BrowserScreen


class ReferatApp(App[None]):
    """Browses the books of a record. Opens it read-only; recording is done from the command line for now."""

    CSS_PATH = "referat.tcss"
    TITLE = "referat"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - as the base class declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", _("Quit"), id="quit", priority=True),
        Binding("f10", "quit", _("Quit"), id="quit-key", show=False),
    ]

    def __init__(self, record: Path) -> None:
        super().__init__()
        self.record = record
        self.failure: BaseException | None = None

    def on_mount(self) -> None:
        """Show the books."""
        self.push_screen(BrowserScreen(self.record))

    def _fatal_error(self) -> None:
        """Stop without a traceback on the terminal; the failure is reported in a file after the screen is restored."""
        self.failure = self._exception
        self._close_messages_no_wait()
