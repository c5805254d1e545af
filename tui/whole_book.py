"""What the screens of the journey need the whole book for: each function opens the record on its own, for a thread.

What takes long asks ``stopped`` between entries and ends with Stopped when nobody waits for it any more.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from events.entry import Entry
from events.ids import MeetingId
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.checking import check
from governance.checking.examined import Examined
from governance.checking.finding import Severity
from governance.checkpoints import rooted
from governance.differing import changes
from governance.documents.composing import compose_minutes
from governance.documents.writing.document import write
from governance.explaining.explanation import explain
from governance.explaining.leaving_out import LeavingOut
from governance.explaining.reason import Looked
from governance.history import approved_entries, replay, replay_standing, standing
from governance.log_lines import LogLines
from governance.state.fold import Fold
from governance.state.model import State
from governance.state.places import Place
from governance.state.publishing import publish
from governance.withholding import PublicCopy
from governance.wording.changes import change_lines
from governance.wording.explanations import explanation_lines
from governance.wording.findings import finding_sentence, heading_of
from tui.reading import Asked, Stopped

_STRIDE = 256


class Which(NamedTuple):
    """A book of a record, as everybody may read it where it is ``public``."""

    record: Path
    book: str
    public: bool = False


class Found(NamedTuple):
    """Something that the check found: how weighty, under which meeting, in words, and the entry to look at first."""

    severity: Severity
    heading: str
    words: str
    number: int


class TwoMinutes(NamedTuple):
    """The minutes of a meeting as they were approved, or else issued, and as they read now."""

    approved: str
    corrected: str


class Explained(NamedTuple):
    """A line of an explanation, and the entry that it tells of, 0 for none."""

    text: str
    number: int


def state_at(which: Which, number: int, stopped: Asked) -> State:
    """Return all that the book said after an entry, without the root. Raises a ReferatError, or Stopped."""
    with _opened(which) as book:
        return publish(_fold(book, number, stopped))


def rooted_at(which: Which, number: int, stopped: Asked) -> State:
    """Return all that the book said after an entry, with its root. Raises a ReferatError, or Stopped."""
    with _opened(which) as book:
        return rooted(publish(_fold(book, number, stopped)), book.log)


def difference(which: Which, first: int, last: int, stopped: Asked) -> list[str]:
    """Return in lines what differs in the book between two entries. Raises a ReferatError, or Stopped."""
    with _opened(which) as book:
        before, after = (publish(_fold(book, number, stopped)) for number in (first, last))
    return list(change_lines(changes(before, after), before, after))


def found_in(which: Which, stopped: Asked) -> list[Found]:
    """Return what the check finds in the whole book, as it stands now. Raises a ReferatError, or Stopped."""
    with _opened(which) as book:
        fold = _fold(book, None, stopped)
        examined = Examined(fold, _until(stopped, book.standing()), book.newest_day())
        return [
            Found(
                one.severity, heading_of(fold, one), finding_sentence(fold, one), one.entries[0] if one.entries else 0
            )
            for one in check(examined)
        ]


def explained(which: Which, place: Place, number: int, on: str | None, stopped: Asked) -> list[Explained]:
    """Return why something stands at a place after an entry. Raises a ReferatError, or Stopped."""
    with _opened(which) as book:
        fold = _fold(book, number, stopped, on)
        state = publish(fold)
        held = LeavingOut(book.name, list(_until(stopped, book.entries(upto=number))), on=on)
        explanation = explain(held, Looked(fold, state, on), place)
        numbers = {entry.number for _, entry in explanation.entries}
        numbers |= {one.number for held in explanation.amended for one in (held.entry, held.by)}
        lines = explanation_lines(explanation, state, LogLines(book))
        return [Explained(line, _number_in(line, numbers)) for line in lines]


def two_minutes(which: Which, meeting: MeetingId, stopped: Asked) -> TwoMinutes:
    """Return the minutes of a meeting as approved and as corrected. Raises NotIssued, a ReferatError, or Stopped."""
    with _opened(which) as book:
        fold = _fold(book, None, stopped)
        entries = approved_entries(book.history(), fold, fold.meetings[meeting])
        approved = replay_standing(book.name, entries)
        then = compose_minutes(approved, entries, approved.meetings[meeting])
        now = compose_minutes(fold, standing(book.entries(), book.amendments()), fold.meetings[meeting])
        return TwoMinutes(write(then, "txt"), write(now, "txt"))


def state_as_approved(which: Which, meeting: MeetingId, stopped: Asked) -> State:
    """Return what the book said as the minutes of a meeting were approved, with its root. Raises as ``two_minutes``."""
    with _opened(which) as book:
        fold = _fold(book, None, stopped)
        entries = approved_entries(book.history(), fold, fold.meetings[meeting])
        return rooted(publish(replay_standing(book.name, _until(stopped, entries))), book.log)


@contextmanager
def _opened(which: Which) -> Iterator[Book]:
    log = SqliteLog(which.record)
    try:
        yield Book(PublicCopy(log) if which.public else log, which.book)
    finally:
        log.close()


def _fold(book: Book, number: int | None, stopped: Asked, on: str | None = None) -> Fold:
    return replay(book.name, _until(stopped, book.entries(upto=number)), book.amendments(upto=number), on=on)


def _until(stopped: Asked, entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        if entry.number % _STRIDE == 0 and stopped():
            raise Stopped
        yield entry


def _number_in(line: str, numbers: set[int]) -> int:
    """Return the entry that a line of an explanation begins with."""
    first = line.split(maxsplit=1)[:1]
    return int(first[0]) if first and first[0].isdecimal() and int(first[0]) in numbers else 0
