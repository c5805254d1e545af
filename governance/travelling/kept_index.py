"""The index of a book for travelling, kept in a file beside the record that may be deleted: it is made anew.

It holds numbers, ids and days, never a word. What is shown is always read from the record; the index only tells where to
look. It stands on a chain of SHA-256 over the bodies of the entries that it was made from: where the record has other
bytes, it is thrown away.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from events.catalogue import MeetingRescheduled
from events.entry import Entry, unseal
from events.ids import introducing_entry
from events.log import Log
from governance.travelling.cache_file import opened, said_in_words, writing
from governance.travelling.placing import Placing, Stand
from governance.travelling.topics import changed_entry, said, topics

_STRIDE = 512
"""Entries that are taken in together: who asks meanwhile need not wait longer than for so many."""

Progress = Callable[[int], None]
"""Is told the number of the entry that the work has come to; it ends the work by raising."""


class KeptIndex:
    """The index of one book. ``upto`` is the last entry that it knows. With ``read_only`` no file is touched."""

    def __init__(self, record: Path, book: str, *, read_only: bool = False) -> None:
        self._name = book
        self._connection = opened(record, read_only=read_only)
        with writing(self._connection):
            begun = "INSERT OR IGNORE INTO books (book, upto, chain) VALUES (?, 0, zeroblob(32))"
            self._connection.execute(begun, (book,))
        self._book: int
        self.upto: int
        self._chain: bytes
        self._last: bytes | None
        self._book, self.upto, self._chain, self._last = self._one(
            "SELECT id, upto, chain, last FROM books WHERE book=?", book
        )
        self._fresh: dict[int, Stand] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # asking

    def about(self, topic: str, upto: int) -> Sequence[int]:
        """Return the numbers of the entries about a topic up to an entry, in order."""
        statement = "SELECT number FROM about WHERE book=? AND topic=? AND number<=? ORDER BY number"
        return self._numbers(statement, self._book, topic, upto)

    def on_days(self, first: str, last: str, upto: int) -> Sequence[int]:
        """Return the numbers of the entries that put a meeting on one of these days (ISO), by day."""
        statement = (
            "SELECT number FROM about WHERE book=? AND topic BETWEEN ? AND ? AND number<=? ORDER BY topic, number"
        )
        return self._numbers(statement, self._book, first, last, upto)

    def on_days_beside(self, day: str, upto: int, most: int) -> Sequence[int]:
        """Return the numbers of the entries that put a meeting on the ``most`` days before and after a day (ISO)."""
        before = (
            "SELECT number FROM about WHERE book=? AND topic<? AND topic>='0' AND number<=?"
            " ORDER BY topic DESC, number LIMIT ?"
        )
        after = "SELECT number FROM about WHERE book=? AND topic>? AND topic<':' AND number<=? ORDER BY topic, number LIMIT ?"
        return [
            number for statement in (before, after) for number in self._numbers(statement, self._book, day, upto, most)
        ]

    def stand(self, number: int) -> Stand:
        """Return where an entry stands; nowhere where the index does not reach so far."""
        if number in self._fresh:
            return self._fresh[number]
        statement = "SELECT day, meeting, item, horizon, held FROM stands WHERE book=? AND number=?"
        row = self._one(statement, self._book, number)
        return Stand() if row is None else Stand(*row)

    def amending(self) -> Sequence[int]:
        """Return the numbers of the strikes, corrections and erasures."""
        return self._numbers("SELECT number FROM amending WHERE book=? ORDER BY number", self._book)

    def days(self) -> list[tuple[str, int]]:
        """Return the days (ISO) in order, each with how many entries stand at it; first those that stand at none."""
        statement = "SELECT day, count(*) FROM stands WHERE book=? GROUP BY day ORDER BY day"
        return self._rows(statement, self._book)

    def meeting_days(self) -> list[str]:
        """Return the days (ISO) on which meetings were put, in order."""
        statement = (
            "SELECT DISTINCT topic FROM about WHERE book=? AND topic BETWEEN '0' AND '9999-99-99' ORDER BY topic"
        )
        return [row[0] for row in self._rows(statement, self._book)]

    def next_item(self, number: int) -> int | None:
        """Return the next entry about another item than this one is about; None where there is none."""
        statement = (
            "SELECT number FROM stands WHERE book=? AND number>? AND item NOT IN ('', ?) ORDER BY number LIMIT 1"
        )
        return next(iter(self._numbers(statement, self._book, number, self.stand(number).item)), None)

    def previous_item(self, number: int) -> int | None:
        """Return where the entries about an item begin, of those before this entry the last; None where there are none."""
        last = "SELECT number FROM stands WHERE book=? AND number<? AND item<>'' ORDER BY number DESC LIMIT 1"
        found = next(iter(self._numbers(last, self._book, number)), None)
        if found is None:
            return None
        other = "SELECT number FROM stands WHERE book=? AND number<? AND item<>? ORDER BY number DESC LIMIT 1"
        return next(iter(self._numbers(other, self._book, found, self.stand(found).item)), 0) + 1

    def last_by(self, day: str) -> int | None:
        """Return the last entry of the last day (ISO) up to a day; None where there is none."""
        statement = (
            "SELECT number FROM stands WHERE book=? AND day<=? AND day<>'' ORDER BY day DESC, number DESC LIMIT 1"
        )
        return next(iter(self._numbers(statement, self._book, day)), None)

    def last_of(self, meeting: str) -> int | None:
        """Return the last entry that stands at a meeting; None where there is none."""
        row = self._one("SELECT max(number) FROM stands WHERE book=? AND meeting=?", self._book, meeting)
        return None if row is None else row[0]

    # keeping it

    def fits(self, log: Log) -> bool:
        """Tell whether the last entry that the index knows is the one that the record has."""
        return not self.upto or self._last == _digest_of(log, self._name, self.upto)

    def stands_on(self, log: Log, progress: Progress) -> bool:
        """Tell whether the record still holds the very bodies that the index was made from."""
        chain, upto, known = bytes(32), self.upto, self._chain
        for number, (body, _) in enumerate(log.read(self._name, upto=upto), 1):
            chain = sha256(chain + sha256(body).digest()).digest()
            if number % _STRIDE == 0:
                progress(number)
        return bool(chain == known)

    def catch_up(self, log: Log, most: int = _STRIDE) -> bool:
        """Take in the next entries that the index does not know, and return whether there may be more."""
        batch = list(islice(log.read(self._name, after=self.upto, upto=self.upto + most), most))
        if batch:
            self._take_in(batch)
        return len(batch) == most

    def throw_away(self) -> None:
        """Forget all, so that it is made anew."""
        with writing(self._connection):
            for table in ("about", "stands", "amending"):
                self._connection.execute(f"DELETE FROM {table} WHERE book=?", (self._book,))  # noqa: S608 - named above
            self._connection.execute("UPDATE books SET upto=0, chain=zeroblob(32) WHERE id=?", (self._book,))
        self.upto, self._chain, self._last = 0, bytes(32), None

    def _take_in(self, batch: list[tuple[bytes, bytes]]) -> None:
        placing = Placing(self.stand, self.stand(self.upto))
        chain, last, book = self._chain, b"", self._book
        about, amending = [], []
        for body, words in batch:
            entry = unseal(body, words)
            last = sha256(body).digest()
            chain = sha256(chain + last).digest()
            about += [(book, topic, entry.number) for topic in topics(entry.event, entry.number)]
            self._fresh[entry.number] = placing.place(entry)
            self._take_day(entry)
            if changed_entry(entry.event) is not None:
                amending.append((book, entry.number))
        upto = self.upto + len(batch)
        stands = [(book, number, *stand) for number, stand in self._fresh.items()]
        with writing(self._connection):
            self._connection.executemany("INSERT OR REPLACE INTO about VALUES (?, ?, ?)", sorted(about))
            self._connection.executemany("INSERT OR REPLACE INTO stands VALUES (?, ?, ?, ?, ?, ?, ?)", stands)
            self._connection.executemany("INSERT OR REPLACE INTO amending VALUES (?, ?)", amending)
            self._connection.execute("UPDATE books SET upto=?, chain=?, last=? WHERE id=?", (upto, chain, last, book))
        self._fresh.clear()
        self.upto, self._chain, self._last = upto, chain, last

    def _take_day(self, entry: Entry) -> None:
        """Let the entry that introduced a meeting know the newest day that the meeting was put on."""
        event = said(entry.event)
        if isinstance(event, MeetingRescheduled):
            first = introducing_entry(event.meeting)
            self._fresh[first] = self.stand(first)._replace(held=event.date)

    def _one(self, statement: str, *given: Any) -> Any:
        return next(iter(self._rows(statement, *given)), None)

    def _numbers(self, statement: str, *given: Any) -> list[int]:
        return [row[0] for row in self._rows(statement, *given)]

    def _rows(self, statement: str, *given: Any) -> list[Any]:
        with said_in_words():
            return self._connection.execute(statement, given).fetchall()


def _digest_of(log: Log, book: str, number: int) -> bytes | None:
    return next((sha256(body).digest() for body, _ in log.read(book, after=number - 1, upto=number)), None)
