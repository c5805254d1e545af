"""Verifying a file of JSON Lines: every line, how the entries follow one another, and what somebody kept of them."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from events.damage import Damage, EntryDamaged
from events.errors import N_, RecordError, ReferatError
from events.jsonlines import LONGEST_LINE, Line, parsed
from events.proofs.leaf_lists import KeptCheckpoint
from events.proofs.tree import BLOCK
from events.sqlite.first_bytes import first_bytes
from events.verifying.books import BookCheck
from events.verifying.entries import StretchCheck
from events.verifying.findings import MOST_FINDINGS, Finding, Gathering, Report, found
from events.verifying.judging import judged

_STRETCH = 32 * BLOCK
_TOLD_EVERY = 1000
_HIGHEST = 2**63 - 1


class _Place(msgspec.Struct):
    """The part of a body that says where it belongs."""

    book: str
    number: int


_PLACE = msgspec.json.Decoder(_Place)


def is_lines(path: Path) -> bool:
    """Tell whether a file looks like JSON Lines of ours. Raises OSError where it cannot be read."""
    return first_bytes(path, 64).lstrip().startswith(b"{")


def verify_lines(
    path: Path,
    kept: Sequence[KeptCheckpoint] = (),
    *,
    book: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Verify a file of JSON Lines, all of its books or one, and hold it against what somebody kept.

    Returns a report; nothing that the file holds makes it raise. ``progress`` is told how many bytes were read, of how
    many; what it raises is passed on.
    """
    return LinesCheck(path, book, progress).report(kept)


class StoredLines:
    """The entries of a file of JSON Lines, to be looked at closer.

    Where each stands is remembered (16 bytes an entry), so that the file is not searched through for every book.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._numbers: defaultdict[str, array[int]] = defaultdict(partial(array, "q"))
        self._places: defaultdict[str, array[int]] = defaultdict(partial(array, "q"))

    def stands(self, book: str, number: int, place: int) -> None:
        """Remember at which byte of the file an entry begins, the next one of its book."""
        if number <= _HIGHEST:
            self._numbers[book].append(number)
            self._places[book].append(place)

    def bodies(self, book: str, after: int, upto: int) -> Iterator[tuple[int, bytes]]:
        """Return (number, body) of the entries there are with ``after < number <= upto``, in order."""
        for number, line in self._lines(book, after, upto):
            yield number, bytes(line.body)

    def words(self, book: str, number: int) -> bytes | None:
        """Return the words of an entry, or None where there is no such entry."""
        return next((bytes(line.words) for _, line in self._lines(book, number - 1, number)), None)

    def _lines(self, book: str, after: int, upto: int) -> Iterator[tuple[int, Line]]:
        numbers, places = self._numbers[book], self._places[book]
        begin, end = bisect_right(numbers, after), bisect_right(numbers, upto)
        if begin == end:
            return
        with self._path.open("rb") as file:
            for at in range(begin, end):
                file.seek(places[at])
                yield numbers[at], parsed(file.readline(LONGEST_LINE + 1))


class LinesCheck:
    """The verification of one file of JSON Lines."""

    def __init__(self, path: Path, only: str | None, progress: Callable[[int, int], None] | None) -> None:
        self._path = path
        self._only = only
        self._progress = progress
        self._books: dict[str, BookCheck] = {}
        self._open: dict[str, StretchCheck] = {}
        self._gathering = Gathering(MOST_FINDINGS)
        self._stored = StoredLines(path)
        self._place = 0

    def report(self, kept: Sequence[KeptCheckpoint]) -> Report:
        """Return the report."""
        try:
            size = self._path.stat().st_size
            file = self._path.open("rb")
        except OSError as problem:
            return Report((), (found(problem),))
        with file:
            for at, (self._place, raw) in enumerate(_raw_lines(file), 1):
                if raw.strip():
                    self._line(at, raw)
                if self._progress is not None and at % _TOLD_EVERY == 0:
                    self._progress(self._place, size)
        for book, last in self._open.items():
            last.stretch.last = last.next_number - 1
            self._books[book].take(last.done())
        if self._only is not None and not self._books:
            cause = RecordError(N_("there is no such book in the record"))
            self._gathering.add(Finding(Damage.FILE, cause, self._only))
        return judged(list(self._books.values()), kept, self._gathering.found, self._gathering.more)

    def _line(self, at: int, raw: bytes) -> None:
        try:
            if len(raw) > LONGEST_LINE:
                raise EntryDamaged(N_("it is longer than a line can be"))
            line = parsed(raw)
            place = _PLACE.decode(line.body)
        except Exception as problem:
            told = (
                problem if isinstance(problem, ReferatError) else RecordError(N_("its bytes are no JSON of an entry"))
            )
            cause = RecordError(N_("Line {line} is no entry: {problem}."), line=at, problem=told)
            self._gathering.add(Finding(Damage.FILE, cause))
            return
        if self._only in (None, place.book):
            self._entry(place, bytes(line.body), bytes(line.words))

    def _entry(self, place: _Place, body: bytes, words: bytes) -> None:
        book, number = place.book, place.number
        check = self._open.get(book)
        if check is None:
            self._books[book] = BookCheck(book, self._stored)
            check = self._open[book] = StretchCheck(book, 1, _STRETCH)
        if number < check.next_number:
            cause = EntryDamaged(N_("it stands after a later one in the file"), Damage.OUT_OF_ORDER)
            self._gathering.add(Finding(Damage.OUT_OF_ORDER, cause, book, number, number))
            return
        if number > check.stretch.last:
            self._books[book].take(check.done())
            first = (number - 1) // _STRETCH * _STRETCH + 1
            check = self._open[book] = StretchCheck(book, first, first + _STRETCH - 1)
        self._stored.stands(book, number, self._place)
        check.take((number,), (body,), (words,))


def _raw_lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Return the lines, and the byte at which each begins; of one that is too long, only the beginning."""
    place = 0
    while line := file.readline(LONGEST_LINE + 1):
        yield place, line
        place += len(line)
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE + 1)
            place += len(line)
