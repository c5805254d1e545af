"""Searching every word of a book, by kind, person, matter, meeting and day too, and going to what was found."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.widgets import Input, Static

from events.errors import ReferatError
from events.text import shown
from governance.language import _, plural
from governance.searching.meaning import first_day, last_day
from governance.searching.sought import Sought
from governance.wording.speaking import day
from tui import reading
from tui.entry_pages import EntryPages
from tui.listing import Listing
from tui.screens.book_reading import ReadsBook
from tui.screens.choosing import Choice, Choosing
from tui.screens.filling_in import Asked, FillingIn
from tui.screens.search_filters import FILTERS, Filter, all_choices
from tui.telling.entries import Telling
from tui.widgets.key_bar import Key
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line
from tui.widgets.rows import Rows
from tui.widgets.wrapped_lines import WrappedLines

if TYPE_CHECKING:
    from tui.remembers_settings import RemembersSettings

Go = Callable[[int], object]
"""Goes to the entry with a number; the search is left by then."""


class SearchScreen(ReadsBook):
    """A line to type in, what is to be found besides the words, and what was found. Enter goes to the entry."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, id="found-up", priority=True),
        Binding("down", "move(1)", show=False, id="found-down", priority=True),
        Binding("pageup", "page(-1)", show=False, id="found-page-up", priority=True),
        Binding("pagedown", "page(1)", show=False, id="found-page-down", priority=True),
        Binding("enter", "go", show=False, id="found-go", priority=True),
        Binding("f2", "choose('kind')", show=False, id="filter-kind"),
        Binding("f3", "choose('person')", show=False, id="filter-person"),
        Binding("f4", "choose('matter')", show=False, id="filter-matter"),
        Binding("f6", "choose('meeting')", show=False, id="filter-meeting"),
        Binding("f7", "days", show=False, id="filter-days"),
        Binding("f8", "clear", show=False, id="filter-none"),
        Binding("f10,ctrl+p", "help", show=False, id="search-menu"),
        Binding("escape", "app.pop_screen", show=False, id="leave-search"),
    ]

    def __init__(self, record: Path, book: reading.Named, go: Go) -> None:
        super().__init__(record, book)
        self._council = book.council or self.book_name
        self._go = go
        self.pages = EntryPages(record, self.book_name)
        self.listing = Listing(self.head)
        self.chosen: dict[str, Choice] = {}
        self.days: tuple[str | None, str | None] = (None, None)
        self._whole = True

    def body(self) -> ComposeResult:
        """Return the line to type in, the filters, what was found, and all about the entry under the cursor."""
        with Horizontal(id="search-line"):
            yield Static(_("Search:"), id="search-label", markup=False)
            yield Input(id="search-words", placeholder=_("Words, or the beginnings of words"), select_on_focus=False)
        yield Static("", id="filters", markup=False)
        with Container(id="panes"):
            yield Rows(id="list", classes="pane")
            yield WrappedLines(id="told", classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("Enter", _("Go to"), "screen.go"),
            Key("F2", _("Kind"), "screen.choose('kind')"),
            Key("F3", _("Person"), "screen.choose('person')"),
            Key("F4", _("Matter"), "screen.choose('matter')"),
            Key("F6", _("Meeting"), "screen.choose('meeting')"),
            Key("F7", _("Days"), "screen.days"),
            Key("F8", _("No filters"), "screen.clear"),
            Key("F1", _("Help"), "screen.help"),
            Key("Esc", _("Back"), "app.pop_screen"),
        ]

    def on_mount(self) -> None:
        """Let the index take in what was recorded meanwhile, and wait for words."""
        self.entitle(_("{council}: search").format(council=self._council))
        self.query_one("#search-words", Input).focus()
        cast("RemembersSettings", self.app).projector_signal.subscribe(self, self._search_anew)
        self.read_telling(self.head)
        self.keep_index_up()
        self._show_filters()
        self._show_found()

    def on_unmount(self) -> None:
        """Let go of the record."""
        self.pages.close()

    def _search_anew(self, _others_see: bool) -> None:
        self.telling, self.listing = None, Listing(self.head)
        self._show_found()
        self.read_telling(self.head)
        self.seek()

    # what is sought

    @property
    def sought(self) -> Sought:
        """What is sought, by the line and the filters."""
        about = [self.chosen[name].id for name in ("person", "matter", "meeting") if name in self.chosen]
        return Sought(
            words=self.query_one("#search-words", Input).value,
            kinds=(self.chosen["kind"].id,) if "kind" in self.chosen else (),
            about=tuple(about),
            first=self.days[0],
            last=self.days[1],
        )

    @on(Input.Changed, "#search-words")
    def seek(self) -> None:
        """Search for what is typed; what was found before stays until the first of it is there."""
        sought = self.sought
        self._whole = not sought.asks
        if sought.asks:
            self.search(sought)
        else:
            self.listing = Listing(self.head, found=None)
        self._show_filters()
        if not sought.asks:
            self._show_found()

    @work(exclusive=True, group="choosing")
    async def action_choose(self, name: str) -> None:
        """Choose what the entries are to be: a kind, a person, a matter, a meeting."""
        if self.telling is None:
            return
        wanted: Filter = FILTERS[name]
        held = self.chosen.get(name)
        choices = all_choices(wanted, self.telling.fold)
        chosen = await self.app.push_screen_wait(
            Choosing(_(wanted.question), choices, cursor=held.id if held is not None else None)
        )
        if chosen is None:
            return
        self.chosen.pop(name, None)
        if chosen:
            self.chosen[name] = next(choice for choice in choices if choice.id == chosen)
        self.seek()

    @work(exclusive=True, group="choosing")
    async def action_days(self) -> None:
        """Ask from and to which day; an empty line is no bound."""
        first, last = (day(one) if one else "" for one in self.days)
        asked = [
            Asked("first", _("From"), "", first, lambda text: text and first_day(text)),
            Asked(
                "last", _("To"), _("A day as 28.9.2022, or a year as 2022"), last, lambda text: text and last_day(text)
            ),
        ]
        filled = await self.app.push_screen_wait(FillingIn(_("Which days?"), asked, _("Search")))
        if filled is not None:
            self.days = (
                first_day(filled["first"]) if filled["first"] else None,
                last_day(filled["last"]) if filled["last"] else None,
            )
            self.seek()

    def action_clear(self) -> None:
        """Search without filters."""
        self.chosen, self.days = {}, (None, None)
        self.seek()

    # what was found

    @on(ReadsBook.TellingRead)
    def take_telling(self, message: ReadsBook.TellingRead) -> None:
        """Word what was found by the names that are known now."""
        if message.public == self.public:
            self.telling = message.telling
            self._show_found()

    @on(ReadsBook.Found)
    def take_found(self, message: ReadsBook.Found) -> None:
        """List what was found so far, if it is still what is sought."""
        if message.sought == self.sought:
            self._whole = message.whole
            self.listing = Listing(self.head, found=message.numbers)
            self._show_found()

    @on(ReadsBook.ReadingFailed)
    def leave(self, message: ReadsBook.ReadingFailed) -> None:
        """Leave the book and say why it cannot be read."""
        self.app.leave_book(self, message.problem)  # type: ignore[attr-defined]

    def _show_filters(self) -> None:
        said = [
            ": ".join((_(one.name), self.chosen[name].words)) for name, one in FILTERS.items() if name in self.chosen
        ]
        if any(self.days):
            said.append(" - ".join(day(one) if one else "" for one in self.days))
        self.query_one("#filters", Static).update(
            shown(" · ".join(said)) if said else _("All entries, of every kind and day")
        )

    def _show_found(self) -> None:
        rows = self.query_one("#list", Rows)
        if self.listing.found is None:
            rows.entitle(_("Found"))
            rows.show_lines(0, self._fetch)
        else:
            count = plural("{count} entry", "{count} entries", self.listing.count).format(count=self.listing.count)
            rows.entitle(_("Found: {count}").format(count=count), "" if self._whole else _("searching …"))
            rows.show_lines(self.listing.count, self._fetch, cursor=rows.cursor if rows.count else 0)
        self._tell()

    def _fetch(self, start: int, count: int) -> Sequence[Line]:
        if self.telling is None:
            return []
        return self._read(lambda telling: self.pages.lines(self.listing, telling, start, count))

    @on(LineList.Moved)
    def _tell(self) -> None:
        told, rows = self.query_one("#told", WrappedLines), self.query_one("#list", Rows)
        if self.listing.found is None:
            told.show_text([Line(text) for text in _hints()])
        elif rows.count and self.telling is not None:
            told.show_text(self._read(lambda telling: self.pages.detail(telling, self.listing.number(rows.cursor))))
        elif self._whole:
            told.show_text([Line(_("No entry holds these words.") if self.sought.words else _("No such entry."))])

    def _read(self, read: Callable[[Telling], Sequence[Line]]) -> Sequence[Line]:
        try:
            return read(self.telling) if self.telling is not None else []
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(problem))
            return []

    @on(LineList.Chosen)
    def action_go(self) -> None:
        """Go to the entry under the cursor."""
        rows = self.query_one("#list", Rows)
        if self.listing.found is not None and rows.cursor < self.listing.count:
            number = self.listing.number(rows.cursor)
            self.app.pop_screen()
            self._go(number)

    def action_move(self, lines: int) -> None:
        """Move the cursor among what was found."""
        self.query_one("#list", Rows).action_move(lines)

    def action_page(self, pages: int) -> None:
        """Move the cursor by what the list shows."""
        self.query_one("#list", Rows).action_page(pages)


def _hints() -> list[str]:
    return [
        _("Type words: every one of them must be there, and the beginning of a word will do."),
        _("The name of a person or a body finds the entries about it too."),
        _("Letters are taken as they stand: kår is not kar."),
        _("With the function keys below you choose a kind, a person, a matter, a meeting or days."),
    ]
