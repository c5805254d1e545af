"""One book: what the keys do."""

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType

from events.errors import ReferatError
from events.log import BookHead
from governance.language import _, said
from governance.searching.sought import Sought
from tui.listing import Listing
from tui.reading import Named
from tui.remembers_settings import RemembersSettings
from tui.screens.amending import AmendsEntries
from tui.screens.book_showing import ENTRIES, entry_title, view_names
from tui.screens.helping import book_help
from tui.screens.reading_text import EntryScreen, TextScreen
from tui.widgets.asking import Asking
from tui.widgets.key_bar import Key
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line
from tui.widgets.wrapped_lines import WrappedLines

if TYPE_CHECKING:
    from tui.works_on_books import WorksOnBooks

LOOK_AGAIN = 0.5
"""Seconds between two looks at whether somebody recorded more."""

GO_TO, SEARCH = "go-to", "search"


class BookScreen(AmendsEntries):
    """Browses one book. The cursor among the entries is the point in time for the other views."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(place), f"view({place - 1})", show=False, id=f"view-{place}") for place in range(1, 10)),
        Binding("left", "step(-1)", show=False, id="earlier"),
        Binding("right", "step(1)", show=False, id="later"),
        Binding("g,G", "go_to", show=False, id="go-to"),
        Binding("n,N", "newest", show=False, id="newest"),
        Binding("s,S", "ask_search", show=False, id="search"),
        Binding("f8", "search_with_filters", show=False, id="search-with-filters"),
        Binding("f9", "travel", show=False, id="travel"),
        Binding("j,J", "behind", show=False, id="entries-behind"),
        Binding("p,P", "pictures", show=False, id="pictures"),
        Binding("o,O", "turn", show=False, id="turn"),
        Binding("enter", "open", show=False, id="open"),
        Binding("escape", "back", show=False, id="back"),
        Binding("v,V", "audit", show=False, id="audit"),
        Binding("b,B", "app.pop_screen", show=False, id="books"),
        Binding("h,H", "read_help", show=False, id="help"),
    ]

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        correct = [Key("R", _("Correct"), "screen.amend")] if self.records else []
        return [
            Key("Enter", _("Open"), "screen.open"),
            Key("←→", _("Time"), "screen.step(-1)"),
            Key("G", _("Go to"), "screen.go_to"),
            Key("S", _("Search"), "screen.ask_search"),
            *correct,
            Key("F9", _("Time travel"), "screen.travel"),
            Key("J", _("Entries behind"), "screen.behind"),
            Key("F8", _("Search with filters"), "screen.search_with_filters"),
            Key("P", _("Pictures"), "screen.pictures"),
            Key("O", _("Order"), "screen.turn"),
            Key("B", _("Books"), "app.pop_screen"),
            Key("F1", _("Help"), "screen.help"),
            Key("Q", _("Quit"), "app.quit"),
        ]

    def more_keys(self) -> Sequence[Key]:
        """Return what can be done besides what stands at the foot."""
        walking = [
            Key("^Z", _("Undo what was recorded last"), "screen.undo"),
            Key("^Y", _("Record it anew"), "screen.redo"),
        ]
        return [
            *(Key(str(at), name, f"screen.view({at - 1})") for at, name in enumerate(view_names().values(), 1)),
            Key("N", _("To the newest entry"), "screen.newest"),
            Key("Tab", _("To the next pane"), "app.focus_next"),
            *(walking if self.records else ()),
            Key("V", _("Audit: is everything as it was recorded?"), "screen.audit"),
            Key("^L", _("Projector: hide what is closed, or show it again"), "app.projector"),
            Key("", _("Settings: language, colours"), "app.settings"),
            Key("H", _("What you see here, and every key in words"), "screen.read_help"),
        ]

    def on_mount(self) -> None:
        """Read the book, and look now and then whether there is more of it."""
        self.entitle(self.council)
        self.lines.focus()
        self.read_telling(self.head)
        self.set_interval(LOOK_AGAIN, self.look_again)
        cast(RemembersSettings, self.app).projector_signal.subscribe(self, self._read_anew)

    def _read_anew(self, _others_see: bool) -> None:
        self.forget()
        self.read_telling(self.head)

    # moving

    @on(LineList.Moved)
    def follow(self) -> None:
        """Tell about the line under the cursor."""
        if self.view == ENTRIES and self.listing.count:
            self.point = self.listing.number(self.lines.cursor)
            self.entitle_point()
        self.tell_soon()

    @on(LineList.Chosen)
    def action_open(self) -> None:
        """Tell all about the line under the cursor over the whole screen."""
        told = self.query_one("#told", WrappedLines)
        if self.view != ENTRIES:
            self.app.push_screen(TextScreen(self.lines.title, told.told))
        elif self.listing.count:
            self.app.push_screen(EntryScreen(entry_title(self.point), told.told, self.point, self._stepped))

    def _stepped(self, number: int) -> tuple[str, Sequence[Line]] | None:
        if not 1 <= number <= self.head:
            return None
        self.go(number)
        return entry_title(number), self.told_of_entry(number)

    def go(self, number: int) -> None:
        """Stand at an entry; a search that does not find it is given up."""
        self.point = number
        if not self.listing.lists(number):
            self._show_all()
        self.show()

    def _show_all(self) -> None:
        self.words, self.behind, self.sought = "", "", Sought()
        self.sought_from = 0
        self.listing = Listing(self.head, newest_first=self.listing.newest_first)

    def action_step(self, entries: int) -> None:
        """Go an entry back or forth in time; of those that a search found, where they are listed."""
        if self.view != ENTRIES or not self.listing.count:
            self.go(max(1, min(self.point + entries, self.head)))
            return
        lines = -entries if self.listing.newest_first else entries
        self.lines.cursor += lines

    def action_newest(self) -> None:
        """Go to the newest entry."""
        self.go(self.head)

    def action_view(self, place: int) -> None:
        """Show a view."""
        self.view = list(view_names())[place]
        self._show_all()
        self.lines.focus()
        self.show()

    def action_turn(self) -> None:
        """Put the newest entry first, or the oldest."""
        self.listing = Listing(self.head, newest_first=not self.listing.newest_first, found=self.listing.found)
        self.show()

    def action_back(self) -> None:
        """Show all again after a search; else go back to the books."""
        if self.words or self.behind:
            self._show_all()
            self.show()
        else:
            self.app.pop_screen()

    # jumping

    def action_behind(self) -> None:
        """List the entries that stand behind the row under the cursor."""
        row = self.row
        if row is None or not (row.about or row.entries):
            self.notify(
                _("Stand on a member, a meeting, a matter or another row that is no entry first."), markup=False
            )
            return
        self._show_all()
        self.view, self.behind = ENTRIES, row.line.text.strip()
        self.lines.focus()
        if row.entries:
            self.list_entries(array("q", row.entries))
        else:
            self.sought = Sought(about=(row.about,))
            self.listing = Listing(self.head, newest_first=self.listing.newest_first, found=array("q"))
            self.search(self.sought)
            self.show()

    def list_entries(self, numbers: "array[int]") -> None:
        """List these entries only."""
        self.listing = Listing(self.head, newest_first=self.listing.newest_first, found=numbers)
        self.show()

    def action_search_with_filters(self) -> None:
        """Search all words of the book, by kind, person, matter, meeting and day too; go to what is chosen."""
        from tui.screens.searching import SearchScreen

        self.app.push_screen(SearchScreen(self.record, self._named, self._jump))

    @property
    def _named(self) -> Named:
        return Named(BookHead(self.book_name, self.head), self.council)

    def _jump(self, number: int) -> None:
        self.view = ENTRIES
        self._show_all()
        self.go(number)

    def action_pictures(self) -> None:
        """Show the book as pictures: attendance, entries over time, the age of open matters, members over time."""
        from tui.screens.pictures import PicturesScreen

        self.app.push_screen(PicturesScreen(self.record, self._named))

    def action_travel(self) -> None:
        """Travel through the book from here on."""
        self.app.open_journey(self.book_name, at=self.point)  # type: ignore[attr-defined]

    def action_audit(self) -> None:
        """Show whether everything in the book is as it was recorded."""
        cast("WorksOnBooks", self.app).audit(self.book_name)

    def action_read_help(self) -> None:
        """Tell what one sees here, and what every key does."""
        self.app.push_screen(TextScreen(_("Help"), book_help(records=self.records)))

    # asking

    def action_go_to(self) -> None:
        """Ask which entry to go to."""
        question = _("Go to entry (1 to {head}, or a day such as 2026-11-21):").format(head=self.head)
        self.query_one("#asking", Asking).ask(GO_TO, question)

    def action_ask_search(self) -> None:
        """Ask for the words to search for; the cursor stays as near to where it stands as what is found allows."""
        self.sought_from = self.sought_from or self.point
        self.query_one("#asking", Asking).ask(SEARCH, _("Search:"), self.words)

    @on(Asking.Typed)
    def search_while_typing(self, message: Asking.Typed) -> None:
        """Show what holds the words that are typed."""
        if message.kind != SEARCH or message.text.strip() == self.words:
            return
        self.words = message.text.strip()
        self.point = self.sought_from or self.point
        self.behind, self.sought = "", Sought(words=self.words) if self.view == ENTRIES else Sought()
        if self.sought.asks:
            self._landed = self.point
            self.search(self.sought)
            return
        self.listing = Listing(self.head, newest_first=self.listing.newest_first)
        self.show()

    @on(Asking.Answered)
    def take_answer(self, message: Asking.Answered) -> None:
        """Go where was asked to, or keep what the search found."""
        asking = self.query_one("#asking", Asking)
        if message.kind == GO_TO and message.text.strip():
            try:
                self.go(self.pages.number_at(message.text.strip()))
            except ReferatError as problem:
                asking.refuse(said(problem))
                return
        if message.kind == SEARCH and not self.words:
            self._show_all()
        asking.close()
        self.lines.focus()

    @on(Asking.GivenUp)
    def give_up(self, message: Asking.GivenUp) -> None:
        """Leave the line; a search shows all again."""
        self.query_one("#asking", Asking).close()
        if message.kind == SEARCH:
            self.point = self.sought_from or self.point
            self._show_all()
            self.show()
        self.lines.focus()
