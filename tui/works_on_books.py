"""What the application works on: as whom, in which books, and whether it is only a practice that is kept nowhere."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from events.errors import ReferatError
from events.text import shown
from governance.clock import Clock, now
from governance.keyring import key_at_hand
from governance.language import said
from governance.settings import Settings
from tui.keeps_drafts import KeepsDrafts

if TYPE_CHECKING:
    from events.proofs.ssh_keys import PrivateKey
    from governance.searching.index import SearchIndex
    from tui.practising import Practice
    from tui.reading import Named
    from tui.recording import Recorder


class WorksOnBooks(KeepsDrafts):
    """An application that records as ``actor``; with ``only_read`` it records nothing and opens the archive.

    ``practice`` is the practice meeting that is going on.
    """

    def __init__(
        self,
        record: Path,
        settings: Settings | None = None,
        settings_path: Path | None = None,
        *,
        actor: str | None = None,
        only_read: bool = False,
        clock: Clock = now,
    ) -> None:
        super().__init__(record, settings, settings_path, only_read=only_read)
        self.record = record
        self.actor = actor or self.settings.by
        self.clock = clock
        self.practice: Practice | None = None
        self._recorders: dict[tuple[Path, str], Recorder] = {}
        self._indexes: dict[Path, SearchIndex] = {}

    def name_actor(self, name: str) -> ReferatError | None:
        """Record as this person from here on, the next time too; return why that could not be remembered, if so."""
        self.actor = name
        return self.remember(by=name)

    def read_only(self) -> None:
        """Record nothing from here on."""
        self.only_read = True
        self.add_class("-read-only")
        self.keep_drafts_of(self.record)

    def recorder_for(self, book: str) -> "Recorder":
        """Return what records in a book, the same one every time."""
        from tui.recording import Recorder  # takes a while to load, and the first screen needs none

        key = (self.record, book)
        if key not in self._recorders:
            self._recorders[key] = Recorder(
                self.record,
                book,
                self.actor or "",
                clock=self.clock,
                keeps=self.practice is None,
                read_only=self.only_read,
                tell=self._tell_problem,
            )
        return self._recorders[key]

    @property
    def is_recording(self) -> bool:
        """Whether anything is being recorded, or read for it."""
        return any(recorder.is_busy for recorder in self._recorders.values())

    def search_index(self, record: Path) -> "SearchIndex":
        """Return the index of a record, the same one every time: where it cannot be kept in a file it lasts as long."""
        from governance.searching.index import SearchIndex

        if record not in self._indexes:
            self._indexes[record] = SearchIndex(record, read_only=self.only_read)
        return self._indexes[record]

    def _tell_problem(self, problem: ReferatError) -> None:
        """Say what went wrong on another thread, though what was recorded stands."""
        if self.is_running:
            self.call_later(self.notify, shown(said(problem)), markup=False)

    def key_of(self, book: str) -> "PrivateKey | None":
        """Return the key that signs checkpoints of a book: the one unlocked for it, else one at hand without asking."""
        recorder = self._recorders.get((self.record, book))
        return (recorder.key if recorder is not None else None) or key_at_hand(os.environ)

    def audit(self, book: str | None = None) -> None:
        """Show whether everything is as it was recorded, in one book or in all of them."""
        from tui.screens.audit import AuditScreen

        self.push_screen(AuditScreen(self.record, book))

    def begin_practice(self, practice: "Practice") -> None:
        """Work on a practice record from here on."""
        self.practice = practice
        self.record = practice.record
        self.keep_drafts_of(practice.record)
        self.add_class("-practice")

    def end_practice(self) -> None:
        """Throw the practice record away and go back to the real one."""
        practice, self.practice = self.practice, None
        if practice is None:
            return
        for key in [key for key in self._recorders if key[0] == practice.record]:
            self._recorders.pop(key).close()
        if practice.record in self._indexes:
            self._indexes.pop(practice.record).close()
        self.record = practice.real
        self.keep_drafts_of(self.record)
        self.remove_class("-practice")
        practice.throw_away()

    def on_unmount(self) -> None:
        """Let go of the books."""
        practice = self.practice
        if practice is not None:
            self.end_practice()
        for recorder in self._recorders.values():
            recorder.close()
        for index in self._indexes.values():
            index.close()

    # opening

    def begin_with(self, books: "Sequence[Named]") -> None:
        """Begin where one was, or with the only book there is; ask first who records, and what to do where there is none."""
        if not self.only_read and (self.actor is None or not books):
            self.action_start(books)
            return
        place = self.drafts.place.book
        known = [book for book in books if book.head.book == place] or (books if len(books) == 1 else [])
        if known:
            self.open_book(known[0], arriving=True)

    def open_book(self, book: "Named", *, arriving: bool = False) -> None:
        """Open a book: its meetings, or, where nothing is to be recorded, the archive."""
        if self.only_read:
            from tui.screens.book import BookScreen

            self.push_screen(BookScreen(self.record, book))
        else:
            self.open_board(book.head.book, arriving=arriving)

    def open_board(self, book: str, *, arriving: bool = False) -> None:
        """Open the meetings of a council; ``arriving`` goes on to the meeting that is going on."""
        from tui.screens.planning import BoardScreen

        self.push_screen(BoardScreen(self.recorder_for(book), arriving=arriving))

    @work(exclusive=True, group="archive")
    async def open_archive(self, book: str, *, at: int | None = None) -> None:
        """Browse the entries of a book, and what they add up to; ``at`` is the entry to begin at."""
        from tui.screens.book import BookScreen

        self.push_screen(BookScreen(self.record, await self._named(book), at=at))

    @work(exclusive=True, group="archive")
    async def open_journey(self, book: str, *, at: int | None = None) -> None:
        """Travel through a book, from an entry or from its end. Nothing is recorded there."""
        from tui.screens.travelling import TravelScreen

        named = await self._named(book)
        self.push_screen(TravelScreen(self.record, book, named.council, named.head.entries, at))

    @work(exclusive=True, group="archive")
    async def open_search(self, book: str) -> None:
        """Search the words of a book, and go on to the entry that is chosen."""
        from tui.screens.searching import SearchScreen

        self.push_screen(
            SearchScreen(self.record, await self._named(book), lambda number: self.open_archive(book, at=number))
        )

    async def _named(self, book: str) -> "Named":
        from tui.reading import books

        return next(named for named in await asyncio.to_thread(books, self.record) if named.head.book == book)

    def action_start(self, books: "Sequence[Named]" = ()) -> None:
        """Ask who records where that is not known, and what to begin with."""
        from tui.screens.start import StartScreen

        self.push_screen(StartScreen(books))
