"""The history of a book: replay to any entry or moment, and to any day in the world.

``at`` is an entry number; ``on`` is a date. Strikes and corrections act at the place of the entry they name, as far as
they were recorded by then. A book is replayed in two passes: the amendments first, they are few, then every entry.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from events.catalogue import EntryCorrected, EntryStruck
from events.entry import Entry
from events.errors import N_, ReferatError
from events.moments import applies_on
from events.naming import introduced, names
from governance.collecting import folding
from governance.state.evolving import evolve
from governance.state.fold import Fold, Meeting
from governance.state.publishing.meetings import minutes_meant


@dataclass(slots=True)
class Amendments:
    """What later entries say about earlier ones: which are struck by which, and which read otherwise."""

    struck: dict[int, int] = field(default_factory=dict)
    corrections: dict[int, list[Entry]] = field(default_factory=dict)

    def correction_of(self, number: int) -> Entry | None:
        """Return the correction in force for an entry: the last that is not struck itself."""
        standing = [entry for entry in self.corrections.get(number, ()) if entry.number not in self.struck]
        return standing[-1] if standing else None

    def in_force(self, entry: Entry) -> Entry | None:
        """Return the entry as it reads now, or None where it is struck."""
        if entry.number in self.struck:
            return None
        correction = self.correction_of(entry.number) if entry.number in self.corrections else None
        return entry if correction is None else corrected(entry, correction)


def amendments_in(entries: Iterable[Entry]) -> Amendments:
    """Return what the strikes and corrections among the entries say."""
    found = Amendments()
    for entry in entries:
        event = entry.event
        if isinstance(event, EntryStruck):
            found.struck[event.entry] = entry.number
        elif isinstance(event, EntryCorrected):
            found.corrections.setdefault(event.entry, []).append(entry)
    return found


def corrected(original: Entry, correction: Entry) -> Entry:
    """Return the original as the correction lets it read: at its own place, with its own ids."""
    said = correction.event
    assert isinstance(said, EntryCorrected)
    return msgspec.structs.replace(
        original,
        event=said.replacement,
        effective=said.effective or original.effective,
        provenance=correction.provenance,
    )


def replay(
    book: str,
    entries: Iterable[Entry],
    amendments: Amendments,
    *,
    on: str | None = None,
    skip: Callable[[Entry], bool] | None = None,
) -> Fold:
    """Return what the entries add up to. ``on`` leaves out what had not taken effect on that day (ISO date), ``skip``
    any further entry that is not to count.
    """
    fold = Fold(book, struck=frozenset(amendments.struck), corrected=frozenset(amendments.corrections))
    amended = amendments.struck.keys() | amendments.corrections.keys()
    with folding():
        for entry in entries:
            standing = amendments.in_force(entry) if entry.number in amended else entry
            if standing is None or (
                (on is not None and not applies_on(standing.effective, on)) or (skip is not None and skip(standing))
            ):
                fold.number, fold.as_of = entry.number, entry.recorded_at
            else:
                evolve(fold, standing)
    if on is not None:
        fold.horizon = min(fold.horizon, on)
    return fold


def standing(entries: Iterable[Entry], amendments: Amendments) -> Iterator[Entry]:
    """Return the entries that are in force, as they read now."""
    for entry in entries:
        held = amendments.in_force(entry)
        if held is not None:
            yield held


class Recorded:
    """The entries of a book for the rules that look back; ``read`` returns them anew, in order."""

    def __init__(self, book: str, read: Callable[[], Iterable[Entry]]) -> None:
        self._book = book
        self._read = read

    def entry(self, number: int) -> Entry | None:
        """Return the entry with this number as it was recorded, or None where there is none."""
        return next((entry for entry in self._read() if entry.number == number), None)

    def since(self, number: int) -> Iterator[Entry]:
        """Return the entries after this number that are in force, as they read now, and the corrections in force."""
        amendments = amendments_in(self._read())
        for entry in self._read():
            event = entry.event
            if entry.number <= number or entry.number in amendments.struck:
                continue
            if not isinstance(event, EntryCorrected):
                yield amendments.in_force(entry) or entry
            elif event.entry not in amendments.struck and amendments.correction_of(event.entry) is entry:
                yield entry

    def entries(self) -> Iterable[Entry]:
        """Return all entries as they were recorded."""
        return self._read()

    def without(self, number: int) -> Fold:
        """Return what the book says without this entry and what builds on it."""
        gone: set[str] = set()

        def builds_on_it(entry: Entry) -> bool:
            if entry.number != number and gone.isdisjoint(names(entry.event)):
                return False
            gone.update(introduced(entry.event, entry.number))
            return True

        return replay(self._book, self._read(), amendments_in(self._read()), skip=builds_on_it)


class NotIssued(ReferatError):
    """The minutes of the meeting have not been issued, so there is nothing that could have been approved."""

    exit_code = 7


def approved_entries(history: Recorded, fold: Fold, meeting: Meeting) -> list[Entry]:
    """Return the entries in force as the minutes of a meeting were approved, as they read then.

    They are those up to the entry that the minutes were issued through, with the corrections that the approval lists;
    ``fold`` is the newest state. Raises NotIssued where the minutes have not been issued.
    """
    through = meeting.issued_through
    if through is None:
        raise NotIssued(N_("The minutes of {date} have not been issued."), date=meeting.date)
    listed = {
        number
        for approval in fold.approvals
        if minutes_meant(fold, approval) is meeting
        for number in approval.corrections
    }
    counting = [entry for entry in history.entries() if entry.number <= through or entry.number in listed]
    return list(standing((entry for entry in counting if entry.number <= through), amendments_in(counting)))


def as_approved(history: Recorded, fold: Fold, meeting: Meeting) -> Fold:
    """Return what the book said as the minutes of a meeting were approved. Raises as ``approved_entries``."""
    return replay_standing(fold.book, approved_entries(history, fold, meeting))


def replay_standing(book: str, entries: Iterable[Entry]) -> Fold:
    """Return what entries add up to that are in force and read as they stand."""
    return replay(book, entries, Amendments())
