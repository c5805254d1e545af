"""Whose keys count: while they are folded, and as they are published."""

import msgspec

from events.ids import KeyId, PersonId
from events.moments import Effective, order_of
from governance.state.published import Published


class Enrolment(msgspec.Struct, gc=False):
    """A key of a person: in force from entry ``number`` until entry ``revoked_in``, where it was revoked."""

    id: KeyId
    person: PersonId
    public_key: str
    number: int
    effective: Effective | None
    revoked_in: int | None = None
    revoked: Effective | None = None
    reason: str | None = None

    def counts_at(self, number: int) -> bool:
        """Tell whether what entry ``number`` says with this key counts."""
        return self.number < number and (self.revoked_in is None or number < self.revoked_in)


class Key(Published, frozen=True, kw_only=True):
    """A key with which a person signs, as OpenSSH writes it, and from when to when it counted."""

    id: str
    person: str
    public_key: str
    enrolled_on: str | None
    revoked_on: str | None
    revoked_because: str | None


def published(held: Enrolment) -> Key:
    """Return a key as it is published."""
    return Key(
        id=held.id,
        person=held.person,
        public_key=held.public_key,
        enrolled_on=order_of(held.effective)[:10] or None,
        revoked_on=order_of(held.revoked)[:10] or None,
        revoked_because=held.reason,
    )
