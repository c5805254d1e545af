"""Checkpoints of a book (C2SP tlog-checkpoint v1.0.0): origin, number of entries, root; signed as a note.

The text has exactly three lines. A checkpoint without signatures is those three lines alone, as somebody copies them
from paper.

The origin of a book's log is ``referat/`` and 16 characters of base32 (RFC 4648, lower case) of the leaf hash of its
first entry. It names one book among all, also where two councils gave theirs the same name, and says nothing of
persons: the first entry's words are behind salted digests.
"""

from base64 import b32encode
from collections.abc import Iterable

import msgspec

from events.errors import N_
from events.proofs.encoding import decoded, encoded, number
from events.proofs.errors import NoteRefused
from events.proofs.merkle import HASH_BYTES, leaf_hash
from events.proofs.notes import (
    Note,
    Sign,
    Signature,
    Verified,
    Verifier,
    cosigned,
    read_note,
    read_text,
    signed,
    verified_signatures,
)


def origin_of(first_body: bytes) -> str:
    """Return the origin of the log whose first entry has this body."""
    return "referat/" + b32encode(leaf_hash(first_body)[:10]).decode("ascii").lower()


class Checkpoint(msgspec.Struct, frozen=True):
    """What a log was at some time: its origin, how many entries it had, and the root over them."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The three lines."""
        return f"{self.origin}\n{self.size}\n{encoded(self.root)}\n"


class SignedCheckpoint(msgspec.Struct, frozen=True):
    """A checkpoint with the note that it stands in; the note has no signatures where there are none."""

    checkpoint: Checkpoint
    note: Note

    def written(self) -> bytes:
        """Return the file's bytes."""
        return self.note.written()

    def with_signature(self, signature: Signature) -> "SignedCheckpoint":
        """Return the checkpoint with one more signature."""
        return SignedCheckpoint(self.checkpoint, self.note.with_signature(signature))

    def verified(self, verifiers: Iterable[Verifier]) -> list[Verified]:
        """Return the signatures of these keys. Raises NoteRefused where one does not hold or none is there."""
        return verified_signatures(self.note, verifiers)


def unsigned(checkpoint: Checkpoint) -> SignedCheckpoint:
    """Return the checkpoint without a signature."""
    return SignedCheckpoint(checkpoint, Note(checkpoint.text))


def sign_checkpoint(checkpoint: Checkpoint, name: str, public: bytes, sign: Sign) -> SignedCheckpoint:
    """Return the checkpoint with the signature of a key (32 bytes public, Ed25519) by this name."""
    return unsigned(checkpoint).with_signature(signed(checkpoint.text, name, public, sign))


def cosign_checkpoint(held: SignedCheckpoint, name: str, public: bytes, sign: Sign, time: int) -> SignedCheckpoint:
    """Return the checkpoint with a witness's cosignature at ``time`` (seconds since 1970 UTC).

    The witness has checked before that the checkpoint follows the one that it cosigned last.
    """
    return held.with_signature(cosigned(held.checkpoint.text, name, public, sign, time))


def read_checkpoint(data: bytes) -> SignedCheckpoint:
    """Return the checkpoint that a file holds: a signed note, or the three lines alone. No signature is verified yet.

    Raises NoteRefused where it is neither.
    """
    note = read_note(data) if b"\n\n" in data else Note(_copied(data))
    return SignedCheckpoint(_checkpoint(note.text), note)


def _copied(data: bytes) -> str:
    """Return the three lines as they were copied, by whatever editor, without the space around them."""
    lines = read_text(data.replace(b"\r\n", b"\n").strip(b" \n")).split("\n")
    return "".join(f"{line.strip(' ')}\n" for line in lines)


def _checkpoint(text: str) -> Checkpoint:
    lines = text[:-1].split("\n")
    size = number(lines[1]) if len(lines) == 3 else None
    root = decoded(lines[2]) if len(lines) == 3 else None
    if root is None or size is None or not lines[0] or len(root) != HASH_BYTES:
        raise NoteRefused(
            N_(
                "This is no checkpoint of a log: it has three lines, the log's name, the number of entries and the root."
            )
        )
    return Checkpoint(lines[0], size, root)
