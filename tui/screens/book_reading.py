"""Reading a book in threads: each posts what it found, or why it found nothing."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from events.errors import ReferatError
from governance.searching.sought import Sought
from governance.state.model import State
from tui import reading
from tui.remembers_settings import RemembersSettings
from tui.screens.base import ReferatScreen
from tui.telling.entries import Telling
from tui.telling.rows import Row

if TYPE_CHECKING:
    from tui.works_on_books import WorksOnBooks


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
    class FindingsRead(Message):
        """What a check found in the book as it stood after an entry."""

        number: int
        rows: list[Row]
        public: bool

    @dataclass
    class Found(Message):
        """Entries that a search found so far; ``whole`` where they are all."""

        sought: Sought
        numbers: "array[int]"
        whole: bool

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

    @work(thread=True, exclusive=True, group="state", exit_on_error=True)
    def read_findings(self, number: int) -> None:
        """Check the book as it stood after an entry."""
        public = self.public
        try:
            rows = reading.findings(self.record, self.book_name, number, _stopped(), public=public)
            self.post_message(self.FindingsRead(number, rows, public))
        except reading.Stopped:
            return
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(problem))

    @work(thread=True, exclusive=True, group="index", exit_on_error=True)
    def keep_index_up(self) -> None:
        """Let the index take in what was recorded, so that a search finds it ready."""
        index = cast("WorksOnBooks", self.app).search_index(self.record)
        try:
            reading.keep_index_up(self.record, index, self.book_name, _stopped())
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(problem))

    @work(thread=True, exclusive=True, group="search", exit_on_error=True)
    def search(self, sought: Sought) -> None:
        """Search all entries."""
        index, stopped = cast("WorksOnBooks", self.app).search_index(self.record), _stopped()
        numbers: array[int] = array("q")
        try:
            for numbers in reading.search(self.record, index, self.book_name, sought, stopped, public=self.public):
                if stopped():
                    return
                self.post_message(self.Found(sought, numbers, whole=False))
            self.post_message(self.Found(sought, numbers, whole=True))
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
