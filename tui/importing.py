"""An import that is going on: its files, what was chosen about each, and what became of them. Reading is for a thread;
recording goes through the recorder of each book.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from events.errors import ReferatError
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.documents.reading.usage import NOTHING_TAUGHT, Usage
from governance.importing.choices import Choices
from governance.importing.files import read_again
from governance.importing.gathering import Assessing, Gathered, by_date, gathered, history_of
from governance.importing.reviewing import Review, review
from governance.importing.usage_file import load_usages, teach

Told = Callable[[int], None]
"""Is told how many files are done."""


class State(StrEnum):
    """What became of a file."""

    READY = "ready"
    """Nothing is unsure: it can be recorded as it was read."""
    TO_REVIEW = "to-review"
    THERE = "there"
    REFUSED = "refused"
    RECORDED = "recorded"
    LEFT_OUT = "left-out"
    TAKEN_BACK = "taken-back"


@dataclass
class Paper:
    """A file of the import. ``choices`` are what was chosen about it, ``settled`` what was looked at, ``entries`` how many
    were recorded, ``problem`` why that was refused.
    """

    found: Gathered
    state: State
    choices: Choices = field(default_factory=Choices)
    settled: set[object] = field(default_factory=set)
    entries: int = 0
    problem: ReferatError | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be recorded."""
        return self.state in (State.READY, State.TO_REVIEW)

    @property
    def name(self) -> str:
        """The name of the file, without its folder."""
        return Path(self.found.name).name


class Import:
    """Files that are taken over into a record in one sitting."""

    def __init__(self, record: Path) -> None:
        self.record = record
        self.papers: list[Paper] = []
        self.usages: dict[str, Usage] = {}
        self.learnt = False
        """Whether something was taught that the waiting papers were not read by yet."""

    def read(self, names: Sequence[str], told: Told, stopped: Callable[[], bool]) -> list[Paper]:
        """Read files and tell how each stands, in the order of their dates. What was read when it is stopped counts for
        nothing. Raises a ReferatError where the record or what was taught cannot be read.
        """
        usages = load_usages(self.record)
        log = SqliteLog(self.record)
        try:
            files = sorted(_counted(gathered(log, names), told, 0, stopped), key=by_date)
            assessing = Assessing(log, usages)
            found = list(_counted(map(assessing.assessed, files), told, len(names), stopped))
        finally:
            log.close()
        self.usages = usages
        return [Paper(one, _state_of(one)) for one in found]

    def usage(self, book: str) -> Usage:
        """Return what the minutes of a book's council call things."""
        return self.usages.get(book, NOTHING_TAUGHT)

    def teach(self, book: str, change: Callable[[Usage], Usage]) -> None:
        """Teach something for all further documents of a book, and keep it. Raises a ReferatError."""
        self.usages[book] = teach(self.record, book, change)
        self.learnt = True

    def read_waiting_again(self) -> None:
        """Tell anew how the papers stand that wait to be looked at, by what was taught since. Raises a ReferatError."""
        self.learnt = False
        log = SqliteLog(self.record)
        try:
            assessing = Assessing(log, dict(self.usages))
            for paper in self.papers:
                if paper.is_waiting:
                    paper.found = assessing.assessed(paper.found, paper.choices)
                    paper.state = _state_of(paper.found)
        finally:
            log.close()

    def taught(self, paper: Paper) -> None:
        """Read a paper anew, as one does who knows what was taught by now."""
        found = paper.found
        if found.file is not None and found.book is not None:
            paper.found = replace(found, file=read_again(found.file, self.usage(found.book)))

    def next_waiting(self, after: Paper | None, *, ready_too: bool = False) -> Paper | None:
        """Return the next paper that has to be looked at, from the first again behind the last; with ``ready_too`` the
        next that is not recorded.
        """
        at = self.papers.index(after) + 1 if after is not None else 0
        wanted = (State.TO_REVIEW, State.READY) if ready_too else (State.TO_REVIEW,)
        waiting = [paper for paper in (*self.papers[at:], *self.papers[:at]) if paper.state in wanted]
        return waiting[0] if waiting else None


def reviewed(book: Book, paper: Paper, usage: Usage, choices: Choices | None = None) -> Review:
    """Return the review of a paper on a book as it stands now. Raises a ReferatError."""
    assert paper.found.file is not None
    return review(paper.found.file, history_of(book), book.name, book.today(), choices or paper.choices, usage)


class Stopped(Exception):
    """Nobody waits for it any more."""


def _counted(found: Iterator[Gathered], told: Told, before: int, stopped: Callable[[], bool]) -> Iterator[Gathered]:
    for count, one in enumerate(found, before + 1):
        if stopped():
            raise Stopped
        told(count)
        yield one


def _state_of(found: Gathered) -> State:
    if found.is_there:
        return State.THERE
    if found.counts is None:
        return State.REFUSED
    return State.READY if found.counts.is_clear else State.TO_REVIEW
