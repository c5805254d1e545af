"""The files of an import: how each was read, what became of it, and everything that is ready recorded in one go."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widgets import Static

from events.errors import ReferatError
from governance.importing.reviewing import NotClear, OneAfterTheOther
from governance.language import _, plural, said
from governance.wording.speaking import day
from tui.importing import Import, Paper, State
from tui.screens.base import ReferatScreen
from tui.screens.taking_back import TakesBack
from tui.telling.importing import about_paper, paper_line, summary
from tui.widgets.key_bar import Key
from tui.widgets.line_list import LineList
from tui.widgets.lines import Fetch
from tui.widgets.wrapped_lines import WrappedLines

if TYPE_CHECKING:
    from tui.app import ReferatApp


class ImportingScreen(TakesBack, ReferatScreen):
    """Lists the files by the dates of their meetings. Enter opens one beside its text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,A", "record_ready", show=False, id="record-ready"),
        Binding("n,N", "next", show=False, id="next-paper"),
        Binding("u,U,l,L", "leave_out", show=False, id="leave-out-paper"),
        Binding("t,T", "take_back", show=False, id="take-back-paper"),
        Binding("h,H", "taught", show=False, id="show-taught"),
        Binding("escape", "leave", show=False, id="leave-importing"),
    ]
    app: "ReferatApp"

    def __init__(self, held: Import) -> None:
        super().__init__()
        self.held = held
        self._busy = False
        self._stopped = False
        self._plans: dict[str, OneAfterTheOther] = {}

    def body(self) -> ComposeResult:
        """Return the list, and all about the file under the cursor."""
        with Container(id="importing-panes"):
            yield LineList(id="papers", classes="pane")
            yield WrappedLines(id="about-paper", classes="pane")

    def above_keys(self) -> ComposeResult:
        """Return what was done last."""
        yield Static("", id="last", markup=False)

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("Enter", _("Look at it"), "screen.open"),
            Key("A", _("Record what is ready"), "screen.record_ready"),
            Key("N", _("Next to look at"), "screen.next"),
            Key("U", _("Leave out"), "screen.leave_out"),
            Key("T", _("Take back"), "screen.take_back"),
            Key("H", _("What was taught"), "screen.taught"),
            Key("F1", _("Help"), "screen.help"),
            Key("Esc", _("Back"), "screen.leave"),
        ]

    def on_mount(self) -> None:
        """Show the files."""
        self.query_one("#papers", LineList).focus()
        first = self.held.next_waiting(None)
        self.show_papers(at=self.held.papers.index(first) if first is not None else 0)

    def on_screen_resume(self) -> None:
        """Show what became of the files on the screen that lay over this one."""
        self.show_papers()
        if self.held.learnt:
            self.read_again()

    @work(exclusive=True, group="importing")
    async def read_again(self) -> None:
        """Read what waits anew, by what was taught since."""
        before = self._ready()
        self.say(_("Reading the files that wait, by what was taught …"))
        self._busy = True
        try:
            await asyncio.to_thread(self.held.read_waiting_again)
        except ReferatError as problem:
            self.refused(problem)
            return
        finally:
            self._busy = False
        self.show_papers()
        more = max(0, self._ready() - before)
        words = plural(
            "{count} more file is ready by what was taught.", "{count} more files are ready by what was taught.", more
        )
        self.say(words.format(count=more) if more else "")

    def _ready(self) -> int:
        return sum(paper.state is State.READY for paper in self.held.papers)

    def show_papers(self, *, at: int | None = None) -> None:
        """Show the files as they stand now."""
        papers = self.query_one("#papers", LineList)
        held = self.held.papers
        count = plural("{count} file", "{count} files", len(held)).format(count=len(held))
        self.entitle(_("Take over minutes: {count}").format(count=count))
        papers.entitle(_("Files, by the day of the meeting"), summary(self.held))
        papers.show_lines(len(held), _lines_of(held), cursor=papers.cursor if at is None else at)
        self._tell()

    @property
    def paper(self) -> Paper:
        """The file under the cursor."""
        return self.held.papers[self.query_one("#papers", LineList).cursor]

    @on(LineList.Moved)
    def _tell(self) -> None:
        self.query_one("#about-paper", WrappedLines).show_text(about_paper(self.paper))

    def say(self, words: str, *, problem: bool = False) -> None:
        """Say something at the foot."""
        last = self.query_one("#last", Static)
        last.update(words)
        last.set_class(problem, "-problem")

    # going on

    @on(LineList.Chosen)
    def action_open(self) -> None:
        """Open the file beside its text."""
        if self._busy:
            return
        if self.paper.is_waiting:
            self.review(self.paper)
        else:
            self.say(_("There is nothing to look at in this file."))

    def review(self, paper: Paper) -> None:
        """Open a file beside its text; those that wait to be looked at follow by themselves."""
        from tui.screens.importing_review import ReviewScreen

        self.query_one("#papers", LineList).cursor = self.held.papers.index(paper)
        self.app.push_screen(ReviewScreen(self.held, paper))

    def action_next(self) -> None:
        """Open the next file that has to be looked at."""
        paper = self.held.next_waiting(self.paper)
        if paper is None:
            self.say(_("No file is left to look at. A records what is ready."))
        elif not self._busy:
            self.review(paper)

    def action_leave_out(self) -> None:
        """Leave the file out, or take it along after all."""
        paper = self.paper
        if self._busy:
            return
        if paper.is_waiting:
            paper.state = State.LEFT_OUT
        elif paper.state in (State.LEFT_OUT, State.TAKEN_BACK):
            clear = paper.found.counts is not None and paper.found.counts.is_clear
            paper.state = State.READY if clear else State.TO_REVIEW
        self.show_papers()

    def action_taught(self) -> None:
        """Show what was taught about the minutes of the council of this file."""
        from tui.screens.usage import UsageScreen

        book = self.paper.found.book
        if book is not None:
            self.app.push_screen(UsageScreen(self.held, book))

    def action_leave(self) -> None:
        """Stop the recording that is going on; else go back, to the meetings where anything was recorded."""
        if self._busy:
            self._stopped = True
            return
        recorded = [paper.found.book for paper in self.held.papers if paper.state is State.RECORDED]
        self.app.pop_screen()
        if recorded and recorded[-1] is not None and not any(paper.is_waiting for paper in self.held.papers):
            self._go_to_meetings(recorded[-1])

    def _go_to_meetings(self, book: str) -> None:
        """Leave what the import began from, and show the meetings of a council."""
        from tui.screens.importing_files import ImportingFilesScreen
        from tui.screens.planning import BoardScreen
        from tui.screens.start import StartScreen

        if isinstance(self.app.screen, ImportingFilesScreen):
            self.app.screen.forget_files()
        while isinstance(self.app.screen, ImportingFilesScreen | StartScreen):
            self.app.pop_screen()
        if not (isinstance(self.app.screen, BoardScreen) and self.app.screen.recorder.book == book):
            self.app.open_board(book)

    # recording

    def action_record_ready(self) -> None:
        """Record every file in which nothing is unsure."""
        ready = [paper for paper in self.held.papers if paper.state is State.READY]
        if not ready:
            self.say(_("No file is ready. N opens the next one to look at."))
        elif not self._busy:
            self.record_all(ready)

    @work(exclusive=True, group="importing")
    async def record_all(self, ready: Sequence[Paper]) -> None:
        """Record files one after the other; each is recorded whole or not at all."""
        self._busy, self._stopped = True, False
        self._plans.clear()
        done = 0
        try:
            for paper in ready:
                if self._stopped:
                    break
                self.say(_("Recording {done} of {count} …   Esc stops").format(done=done + 1, count=len(ready)))
                done += await self._record(paper)
                self.show_papers()
        finally:
            self._busy = False
        self.show_papers()
        words = plural("{count} file recorded.", "{count} files recorded.", done).format(count=done)
        self.say(f"{words} {_after(self.held)}")

    async def _record(self, paper: Paper) -> bool:
        file, name = paper.found.file, paper.found.book
        assert file is not None
        assert name is not None
        recorder = self.app.recorder_for(name)
        plans = self._plans.setdefault(name, OneAfterTheOther(self.held.usage(name)))
        words = _("minutes of {day} taken over").format(day=day(file.document.date or ""))
        try:
            done = await recorder.carry_out(lambda book: plans.plan(file, book, paper.choices), words)
        except NotClear:
            paper.state = State.TO_REVIEW
        except ReferatError as problem:
            paper.state, paper.problem = State.REFUSED, problem
        else:
            plans.recorded()
            paper.state, paper.entries = State.RECORDED, len(done.entries)
            return True
        return False

    def action_take_back(self) -> None:
        """Take the file back, with everything that only followed from it."""
        paper = self.paper
        if paper.state not in (State.RECORDED, State.THERE):
            self.say(_("Nothing of this file is recorded."))
        elif not self._busy:
            self.take_paper_back(paper)

    @work(exclusive=True, group="importing")
    async def take_paper_back(self, paper: Paper) -> None:
        """Take a file back."""
        file, book = paper.found.file, paper.found.book
        assert file is not None
        assert book is not None
        struck = await self.take_back(self.app.recorder_for(book), file.source.sha256)
        if struck is not None:
            paper.state = State.TAKEN_BACK
            self.show_papers()
            self.say(struck)

    def refused(self, problem: ReferatError) -> None:
        """Say why something could not be done."""
        self.say(said(problem), problem=True)


def _lines_of(papers: Sequence[Paper]) -> Fetch:
    return lambda start, count: [paper_line(paper) for paper in papers[start : start + count]]


def _after(held: Import) -> str:
    ready = sum(paper.state is State.READY for paper in held.papers)
    if ready:
        return plural("{count} more is ready: A.", "{count} more are ready: A.", ready).format(count=ready)
    waiting = sum(paper.state is State.TO_REVIEW for paper in held.papers)
    if not waiting:
        return _("Esc goes on to the meetings.")
    words = plural("{count} file is left to look at: N.", "{count} files are left to look at: N.", waiting)
    return words.format(count=waiting)
