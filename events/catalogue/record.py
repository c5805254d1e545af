"""Acts on the record itself. Nothing is changed or removed: a mistake is struck or corrected by a later entry."""

from enum import StrEnum

import msgspec

from events.catalogue.agenda import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    AgendaItemMoved,
    AgendaItemWithdrawn,
    AgendaSent,
    LateItemAccepted,
    LateItemRefused,
    MatterOpened,
)
from events.catalogue.attachments import DocumentAttached
from events.catalogue.council import (
    CouncilDissolved,
    CouncilEstablished,
    CouncilRenamed,
    RulesAdopted,
)
from events.catalogue.external import (
    CompositionReported,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    ExternalBodyRenamed,
)
from events.catalogue.followup import (
    AnswerReceived,
    ApplicationSent,
    DocumentSent,
    FocusAreaChosen,
    PlanAdopted,
    PlanProposed,
    QuestionsSent,
    ReportGiven,
    TaskAgreed,
    TaskChanged,
    TaskCompleted,
    WorkingGroupChanged,
    WorkingGroupDissolved,
    WorkingGroupFormed,
)
from events.catalogue.items import (
    AmendmentMoved,
    CasePresented,
    DissentEntered,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemOpened,
    ItemPostponed,
    ItemRecommended,
    ItemReopened,
    ItemSentBack,
    NoteWritten,
    NothingRaised,
    ProposalMade,
    StatementEntered,
    VoteHeld,
)
from events.catalogue.keys import KeyEnrolled, KeyRevoked
from events.catalogue.meeting import (
    AttendanceRecorded,
    DisqualificationDecided,
    DisqualificationRaised,
    GuestAttended,
    MeetingCalled,
    MeetingCancelled,
    MeetingClosed,
    MeetingInterrupted,
    MeetingOpened,
    MeetingRescheduled,
    MeetingResumed,
    MeetingScheduled,
    MemberArrived,
    MemberLeft,
    OrdstyrerElected,
    ReferentNamed,
)
from events.catalogue.membership import (
    LeaveEnded,
    LeaveGranted,
    MemberAppointed,
    MemberReappointed,
    MembershipEnded,
    MemberWelcomed,
    OfficeEnded,
    OfficerElected,
    PersonRegistered,
    PersonRenamed,
    RepresentationEnded,
    RepresentativeElected,
    StandInCalled,
    StandInListed,
    StandInRemoved,
)
from events.catalogue.minutes import (
    MinutesApproved,
    MinutesIssued,
    MinutesSigned,
)
from events.event import Event, Pointer
from events.ids import MeetingId
from events.moments import Effective
from events.words import Text

Correctable = (
    CouncilEstablished
    | CouncilRenamed
    | CouncilDissolved
    | RulesAdopted
    | PersonRegistered
    | MemberAppointed
    | MemberReappointed
    | MembershipEnded
    | LeaveGranted
    | LeaveEnded
    | StandInListed
    | StandInRemoved
    | StandInCalled
    | OfficerElected
    | OfficeEnded
    | RepresentativeElected
    | RepresentationEnded
    | PersonRenamed
    | MemberWelcomed
    | MeetingScheduled
    | MeetingRescheduled
    | MeetingCalled
    | MeetingCancelled
    | MeetingOpened
    | MeetingClosed
    | MeetingInterrupted
    | MeetingResumed
    | AttendanceRecorded
    | MemberArrived
    | MemberLeft
    | GuestAttended
    | DisqualificationRaised
    | DisqualificationDecided
    | ReferentNamed
    | OrdstyrerElected
    | MatterOpened
    | AgendaItemAdded
    | AgendaItemChanged
    | AgendaItemMoved
    | AgendaItemWithdrawn
    | AgendaSent
    | LateItemAccepted
    | LateItemRefused
    | AgendaApproved
    | NoteWritten
    | ItemDecided
    | ItemNoted
    | ItemDiscussed
    | ItemContinued
    | ItemPostponed
    | NothingRaised
    | ItemOpened
    | ItemReopened
    | CasePresented
    | ProposalMade
    | AmendmentMoved
    | VoteHeld
    | ItemRecommended
    | ItemSentBack
    | StatementEntered
    | DissentEntered
    | WorkingGroupFormed
    | PlanProposed
    | TaskAgreed
    | DocumentSent
    | QuestionsSent
    | ReportGiven
    | WorkingGroupChanged
    | WorkingGroupDissolved
    | FocusAreaChosen
    | PlanAdopted
    | TaskChanged
    | TaskCompleted
    | ApplicationSent
    | AnswerReceived
    | ExternalBodyRegistered
    | ExternalBodyAbbreviated
    | CompositionReported
    | ExternalBodyRenamed
    | MinutesIssued
    | MinutesApproved
    | MinutesSigned
    | DocumentAttached
)
"""Every event that states a fact of its own, and so can be corrected; acts on the record are struck instead."""


class AuthorityKind(StrEnum):
    """On what authority issued minutes are struck or corrected."""

    MEETING = "meeting"
    WRITTEN_PROCEDURE = "written-procedure"
    SOURCE = "source"
    """The document that was taken over says otherwise, or is taken back."""


class Authority(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """Who allowed it; ``meeting`` names the meeting where a meeting did."""

    kind: AuthorityKind
    meeting: MeetingId | None = None


class EntryStruck(Event, frozen=True, kw_only=True):
    """An earlier entry counts no more from here on. It stays readable. A strike is never struck."""

    entry: int
    reason: Text
    authority: Authority | None = None


class EntryCorrected(Event, frozen=True, kw_only=True):
    """An earlier entry reads otherwise from here on: ``replacement`` acts in its place and keeps the id it introduced.

    ``effective`` is when the corrected fact took effect; the original's own where it is left out.
    """

    entry: int
    replacement: Correctable
    reason: Text
    effective: Effective | None = None
    authority: Authority | None = None


class RemarkRecorded(Event, frozen=True, kw_only=True):
    """A remark was added to an earlier entry, which it does not change."""

    entry: int
    text: Text


class WordsErased(Event, frozen=True, kw_only=True):
    """Words of an earlier entry were erased for good, with their salts, in the transaction that recorded this.

    ``fields`` are the pointers of the words in the entry's body (``/event/text``, ``/recorded_by``); a bare name such as
    ``text`` is taken for one of the event's fields. ``basis`` is the legal basis, ``authority`` who decided it. The body,
    the log's root and every proof stay as they are.
    """

    entry: int
    fields: tuple[Pointer, ...]
    basis: Text
    authority: Text


AnyEvent = Correctable | EntryStruck | EntryCorrected | RemarkRecorded | WordsErased | KeyEnrolled | KeyRevoked
"""Every event there is, as one tagged union; the tag is the field ``type``."""
