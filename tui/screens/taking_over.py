"""Taking over minutes that exist: which files, what was read in them, and recording it."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static, TextArea

from events.errors import ReferatError
from governance.language import _, said
from tui.screens.base import ReferatScreen
from tui.taking_over import Report, files_in, propose, record
from tui.widgets.draft_area import DraftArea
from tui.widgets.key_bar import Key
from tui.widgets.lines import Line
from tui.widgets.wrapped_lines import WrappedLines

if TYPE_CHECKING:
    from tui.app import ReferatApp


class TakingOverScreen(ReferatScreen):
    """Asks for files, tells what was read in them, and records that when it is asked to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,ctrl+r", "read", show=False, id="read-files", priority=True),
        Binding("ctrl+s", "record", show=False, id="record-files", priority=True),
        Binding("f3,ctrl+k", "keep_unclear", show=False, id="keep-unclear", priority=True),
        Binding("escape", "app.pop_screen", show=False, id="leave-taking-over"),
    ]
    app: "ReferatApp"

    def __init__(self) -> None:
        super().__init__()
        self._report: Report | None = None
        self._keep_unclear = False

    def body(self) -> ComposeResult:
        """Return the files, and the report."""
        with Vertical(id="taking-over"):
            yield Static(
                _("Files or folders, one a line (.txt or .md). Paste them, or drag them into the window."), markup=False
            )
            yield DraftArea("overtagelse/filer", id="files")
            yield WrappedLines(id="report", classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("F2", _("Read the files"), "screen.read"),
            Key("^S", _("Record"), "screen.record"),
            Key("F3", _("Keep what is unclear as notes"), "screen.keep_unclear"),
            Key("Esc", _("Back"), "app.pop_screen"),
        ]

    def on_mount(self) -> None:
        """Begin with the files."""
        self.entitle(_("Take over minutes that exist"))
        self._tell([Line(_("F2 reads the files. Nothing is recorded before ^S."))])
        self.query_one("#files").focus()

    @on(TextArea.Changed, "#files")
    def forget(self) -> None:
        """Other files are another reading."""
        self._report = None

    @work(exclusive=True, group="taking-over")
    async def action_read(self) -> None:
        """Read the files, and tell what they say."""
        await self._read()

    async def _read(self) -> None:
        names = files_in(self.query_one("#files", DraftArea).text)
        self._tell([Line(_("Reading …"))])
        try:
            self._report = await asyncio.to_thread(
                propose, self.app.record, self.app.actor or "", names, keep_unclear=self._keep_unclear
            )
        except ReferatError as problem:
            self._report = None
            lines = [Line(line) for line in said(problem).split("\n")]
            self._tell([Line(_("This has to be mended first"), "heading"), *lines])
            return
        self._tell(self._report.lines)

    @work(exclusive=True, group="taking-over")
    async def action_record(self) -> None:
        """Record what was read."""
        if self._report is None:
            await self._read()
            return
        try:
            book = await asyncio.to_thread(
                record, self.app.record, self.app.actor or "", self._report, keep_unclear=self._keep_unclear
            )
        except ReferatError as problem:
            self._tell([Line(said(problem), "heading")])
            return
        self.query_one("#files", DraftArea).give_up()
        self.app.pop_screen()
        self.app.pop_screen()
        if book is not None:
            self.app.open_board(book)

    @work(exclusive=True, group="taking-over")
    async def action_keep_unclear(self) -> None:
        """Keep as notes what is unclear, and read again."""
        self._keep_unclear = True
        await self._read()

    def _tell(self, lines: Sequence[Line]) -> None:
        self.query_one("#report", WrappedLines).show_text(lines)
