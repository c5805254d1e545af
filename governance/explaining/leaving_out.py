"""What would stand at a place if some entries were not in the book."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from events.catalogue import EntryCorrected, EntryStruck, Event, ItemPostponed, MinutesApproved
from events.entry import Entry
from events.ids import introducing_entry
from events.naming import introduced, names
from governance.history import Amendments, amendments_in, replay
from governance.state.fold import Fold
from governance.state.places import NOTHING, Element, Place, value_at
from governance.state.publishing import SECTIONS
from governance.state.publishing.meetings import published_meeting


class LeavingOut:
    """A book whose entries can be left out. ``on`` is the day (ISO date) on which it is looked at."""

    def __init__(self, book: str, entries: Sequence[Entry], *, on: str | None = None) -> None:
        self.entries = entries
        self.amendments: Amendments = amendments_in(entries)
        self._book = book
        self._on = on
        self._named = {entry.number: frozenset(names(entry.event)) for entry in entries}
        self._amending = [entry for entry in entries if isinstance(entry.event, EntryStruck | EntryCorrected)]

    def value(self, place: Place, without: Iterable[int] = (), among: set[int] | None = None) -> Any:
        """Return what stands at a place without some entries and without what builds on them, NOTHING where no such
        place is left; ``among`` are the only entries to look at where they are given.
        """
        return at_place(self._fold(set(without), among), place)

    def entry(self, number: int) -> Entry:
        """Return an entry as it was recorded; the entries of a book are numbered from 1 without gaps."""
        return self.entries[number - 1]

    def named(self, number: int) -> frozenset[str]:
        """Return the ids that an entry names as it was recorded."""
        return self._named[number]

    def counting(self) -> list[int]:
        """Return the entries that count: all but those struck, and but the amendments that are struck or overtaken."""
        overtaken = {
            one.number
            for number, held in self.amendments.corrections.items()
            for one in held
            if number in self.amendments.struck or one is not self.amendments.correction_of(number)
        }
        return [
            entry.number
            for entry in self.entries
            if entry.number not in self.amendments.struck and entry.number not in overtaken
        ]

    def speaking_of(self, things: set[str], kinds: tuple[type[Event], ...] = ()) -> set[int]:
        """Return the entries of these kinds and those that introduce or name one of these ids, or a meeting by one of
        these days, with all that introduces what those entries name, and with the amendments between any of them.
        """
        found = {
            entry.number
            for entry in self.entries
            if not things.isdisjoint(self._named[entry.number])
            or not things.isdisjoint(introduced(entry.event, entry.number))
            or not things.isdisjoint(_days(entry.event))
            or isinstance(entry.event, kinds)
        }
        new = found
        while new:
            named = {introducing_entry(held) for number in new for held in self._named[number]}
            named |= {_amended(self.entry(number).event) for number in new}
            named |= {entry.number for entry in self._amending if _amended(entry.event) in new}
            new = {number for number in named if 1 <= number <= len(self.entries)} - found
            found = found | new
        return found

    def _fold(self, without: set[int], among: set[int] | None) -> Fold:
        kept: Iterable[Entry] = self.entries
        if among is not None:
            kept = [self.entry(number) for number in sorted(among)]
        counting = [entry for entry in self._amending if entry.number not in without]
        if among is not None:
            counting = [entry for entry in counting if entry.number in among]
        return replay(self._book, kept, amendments_in(counting), on=self._on, skip=self._skipping(without))

    def _skipping(self, without: set[int]) -> Callable[[Entry], bool] | None:
        if not without:
            return None
        gone: set[str] = set()

        def left_out(entry: Entry) -> bool:
            number = entry.number
            if number not in without and (not gone or gone.isdisjoint(self._names(entry))):
                return False
            gone.update(introduced(entry.event, number))
            return True

        return left_out

    def _names(self, entry: Entry) -> frozenset[str]:
        corrected = entry.number in self.amendments.corrections
        return frozenset(names(entry.event)) if corrected else self._named[entry.number]


def at_place(fold: Fold, place: Place) -> Any:
    """Return what stands at a place, publishing no more of the state than that needs."""
    if not place or not isinstance(place[0], str) or place[0] not in SECTIONS:
        return NOTHING
    if place[0] == "meetings" and len(place) > 1 and isinstance(place[1], Element):
        meeting = fold.meetings.get(place[1].key[0])
        if meeting is None or not meeting.date:
            return NOTHING
        return value_at(published_meeting(fold, meeting), place[2:])
    return value_at(SECTIONS[place[0]](fold), place[1:])


def _amended(event: Event) -> int:
    return event.entry if isinstance(event, EntryStruck | EntryCorrected) else 0


def _days(event: Event) -> tuple[str, ...]:
    """Return the days by which an event may mean a meeting."""
    if isinstance(event, MinutesApproved) and event.of is not None:
        return (event.of,)
    if isinstance(event, ItemPostponed) and event.to_date is not None:
        return (event.to_date,)
    return ()
