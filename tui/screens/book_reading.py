"""Reading a book in threads: each posts what it found, or why it found nothing."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from events.errors import ReferatError
from governance.state.model import State
from tui import reading
from tui.remembers_settings import RemembersSettings
from tui.screens.base import ReferatScreen
from tui.telling.entries import Telling


class ReadsBook(ReferatScreen):
    """A screen that shows one book. The newest reading of a kind ends the one before."""

    @dataclass
    class TellingRead(Message):
        """The entries can be worded; ``whole`` where the names are known too, ``public`` as everybody may read them."""

        head: int
        telling: Telling
        whole: bool
        public: bool

    @dataclass
    class StateRead(Message):
        """What the book said after an entry."""

        number: int
        state: State
        public: bool

    @dataclass
    class Found(Message):
        """Entries that a search found so far."""

        words: str
        numbers: "array[int]"

    @dataclass
    class MoreRecorded(Message):
        """Somebody recorded more; the number of the last entry now."""

        head: int

    @dataclass
    class ReadingFailed(Message):
        """The record could not be read."""

        problem: ReferatError

    def __init__(self, record: Path, book: reading.Named) -> None:
        super().__init__()
        self.record = record
        self.book_name, self.head = book.head.book, book.head.entries
        self.telling: Telling | None = None

    @property
    def public(self) -> bool:
        """Whether others see the screen: what is not for everybody is left out then."""
        return cast(RemembersSettings, self.app).projector

    @work(thread=True, exclusive=True, group="telling", exit_on_error=True)
    def read_telling(self, head: int) -> None:
        """Read what words the entries. A long book is shown before its names are known."""
        public = self.public
        try:
            if self.telling is None and head > reading.AT_ONCE and not public:
                self.post_message(
                    self.TellingRead(head, reading.unnamed(self.record, self.book_name), whole=False, public=public)
                )
            told = reading.telling(self.record, self.book_name, _stopped(), public=public)
            self.post_message(self.TellingRead(head, told, whole=True, public=public))
        except reading.Stopped:
            return
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(problem))

    @work(thread=True, exclusive=True, group="state", exit_on_error=True)
    def read_state(self, number: int) -> None:
        """Read what the book said after an entry."""
        public = self.public
        try:
            state = reading.state(self.record, self.book_name, number, _stopped(), public=public)
            self.post_message(self.StateRead(number, state, public))
        except reading.Stopped:
            return
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(problem))

    @work(thread=True, exclusive=True, group="search", exit_on_error=True)
    def search(self, words: str, told: Telling) -> None:
        """Search all entries."""
        try:
            found = reading.search(self.record, self.book_name, words, told, _stopped(), public=self.public)
            for numbers in found:
                self.post_message(self.Found(words, numbers))
        except reading.Stopped:
            return
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(problem))

    @work(thread=True, exclusive=True, group="look", exit_on_error=True)
    def look_again(self) -> None:
        """Look whether somebody recorded more."""
        try:
            head = reading.head(self.record, self.book_name)
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(problem))
            return
        if head > self.head:
            self.post_message(self.MoreRecorded(head))


def _stopped() -> Callable[[], bool]:
    worker = get_current_worker()
    return lambda: worker.is_cancelled
