"""What every act that can be recorded is called, by topic, in the order in which they are offered."""

from events.errors import N_
from events.event import Event
from governance.language import _

TOPICS: dict[str, dict[str, str]] = {
    N_("Meetings"): {
        "MeetingScheduled": N_("Meeting planned"),
        "MeetingRescheduled": N_("Meeting moved or changed"),
        "MeetingCalled": N_("Meeting called"),
        "MeetingCancelled": N_("Meeting called off"),
        "MeetingOpened": N_("Meeting opened"),
        "MeetingInterrupted": N_("Meeting interrupted"),
        "MeetingResumed": N_("Meeting resumed"),
        "MeetingClosed": N_("Meeting closed"),
    },
    N_("Who is there"): {
        "AttendanceRecorded": N_("Attendance or apology"),
        "MemberArrived": N_("Member arrives late"),
        "MemberLeft": N_("Member leaves early"),
        "GuestAttended": N_("Guest attends"),
        "MemberWelcomed": N_("New member welcomed"),
        "OrdstyrerElected": N_("Ordstyrer elected"),
        "ReferentNamed": N_("Referent named"),
        "DisqualificationRaised": N_("Inhabilitet raised"),
        "DisqualificationDecided": N_("Inhabilitet decided"),
    },
    N_("Agenda and matters"): {
        "AgendaItemAdded": N_("Item added to the agenda"),
        "AgendaItemChanged": N_("Item changed"),
        "AgendaItemMoved": N_("Item moved"),
        "AgendaItemWithdrawn": N_("Item withdrawn"),
        "AgendaSent": N_("Agenda sent"),
        "AgendaApproved": N_("Agenda approved"),
        "LateItemAccepted": N_("Late item taken up"),
        "LateItemRefused": N_("Late item refused"),
        "MatterOpened": N_("Matter opened"),
    },
    N_("Under an item"): {
        "ItemOpened": N_("Item taken up"),
        "CasePresented": N_("Case presented"),
        "NoteWritten": N_("Note written"),
        "ItemDiscussed": N_("Item discussed"),
        "ProposalMade": N_("Proposal made"),
        "AmendmentMoved": N_("Amendment moved"),
        "VoteHeld": N_("Vote held"),
        "ItemDecided": N_("Decision taken"),
        "ItemNoted": N_("Item taken note of"),
        "NothingRaised": N_("Nothing raised"),
        "ItemPostponed": N_("Item postponed"),
        "ItemContinued": N_("Work goes on"),
        "ItemReopened": N_("Item taken up again"),
        "ItemRecommended": N_("Recommended to another body"),
        "ItemSentBack": N_("Item sent back"),
        "StatementEntered": N_("Statement for the record"),
        "DissentEntered": N_("Dissent entered"),
        "ReportGiven": N_("Representative reports"),
        "CompositionReported": N_("Composition of a body reported"),
    },
    N_("Follow-up"): {
        "WorkingGroupFormed": N_("Working group formed"),
        "WorkingGroupChanged": N_("Working group changed"),
        "WorkingGroupDissolved": N_("Working group dissolved"),
        "TaskAgreed": N_("Task agreed"),
        "TaskChanged": N_("Task changed"),
        "TaskCompleted": N_("Task done"),
        "DocumentAttached": N_("Document attached"),
        "DocumentSent": N_("Document sent"),
        "QuestionsSent": N_("Questions sent"),
        "ApplicationSent": N_("Application sent"),
        "AnswerReceived": N_("Answer received"),
        "FocusAreaChosen": N_("Focus area chosen"),
        "PlanProposed": N_("Plan proposed"),
        "PlanAdopted": N_("Plan adopted"),
    },
    N_("Minutes"): {
        "MinutesIssued": N_("Minutes issued"),
        "MinutesApproved": N_("Minutes approved"),
        "MinutesSigned": N_("Minutes signed"),
        "KeyEnrolled": N_("Key for signing enrolled"),
        "KeyRevoked": N_("Key for signing revoked"),
    },
    N_("Members and offices"): {
        "PersonRegistered": N_("Person registered"),
        "PersonRenamed": N_("Person changes name"),
        "MemberAppointed": N_("Member joins"),
        "MemberReappointed": N_("Member reappointed"),
        "MembershipEnded": N_("Member leaves"),
        "LeaveGranted": N_("Leave granted"),
        "LeaveEnded": N_("Leave ends"),
        "StandInListed": N_("Stand-in listed"),
        "StandInRemoved": N_("Stand-in taken off the list"),
        "StandInCalled": N_("Stand-in called in"),
        "OfficerElected": N_("Elected to an office"),
        "OfficeEnded": N_("Office ends"),
        "RepresentativeElected": N_("Representative elected"),
        "RepresentationEnded": N_("Representative steps down"),
    },
    N_("The council and other bodies"): {
        "CouncilEstablished": N_("Council established"),
        "CouncilRenamed": N_("Council renamed"),
        "CouncilDissolved": N_("Council dissolved"),
        "RulesAdopted": N_("Rules are adopted"),
        "ExternalBodyRegistered": N_("Body registered"),
        "ExternalBodyAbbreviated": N_("Body gets an abbreviation"),
        "ExternalBodyRenamed": N_("Body renamed"),
    },
    N_("The record itself"): {
        "EntryCorrected": N_("Entry corrected"),
        "EntryStruck": N_("Entry struck"),
        "RemarkRecorded": N_("Remark on an entry"),
        "WordsErased": N_("Words erased for good"),
    },
}
"""For each topic the acts, by the names of their events."""

ACTS: dict[str, str] = {name: called for acts in TOPICS.values() for name, called in acts.items()}


def act_name(event_type: type[Event]) -> str:
    """Return what it is called to record an event of this type."""
    return _(ACTS[event_type.__name__])
