"""Finding entries: the index says where to look, and the record says whether it is so."""

from array import array
from collections.abc import Callable, Iterable, Iterator

import msgspec

from events.entry import Entry, unseal
from events.log import Log
from events.naming import introduced, names
from events.words import Words
from governance.searching.index import IndexBroken, SearchIndex
from governance.searching.marking import ABOUT, given_name
from governance.searching.sought import Sought, holds, said_in, terms_in

FIRST = 32
"""As many are looked for at first: what a screen shows, and at hand before anybody notices a delay."""

_MOST = 1 << 14
_SHORTEST_NAME = 2
_decode = msgspec.json.Decoder(Words).decode

Stopped = Callable[[], bool]


class Search:
    """A search in one book. What the index proposes is read from the log and checked: words that the log withholds, or that
    are erased, are not found.
    """

    def __init__(self, log: Log, index: SearchIndex, book: str, sought: Sought) -> None:
        self._log = log
        self._index = index
        self._book = book
        self._sought = sought
        self._named: dict[str, set[str]] = {}

    def numbers(self, *, limit: int = -1) -> "array[int]":
        """Return the numbers of the entries that are sought, rising, as far as the index reaches.

        ``limit`` is how many at the most; -1 is all.
        """
        found: array[int] = array("q")
        for found in self._growing(array("q"), lambda: False):
            if 0 <= limit <= len(found):
                break
        return found if limit < 0 else found[:limit]

    def bit_by_bit(self, taking_in: Iterable[int] = (), stopped: Stopped = lambda: False) -> Iterator["array[int]"]:
        """Yield the numbers again and again while more are found, the first at once; the last time they are all.

        ``taking_in`` lets the index catch up bit by bit (``kept_up``); what it takes in is searched too.
        """
        numbers: array[int] = array("q")
        for numbers in self._growing(array("q"), stopped):
            yield numbers
        searched = self._reached()
        for reached in taking_in:
            if reached != searched:
                searched, so_far = reached, numbers
                for numbers in self._growing(so_far, stopped):
                    yield numbers
        yield numbers

    def _growing(self, found: "array[int]", stopped: Stopped) -> Iterator["array[int]"]:
        """Yield what was found with what comes after it, a copy each time."""
        self._named = {term: self._going_by(term) for term in self._sought.terms if len(term) >= _SHORTEST_NAME}
        after, limit = (found[-1] if found else 0), FIRST
        while not stopped():
            candidates = self._candidates(after, limit)
            found = found[:]
            found.extend(number for number in candidates if self._is_so(number))
            yield found
            if len(candidates) < limit:
                return
            after, limit = candidates[-1], min(4 * limit, _MOST)

    def _candidates(self, after: int, limit: int) -> "array[int]":
        try:
            return self._index.find(self._book, self._sought, self._named, after=after, limit=limit)
        except IndexBroken:
            return array("q")

    def _reached(self) -> int:
        try:
            return self._index.reached(self._book)
        except IndexBroken:
            return 0

    def _going_by(self, term: str) -> set[str]:
        """Return the ids of the persons and bodies that go by a term, as the record says."""
        try:
            numbers = self._index.naming(self._book, term)
        except IndexBroken:
            return set()
        found = set()
        for entry, words in map(self._entry, numbers):
            if entry is not None and holds(term, terms_in(said_in(words))):
                found.add(given_name(entry) or "")
        return found

    def _is_so(self, number: int) -> bool:
        entry, words = self._entry(number)
        if entry is None or not self._sought.is_recorded_so(entry, words):
            return False
        said = terms_in(said_in(words))
        missed = [term for term in self._sought.terms if not holds(term, said)]
        if not missed:
            return True
        about = self._about(entry)
        return all(not about.isdisjoint(self._named.get(term, ())) for term in missed)

    def _about(self, entry: Entry) -> set[str]:
        """Return what an entry names; what speaks of another entry is about what that one names."""
        event = entry.event
        found = {*names(event), *introduced(event, entry.number)}
        if isinstance(event, ABOUT) and event.entry < entry.number:
            spoken_of, _ = self._entry(event.entry)
            found |= self._about(spoken_of) if spoken_of is not None else set()
        return found

    def _entry(self, number: int) -> tuple[Entry | None, Words]:
        for body, words in self._log.read(self._book, after=number - 1, upto=number):
            return unseal(body, words), _decode(words)
        return None, {}


def kept_up(log: Log, index: SearchIndex, book: str, stopped: Stopped = lambda: False) -> Iterator[int]:
    """Let the index take in what was recorded since, and yield the number of the entry that it has come to.

    ``log`` is to be the whole record, words that are withheld from some readers included.
    """
    for _ in range(2):
        try:
            yield from index.catch_up(log, book, stopped)
            return
        except IndexBroken:
            continue
