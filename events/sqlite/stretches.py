"""Verifying a stretch of a book in a record file; stretches can be verified in processes of their own."""

import sqlite3
from collections.abc import Iterator, Sequence
from operator import lt

import orjson

from events.collecting import in_one_go
from events.damage import Damage, EntryDamaged
from events.entry import Entry
from events.errors import N_
from events.proofs.tree import BLOCK
from events.sqlite.hostile import ORDINARY_VALUE, Guarded
from events.sqlite.leading_on import led_on
from events.verifying.entries import Stretch, StretchCheck
from events.verifying.findings import Finding, found

STRETCH = 16 * BLOCK
"""Entries that are verified at a time."""

_PAGE = 512

_ROWS = """\
SELECT number, body, words, position, type FROM entries
WHERE book = ? AND number > ? AND number <= ? ORDER BY number LIMIT ?"""
_NEXT = "SELECT number FROM entries WHERE book = ? AND number > ? ORDER BY number LIMIT 1"
_COMMANDS = """\
SELECT command_id, first, last FROM commands
WHERE book = ? AND command_id IN (SELECT value FROM json_each(?))"""
_BLOCK_ROOTS = "SELECT block, root FROM block_roots WHERE book = ? AND block >= ? AND block < ?"
_BODY = "SELECT body FROM entries WHERE book = ? AND number = ?"
_POSITION = "SELECT position FROM entries WHERE book = ? AND number = ?"
_LOWEST = -(2**63)

_ROOT_WRONG = N_("the kept root of the entries {first} to {last} is wrong")
_ROOT_MISSING = N_("the kept root of the entries {first} to {last} is missing")
_ANOTHER_KIND = N_("a column holds a value of another kind than it is made for")
_NO_COMMAND = (0, 0)


Row = tuple[int, bytes, bytes, int, str]
"""Number, body, words, position and type of an entry, as they are stored."""

_KINDS: tuple[type, ...] = (int, bytes, bytes, int, str)


def _is_of_kinds(page: Sequence[Row]) -> bool:
    """Tell whether every value is of the kind that its column is made for: who takes STRICT off can put in any other."""
    return all(set(map(type, column)) == {kind} for column, kind in zip(zip(*page, strict=True), _KINDS, strict=True))


def stretches(guarded: Guarded, book: str, last: int) -> Iterator[tuple[int, int]]:
    """Return (first, last) of the stretches in which the book has entries from 1 up to ``last``.

    Stretches without any entry are passed over, so that a number out of all measure costs nothing; what is recorded
    meanwhile is left out. Raises sqlite3.Error, and IndexDamaged where the entries do not follow one another.
    """
    number = 0
    while number < last and (rows := guarded.rows(_NEXT, (book, number))):
        begin = (led_on(number, rows[0][0]) - 1) // STRETCH * STRETCH
        if begin >= last:
            return
        number = min(begin + STRETCH, last)
        yield begin + 1, number


def verified_stretch(guarded: Guarded, book: str, first: int, last: int, *, has_roots: bool) -> tuple[Stretch, int]:
    """Return what came of the stretch, and how many commands begin in it. Whatever goes wrong is a finding."""
    check = FileStretch(guarded, book, first, last)
    try:
        with in_one_go():
            check.run()
        if has_roots:
            check.compare_roots()
    except Exception as problem:  # a hostile file must not end the verification
        check.give_up(problem)
    return check.check.done(), check.commands


def body_of(guarded: Guarded, book: str, number: int) -> bytes | None:
    """Return the body of an entry alone, or None where there is no such entry. Raises sqlite3.Error."""
    rows = guarded.rows(_BODY, (book, number))
    return rows[0][0] if rows else None


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
            numbers, bodies, words, positions, names = zip(*page, strict=True)
            entries = self.check.take(numbers, bodies, words)
            self._check_order(numbers, positions)
            self._check_names(numbers, entries, names)
            self._check_commands(numbers, entries)

    def _check_order(self, numbers: Sequence[int], positions: Sequence[int]) -> None:
        before = (self._position, *positions)
        self._position = positions[-1]
        if all(map(lt, before, positions)):
            return
        for number, earlier, position in zip(numbers, before, positions, strict=False):
            if position <= earlier:
                self._find(number, Damage.OUT_OF_ORDER, N_("it stands before the entry before it in the file"))

    def _check_names(self, numbers: Sequence[int], entries: Sequence[Entry | None], names: Sequence[str]) -> None:
        said = [
            name if entry is None else type(entry.event).__name__ for entry, name in zip(entries, names, strict=True)
        ]
        if said == list(names):
            return
        for number, own, name in zip(numbers, said, names, strict=True):
            if own != name:
                self._find(number, Damage.COLUMN, N_("a column beside the body says otherwise"))

    def _check_commands(self, numbers: Sequence[int], entries: Sequence[Entry | None]) -> None:
        commands = self._commands(entries)
        for number, entry in zip(numbers, entries, strict=True):
            if entry is None:
                continue
            first, last = commands.get(entry.command_id, _NO_COMMAND)
            if first == number:
                self.commands += 1
            elif not first < number <= last:
                self._find(number, Damage.COMMAND, N_("the command that made it is not noted"))

    def compare_roots(self) -> None:
        """Hold the kept roots against those of the entries: every full block has one, and nothing else has."""
        if not self.check.stretch.whole:
            return
        begin, end = (self._first - 1) // BLOCK, self._last // BLOCK
        full = dict(enumerate(self.check.stretch.blocks, begin))
        kept = dict(self._guarded.rows(_BLOCK_ROOTS, (self._book, begin, end)))
        for block in sorted(full.keys() | kept.keys()):
            if kept.get(block) != full.get(block):
                first, last = block * BLOCK + 1, (block + 1) * BLOCK
                message = _ROOT_WRONG if block in kept else _ROOT_MISSING
                cause = EntryDamaged(message, Damage.BLOCK_ROOT, first=first, last=last)
                self.check.find(Finding(Damage.BLOCK_ROOT, cause, self._book, first, last))

    def give_up(self, problem: Exception) -> None:
        """Take what ended the reading as a finding."""
        self.check.find(found(problem, self._book))
        self.check.stretch.whole = False

    def _pages(self) -> Iterator[Sequence[Row]]:
        after = self._first - 1
        while after < self._last:
            try:
                page = self._guarded.rows(_ROWS, (self._book, after, self._last, _PAGE), longest=ORDINARY_VALUE)
            except sqlite3.Error:
                yield from self._one_by_one(after, min(after + _PAGE, self._last))
                after += _PAGE
                continue
            if page and not _is_of_kinds(page):
                yield from self._one_by_one(after, page[-1][0])
            elif page:
                yield page
            if len(page) < _PAGE:
                return
            after = led_on(after, page[-1][0])

    def _one_by_one(self, after: int, last: int) -> Iterator[Sequence[Row]]:
        """Return the entries of a page that cannot be read whole, each by itself, so that the bad ones are named.

        A page that holds a long value is read so too.
        """
        while after < last:
            number = self._guarded.rows(_NEXT, (self._book, after))
            if not number or number[0][0] > last:
                return
            before, after = after, led_on(after, number[0][0])
            try:
                row = self._guarded.rows(_ROWS, (self._book, before, after, 1))
                if _is_of_kinds(row):
                    yield row
                else:
                    self._of_another_kind(*row[0])
            except sqlite3.Error as problem:
                self.check.unreadable(after, problem, self._body(after))

    def _of_another_kind(self, number: int, body: bytes, *_others: object) -> None:
        if type(number) is int:
            kept = body if type(body) is bytes else None
            self.check.unreadable(number, EntryDamaged(_ANOTHER_KIND, Damage.COLUMN), kept)
        else:
            self._find(int(number), Damage.COLUMN, N_("an entry stands after it whose number is not a whole one"))

    def _body(self, number: int) -> bytes | None:
        try:
            return body_of(self._guarded, self._book, number)
        except sqlite3.Error:
            return None

    def _commands(self, entries: Sequence[Entry | None]) -> dict[str, tuple[int, int]]:
        ids = list(dict.fromkeys([entry.command_id for entry in entries if entry is not None]))
        rows = self._guarded.rows(_COMMANDS, (self._book, orjson.dumps(ids).decode()))
        return {command: (first, last) for command, first, last in rows if type(first) is type(last) is int}

    def _find(self, number: int, damage: Damage, message: str) -> None:
        self.check.find(Finding(damage, EntryDamaged(message, damage), self._book, number, number))
