"""Showing a book: the view that was chosen, at the point in time where the cursor stands among the entries."""

from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from events.errors import ReferatError
from governance.language import _
from governance.searching.sought import Sought
from governance.state.model import State
from tui import reading
from tui.entry_pages import EntryPages
from tui.listing import Listing
from tui.screens.book_reading import ReadsBook
from tui.telling.findings import count_findings
from tui.telling.rows import Row
from tui.telling.state import VIEWS
from tui.widgets.asking import Asking
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, held
from tui.widgets.view_bar import ViewBar
from tui.widgets.wrapped_lines import WrappedLines

ENTRIES, FINDINGS = "entries", "findings"


class ShowsBook(ReadsBook):
    """A list and, beside or below it, all about the line under the cursor. ``at`` is the entry to begin at, else the newest."""

    def __init__(self, record: Path, book: reading.Named, *, at: int | None = None) -> None:
        super().__init__(record, book)
        self.council = book.council or self.book_name
        self.pages = EntryPages(record, self.book_name)
        self.listing = Listing(self.head)
        self.point = at or self.head
        self.view = ENTRIES
        self.words = ""
        self.sought_from = 0
        """Where one stood before the search that is going on; 0 where there is none."""
        self.behind = ""
        """Whom or what the entries that are listed stand behind; empty where that was not asked for."""
        self.sought = Sought()
        self._landed = 0
        """Where the search put the cursor: who moved it from there stays there when more is found."""
        self._state: tuple[int, State] | None = None
        self._findings: tuple[int, list[Row]] | None = None
        self._rows: list[Row] = []
        self._cursors: dict[str, int] = {}
        self._shown = ""
        self._tells_soon = False

    def body(self) -> ComposeResult:
        """Return the views, the list, what is told beside it, and the line to type in."""
        yield ViewBar(view_names(), id="views")
        with Container(id="panes"):
            yield LineList(id="list", classes="pane")
            yield WrappedLines(id="told", classes="pane")
        yield Asking(id="asking")

    def on_unmount(self) -> None:
        """Let go of the record."""
        self.pages.close()

    @property
    def lines(self) -> LineList:
        """The list of the view."""
        return self.query_one("#list", LineList)

    # taking in what was read

    @on(ReadsBook.TellingRead)
    def show_telling(self, message: ReadsBook.TellingRead) -> None:
        """Show the entries; who stood at the newest goes along with what was recorded since."""
        if message.public != self.public:
            return
        self.point = message.head if self.point == self.head else self.point
        self.head, self.telling = message.head, message.telling
        self.council = message.telling.council or self.council
        self.listing = Listing(self.head, newest_first=self.listing.newest_first, found=self.listing.found)
        if self.sought.asks:
            self.search(self.sought)
        elif message.whole and not message.public:
            self.keep_index_up()
        self.show()

    @on(ReadsBook.MoreRecorded)
    def take_in_more(self, message: ReadsBook.MoreRecorded) -> None:
        """Read the book anew."""
        self.read_telling(message.head)

    @on(ReadsBook.StateRead)
    def show_state(self, message: ReadsBook.StateRead) -> None:
        """Show the state, if it is still the one that is asked for."""
        if message.public != self.public:
            return
        self._state = (message.number, message.state)
        if message.number == self.point and self.view in VIEWS:
            self._show_state(message.state)

    @on(ReadsBook.FindingsRead)
    def show_findings(self, message: ReadsBook.FindingsRead) -> None:
        """Show what the check found, if it is still what is asked for."""
        if message.public != self.public:
            return
        self._findings = (message.number, message.rows)
        if message.number == self.point and self.view == FINDINGS:
            self._show_rows(message.rows, count_findings(len(message.rows)))

    @on(ReadsBook.Found)
    def show_found(self, message: ReadsBook.Found) -> None:
        """List what was found so far, if it is still what is searched for."""
        if message.sought == self.sought:
            if self.point == self._landed:
                self.point = self.sought_from or self.point
            self.listing = Listing(self.head, newest_first=self.listing.newest_first, found=message.numbers)
            if self.view == ENTRIES:
                self.show()
            self._landed = self.point

    @on(ReadsBook.ReadingFailed)
    def leave(self, message: ReadsBook.ReadingFailed) -> None:
        """Leave the book and say why it cannot be read."""
        self.app.leave_book(self, message.problem)  # type: ignore[attr-defined]

    def forget(self) -> None:
        """Take what was read from the screen, until it is read anew."""
        self.telling, self._state, self._findings, self._rows, self._shown = None, None, None, [], ""
        self.lines.show_lines(self.lines.count, held(()), cursor=self.lines.cursor)
        self.query_one("#told", WrappedLines).show_text(())

    # showing it

    def show(self) -> None:
        """Show the view at the point in time."""
        if self.telling is None:
            return
        self.query_one("#views", ViewBar).show_view(self.view)
        if self.view == ENTRIES:
            self._show_entries()
        elif self.view == FINDINGS and self._findings is not None and self._findings[0] == self.point:
            self._show_rows(self._findings[1], count_findings(len(self._findings[1])))
        elif self.view in VIEWS and self._state is not None and self._state[0] == self.point:
            self._show_state(self._state[1])
        else:
            self._await_rows()
        self.entitle_point()

    def entitle_point(self) -> None:
        """Write whose book it is and where in time one stands."""
        title = _("{council}: entry {number} of {head}")
        self.entitle(title.format(council=self.council, number=self.point, head=self.head))

    def tell_soon(self) -> None:
        """Show all about the line under the cursor once the cursor itself was drawn."""
        if not self._tells_soon:
            self._tells_soon = True
            self.call_after_refresh(self.show_told)

    def show_told(self) -> None:
        """Show all about the line under the cursor."""
        self._tells_soon = False
        if self._shown != self.view:
            return
        if self.view != ENTRIES:
            self._cursors[self.view] = self.lines.cursor
            title, lines = "", self._told_of_row()
        elif self.listing.count:
            title, lines = entry_title(self.point), self.told_of_entry(self.point)
        else:
            nothing = _("No entry stands behind it.") if self.behind else _("No entry holds these words.")
            title, lines = "", [Line(nothing), Line(_("Esc shows all again."))]
        told = self.query_one("#told", WrappedLines)
        told.entitle(title)
        told.show_text(lines)

    def told_of_entry(self, number: int) -> Sequence[Line]:
        """Return all about an entry."""
        if self.telling is None:
            return []
        try:
            return self.pages.detail(self.telling, number)
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(problem))
            return []

    def _told_of_row(self) -> Sequence[Line]:
        if self._rows:
            return self._rows[min(self.lines.cursor, len(self._rows) - 1)].detail()
        if self.words:
            return [Line(_("Nothing here holds these words. Esc shows all again."))]
        if self.view == FINDINGS:
            return [Line(_("Nothing was found."))]
        nothing = _("The book held nothing of this kind after entry {number}. N goes to the newest entry.")
        return [Line(nothing.format(number=self.point))]

    def _show_entries(self) -> None:
        title = _("Entries, newest first") if self.listing.newest_first else _("Entries, oldest first")
        self._shown = ENTRIES
        self.lines.entitle(title, self._sought(self.listing.count))
        cursor = self.listing.index(self.point) if self.listing.count else 0
        if self.listing.count and not self.listing.lists(self.point):
            self.point = self.listing.number(cursor)
        self.lines.show_lines(self.listing.count, self._fetch, cursor=cursor)
        self.show_told()

    def _await_rows(self) -> None:
        """Ask for the rows of the view; what another view showed gives way at once, what this one showed when the answer comes."""
        if self._shown != self.view:
            self._shown, self._rows = "", []
            self.lines.entitle(_("{view}: reading …").format(view=view_names()[self.view]))
            self.lines.show_lines(0, held(()))
            self.query_one("#told", WrappedLines).show_text(())
        (self.read_findings if self.view == FINDINGS else self.read_state)(self.point)

    def _show_state(self, state: State) -> None:
        make, counted = VIEWS[self.view]
        rows = make(state)
        self._show_rows(rows, counted(len(rows)).format(count=len(rows)))

    def _show_rows(self, rows: list[Row], counted: str) -> None:
        self._shown = self.view
        words = self.words.casefold().split()
        self._rows = [row for row in rows if all(word in row.line.text.casefold() for word in words)]
        title = _("{view} after entry {number}: {counted}")
        title = title.format(view=view_names()[self.view], number=self.point, counted=counted)
        self.lines.entitle(title, self._sought(len(self._rows)))
        lines = [row.line for row in self._rows]
        self.lines.show_lines(len(lines), held(lines), cursor=self._cursors.get(self.view, 0))
        self.show_told()

    def _fetch(self, start: int, count: int) -> Sequence[Line]:
        if self.telling is None:
            return []
        try:
            return self.pages.lines(self.listing, self.telling, start, count)
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(problem))
            return []

    @property
    def row(self) -> Row | None:
        """The row under the cursor; None among the entries, and where there is none."""
        at = self.lines.cursor
        return self._rows[at] if self.view != ENTRIES and self._shown == self.view and at < len(self._rows) else None

    def _sought(self, count: int) -> str:
        if self.behind and self.view == ENTRIES:
            return _("{count} behind: {what}").format(count=count, what=self.behind)
        return _("{count} with »{words}«").format(count=count, words=self.words) if self.words else ""


def view_names() -> dict[str, str]:
    """Return what the views are called, in their order."""
    return {
        ENTRIES: _("Entries"),
        "members": _("Members"),
        "meetings": _("Meetings"),
        "matters": _("Matters"),
        "tasks": _("Tasks"),
        "sent": _("Sent"),
        "groups": _("Groups"),
        "others": _("Other"),
        FINDINGS: _("Findings"),
    }


def entry_title(number: int) -> str:
    """Return the title for all about an entry."""
    return _("Entry {number}").format(number=number)
