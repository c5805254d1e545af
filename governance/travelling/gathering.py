"""Gathering the entries that tell what stands around a place in the book, however long the book is.

Of some things all is gathered: everything recorded of a meeting, its items, and the matters they take up. Of the things
these name only as much as says what they are: who a person is, and when another meeting is. What later entries strike,
correct or erase comes along.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from events.catalogue import (
    AnyEvent,
    ItemContinued,
    ItemPostponed,
    MeetingRescheduled,
    MeetingScheduled,
)
from events.entry import Entry
from events.ids import introducing_entry
from events.naming import introduced, names
from governance.travelling.placing import Stand
from governance.travelling.topics import approved_of, called, changed_entry, course_of, put_off_to, said

MOST_APPEARANCES = 40
"""Of a matter that was on more agendas than this, the other agendas are not gathered."""

_BESIDE = 6
"""So many meetings before a day and after it are looked at: one may have approved the minutes of another without saying
of which.
"""

_ALONG = frozenset("iafnghdt")
"""What is introduced under a thing, of which all is gathered with it, by the letters of the ids."""


class Index(Protocol):
    """Tells which entries are about what. ``upto`` is the last entry that it knows."""

    upto: int

    def about(self, topic: str, upto: int) -> Sequence[int]:
        """Return the numbers of the entries about a topic up to an entry, in order."""

    def on_days(self, first: str, last: str, upto: int) -> Sequence[int]:
        """Return the numbers of the entries that put a meeting on one of these days (ISO), by day."""

    def on_days_beside(self, day: str, upto: int, most: int) -> Sequence[int]:
        """Return the numbers of the entries that put a meeting on the ``most`` days before and after a day (ISO)."""

    def stand(self, number: int) -> Stand:
        """Return where an entry stands."""

    def amending(self) -> Sequence[int]:
        """Return the numbers of the strikes, corrections and erasures."""


Read = Callable[[Collection[int]], Iterable[Entry]]
"""Returns the entries with these numbers as they were recorded, in any order."""


def gathered(
    index: Index,
    read: Read,
    amending: Mapping[int, Sequence[Entry]],
    things: Iterable[str],
    upto: int,
    entries: Iterable[int] = (),
) -> set[int]:
    """Return the numbers, up to ``upto``, of all entries about some things, of these ``entries``, and of those that say
    what all these name.

    ``amending`` has for each entry number the strikes and corrections of it, and the erasures of its words.
    """
    gathering = _Gathering(index, amending, upto)
    for number in entries:
        gathering.take(number, None)
    for thing in things:
        gathering.take_whole(thing)
    gathering.gather(read)
    return gathering.numbers


class _Gathering:
    """The entries found so far, and what is still to be looked at. ``_whole`` has for a number whose entry it belongs to."""

    def __init__(self, index: Index, amending: Mapping[int, Sequence[Entry]], upto: int) -> None:
        self.numbers: set[int] = set()
        self._index, self._amending, self._upto = index, amending, upto
        self._wholes: set[str] = set()
        self._known: set[str] = set()
        self._to_read: deque[tuple[int, str | None]] = deque()
        self._read: set[tuple[int, str | None]] = set()

    def gather(self, read: Read) -> None:
        """Read what is to be read, and what that leads to, until nothing is left."""
        while self._to_read:
            batch = list(self._to_read)
            self._to_read.clear()
            entries = {entry.number: entry for entry in read({number for number, _ in batch})}
            for number, thing in batch:
                if number in entries:
                    self._follow(entries[number], thing)

    def take_whole(self, thing: str) -> None:
        """Take all entries about a thing."""
        if thing in self._wholes:
            return
        self._wholes.add(thing)
        self._know(thing)
        self.take(introducing_entry(thing), thing)
        for number in self._index.about(thing, self._upto):
            self.take(number, thing)

    def _know(self, thing: str) -> None:
        """Take the entries that say what a thing is."""
        if thing in self._known:
            return
        self._known.add(thing)
        self.take(introducing_entry(thing), None)
        topic = course_of(thing) if thing[0] == "m" else called(thing)
        if thing[0] in "mpb":
            for number in self._index.about(topic, self._upto):
                self.take(number, None)

    def take(self, number: int, thing: str | None) -> None:
        """Take an entry, with what strikes, corrects or erases it; ``thing`` is what all is taken of, if it is for one."""
        if number > self._upto or (number, thing) in self._read:
            return
        self._read.add((number, thing))
        self._to_read.append((number, thing))
        if number not in self.numbers:
            self.numbers.add(number)
            for amendment in self._amending.get(number, ()):
                self.take(amendment.number, thing)

    def _follow(self, entry: Entry, thing: str | None) -> None:
        event = entry.event
        amended = changed_entry(event)
        if amended is not None:
            self.take(amended, thing)
        for name in (*names(event), *introduced(event, entry.number)):
            self._know(name)
        if thing is None:
            return
        for identifier in introduced(event, entry.number):
            if identifier[0] in _ALONG:
                self.take_whole(identifier)
        self._follow_whole(said(event), thing)

    def _follow_whole(self, event: AnyEvent, thing: str) -> None:
        item: Any = getattr(event, "item", None)
        if thing[0] == "m" and item is not None and getattr(event, "meeting", None) == thing:
            self.take_whole(item)
        if isinstance(event, MeetingScheduled | MeetingRescheduled) and thing[0] == "m":
            self._take_days_around(event.date)
        matter = getattr(event, "matter", None)
        if thing[0] == "i" and matter is not None:
            self._take_matter(matter)
        period = _period(event)
        if period is not None:
            for number in self._index.on_days(*days_of(period), self._upto):
                self.take(number, None)

    def _take_matter(self, matter: str) -> None:
        """Take the items that take up a matter."""
        if matter in self._wholes:
            return
        self._wholes.add(matter)
        found = self._index.about(matter, self._upto)
        for number in found:
            self.take(number, None)
        if len(found) <= MOST_APPEARANCES:
            for number in found:
                self.take(number, matter)

    def _take_days_around(self, day: str) -> None:
        """Take what tells whether the minutes of a day were approved, and what was put off to it."""
        for number in self._index.on_days(day, day, self._upto):
            self.take(number, None)
        for number in self._index.on_days_beside(day, self._upto, _BESIDE):
            self.take(number, None)
        for number in self._index.about(approved_of(day), self._upto):
            self.take(number, None)
        for period in periods_of(day):
            for number in self._index.about(put_off_to(period), self._upto):
                self.take(number, None)


def days_of(period: str) -> tuple[str, str]:
    """Return the first and the last day (ISO) of a year, month, ISO week or day."""
    if "W" in period:
        year, week = period.split("-W")
        days = [date.fromisocalendar(int(year), int(week), weekday).isoformat() for weekday in (1, 7)]
        return days[0], days[1]
    return (period + "-01-01"[len(period) - 4 :]), (period + "-12-31"[len(period) - 4 :])


def periods_of(day: str) -> tuple[str, str, str, str]:
    """Return the year, month, ISO week and day that a day (ISO) lies in, as a book writes periods."""
    year, week, _ = date.fromisoformat(day).isocalendar()
    return day[:4], day[:7], f"{year:04d}-W{week:02d}", day


def _period(event: AnyEvent) -> str | None:
    if isinstance(event, ItemPostponed):
        return event.to_date
    return event.to_period if isinstance(event, ItemContinued) else None
