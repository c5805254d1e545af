"""Travelling: what stands around an entry of a book, after it and before it, read from the record by way of the index."""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from events.catalogue import WordsErased
from events.entry import Entry, unseal
from events.ids import MeetingId
from events.log import Log
from events.naming import introduced, names
from governance.differing import Change, changes
from governance.history import Amendments, amendments_in, replay
from governance.state.fold import Fold
from governance.state.model import State
from governance.state.publishing import publish
from governance.travelling.gathering import Index, gathered
from governance.travelling.placing import Stand
from governance.travelling.topics import COUNCIL, FOLLOWED, changed_entry, said

_HELD = 8192
"""Entries that are kept at hand: a step reads few that the one before did not."""

_NEAR = 4
"""Entries that lie so close to one another are read in one go."""


class Seen(msgspec.Struct, frozen=True):
    """What is seen at an entry. ``state`` is that after it and ``before`` that before it, as far as they tell of what stands
    around: the meeting ``stand.meeting``, what the entry is about, and who and what the council is. ``changed`` is the entry
    that it strikes or corrects, or whose words it erases; ``erased_by`` are the entries that erased words of its own.
    """

    entry: Entry
    stand: Stand
    fold: Fold
    state: State
    before: State
    changed: Entry | None
    erased_by: tuple[int, ...] = ()

    def changes(self) -> list[Change]:
        """Return what the entry changed, without what changes along: the ages of matters, and the order of meetings."""
        return [change for change in changes(self.before, self.state) if not _along(change)]


class Traveller:
    """Travels in one book. It is not for two threads at a time."""

    def __init__(self, log: Log, book: str, index: Index) -> None:
        self.log, self.book, self.index = log, book, index
        self._entries: OrderedDict[int, Entry] = OrderedDict()
        self._amending: dict[int, list[Entry]] = {}
        self._amendments = Amendments()
        self._amended = -1

    def seen(self, number: int, on: str | None = None) -> Seen:
        """Return what is seen at an entry that the index reaches, as of a day (ISO) where one is given."""
        self._know_amendments()
        (entry,) = self.read([number])
        stand = self.index.stand(number)
        changed = changed_entry(entry.event)
        of = next(iter(self.read([changed])), None) if changed is not None else None
        numbers = self.around(number, self._things(entry, of, stand), entry, of)
        fold, before = self.fold(numbers, number, on), self.fold(numbers - {number}, number - 1, on)
        erased_by = tuple(one.number for one in self._amending.get(number, ()) if isinstance(one.event, WordsErased))
        return Seen(entry, stand, fold, publish(fold), publish(before), of, erased_by)

    def named(self, numbers: Collection[int]) -> tuple[list[Entry], Fold, Amendments]:
        """Return entries as they were recorded, with a fold that knows what they name and with what became of them."""
        self._know_amendments()
        around = gathered(self.index, self.read, self._amending, (), self.index.upto, numbers)
        return self.read(numbers), self.fold(around, self.index.upto), self._amendments

    @property
    def amendments(self) -> Amendments:
        """All strikes and corrections that the index knows."""
        self._know_amendments()
        return self._amendments

    def about(self, meeting: MeetingId) -> tuple[list[Entry], Fold]:
        """Return all entries that tell of a meeting and what it names, as they were recorded, with what they add up to."""
        self._know_amendments()
        numbers = self.around(self.index.upto, [meeting])
        return sorted(self.read(numbers), key=lambda entry: entry.number), self.fold(numbers, self.index.upto)

    def around(self, number: int, things: Iterable[str], *entries: Entry | None) -> set[int]:
        """Return the numbers of the entries up to an entry that tell of these things, of these entries and of the council."""
        own = (entry.number for entry in entries if entry is not None)
        taken = (*self.index.about(COUNCIL, number), *own)
        return gathered(self.index, self.read, self._amending, things, number, taken)

    def fold(self, numbers: Collection[int], upto: int, on: str | None = None) -> Fold:
        """Return what these entries add up to, as they read after entry ``upto``, and had taken effect on day ``on``."""
        entries = sorted(self.read(numbers), key=lambda entry: entry.number)
        fold = replay(self.book, entries, amendments_in(entries), on=on)
        fold.number, horizon = upto, self.index.stand(upto).horizon
        fold.horizon = horizon if on is None else min(horizon, on)
        return fold

    def read(self, numbers: Collection[int]) -> list[Entry]:
        """Return the entries with these numbers as they were recorded, those that there are."""
        found, missing = [], []
        for number in sorted(numbers):
            entry = self._entries.get(number)
            if entry is None:
                missing.append(number)
            else:
                found.append(entry)
        for first, last in _ranges(missing):
            for body, words in self.log.read(self.book, after=first - 1, upto=last):
                entry = unseal(body, words)
                self._entries[entry.number] = entry
        found += [self._entries[number] for number in missing if number in self._entries]
        while len(self._entries) > max(_HELD, 2 * len(found)):
            self._entries.popitem(last=False)
        return found

    def _things(self, entry: Entry, changed: Entry | None, stand: Stand) -> set[str]:
        things = {stand.meeting, stand.item} - {""}
        for one in filter(None, (entry, changed)):
            things.update(introduced(one.event, one.number))
            things.update(names(said(one.event)))
        return {thing for thing in things if thing[0] in FOLLOWED}

    def _know_amendments(self) -> None:
        if self._amended != self.index.upto:
            self._let_go_of_erased()
            amendments = self.read(self.index.amending())
            self._amending, self._amendments = _by_target(amendments), amendments_in(amendments)
            self._amended = self.index.upto

    def _let_go_of_erased(self) -> None:
        """Let go of the entries whose words were erased: what is at hand may hold the words yet."""
        for entry in self.read(self.index.amending()):
            if isinstance(entry.event, WordsErased):
                self._entries.pop(entry.event.entry, None)


def _along(change: Change) -> bool:
    return change.place[-1] == "age_days" or (change.reordered and len(change.place) == 1)


def _by_target(amendments: Iterable[Entry]) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = {}
    for entry in amendments:
        changed = changed_entry(entry.event)
        if changed is not None:
            found.setdefault(changed, []).append(entry)
    return found


def _ranges(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Return the numbers, in order, as ranges that hold few others."""
    first: int | None = None
    last = 0
    for number in numbers:
        if first is None:
            first = number
        elif number - last > _NEAR:
            yield first, last
            first = number
        last = number
    if first is not None:
        yield first, last
