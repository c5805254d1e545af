"""A copy of a book for the auditor, or for everybody: a record of its own, its SHA-256, and the checkpoint over it.

The copy holds this book and no other, and nothing that was erased: it is written anew, entry by entry. Its bodies are
those of the record, so earlier checkpoints and proofs hold for it. The SHA-256 finds every changed bit of the file, also
where it would change no entry.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec
import orjson

from events.attachments import Attachments
from events.catalogue import DocumentAttached, EntryCorrected
from events.entry import Sealed, canonical, unseal
from events.errors import N_, RecordError, ReferatError
from events.log import Log
from events.proofs.checkpoints import SignedCheckpoint
from events.proofs.ssh_keys import PrivateKey
from events.proofs.tree import BookTree
from events.sqlite.copying import make_single
from events.sqlite.log import SqliteLog
from events.system_faults import system_fault
from governance.checkpoints import checkpoint_now
from governance.withholding import PublicCopy

_AT_ONCE = 5_000
_PIECE = 1 << 20
_DIGITS = 64


class HandedOut(msgspec.Struct, frozen=True):
    """What was handed out: the files, the SHA-256 of the copy (hexadecimal), and the checkpoint over it."""

    copy: Path
    sums: Path
    note: Path
    sha256: str
    checkpoint: SignedCheckpoint
    attachments: int


def hand_out(log: SqliteLog, book: str, target: Path, key: PrivateKey | None, *, public: bool = False) -> HandedOut:
    """Write a copy of a book, with ``.sha256`` and ``.checkpoint`` beside it; ``public`` leaves out what is not for everybody.

    The files of attached documents go along in a copy for the auditor, and never in a public one. Raises RecordError where
    something of that name is there or cannot be written (nothing is left then), ProofRefused where the book has no entries.
    """
    sums, note = (target.with_name(target.name + ending) for ending in (".sha256", ".checkpoint"))
    files = Attachments(target).folder
    for path in (target, sums, note, files):
        if path.exists():
            raise RecordError(N_("There is something at {path} already. Choose another name."), path=path)
    signed = checkpoint_now(log, book, key)
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        source: Log = PublicCopy(log) if public else log
        digests = _copied(source, book, fresh, signed)
        digest = _sha256(fresh)
        attached = [] if public else _with_attachments(log.path, target, digests)
        lines = [f"{digest}  {target.name}\n", *(f"{one}  {files.name}/{one[:2]}/{one[2:]}\n" for one in attached)]
        sums.write_text("".join(lines), encoding="utf-8")
        note.write_bytes(signed.written())
        fresh.replace(target)
    except BaseException as problem:
        _take_back(fresh, sums, note, files)
        if isinstance(problem, OSError):
            raise RecordError(
                N_("{path} cannot be written: {problem}."), path=target, problem=system_fault(problem)
            ) from None
        raise
    return HandedOut(target, sums, note, digest, signed, len(attached))


def _copied(source: Log, book: str, fresh: Path, signed: SignedCheckpoint) -> list[str]:
    """Write the entries up to the checkpoint into a new record; return the digests of the documents attached by them."""
    target, digests = SqliteLog(fresh), list[str]()
    try:
        target.prepare()
        for chunk in _in_chunks(source, book, signed.checkpoint.size, digests):
            target.append(chunk)
        if BookTree(target, book).checkpoint() != signed.checkpoint:
            raise RecordError(N_("The copy is not the same as the book. Nothing was handed out; run: referat verify"))
    finally:
        target.close()
    make_single(fresh)
    return digests


def _in_chunks(source: Log, book: str, size: int, digests: list[str]) -> Iterator[list[Sealed]]:
    held: list[Sealed] = []
    for body, words in source.read(book, upto=size):
        entry = unseal(body, words)
        said = entry.event.replacement if isinstance(entry.event, EntryCorrected) else entry.event
        if isinstance(said, DocumentAttached) and len(said.sha256) == _DIGITS:  # an erased one reads otherwise
            digests.append(said.sha256)
            words = _without_digest(words) if isinstance(source, PublicCopy) else words
        if len(held) >= _AT_ONCE and held[-1].command_id != entry.command_id:
            yield held
            held = []
        held.append(Sealed(book, entry.number, type(entry.event).__name__, entry.command_id, body, words))
    if held:
        yield held


def _without_digest(words: bytes) -> bytes:
    """Withhold which file a document is: a public copy holds no attached files, so that none is missed in it."""
    held: dict[str, object] = orjson.loads(words)
    return canonical({pointer: word for pointer, word in held.items() if not pointer.endswith("/sha256")})


def _with_attachments(record: Path, target: Path, digests: list[str]) -> list[str]:
    """Copy the files of attached documents that are there; one that was erased is not."""
    source, there = Attachments(record), Attachments(target)
    copied = []
    for digest in dict.fromkeys(digests):
        with suppress(FileNotFoundError, ReferatError):
            path = source.path(digest)
            if path.is_file():
                there.path(digest).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, there.path(digest))
                copied.append(digest)
    return copied


def _sha256(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _take_back(fresh: Path, sums: Path, note: Path, files: Path) -> None:
    with suppress(OSError):
        shutil.rmtree(files, ignore_errors=True)
        for path in (fresh, sums, note):
            for ending in ("", "-wal", "-shm", "-journal"):
                path.with_name(path.name + ending).unlink(missing_ok=True)
