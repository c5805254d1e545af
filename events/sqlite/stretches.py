"""Verifying a stretch of a book in a record file; stretches can be verified in processes of their own."""

import sqlite3
from collections.abc import Iterator, Sequence

import orjson

from events.damage import Damage, EntryDamaged
from events.entry import Entry
from events.errors import N_
from events.proofs.tree import BLOCK
from events.sqlite.hostile import Guarded
from events.verifying.entries import Stretch, StretchCheck
from events.verifying.findings import MOST_FINDINGS, Finding, found

STRETCH = 32 * BLOCK
"""Entries that are verified at a time."""

_PAGE = 512

_ROWS = """\
SELECT number, body, words, position, type FROM entries
WHERE book = ? AND number > ? AND number <= ? ORDER BY number LIMIT ?"""
_NEXT = "SELECT number FROM entries WHERE book = ? AND number > ? ORDER BY number LIMIT 1"
_COMMANDS = """\
SELECT command_id, first, last FROM json_each(?) AS made CROSS JOIN commands
ON book = ? AND command_id = made.value"""
_BLOCK_ROOTS = "SELECT block, root FROM block_roots WHERE book = ? AND block >= ? AND block < ?"
_POSITION = "SELECT position FROM entries WHERE book = ? AND number = ?"
_LOWEST = -(2**63)


Row = tuple[int, bytes, bytes, int, str]
"""Number, body, words, position and type of an entry, as they are stored."""


def stretches(guarded: Guarded, book: str, last: int) -> Iterator[tuple[int, int]]:
    """Return (first, last) of the stretches in which the book has entries from 1 up to ``last``. Raises sqlite3.Error.

    Stretches without any entry are passed over, so that a number out of all measure costs nothing.
    """
    number = 0
    while rows := guarded.rows(_NEXT, (book, number)):
        begin = (rows[0][0] - 1) // STRETCH * STRETCH
        if begin >= last:
            return
        number = min(begin + STRETCH, last)
        yield begin + 1, number


def verified_stretch(guarded: Guarded, book: str, first: int, last: int, *, has_roots: bool) -> tuple[Stretch, int]:
    """Return what came of the stretch, and how many commands begin in it. Whatever goes wrong is a finding."""
    check = FileStretch(guarded, book, first, last)
    try:
        check.run()
        if has_roots:
            check.compare_roots()
    except Exception as problem:  # a hostile file must not end the verification
        check.give_up(problem)
    return check.check.done(), check.commands


class FileStretch:
    """A stretch of a book as a record file holds it."""

    def __init__(self, guarded: Guarded, book: str, first: int, last: int) -> None:
        self.check = StretchCheck(book, first, last)
        self.commands = 0
        self._guarded = guarded
        self._book, self._first, self._last = book, first, last
        self._position = _LOWEST

    def run(self) -> None:
        """Read and verify every entry."""
        before = self._guarded.rows(_POSITION, (self._book, self._first - 1))
        self._position = before[0][0] if before else _LOWEST
        for page in self._pages():
            entries = self.check.take([row[:3] for row in page])
            commands = self._commands(entries)
            for (number, _, _, position, name), entry in zip(page, entries, strict=True):
                if position <= self._position:
                    self._find(number, Damage.OUT_OF_ORDER, N_("it stands before the entry before it in the file"))
                self._position = position
                if entry is None:
                    continue
                if type(entry.event).__name__ != name:
                    self._find(number, Damage.COLUMN, N_("a column beside the body says otherwise"))
                first, last = commands.get(entry.command_id, (0, 0))
                if first == number:
                    self.commands += 1
                elif not first < number <= last:
                    self._find(number, Damage.COMMAND, N_("the command that made it is not noted"))

    def compare_roots(self) -> None:
        """Hold the kept roots against those of the entries."""
        blocks = self.check.stretch.blocks
        begin, end = (self._first - 1) // BLOCK, self._last // BLOCK
        for block, root in self._guarded.rows(_BLOCK_ROOTS, (self._book, begin, end)):
            at = block - begin
            if self.check.stretch.whole and (at >= len(blocks) or blocks[at] != root):
                cause = EntryDamaged(
                    N_("the kept root of the entries {first} to {last} is wrong"),
                    Damage.BLOCK_ROOT,
                    first=block * BLOCK + 1,
                    last=(block + 1) * BLOCK,
                )
                number = block * BLOCK + 1
                self.check.find(Finding(Damage.BLOCK_ROOT, cause, self._book, number, number + BLOCK - 1))

    def give_up(self, problem: Exception) -> None:
        """Take what ended the reading as a finding."""
        self.check.find(found(problem, self._book))
        self.check.stretch.whole = False

    def _pages(self) -> Iterator[Sequence[Row]]:
        after = self._first - 1
        while after < self._last:
            try:
                page = self._guarded.rows(_ROWS, (self._book, after, self._last, _PAGE))
            except sqlite3.Error:
                yield from self._one_by_one(after, min(after + _PAGE, self._last))
                after += _PAGE
                continue
            if page:
                yield page
            if len(page) < _PAGE:
                return
            after = page[-1][0]

    def _one_by_one(self, after: int, last: int) -> Iterator[Sequence[Row]]:
        """Return the entries of a page that cannot be read whole, each by itself, so that the bad ones are named."""
        while after < last and len(self.check.stretch.findings) < MOST_FINDINGS:
            number = self._guarded.rows(_NEXT, (self._book, after))
            if not number or number[0][0] > last:
                return
            after = number[0][0]
            try:
                yield self._guarded.rows(_ROWS, (self._book, after - 1, after, 1))
            except sqlite3.Error as problem:
                self.check.unreadable(after, problem)

    def _commands(self, entries: Sequence[Entry | None]) -> dict[str, tuple[int, int]]:
        ids = list(dict.fromkeys([entry.command_id for entry in entries if entry is not None]))
        rows = self._guarded.rows(_COMMANDS, (orjson.dumps(ids).decode(), self._book))
        return {command: (first, last) for command, first, last in rows}

    def _find(self, number: int, damage: Damage, message: str) -> None:
        self.check.find(Finding(damage, EntryDamaged(message, damage), self._book, number, number))
