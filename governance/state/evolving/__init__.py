"""Folding an entry into the state: one small function for each event."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    AttendanceRecorded,
    CompositionReported,
    CouncilEstablished,
    DocumentSent,
    EntryCorrected,
    EntryStruck,
    Event,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    MatterOpened,
    MeetingCalled,
    MeetingCancelled,
    MeetingClosed,
    MeetingOpened,
    MeetingRescheduled,
    MeetingScheduled,
    MemberAppointed,
    MembershipEnded,
    MemberWelcomed,
    MinutesApproved,
    MinutesIssued,
    NoteWritten,
    NothingRaised,
    OrdstyrerElected,
    PersonRegistered,
    PlanProposed,
    QuestionsSent,
    ReferentNamed,
    RemarkRecorded,
    ReportGiven,
    TaskAgreed,
    WorkingGroupFormed,
)
from events.entry import Entry
from events.moments import is_exact
from governance.state.evolving import council, items, meeting, statements
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


def _amendment(_fold: Fold, _event: EntryStruck | EntryCorrected, _entry: Entry) -> None:
    """An amendment acts at the place of the entry it names, which the replay has seen to."""


_FOLD_IN: dict[type[Event], Callable[[Fold, Any, Entry], None]] = {
    CouncilEstablished: council.council_established,
    PersonRegistered: council.person_registered,
    MemberAppointed: council.member_appointed,
    MembershipEnded: council.membership_ended,
    MemberWelcomed: council.member_welcomed,
    ExternalBodyRegistered: council.body_registered,
    ExternalBodyAbbreviated: council.body_abbreviated,
    MeetingScheduled: meeting.meeting_scheduled,
    MeetingRescheduled: meeting.meeting_rescheduled,
    MeetingCalled: meeting.meeting_called,
    MeetingCancelled: meeting.meeting_cancelled,
    MeetingOpened: meeting.meeting_opened,
    MeetingClosed: meeting.meeting_closed,
    AttendanceRecorded: meeting.attendance_recorded,
    ReferentNamed: meeting.referent_named,
    OrdstyrerElected: meeting.ordstyrer_elected,
    MatterOpened: meeting.matter_opened,
    AgendaItemAdded: meeting.agenda_item_added,
    AgendaItemChanged: meeting.agenda_item_changed,
    AgendaApproved: meeting.agenda_approved,
    MinutesIssued: meeting.minutes_issued,
    MinutesApproved: meeting.minutes_approved,
    NoteWritten: statements.note_written,
    ItemDecided: items.item_decided,
    ItemNoted: items.item_noted,
    ItemDiscussed: items.item_discussed,
    ItemContinued: items.item_continued,
    ItemPostponed: items.item_postponed,
    NothingRaised: items.nothing_raised,
    WorkingGroupFormed: items.group_formed,
    PlanProposed: items.plan_proposed,
    TaskAgreed: items.task_agreed,
    DocumentSent: items.dispatched,
    QuestionsSent: items.dispatched,
    ReportGiven: items.report_given,
    CompositionReported: items.composition_reported,
    EntryStruck: _amendment,
    EntryCorrected: _amendment,
    RemarkRecorded: _remark_recorded,
}
