"""The documents that a book was taken over from, and taking one of them back."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from events.errors import ReferatError
from governance.importing.documents_taken import DocumentTaken, documents_taken
from governance.language import _, plural, said
from governance.wording.speaking import day
from tui.recording import Recorder
from tui.screens.base import ReferatScreen
from tui.screens.taking_back import TakesBack
from tui.widgets.key_bar import Key
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, held


class DocumentsTakenScreen(TakesBack, ReferatScreen):
    """Lists the documents by the days of their meetings; T takes back the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t,T", "take_back", show=False, id="take-back-document"),
        Binding("escape", "app.pop_screen", show=False, id="leave-documents"),
    ]

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder
        self._documents: Sequence[DocumentTaken] = ()

    def body(self) -> ComposeResult:
        """Return the list."""
        yield LineList(id="documents-taken", classes="pane")

    def above_keys(self) -> ComposeResult:
        """Return what was done last."""
        yield Static("", id="last", markup=False)

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("T", _("Take back"), "screen.take_back"),
            Key("F1", _("Help"), "screen.help"),
            Key("Esc", _("Back"), "app.pop_screen"),
        ]

    def on_mount(self) -> None:
        """Show the documents."""
        self.entitle(_("Documents that were taken over"))
        self.query_one("#documents-taken", LineList).focus()
        self.load()

    @work(exclusive=True, group="documents")
    async def load(self) -> None:
        """Read which documents there are."""
        await self._load()

    async def _load(self) -> None:
        try:
            self._documents = await self._recorder.ask_book(
                lambda book: documents_taken(book.current(), book.entries())
            )
        except ReferatError as problem:
            self.refused(problem)
            return
        nothing = Line(_("Nothing in this book was taken over from a document."), "faint")
        lines = [_line(one) for one in self._documents] or [nothing]
        documents = self.query_one("#documents-taken", LineList)
        count = plural("{count} document", "{count} documents", len(self._documents))
        documents.entitle(_("By the day of the meeting"), count.format(count=len(self._documents)))
        documents.show_lines(len(lines), held(lines), cursor=documents.cursor)

    @work(exclusive=True, group="documents")
    async def action_take_back(self) -> None:
        """Take back the document under the cursor, as if it had never been."""
        cursor = self.query_one("#documents-taken", LineList).cursor
        if cursor >= len(self._documents):
            return
        struck = await self.take_back(self._recorder, self._documents[cursor].source)
        if struck is not None:
            self._say(struck)
            await self._load()

    def refused(self, problem: ReferatError) -> None:
        """Say why something could not be done."""
        self._say(said(problem), problem=True)

    def _say(self, words: str, *, problem: bool = False) -> None:
        last = self.query_one("#last", Static)
        last.update(words)
        last.set_class(problem, "-problem")


def _line(one: DocumentTaken) -> Line:
    kind = _("minutes") if one.minutes else _("agenda")
    entries = plural("{count} entry", "{count} entries", one.entries).format(count=one.entries)
    return Line(f"{day(one.day)}  {kind:<11} {entries:<16} {one.source[:12]}")
