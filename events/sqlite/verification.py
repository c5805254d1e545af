"""Verifying a record file, whoever wrote it: its tables, every entry and every column, commands and kept roots.

A file that somebody prepared must not take the reader in: the tables are compared with the expected text before they
are read, lengths are limited, a statement that works too long is stopped, and every exception becomes a finding.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from events.attachments import Attachments
from events.checking import Sequence as Following
from events.checking import checked_entry
from events.damage import Damage, EntryDamaged
from events.entry import Entry
from events.errors import N_, RecordDamaged, RecordError, ReferatError
from events.proofs.leaf_lists import KeptCheckpoint
from events.proofs.tree import BLOCK
from events.sqlite.ending import page_of
from events.sqlite.hostile import ORDINARY_VALUE, Guarded
from events.sqlite.leading_on import led_on
from events.sqlite.listing import Listing
from events.sqlite.opening import RecordForeign, RecordNewer, TablesChanged, open_for_reading, said_in_words
from events.sqlite.stretches import STRETCH, body_of, stretches, verified_stretch
from events.text import cut
from events.verifying.books import BookCheck
from events.verifying.entries import Stretch
from events.verifying.findings import Finding, Report, and_found, found, report_of
from events.verifying.judging import judged
from events.verifying.lines import is_lines, verify_lines

if TYPE_CHECKING:
    from events.sqlite.side_by_side import Job, SideBySide

Progress = Callable[[int, int], None]
"""Is told how many entries were verified, of how many. What it raises ends the verification."""

Verified = Callable[[Iterable["Job"]], Iterator[tuple[Stretch, int]]]
"""Verifies stretches, in order."""

SIDE_BY_SIDE = 16 * STRETCH
"""Entries from which on the stretches of a record are verified by several processes, which take a moment to start."""

_COMMANDS = """\
SELECT count(*), coalesce(sum(last - first + 1), 0), coalesce(max(last), 0) FROM commands WHERE book = ? AND first <= ?"""
_HAS_ROOTS = "SELECT 1 FROM sqlite_schema WHERE name = 'block_roots'"
_LAST_ROOT = """\
SELECT (SELECT max(block) FROM block_roots WHERE book = ?), (SELECT max(number) FROM entries WHERE book = ?)"""
_BODIES = "SELECT number, body FROM entries WHERE book = ? AND number > ? AND number <= ? ORDER BY number LIMIT 512"
_NUMBERS = "SELECT number FROM entries WHERE book = ? AND number > ? AND number <= ? ORDER BY number LIMIT 512"
_WORDS = "SELECT words FROM entries WHERE book = ? AND number = ?"
_ROWS = "SELECT position, book, number, type, body, words FROM entries WHERE position > ? ORDER BY position LIMIT 2048"
_COMMAND = """\
SELECT 1 FROM commands WHERE book = ? AND command_id = ? AND first <= ? AND last >= ?"""


def verify(
    path: Path,
    kept: Sequence[KeptCheckpoint] = (),
    *,
    book: str | None = None,
    progress: Progress | None = None,
    processes: int = 1,
    read_only: bool = False,
) -> Report:
    """Verify a record file (or JSON Lines), all of its books or one, and hold it against what somebody kept of it.

    Returns a report; nothing that the file holds makes it raise. What ``progress`` raises is passed on.
    ``processes`` is how many may work at it, where the record is big. With ``read_only`` no attached file is moved to
    its place.
    """
    try:
        lines = path.is_file() and is_lines(path)
        outside = any(not one.beside for one in kept)
        guarded, changes = (None, list[RecordDamaged]()) if lines else _guarded(path, insisting=outside)
    except Exception as problem:
        return Report((), (found(problem),))
    if guarded is None:
        return verify_lines(path, kept, book=book, progress=progress)
    with closing(guarded):
        attachments = Attachments(path, read_only=read_only)
        check = FileCheck(path, guarded, attachments, progress, 1 if changes else processes)
        try:
            report = check.report(kept, book)
            if changes:
                report = and_found(report, map(found, changes))
            return report
        except Exception as problem:
            if problem is check.stopped:
                raise
            return report_of((), [*_damaged(guarded.faults(0)), found(problem)])


def _guarded(path: Path, *, insisting: bool) -> tuple[Guarded, list[RecordDamaged]]:
    """Open a file; where its header or tables were changed, go on as far as they can be read, to find what else was.

    A file of a newer referat is not for this one to judge, unless its tables are our own, or who has kept something of it
    is ``insisting``. Raises a RecordError where the file cannot be read.
    """
    try:
        return Guarded(path), []
    except (TablesChanged, RecordForeign, RecordNewer) as refused:
        try:
            guarded = Guarded(path, though_changed=True)
        except RecordError:
            raise refused from None
        changes = guarded.changes(path)
        if (
            isinstance(refused, RecordNewer)
            and not insisting
            and any(isinstance(one, TablesChanged) for one in changes)
        ):
            guarded.close()
            raise
        return guarded, changes


class StoredEntries:
    """The entries of a record file, to be looked at closer."""

    def __init__(self, guarded: Guarded) -> None:
        self._guarded = guarded

    def bodies(self, book: str, after: int, upto: int) -> Iterator[tuple[int, bytes]]:
        """Return (number, body) of the entries there are with ``after < number <= upto``, in order; the body is empty where
        it cannot be read.
        """
        number = after
        while after < upto:
            for number, body in self._page(book, after, upto):
                yield number, body if type(body) is bytes else b""
            if number == after:
                return
            after = led_on(after, number)

    def _page(self, book: str, after: int, upto: int) -> Iterable[tuple[int, bytes]]:
        """Return the next bodies: many at once, or one by one where a long one is among them, or one that cannot be read."""
        try:
            return self._guarded.rows(_BODIES, (book, after, upto), longest=ORDINARY_VALUE)
        except sqlite3.Error:
            numbers = self._guarded.rows(_NUMBERS, (book, after, upto))
            return ((number, self._body(book, number)) for (number,) in numbers)

    def _body(self, book: str, number: int) -> bytes:
        try:
            return body_of(self._guarded, book, number) or b""
        except sqlite3.Error:
            return b""

    def words(self, book: str, number: int) -> bytes | None:
        """Return the words of an entry, or None where there is no such entry."""
        rows = self._guarded.rows(_WORDS, (book, number))
        return rows[0][0] if rows and type(rows[0][0]) is bytes else None


class FileCheck:
    """The verification of one record file."""

    def __init__(
        self, path: Path, guarded: Guarded, attachments: Attachments, progress: Progress | None, processes: int
    ) -> None:
        self._path = path
        self._guarded = guarded
        self._attachments = attachments
        self._progress = progress
        self.stopped: Exception | None = None
        """What the caller's own function raised, which is no finding."""
        self._processes = processes
        self._done = self._total = 0
        self._faults: Callable[[], list[Finding]] = list

    def report(self, kept: Sequence[KeptCheckpoint], only: str | None) -> Report:
        """Return the report."""
        checks = list[BookCheck]()
        try:
            listing = Listing(self._guarded, only, {one.checkpoint.origin for one in kept})
            has_roots = bool(self._guarded.rows(_HAS_ROOTS))
        except sqlite3.Error as problem:
            return report_of((), [*_damaged(self._guarded.faults(0)), found(problem)])
        self._total = sum(head.entries for head in listing.heads)
        with self._stretches(has_roots=has_roots) as verified:
            for name, lowest, last, count in listing.heads:
                check = self._book(name, last, count, verified)
                if lowest < 1:
                    check.find(Damage.OUT_OF_ORDER, N_("no entry can have this number"), lowest)
                checks.append(check)
            faults = self._faults()
        return judged(checks, kept, [*faults, *listing.findings])

    @contextmanager
    def _stretches(self, *, has_roots: bool) -> Iterator[Verified]:
        if self._processes < 2 or self._total < SIDE_BY_SIDE:
            self._faults = lambda: list(_damaged(self._guarded.faults(self._total)))
            yield lambda jobs: (verified_stretch(self._guarded, *job, has_roots=has_roots) for job in jobs)
            return
        from events.sqlite.side_by_side import SideBySide  # it takes time to load, and few records need it

        with closing(SideBySide(self._path, self._guarded, self._processes, self._total, has_roots=has_roots)) as pool:
            self._faults = lambda: self._faults_of(pool)
            yield pool.verified

    def _faults_of(self, pool: "SideBySide") -> list[Finding]:
        try:
            return list(_damaged(pool.faults()))
        except Exception as problem:
            return [found(problem)]

    def _book(self, name: str, last: int, count: int, verified: Verified) -> BookCheck:
        check, begun, before = BookCheck(name, StoredEntries(self._guarded)), 0, self._done
        jobs = ((name, *stretch) for stretch in stretches(self._guarded, name, last))
        results = verified(jobs)
        while True:
            try:
                stretch, commands = next(results)
            except StopIteration:
                break
            except Exception as problem:  # the file, or a process that a hostile file brought down
                check.findings.append(found(problem, name))
                break
            check.take(stretch)
            begun += commands
            self._tell(min(before + check.last, before + count))
        self._done = before + count
        self._check_beside(check, begun, count)
        self._check_attached(check)
        return check

    def _check_attached(self, check: BookCheck) -> None:
        for file in check.attached:
            try:
                self._attachments.check(file.sha256, file.size)
            except Exception as problem:
                check.findings.append(found(problem, check.book, file.by))

    def _tell(self, done: int) -> None:
        if self._progress is not None:
            try:
                self._progress(done, self._total)
            except Exception as stopped:
                self.stopped = stopped
                raise

    def _check_beside(self, check: BookCheck, begun: int, count: int) -> None:
        """Look for what no entry knows of: commands without entries, and roots of entries that are not there."""
        if check.findings:
            return
        *noted, through = self._guarded.rows(_COMMANDS, (check.book, check.last))[0]
        if type(through) is not int:
            check.find(Damage.COMMAND, N_("a command is noted for entries that it did not make"), check.last)
        elif through > check.last:
            message = N_("the book ends before it, in the middle of what one command recorded")
            check.find(Damage.TRUNCATED, message, check.last + 1)
        elif noted != [begun, count]:
            check.find(Damage.COMMAND, N_("a command is noted for entries that it did not make"), check.last)
        if self._guarded.rows(_HAS_ROOTS):
            block, head = self._guarded.rows(_LAST_ROOT, (check.book, check.book))[0]
            if block is not None and not (type(block) is type(head) is int and block < head // BLOCK):
                check.find(Damage.BLOCK_ROOT, N_("a root is kept of entries that are not there"), check.last)


def _damaged(faults: Sequence[str]) -> Iterator[Finding]:
    if faults:
        cause = RecordDamaged(N_("SQLite finds the file damaged: {said}"), said="; ".join(faults)[:400])
        yield Finding(Damage.FILE, cause)


class BadEntry(RecordDamaged):
    """An entry of the record is not as it was recorded; ``cause`` says in what."""

    def __init__(self, book: str, number: int, cause: ReferatError) -> None:
        super().__init__(
            N_("Entry {number} of {book} is not as it was recorded: {cause}. Keep the file, and take the newest copy."),
            book=cut(book),
            number=number,
            cause=cause,
        )


def verified(path: Path) -> Iterator[Entry]:
    """Return the entries of all books of a record, each verified. Raises BadEntry that names the first bad one."""
    connection = open_for_reading(path)
    sequence = Following()
    position = 0
    try:
        while True:
            with said_in_words(path):
                rows = page_of(connection.execute(_ROWS, (position,)))
                entries = [_verified_row(connection, row, sequence) for row in rows]
            if not rows:
                return
            yield from entries
            position = led_on(position, rows[-1][0])
    finally:
        connection.close()


def _verified_row(
    connection: sqlite3.Connection, row: tuple[int, str, int, str, bytes, bytes], sequence: Following
) -> Entry:
    _, book, number, name, body, words = row
    try:
        entry = checked_entry(body, words)
        if (entry.book, entry.number, type(entry.event).__name__) != (book, number, name):
            raise EntryDamaged(N_("a column beside the body says otherwise"), Damage.COLUMN)
        if connection.execute(_COMMAND, (book, entry.command_id, number, number)).fetchone() is None:
            raise EntryDamaged(N_("the command that made it is not noted"), Damage.COMMAND)
        sequence.follow(entry)
    except RecordDamaged as problem:
        raise BadEntry(book, number, problem) from None
    return entry
