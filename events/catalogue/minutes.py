"""The minutes (referat) of a meeting: issued and approved."""

from events.event import Date, Event, Sha256, Told
from events.ids import ItemId, MeetingId


class MinutesIssued(Event, frozen=True, kw_only=True):
    """The minutes of a meeting were issued: they tell the book up to entry ``through``, as the document with this
    SHA-256 (lower-case hex). For minutes taken over from a file it is the file's.
    """

    meeting: MeetingId
    through: int
    document_sha256: Sha256


class MinutesApproved(Told, frozen=True, kw_only=True):
    """The minutes of an earlier meeting were approved at ``meeting``.

    ``of`` is the day of the meeting whose minutes they are, which the book need not hold; without it they are those of
    the meeting before. ``corrections`` are the numbers of the entries (strikes and corrections) that the approval takes in.
    """

    meeting: MeetingId
    of: Date | None = None
    item: ItemId | None = None
    corrections: tuple[int, ...] = ()
