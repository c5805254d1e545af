"""The minutes (referat) of a meeting: issued and approved."""

from enum import StrEnum

from events.event import Date, Event, Sha256, Told
from events.ids import ItemId, MeetingId, PersonId
from events.words import Text


class MinutesIssued(Event, frozen=True, kw_only=True):
    """The minutes of a meeting were issued: they tell the book up to entry ``through``, as the document with this
    SHA-256 (lower-case hex). For minutes taken over from a file it is the file's.
    """

    meeting: MeetingId
    through: int
    document_sha256: Sha256


class ApprovalForm(StrEnum):
    """How minutes were approved, where not at a meeting: nobody objected in time, or members answered in writing."""

    AT_MEETING = "at-meeting"
    SILENCE = "silence"
    WRITTEN = "written"


class MinutesApproved(Told, frozen=True, kw_only=True):
    """The minutes of an earlier meeting were approved at ``meeting``.

    ``of`` is the day of the meeting whose minutes they are, which the book need not hold; without it they are those of
    the meeting before. ``corrections`` are the numbers of the entries (strikes and corrections) that the approval takes in.
    """

    meeting: MeetingId | None = None
    of: Date | None = None
    item: ItemId | None = None
    corrections: tuple[int, ...] = ()
    how: ApprovalForm | None = None


class MinutesSigned(Event, frozen=True, kw_only=True):
    """A person signed the minutes of a meeting on the effective date, with a ``reservation`` (forbehold) where one was made.

    A signature attests that the person was there and that the minutes are right (statement 83.1.15).
    """

    meeting: MeetingId
    person: PersonId
    reservation: Text | None = None
