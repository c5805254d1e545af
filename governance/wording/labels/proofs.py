"""What the fields about keys, signatures, erased words and attached documents are called on the screen."""

from events.errors import N_

FIELDS: dict[str, str] = {
    "fields": N_("Words erased"),
    "key": N_("Key"),
    "recorded_by": N_("Recorded by"),
    "public_key": N_("Public key"),
    "reservation_digest": N_("Reservation (digest that is signed)"),
    "reservation_salt": N_("Reservation (salt of the digest)"),
    "root": N_("Root of the log"),
    "sha256": N_("SHA-256 of the file"),
    "sign_off": N_("Signed with a key"),
    "signature": N_("Signature"),
    "size": N_("Entries in the book when it was signed"),
    "DocumentAttached.name": N_("File"),
    "DocumentAttached.size": N_("Size in bytes"),
    "KeyEnrolled.person": N_("Whose key"),
    "WordsErased.authority": N_("Decided by"),
    "WordsErased.basis": N_("Legal basis"),
}
