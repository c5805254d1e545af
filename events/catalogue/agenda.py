"""The agenda (dagsorden) of a meeting, and the matters (sager) that live on across meetings."""

from enum import StrEnum
from typing import ClassVar

from events.event import Count, Event, ItemNumber, Told
from events.ids import BodyId, ItemId, MatterId, MeetingId, PersonId
from events.words import Text, Word


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


class AgendaItemMoved(Told, frozen=True, kw_only=True):
    """An item was moved on its agenda: to stand before another item, or last."""

    item: ItemId
    before: ItemId | None = None


class AgendaItemWithdrawn(Told, frozen=True, kw_only=True):
    """An item was taken off the agenda (udgår, trukket) before it was dealt with."""

    item: ItemId
    reason: Text | None = None


class AgendaSent(Event, frozen=True, kw_only=True):
    """The agenda of a meeting was sent to the members on the effective date, with its items as they then stood."""

    meeting: MeetingId


class LateItemAccepted(Told, frozen=True, kw_only=True):
    """The meeting took up an item that was not on the agenda sent out; ``votes`` tells how many were for it."""

    item: ItemId
    votes: Count | None = None


class LateItemRefused(Told, frozen=True, kw_only=True):
    """The meeting did not take up an item that somebody wanted on the agenda."""

    meeting: MeetingId
    title: Word
    proposed_by: PersonId | None = None


class AgendaApproved(Told, frozen=True, kw_only=True):
    """The agenda of a meeting was approved, with changes or without."""

    meeting: MeetingId
    item: ItemId | None = None
    changed: bool = False
