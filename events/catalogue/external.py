"""Bodies outside the council that its minutes speak of: committees, teams, national councils."""

from enum import StrEnum
from typing import ClassVar

import msgspec

from events.event import Event, Told
from events.ids import BodyId, ItemId
from events.words import Word


class BodyKind(StrEnum):
    """What kind of body it is, where that shows."""

    COMMITTEE = "committee"
    COUNCIL = "council"
    TEAM = "team"
    ADMINISTRATION = "administration"
    OTHER = "other"


class ExternalBodyRegistered(Event, frozen=True, kw_only=True):
    """A body was named for the first time."""

    introduces: ClassVar[type[str] | None] = BodyId

    name: Word
    kind: BodyKind = BodyKind.OTHER


class ExternalBodyAbbreviated(Event, frozen=True, kw_only=True):
    """A body goes by an abbreviation from the effective date on."""

    body: BodyId
    abbreviation: Word


class Seats(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """Some seats of a body and how they are filled."""

    count: int
    basis: Word
    includes_chair: bool = False


class CompositionReported(Told, frozen=True, kw_only=True):
    """It was reported how a body is made up. Reported information: it changes nobody's membership."""

    item: ItemId
    body: BodyId
    seats: tuple[Seats, ...]


class ExternalBodyRenamed(Event, frozen=True, kw_only=True):
    """A body goes by another name from the effective date on."""

    body: BodyId
    name: Word
