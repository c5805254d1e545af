"""The application: which record it shows, and what it does when something fails."""

import asyncio
import os
import signal
from collections.abc import Sequence
from pathlib import Path, PurePath
from time import monotonic
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.message_pump import MessagePump
from textual.screen import Screen

from events.errors import ReferatError
from governance.clock import Clock, now
from governance.language import _, said
from governance.settings import Settings
from tui.keyboard import loses_letters, with_plain_keys
from tui.keys_in_order import PATIENCE, TakesKeysInOrder, told_of_typing
from tui.pasting_safely import PastesSafely
from tui.screens.books import BooksScreen
from tui.screens.overlaying import Overlay
from tui.screens.reading_text import TextScreen
from tui.widgets.lines import Line
from tui.works_on_books import WorksOnBooks

STYLES: list[str | PurePath] = [
    "referat.tcss",
    *sorted(f"styles/{file.name}" for file in (Path(__file__).parent / "styles").glob("*.tcss")),
]


class ReferatApp(PastesSafely, TakesKeysInOrder, WorksOnBooks):
    """Records meetings in the books of a record, and browses them.

    ``problem`` is why the record could not be read, ``failure`` what went wrong inside the program.
    """

    CSS_PATH = STYLES
    TITLE = "referat"
    ENABLE_COMMAND_PALETTE = False
    PAUSE_GC_ON_SCROLL = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - as the base class declares it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - as the base class declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", show=False, id="quit", priority=True),
        Binding("ctrl+l", "projector", show=False, id="projector"),
        Binding("q,Q,f10", "quit", show=False, id="quit-key"),
    ]

    def __init__(
        self,
        record: Path,
        settings: Settings | None = None,
        settings_path: Path | None = None,
        *,
        actor: str | None = None,
        only_read: bool = False,
        clock: Clock = now,
    ) -> None:
        super().__init__(record, settings, settings_path, actor=actor, only_read=only_read, clock=clock)
        self.problem: ReferatError | None = None
        self.failure: BaseException | None = None
        self._language_below = self.language
        self._leave_by = 0.0

    def get_driver_class(self) -> type[Driver]:
        """Return the driver for this system and terminal."""
        driver = super().get_driver_class()
        return with_plain_keys(driver) if loses_letters(os.environ) else driver

    def on_mount(self) -> None:
        """Show the books. A terminal that is closed, or a request to end, ends the application in order."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                number = getattr(signal, name)
                loop.add_signal_handler(number, self.end_by_signal, number)
        self.begin()

    def on_key(self, event: events.Key) -> None:
        """Hand on what was typed faster than a list comes up; whatever is typed into a list itself ends there."""
        if isinstance(self.screen, Overlay):
            self.screen.take_key(event)

    def begin(self) -> None:
        """Show the books."""
        self.push_screen(BooksScreen(self.record))

    def action_projector(self) -> None:
        """Hide what is closed from those who see the screen, or show it again; a text that lies over a screen is put away."""
        while isinstance(self.screen, TextScreen):
            self.pop_screen()
        on = not self.projector
        problem = self.set_projector(on)
        words = _("Projector: what is closed is hidden. Ctrl+L shows it again.") if on else _("All is shown again.")
        self.notify(said(problem) if problem is not None else words, markup=False)

    def action_settings(self) -> None:
        """Show the settings."""
        from tui.screens.settings import SettingsScreen

        self._language_below = self.language
        self.push_screen(SettingsScreen())

    async def action_leave_settings(self) -> None:
        """Leave the settings; where another language was chosen, all is shown anew from where one was."""
        if self._language_below == self.language:
            self.pop_screen()
            return
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        self.begin()

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

    async def action_quit(self) -> None:
        """Leave, after what was typed before and once what is being recorded is recorded, or after PATIENCE."""
        self._leave_by = self._leave_by or monotonic() + PATIENCE
        self._leave_after((*told_of_typing(self.screen), self))

    def _leave_after(self, working: Sequence[MessagePump]) -> None:
        """Leave when each of these has done what it was asked for until now, the first one first."""
        if working and working[0].call_later(self._leave_after, working[1:]):
            return
        if self.is_recording and monotonic() < self._leave_by:
            self.set_timer(0.02, self.action_quit)
        else:
            self.exit()

    def action_help_quit(self) -> None:
        """Say how to leave: the keys that leave other programs do not leave this one by accident."""
        self.notify(_("Q leaves referat."))

    def _fatal_error(self) -> None:
        """Stop without a traceback on the terminal; the failure is reported in a file after the screen is restored."""
        self.failure = self._exception
        self._close_messages_no_wait()
