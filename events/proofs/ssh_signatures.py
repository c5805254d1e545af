"""SSHSIG signatures (OpenSSH's PROTOCOL.sshsig, version 1) with Ed25519, as ``ssh-keygen -Y`` makes and verifies them."""

from base64 import b64encode
from binascii import Error as NoBase64
from binascii import a2b_base64
from hashlib import sha256, sha512

from events.errors import N_, RefusedEvent
from events.proofs.errors import ProofRefused
from events.proofs.notes import Sign
from events.proofs.ssh_keys import KIND, Fields, PublicKey, packed

_MAGIC = b"SSHSIG"
_VERSION = (1).to_bytes(4, "big")
_HASHES = {b"sha512": sha512, b"sha256": sha256}
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_LINE = 70
_LONGEST = 4_000


def ssh_signature(message: bytes, namespace: str, public: PublicKey, sign: Sign) -> str:
    """Return the signature of a key on a message, in base64 on one line."""
    signature = packed(KIND) + packed(sign(_signed_data(message, namespace.encode(), b"sha512")))
    blob = [packed(public.blob), packed(namespace.encode()), packed(b""), packed(b"sha512"), packed(signature)]
    return b64encode(_MAGIC + _VERSION + b"".join(blob)).decode("ascii")


def verify_ssh_signature(signature: str, message: bytes, namespace: str, public: PublicKey) -> None:
    """Check that this key made the signature on this message in this namespace. Raises ProofRefused where it did not."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    key, made_in, algorithm, value = _parts(signature)
    if made_in != namespace.encode():
        raise ProofRefused(N_("The signature was made for something else than this."))
    if key != public.blob:
        raise ProofRefused(N_("The signature was made with another key."))
    try:
        Ed25519PublicKey.from_public_bytes(public.raw).verify(value, _signed_data(message, made_in, algorithm))
    except (InvalidSignature, ValueError):
        raise ProofRefused(N_("The signature does not hold: it was made on something else, or was changed.")) from None


def require_signature(signature: str) -> str:
    """Return the text, where it has the form of an SSHSIG signature with Ed25519. Raises RefusedEvent otherwise."""
    try:
        _parts(signature)
    except ProofRefused as problem:
        raise RefusedEvent(problem.message, **problem.details) from None
    return signature


def armored(signature: str) -> str:
    """Return the signature as a file for ``ssh-keygen -Y verify``."""
    lines = [signature[start : start + _LINE] for start in range(0, len(signature), _LINE)]
    return "\n".join([_BEGIN, *lines, _END, ""])


def _parts(signature: str) -> tuple[bytes, bytes, bytes, bytes]:
    """Return the public key, the namespace, the hash's name and the 64 bytes of the signature."""
    try:
        blob = a2b_base64(signature, strict_mode=True) if len(signature) <= _LONGEST else b""
    except (NoBase64, ValueError):
        blob = b""
    if not blob.startswith(_MAGIC + _VERSION) or b64encode(blob).decode("ascii") != signature:
        raise ProofRefused(N_("This is no signature of OpenSSH's format."))
    fields = Fields(blob[len(_MAGIC + _VERSION) :])
    key, namespace, _reserved, algorithm, made = (fields.text() for _ in range(5))
    inner = Fields(made)
    kind, value = inner.text(), inner.text()
    if fields.rest or inner.rest or kind != KIND or len(value) != 64 or algorithm not in _HASHES or not namespace:
        raise ProofRefused(N_("This is no signature of OpenSSH's format with Ed25519."))
    return key, namespace, algorithm, value


def _signed_data(message: bytes, namespace: bytes, algorithm: bytes) -> bytes:
    digest = _HASHES[algorithm](message).digest()
    return _MAGIC + packed(namespace) + packed(b"") + packed(algorithm) + packed(digest)
