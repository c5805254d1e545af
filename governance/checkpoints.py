"""Checkpoints of a book as it is now, made and kept in a folder beside the record.

One is made when a meeting is closed, when minutes are approved, at every export, and when the application is left. It is
signed where a key is at hand without anybody being asked; else the three lines are kept unsigned, which still hold who
kept them elsewhere to the entries. What lies beside the record is for convenience: who can write to the record can
write there too. What counts is the copy that somebody else holds.
"""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec

from events.entry import Sealed
from events.errors import N_, RecordError, ReferatError
from events.log import Log
from events.plain_files import FileTooLong, NoPlainFile, read_plain
from events.proofs.checkpoints import Checkpoint, SignedCheckpoint, read_checkpoint, sign_checkpoint, unsigned
from events.proofs.encoding import encoded
from events.proofs.merkle import verify_consistency
from events.proofs.notes import LONGEST_NOTE, Verifier
from events.proofs.ssh_keys import PrivateKey, read_public_key
from events.proofs.tree import BookTree
from events.sqlite.log import SqliteLog
from events.sqlite.opening import RecordReadOnly
from events.system_faults import system_fault
from governance.state.fold import Fold
from governance.state.model import State

DUE = frozenset({"MeetingClosed", "MinutesApproved"})
"""The events after which a checkpoint is made."""

_ENDING = ".checkpoint"
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,59}\Z")


class CheckpointDiffers(ReferatError):
    """The book is no longer what an earlier checkpoint says that it was."""

    exit_code = 5


class CheckpointingLog(SqliteLog):
    """A record that remembers in which books something was recorded, and after what a checkpoint is ``due``.

    With ``read_only`` nothing is written: the file is opened in no other way than for reading.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        super().__init__(path)
        self._read_only = read_only
        self.due: set[str] = set()
        self.grown: set[str] = set()

    def prepare(self) -> None:
        """Make the record where there is none. Raises RecordReadOnly where it is open for reading only."""
        if self._read_only:
            raise RecordReadOnly(N_("The record {path} is open for reading only. Nothing was written."), path=self.path)
        super().prepare()

    def append(self, entries: Sequence[Sealed]) -> None:
        """Append as a record does, which is prepared first."""
        self.prepare()
        super().append(entries)
        self.grown |= {entry.book for entry in entries}
        self.due |= {entry.book for entry in entries if entry.type in DUE}

    def keep_due(self, key: PrivateKey | None, *, leaving: bool = False) -> list[ReferatError]:
        """Keep the checkpoints that are due, those of all books with new entries when ``leaving``.

        What is recorded stands whether or not that succeeds: return why it did not.
        """
        books = self.grown if leaving else self.due
        problems = []
        for book in sorted(books):
            try:
                Kept(self.path).keep(book, checkpoint_now(self, book, key))
            except ReferatError as problem:
                problems.append(problem)
        self.due -= books
        self.grown -= books
        return problems


class Kept:
    """The checkpoints beside a record: one file for each size of each book."""

    def __init__(self, record: Path) -> None:
        self.folder = record.with_name(f"{record.name}.checkpoints")

    def of(self, book: str) -> list[SignedCheckpoint]:
        """Return the checkpoints of a book that can be read, the smallest first."""
        return [held for _, held in self.files(book)]

    def files(self, book: str) -> list[tuple[Path, SignedCheckpoint]]:
        """Return the files with a book's checkpoints, the smallest first."""
        found = []
        for path in self._paths(book):
            with suppress(OSError, ReferatError):
                found.append((path, read_checkpoint(read_plain(path, LONGEST_NOTE))))
        return sorted(found, key=lambda held: held[1].checkpoint.size)

    def not_read(self, book: str) -> Iterator[tuple[Path, OSError]]:
        """Return what goes by the name of a checkpoint and is no plain file, or far too long for one, and which it is."""
        for path in self._paths(book):
            try:
                read_plain(path, LONGEST_NOTE)
            except (NoPlainFile, FileTooLong) as problem:
                yield path, problem
            except OSError:
                continue

    def keep(self, book: str, signed: SignedCheckpoint) -> Path:
        """Keep a checkpoint, with the signatures that the one of this size has already.

        Raises CheckpointDiffers where one of the same size says otherwise, RecordError where it cannot be written.
        """
        path = self._folder_of(book) / f"{signed.checkpoint.size}{_ENDING}"
        before = next((held for file, held in self.files(book) if file == path), None)
        if before is not None and before.checkpoint != signed.checkpoint:
            raise _differs(path, before.checkpoint)
        kept = _with_signatures(signed, before)
        if kept != before:
            _put(path, kept.written())
        return path

    def with_signatures(self, book: str, signed: SignedCheckpoint) -> SignedCheckpoint:
        """Return a checkpoint with the signatures that the same one has that is kept."""
        same = (held for held in self.of(book) if held.checkpoint == signed.checkpoint)
        return _with_signatures(signed, next(same, None))

    def _paths(self, book: str) -> list[Path]:
        with suppress(OSError):
            return sorted(self._folder_of(book).glob(f"*{_ENDING}"))
        return []

    def _folder_of(self, book: str) -> Path:
        """A book's name is data: one that this program would not give never becomes a path."""
        return self.folder / (book if _SLUG.match(book) else sha256(book.encode()).hexdigest())


def _with_signatures(signed: SignedCheckpoint, before: SignedCheckpoint | None) -> SignedCheckpoint:
    for signature in before.note.signatures if before is not None else ():
        if signature not in signed.note.signatures:
            signed = signed.with_signature(signature)
    return signed


def checkpoint_now(log: SqliteLog, book: str, key: PrivateKey | None, size: int | None = None) -> SignedCheckpoint:
    """Return the checkpoint of a book over its first ``size`` entries (all of them where None), signed where there is a key.

    The newest one that is kept beside the record and is no larger has to be a beginning of it: where it is not, nothing
    is signed, and CheckpointDiffers is raised.
    """
    tree = BookTree(log, book)
    made = tree.checkpoint(size)
    for path, held in reversed(Kept(log.path).files(book)):
        if 0 < held.checkpoint.size <= made.size:
            _require_beginning(tree, path, held.checkpoint, made)
            break
    return sign_checkpoint(made, made.origin, key.public.raw, key.sign) if key is not None else unsigned(made)


def _require_beginning(tree: BookTree, path: Path, held: Checkpoint, made: Checkpoint) -> None:
    try:
        if held.origin != made.origin:
            raise _differs(path, held)
        proof = tree.consistency(held.size, made.size)
        verify_consistency(held.size, held.root, made.size, made.root, proof)
    except RecordError:
        raise
    except ReferatError:
        raise _differs(path, held) from None


def verifiers(fold: Fold, signed: SignedCheckpoint) -> dict[Verifier, str]:
    """Return the enrolled keys that counted when the book had that many entries, each with the name of its owner."""
    made = signed.checkpoint
    return {
        Verifier(made.origin, read_public_key(held.public_key).raw): fold.persons.get(held.person, held.person)
        for held in fold.keys.values()
        if held.counts_at(made.size + 1)
    }


def rooted(state: State, log: Log) -> State:
    """Return a state with the origin of the book's log and the root over the entries that the state is made of."""
    held = state.record
    if not held.entries:
        return state
    made = BookTree(log, held.book).checkpoint(held.entries)
    record = msgspec.structs.replace(held, origin=made.origin, root=encoded(made.root))
    return msgspec.structs.replace(state, record=record)


def log_root(log: Log, book: str, size: int) -> Checkpoint:
    """Return the checkpoint over the first ``size`` entries of a book."""
    return BookTree(log, book).checkpoint(size)


def _differs(path: Path, held: Checkpoint) -> CheckpointDiffers:
    return CheckpointDiffers(
        N_(
            "The book is not what the checkpoint {path} says that it was at entry {size}. No checkpoint was made. "
            "Keep the record as it is, and verify it against that checkpoint."
        ),
        path=path,
        size=held.size,
    )


def _put(path: Path, data: bytes) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as problem:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise RecordError(
            N_("The checkpoint {path} cannot be kept: {problem}. What was recorded stands."),
            path=path,
            problem=system_fault(problem),
        ) from None
