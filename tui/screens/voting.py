"""A vote: by figures, by name, or by group. The result follows from the figures."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from events.catalogue import VoteChoice, VoteMethod
from events.errors import ReferatError
from events.ids import PersonId
from events.text import shown
from governance.danish.typed import typed_count
from governance.language import _, plural, said
from governance.sitting.attending import Attendee
from governance.sitting.voting import Ballot, Question, Tie, by_group, by_name, counted, parties, result, voters
from governance.wording.codes import code
from tui.screens.overlaying import Overlay
from tui.widgets.cycle import Cycle
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, held
from tui.widgets.rows import Rows

_CHOICES = (VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTAINED, VoteChoice.NOT_VOTING)
_MARKS = {VoteChoice.FOR: "+", VoteChoice.AGAINST: "−", VoteChoice.ABSTAINED: "○", VoteChoice.NOT_VOTING: "·"}
_LONGEST = 60

By = Literal["figures", "name", "group"]


class Voting(Overlay[Ballot | None]):
    """Returns the vote. Who sits in the room votes for until something else is said."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False, id="voting-give-up"),
        Binding("enter", "record", show=False, id="voting-record", priority=True),
        Binding("f2,ctrl+b", "by('figures')", show=False, id="voting-figures"),
        Binding("f3,ctrl+u", "by('name')", show=False, id="voting-by-name", priority=True),
        Binding("f4,ctrl+f", "by('group')", show=False, id="voting-by-group"),
        Binding("up", "app.focus_previous", show=False, id="voting-up"),
        Binding("down", "app.focus_next", show=False, id="voting-down"),
    ]

    def __init__(self, title: str, put: Sequence[Question], people: Sequence[Attendee], tie: Tie) -> None:
        super().__init__()
        self._title, self._put, self._tie = title, put, tie
        self._voters = voters(people)
        self._sizes = parties(people)
        self._by: By = "figures"
        self._named = dict.fromkeys((one.person for one in self._voters), VoteChoice.FOR)
        self._grouped = dict.fromkeys(self._sizes, VoteChoice.FOR)

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        with Vertical(id="voting", classes="modal") as box:
            box.border_title = Content(shown(self._title))
            yield from _field(_("On"), Cycle([(one.id, _question_said(one)) for one in self._put], id="question"))
            yield from _field(_("How"), Cycle([(way, code(way.value)) for way in VoteMethod], id="method"))
            for choice in _CHOICES:
                count = Input(id=f"votes-{choice.value}", compact=True, placeholder="0", classes="votes")
                yield from _field(_choice_said(choice), count)
            yield VoterRows(id="voters")
            yield from _field(_("With no figures"), Cycle([(True, _("Adopted")), (False, _("Rejected"))], id="adopted"))
            yield from _field(_("In a tie"), Cycle(_ties(), id="tie", value=self._tie))
            yield Static("", id="vote-result", markup=False)
            yield Static("", id="vote-problem", classes="problem", markup=False)
            yield Static(
                _("F2: figures   F3: by name   F4: by group   Space: change   Enter: record   Esc: back"),
                classes="modal-keys",
                markup=False,
            )

    def on_mount(self) -> None:
        """Begin with the figures."""
        self.action_by("figures")

    # what was chosen

    def action_by(self, by: By) -> None:
        """Take figures, names or groups."""
        if by == "name" and self._cycle("method").value is VoteMethod.SECRET:
            self._refuse(_("A secret vote does not tell how anybody voted."))
            return
        if by == "group" and not self._sizes:
            self._refuse(_("Nobody in the room belongs to a group that the book knows."))
            return
        self._by = by
        for choice in _CHOICES:
            self._count(choice).parent.display = by == "figures"  # type: ignore[union-attr]
        rows = self.query_one(VoterRows)
        rows.display = by != "figures"
        if by == "figures":
            self._count(VoteChoice.FOR).focus()
        else:
            rows.focus()
        self._show()

    def _show(self) -> None:
        if self._by == "name":
            lines = [
                Line(f"{_MARKS[self._named[one.person]]} {one.name}: {self._how(one.person)}") for one in self._voters
            ]
        else:
            lines = [
                Line(f"{_MARKS[choice]} {group} ({self._sizes[group]}): {_choice_said(choice)}")
                for group, choice in self._grouped.items()
            ]
        rows = self.query_one(VoterRows)
        rows.show_lines(len(lines), held(lines), cursor=rows.cursor)
        self._tell_result()

    def _how(self, person: PersonId) -> str:
        return _choice_said(self._named[person])

    @on(LineList.Chosen)
    def turn_voter(self, message: LineList.Chosen) -> None:
        """Let who the cursor stands on vote otherwise."""
        index = message.index
        if self._by == "name" and index < len(self._voters):
            person = self._voters[index].person
            self._named[person] = _after(self._named[person])
        elif self._by == "group" and index < len(self._grouped):
            group = list(self._grouped)[index]
            self._grouped[group] = _after(self._grouped[group])
        self._show()

    @on(Input.Changed)
    @on(Cycle.Turned)
    def tell_result(self) -> None:
        """Say what follows from the figures."""
        if self.is_mounted:
            self._tell_result()

    def _tell_result(self) -> None:
        try:
            ballot = self._ballot()
        except ReferatError as problem:
            self._refuse(said(problem))
            return
        self._refuse("")
        counts = counted(ballot)
        adopted = result(counts)
        tied = bool(counts) and adopted is None
        self._cycle("adopted").parent.display = not counts  # type: ignore[union-attr]
        self._cycle("tie").parent.display = tied  # type: ignore[union-attr]
        figures = f"{counts.get(VoteChoice.FOR, 0)}-{counts.get(VoteChoice.AGAINST, 0)}"
        words = _("A tie: {figures}") if tied else _("Adopted: {figures}") if adopted else _("Rejected: {figures}")
        self.query_one("#vote-result", Static).update(words.format(figures=figures) if counts else "")
        cast, there = sum(counts.values()), len(self._voters)
        if cast > there:
            said_of = plural(
                "{cast} vote, and {there} in the room may vote. Check the figures.",
                "{cast} votes, and {there} in the room may vote. Check the figures.",
                cast,
            )
            self._refuse(said_of.format(cast=cast, there=there))

    def _ballot(self) -> Ballot:
        """Return the vote as it stands in the fields. Raises Misread for a figure that is none."""
        typed = {choice: self._count(choice).value.strip() for choice in _CHOICES}
        counts = {choice: typed_count(text) for choice, text in typed.items() if text}
        return Ballot(
            proposal=self._cycle("question").value,
            method=self._cycle("method").value if self._by != "name" else VoteMethod.ROLL_CALL,
            counts=counts if self._by == "figures" else {},
            named=by_name(self._named) if self._by == "name" else (),
            groups=by_group(self._grouped, self._sizes) if self._by == "group" else (),
            adopted=self._cycle("adopted").value,
            tie=self._cycle("tie").value,
        )

    def action_record(self) -> None:
        """Return the vote."""
        try:
            self.dismiss(self._ballot())
        except ReferatError as problem:
            self._refuse(said(problem))

    def action_give_up(self) -> None:
        """Leave without recording."""
        self.dismiss(None)

    def _refuse(self, why: str) -> None:
        self.query_one("#vote-problem", Static).update(why)

    def _count(self, choice: VoteChoice) -> Input:
        return self.query_one(f"#votes-{choice.value}", Input)

    def _cycle(self, name: str) -> Cycle:  # type: ignore[type-arg]  # each holds values of its own
        return self.query_one(f"#{name}", Cycle)


class VoterRows(Rows, can_focus=True):
    """Those who vote; Space lets the one under the cursor vote otherwise."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "choose", show=False, id="voter-turn")]


def _field(label: str, control: Cycle | Input) -> ComposeResult:  # type: ignore[type-arg]
    with Horizontal(classes="field"):
        yield Static(label, classes="field-label wide-label", markup=False)
        yield control


def _question_said(question: Question) -> str:
    if question.id is None:
        return _("the item itself")
    words = _("amendment: {words}") if question.amendment else _("proposal: {words}")
    flat = " ".join(question.words.split())
    return words.format(words=flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…")


def _choice_said(choice: VoteChoice) -> str:
    return {
        VoteChoice.FOR: _("For"),
        VoteChoice.AGAINST: _("Against"),
        VoteChoice.ABSTAINED: _("Neither for nor against"),
        VoteChoice.NOT_VOTING: _("Not voting"),
    }[choice]


def _ties() -> list[tuple[Tie, str]]:
    return [
        ("falls", _("the proposal falls")),
        ("chair-for", _("casting vote for")),
        ("chair-against", _("casting vote against")),
        ("lots-for", _("by lot, adopted")),
        ("lots-against", _("by lot, rejected")),
    ]


def _after(choice: VoteChoice) -> VoteChoice:
    return _CHOICES[(_CHOICES.index(choice) + 1) % len(_CHOICES)]
