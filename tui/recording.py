"""Recording in one book from the application: on a thread of its own, through the same service as the command line.

The thread holds the only connection that writes and the fold that decides. Screens ask it to do something and await the
answer; what it returns is data that nobody changes. It looks now and then whether somebody else recorded.
"""

import asyncio
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from events.catalogue import AnyEvent
from events.entry import Entry
from events.errors import ReferatError
from events.ids import ItemId, MeetingId
from events.moments import Effective
from events.proofs.ssh_keys import PrivateKey
from governance.attaching import attach
from governance.book import Book, Plan
from governance.checkpoints import CheckpointingLog
from governance.clock import Clock, now
from governance.history import Recorded
from governance.importing.drafting import Draft
from governance.keyring import key_at_hand
from governance.rules import decide
from governance.rules.act import Act
from governance.state.fold import Fold
from governance.undoing import Steps, can_be_undone, redo, struck_by, undo

T = TypeVar("T")


@dataclass(frozen=True)
class Done:
    """What was recorded: the entries, and in which words the secretary knows what she did."""

    entries: tuple[Entry, ...]
    words: str

    @property
    def can_be_undone(self) -> bool:
        """Whether ^Z takes it back; a strike is never struck."""
        return can_be_undone(self.entries)


@dataclass(frozen=True)
class News:
    """What somebody else recorded since, and how far the book goes now."""

    others: tuple[Entry, ...]
    head: int


@dataclass(frozen=True)
class Doing:
    """One event that is to be recorded, and when it took effect where that is known."""

    event: AnyEvent
    effective: str | None = None


class Recorder:
    """Records in a book as ``actor``. Every method may raise a ReferatError; nothing is written then.

    Checkpoints are kept beside the record where ``keeps`` is true, signed with ``key`` or one that is at hand; what goes
    wrong with them is told to ``tell``. With ``read_only`` nothing is recorded at all.
    """

    def __init__(
        self,
        record: Path,
        book: str,
        actor: str,
        *,
        clock: Clock = now,
        keeps: bool = True,
        read_only: bool = False,
        tell: Callable[[ReferatError], None] | None = None,
    ) -> None:
        self.record_path, self.book, self.actor, self.clock = record, book, actor, clock
        self.steps = Steps()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="recorder")
        self._held: Book | None = None
        self._own: set[int] = set()
        self._waiting = 0
        self.key: PrivateKey | None = None
        self._keeps, self._read_only, self._tell = keeps, read_only, tell

    async def ask(self, look: Callable[[Fold], T]) -> T:
        """Return what a function makes of the newest state. It must not change the fold, nor keep it."""
        return await self._run(lambda book: look(book.current()))

    async def ask_book(self, look: Callable[[Book], T]) -> T:
        """Return what a function makes of the book, for what needs its entries."""
        return await self._run(look)

    async def record(self, doings: Sequence[Doing], words: str) -> Done:
        """Record events, all or none, as one step that can be undone."""
        return await self.carry_out(_all_of(doings, self.book), words)

    async def carry_out(self, plan: Callable[[Book], Plan], words: str) -> Done:
        """Record what a plan decides, all or none, as one step that can be undone."""
        entries = await self._run(lambda book: self._carried_out(book, plan(book)))
        self.steps.recorded(entries, words)
        return Done(entries, words)

    async def attach(self, file: Path, words: str, *, meeting: MeetingId | None, item: ItemId | None) -> Done:
        """Attach a file to a meeting or an item, as one step that can be undone."""

        def attached(book: Book) -> tuple[Entry, ...]:
            entries = tuple(attach(book, self.record_path, file, meeting=meeting, item=item))
            self._own.update(entry.number for entry in entries)
            return entries

        entries = await self._run(attached)
        self.steps.recorded(entries, words)
        return Done(entries, words)

    async def undo(self, *, with_dependents: bool = False) -> Done | None:
        """Strike what was recorded last; None where there is nothing to undo.

        Raises StrikeRefused where later entries build on it, unless they are to go with it.
        """
        struck = await self.ask(lambda fold: fold.struck)
        self.steps.forget_struck(struck)
        if not self.steps.done:
            return None
        step = self.steps.done[-1]

        def strike(book: Book) -> tuple[tuple[Entry, ...], list[Entry]]:
            before = book.amendments()
            plan = undo(book.name, book.today(), step, with_dependents=with_dependents)
            strikes = self._carried_out(book, plan)
            recorded = book.entries(after=step.entries[0].number - 1)
            return strikes, struck_by(strikes, recorded, before)

        strikes, taken = await self._run(strike)
        self.steps.was_undone(taken)
        return Done(strikes, step.words)

    async def redo(self) -> Done | None:
        """Record anew what was undone last; None where there is nothing."""
        if not self.steps.undone:
            return None
        step = self.steps.undone[-1]

        entries = await self._run(lambda book: self._carried_out(book, redo(book.name, book.today(), step)))
        self.steps.was_redone(entries)
        return Done(entries, step.words)

    async def look(self, seen: int | None) -> News:
        """Take in what was recorded since, and return what others did after the entry that was seen last.

        Where nothing was seen yet, nothing is news.
        """
        return await self._run(lambda book: self._news(book, seen))

    def close(self) -> None:
        """Let go of the record once what is going on is done."""
        self._thread.submit(self._let_go)
        self._thread.shutdown(wait=True)

    def _carried_out(self, book: Book, plan: Plan) -> tuple[Entry, ...]:
        entries = tuple(book.carry_out(plan))
        self._own.update(entry.number for entry in entries)
        self._keep_checkpoints(book, leaving=False)
        return entries

    def _keep_checkpoints(self, book: Book, *, leaving: bool) -> None:
        log = book.log
        if not self._keeps or not isinstance(log, CheckpointingLog) or not (log.grown if leaving else log.due):
            return
        for problem in log.keep_due(self.key or key_at_hand(os.environ), leaving=leaving):
            if self._tell is not None:
                self._tell(problem)

    def _news(self, book: Book, seen: int | None) -> News:
        book.catch_up()
        head = book.current().number
        entries = book.entries(after=seen) if seen is not None and head > seen else ()
        return News(tuple(entry for entry in entries if entry.number not in self._own), head)

    @property
    def is_busy(self) -> bool:
        """Whether somebody waits for what was asked of it."""
        return self._waiting > 0

    async def _run(self, job: Callable[[Book], T]) -> T:
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, self._on_thread, job)
        finally:
            self._waiting -= 1

    def _on_thread(self, job: Callable[[Book], T]) -> T:
        if self._held is None:
            log = CheckpointingLog(self.record_path, read_only=self._read_only)
            self._held = Book(log, self.book, actor=self.actor, clock=self.clock)
        return job(self._held)

    def _let_go(self) -> None:
        if self._held is not None:
            self._keep_checkpoints(self._held, leaving=True)
            self._held.log.close()
            self._held = None


def _all_of(doings: Sequence[Doing], name: str) -> Callable[[Book], Plan]:
    """Return the plan that decides on events one after the other, each on the state that the ones before make."""

    def planned(book: Book) -> Plan:
        def plan(fold: Fold, history: Recorded) -> Sequence[Act]:
            acts = [
                Act(event=one.event, effective=Effective(one.effective) if one.effective else None) for one in doings
            ]
            if len(acts) == 1:  # needs no draft, which reads the whole book
                return decide(fold, acts[0], today=book.today(), history=history)
            draft = Draft(history, name, book.today())
            for act in acts:
                draft.record(act.event, effective=act.effective)
            return draft.acts

        return plan

    return planned
