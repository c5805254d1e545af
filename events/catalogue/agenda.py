"""The agenda (dagsorden) of a meeting, and the matters (sager) that live on across meetings."""

from enum import StrEnum
from typing import ClassVar

from events.event import Event, ItemNumber, Told
from events.ids import BodyId, ItemId, MatterId, MeetingId, PersonId
from events.words import Word


class MatterKind(StrEnum):
    """What a matter is about, where that is known."""

    GENERAL = "general"
    APPLICATION = "application"


class MatterOpened(Event, frozen=True, kw_only=True):
    """A matter (sag) came up that lives on until it is done, on as many agendas as it takes.

    ``addressee`` is the body that an application is meant for.
    """

    introduces: ClassVar[type[str] | None] = MatterId

    title: Word
    kind: MatterKind = MatterKind.GENERAL
    addressee: BodyId | None = None


class ItemKind(StrEnum):
    """What an item on the agenda calls for."""

    APPROVAL = "approval"
    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
    ELECTION = "election"
    NEXT_MEETING = "next-meeting"
    ANY_OTHER_BUSINESS = "any-other-business"


class AgendaItemAdded(Event, frozen=True, kw_only=True):
    """An item came onto the agenda of a meeting.

    A ``standing`` item (approval of the agenda, any other business) has no matter; every other one takes up a matter,
    a new one where none is named. ``number`` is as written; without one
    the item is numbered by its place. ``presenter`` is who presents it; ``closed`` means behind
    closed doors.
    """

    introduces: ClassVar[type[str] | None] = ItemId

    meeting: MeetingId
    title: Word
    number: ItemNumber | None = None
    kind: ItemKind = ItemKind.DISCUSSION
    standing: bool = False
    matter: MatterId | None = None
    presenter: PersonId | None = None
    closed: bool = False


class AgendaItemChanged(Event, frozen=True, kw_only=True):
    """An item was stated anew: renumbered, retitled, or more is known. What is left out stays as it was."""

    item: ItemId
    meeting: MeetingId | None = None
    title: Word | None = None
    number: ItemNumber | None = None
    kind: ItemKind | None = None
    matter: MatterId | None = None
    presenter: PersonId | None = None
    closed: bool | None = None


class AgendaApproved(Told, frozen=True, kw_only=True):
    """The agenda of a meeting was approved, with changes or without."""

    meeting: MeetingId
    item: ItemId | None = None
    changed: bool = False
