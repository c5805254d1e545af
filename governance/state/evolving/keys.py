"""Folding: whose keys count."""

from events.catalogue import KeyEnrolled, KeyRevoked
from events.entry import Entry
from events.ids import KeyId, made_by
from governance.state.fold import Fold
from governance.state.keys import Enrolment


def key_enrolled(fold: Fold, event: KeyEnrolled, entry: Entry) -> None:
    """A key counts."""
    identifier = made_by(KeyId, entry.number)
    fold.keys[identifier] = Enrolment(identifier, event.person, event.public_key, entry.number, entry.effective)


def key_revoked(fold: Fold, event: KeyRevoked, entry: Entry) -> None:
    """A key counts no more."""
    held = fold.keys.get(event.key)
    if held is not None:
        held.revoked_in, held.revoked, held.reason = entry.number, entry.effective, event.reason
