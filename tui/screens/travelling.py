"""Travelling through a book: what the keys do. Nothing is recorded here."""

from collections.abc import Sequence
from typing import ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.timer import Timer

from events.errors import ReferatError
from events.ids import MeetingId
from governance.language import _, plural, said
from governance.wording.findings import severity_said
from governance.wording.speaking import day
from tui.remembers_settings import RemembersSettings
from tui.screens.choosing import Choice, Choosing
from tui.screens.reading_text import TextScreen
from tui.screens.travelling_explaining import ExplainsJourney
from tui.screens.travelling_reading import TravelsInBook
from tui.screens.travelling_showing import COUNCIL, MATTERS, MEETING
from tui.screens.two_minutes import TwoMinutesScreen
from tui.widgets.asking import Asking
from tui.widgets.key_bar import Key
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line
from tui.widgets.timeline_bar import TimelineBar

GO_TO, ON_DAY = "go-to", "on-day"
_PLAYED_EVERY = 0.7
"""Seconds between two entries while it plays."""


class TravelScreen(ExplainsJourney):
    """Steps through a book entry by entry, and tells what the book said then and why."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False, id="travel-earlier"),
        Binding("right", "step(1)", show=False, id="travel-later"),
        Binding("comma", "item(-1)", show=False, id="travel-item-before"),
        Binding("full_stop", "item(1)", show=False, id="travel-item-after"),
        Binding("home", "go(1)", show=False, id="travel-first"),
        Binding("end", "go(-1)", show=False, id="travel-last"),
        Binding("g,G", "go_to", show=False, id="travel-go-to"),
        Binding("d,D", "on_day", show=False, id="travel-on-day"),
        Binding("space", "play", show=False, id="travel-play"),
        Binding("m,M", "mark", show=False, id="travel-mark"),
        Binding("a,A", "two_minutes", show=False, id="travel-as-approved"),
        Binding("f,F", "findings", show=False, id="travel-findings"),
        Binding("e,E", "export", show=False, id="travel-export"),
        Binding("1", f"view('{MEETING}')", show=False, id="travel-meeting"),
        Binding("2", f"view('{COUNCIL}')", show=False, id="travel-council"),
        Binding("3", f"view('{MATTERS}')", show=False, id="travel-matters"),
        Binding("escape", "back", show=False, id="travel-back"),
    ]

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("←→", _("Step"), "screen.step(1)"),
            Key(",.", _("Item"), "screen.item(1)"),
            Key("G", _("Go to"), "screen.go_to"),
            Key("A", _("As approved"), "screen.two_minutes"),
            Key("E", _("Export"), "screen.export"),
            Key("F", _("Findings"), "screen.findings"),
            Key("M", _("Mark"), "screen.mark"),
            Key("F1", _("Help"), "screen.help"),
            Key("Esc", _("Back"), "screen.back"),
        ]

    def more_keys(self) -> Sequence[Key]:
        """Return what else can be done."""
        return [
            Key("PgUp PgDn", _("20 entries back and forth"), "screen.step(20)"),
            Key("Home End", _("To the first and the last entry"), "screen.go(1)"),
            Key(_("Space"), _("Play the book, or stop"), "screen.play"),
            Key("D", _("Who was a member and held an office on a day"), "screen.on_day"),
            Key(
                "1",
                _("The meeting, and whether its minutes were changed after they were approved"),
                "screen.view('meeting')",
            ),
            Key("2", _("Members and offices"), "screen.view('council')"),
            Key("3", _("Open matters and tasks"), "screen.view('matters')"),
            Key("Enter", _("Why: the entries behind the line under the cursor"), "screen.why"),
            Key("Tab", _("To the next pane"), "app.focus_next"),
        ]

    def on_mount(self) -> None:
        """Make ready for the journey."""
        self.entries.focus()
        self.entitle_point()
        self._player: Timer = self.set_interval(_PLAYED_EVERY, self._play_on, pause=True)
        self.prepare()
        cast(RemembersSettings, self.app).projector_signal.subscribe(self, self._read_anew)

    def on_unmount(self) -> None:
        """Let go of the record."""
        if self.journey is not None:
            self.journey.close()

    def _read_anew(self, _others_see: bool) -> None:
        self.forget()
        self.prepare()

    # going

    @on(LineList.Moved)
    def follow(self, message: LineList.Moved) -> None:
        """Go where the cursor among the entries went."""
        if message.line_list is self.entries and self.journey is not None and message.index + 1 != self.point:
            self.point = message.index + 1
            self.arrive()

    def action_step(self, entries: int) -> None:
        """Go some entries back or forth."""
        self.action_go(max(1, self.point + entries))

    def action_item(self, items: int) -> None:
        """Go to where the entries about the next item or about the one before begin."""
        if self.journey is None:
            return
        found = self.journey.item_from(self.point, later=items > 0)
        if found is None:
            self.say(_("There is no further item."))
        else:
            self.action_go(found)

    @on(TimelineBar.Pointed)
    def go_to_day(self, message: TimelineBar.Pointed) -> None:
        """Go to the day on the timeline that was clicked on."""
        if self.journey is not None:
            self.action_go(self.journey.destination(message.day, message.day))

    def action_play(self) -> None:
        """Go on by itself, or stop."""
        self.playing = not self.playing and self.point < self.head
        if self.playing:
            self._player.resume()
        else:
            self._player.pause()
        self.entitle_point()

    def _play_on(self) -> None:
        if self.app.screen is not self or self.point >= self.head:
            self.action_play()
        else:
            self.action_step(1)

    # asking where to

    def action_go_to(self) -> None:
        """Ask where to go."""
        question = _("Go to (1 to {head}, a day or m12):").format(head=self.head)
        self.query_one(Asking).ask(GO_TO, question)

    def action_on_day(self) -> None:
        """Ask on which day the book is to be looked at; no day is the day of the entry."""
        self.query_one(Asking).ask(
            ON_DAY, _("Who was what on the day (empty: that of the entry):"), day(self.day or "")
        )

    @on(Asking.Answered)
    def take_answer(self, message: Asking.Answered) -> None:
        """Go where was asked to."""
        asking, text = self.query_one(Asking), message.text.strip()
        try:
            if message.kind == ON_DAY:
                self._look_on(text)
            elif text and self.journey is not None:
                self.action_go(self.journey.destination(text, self._today))
        except ReferatError as problem:
            asking.refuse(said(problem))
            return
        asking.close()
        self.entries.focus()

    @on(Asking.GivenUp)
    def give_up(self) -> None:
        """Put the line away."""
        self.query_one(Asking).close()
        self.entries.focus()

    def _look_on(self, text: str) -> None:
        from governance.danish.typed import typed_day

        self.day = typed_day(text, self._today, "past") if text else None
        self.view = COUNCIL if self.day is not None else MEETING
        self.arrive()

    @property
    def _today(self) -> str:
        return (self.around.stand.day if self.around is not None else "") or "2000-01-01"

    # what is shown

    def action_view(self, view: str) -> None:
        """Show the meeting, the council, or the matters and tasks."""
        self.view = view
        if view == MATTERS:
            self.read_matters(self.point)
        self.show_place()

    def action_mark(self) -> None:
        """Mark the entry; at another entry show what differs between the two; at the same one take the mark away."""
        if self.marked is None or self.marked == self.point:
            self.marked = self.point if self.marked is None else None
            self.show_place()
            if self.marked is not None:
                self.say(_("A: entry {number}. M elsewhere: what differs").format(number=self.marked))
            return
        self.read_difference(*sorted((self.marked, self.point)))

    @on(TravelsInBook.DifferenceRead)
    def show_difference(self, message: TravelsInBook.DifferenceRead) -> None:
        """Show what differs between two entries."""
        title = _("From entry {first} to entry {last}").format(first=message.first, last=message.last)
        lines = [Line(line, "" if line.startswith(" ") else "heading") for line in message.lines]
        self.app.push_screen(TextScreen(title, lines or [Line(_("Nothing differs."))]))

    def action_two_minutes(self) -> None:
        """Show the minutes of the meeting as approved and as corrected."""
        meeting = self.around.stand.meeting if self.around is not None else ""
        if meeting:
            self.say(_("reading …"))
            self.read_minutes(MeetingId(meeting))
        else:
            self.say(_("There is no meeting here yet."))

    @on(TravelsInBook.MinutesRead)
    def show_minutes(self, message: TravelsInBook.MinutesRead) -> None:
        """Show the minutes side by side."""
        self.say("")
        since = self.journey.since_approved(message.meeting) if self.journey is not None else None
        if since is not None:
            self.app.push_screen(TwoMinutesScreen(since, message.minutes))

    def action_findings(self) -> None:
        """List what the check finds, and mark it on the timeline."""
        if self.journey is not None:
            self.say(_("reading …"))
            self.read_findings()

    @on(TravelsInBook.FindingsRead)
    def show_findings(self, message: TravelsInBook.FindingsRead) -> None:
        """List what was found; what is chosen is gone to."""
        self.findings = message.findings
        numbers = [found.number for found in self.findings if found.number]
        self.say(plural("{count} finding", "{count} findings", len(self.findings)).format(count=len(self.findings)))
        if self.journey is None:
            return
        self.query_one(TimelineBar).show_timeline(self.journey.timeline(numbers))
        choices = [
            Choice(str(index), found.words, severity_said(found.severity), found.heading)
            for index, found in enumerate(self.findings)
        ]

        def go(chosen: str | None) -> None:
            number = self.findings[int(chosen)].number if chosen is not None else 0
            if number:
                self.action_go(number)

        if choices and self.app.screen is self:
            self.app.push_screen(Choosing(_("Findings: Enter goes to the entry"), choices), go)

    def action_back(self) -> None:
        """Look at the day of the entry again, take the mark away, or leave."""
        if self.day is not None:
            self._look_on("")
        elif self.marked is not None:
            self.marked = None
            self.show_place()
        else:
            self.app.pop_screen()
