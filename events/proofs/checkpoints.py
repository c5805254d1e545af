"""Checkpoints of a book (C2SP tlog-checkpoint v1.0.0): origin, number of entries, root; signed as a note.

The text has exactly three lines. A checkpoint without signatures is those three lines alone, as somebody copies them
from paper.

The origin of a book's log is ``referat/`` and 16 characters of base32 (RFC 4648, lower case) of the leaf hash of its
first entry. It names one book among all, also where two councils gave theirs the same name, and says nothing of
persons: the first entry's words are behind salted digests.
"""

from base64 import b32encode
from codecs import BOM_UTF8
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

_SIGNATURES = "\n\n\u2014 ".encode()


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

    The three lines may have been typed in any editor: with a byte order mark, line ends of Windows, or empty lines around
    them. A signed note stays exactly as it was made. Raises NoteRefused where it is neither.
    """
    text = data.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").strip(b" \n")
    if b"\n\n" not in text:
        note = Note(_copied(text))
    elif b"\n\n" not in data or data.startswith(BOM_UTF8):
        raise _no_checkpoint() if _SIGNATURES not in text else _changed_on_the_way()
    else:
        note = read_note(data)
    return SignedCheckpoint(_checkpoint(note.text), note)


def _copied(text: bytes) -> str:
    """Return the three lines as they were copied, without the space around them."""
    return "".join(f"{line.strip(' ')}\n" for line in read_text(text).split("\n"))


def _checkpoint(text: str) -> Checkpoint:
    lines = text[:-1].split("\n")
    size = number(lines[1]) if len(lines) == 3 else None
    root = decoded(lines[2]) if len(lines) == 3 else None
    if root is None or size is None or not lines[0] or len(root) != HASH_BYTES:
        raise _no_checkpoint()
    return Checkpoint(lines[0], size, root)


def _no_checkpoint() -> NoteRefused:
    return NoteRefused(
        N_("This is no checkpoint of a log: it has three lines, the log's name, the number of entries and the root.")
    )


def _changed_on_the_way() -> NoteRefused:
    return NoteRefused(
        N_(
            "The line ends of this signed checkpoint were changed on the way, as by an editor or by mail, so that its "
            "signatures cannot be checked. Get the file anew, or keep its first three lines alone."
        )
    )
