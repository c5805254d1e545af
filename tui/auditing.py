"""The audit for its screen: each function opens the record on its own, so that a thread may run it."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from events.errors import N_, ReferatError
from events.proofs.leaf_lists import read_kept, written
from events.proofs.ssh_keys import PrivateKey
from events.proofs.tree import BookTree
from events.sqlite.log import SqliteLog
from events.system_faults import system_fault
from governance.audited import Audit
from governance.auditing import audit
from governance.book import Book
from governance.checking import check
from governance.checking.examined import Examined
from governance.checkpoints import checkpoint_now
from governance.cosignatures import own_keys
from governance.wording.findings import finding_lines


class Stopped(Exception):
    """Nobody waits for the answer any more."""


class CheckpointNotKept(ReferatError):
    """A checkpoint cannot be written there."""

    exit_code = 5


def audited(
    record: Path, files: Sequence[Path], book: str | None, went: Callable[[int, int], None], *, read_only: bool
) -> tuple[Audit, Sequence[str]]:
    """Return what an audit found, and what the rules find in a book that is as it was recorded.

    Raises what ``went`` raises, and a ReferatError for a file that is no checkpoint.
    """
    found = audit(record, files, book=book, progress=went, read_only=read_only, witnesses=own_keys(os.environ))
    return found, _rules(record, book) if book is not None and found.sound else ()


def _rules(record: Path, name: str) -> Sequence[str]:
    log = SqliteLog(record)
    try:
        book = Book(log, name)
        fold = book.fold()
        return tuple(finding_lines(fold, check(Examined(fold, book.standing(), book.newest_day()))))
    finally:
        log.close()


def keep_checkpoint(record: Path, book: str, path: Path, key: PrivateKey | None, *, with_entries: bool) -> bool:
    """Write a checkpoint of a book to a new file; return whether it is signed.

    Raises CheckpointDiffers where the book is no longer what an earlier one says, CheckpointNotKept where the file cannot
    be written: it is not there then.
    """
    log = SqliteLog(record)
    try:
        signed = checkpoint_now(log, book, key)
        size = signed.checkpoint.size
        pieces = written(BookTree(log, book).leaves(upto=size), signed) if with_entries else [signed.written()]
        try:
            with path.open("xb") as file:
                for piece in pieces:
                    file.write(piece)
        except FileExistsError:
            raise _there(path) from None
        except OSError as problem:
            path.unlink(missing_ok=True)
            raise CheckpointNotKept(
                N_("{path} cannot be written: {problem}."), path=path, problem=system_fault(problem)
            ) from None
    finally:
        log.close()
    return key is not None


def require_new(typed: str) -> None:
    """Raise CheckpointNotKept where a file cannot be made there."""
    path = Path(typed).expanduser()
    if path.exists():
        raise _there(path)
    if not path.parent.is_dir():
        raise CheckpointNotKept(N_("There is no folder {folder}."), folder=path.parent)


def require_checkpoint(typed: str) -> None:
    """Raise a ReferatError where the file holds no checkpoint."""
    read_kept(Path(typed).expanduser())


def _there(path: Path) -> CheckpointNotKept:
    return CheckpointNotKept(N_("There is something at {path} already. Choose another name."), path=path)
