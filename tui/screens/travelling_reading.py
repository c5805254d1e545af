"""Reading for a journey through a book, in threads: the newest reading of a kind ends the one before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from events.errors import ReferatError
from events.ids import MeetingId
from governance.history import NotIssued
from governance.language import said
from governance.state.places import Place
from governance.travelling.timeline import Timeline
from tui import whole_book
from tui.journey import Journey
from tui.keeps_drafts import KeepsDrafts
from tui.reading import Stopped
from tui.remembers_settings import RemembersSettings
from tui.screens.base import ReferatScreen
from tui.telling.journey import Around, Placed, around, matters
from tui.whole_book import Explained, Found, TwoMinutes, Which


class TravelsInBook(ReferatScreen):
    """A screen that travels in one book. What is read comes as messages; none of it changes anything."""

    @dataclass
    class Prepared(Message):
        """So far one can travel by now; ``whole`` where that is the whole book."""

        journey: Journey
        reached: int
        whole: bool

        def can_replace(self, message: Message) -> bool:
            """Only the newest counts."""
            return isinstance(message, TravelsInBook.Prepared)

    @dataclass
    class Arrived(Message):
        """What stands around an entry."""

        around: Around

    @dataclass
    class TimelineRead(Message):
        """The whole book on one line."""

        timeline: Timeline

    @dataclass
    class MattersRead(Message):
        """What was not done with after an entry."""

        number: int
        lines: Placed

    @dataclass
    class FindingsRead(Message):
        """What the check found."""

        findings: Sequence[Found]

    @dataclass
    class ExplanationRead(Message):
        """Why something stands where it does."""

        lines: Sequence[Explained]

    @dataclass
    class DifferenceRead(Message):
        """What differs between two entries."""

        first: int
        last: int
        lines: Sequence[str]

    @dataclass
    class MinutesRead(Message):
        """The minutes of a meeting as approved and as corrected, and what became of them."""

        meeting: MeetingId
        minutes: TwoMinutes

    @dataclass
    class CannotTell(Message):
        """Why what was asked for cannot be told."""

        words: str

    @dataclass
    class ReadingFailed(Message):
        """The record could not be read."""

        problem: ReferatError

    def __init__(self, record: Path, book: str, head: int) -> None:
        super().__init__()
        self.record, self.book_name, self.head = record, book, head
        self.journey: Journey | None = None

    @property
    def which(self) -> Which:
        """The book, as those who see the screen may read it."""
        return Which(self.record, self.book_name, cast(RemembersSettings, self.app).projector)

    @work(thread=True, exclusive=True, group="index")
    def prepare(self) -> None:
        """Make the index ready, telling how far it has come; then see that it stands on what the record holds."""
        stopped, which = _stopped(), self.which
        try:
            only_read = cast(KeepsDrafts, self.app).only_read
            journey = Journey(which.record, which.book, public=which.public, read_only=only_read)
            self._make_ready(journey, stopped)
            if not journey.is_sound(stopped):
                self._make_ready(journey, stopped)
        except Stopped:
            return
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(problem))

    def _make_ready(self, journey: Journey, stopped: Callable[[], bool]) -> None:
        def tell(reached: int) -> None:
            self.post_message(self.Prepared(journey, reached, whole=False))

        journey.prepare(stopped, tell)
        self.post_message(self.Prepared(journey, journey.reached, whole=True))
        self.post_message(self.TimelineRead(journey.timeline()))

    @work(thread=True, exclusive=True, group="seen")
    def see(self, journey: Journey, number: int, on: str | None) -> None:
        """Read what stands around an entry."""
        if not _stopped()():
            self._read(lambda: self.Arrived(around(journey, number, on)))

    @work(thread=True, exclusive=True, group="matters")
    def read_matters(self, number: int) -> None:
        """Read what was not done with after an entry."""
        stopped = _stopped()
        self._read(lambda: self.MattersRead(number, matters(whole_book.state_at(self.which, number, stopped))))

    @work(thread=True, exclusive=True, group="findings")
    def read_findings(self) -> None:
        """Read what the check finds."""
        stopped = _stopped()
        self._read(lambda: self.FindingsRead(whole_book.found_in(self.which, stopped)))

    @work(thread=True, exclusive=True, group="asked")
    def read_explanation(self, place: Place, number: int, on: str | None) -> None:
        """Read why something stands at a place."""
        stopped = _stopped()
        self._read(lambda: self.ExplanationRead(whole_book.explained(self.which, place, number, on, stopped)))

    @work(thread=True, exclusive=True, group="asked")
    def read_difference(self, first: int, last: int) -> None:
        """Read what differs between two entries."""
        stopped = _stopped()
        self._read(lambda: self.DifferenceRead(first, last, whole_book.difference(self.which, first, last, stopped)))

    @work(thread=True, exclusive=True, group="asked")
    def read_minutes(self, meeting: MeetingId) -> None:
        """Read the minutes of a meeting twice."""
        stopped = _stopped()
        self._read(lambda: self.MinutesRead(meeting, whole_book.two_minutes(self.which, meeting, stopped)))

    def _read(self, read: Callable[[], Message]) -> None:
        worker = get_current_worker()
        try:
            answer = read()
        except Stopped:
            return
        except NotIssued as problem:
            self.post_message(self.CannotTell(said(problem)))
            return
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(problem))
            return
        if not worker.is_cancelled:
            self.post_message(answer)


def _stopped() -> Callable[[], bool]:
    worker = get_current_worker()
    return lambda: worker.is_cancelled
