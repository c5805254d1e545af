"""Sign-off of minutes: what a person signs, and whether a signature in the book is good.

What is signed is canonical JSON with these fields, which an auditor can put together by hand from the book:

- ``book`` and ``meeting``: the book's name and the meeting's id
- ``issued``: the number of the entry that issued the minutes
- ``document_sha256``: the digest of the document that this entry names, lower-case hexadecimal
- ``size`` and ``root``: how many entries the book had when it was signed, and the root over them (base64)
- ``reservation``: the salted digest of the reservation (RFC 9901 section 4.2.3, under the name ``/reservation``), or null

The signature is an SSHSIG of OpenSSH's in the namespace ``minutes@referat.invalid``, so ``ssh-keygen -Y verify`` checks it.
"""

from typing import Literal

from events.catalogue import SignOff
from events.entry import canonical
from events.errors import ReferatError
from events.ids import KeyId
from events.proofs.checkpoints import Checkpoint
from events.proofs.encoding import encoded
from events.proofs.errors import ProofRefused
from events.proofs.ssh_keys import PrivateKey, read_public_key
from events.proofs.ssh_signatures import ssh_signature, verify_ssh_signature
from events.text import ERASED, WITHHELD
from events.words import Salts, digest, random_salts
from governance.state.fold import Fold, Meeting
from governance.state.proceedings import Signing

NAMESPACE = "minutes@referat.invalid"
"""The namespace of the signatures: one made for something else is none on minutes."""

RESERVATION = "/reservation"

Fault = Literal["key-unknown", "key-of-another", "key-revoked", "reservation-differs", "other-minutes"]
"""Why a signature is not good: the book knows no such key, it is somebody else's, it had been revoked, the reservation
that the book tells is not the one that was signed, or what was signed is not these minutes.
"""


def statement(book: str, meeting: Meeting, sign_off: SignOff) -> bytes:
    """Return what is signed, as canonical JSON without white space."""
    return _statement(book, meeting, sign_off.size, sign_off.root, sign_off.reservation_digest)


def _statement(book: str, meeting: Meeting, size: int, root: str, reservation: str | None) -> bytes:
    return canonical(
        {
            "book": book,
            "meeting": meeting.id,
            "issued": meeting.issued_in,
            "document_sha256": meeting.issued_sha256,
            "size": size,
            "root": root,
            "reservation": reservation,
        }
    )


def signed_off(
    book: str,
    meeting: Meeting,
    key: KeyId,
    private: PrivateKey,
    over: Checkpoint,
    reservation: str | None,
    salts: Salts = random_salts,
) -> SignOff:
    """Return the signature of a key on the minutes of a meeting, with a reservation where one is made."""
    salt = salts(1)[0] if reservation is not None else None
    held = digest(salt, RESERVATION, reservation) if salt is not None and reservation is not None else None
    root = encoded(over.root)
    message = _statement(book, meeting, over.size, root, held)
    return SignOff(
        key=key,
        size=over.size,
        root=root,
        signature=ssh_signature(message, NAMESPACE, private.public, private.sign),
        reservation_digest=held,
        reservation_salt=salt,
    )


def fault_in(fold: Fold, meeting: Meeting, signing: Signing) -> Fault | None:
    """Return why a signature that was made with a key is not good, or None where it is (or was made on paper)."""
    sign_off = signing.sign_off
    if sign_off is None:
        return None
    held = fold.keys.get(sign_off.key)
    if held is None or held.number >= signing.number:
        return "key-unknown"
    if held.person != signing.person:
        return "key-of-another"
    if not held.counts_at(signing.number):
        return "key-revoked"
    if not _same_reservation(signing.reservation, sign_off):
        return "reservation-differs"
    try:
        public = read_public_key(held.public_key)
        verify_ssh_signature(sign_off.signature, statement(fold.book, meeting, sign_off), NAMESPACE, public)
    except ProofRefused:
        return "other-minutes"
    except ReferatError:
        return "key-unknown"
    return None


def _same_reservation(reservation: str | None, sign_off: SignOff) -> bool:
    """Tell whether the reservation in the book is the one that was signed; words that are missing are not held against it."""
    salt = sign_off.reservation_salt
    if reservation is None or sign_off.reservation_digest is None:
        return reservation is None and sign_off.reservation_digest is None
    if {reservation, salt} & {ERASED, WITHHELD, None}:
        return True
    return digest(salt or "", RESERVATION, reservation) == sign_off.reservation_digest
