"""Browsing: the books of the record, the entries of one, and what it says as of an entry."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from events.errors import ReferatError
from events.log import BookHead
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.language import _, said
from governance.log_lines import LogLines
from governance.state.publishing import publish
from governance.wording.summary import summary
from tui.widgets.key_bar import KeyBar
from tui.widgets.line_list import LineList
from tui.widgets.wrapped_lines import WrappedLines


class BrowserScreen(Screen[None]):
    """Three panes from 120 columns: books, entries, what the book says. Two below that, the books on demand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", show=False, id="next-pane"),
        Binding("shift+tab", "app.focus_previous", show=False, id="previous-pane"),
        Binding("f2,ctrl+b", "choose_book", id="choose-book", show=False),
        Binding("f3,ctrl+e", "newest", id="newest", show=False),
    ]

    @dataclass
    class BooksRead(Message):
        """The names of the books are known, or why not."""

        books: list[BookHead]
        problem: str | None = None

    @dataclass
    class BookRead(Message):
        """A book was folded; its lines can be shown."""

        book: str
        entries: int
        words: LogLines

    @dataclass
    class StateRead(Message):
        """What a book says as of an entry, in lines."""

        number: int
        lines: list[str]

    @dataclass
    class ReadingFailed(Message):
        """The record could not be read; the problem in words."""

        problem: str

    def __init__(self, record: Path) -> None:
        super().__init__()
        self._record = record
        self._log = SqliteLog(record)
        self._books: list[BookHead] = []
        self._book: str | None = None

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        yield Static(f"referat  {self._record.name}", id="title", markup=False)
        with Container(id="panes"):
            yield LineList(id="books", classes="pane")
            yield LineList(id="entries", classes="pane")
            yield WrappedLines(id="told", classes="pane")
        yield KeyBar(
            [
                ("F2", _("Books"), "screen.choose_book"),
                ("Tab", _("Next pane"), "app.focus_next"),
                ("Enter", _("State at the entry"), "screen.state_here"),
                ("F3", _("Newest"), "screen.newest"),
                ("^Q", _("Quit"), "app.quit"),
            ],
            id="keys",
        )

    def on_mount(self) -> None:
        """Name the panes and read the record."""
        self.query_one("#books").border_title = _("Books")
        self.query_one("#entries").border_title = _("Entries")
        self.query_one("#told").border_title = _("What the book says")
        self.query_one("#entries").focus()
        self.read_books()

    def on_unmount(self) -> None:
        """Let go of the record."""
        self._log.close()

    # reading, in threads that post what they found

    @work(thread=True, exclusive=True, group="books", exit_on_error=False)
    def read_books(self) -> None:
        """Read the names of the books."""
        try:
            self.post_message(self.BooksRead(self._log.books()))
        except ReferatError as problem:
            self.post_message(self.BooksRead([], said(problem)))

    @work(thread=True, exclusive=True, group="book", exit_on_error=False)
    def read_book(self, head: BookHead) -> None:
        """Fold a book."""
        log = SqliteLog(self._record)
        try:
            self.post_message(self.BookRead(head.book, head.entries, LogLines(Book(log, head.book))))
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(said(problem)))
        finally:
            log.close()

    @work(thread=True, exclusive=True, group="state", exit_on_error=False)
    def read_state(self, book: str, number: int) -> None:
        """Fold a book up to an entry."""
        log = SqliteLog(self._record)
        try:
            fold = Book(log, book).fold(upto=number)
            self.post_message(self.StateRead(number, list(summary(publish(fold)))))
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(said(problem)))
        finally:
            log.close()

    # showing what was read

    @on(BooksRead)
    def show_books(self, message: BooksRead) -> None:
        """List the books and open the first."""
        self._books = message.books
        names = [head.book for head in message.books]
        self.query_one("#books", LineList).show_lines(len(names), lambda start, count: names[start : start + count])
        if message.books:
            self.read_book(message.books[0])
        else:
            self._show_empty(message.problem)

    def _show_empty(self, problem: str | None) -> None:
        lines = [problem] if problem else [_("There are no books yet.")]
        lines += [
            "",
            _("Take over minutes that exist:"),
            "  referat import FILE",
            _("or begin a book:"),
            "  referat record --help",
        ]
        self._tell(lines)

    @on(BookRead)
    def show_book(self, message: BookRead) -> None:
        """List the entries of the book, the newest under the cursor."""
        self._book = message.book
        self.query_one("#title", Static).update(f"referat  {message.book}")
        entries = self.query_one("#entries", LineList)
        entries.border_title = _("Entries of {book}").format(book=message.book)
        book, words = Book(self._log, message.book), message.words

        def fetch(start: int, count: int) -> list[str]:
            return [words.short(entry) for entry in book.entries(after=start, upto=start + count)]

        entries.show_lines(message.entries, fetch, cursor=message.entries - 1)
        self.read_state(message.book, message.entries)

    @on(StateRead)
    def show_state(self, message: StateRead) -> None:
        """Show what the book says."""
        self.query_one("#told").border_title = _("What the book says after entry {number}").format(
            number=message.number
        )
        self._tell(message.lines)

    @on(ReadingFailed)
    def show_failure(self, message: ReadingFailed) -> None:
        """Say what went wrong where the state would stand."""
        self._tell([message.problem])

    def _tell(self, lines: list[str]) -> None:
        self.query_one("#told", WrappedLines).show_text(lines)

    # what the keys do

    @on(LineList.Chosen)
    def chosen(self, message: LineList.Chosen) -> None:
        """Open the book, or show the state at the entry, that was chosen."""
        if message.line_list.id == "books":
            self.query_one("#panes").remove_class("-choosing")
            self.query_one("#entries").focus()
            self.read_book(self._books[message.index])
        elif message.line_list.id == "entries":
            self.action_state_here()

    def action_state_here(self) -> None:
        """Show what the book said after the entry under the cursor."""
        entries = self.query_one("#entries", LineList)
        if self._book is not None and entries.count:
            self.read_state(self._book, entries.cursor + 1)

    def action_newest(self) -> None:
        """Go to the newest entry."""
        entries = self.query_one("#entries", LineList)
        entries.action_move_to(-1)
        self.action_state_here()

    def action_choose_book(self) -> None:
        """Show the list of books, on a narrow screen beside the rest, and go there; again to leave it."""
        panes = self.query_one("#panes")
        books = self.query_one("#books")
        if books.has_focus:
            panes.remove_class("-choosing")
            self.query_one("#entries").focus()
        else:
            panes.add_class("-choosing")
            books.focus()
