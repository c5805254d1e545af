"""Folding an entry into the state: one small function for each event."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    AgendaItemMoved,
    AgendaItemWithdrawn,
    AgendaSent,
    AmendmentMoved,
    AnswerReceived,
    ApplicationSent,
    AttendanceRecorded,
    CasePresented,
    CompositionReported,
    CouncilDissolved,
    CouncilEstablished,
    CouncilRenamed,
    DisqualificationDecided,
    DisqualificationRaised,
    DissentEntered,
    DocumentAttached,
    DocumentSent,
    EntryCorrected,
    EntryStruck,
    Event,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    ExternalBodyRenamed,
    FocusAreaChosen,
    GuestAttended,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemOpened,
    ItemPostponed,
    ItemRecommended,
    ItemReopened,
    ItemSentBack,
    KeyEnrolled,
    KeyRevoked,
    LateItemAccepted,
    LateItemRefused,
    LeaveEnded,
    LeaveGranted,
    MatterOpened,
    MeetingCalled,
    MeetingCancelled,
    MeetingClosed,
    MeetingInterrupted,
    MeetingOpened,
    MeetingRescheduled,
    MeetingResumed,
    MeetingScheduled,
    MemberAppointed,
    MemberArrived,
    MemberLeft,
    MemberReappointed,
    MembershipEnded,
    MemberWelcomed,
    MinutesApproved,
    MinutesIssued,
    MinutesSigned,
    NoteWritten,
    NothingRaised,
    OfficeEnded,
    OfficerElected,
    OrdstyrerElected,
    PersonRegistered,
    PersonRenamed,
    PlanAdopted,
    PlanProposed,
    ProposalMade,
    QuestionsSent,
    ReferentNamed,
    RemarkRecorded,
    ReportGiven,
    RepresentationEnded,
    RepresentativeElected,
    RulesAdopted,
    StandInCalled,
    StandInListed,
    StandInRemoved,
    StatementEntered,
    TaskAgreed,
    TaskChanged,
    TaskCompleted,
    VoteHeld,
    WordsErased,
    WorkingGroupChanged,
    WorkingGroupDissolved,
    WorkingGroupFormed,
)
from events.entry import Entry
from events.moments import is_exact
from governance.state.evolving import (
    agenda,
    council,
    debate,
    followup,
    items,
    keys,
    meeting,
    membership,
    naming,
    offices,
    presence,
    statements,
)
from governance.state.fold import Fold


def evolve(fold: Fold, entry: Entry) -> Fold:
    """Return the state after the entry. The fold is changed in place; the entry is the next one in force.

    Raises TypeError for an event that nobody here knows.
    """
    event = entry.event
    fold_in = _FOLD_IN.get(type(event))
    if fold_in is None:
        raise TypeError(f"no way to fold {type(event).__name__}")
    fold_in(fold, event, entry)
    effective = entry.effective
    if effective is not None and effective[:10] > fold.horizon and is_exact(effective):
        fold.horizon = effective[:10]
    fold.number = entry.number
    fold.as_of = entry.recorded_at
    return fold


def _remark_recorded(fold: Fold, event: RemarkRecorded, _entry: Entry) -> None:
    fold.remarks.append((event.entry, event.text))


def _words_erased(fold: Fold, event: WordsErased, _entry: Entry) -> None:
    fold.erasures.append(event)


def _document_attached(fold: Fold, event: DocumentAttached, entry: Entry) -> None:
    fold.attachments[entry.number] = event


def _amendment(_fold: Fold, _event: EntryStruck | EntryCorrected, _entry: Entry) -> None:
    """An amendment acts at the place of the entry it names, which the replay has seen to."""


_FOLD_IN: dict[type[Event], Callable[[Fold, Any, Entry], None]] = {
    CouncilEstablished: council.council_established,
    CouncilRenamed: naming.council_renamed,
    CouncilDissolved: council.council_dissolved,
    RulesAdopted: council.rules_adopted,
    PersonRegistered: council.person_registered,
    PersonRenamed: naming.person_renamed,
    MemberAppointed: membership.member_appointed,
    MemberReappointed: membership.member_reappointed,
    MembershipEnded: membership.membership_ended,
    MemberWelcomed: membership.member_welcomed,
    LeaveGranted: membership.on_leave,
    LeaveEnded: membership.on_leave,
    StandInListed: membership.stand_in_listed,
    StandInRemoved: membership.stand_in_listed,
    StandInCalled: membership.stand_in_called,
    OfficerElected: offices.officer,
    OfficeEnded: offices.officer,
    RepresentativeElected: offices.representative,
    RepresentationEnded: offices.representative,
    ExternalBodyRegistered: council.body_registered,
    ExternalBodyAbbreviated: council.body_abbreviated,
    ExternalBodyRenamed: naming.body_renamed,
    MeetingScheduled: meeting.meeting_scheduled,
    MeetingRescheduled: meeting.meeting_rescheduled,
    MeetingCalled: meeting.meeting_called,
    MeetingCancelled: meeting.meeting_cancelled,
    MeetingOpened: meeting.meeting_opened,
    MeetingClosed: meeting.meeting_closed,
    MeetingInterrupted: presence.meeting_interrupted,
    MeetingResumed: presence.meeting_resumed,
    AttendanceRecorded: presence.attendance_recorded,
    MemberArrived: presence.member_moved,
    MemberLeft: presence.member_moved,
    GuestAttended: presence.guest_attended,
    DisqualificationRaised: presence.disqualification_raised,
    DisqualificationDecided: presence.disqualification_decided,
    ReferentNamed: meeting.referent_named,
    OrdstyrerElected: meeting.ordstyrer_elected,
    MatterOpened: meeting.matter_opened,
    AgendaItemAdded: meeting.agenda_item_added,
    AgendaItemChanged: meeting.agenda_item_changed,
    AgendaItemMoved: agenda.item_moved,
    AgendaItemWithdrawn: agenda.item_withdrawn,
    AgendaSent: agenda.agenda_sent,
    LateItemAccepted: agenda.late_item_accepted,
    LateItemRefused: agenda.late_item_refused,
    AgendaApproved: meeting.agenda_approved,
    MinutesIssued: meeting.minutes_issued,
    MinutesApproved: meeting.minutes_approved,
    MinutesSigned: meeting.minutes_signed,
    KeyEnrolled: keys.key_enrolled,
    KeyRevoked: keys.key_revoked,
    NoteWritten: statements.note_written,
    ItemOpened: debate.item_opened,
    ItemReopened: debate.item_reopened,
    CasePresented: debate.case_presented,
    ProposalMade: debate.proposed,
    AmendmentMoved: debate.proposed,
    VoteHeld: debate.vote_held,
    ItemRecommended: debate.item_recommended,
    ItemSentBack: debate.item_sent_back,
    StatementEntered: debate.entered,
    DissentEntered: debate.entered,
    ItemDecided: items.item_decided,
    ItemNoted: items.item_noted,
    ItemDiscussed: items.item_discussed,
    ItemContinued: items.item_continued,
    ItemPostponed: items.item_postponed,
    NothingRaised: items.nothing_raised,
    WorkingGroupFormed: followup.group_formed,
    WorkingGroupChanged: followup.group_changed,
    WorkingGroupDissolved: followup.group_dissolved,
    FocusAreaChosen: followup.focus_area_chosen,
    PlanProposed: followup.plan_proposed,
    PlanAdopted: followup.plan_adopted,
    TaskAgreed: followup.task_agreed,
    TaskChanged: followup.task_changed,
    TaskCompleted: followup.task_completed,
    DocumentSent: followup.dispatched,
    QuestionsSent: followup.dispatched,
    ApplicationSent: followup.dispatched,
    AnswerReceived: followup.answer_received,
    ReportGiven: items.report_given,
    CompositionReported: items.composition_reported,
    EntryStruck: _amendment,
    EntryCorrected: _amendment,
    RemarkRecorded: _remark_recorded,
    WordsErased: _words_erased,
    DocumentAttached: _document_attached,
}
