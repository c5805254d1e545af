"""Verifying a file of JSON Lines: every line, how the entries follow one another, and what somebody kept of them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from events.damage import Damage, EntryDamaged
from events.errors import N_, RecordError
from events.jsonlines import LONGEST_LINE, Line, parsed
from events.proofs.leaf_lists import KeptCheckpoint
from events.proofs.tree import BLOCK
from events.verifying.books import BookCheck
from events.verifying.entries import StretchCheck
from events.verifying.findings import MOST_FINDINGS, Finding, Report, found
from events.verifying.judging import judged

_STRETCH = 32 * BLOCK
_TOLD_EVERY = 1000


class _Place(msgspec.Struct):
    """The part of a body that says where it belongs."""

    book: str
    number: int


_PLACE = msgspec.json.Decoder(_Place)


def is_lines(path: Path) -> bool:
    """Tell whether a file looks like JSON Lines of ours. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return file.read(64).lstrip().startswith(b"{")


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
    """The entries of a file of JSON Lines, to be looked at closer."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def bodies(self, book: str, after: int, upto: int) -> Iterator[tuple[int, bytes]]:
        """Return (number, body) of the entries there are with ``after < number <= upto``, in order."""
        for number, line in self._of(book):
            if number > upto:
                return
            if number > after:
                yield number, bytes(line.body)

    def words(self, book: str, number: int) -> bytes | None:
        """Return the words of an entry, or None where there is no such entry."""
        return next((bytes(line.words) for at, line in self._of(book) if at == number), None)

    def _of(self, book: str) -> Iterator[tuple[int, Line]]:
        last = 0
        with self._path.open("rb") as file:
            for raw in _raw_lines(file):
                try:
                    line = parsed(raw)
                    place = _PLACE.decode(line.body)
                except Exception:  # noqa: S112  # it was told of when the line was verified
                    continue
                if place.book == book and place.number > last:
                    last = place.number
                    yield last, line


class LinesCheck:
    """The verification of one file of JSON Lines."""

    def __init__(self, path: Path, only: str | None, progress: Callable[[int, int], None] | None) -> None:
        self._path = path
        self._only = only
        self._progress = progress
        self._books: dict[str, BookCheck] = {}
        self._open: dict[str, StretchCheck] = {}
        self._findings: list[Finding] = []

    def report(self, kept: Sequence[KeptCheckpoint]) -> Report:
        """Return the report."""
        try:
            size = self._path.stat().st_size
            file = self._path.open("rb")
        except OSError as problem:
            return Report((), (found(problem),))
        with file:
            read = 0
            for at, raw in enumerate(_raw_lines(file), 1):
                read += len(raw)
                if len(self._findings) >= MOST_FINDINGS:
                    break
                if raw.strip():
                    self._line(at, raw)
                if self._progress is not None and at % _TOLD_EVERY == 0:
                    self._progress(read, size)
        for book, last in self._open.items():
            last.stretch.last = last.next_number - 1
            self._books[book].take(last.done())
        return judged(list(self._books.values()), kept, self._findings)

    def _line(self, at: int, raw: bytes) -> None:
        try:
            if len(raw) > LONGEST_LINE:
                raise EntryDamaged(N_("it is longer than a line can be"))
            line = parsed(raw)
            place = _PLACE.decode(line.body)
        except Exception as problem:
            cause = RecordError(N_("Line {line} is no entry: {problem}."), line=at, problem=str(problem)[:300])
            self._findings.append(Finding(Damage.FILE, cause))
            return
        if self._only in (None, place.book):
            self._entry(place, bytes(line.body), bytes(line.words))

    def _entry(self, place: _Place, body: bytes, words: bytes) -> None:
        book, number = place.book, place.number
        check = self._open.get(book)
        if check is None:
            self._books[book] = BookCheck(book, StoredLines(self._path))
            check = self._open[book] = StretchCheck(book, 1, _STRETCH)
        if number < check.next_number:
            cause = EntryDamaged(N_("it stands after a later one in the file"), Damage.OUT_OF_ORDER)
            self._findings.append(Finding(Damage.OUT_OF_ORDER, cause, book, number, number))
            return
        if number > check.stretch.last:
            self._books[book].take(check.done())
            first = (number - 1) // _STRETCH * _STRETCH + 1
            check = self._open[book] = StretchCheck(book, first, first + _STRETCH - 1)
        check.take((number,), (body,), (words,))


def _raw_lines(file: BinaryIO) -> Iterator[bytes]:
    while line := file.readline(LONGEST_LINE + 1):
        yield line
        if len(line) > LONGEST_LINE:
            return
