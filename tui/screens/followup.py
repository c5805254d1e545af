"""What is to be followed up: tasks, what was sent, and what is overdue."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from events.catalogue import AnswerReceived, TaskCompleted
from events.ids import DispatchId, TaskId
from governance.language import _, plural
from governance.planning.days import day_in
from governance.planning.followup import FollowUp, follow_ups
from governance.wording.speaking import day
from tui.recording import Doing, Recorder
from tui.screens.choosing import Choice, Choosing
from tui.screens.filling_in import Asked, FillingIn
from tui.screens.recording_book import RecordsBook
from tui.telling.planning import follow_up_line
from tui.widgets.key_bar import Key
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, held
from tui.widgets.wrapped_lines import WrappedLines

_GRANTED = {"yes": True, "no": False, "unknown": None}


class FollowUpScreen(RecordsBook):
    """Lists the tasks and dispatches; Enter says that one was done or answered."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,A", "turn", show=False, id="turn-done"),
        Binding("escape", "app.pop_screen", show=False, id="leave-follow-up"),
    ]

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(recorder)
        self._all: tuple[FollowUp, ...] = ()
        self._with_done = False
        self._today = ""

    def body(self) -> ComposeResult:
        """Return the list, and all about the line under the cursor."""
        yield LineList(id="followups", classes="pane")
        yield WrappedLines(id="about-followup", classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("Enter", _("Done or answered"), "screen.settle"),
            Key("A", _("All or open"), "screen.turn"),
            Key("F1", _("Help"), "screen.help"),
            Key("Esc", _("Back"), "app.pop_screen"),
        ]

    async def show_newest(self) -> None:
        """Show what there is now."""
        self._all, self._today = await self.ask_seen(
            lambda book: (follow_ups(book.current(), book.today()), book.today())
        )
        self.entitle(_("Follow-up"))
        self._show()
        if self.focused is None:
            self.query_one("#followups", LineList).focus()

    @property
    def _shown(self) -> list[FollowUp]:
        return [one for one in self._all if self._with_done or not one.done]

    def _show(self) -> None:
        followups = self.query_one("#followups", LineList)
        overdue = sum(one.overdue for one in self._shown)
        lines = [follow_up_line(one) for one in self._shown]
        title = _("Tasks and dispatches") if self._with_done else _("Open tasks and dispatches")
        followups.entitle(title, plural("{count} overdue", "{count} overdue", overdue).format(count=overdue))
        followups.show_lines(len(lines), held(lines), cursor=followups.cursor)
        self._tell()

    @property
    def _one(self) -> FollowUp | None:
        shown, cursor = self._shown, self.query_one("#followups", LineList).cursor
        return shown[cursor] if 0 <= cursor < len(shown) else None

    @on(LineList.Moved)
    def _tell(self) -> None:
        one = self._one
        about = self.query_one("#about-followup", WrappedLines)
        if one is None:
            about.show_text([Line(_("Nothing is waiting to be followed up."), "heading")])
            return
        lines = [Line(one.what, "heading")]
        lines += [Line(_("By or to: {name}").format(name=one.who))] if one.who else []
        lines += [Line(_("Since {day}").format(day=day(one.since)))] if one.since else []
        lines += [Line(_("Due {day}").format(day=day(one.due)))] if one.due else []
        done = _("Enter: the task is done") if one.kind == "task" else _("Enter: an answer came")
        about.show_text(lines if one.done else [*lines, Line(done)])

    def action_turn(self) -> None:
        """Show what is done too, or no more."""
        self._with_done = not self._with_done
        self._show()

    @on(LineList.Chosen)
    @work(exclusive=True, group="follow-up")
    async def action_settle(self) -> None:
        """Say that the task was done, or that an answer came."""
        one = self._one
        if one is None or one.done:
            return
        await (self._complete(one) if one.kind == "task" else self._answer(one))

    def _day(self) -> Asked:
        return Asked("day", _("Day"), "", day(self._today), lambda text: day_in(text, self._today), needed=True)

    async def _complete(self, one: FollowUp) -> None:
        filled = await self.app.push_screen_wait(
            FillingIn(_("Done: {task}").format(task=one.what), [self._day()], _("Record"))
        )
        if filled is not None:
            doing = Doing(TaskCompleted(task=TaskId(one.id)), day_in(filled["day"], self._today))
            await self.record([doing], _("task done: {task}").format(task=one.what))

    async def _answer(self, one: FollowUp) -> None:
        asked = [Asked("answer", _("What was answered"), _("In a few words; may be left empty.")), self._day()]
        filled = await self.app.push_screen_wait(
            FillingIn(_("Answer to: {what}").format(what=one.what), asked, _("Record"))
        )
        if filled is None:
            return
        granted = await self._granted() if one.kind == "application" else None
        event = AnswerReceived(dispatch=DispatchId(one.id), answer=filled["answer"] or None, granted=granted)
        await self.record(
            [Doing(event, day_in(filled["day"], self._today))], _("answer received: {what}").format(what=one.what)
        )

    async def _granted(self) -> bool | None:
        choices = [Choice("yes", _("Granted")), Choice("no", _("Refused")), Choice("unknown", _("Not said"))]
        chosen = await self.app.push_screen_wait(Choosing(_("What became of the application?"), choices))
        return _GRANTED.get(chosen or "unknown")
