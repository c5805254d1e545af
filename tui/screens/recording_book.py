"""A screen that records in a book: what was done last stands at its foot, and can be undone and redone."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, TypeVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from events.entry import Entry
from events.errors import BookConflict, RecordError, ReferatError
from events.text import shown
from governance.book import Book, Plan
from governance.language import _, plural
from governance.rules.record import StrikeRefused
from governance.withholding import PublicCopy
from tui.recording import Doing, Done, Recorder
from tui.remembers_settings import RemembersSettings
from tui.screens.acting import OffersActs
from tui.screens.deciding_about_entries import AboutEntries, ConflictScreen, StrikingAll
from tui.telling.problems import problem_words
from tui.telling.told import told_in

T = TypeVar("T")

LOOK_AGAIN = 0.7
"""Seconds between two looks at whether somebody else recorded."""


class RecordsBook(OffersActs):
    """A screen that records. Subclasses show the book in ``show_newest``, which is called after every change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", show=False, id="undo"),
        Binding("ctrl+y", "redo", show=False, id="redo"),
    ]

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self.recorder = recorder
        self._looking = False
        self._seen: int | None = None

    def above_keys(self) -> ComposeResult:
        """Return what was done last."""
        yield Static("", id="last", markup=False)

    def on_mount(self) -> None:
        """Show the book, and look now and then whether somebody else recorded."""
        self.refresh_book()
        self.set_interval(LOOK_AGAIN, self._look)
        cast(RemembersSettings, self.app).projector_signal.subscribe(self, self._cover)

    def _cover(self, others_see: bool) -> None:
        """Show the book as those may see it who see the screen; what was said at the foot may tell more."""
        if others_see:
            self.say("")
        self.refresh_book()

    async def show_newest(self) -> None:
        """Show the book as it stands now."""
        raise NotImplementedError

    async def _show_newest(self) -> None:
        """Show the book, or leave it and say why it cannot be read."""
        try:
            await self.show_newest()
        except RecordError as problem:
            self.app.leave_book(self, problem)  # type: ignore[attr-defined]

    async def ask_seen(self, look: Callable[[Book], T]) -> T:
        """Return what a function makes of the book; of its public copy where others see the screen."""
        public = cast(RemembersSettings, self.app).projector
        return await self.recorder.ask_book(lambda book: look(_as_everybody_reads(book) if public else book))

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
        except BookConflict as conflict:
            return await self._carried(record) if await self._try_again(conflict) else None
        except ReferatError as problem:
            self.refused(problem)
            return None
        await self.show_done(done)
        return done

    async def show_done(self, done: Done) -> None:
        """Say what was recorded, here or in a form, and who else recorded meanwhile; show the book."""
        last = _("Last: {words}   ^Z Undo").format(words=done.words)
        self.say("\n".join(filter(None, (_by_others(await self._news()), last))))
        await self._show_newest()

    async def _try_again(self, conflict: BookConflict) -> bool:
        """Show who wrote what first, and return whether to try once more."""
        self.refused(conflict)
        number = int(str(conflict.details["number"]))
        lines = await self.recorder.ask_book(lambda book: told_in(book, [number]))
        return await self._agreed(ConflictScreen(str(conflict.details["who"]), lines))

    async def _agreed(self, screen: AboutEntries) -> bool:
        """Ask over this screen and return the answer; may be awaited anywhere."""
        return await self._asking(screen).wait()

    @work(group="asking")
    async def _asking(self, screen: AboutEntries) -> bool:
        return await self.app.push_screen_wait(screen)

    def refused(self, problem: ReferatError) -> None:
        """Say why something was not recorded."""
        self.say(problem_words(problem), problem=True)

    @work(exclusive=True, group="recording")
    async def action_undo(self) -> None:
        """Strike what was recorded last; where later entries build on it, ask whether they go with it."""
        await self._undo(with_dependents=False)

    async def _undo(self, *, with_dependents: bool) -> None:
        try:
            done = await self.recorder.undo(with_dependents=with_dependents)
        except StrikeRefused as refusal:
            if await self.strikes_all(refusal):
                await self._undo(with_dependents=True)
            return
        except ReferatError as problem:
            self.refused(problem)
            return
        self.say(
            _("Nothing of yours to undo.") if done is None else _("Undone: {words}   ^Y Redo").format(words=done.words)
        )
        await self._show_newest()

    async def strikes_all(self, refusal: StrikeRefused) -> bool:
        """Show what builds on an entry that is to be struck, and return whether to strike it all."""
        lines = await self.recorder.ask_book(lambda book: told_in(book, refusal.dependents))
        return await self._agreed(StrikingAll(refusal.number, lines))

    @work(exclusive=True, group="recording")
    async def action_redo(self) -> None:
        """Record anew what was undone last."""
        try:
            done = await self.recorder.redo()
        except ReferatError as problem:
            self.refused(problem)
            return
        if done is None:
            self.say(_("Nothing to redo."))
        else:
            await self.show_done(done)

    @work(exclusive=True, group="showing")
    async def refresh_book(self) -> None:
        """Show the book as it stands now."""
        await self._show_newest()

    def on_screen_resume(self) -> None:
        """Look at once when what lay over this screen is gone: it may have recorded."""
        self._look()

    def _look(self) -> None:
        seen = [screen for screen in self.app.screen_stack if not screen.is_modal]
        if not self._looking and seen[-1:] == [self]:
            self._looking = True
            self._look_once()

    @work(group="looking")
    async def _look_once(self) -> None:
        seen = self._seen
        try:
            others = await self._news()
        except ReferatError as problem:
            self.refused(problem)
            return
        finally:
            self._looking = False
        if others:
            self.say(_by_others(others))
        if seen not in (None, self._seen):
            await self._show_newest()

    async def _news(self) -> tuple[Entry, ...]:
        """Return what others recorded since this was asked last."""
        news = await self.recorder.look(self._seen)
        self._seen = max(self._seen or 0, news.head)
        return news.others


def _as_everybody_reads(book: Book) -> Book:
    return Book(PublicCopy(book.log), book.name)


def _by_others(entries: Sequence[Entry]) -> str:
    if not entries:
        return ""
    who = ", ".join(dict.fromkeys(entry.recorded_by for entry in entries))
    numbers = str(entries[0].number) if len(entries) == 1 else f"{entries[0].number}-{entries[-1].number}"
    text = plural(
        "{who} recorded entry {numbers} just now.", "{who} recorded entries {numbers} just now.", len(entries)
    )
    return text.format(who=who, numbers=numbers)
