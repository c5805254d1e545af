"""Undoing and redoing one's own acts, newest first, and what is asked where other entries stand in the way."""

from collections.abc import Callable
from typing import ClassVar, TypeVar, cast

from textual import work
from textual.binding import Binding, BindingType

from events.catalogue import EntryStruck
from events.errors import BookConflict, ReferatError
from governance.book import Book
from governance.language import _
from governance.rules.record import StrikeRefused
from governance.undoing import Step
from governance.withholding import PublicCopy
from tui.recording import Done, Recorder
from tui.remembers_settings import RemembersSettings
from tui.screens.base import ReferatScreen
from tui.screens.deciding_about_entries import AboutEntries, ConflictScreen, StrikingAll
from tui.telling.problems import problem_words
from tui.telling.told import told_in

T = TypeVar("T")


class WalksBack(ReferatScreen):
    """A screen on which ^Z strikes what one recorded last, and ^Y records it anew.

    Subclasses say where they record, and how they ``say`` something and ``show_changes``.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", show=False, id="undo"),
        Binding("ctrl+y", "redo", show=False, id="redo"),
    ]
    recorder: Recorder

    def say(self, words: str, *, problem: bool = False) -> None:
        """Say what was done, or why it was not."""
        raise NotImplementedError

    async def show_changes(self) -> None:
        """Show the book as it stands now."""
        raise NotImplementedError

    async def show_done(self, done: Done) -> None:
        """Say what was recorded, and show the book."""
        raise NotImplementedError

    async def ask_seen(self, look: Callable[[Book], T]) -> T:
        """Return what a function makes of the book; of its public copy where others see the screen."""
        public = cast(RemembersSettings, self.app).projector
        return await self.recorder.ask_book(lambda book: look(as_everybody_reads(book) if public else book))

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
        except BookConflict as conflict:
            if await self.tries_again(conflict):
                await self._undo(with_dependents=with_dependents)
            return
        except ReferatError as problem:
            self.refused(problem)
            return
        if done is None:
            self.say(_("Nothing of yours to undo."))
        else:
            self.say(_("Undone: {words}   ^Y Redo").format(words=await self.words_seen(done)))
        await self.show_changes()

    @work(exclusive=True, group="recording")
    async def action_redo(self) -> None:
        """Record anew what was undone last."""
        await self._redo()

    async def _redo(self) -> None:
        try:
            done = await self.recorder.redo()
        except BookConflict as conflict:
            if await self.tries_again(conflict):
                await self._redo()
            return
        except ReferatError as problem:
            self.refused(problem)
            return
        if done is None:
            self.say(_("Nothing to redo."))
        else:
            await self.show_done(done)

    async def words_seen(self, done: Done | Step) -> str:
        """Return the words for what was recorded; where others see the screen, those of its public copy if these tell less.

        It may have been recorded while nobody else saw the screen, and an item may be closed by it.
        """
        numbers = [entry.number for entry in done.entries]
        if not cast(RemembersSettings, self.app).projector or not numbers:
            return done.words
        whole, public = await self.recorder.ask_book(
            lambda book: (told_in(book, numbers), told_in(as_everybody_reads(book), numbers))
        )
        is_undone = any(isinstance(entry.event, EntryStruck) for entry in done.entries)
        return done.words if whole == public and not is_undone else public[-1].text

    async def strikes_all(self, refusal: StrikeRefused) -> bool:
        """Show what builds on an entry that is to be struck, and return whether to strike it all."""
        lines = await self.ask_seen(lambda book: told_in(book, refusal.dependents))
        return await self._agreed(StrikingAll(refusal.number, lines))

    async def tries_again(self, conflict: BookConflict) -> bool:
        """Show who recorded what first, and return whether to try once more."""
        self.refused(conflict)
        number = int(str(conflict.details["number"]))
        lines = await self.ask_seen(lambda book: told_in(book, [number]))
        return await self._agreed(ConflictScreen(str(conflict.details["who"]), lines))

    async def _agreed(self, screen: AboutEntries) -> bool:
        """Ask over this screen and return the answer; may be awaited anywhere."""
        return await self._asking(screen).wait()

    @work(group="asking")
    async def _asking(self, screen: AboutEntries) -> bool:
        return await self.app.push_screen_wait(screen)


def as_everybody_reads(book: Book) -> Book:
    """Return a book as its public copy reads, for screens that others see. Nothing is recorded in it."""
    return Book(PublicCopy(book.log), book.name)
