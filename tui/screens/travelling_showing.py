"""Showing a journey: the timeline, the entries, and beside them what an entry changed and what stands after it."""

from collections.abc import Sequence
from pathlib import Path

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from events.errors import ReferatError
from events.text import shown
from governance.language import _
from governance.wording.speaking import day
from tui.screens.travelling_reading import TravelsInBook
from tui.telling.journey import Around, Placed
from tui.whole_book import Found
from tui.widgets.asking import Asking
from tui.widgets.lines import Line, held
from tui.widgets.placed_lines import PlacedLines
from tui.widgets.timeline_bar import TimelineBar
from tui.widgets.travel_list import TravelList
from tui.widgets.wrapped_lines import WrappedLines

MEETING, COUNCIL, MATTERS = "meeting", "council", "matters"
_CORNERS = 4
"""Cells of a frame that are not for words."""


class ShowsJourney(TravelsInBook):
    """Shows where one is in time. ``point`` is the entry, ``day`` the day (ISO) that is looked at, where one is chosen."""

    def __init__(self, record: Path, book: str, council: str, head: int, point: int | None = None) -> None:
        super().__init__(record, book, head)
        self.council = council
        self.point = min(point or head, head)
        self.day: str | None = None
        self.view = MEETING
        self.around: Around | None = None
        self.findings: Sequence[Found] = ()
        self.marked: int | None = None
        self.playing = False
        self._matters: tuple[int, Placed] | None = None

    def body(self) -> ComposeResult:
        """Return the timeline, the entries, what an entry changed and what stands after it."""
        yield TimelineBar(id="timeline")
        with Horizontal(id="travel-panes"):
            yield TravelList(id="travel-entries", classes="pane")
            with Vertical(id="travel-beside"):
                yield WrappedLines(id="changed", classes="pane")
                yield PlacedLines(id="standing", classes="pane")
            yield PlacedLines(id="council-then", classes="pane")
        yield Asking(id="asking")

    @property
    def entries(self) -> TravelList:
        """The list of the entries."""
        return self.query_one("#travel-entries", TravelList)

    def action_go(self, number: int) -> None:
        """Go to an entry; -1 is the last."""
        self.entries.cursor = (self.head if number < 0 else min(number, self.head)) - 1

    # taking in what was read

    @on(TravelsInBook.Prepared)
    def take_in_index(self, message: TravelsInBook.Prepared) -> None:
        """Travel as soon as the place where one wants to be is reached."""
        first = self.journey is None
        self.journey = message.journey
        if message.whole:
            self.head = message.reached
        if first or message.whole:
            self.entries.show_lines(self.head, self._fetch, cursor=self.point - 1)
            self.entries.entitle(_("Entries"))
        if message.whole or (self.around is None and message.reached >= self.point):
            self.arrive()
        elif self.around is None:
            self.say(_("Preparing: entry {number} of {head}").format(number=message.reached, head=self.head))

    @on(TravelsInBook.Arrived)
    def show_around(self, message: TravelsInBook.Arrived) -> None:
        """Show what stands around the entry, if one is still there."""
        around = message.around
        if (around.number, around.on) == (self.point, self.day):
            self.around = around
            self.show_place()

    @on(TravelsInBook.TimelineRead)
    def show_timeline(self, message: TravelsInBook.TimelineRead) -> None:
        """Show the whole book on one line."""
        self.query_one(TimelineBar).show_timeline(message.timeline)

    @on(TravelsInBook.MattersRead)
    def show_matters(self, message: TravelsInBook.MattersRead) -> None:
        """Show what was not done with."""
        self._matters = (message.number, message.lines)
        if self.view == MATTERS:
            self._show_standing()

    @on(TravelsInBook.CannotTell)
    def show_words(self, message: TravelsInBook.CannotTell) -> None:
        """Say why something cannot be told."""
        self.say(message.words)

    @on(TravelsInBook.ReadingFailed)
    def leave(self, message: TravelsInBook.ReadingFailed) -> None:
        """Leave the book and say why it cannot be read."""
        self.app.leave_book(self, message.problem)  # type: ignore[attr-defined]

    # showing it

    def arrive(self) -> None:
        """Have what stands around the entry read and shown."""
        self.entitle_point()
        if self.journey is not None and self.journey.reached >= self.point:
            self.see(self.journey, self.point, self.day)
            if self.view == MATTERS:
                self.read_matters(self.point)

    def entitle_point(self) -> None:
        """Write where in time one is."""
        title = _("TIME TRAVEL · read-only · after entry {number} of {head}")
        words = title.format(number=self.point, head=self.head)
        if self.day is not None:
            words += " · " + _("on {day}").format(day=day(self.day))
        if self.playing:
            words += " · " + _("playing")
        self.entitle(words)

    def say(self, words: str) -> None:
        """Say something below the list, or over the screen where there is no room for it."""
        fits = cell_len(words) <= self.entries.size.width - _CORNERS
        self.entries.border_subtitle = Content(shown(words) if fits else "")
        if not fits:
            self.notify(shown(words), markup=False)

    def show_place(self) -> None:
        """Show what was read of the place where one is."""
        around = self.around
        if around is None:
            return
        changed = self.query_one("#changed", WrappedLines)
        changed.entitle(_("Changed by entry {number}").format(number=around.number))
        changed.show_text(around.changed)
        council = self.query_one("#council-then", PlacedLines)
        council.entitle(_("The council"))
        council.show_placed(around.council)
        self._show_standing()
        placed = {} if self.marked is None or self.journey is None else {"A": self.journey.stand(self.marked).day}
        self.query_one(TimelineBar).show_here(around.stand.day, placed)
        self.say(_("A: entry {number}").format(number=self.marked) if self.marked is not None else "")

    def _show_standing(self) -> None:
        if self.around is None:
            return
        standing = self.query_one("#standing", PlacedLines)
        title = {MEETING: _("1 Meeting"), COUNCIL: _("2 The council"), MATTERS: _("3 Matters and tasks")}[self.view]
        since = self.around.since_approved if self.view == MEETING else ""
        standing.entitle(_("{view}, after entry {number}").format(view=title, number=self.point), since)
        if self.view != MATTERS:
            meeting = self.view == MEETING
            placed = self.around.meeting if meeting else self.around.council
            standing.show_placed(placed, toward=self.around.in_hand if meeting else None)
        elif self._matters is not None and self._matters[0] == self.point:
            standing.show_placed(self._matters[1])
        else:
            standing.entitle(_("{view}: reading …").format(view=title))

    def _fetch(self, start: int, count: int) -> Sequence[Line]:
        if self.journey is None:
            return []
        last = min(start + count, self.head)
        known = max(0, min(last, self.journey.reached) - start)
        try:
            lines = self.journey.entry_lines(start + 1, known, len(str(self.head))) if known else []
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(problem))
            return []
        return [*lines, *(Line(f"{number} …", "faint") for number in range(start + known + 1, last + 1))]

    def forget(self) -> None:
        """Take what was read from the screen, until it is read anew for others to see, or no longer."""
        journey, self.journey, self.around, self._matters = self.journey, None, None, None
        self.entries.show_lines(self.head, held(()), cursor=self.point - 1)
        self.query_one("#changed", WrappedLines).show_text(())
        for pane in self.query(PlacedLines):
            pane.show_placed(())
        if journey is not None:
            journey.close()
