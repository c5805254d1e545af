"""The application: which record it shows, and what it does when something fails."""

import asyncio
import signal
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from events.errors import ReferatError
from governance.language import _, said
from tui.screens.books import BooksScreen
from tui.screens.reading_text import TextScreen
from tui.widgets.lines import Line


class ReferatApp(App[None]):
    """Browses the books of a record. Opens it read-only; recording is done from the command line for now.

    ``problem`` is why the record could not be read, ``failure`` what went wrong inside the program.
    """

    CSS_PATH = "referat.tcss"
    TITLE = "referat"
    ENABLE_COMMAND_PALETTE = False
    PAUSE_GC_ON_SCROLL = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - as the base class declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False, id="quit", priority=True),
        Binding("q,Q,f10", "quit", show=False, id="quit-key"),
    ]

    def __init__(self, record: Path) -> None:
        super().__init__()
        self.record = record
        self.problem: ReferatError | None = None
        self.failure: BaseException | None = None

    def on_mount(self) -> None:
        """Show the books. A terminal that is closed, or a request to end, ends the application in order."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                number = getattr(signal, name)
                loop.add_signal_handler(number, self.exit, None, 128 + number)
        self.push_screen(BooksScreen(self.record))

    def show_problem(self, problem: ReferatError) -> None:
        """Say over the whole screen why the record cannot be read; the application ends with that code."""
        again = self.problem is not None and said(self.problem) == said(problem)
        self.problem = problem
        if not again or not isinstance(self.screen, TextScreen):
            self.push_screen(TextScreen(_("The record cannot be read"), [Line(said(problem), "heading")]))

    def leave_book(self, book: Screen[None], problem: ReferatError) -> None:
        """Leave a book that cannot be read, and say why."""
        while book in self.screen_stack:
            self.pop_screen()
        self.show_problem(problem)

    def action_help_quit(self) -> None:
        """Say how to leave: the keys that leave other programs do not leave this one by accident."""
        self.notify(_("Q leaves referat."))

    def _fatal_error(self) -> None:
        """Stop without a traceback on the terminal; the failure is reported in a file after the screen is restored."""
        self.failure = self._exception
        self._close_messages_no_wait()
