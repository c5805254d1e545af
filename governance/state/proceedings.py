"""What happens at a meeting, while it is being folded: coming and going, breaks, guests, disqualification, signatures."""

import msgspec

from events.catalogue import SignOff
from events.ids import ItemId, PersonId
from events.moments import Effective, is_exact


class Movement(msgspec.Struct, frozen=True, gc=False):
    """A member came or went: at ``time`` (of day), or with ``item``: came as it began, went when it was done."""

    arrived: bool
    time: str | None
    item: ItemId | None


class Sending(msgspec.Struct, frozen=True, gc=False):
    """The agenda went out with these items."""

    effective: Effective | None
    items: tuple[ItemId, ...]


class Interruption(msgspec.Struct, gc=False):
    """A meeting was interrupted, and went on again where it did."""

    begun: Effective | None
    item: ItemId | None
    resumed: bool = False
    ended: Effective | None = None
    resumed_in: ItemId | None = None


class Opening(msgspec.Struct, frozen=True, gc=False):
    """The meeting turned to an item, or came back to it."""

    effective: Effective | None
    again: bool


class Disqualification(msgspec.Struct, gc=False):
    """Whether a member is inhabil under an item: raised, and decided where it was."""

    reason: str | None = None
    disqualified: bool | None = None


class Signing(msgspec.Struct, frozen=True, gc=False):
    """A person signed the minutes, as entry ``number`` says; ``sign_off`` is the signature where it was made with a key."""

    person: PersonId
    effective: Effective | None
    reservation: str | None
    number: int = 0
    sign_off: SignOff | None = None


def time_of(effective: Effective | None) -> str | None:
    """Return the time of day of an effective time, or None where it has none."""
    return effective[11:16] or None if effective is not None and is_exact(effective) else None
