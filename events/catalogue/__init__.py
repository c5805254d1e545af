"""The catalogue of events, grouped by topic. A name in here is a name in the log for ever."""

from typing import get_args

from events.catalogue.agenda import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    ItemKind,
    MatterKind,
    MatterOpened,
)
from events.catalogue.council import CouncilEstablished, CouncilKind
from events.catalogue.external import (
    BodyKind,
    CompositionReported,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    Seats,
)
from events.catalogue.followup import (
    DocumentKind,
    DocumentSent,
    PlanProposed,
    QuestionsSent,
    ReportGiven,
    TaskAgreed,
    WorkingGroupFormed,
)
from events.catalogue.items import (
    DecisionOutcome,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    NoteWritten,
    NothingRaised,
)
from events.catalogue.meeting import (
    AttendanceRecorded,
    AttendanceStatus,
    MeetingArrangement,
    MeetingCalled,
    MeetingCancelled,
    MeetingClosed,
    MeetingOpened,
    MeetingPart,
    MeetingRescheduled,
    MeetingScheduled,
    OrdstyrerElected,
    ReferentNamed,
)
from events.catalogue.membership import MemberAppointed, MembershipEnded, MemberWelcomed, PersonRegistered
from events.catalogue.minutes import MinutesApproved, MinutesIssued
from events.catalogue.record import (
    AnyEvent,
    Authority,
    AuthorityKind,
    Correctable,
    EntryCorrected,
    EntryStruck,
    RemarkRecorded,
)
from events.event import Date, Event, ItemNumber, Sha256, Told

EVENT_TYPES: dict[str, type[Event]] = {event_type.__name__: event_type for event_type in get_args(AnyEvent)}
"""Every event type by its name in the log."""

__all__ = [
    "EVENT_TYPES",
    "AgendaApproved",
    "AgendaItemAdded",
    "AgendaItemChanged",
    "AnyEvent",
    "AttendanceRecorded",
    "AttendanceStatus",
    "Authority",
    "AuthorityKind",
    "BodyKind",
    "CompositionReported",
    "Correctable",
    "CouncilEstablished",
    "CouncilKind",
    "Date",
    "DecisionOutcome",
    "DocumentKind",
    "DocumentSent",
    "EntryCorrected",
    "EntryStruck",
    "Event",
    "ExternalBodyAbbreviated",
    "ExternalBodyRegistered",
    "ItemContinued",
    "ItemDecided",
    "ItemDiscussed",
    "ItemKind",
    "ItemNoted",
    "ItemNumber",
    "ItemPostponed",
    "MatterKind",
    "MatterOpened",
    "MeetingArrangement",
    "MeetingCalled",
    "MeetingCancelled",
    "MeetingClosed",
    "MeetingOpened",
    "MeetingPart",
    "MeetingRescheduled",
    "MeetingScheduled",
    "MemberAppointed",
    "MemberWelcomed",
    "MembershipEnded",
    "MinutesApproved",
    "MinutesIssued",
    "NoteWritten",
    "NothingRaised",
    "OrdstyrerElected",
    "PersonRegistered",
    "PlanProposed",
    "QuestionsSent",
    "ReferentNamed",
    "RemarkRecorded",
    "ReportGiven",
    "Seats",
    "Sha256",
    "TaskAgreed",
    "Told",
    "WorkingGroupFormed",
]
