"""What happened under an item: notes, decisions, postponement."""

from enum import StrEnum

from events.event import Date, Told
from events.ids import ItemId, MeetingId
from events.moments import Period
from events.words import Text, Word


class NoteWritten(Told, frozen=True, kw_only=True):
    """A note was written under an item, or, without an item, about the meeting itself (before item 1).

    ``bulleted`` says that it stands as a point of a list.
    """

    meeting: MeetingId
    item: ItemId | None = None
    bulleted: bool = False


class DecisionOutcome(StrEnum):
    """How a decision turned out: plainly approved, something decided, someone elected, or refused."""

    APPROVED = "approved"
    DECIDED = "decided"
    ELECTED = "elected"
    REJECTED = "rejected"


class ItemDecided(Told, frozen=True, kw_only=True):
    """The council decided on an item."""

    item: ItemId
    outcome: DecisionOutcome = DecisionOutcome.DECIDED


class ItemNoted(Told, frozen=True, kw_only=True):
    """An item was taken note of (taget til efterretning), or was for information only."""

    item: ItemId


class ItemDiscussed(Told, frozen=True, kw_only=True):
    """An item was discussed without a decision (drøftet)."""

    item: ItemId


class ItemContinued(Told, frozen=True, kw_only=True):
    """Work on an item goes on: to a meeting where one was picked, or to a time where one was named."""

    item: ItemId
    to_meeting: MeetingId | None = None
    to_period: Period | None = None


class ItemPostponed(Told, frozen=True, kw_only=True):
    """An item was put off (udsat): the same matter comes back on a later agenda.

    ``to_meeting`` is the meeting where one was picked, ``to_date`` the day where one was named; ``until`` is what was
    said, e.g. "næste møde".
    """

    item: ItemId
    to_meeting: MeetingId | None = None
    to_date: Date | None = None
    until: Word | None = None
    reason: Text | None = None


class NothingRaised(Told, frozen=True, kw_only=True):
    """Nothing was raised under an item (intet)."""

    item: ItemId
