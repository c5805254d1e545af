"""Who cosigned a checkpoint: the signatures of witnesses (C2SP tlog-cosignature), checked by the keys that are known.

A witness is no party to the book: its key is in the book only where it happens to be enrolled. It is known by a public
key that the reader trusts, or because it is the reader's own.
"""

from collections.abc import Iterator, Mapping

from events.errors import ReferatError
from events.moments import timestamp_of
from events.proofs.checkpoints import SignedCheckpoint
from events.proofs.notes import COSIGNATURE_KIND, Signature, Verifier, verified_signatures
from governance.audited import CosignatureFound
from governance.keyring import held_keys, keys_folder


def own_keys(environment: Mapping[str, str]) -> dict[bytes, str]:
    """Return the public parts of the user's own keys, each with its name; none where the folder cannot be read."""
    try:
        return {held.public.raw: held.name for held in held_keys(keys_folder(environment))}
    except ReferatError:
        return {}


def cosignatures(signed: SignedCheckpoint, known: Mapping[bytes, str]) -> Iterator[CosignatureFound]:
    """Return the cosignatures on a checkpoint, in its order. ``known`` are public keys (32 bytes) and whose they are."""
    for signature in signed.note.signatures:
        if signature.stated_time is None:
            continue
        verifier = next((one for one in _verifiers(signature, known) if one.key_id == signature.key_id), None)
        yield CosignatureFound(
            witness=signature.name,
            key=known[verifier.public] if verifier is not None else None,
            time=timestamp_of(signature.stated_time),
            holds=_holds(signed, verifier) if verifier is not None else None,
        )


def _verifiers(signature: Signature, known: Mapping[bytes, str]) -> Iterator[Verifier]:
    return (Verifier(signature.name, public, COSIGNATURE_KIND) for public in known)


def _holds(signed: SignedCheckpoint, verifier: Verifier) -> bool:
    try:
        return bool(verified_signatures(signed.note, [verifier]))
    except ReferatError:
        return False
