"""Taking over minutes that exist: which files, and reading them all."""

import asyncio
from collections.abc import Sequence
from threading import Event as Flag
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from events.errors import ReferatError
from governance.importing.files import files_in
from governance.language import _, plural, said
from tui.importing import Import, Paper, Stopped
from tui.screens.base import ReferatScreen
from tui.widgets.key_bar import Key
from tui.widgets.lines import Line
from tui.widgets.path_area import PathArea
from tui.widgets.wrapped_lines import WrappedLines

if TYPE_CHECKING:
    from tui.app import ReferatApp

_TOLD_EVERY = 8
"""So many files are read between two words of how far it is."""
_BAR = 30


class ImportingFilesScreen(ReferatScreen):
    """Asks for files or folders, and reads them; nothing is recorded here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,ctrl+s", "read", show=False, id="read-files", priority=True),
        Binding("escape", "leave", show=False, id="leave-files", priority=True),
    ]
    app: "ReferatApp"

    class Told(Message):
        """So many of the files have been dealt with."""

        def __init__(self, done: int, of: int) -> None:
            super().__init__()
            self.done, self.of = done, of

        def can_replace(self, message: Message) -> bool:
            """Only the newest counts."""
            return isinstance(message, ImportingFilesScreen.Told)

    def __init__(self) -> None:
        super().__init__()
        self._reading: Flag | None = None

    def body(self) -> ComposeResult:
        """Return the field for the files, and what there is to choose from or to say."""
        with Vertical(id="importing-files"):
            yield Static(
                _("Files or folders, one a line (.txt or .md). Type them, paste them, or drag them into the window."),
                markup=False,
            )
            yield PathArea("overtagelse/filer", id="files")
            yield WrappedLines(id="report", classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("Tab", _("Complete the name"), "screen.complete"),
            Key("F2", _("Read the files"), "screen.read"),
            Key("Esc", _("Back"), "screen.leave"),
        ]

    def on_mount(self) -> None:
        """Begin with the files."""
        self.entitle(_("Take over minutes that exist"))
        self._tell([Line(_("F2 reads the files. Nothing is recorded before you have seen what was understood."))])
        self.query_one("#files").focus()

    async def action_complete(self) -> None:
        """Complete the name under the cursor."""
        await self.query_one("#files", PathArea).action_complete()

    @on(PathArea.Completed)
    def offer_names(self, event: PathArea.Completed) -> None:
        """Show what the name may go on to."""
        if not event.names:
            self._tell([Line(_("There is nothing here that begins so, no folder and no text file."), "unsure")])
        elif len(event.names) == 1:
            self._tell([Line(event.names[0])])
        else:
            count = plural("{count} name begins so:", "{count} names begin so:", len(event.names))
            self._tell([Line(count.format(count=len(event.names)), "heading"), *map(Line, event.names)])

    def action_leave(self) -> None:
        """Stop the reading that is going on; else go back."""
        if self._reading is not None:
            self._reading.set()
        else:
            self.app.pop_screen()

    def action_read(self) -> None:
        """Read the files, and show what they say."""
        if self._reading is None:
            self._reading = Flag()
            self.read(self._reading)

    @work(exclusive=True, group="importing")
    async def read(self, stop: Flag) -> None:
        """Read the files, until it is stopped."""
        held = Import(self.app.record)
        try:
            papers = await asyncio.to_thread(self._read, held, self.query_one("#files", PathArea).text, stop)
        except Stopped:
            self._tell([Line(_("Stopped. Nothing was recorded."))])
        except ReferatError as problem:
            self._tell([Line(line, "problem") for line in said(problem).split("\n")])
        else:
            self._show(held, papers)
        finally:
            self._reading = None

    def _read(self, held: Import, text: str, stop: Flag) -> list[Paper]:
        names = files_in(text)
        return held.read(names, lambda done: self._say_how_far(done, 2 * len(names)), stop.is_set)

    def _say_how_far(self, done: int, of: int) -> None:
        if done % _TOLD_EVERY == 0:
            self.post_message(self.Told(done, of))

    @on(Told)
    def show_how_far(self, event: Told) -> None:
        """Show how far the reading is: each file is read, and then fitted in with the others."""
        if self._reading is not None:
            part = event.done / event.of
            bar = "█" * round(part * _BAR)
            told = _("Reading: {percent} %   Esc stops").format(percent=round(part * 100))
            self._tell([Line(f"{bar:─<{_BAR}}  {told}")])

    def _show(self, held: Import, papers: list[Paper]) -> None:
        from tui.screens.importing import ImportingScreen

        if not papers:
            self._tell([Line(_("No files were named. Type the name of a file or a folder first."), "unsure")])
            return
        held.papers = papers
        self._tell([Line(_("F2 reads the files again."))])
        self.app.push_screen(ImportingScreen(held))

    def forget_files(self) -> None:
        """Keep no more which files were named: all of them were dealt with."""
        self.query_one("#files", PathArea).give_up()

    def _tell(self, lines: Sequence[Line]) -> None:
        self.query_one("#report", WrappedLines).show_text(lines)
