"""The minutes (referat) of a meeting: issued, approved and signed."""

from enum import StrEnum

import msgspec

from events.event import Date, Event, Sha256, SshSignature, Told, TreeRoot, WordDigest
from events.ids import ItemId, KeyId, MeetingId, PersonId
from events.words import Text, Word


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


class SignOff(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """A signature made with an enrolled key: an SSHSIG over the canonical JSON of book, meeting, the entry that issued
    the minutes, the document's SHA-256, ``size`` and ``root`` of the book when it was signed, and the reservation.

    What is signed is the salted digest of the reservation, so that the signature holds after its words are erased. The
    salt is a word like the reservation and is erased with it.
    """

    key: KeyId
    size: int
    root: TreeRoot
    signature: SshSignature
    reservation_digest: WordDigest | None = None
    reservation_salt: Word | None = None


class MinutesSigned(Event, frozen=True, kw_only=True):
    """A person signed the minutes of a meeting on the effective date, with a ``reservation`` (forbehold) where one was made.

    A signature attests that the person was there and that the minutes are right (statement 83.1.15). Without a
    ``sign_off`` it stands on paper, and the book only tells of it.
    """

    meeting: MeetingId
    person: PersonId
    reservation: Text | None = None
    sign_off: SignOff | None = None
