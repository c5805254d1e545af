"""The council itself: established."""

from enum import StrEnum

from events.event import Event
from events.words import Word


class CouncilKind(StrEnum):
    """What kind of body keeps the book; it decides which law and which rules apply."""

    MUNICIPAL_COUNCIL = "municipal-council"
    COMMITTEE = "committee"
    INTEGRATION_COUNCIL = "integration-council"
    SENIORS_COUNCIL = "seniors-council"
    DISABILITY_COUNCIL = "disability-council"
    YOUTH_COUNCIL = "youth-council"
    ASSOCIATION_BOARD = "association-board"
    OTHER = "other"


class CouncilEstablished(Event, frozen=True, kw_only=True):
    """The council whose book this is. The first entry of every book, and only that."""

    name: Word
    municipality: Word | None = None
    kind: CouncilKind = CouncilKind.OTHER
