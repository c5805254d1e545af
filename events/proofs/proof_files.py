"""Files that prove something without the record: one entry (C2SP tlog-proof), and the growth from one checkpoint to the next.

The extra data of a tlog-proof is opaque to its format and not to be believed by itself. Ours is a line of JSON Lines,
``{"body": …, "words": …}``: the body hashes to the leaf that the proof is of, the words to the digests in the body.
"""

from collections.abc import Sequence

import msgspec

from events.checking import checked_entry
from events.damage import EntryDamaged
from events.entry import Entry
from events.errors import N_
from events.proofs.checkpoints import SignedCheckpoint, read_checkpoint
from events.proofs.encoding import decoded, encoded, number
from events.proofs.errors import ProofRefused
from events.proofs.merkle import HASH_BYTES, leaf_hash, verify_consistency, verify_inclusion

LONGEST_PROOF = 4_000_000
"""Bytes that a file with a proof may have at the most."""

MOST_HASHES = 64
_FIRST_LINE = "c2sp.org/tlog-proof@v1"


class InclusionProof(msgspec.Struct, frozen=True):
    """That leaf ``index`` (from 0; entry ``index + 1``) stands in the log of a checkpoint. ``extra`` may be empty."""

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: SignedCheckpoint
    extra: bytes = b""

    def written(self) -> bytes:
        """Return the tlog-proof file; its name should end in ``.tlog-proof``."""
        extra = f"extra {encoded(self.extra)}\n" if self.extra else ""
        head = f"{_FIRST_LINE}\n{extra}index {self.index}\n{_lines(self.hashes)}\n"
        return head.encode() + self.checkpoint.written()

    def verify(self, body: bytes) -> None:
        """Check that the entry with this body is the one that is proved. Raises ProofRefused where it is not."""
        held = self.checkpoint.checkpoint
        verify_inclusion(leaf_hash(body), self.index, held.size, self.hashes, held.root)


class ConsistencyProof(msgspec.Struct, frozen=True):
    """That a log of ``old`` entries is the beginning of the log of a checkpoint.

    The file is the request that C2SP tlog-witness sends: ``old N``, the hashes, an empty line, the checkpoint.
    """

    old: int
    hashes: tuple[bytes, ...]
    checkpoint: SignedCheckpoint

    def written(self) -> bytes:
        """Return the file's bytes."""
        return f"old {self.old}\n{_lines(self.hashes)}\n".encode() + self.checkpoint.written()

    def verify(self, older: SignedCheckpoint) -> None:
        """Check that the older checkpoint is one of a beginning of this log. Raises ProofRefused where it is not."""
        held, new = older.checkpoint, self.checkpoint.checkpoint
        if held.origin != new.origin or held.size != self.old:
            raise ProofRefused(
                N_("The proof is about {size} entries of {origin}, the checkpoint about {held_size} of {held_origin}."),
                size=self.old,
                origin=new.origin,
                held_size=held.size,
                held_origin=held.origin,
            )
        verify_consistency(held.size, held.root, new.size, new.root, self.hashes)


def entry_line(body: bytes, words: bytes) -> bytes:
    """Return an entry as the extra data of a proof."""
    return b'{"body":' + body + b',"words":' + words + b"}"


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    body: msgspec.Raw
    words: msgspec.Raw


def proved_entry(proof: InclusionProof) -> Entry:
    """Return the entry that a proof of ours carries, after the check that it is the one that is proved.

    Words that the file leaves out read as withheld, those that it gives as null as erased; the proof shows neither.
    Raises ProofRefused where the proof carries no entry, not as ``entry_line`` writes one, or does not hold.
    """
    try:
        held = msgspec.json.decode(proof.extra, type=_Line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise ProofRefused(N_("The file with the proof carries no entry of a book.")) from None
    body, words = bytes(held.body), bytes(held.words)
    if entry_line(body, words) != proof.extra:  # as where a key stands twice, and another reader takes the other one
        raise ProofRefused(
            N_("The entry in the file with the proof is not in the one form in which entries are written.")
        )
    proof.verify(body)
    try:
        entry = checked_entry(body, words)
    except EntryDamaged as problem:
        raise ProofRefused(
            N_("Entry {number} in the proof is not as it was recorded: {problem}."),
            number=proof.index + 1,
            problem=problem,
        ) from None
    if entry.number != proof.index + 1:
        raise ProofRefused(
            N_("The entry calls itself {number}, and the proof is of entry {index}."),
            number=entry.number,
            index=proof.index + 1,
        )
    return entry


def read_inclusion_proof(data: bytes) -> InclusionProof:
    """Return the proof that a tlog-proof file holds; nothing is verified yet. Raises ProofRefused for another file."""
    lines, checkpoint = _divided(data)
    if lines.pop(0) != _FIRST_LINE:
        raise _no_proof()
    extra = b""
    if lines and lines[0].startswith("extra "):
        held = decoded(lines.pop(0).removeprefix("extra "))
        if not held:
            raise _no_proof()
        extra = held
    index = number(lines.pop(0).removeprefix("index ")) if lines and lines[0].startswith("index ") else None
    if index is None:
        raise _no_proof()
    return InclusionProof(index, _hashes(lines), checkpoint, extra)


def read_consistency_proof(data: bytes) -> ConsistencyProof:
    """Return the proof that a file of this form holds; nothing is verified yet. Raises ProofRefused for another file."""
    lines, checkpoint = _divided(data)
    old = number(lines[0].removeprefix("old ")) if lines[0].startswith("old ") else None
    if old is None:
        raise _no_proof()
    return ConsistencyProof(old, _hashes(lines[1:]), checkpoint)


def _divided(data: bytes) -> tuple[list[str], SignedCheckpoint]:
    """Return the lines before the first empty one, and the checkpoint after it."""
    if len(data) > LONGEST_PROOF:
        raise ProofRefused(
            N_("A file with a proof may have {longest} bytes; this one has {size}."),
            longest=LONGEST_PROOF,
            size=len(data),
        )
    head, gap, tail = data.partition(b"\n\n")
    try:
        lines = head.decode("ascii").split("\n")
    except UnicodeDecodeError:
        raise _no_proof() from None
    if not gap:
        raise _no_proof()
    return lines, read_checkpoint(tail)


def _lines(hashes: Sequence[bytes]) -> str:
    return "".join(f"{encoded(value)}\n" for value in hashes)


def _hashes(lines: Sequence[str]) -> tuple[bytes, ...]:
    hashes = [decoded(line) for line in lines[: MOST_HASHES + 1]]
    if len(hashes) > MOST_HASHES or any(value is None or len(value) != HASH_BYTES for value in hashes):
        raise _no_proof()
    return tuple(value for value in hashes if value is not None)


def _no_proof() -> ProofRefused:
    return ProofRefused(N_("The file is no proof that referat reads: a line is missing, or not of its form."))
