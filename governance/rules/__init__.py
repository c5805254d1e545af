"""The rules: what may be recorded in the state that a book is in.

``decide`` is pure: it takes the state and an act and returns the acts to record, completed with what the rules supply
(the effective date, the usual wording, a number on the agenda), or raises RuleRefused. Nonsense is refused; what is
merely irregular is recorded, because a minute book must be able to say what happened.
"""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from events.border import cleaned
from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    AgendaItemMoved,
    AgendaItemWithdrawn,
    AgendaSent,
    AmendmentMoved,
    AnswerReceived,
    AnyEvent,
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
    Told,
    VoteHeld,
    WordsErased,
    WorkingGroupChanged,
    WorkingGroupDissolved,
    WorkingGroupFormed,
)
from events.errors import N_
from events.moments import OPEN, Effective, order_of, require_effective
from governance.rules import (
    agenda,
    attachments,
    council,
    debate,
    followup,
    items,
    keys,
    meeting,
    membership,
    minutes,
    naming,
    offices,
    presence,
    record,
    stand_ins,
    voting,
)
from governance.rules.act import Act, History, RuleRefused
from governance.rules.timing import default_effective
from governance.state.fold import Fold
from governance.state.naming import named_on
from governance.wording.sentences import sentence

Rule = Callable[[Fold, Any, Effective | None], Any]
RecordRule = Callable[[Fold, Any, History], Any]


def decide(fold: Fold, act: Act, *, today: str, history: History) -> list[Act]:
    """Return what is to be recorded for an act, in order. ``today`` is the council's day (ISO date).

    Raises RuleRefused where the rules do not allow it, RefusedEvent or RefusedText where a field is not of its form.
    """
    event: AnyEvent = cleaned(act.event)
    if fold.council is None and not isinstance(event, CouncilEstablished):
        raise RuleRefused(N_("The first entry of a book says whose book it is: record CouncilEstablished first."))
    effective = require_effective(act.effective) if act.effective else default_effective(fold, event, today)
    if type(event) in _RECORD_RULES:
        decided: Sequence[AnyEvent] = [_decided_on_record(fold, event, history)]
    else:
        decided = _decided(fold, event, effective)
        if act.provenance is None:
            minutes.require_not_issued(fold, event)
    return [
        Act(
            event=one,
            effective=effective if one is decided[-1] else _known_by(effective),
            provenance=act.provenance,
        )
        for one in decided
    ]


def _decided(fold: Fold, event: AnyEvent, effective: Effective | None) -> Sequence[AnyEvent]:
    rule = _RULES.get(type(event))
    if rule is None:
        raise TypeError(f"no rule for {type(event).__name__}")
    if isinstance(event, Told):
        _check_telling(fold, event)
    decided = rule(fold, event, effective)
    named = named_on(fold, order_of(effective)[:10])
    return [_worded(named, one, effective) for one in (decided if isinstance(decided, list) else [decided])]


def _check_telling(fold: Fold, event: Told) -> None:
    if event.told_in is None:
        return
    if event.text is not None:
        raise RuleRefused(N_("Give either a text, or the statement that tells it already, not both."))
    scope = fold.statements.get(event.told_in)
    mine = {getattr(event, name, None) for name in ("item", "meeting", "agreed_in")} - {None}
    if scope is None or scope not in mine:
        raise RuleRefused(N_("There is no statement {id} under this item or meeting."), id=event.told_in)


def _worded(fold: Fold, event: AnyEvent, effective: Effective | None) -> AnyEvent:
    if not isinstance(event, Told) or event.text is not None or event.told_in is not None:
        return event
    text = sentence(fold, event, effective)
    return event if text is None else msgspec.structs.replace(event, text=text)


def _decided_on_record(fold: Fold, event: AnyEvent, history: History) -> AnyEvent:
    decided: AnyEvent = _RECORD_RULES[type(event)](fold, event, history)
    if not isinstance(decided, EntryCorrected):
        return decided
    before = history.without(decided.entry)
    original = history.entry(decided.entry)
    effective = decided.effective or (original.effective if original is not None else None)
    replaced = _decided(before, _with_matter(decided.replacement, original), effective)
    if len(replaced) != 1:
        raise RuleRefused(N_("The replacement needs a matter. Name it, as the entry does."))
    return msgspec.structs.replace(decided, replacement=replaced[0])


def _with_matter(replacement: AnyEvent, original: Any) -> AnyEvent:
    if not isinstance(replacement, AgendaItemAdded) or replacement.matter is not None or original is None:
        return replacement
    held = getattr(original.event, "matter", None)
    number = replacement.number or getattr(original.event, "number", None)
    return msgspec.structs.replace(replacement, matter=None if replacement.standing else held, number=number)


def _known_by(effective: Effective | None) -> Effective | None:
    """Return the time of what was opened along with something else: no later than that."""
    day = order_of(effective)
    return Effective(f"{OPEN}/{day[:10]}") if day else None


_RULES: dict[type[Event], Rule] = {
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
    LeaveGranted: membership.leave_granted,
    LeaveEnded: membership.leave_ended,
    StandInListed: stand_ins.stand_in_listed,
    StandInRemoved: stand_ins.stand_in_removed,
    StandInCalled: stand_ins.stand_in_called,
    OfficerElected: offices.officer_elected,
    OfficeEnded: offices.office_ended,
    RepresentativeElected: offices.representative_elected,
    RepresentationEnded: offices.representation_ended,
    ExternalBodyRegistered: naming.body_registered,
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
    MemberArrived: presence.member_arrived,
    MemberLeft: presence.member_left,
    GuestAttended: presence.guest_attended,
    DisqualificationRaised: presence.disqualification_raised,
    DisqualificationDecided: presence.disqualification_decided,
    ReferentNamed: meeting.referent_named,
    OrdstyrerElected: meeting.ordstyrer_elected,
    MatterOpened: agenda.matter_opened,
    AgendaItemAdded: agenda.agenda_item_added,
    AgendaItemChanged: agenda.agenda_item_changed,
    AgendaItemMoved: agenda.item_moved,
    AgendaItemWithdrawn: agenda.item_withdrawn,
    AgendaSent: agenda.agenda_sent,
    LateItemAccepted: agenda.late_item_accepted,
    LateItemRefused: agenda.late_item_refused,
    AgendaApproved: agenda.agenda_approved,
    NoteWritten: items.note_written,
    ItemOpened: debate.item_opened,
    ItemReopened: debate.item_reopened,
    CasePresented: debate.case_presented,
    ProposalMade: voting.proposal_made,
    AmendmentMoved: voting.amendment_moved,
    VoteHeld: voting.vote_held,
    ItemRecommended: debate.passed_on,
    ItemSentBack: debate.passed_on,
    StatementEntered: debate.statement_entered,
    DissentEntered: debate.dissent_entered,
    ItemDecided: items.under_item,
    ItemNoted: items.under_item,
    ItemDiscussed: items.under_item,
    NothingRaised: items.under_item,
    PlanProposed: items.under_item,
    ItemContinued: items.item_continued,
    ItemPostponed: items.item_postponed,
    WorkingGroupFormed: followup.group_formed,
    WorkingGroupChanged: followup.group_changed,
    WorkingGroupDissolved: followup.group_dissolved,
    FocusAreaChosen: followup.focus_area_chosen,
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
    MinutesIssued: minutes.minutes_issued,
    MinutesApproved: minutes.minutes_approved,
    MinutesSigned: minutes.minutes_signed,
    KeyEnrolled: keys.key_enrolled,
    KeyRevoked: keys.key_revoked,
    DocumentAttached: attachments.document_attached,
}
_RECORD_RULES: dict[type[Event], RecordRule] = {
    EntryStruck: record.entry_struck,
    EntryCorrected: record.entry_corrected,
    RemarkRecorded: record.remark_recorded,
    WordsErased: record.words_erased,
}
