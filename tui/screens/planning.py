"""The board of a council: its meetings past and to come, and the next step of each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from events.catalogue import MeetingCancelled, MeetingRescheduled, MeetingScheduled
from events.ids import ItemId, MeetingId
from events.moments import ClockTime
from governance.drafts import Place
from governance.language import _, plural
from governance.planning.board import Board, BoardMeeting, board, open_meeting
from governance.planning.days import several_in, span_in, when_in
from governance.undoing import Step
from governance.wording.speaking import day
from tui.recording import Doing, Recorder
from tui.screens.filling_in import Asked, FillingIn
from tui.screens.recording_book import RecordsBook
from tui.telling.planning import about_meeting, board_line
from tui.widgets.key_bar import Key
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, held
from tui.widgets.wrapped_lines import WrappedLines

if TYPE_CHECKING:
    from tui.app import ReferatApp


class BoardScreen(RecordsBook):
    """Lists the meetings; Enter does what usually comes next. ``arriving`` goes on to the meeting that is going on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p,P", "plan", show=False, id="plan-meetings"),
        Binding("d,D", "agenda", show=False, id="build-agenda"),
        Binding("m,M", "sitting", show=False, id="hold-meeting"),
        Binding("r,R", "minutes", show=False, id="show-minutes"),
        Binding("t,T", "reschedule", show=False, id="reschedule"),
        Binding("a,A", "call_off", show=False, id="call-off"),
        Binding("f,F", "follow_up", show=False, id="follow-up"),
        Binding("i,I", "take_over", show=False, id="take-over"),
        Binding("k,K", "archive", show=False, id="archive"),
        Binding("f8", "search", show=False, id="search-book"),
        Binding("f9", "travel", show=False, id="travel-book"),
        Binding("b,B,escape", "leave", show=False, id="leave-board"),
    ]
    app: "ReferatApp"

    def __init__(self, recorder: Recorder, *, arriving: bool = False) -> None:
        super().__init__(recorder)
        self._arriving = arriving
        self._board: Board | None = None
        self._today = ""

    def body(self) -> ComposeResult:
        """Return the list, and what is told about the meeting under the cursor."""
        with Container(id="board-panes"):
            yield LineList(id="board", classes="pane")
            yield WrappedLines(id="about-meeting", classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("Enter", _("Next step"), "screen.next_step"),
            Key("P", _("Plan"), "screen.plan"),
            Key("D", _("Agenda"), "screen.agenda"),
            Key("M", _("Meeting"), "screen.sitting"),
            Key("R", _("Minutes"), "screen.minutes"),
            Key("F", _("Follow-up"), "screen.follow_up"),
            Key("T", _("New time"), "screen.reschedule"),
            Key("A", _("Call off"), "screen.call_off"),
            Key("K", _("Archive"), "screen.archive"),
            Key("F8", _("Search"), "screen.search"),
            Key("F9", _("Time travel"), "screen.travel"),
            Key("B", _("Books"), "screen.leave"),
            Key("F1", _("Help"), "screen.help"),
            Key("Q", _("Quit"), "app.quit"),
        ]

    def on_mount(self) -> None:
        """Remember where one is; who arrives goes on to where they were first."""
        self.query_one("#board", LineList).focus()
        self._stand_here()

    def _stand_here(self) -> None:
        if not self._arriving:
            self.app.stand_at(Place(book=self.recorder.book))

    def more_keys(self) -> Sequence[Key]:
        """Return what the screen can do besides what stands at its foot."""
        return [
            Key("I", _("Take over minutes that exist"), "screen.take_over"),
            Key("", _("Documents that were taken over; take one back"), "screen.documents_taken"),
            *super().more_keys(),
        ]

    def place(self) -> tuple[MeetingId | None, ItemId | None]:
        """Return the meeting under the cursor."""
        return self._meeting.id if self._meeting is not None else None, None

    def on_screen_resume(self) -> None:
        """Stand here again, and show what was recorded on what lay over it."""
        self._stand_here()
        steps = self.recorder.steps.done
        self._say_last(steps[-1].words if steps and not self.app.projector else "")
        if steps and self.app.projector:
            self._say_last_seen(steps[-1])
        self.refresh_book()

    def _say_last(self, words: str) -> None:
        self.say(_("Last: {words}   ^Z Undo").format(words=words) if words else "")

    @work(exclusive=True, group="last")
    async def _say_last_seen(self, step: Step) -> None:
        """Say what was recorded last, as those may read it who see the screen."""
        self._say_last(await self.words_seen(step))

    async def show_newest(self) -> None:
        """Show the meetings as they stand now."""
        first = self._board is None
        now, self._today, going_on = await self.recorder.ask_book(
            lambda book: (board(book.current(), book.today()), book.today(), open_meeting(book.current()))
        )
        self._board = now
        self.entitle(_("{council}: meetings").format(council=now.council))
        meetings = self.query_one("#board", LineList)
        lines = [board_line(one) for one in now.meetings] or [Line(_("No meetings are planned yet."), "faint")]
        meetings.entitle(
            _("Meetings"), plural("{count} member", "{count} members", now.members).format(count=now.members)
        )
        meetings.show_lines(len(lines), held(lines), cursor=now.cursor if first else meetings.cursor)
        self._tell()
        if self._arriving:
            self._arriving = False
            self._go_on(going_on)

    def _go_on(self, going_on: MeetingId | None) -> None:
        """Go on to the meeting where one was, or else to the one that is going on."""
        place = self.app.drafts.place
        held = {meeting.id for meeting in self._board.meetings if meeting.status != "cancelled"} if self._board else ()
        was = place.meeting if place.book == self.recorder.book else None
        there = MeetingId(was) if was is not None and was in held else going_on
        if there is not None:
            self._hold(there)
        else:
            self._stand_here()

    @property
    def _meeting(self) -> BoardMeeting | None:
        meetings = self._board.meetings if self._board is not None else ()
        cursor = self.query_one("#board", LineList).cursor
        return meetings[cursor] if 0 <= cursor < len(meetings) else None

    @on(LineList.Moved)
    def _tell(self) -> None:
        about = self._meeting
        nothing = [
            Line(_("Enter: plan the first meeting. Several days can be given at once.")),
        ]
        self.query_one("#about-meeting", WrappedLines).show_text(
            about_meeting(about, self._today) if about is not None else nothing
        )

    # going on

    @on(LineList.Chosen)
    def action_next_step(self) -> None:
        """Do what usually comes next for the meeting under the cursor."""
        meeting = self._meeting
        if meeting is None:
            self.action_plan()
        elif meeting.status == "cancelled":
            self.say(_("The meeting was called off."))
        elif meeting.step in ("build-agenda", "send-agenda"):
            self.action_agenda()
        elif meeting.step in ("open", "go-on"):
            self.action_sitting()
        else:
            self.action_minutes()

    def action_agenda(self) -> None:
        """Build the agenda of the meeting."""
        from tui.screens.agenda import AgendaScreen

        if (meeting := self._counting()) is not None:
            self.app.push_screen(AgendaScreen(self.recorder, meeting.id))

    def action_sitting(self) -> None:
        """Hold the meeting."""
        if (meeting := self._counting()) is not None:
            self._hold(meeting.id)

    def _hold(self, meeting: MeetingId) -> None:
        from tui.screens.sitting import SittingScreen

        self.app.push_screen(SittingScreen(self.recorder, meeting))

    def action_minutes(self) -> None:
        """Show the minutes of the meeting."""
        from tui.screens.minutes import MinutesScreen

        if (meeting := self._counting()) is not None:
            self.app.push_screen(MinutesScreen(self.recorder, meeting.id))

    def action_follow_up(self) -> None:
        """Show what is to be followed up."""
        from tui.screens.followup import FollowUpScreen

        self.app.push_screen(FollowUpScreen(self.recorder))

    def action_take_over(self) -> None:
        """Take over minutes that exist."""
        from tui.screens.importing_files import ImportingFilesScreen

        self.app.push_screen(ImportingFilesScreen())

    def action_documents_taken(self) -> None:
        """Show the documents that the book was taken over from."""
        from tui.screens.documents_taken import DocumentsTakenScreen

        self.app.push_screen(DocumentsTakenScreen(self.recorder))

    def action_archive(self) -> None:
        """Browse the book."""
        self.app.open_archive(self.recorder.book)

    def action_travel(self) -> None:
        """Travel through the book."""
        self.app.open_journey(self.recorder.book)

    def action_search(self) -> None:
        """Search the words of the book."""
        self.app.open_search(self.recorder.book)

    def action_leave(self) -> None:
        """Go back to the books; a practice is over then."""
        self.app.pop_screen()
        self.app.end_practice()

    def _counting(self) -> BoardMeeting | None:
        meeting = self._meeting
        if meeting is None:
            self.say(_("No meetings are planned yet."))
        elif meeting.status == "cancelled":
            self.say(_("The meeting was called off."))
        return meeting if meeting is not None and meeting.status != "cancelled" else None

    # planning

    @work(exclusive=True, group="planning")
    async def action_plan(self) -> None:
        """Plan meetings, several at once."""
        last = self._board.meetings[-1] if self._board is not None and self._board.meetings else None
        asked = [
            Asked(
                "days",
                _("Days"),
                _("One or several, with a semicolon between: 12.1.2027; 9.2.2027; 9.3.2027"),
                problem=lambda text: several_in(text, self._today),
                needed=True,
            ),
            Asked("time", _("Time"), _("From and to: 16.00-18.00"), _span(last), problem=span_in),
            Asked("place", _("Place"), "", last.place or "" if last is not None else ""),
        ]
        filled = await self.app.push_screen_wait(FillingIn(_("Plan meetings"), asked, _("Plan")))
        if filled is None:
            return
        start, end = span_in(filled["time"])
        doings = [
            Doing(_scheduled(one.day, one.start or start, one.end if one.start else end, filled["place"] or None))
            for one in several_in(filled["days"], self._today)
        ]
        words = plural("{count} meeting planned", "{count} meetings planned", len(doings)).format(count=len(doings))
        await self.record(doings, words)

    @work(exclusive=True, group="planning")
    async def action_reschedule(self) -> None:
        """Move a meeting to another time or place."""
        meeting = self._counting()
        if meeting is None:
            return
        asked = [
            Asked("day", _("Day"), "", day(meeting.day), lambda text: when_in(text, self._today), needed=True),
            Asked("time", _("Time"), _("From and to: 16.00-18.00"), _span(meeting), problem=span_in),
            Asked("place", _("Place"), "", meeting.place or ""),
        ]
        filled = await self.app.push_screen_wait(
            FillingIn(_("New time for the meeting of {day}").format(day=day(meeting.day)), asked, _("Move"))
        )
        if filled is None:
            return
        when = when_in(filled["day"], self._today)
        start, end = span_in(filled["time"])
        moved = MeetingRescheduled(
            meeting=meeting.id,
            date=when.day,
            start=_clock(when.start or start),
            end=_clock(when.end or end),
            place=filled["place"] or None,
        )
        await self.record([Doing(moved)], _("meeting moved to {day}").format(day=day(when.day)))

    @work(exclusive=True, group="planning")
    async def action_call_off(self) -> None:
        """Call a meeting off."""
        meeting = self._counting()
        if meeting is None:
            return
        asked = [Asked("reason", _("Reason"), _("May be left empty. It stands in the book."))]
        title = _("Call off the meeting of {day}").format(day=day(meeting.day))
        filled = await self.app.push_screen_wait(FillingIn(title, asked, _("Call off")))
        if filled is not None:
            cancelled = MeetingCancelled(meeting=meeting.id, reason=filled["reason"] or None)
            await self.record([Doing(cancelled)], _("meeting of {day} called off").format(day=day(meeting.day)))


def _span(meeting: BoardMeeting | None) -> str:
    if meeting is None or meeting.start is None:
        return ""
    return "-".join(part.replace(":", ".") for part in (meeting.start, meeting.end) if part)


def _scheduled(day: str, start: str | None, end: str | None, place: str | None) -> MeetingScheduled:
    return MeetingScheduled(date=day, start=_clock(start), end=_clock(end), place=place)


def _clock(text: str | None) -> ClockTime | None:
    return ClockTime(text) if text else None
