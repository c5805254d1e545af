"""The books of the record; where there is none, what to do first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.worker import get_current_worker

from events.errors import ReferatError
from governance.language import _, plural
from tui.loading import FIRST, LATER, load
from tui.screens.base import ReferatScreen
from tui.widgets.key_bar import Key
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, held
from tui.widgets.wrapped_lines import WrappedLines

if TYPE_CHECKING:
    from tui.app import ReferatApp
    from tui.reading import Named

LOOK_AGAIN = 2.0
"""Seconds between two looks at whether there are more books."""


class BooksScreen(ReferatScreen):
    """Lists the books and opens one; the only one by itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,H", "help", show=False, id="help"),
        Binding("n,N", "start", show=False, id="start"),
    ]
    app: "ReferatApp"

    @dataclass
    class BooksRead(Message):
        """The books are known."""

        books: "list[Named]"

    @dataclass
    class ReadingFailed(Message):
        """The record could not be read."""

        problem: ReferatError

    def __init__(self, record: Path) -> None:
        super().__init__()
        self._record = record
        self._books: list[Named] | None = None

    def body(self) -> ComposeResult:
        """Return the list, and what is told where it is empty."""
        yield LineList(id="books", classes="pane")
        yield WrappedLines(id="first-steps", classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("↑↓", _("Choose"), "screen.focus_next"),
            Key("Enter", _("Open"), "screen.open"),
            *([] if self.app.only_read else [Key("N", _("New"), "screen.start")]),
            Key("F1", _("Help"), "screen.help"),
            Key("Q", _("Quit"), "app.quit"),
        ]

    def more_keys(self) -> Sequence[Key]:
        """Return what can be done besides what stands at the foot."""
        return [
            Key("^L", _("Projector: hide what is closed, or show it again"), "app.projector"),
            Key("", _("Settings: language, colours"), "app.settings"),
        ]

    def on_mount(self) -> None:
        """Read the record, and look now and then whether there is more."""
        self.entitle(_("referat: the books in {record}").format(record=self._record))
        self.query_one("#books", LineList).entitle(_("Books"))
        self.query_one("#first-steps", WrappedLines).entitle(_("No books yet"))
        self.call_after_refresh(self.read_books)  # the first paint waits for nothing
        self.set_interval(LOOK_AGAIN, self._look_again)

    def _look_again(self) -> None:
        if self.is_current:
            self.read_books()

    @work(thread=True, exclusive=True, group="books", exit_on_error=True)
    def read_books(self) -> None:
        """Read which books there are. What shows them is loaded here, while the screen is painted."""
        stopped = _stopped()
        load(FIRST, stopped)
        if stopped():
            return
        from tui import reading

        try:
            self.post_message(self.BooksRead(reading.books(self._record)))
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(problem))

    @on(BooksRead)
    def show_books(self, message: BooksRead) -> None:
        """List the books; open the only one when it is first seen."""
        if message.books == self._books:
            return
        first, self._books = self._books is None, message.books
        books, steps = self.query_one("#books", LineList), self.query_one("#first-steps", WrappedLines)
        books.display, steps.display = bool(self._books), not self._books
        lines = [Line(_book_line(book)) for book in self._books]
        books.show_lines(len(lines), held(lines), cursor=books.cursor)
        steps.show_text(_first_steps(self._record, begins=not self.app.only_read))
        (books if self._books else steps).focus()
        if first:
            self.app.begin_with(self._books)
            self.load_later()

    @work(thread=True, group="loading", exit_on_error=True)
    def load_later(self) -> None:
        """Load what the screens to come are made of."""
        load(LATER, _stopped())

    @on(ReadingFailed)
    def show_problem(self, message: ReadingFailed) -> None:
        """Say why the record cannot be read."""
        self.app.show_problem(message.problem)

    @on(LineList.Chosen)
    def action_open(self) -> None:
        """Open the book under the cursor."""
        if self._books:
            self._open(self._books[self.query_one("#books", LineList).cursor])

    def _open(self, book: "Named") -> None:
        self.app.open_book(book)

    def action_start(self) -> None:
        """Begin with another council, take over minutes, or practise."""
        if not self.app.only_read:
            self.app.action_start()


def _book_line(book: "Named") -> str:
    count = plural("{count} entry", "{count} entries", book.head.entries).format(count=book.head.entries)
    return f"{book.council or book.head.book}  {count}"


def _first_steps(record: Path, *, begins: bool) -> list[Line]:
    here = [Line(_("Press N for a new council, to take over minutes that exist, or to practise.")), Line("")]
    return [
        Line(_("The minute book is empty."), "heading"),
        Line(_("It is kept in {record}.").format(record=record)),
        Line(""),
        *(here if begins else []),
        Line(
            _("Or with commands in another window:")
            if begins
            else _("Begin in another window, or leave with Q and come back:")
        ),
        Line(""),
        Line(_("1  Take over minutes that exist, as text or Markdown:")),
        Line("   referat import " + _("FILE")),
        Line(_("2  Begin the book of a council:")),
        Line("   referat record raadet CouncilEstablished --data '" + '{"name": "' + _("Council") + '"}' + "'"),
        Line(_("3  Take in a copy of another record:")),
        Line("   referat restore " + _("FILE")),
        Line(""),
        Line(_("What is recorded there appears here by itself.")),
    ]


def _stopped() -> Callable[[], bool]:
    worker = get_current_worker()
    return lambda: worker.is_cancelled
