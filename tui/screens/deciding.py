"""What came of an item: the usual stands first, so that Enter records it; what the text tells can be left out."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from events.errors import ReferatError
from events.text import shown
from governance.language import _, said
from governance.matching import matching
from governance.sitting.hearing import Heard
from governance.sitting.settling import Offer
from governance.sitting.usual import Came, Outcome
from governance.sitting.writing import Place
from tui.screens.overlaying import Overlay
from tui.telling.outcomes import outcome_said
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, held
from tui.widgets.rows import Rows

Hear = Callable[[], Awaitable[Offer]]
"""Reads what the text tells, away from the screen."""


class Settled(NamedTuple):
    """What was chosen: an outcome, or None for what the text itself says; and what it tells that is to be left out."""

    outcome: Outcome | None
    words: str
    left_out: frozenset[Place]


class Row(NamedTuple):
    """A line to choose: an outcome (None: as the text says), or something that the text tells."""

    words: str
    outcome: Outcome | None = None
    heard: Heard | None = None
    hint: str = ""


class Deciding(Overlay[Settled | None]):
    """Returns what came of an item. It can be answered before the text has been read; the answer waits for that."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False, id="deciding-give-up"),
        Binding("up", "step(-1)", show=False, id="deciding-up"),
        Binding("down", "step(1)", show=False, id="deciding-down"),
        Binding("enter", "settle", show=False, id="deciding-settle"),
        Binding("space", "leave_out", show=False, id="deciding-leave-out"),
        Binding("backspace", "seek_less", show=False, id="deciding-seek-less"),
    ]

    def __init__(self, title: str, outcomes: Sequence[Outcome], names: dict[str, str], hear: Hear | None) -> None:
        super().__init__()
        self._title, self._names, self._hear = title, names, hear
        self._offer = Offer(tuple(outcomes))
        self._chosen = 0
        self._moved = self._answered = False
        self._left_out: set[Place] = set()
        self._typed = ""
        self._rows: list[Row] = []

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="deciding", classes="modal") as box:
            box.border_title = Content(shown(self._title))
            yield Rows(id="outcomes")
            yield Static("", id="deciding-problem", classes="problem", markup=False)
            yield Static(
                _("↑↓ or type: choose   Space: leave out   Enter: record   Esc: back"),
                classes="modal-keys",
                markup=False,
            )

    def on_mount(self) -> None:
        """Show the usual outcomes at once, and read the text meanwhile."""
        self._show()
        if self._hear is not None:
            self._read()

    @work(exit_on_error=True)
    async def _read(self) -> None:
        assert self._hear is not None
        try:
            self._offer = await self._hear()
        except ReferatError as problem:
            self.query_one("#deciding-problem", Static).update(said(problem))
        self._hear = None
        self._show()
        if self._answered:
            self._dismiss()

    def _show(self) -> None:
        settling = [held for held in self._offer.heard if held.settles]
        rows = []
        if settling:
            rows.append(Row(_("As the text says: {what}").format(what="; ".join(held.words for held in settling))))
        rows += [Row(self._said(outcome), outcome) for outcome in self._offer.outcomes]
        self._outcomes = len(rows)
        rows += [Row(held.words, heard=held) for held in self._offer.heard if not held.settles]
        outcomes, before = self.query_one(Rows), self._rows
        cursor = _place(rows, before, outcomes.cursor) if self._moved else 0
        self._chosen = _place(rows, before, self._chosen) if self._moved else 0
        self._rows = rows
        outcomes.cursor = cursor
        lines = [self._line(index) for index in range(len(rows))]
        outcomes.show_lines(len(lines), held(lines), cursor=cursor)

    def _line(self, index: int) -> Line:
        row = self._rows[index]
        if row.heard is None:
            return Line(f"{'●' if index == self._meant else '○'} {row.words}")
        left_out = row.heard.place in self._left_out
        return Line(f"{'[ ]' if left_out else '[x]'} {row.words}", "faint" if left_out else "")

    def _said(self, outcome: Outcome) -> str:
        return outcome_said(outcome, self._names.get(outcome.person or "", ""))

    @property
    def _meant(self) -> int:
        """The outcome that Enter records: that under the cursor, else the one that was typed or stands first."""
        cursor = self.query_one(Rows).cursor
        return cursor if cursor < self._outcomes else self._chosen

    @on(LineList.Moved)
    def follow(self) -> None:
        """Mark the outcome that Enter records."""
        self._show()

    @on(LineList.Chosen)
    def choose(self, message: LineList.Chosen) -> None:
        """Record with the mouse, or leave out what is clicked on."""
        self._moved = True
        if self._rows[message.index].heard is not None:
            self.action_leave_out()
        else:
            self.action_settle()

    def on_key(self, event: events.Key) -> None:
        """Go to the outcome that is typed."""
        if event.is_printable and event.character and event.character != " ":
            event.stop()
            self._seek(self._typed + event.character)

    def action_seek_less(self) -> None:
        """Take back the last letter."""
        self._seek(self._typed[:-1])

    def _seek(self, typed: str) -> None:
        found = matching(typed, [row for row in self._rows if row.heard is None])
        if not found:
            return
        self._typed = typed
        self.query_one("#deciding").border_subtitle = Content(shown(typed))
        self._chosen = self._rows.index(found[0])
        self._move(self._chosen)

    def action_step(self, lines: int) -> None:
        """Move the cursor."""
        self._move(self.query_one(Rows).cursor + lines)

    def _move(self, index: int) -> None:
        self._moved = True
        self.query_one(Rows).cursor = index

    def action_leave_out(self) -> None:
        """Leave out what the cursor stands on, or take it in again; an outcome is chosen."""
        index = self.query_one(Rows).cursor
        heard = self._rows[index].heard
        self._moved = True
        if heard is None:
            self._chosen = index
        else:
            self._left_out ^= {heard.place}
        self._show()

    def action_settle(self) -> None:
        """Record; where the text is still being read, as soon as it is."""
        self._answered = True
        if self._hear is None:
            self._dismiss()

    def action_give_up(self) -> None:
        """Leave without recording."""
        self.dismiss(None)

    def _dismiss(self) -> None:
        row = self._rows[self._meant]
        told = {held.place for held in self._offer.heard if held.settles}
        keep_meeting = row.outcome is None or row.outcome.came is Came.NEXT_MEETING
        left_out = frozenset(self._left_out if keep_meeting else self._left_out | told)
        self.dismiss(Settled(row.outcome, row.words, left_out))


def _place(rows: list[Row], before: list[Row], index: int) -> int:
    """Return where a row stands now: once the text has been read, others may stand before it."""
    return rows.index(before[index]) if index < len(before) and before[index] in rows else 0
