"""Reading the files that commands about proofs are given: checkpoints, proofs, and the keys that count."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from governance.language import _

if TYPE_CHECKING:
    from events.proofs.checkpoints import SignedCheckpoint
    from events.proofs.notes import Verifier
    from events.proofs.proof_files import ConsistencyProof, InclusionProof

Proof = TypeVar("Proof")
_LONGEST = 4_000_001


def read_input(path: str) -> bytes:
    """Return what a file holds, up to the size that a proof may have. Raises KeptFileRefused where it cannot be read."""
    from events.errors import N_
    from events.proofs.errors import KeptFileRefused
    from events.system_faults import system_fault

    try:
        if not Path(path).is_file():
            raise KeptFileRefused(N_("There is no file {file}."), file=path)
        with Path(path).open("rb") as file:
            return file.read(_LONGEST)
    except OSError as problem:
        raise KeptFileRefused(
            N_("{file} cannot be read: {problem}."), file=path, problem=system_fault(problem)
        ) from None


def checkpoint_in(path: str) -> "SignedCheckpoint":
    """Return the checkpoint that a file holds. Raises KeptFileRefused, which names the file, where it holds none."""
    from events.proofs.leaf_lists import read_kept

    return read_kept(Path(path)).signed


def inclusion_proof_in(path: str) -> "InclusionProof":
    """Return the proof of an entry that a file holds. Raises KeptFileRefused, which names the file, where it holds none."""
    from events.proofs.proof_files import read_inclusion_proof

    return _read(path, read_inclusion_proof)


def consistency_proof_in(path: str) -> "ConsistencyProof":
    """Return the proof of growth that a file holds. Raises KeptFileRefused, which names the file, where it holds none."""
    from events.proofs.proof_files import read_consistency_proof

    return _read(path, read_consistency_proof)


def _read(path: str, read: "Callable[[bytes], Proof]") -> "Proof":
    from events.errors import N_
    from events.proofs.errors import KeptFileRefused, ProofRefused

    data = read_input(path)
    try:
        return read(data)
    except ProofRefused as problem:
        raise KeptFileRefused(N_("{name}: {problem}"), name=path, problem=problem) from None


def trusted_keys(options: Namespace) -> dict[bytes, str]:
    """Return the public keys (32 bytes) that --trust names, each with the name of its file. Raises KeptFileRefused where a
    file cannot be read, RefusedEvent where it holds no key.
    """
    from events.proofs.ssh_keys import read_public_key

    return {read_public_key(read_input(file).decode("utf-8", "replace")).raw: Path(file).name for file in options.trust}


def tell_signatures(signed: "SignedCheckpoint", trusted: Mapping[bytes, str]) -> Iterator[str]:
    """Return who signed or cosigned a checkpoint, of those whose keys are trusted, and when a witness says to have.

    Raises NoteRefused where such a signature is false.
    """
    from events.moments import timestamp_of
    from events.proofs.notes import verified_signatures
    from governance.wording.speaking import moment

    if not signed.note.signatures:
        yield _("The checkpoint is not signed.")
        return
    known = _verifiers(signed, trusted)
    known_ids = {(verifier.name, verifier.key_id) for verifier in known}
    named = [held for held in signed.note.signatures if (held.name, held.key_id) in known_ids]
    good = verified_signatures(signed.note, known) if named else []
    for one in good:
        if one.time is None:
            yield _("Signed by {name}.").format(name=known[one.verifier])
        else:
            told = _("Cosigned by {witness} on {when} (key: {key}).")
            at = timestamp_of(one.time)
            when = moment(at) if at is not None else "?"
            yield told.format(witness=one.verifier.name, when=when, key=known[one.verifier])
    if len(signed.note.signatures) > len(good):
        unknown = len(signed.note.signatures) - len(good)
        yield _("Signatures of keys that are not known here: {count}.").format(count=unknown)


def _verifiers(signed: "SignedCheckpoint", trusted: Mapping[bytes, str]) -> "dict[Verifier, str]":
    from events.proofs.notes import COSIGNATURE_KIND, Verifier

    origin, witnesses = signed.checkpoint.origin, {held.name for held in signed.note.signatures}
    return {
        **{Verifier(origin, public): name for public, name in trusted.items()},
        **{Verifier(one, public, COSIGNATURE_KIND): name for public, name in trusted.items() for one in witnesses},
    }
