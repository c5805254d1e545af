"""A screen that records in a book: what was done last stands at its foot, and can be undone and redone."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from events.entry import Entry
from events.errors import ReferatError
from events.text import shown
from governance.book import Book, Plan
from governance.language import _, said
from tui.recording import Doing, Done, Recorder
from tui.screens.base import ReferatScreen

LOOK_AGAIN = 0.7
"""Seconds between two looks at whether somebody else recorded."""


class RecordsBook(ReferatScreen):
    """A screen that records. Subclasses show the book in ``show_newest``, which is called after every change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", show=False, id="undo"),
        Binding("ctrl+y", "redo", show=False, id="redo"),
    ]

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self.recorder = recorder

    def compose(self) -> ComposeResult:
        """Lay out the screen, with what was done last above the keys."""
        *above, keys, small = super().compose()
        yield from above
        yield Static("", id="last", markup=False)
        yield keys
        yield small

    def on_mount(self) -> None:
        """Show the book, and look now and then whether somebody else recorded."""
        self.refresh_book()
        self.set_interval(LOOK_AGAIN, self._look)

    async def show_newest(self) -> None:
        """Show the book as it stands now."""
        raise NotImplementedError

    def say(self, words: str, *, problem: bool = False) -> None:
        """Say something at the foot: what was done last, or why it was not."""
        last = self.query_one("#last", Static)
        last.update(shown(words))
        last.set_class(problem, "-problem")

    async def record(self, doings: Sequence[Doing], words: str) -> Done | None:
        """Record events as one step, say so, and show the book; None where it was refused, which is said."""
        return await self._carried(lambda: self.recorder.record(doings, words))

    async def carry_out(self, plan: Callable[[Book], Plan], words: str) -> Done | None:
        """Record what a plan decides, as ``record`` does."""
        return await self._carried(lambda: self.recorder.carry_out(plan, words))

    async def _carried(self, record: Callable[[], Awaitable[Done]]) -> Done | None:
        try:
            done = await record()
        except ReferatError as problem:
            self.refused(problem)
            return None
        self.say(_("Last: {words}   ^Z Undo").format(words=done.words))
        await self.show_newest()
        return done

    def refused(self, problem: ReferatError) -> None:
        """Say why something was not recorded."""
        self.say(said(problem), problem=True)

    @work(exclusive=True, group="recording")
    async def action_undo(self) -> None:
        """Strike what was recorded last."""
        try:
            done = await self.recorder.undo()
        except ReferatError as problem:
            self.refused(problem)
            return
        self.say(
            _("Nothing of yours to undo.") if done is None else _("Undone: {words}   ^Y Redo").format(words=done.words)
        )
        await self.show_newest()

    @work(exclusive=True, group="recording")
    async def action_redo(self) -> None:
        """Record anew what was undone last."""
        try:
            done = await self.recorder.redo()
        except ReferatError as problem:
            self.refused(problem)
            return
        self.say(_("Nothing to redo.") if done is None else _("Last: {words}   ^Z Undo").format(words=done.words))
        await self.show_newest()

    @work(exclusive=True, group="showing")
    async def refresh_book(self) -> None:
        """Show the book as it stands now."""
        await self.show_newest()

    @work(exclusive=True, group="looking")
    async def _look(self) -> None:
        try:
            more = await self.recorder.look()
        except ReferatError as problem:
            self.refused(problem)
            return
        if more:
            self.others_recorded(more)
            await self.show_newest()

    def others_recorded(self, entries: Sequence[Entry]) -> None:
        """Say who else recorded."""
        who = ", ".join(dict.fromkeys(entry.recorded_by for entry in entries))
        self.say(_("{who} recorded entry {number} just now.").format(who=who, number=entries[-1].number))
