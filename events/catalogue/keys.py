"""Whose keys count in a book: enrolled and revoked by entries of it."""

from events.event import Event, PublicKey
from events.ids import KeyId, PersonId
from events.words import Text


class KeyEnrolled(Event, frozen=True, kw_only=True):
    """From here on, signatures and checkpoints made with this key count as this person's."""

    introduces = KeyId

    person: PersonId
    public_key: PublicKey


class KeyRevoked(Event, frozen=True, kw_only=True):
    """From here on, nothing that is signed with this key counts; what was signed before stands.

    The effective date is the day from which the key may have been in other hands.
    """

    key: KeyId
    reason: Text | None = None
