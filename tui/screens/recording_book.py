"""A screen that records in a book: what was done last stands at its foot, and can be undone and redone."""

from collections.abc import Awaitable, Callable, Sequence
from typing import cast

from rich.cells import cell_len, set_cell_size
from textual import work
from textual.app import ComposeResult
from textual.css.query import NoMatches
from textual.widgets import Static

from events.entry import Entry
from events.errors import BookConflict, RecordError, ReferatError
from events.text import shown
from governance.book import Book, Plan
from governance.language import _, plural
from governance.rules.act import RuleRefused
from tui.recording import Doing, Done, Recorder
from tui.remembers_settings import RemembersSettings
from tui.screens.acting import OffersActs
from tui.telling.problems import problem_words
from tui.telling.told import written_meanwhile

LOOK_AGAIN = 0.7
"""Seconds between two looks at whether somebody else recorded."""

_LATELY = 2
"""So many entries of others are told where something is refused."""


class RecordsBook(OffersActs):
    """A screen that records. Subclasses show the book in ``show_newest``, which is called after every change."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self.recorder = recorder
        self._looking = False
        self._seen: int | None = None
        self._meanwhile: list[Entry] = []
        """What others recorded since one recorded last."""

    def above_keys(self) -> ComposeResult:
        """Return what was done last."""
        yield Static("", id="last", markup=False)

    def on_mount(self) -> None:
        """Show the book, and look now and then whether somebody else recorded."""
        self.refresh_book()
        self.set_interval(LOOK_AGAIN, self._look)
        cast(RemembersSettings, self.app).projector_signal.subscribe(self, self._show_as_seen)

    def _show_as_seen(self, others_see: bool) -> None:
        """Show the book as those may see it who see the screen; what was said at the foot may tell more."""
        if others_see:
            self.say("")
        self.refresh_book()

    async def show_newest(self) -> None:
        """Show the book as it stands now."""
        raise NotImplementedError

    async def show_changes(self) -> None:
        """Show the book, or leave it and say why it cannot be read."""
        try:
            await self.show_newest()
        except RecordError as problem:
            self.app.leave_book(self, problem)  # type: ignore[attr-defined]
        except NoMatches:
            if self in self.app.screen_stack:
                raise  # else the screen was left while the book was read, and has nothing to show it on

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
            return await self._carried(record) if await self.tries_again(conflict) else None
        except RuleRefused as refusal:
            await self._refuse(refusal)
            return None
        except ReferatError as problem:
            self.refused(problem)
            return None
        await self.show_done(done)
        return done

    async def _refuse(self, refusal: RuleRefused) -> None:
        """Say why the rules refuse something, and what others recorded meanwhile: that may be why."""
        await self._news()
        meanwhile = self._meanwhile[-_LATELY:]
        lines = await self.ask_seen(lambda book: written_meanwhile(book, meanwhile)) if meanwhile else []
        self.say("\n".join([problem_words(refusal), *lines]), problem=True)

    async def show_done(self, done: Done) -> None:
        """Say what was recorded, here or in a form, and who else recorded meanwhile; show the book."""
        last = _("Last: {words}   ^Z Undo") if done.can_be_undone else _("Last: {words}")
        room = self.size.width - cell_len(last.format(words="")) - 2
        last = last.format(words=_within(await self.words_seen(done), room))
        self.say("\n".join(filter(None, (_by_others(await self._news()), last))))
        self._meanwhile.clear()
        await self.show_changes()

    @work(exclusive=True, group="showing")
    async def refresh_book(self) -> None:
        """Show the book as it stands now."""
        await self.show_changes()

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
            await self.show_changes()

    async def _news(self) -> tuple[Entry, ...]:
        """Return what others recorded since this was asked last."""
        news = await self.recorder.look(self._seen)
        self._seen = max(self._seen or 0, news.head)
        self._meanwhile += news.others
        return news.others


def _within(words: str, room: int) -> str:
    """Return words that fit a line with what stands behind them. ``room`` is in cells."""
    return words if cell_len(words) <= room else set_cell_size(words, max(1, room - 1)).rstrip() + "…"


def _by_others(entries: Sequence[Entry]) -> str:
    if not entries:
        return ""
    who = ", ".join(dict.fromkeys(entry.recorded_by for entry in entries))
    numbers = str(entries[0].number) if len(entries) == 1 else f"{entries[0].number}-{entries[-1].number}"
    text = plural(
        "{who} recorded entry {numbers} just now.", "{who} recorded entries {numbers} just now.", len(entries)
    )
    return text.format(who=who, numbers=numbers)
