"""Signed notes (C2SP signed-note) with Ed25519 keys: text, an empty line, and a line for each signature.

A signature names its key by name and by the first four bytes of SHA-256(name, line feed, kind, public key). Whose a key
is, and whether it counts, the reader of a note decides by the verifiers that it brings. ``cryptography`` is loaded at
the first signature that is verified.
"""

import re
from collections.abc import Callable, Iterable
from hashlib import sha256

import msgspec

from events.errors import N_
from events.proofs.encoding import decoded, encoded
from events.proofs.errors import NoteRefused

NOTE_KIND = 0x01
"""An Ed25519 signature on the text of the note."""

COSIGNATURE_KIND = 0x04
"""An Ed25519 cosignature with a time (C2SP tlog-cosignature, cosignature/v1)."""

LONGEST_NOTE = 100_000
"""Bytes that a note may have at the most."""

MOST_SIGNATURES = 256
"""Signatures that a note may have at the most: every member who was present may sign."""

_COSIGNATURE_BYTES = 8 + 64
_DASH = "\u2014"
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f]")
_LATEST = 2**63 - 1

Sign = Callable[[bytes], bytes]
"""Returns the 64 bytes of the Ed25519 signature (RFC 8032) on these bytes, as the key's own ``sign`` does."""


class Signature(msgspec.Struct, frozen=True):
    """A signature of a note: the key's name, its four bytes of id, and what the key made."""

    name: str
    key_id: bytes
    value: bytes

    @property
    def line(self) -> str:
        """The line of the note, with its line feed."""
        return f"{_DASH} {self.name} {encoded(self.key_id + self.value)}\n"

    @property
    def stated_time(self) -> int | None:
        """When a cosignature says to be made (seconds since 1970 UTC); None for a signature of another kind."""
        return int.from_bytes(self.value[:8], "big") if len(self.value) == _COSIGNATURE_BYTES else None


class Note(msgspec.Struct, frozen=True):
    """A note: its text, which ends in a line feed, and its signatures."""

    text: str
    signatures: tuple[Signature, ...] = ()

    def written(self) -> bytes:
        """Return the note as it stands in a file; a note without signatures is its text alone."""
        signed = "".join(signature.line for signature in self.signatures)
        return (f"{self.text}\n{signed}" if signed else self.text).encode()

    def with_signature(self, signature: Signature) -> "Note":
        """Return the note with one more signature, in place of an earlier one of the same key."""
        others = (held for held in self.signatures if (held.name, held.key_id) != (signature.name, signature.key_id))
        return Note(self.text, (*others, signature))


class Verifier(msgspec.Struct, frozen=True):
    """A key that a reader trusts: its name, its kind of signature, and the 32 bytes of its public part."""

    name: str
    public: bytes
    kind: int = NOTE_KIND

    @property
    def key_id(self) -> bytes:
        """The four bytes that name the key in a signature."""
        return sha256(self.name.encode() + b"\n" + bytes((self.kind,)) + self.public).digest()[:4]

    @property
    def vkey(self) -> str:
        """The key as text: name, id in hexadecimal, and base64 of kind and key, joined by plus signs."""
        return f"{self.name}+{self.key_id.hex()}+{encoded(bytes((self.kind,)) + self.public)}"


class Verified(msgspec.Struct, frozen=True):
    """A signature that holds: by which key, and for a cosignature when it says to be made (seconds since 1970 UTC)."""

    verifier: Verifier
    time: int | None = None


def read_note(data: bytes) -> Note:
    """Return the note that a file holds; nothing is verified yet. Raises NoteRefused where it has not the form."""
    content = read_text(data)
    head, gap, tail = content.rpartition("\n\n")
    if not gap or not head or not tail.endswith("\n"):
        raise NoteRefused(
            N_("The note has no signatures: after the text come an empty line and a line for each of them.")
        )
    lines = tail[:-1].split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise NoteRefused(
            N_("A note may have {most} signatures; this one has {count}."), most=MOST_SIGNATURES, count=len(lines)
        )
    return Note(head + "\n", tuple(_signature(line) for line in lines))


def read_text(data: bytes) -> str:
    """Return the text of a file as a note may have it. Raises NoteRefused where it is too long or no such text."""
    if len(data) > LONGEST_NOTE:
        raise NoteRefused(
            N_("A note may have {longest} bytes; this one has {size}."), longest=LONGEST_NOTE, size=len(data)
        )
    try:
        content = data.decode()
    except UnicodeDecodeError:
        raise NoteRefused(N_("The note is not in UTF-8.")) from None
    if _CONTROLS.search(content):
        raise NoteRefused(N_("The note holds a control character."))
    return content


def require_name(name: str) -> str:
    """Return the name of a key. Raises NoteRefused where a note cannot hold it: empty, or with a space or a plus sign."""
    if not name or "+" in name or any(letter.isspace() for letter in name) or _CONTROLS.search(name):
        raise NoteRefused(N_("A key cannot be named '{name}': a name has no spaces and no plus sign."), name=name)
    return name


def read_vkey(text: str) -> Verifier:
    """Return the key that this text gives. Raises NoteRefused where it is none of a kind that is known here."""
    name, plus, rest = text.strip().partition("+")
    key_id, _, key = rest.partition("+")
    held = decoded(key)
    if not plus or held is None or len(held) != 33 or held[0] not in (NOTE_KIND, COSIGNATURE_KIND):
        raise NoteRefused(N_("'{text}' is no public key: it looks like name+1a2b3c4d+AQ…"), text=text.strip()[:80])
    verifier = Verifier(require_name(name), held[1:], held[0])
    if verifier.key_id.hex() != key_id:
        raise NoteRefused(N_("The public key of {name} was not copied right: its id does not fit."), name=name)
    return verifier


def signed(text: str, name: str, public: bytes, sign: Sign) -> Signature:
    """Return the signature of this key on a note's text. Raises NoteRefused for a name or text that cannot be a note's."""
    if not text.endswith("\n") or _CONTROLS.search(text):
        raise NoteRefused(N_("The text of a note ends in a line feed and holds no control character."))
    return Signature(require_name(name), Verifier(name, public).key_id, sign(text.encode()))


def cosigned(text: str, name: str, public: bytes, sign: Sign, time: int) -> Signature:
    """Return the cosignature of this key on a checkpoint's text, made at ``time`` (seconds since 1970 UTC)."""
    key_id = Verifier(require_name(name), public, COSIGNATURE_KIND).key_id
    return Signature(name, key_id, time.to_bytes(8, "big") + sign(_cosigned_message(text, time)))


def verified_signatures(note: Note, verifiers: Iterable[Verifier]) -> list[Verified]:
    """Return the signatures that hold, in the note's order; those of unknown keys are passed over.

    Raises NoteRefused where a signature of a known key does not hold, or where none is of a known key.
    """
    known = {(verifier.name, verifier.key_id): verifier for verifier in verifiers}
    found = []
    for signature in note.signatures:
        verifier = known.get((signature.name, signature.key_id))
        if verifier is not None:
            found.append(_verified(note.text, signature, verifier))
    if not found:
        raise NoteRefused(
            N_("None of the known keys signed this. It names: {names}."),
            names=", ".join(signature.name for signature in note.signatures) or "-",
        )
    return found


def _signature(line: str) -> Signature:
    parts = line.split(" ")
    value = decoded(parts[2]) if len(parts) == 3 and parts[0] == _DASH else None
    if value is None or len(value) < 5:
        raise NoteRefused(N_("A line of the note is no signature: '{line}'."), line=line[:80])
    return Signature(require_name(parts[1]), value[:4], value[4:])


def _verified(text: str, signature: Signature, verifier: Verifier) -> Verified:
    message, value, time = text.encode(), signature.value, None
    if verifier.kind == COSIGNATURE_KIND:
        time, value = int.from_bytes(value[:8], "big"), value[8:]
        message = _cosigned_message(text, time)
    if (time is not None and time > _LATEST) or not _holds(verifier.public, value, message):
        raise NoteRefused(
            N_("The signature of {name} does not hold: the text was changed, or another key made it."),
            name=signature.name,
        )
    return Verified(verifier, time)


def _cosigned_message(text: str, time: int) -> bytes:
    return f"cosignature/v1\ntime {time}\n{text}".encode()


def _holds(public: bytes, signature: bytes, message: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
