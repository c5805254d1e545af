"""A witness: holds what it cosigned last of each log, and cosigns only what goes on from there (C2SP tlog-cosignature).

What it cosigned is kept in the user's own folder, never beside the record: the one who keeps the record must not be able
to change it.
"""

from base64 import b32encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from events.errors import N_, RecordError
from events.log import Log
from events.plain_files import read_plain
from events.proofs.checkpoints import SignedCheckpoint, cosign_checkpoint, read_checkpoint
from events.proofs.errors import ProofRefused
from events.proofs.merkle import verify_consistency
from events.proofs.notes import LONGEST_NOTE
from events.proofs.proof_files import ConsistencyProof
from events.proofs.ssh_keys import PrivateKey
from events.proofs.tree import BookTree
from events.system_faults import system_fault
from governance.keyring import keys_folder


class NotWitnessed(ProofRefused):
    """The checkpoint cannot be cosigned."""


class Witness:
    """Keeps what was cosigned last in a folder, one file for each log."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._folder = keys_folder(environment) / "witnessed"

    def last(self, origin: str) -> SignedCheckpoint | None:
        """Return the checkpoint of a log that was cosigned last, or None. Raises NoteRefused where it was garbled,
        RecordError where it cannot be read.
        """
        path = self._path(origin)
        try:
            return read_checkpoint(read_plain(path, LONGEST_NOTE))
        except FileNotFoundError:
            return None
        except OSError as problem:
            raise RecordError(
                N_("{path} cannot be read: {problem}."), path=path, problem=system_fault(problem)
            ) from None

    def remember(self, cosigned: SignedCheckpoint) -> None:
        """Keep what was cosigned. Raises RecordError where it cannot be kept."""
        path = self._path(cosigned.checkpoint.origin)
        fresh = path.with_name(path.name + ".new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh.write_bytes(cosigned.written())
            fresh.replace(path)
        except OSError as problem:
            raise RecordError(
                N_("{path} cannot be written: {problem}."), path=path, problem=system_fault(problem)
            ) from None

    def _path(self, origin: str) -> Path:
        return self._folder / f"{b32encode(sha256(origin.encode()).digest()[:15]).decode('ascii').lower()}.checkpoint"


def book_of(log: Log, origin: str) -> str | None:
    """Return the book of a record whose log has this origin, or None where it holds none."""
    return next((head.book for head in log.books() if BookTree(log, head.book).origin == origin), None)


def require_in_book(log: Log, book: str, signed: SignedCheckpoint, before: SignedCheckpoint | None) -> None:
    """Check that a checkpoint is one of the book as it stands, and goes on from the one before. Raises NotWitnessed."""
    made, tree = signed.checkpoint, BookTree(log, book)
    if made.size > log.head(book) or tree.checkpoint(made.size) != made:
        raise NotWitnessed(
            N_(
                "The book {book} is not what the checkpoint says: its root over {size} entries differs. Do not sign it."
            ),
            book=book,
            size=made.size,
        )
    if before is not None:
        _require_no_older(signed, before)
        hashes = tree.consistency(before.checkpoint.size, made.size)
        require_following(signed, before, ConsistencyProof(before.checkpoint.size, tuple(hashes), signed))


def require_following(signed: SignedCheckpoint, before: SignedCheckpoint, proof: ConsistencyProof | None) -> None:
    """Check that a checkpoint goes on from the one before, as a proof shows. Raises ProofRefused where it does not."""
    _require_no_older(signed, before)
    old, new = before.checkpoint, signed.checkpoint
    if old.size == new.size and old.root == new.root:
        return
    if proof is None:
        raise NotWitnessed(
            N_(
                "Show that the checkpoint goes on from your last one, of {size} entries: name the record with --record, or "
                "a proof with --proof."
            ),
            size=old.size,
        )
    verify_consistency(old.size, old.root, new.size, new.root, proof.hashes)


def _require_no_older(signed: SignedCheckpoint, before: SignedCheckpoint) -> None:
    old, new = before.checkpoint, signed.checkpoint
    if old.origin != new.origin:
        raise NotWitnessed(
            N_("The checkpoint is of the log {origin}, the one before of {held}."), origin=new.origin, held=old.origin
        )
    if old.size > new.size:
        raise NotWitnessed(
            N_("The checkpoint has {size} entries; the one before has {held}. Ask for a newer one."),
            size=new.size,
            held=old.size,
        )


def cosigned(signed: SignedCheckpoint, name: str, key: PrivateKey, time: int) -> SignedCheckpoint:
    """Return the checkpoint with the cosignature of a witness at ``time`` (seconds since 1970 UTC)."""
    return cosign_checkpoint(signed, name, key.public.raw, key.sign, time)
