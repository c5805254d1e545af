"""A reading beside its text: every proposed entry with the words that it came from, accepted, changed or left out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.widgets import Static

from events.errors import ReferatError
from governance.importing.choices import Choices
from governance.importing.doubting import Standing
from governance.importing.gathering import counts_of
from governance.importing.reviewing import Proposed, Review, recorded_as_chosen
from governance.language import _, said
from governance.wording.speaking import day
from tui.importing import Import, Paper, State, reviewed
from tui.screens.importing_answers import AnswersReadings
from tui.telling.importing import SIGNS, about_proposed, proposed_line, review_figures
from tui.widgets.key_bar import Key
from tui.widgets.line_list import LineList
from tui.widgets.lines import held
from tui.widgets.source_text import SourceText
from tui.widgets.wrapped_lines import WrappedLines

if TYPE_CHECKING:
    from tui.app import ReferatApp

_SHOWN = {Standing.NOTED: "unsure", Standing.UNSURE: "unsure", Standing.UNCLEAR: "problem", Standing.INFERRED: ""}


class ReviewScreen(AnswersReadings):
    """Reviews one file after the other: what is recorded makes room for the next that has to be looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,N", "next_unsure", show=False, id="next-unsure"),
        Binding("r,R,c,C", "change", show=False, id="change-proposed"),
        Binding("u,U,l,L", "leave_out", show=False, id="leave-out-proposed"),
        Binding("g,G", "as_read", show=False, id="as-read"),
        Binding("a,A", "accept_rest", show=False, id="accept-rest"),
        Binding("v,V,tab", "turn", show=False, id="turn-panes", priority=True),
        Binding("escape", "app.pop_screen", show=False, id="leave-review"),
    ]
    app: "ReferatApp"

    def __init__(self, going_on: Import, paper: Paper) -> None:
        super().__init__()
        self.going_on, self.paper = going_on, paper
        self.reviewed: Review | None = None
        self._first_paper = paper
        self._all = paper.state is State.READY
        """Whether whoever looks at a file in which nothing is unsure wants to look at all of them."""

    def body(self) -> ComposeResult:
        """Return the entries, what is told about the one under the cursor, and the text."""
        with Container(id="review-panes"):
            with Vertical(id="reading"):
                yield LineList(id="proposed", classes="pane")
                yield WrappedLines(id="about-proposed", classes="pane")
            yield SourceText(id="source", classes="pane")

    def above_keys(self) -> ComposeResult:
        """Return what was done last."""
        yield Static("", id="last", markup=False)

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("Enter", _("Accept"), "screen.accept"),
            Key("N", _("Unsure"), "screen.next_unsure"),
            Key("R", _("Change"), "screen.change"),
            Key("U", _("Leave out"), "screen.leave_out"),
            Key("V", _("Text"), "screen.turn"),
            Key("G", _("As it was read"), "screen.as_read"),
            Key("F1", _("Help"), "screen.help"),
            Key("A", _("Accept the rest"), "screen.accept_rest"),
            Key("Esc", _("Back"), "app.pop_screen"),
        ]

    def on_mount(self) -> None:
        """Read the file on the book as it stands now."""
        self.query_one("#about-proposed").can_focus = False
        self.query_one("#proposed", LineList).focus()
        self.begin(self.paper)

    @work(exclusive=True, group="reviewing")
    async def begin(self, paper: Paper) -> None:
        """Begin with a file; one that became clear by what was taught since waits to be recorded with the others."""
        following: Paper | None = paper
        while following is not None:
            paper, self.paper, self.reviewed = following, following, None
            self.going_on.taught(paper)
            review = await self.work_out(paper.choices)
            if review is None or self._all or paper is self._first_paper or not review.is_clear:
                self.show_review(review)
                return
            self._assess(review)
            following = self.going_on.next_waiting(paper)
        self.app.pop_screen()

    async def work_out(self, choices: Choices) -> Review | None:
        """Return the reading with these choices made; None where it cannot be had, which is said."""
        book = self.paper.found.book
        assert book is not None
        paper, usage = self.paper, self.going_on.usage(book)
        try:
            return await self.app.recorder_for(book).ask_book(lambda held: reviewed(held, paper, usage, choices))
        except ReferatError as problem:
            self.say(said(problem), problem=True)
            return None

    def show_review(self, review: Review | None) -> None:
        """Show a reading, with the cursor where it stands."""
        if review is None:
            return
        begun, self.reviewed = self.reviewed is None, review
        file = review.file
        place = f"{self.going_on.papers.index(self.paper) + 1}/{len(self.going_on.papers)}"
        title = _("Review {place}: {body}, {day}").format(
            place=place, body=file.document.body or "", day=day(file.document.date or "")
        )
        self.entitle(title)
        source = self.query_one("#source", SourceText)
        source.entitle(self.paper.name)
        source.show_text(file.source.text, _looks(review))
        self.show_proposed(at=self._first(review) if begun else None)

    def show_proposed(self, *, at: int | None = None) -> None:
        """Show the entries as they stand now."""
        review = self.reviewed
        if review is None:
            return
        proposed = self.query_one("#proposed", LineList)
        lines = [proposed_line(review, one, settled=self.is_settled(one)) for one in review.proposed]
        settled = sum(self.is_settled(one) or one.left_out or one.changed for one in review.proposed)
        proposed.entitle(_("Entries that were read"), review_figures(review, settled))
        proposed.show_lines(len(lines), held(lines), cursor=proposed.cursor if at is None else at)
        self._tell()

    def _first(self, review: Review) -> int:
        """Return where to begin: at what needs a look."""
        return next((place for place, one in enumerate(review.proposed) if one.needs_a_look), 0)

    @property
    def one(self) -> Proposed | None:
        """The entry under the cursor."""
        proposed = self.reviewed.proposed if self.reviewed is not None else ()
        cursor = self.query_one("#proposed", LineList).cursor
        return proposed[cursor] if cursor < len(proposed) else None

    @on(LineList.Moved)
    def _tell(self) -> None:
        one = self.one
        if one is None or self.reviewed is None:
            return
        self.query_one("#about-proposed", WrappedLines).show_text(about_proposed(self.reviewed.fold, one))
        self.query_one("#source", SourceText).mark(one.lines)

    def is_settled(self, one: Proposed) -> bool:
        """Tell whether somebody looked at an entry and accepted it."""
        return _settled_by(one) in self.paper.settled

    def say(self, words: str, *, problem: bool = False) -> None:
        """Say something at the foot."""
        last = self.query_one("#last", Static)
        last.update(words)
        last.set_class(problem, "-problem")

    # going through

    @on(LineList.Chosen)
    def action_accept(self) -> None:
        """Accept the entry under the cursor, and go on to the next."""
        one, proposed = self.one, self.query_one("#proposed", LineList)
        if one is None:
            return
        self.paper.settled.add(_settled_by(one))
        self.show_proposed(at=min(proposed.cursor + 1, proposed.count - 1))
        if proposed.cursor == proposed.count - 1 and not self._unsettled():
            self.say(_("Everything was looked at. A records it."))

    def action_next_unsure(self) -> None:
        """Go to the next entry that needs a look, from the first again behind the last."""
        left, cursor = self._unsettled(), self.query_one("#proposed", LineList).cursor
        if not left:
            self.say(_("Nothing more is unsure. A records it."))
            return
        self.query_one("#proposed", LineList).cursor = next((place for place in left if place > cursor), left[0])

    def _unsettled(self) -> list[int]:
        proposed = self.reviewed.proposed if self.reviewed is not None else ()
        return [place for place, one in enumerate(proposed) if one.needs_a_look and not self.is_settled(one)]

    def action_turn(self) -> None:
        """Show the text instead of the entries, or these again; where both are seen, go from one to the other."""
        source = self.query_one("#source", SourceText)
        to_source = not source.has_focus
        self.set_class(to_source, "-source")
        (source if to_source else self.query_one("#proposed", LineList)).focus()

    # choosing

    @work(exclusive=True, group="reviewing")
    async def action_leave_out(self) -> None:
        """Leave the entry out, or take it along after all."""
        one = self.one
        if one is None or one.key is None:
            self.say(_("This follows from another entry. Leave that one out."))
        elif one.left_out:
            await self.choose(self.paper.choices.as_read(one.key))
        else:
            await self.choose(self.paper.choices.leaving_out(one.key))

    @work(exclusive=True, group="reviewing")
    async def action_as_read(self) -> None:
        """Let the entry be as it was read."""
        if self.one is not None and self.one.key is not None:
            await self.choose(self.paper.choices.as_read(self.one.key))

    @work(exclusive=True, group="reviewing")
    async def action_change(self) -> None:
        """Say what the entry is instead, or answer what is unclear about it."""
        if self.one is not None and self.reviewed is not None:
            await self.answer(self.reviewed, self.one)

    async def choose(self, choices: Choices) -> Review | None:
        """Let choices hold where what they make is allowed; what follows from them is decided anew."""
        review = await self.work_out(choices)
        if review is not None:
            self.paper.choices = choices
            self.say("")
            self._assess(review)
            self.show_review(review)
        return review

    # recording

    @work(exclusive=True, group="recording")
    async def action_accept_rest(self) -> None:
        """Accept everything that was not looked at, record the file, and go on to the next."""
        if self.reviewed is None:
            return
        open_questions = [
            place for place in self._unsettled() if self.reviewed.proposed[place].standing is Standing.UNCLEAR
        ]
        if open_questions:
            self.query_one("#proposed", LineList).cursor = open_questions[0]
            self.say(
                _("This has to be answered: R says what is meant, Enter keeps the words as they are."), problem=True
            )
            return
        if await self._record():
            self._go_on()

    async def _record(self) -> bool:
        paper, name = self.paper, self.paper.found.book
        assert paper.found.file is not None
        assert name is not None
        file, usage = paper.found.file, self.going_on.usage(name)
        words = _("minutes of {day} taken over").format(day=day(file.document.date or ""))
        try:
            done = await self.app.recorder_for(name).carry_out(
                lambda book: recorded_as_chosen(file, book, paper.choices, usage), words
            )
        except ReferatError as problem:
            self.say(said(problem), problem=True)
            return False
        paper.state, paper.entries = State.RECORDED, len(done.entries)
        return True

    def _go_on(self) -> None:
        recorded = self.paper
        following = self.going_on.next_waiting(recorded, ready_too=self._all)
        if following is None:
            self.app.pop_screen()
            return
        self.set_class(False, "-source")
        self.query_one("#proposed", LineList).focus()
        told = day(recorded.found.file.document.date or "") if recorded.found.file is not None else ""
        self.say(_("Recorded: {day}, {count} entries.").format(day=told, count=recorded.entries))
        self.begin(following)

    def _assess(self, review: Review) -> None:
        """Remember how the file stands by now."""
        counts = counts_of(review)
        self.paper.found = replace(self.paper.found, counts=counts)
        self.paper.state = State.READY if counts.is_clear else State.TO_REVIEW


def _settled_by(one: Proposed) -> object:
    return one.key if one.key is not None else (one.number, one.lines, *(why.code for why in one.why))


def _looks(review: Review) -> dict[int, tuple[str, str]]:
    """Return how the reading of each line stands: the sign and look of the least sure entry that came from it."""
    ranks = list(Standing)
    worst: dict[int, Standing] = {}
    for one in review.proposed:
        if one.lines is None or one.left_out or one.changed or one.lines[1] - one.lines[0] > _FRAMES:
            continue
        for number in range(one.lines[0], one.lines[1] + 1):
            worst[number] = max(worst.get(number, Standing.SAID), one.standing, key=ranks.index)
    return {number: (SIGNS[standing], _SHOWN.get(standing, "")) for number, standing in worst.items()}


_FRAMES = 60
"""Lines from which on an entry says nothing of any one of them."""
