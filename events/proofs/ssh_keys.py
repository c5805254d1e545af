"""Ed25519 keys as OpenSSH writes them (RFC 4253 section 6.6, RFC 8709): public keys and their fingerprints.

Private keys lie in OpenSSH's own file format (PROTOCOL.key), encrypted with a passphrase through bcrypt;
``cryptography`` reads and writes them and is loaded only then.
"""

from base64 import b64encode
from binascii import Error as NoBase64
from binascii import a2b_base64
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from events.errors import N_, RefusedEvent
from events.proofs.errors import ProofRefused

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KIND = b"ssh-ed25519"
ROUNDS = 64
"""Rounds of bcrypt that protect a private key: about a second to unlock."""

LONGEST_KEY_FILE = 10_000
"""Bytes that a key file may have at the most; one of Ed25519 has about 460."""


class PassphraseWrong(ProofRefused):
    """A private key needs a passphrase, or another one."""


class PublicKey(msgspec.Struct, frozen=True):
    """The 32 bytes of an Ed25519 public key."""

    raw: bytes

    @property
    def blob(self) -> bytes:
        """The key in SSH's wire format."""
        return packed(KIND) + packed(self.raw)

    @property
    def line(self) -> str:
        """The key as OpenSSH writes it, without a comment."""
        return f"{KIND.decode('ascii')} {b64encode(self.blob).decode('ascii')}"

    @property
    def fingerprint(self) -> str:
        """The key's fingerprint as ``ssh-keygen -l`` shows it: ``SHA256:`` and base64 without padding."""
        return "SHA256:" + b64encode(sha256(self.blob).digest()).decode("ascii").rstrip("=")


class PrivateKey:
    """An unlocked private key. It is kept in memory only."""

    def __init__(self, key: "Ed25519PrivateKey") -> None:
        self._key = key
        self.public = PublicKey(key.public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        """Return the 64 bytes of the Ed25519 signature (RFC 8032)."""
        return self._key.sign(message)

    def written(self, passphrase: str) -> bytes:
        """Return the key file in OpenSSH's format; without encryption where the passphrase is empty."""
        from cryptography.hazmat.primitives.serialization import (
            BestAvailableEncryption,
            Encoding,
            KeySerializationEncryption,
            NoEncryption,
            PrivateFormat,
        )

        protection: KeySerializationEncryption = NoEncryption()
        if passphrase:
            builder = PrivateFormat.OpenSSH.encryption_builder().kdf_rounds(ROUNDS)
            protection = builder.build(passphrase.encode()) if builder else BestAvailableEncryption(passphrase.encode())
        return self._key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, protection)


def new_private_key() -> PrivateKey:
    """Return a fresh key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return PrivateKey(Ed25519PrivateKey.generate())


def read_private_key(data: bytes, passphrase: str) -> PrivateKey:
    """Return the key of an OpenSSH key file.

    Raises PassphraseWrong where it is protected otherwise, ProofRefused where it is no Ed25519 key of this format.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_ssh_private_key

    protected = is_protected(data)
    if protected and not passphrase:
        raise PassphraseWrong(N_("The key is protected by a passphrase."))
    try:
        key = load_ssh_private_key(data, passphrase.encode() if protected else None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as problem:
        if (protected and "mismatch" in str(problem).lower()) or "corrupt" in str(problem).lower():
            raise PassphraseWrong(N_("The passphrase is not that of the key.")) from None
        raise ProofRefused(
            N_("This is no private key of OpenSSH's format ({problem})."), problem=str(problem)
        ) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise ProofRefused(N_("Only Ed25519 keys are used here; make one with: referat key new"))
    return PrivateKey(key)


def is_protected(data: bytes) -> bool:
    """Tell whether a key file in OpenSSH's format is encrypted. A file of another format counts as not encrypted."""
    lines = data.decode("ascii", "replace").split("\n")
    try:
        held = a2b_base64("".join(line.strip() for line in lines if not line.startswith("-----")))
    except NoBase64:
        return False
    fields = Fields(held[15:])
    try:
        return held.startswith(b"openssh-key-v1\x00") and fields.text() != b"none"
    except ProofRefused:
        return False


def read_public_key(text: str) -> PublicKey:
    """Return the key that a line such as ``ssh-ed25519 AAAA… comment`` gives. Raises RefusedEvent for anything else."""
    parts = text.split()
    try:
        if not len(parts) >= 2 or parts[0] != KIND.decode("ascii"):
            raise ValueError(text)
        fields = Fields(a2b_base64(parts[1], strict_mode=True))
        kind, raw = fields.text(), fields.text()
        if kind != KIND or len(raw) != 32 or fields.rest:
            raise ValueError(text)
    except (ValueError, NoBase64, ProofRefused):
        raise RefusedEvent(
            N_("'{text}' is no Ed25519 public key of OpenSSH's; it looks like: ssh-ed25519 AAAA…"), text=text[:60]
        ) from None
    return PublicKey(raw)


class Fields:
    """Reads SSH's wire format: texts with their length in four bytes before them."""

    def __init__(self, data: bytes) -> None:
        self.rest = data

    def take(self, count: int) -> bytes:
        """Return so many bytes. Raises ProofRefused where there are fewer."""
        if len(self.rest) < count:
            raise ProofRefused(N_("The data of SSH is cut off."))
        taken, self.rest = self.rest[:count], self.rest[count:]
        return taken

    def text(self) -> bytes:
        """Return a text, as ``take``."""
        return self.take(int.from_bytes(self.take(4), "big"))


def packed(text: bytes) -> bytes:
    """Return a text in SSH's wire format."""
    return len(text).to_bytes(4, "big") + text
