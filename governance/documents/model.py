"""What minutes or an agenda say, in names and dates and without ids.

A reading makes it from text, composing makes it from the state, writing turns it into text: reading what was written
gives the same document again, apart from lines and rules.
"""

from typing import Literal

import msgspec

from governance.documents.followup import AnswerReceipt as AnswerReceipt
from governance.documents.followup import ApplicationDispatch as ApplicationDispatch
from governance.documents.followup import DocumentDispatch as DocumentDispatch
from governance.documents.followup import FocusChoice as FocusChoice
from governance.documents.followup import GroupChange as GroupChange
from governance.documents.followup import GroupDissolution as GroupDissolution
from governance.documents.followup import GroupFormation as GroupFormation
from governance.documents.followup import PlanAdoption as PlanAdoption
from governance.documents.followup import PlannedActivity as PlannedActivity
from governance.documents.followup import PlanProposal as PlanProposal
from governance.documents.followup import QuestionsDispatch as QuestionsDispatch
from governance.documents.followup import ReportDelivery as ReportDelivery
from governance.documents.followup import TaskAgreement as TaskAgreement
from governance.documents.followup import TaskCompletion as TaskCompletion
from governance.documents.followup import TaskRevision as TaskRevision
from governance.documents.offices import OfficerElection as OfficerElection
from governance.documents.offices import RepresentativeElection as RepresentativeElection
from governance.documents.offices import RulesAdoption as RulesAdoption
from governance.documents.offices import RuleValue as RuleValue
from governance.documents.parts import Fact as Fact
from governance.documents.parts import Lines as Lines
from governance.documents.parts import Part as Part
from governance.documents.proceedings import Amendment as Amendment
from governance.documents.proceedings import CasePresentation as CasePresentation
from governance.documents.proceedings import DisqualificationClaim as DisqualificationClaim
from governance.documents.proceedings import DisqualificationRuling as DisqualificationRuling
from governance.documents.proceedings import DissentingStatement as DissentingStatement
from governance.documents.proceedings import GroupVote as GroupVote
from governance.documents.proceedings import Guest as Guest
from governance.documents.proceedings import Interruption as Interruption
from governance.documents.proceedings import ItemMove as ItemMove
from governance.documents.proceedings import ItemWithdrawal as ItemWithdrawal
from governance.documents.proceedings import LateAcceptance as LateAcceptance
from governance.documents.proceedings import LateRefusal as LateRefusal
from governance.documents.proceedings import MeetingForm as MeetingForm
from governance.documents.proceedings import MeetingKind as MeetingKind
from governance.documents.proceedings import Movement as Movement
from governance.documents.proceedings import NamedVote as NamedVote
from governance.documents.proceedings import Proposal as Proposal
from governance.documents.proceedings import Recommendation as Recommendation
from governance.documents.proceedings import RecordedStatement as RecordedStatement
from governance.documents.proceedings import Reopening as Reopening
from governance.documents.proceedings import Resumption as Resumption
from governance.documents.proceedings import SendingBack as SendingBack
from governance.documents.proceedings import Signature as Signature
from governance.documents.proceedings import StandIn as StandIn
from governance.documents.proceedings import Vote as Vote

DocumentKind = Literal["minutes", "agenda", "other"]
Status = Literal["present", "apology", "absent"]


class AgendaApproval(Fact, frozen=True, kw_only=True):
    """The agenda was approved."""

    changed: bool = False


class MinutesApproval(Fact, frozen=True, kw_only=True):
    """The minutes of the meeting on day ``of`` were approved (None: the text does not say of which)."""

    of: str | None = None
    how: Literal["at-meeting", "silence", "written"] | None = None


class OrdstyrerElection(Fact, frozen=True, kw_only=True):
    """Somebody was elected to lead the meeting; the name is as written, ``role`` None for an ordstyrer."""

    name: str
    role: Literal["dirigent", "chair"] | None = None


class ReferentElection(Fact, frozen=True, kw_only=True):
    """Somebody was chosen to write the minutes; the name is as written."""

    name: str


class Decision(Fact, frozen=True, kw_only=True):
    """Something was decided."""

    outcome: Literal["approved", "decided", "elected", "rejected"] = "decided"


class Noting(Fact, frozen=True, kw_only=True):
    """Something was taken note of: in so many words (``explicit``), or because it only informs."""

    explicit: bool = True


class Discussion(Fact, frozen=True, kw_only=True):
    """Something was discussed."""


class Continuation(Fact, frozen=True, kw_only=True):
    """Work goes on: to the meeting on a day, or to a period (``2022-11``)."""

    to: str | None = None
    period: str | None = None


class Postponement(Fact, frozen=True, kw_only=True):
    """The item was put off. ``until`` is as written, ``to`` the day where one is named."""

    until: str | None = None
    to: str | None = None
    reason: str | None = None


class Nothing(Fact, frozen=True, kw_only=True):
    """Nothing was raised."""


class SeatGroup(Part, frozen=True, kw_only=True):
    """Some seats of a body and how they are filled."""

    count: int
    basis: str
    includes_chair: bool = False


class CompositionReport(Fact, frozen=True, kw_only=True):
    """It was reported how a body is made up."""

    body: str
    seats: tuple[SeatGroup, ...]


class MeetingPart(Part, frozen=True, kw_only=True):
    """One part of a meeting; ``counterpart`` is the name of the body it is held with."""

    start: str | None = None
    end: str | None = None
    place: str | None = None
    counterpart: str | None = None


class MeetingAgreement(Fact, frozen=True, kw_only=True):
    """A coming meeting was agreed; ``items`` are the numbers of this meeting's items that it takes up again."""

    date: str
    start: str | None = None
    end: str | None = None
    place: str | None = None
    parts: tuple[MeetingPart, ...] = ()
    contents: str | None = None
    items: tuple[str, ...] = ()
    meeting_form: MeetingForm | None = None
    meeting_kind: MeetingKind | None = None


class Welcome(Fact, frozen=True, kw_only=True):
    """A new member was welcomed."""

    name: str


class Abbreviation(Fact, frozen=True, kw_only=True):
    """A body goes by an abbreviation."""

    body: str
    abbreviation: str
    lines: Lines | None = None


class Statement(Part, frozen=True, kw_only=True):
    """A paragraph or a point of a list, and what it tells. ``exact`` means that the facts were given in brackets."""

    text: str
    bulleted: bool = False
    facts: tuple[Fact, ...] = ()
    lines: Lines | None = None


class Item(Part, frozen=True, kw_only=True):
    """An item on the agenda. ``same_as`` is (number, day) of the earlier item with the same matter, where it says so."""

    number: str | None
    title: str | None
    kind: str = "discussion"
    standing: bool = False
    closed: bool = False
    presenter: str | None = None
    matter_kind: str = "general"
    addressee: str | None = None
    same_as: tuple[str, str] | None = None
    opened_at: str | None = None
    statements: tuple[Statement, ...] = ()
    lines: Lines | None = None


class Attendee(Part, frozen=True, kw_only=True):
    """A member as listed: the bare name, the party letter behind it, and the status."""

    name: str
    status: Status
    party: str | None = None
    lines: Lines | None = None

    @property
    def as_written(self) -> str:
        """The name with the party letter in parentheses."""
        return f"{self.name} ({self.party})" if self.party else self.name


class Chair(Part, frozen=True, kw_only=True):
    """Who led the meeting; ``elected`` at this meeting or not."""

    name: str
    role: str
    elected: bool = False
    lines: Lines | None = None


class Problem(Part, frozen=True, kw_only=True):
    """Something in the text that cannot be right or cannot be told, with its lines.

    ``code`` is stable for programs, ``message`` an English template that ``details`` fill.
    """

    code: str
    message: str
    details: dict[str, str] = msgspec.field(default_factory=dict)
    lines: Lines | None = None
    fatal: bool = False


class Document(Part, frozen=True, kw_only=True):
    """Minutes or an agenda. ``roster`` tells that the attendance lists every member, those absent too; ``statements``
    stand before the first item, ``closing`` behind the last.
    """

    kind: DocumentKind = "other"
    language: str | None = None
    body: str | None = None
    municipality: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    parts: tuple[MeetingPart, ...] = ()
    contents: str | None = None
    meeting_form: MeetingForm | None = None
    meeting_kind: MeetingKind | None = None
    agenda_sent: str | None = None
    opened_at: str | None = None
    closed_at: str | None = None
    attendees: tuple[Attendee, ...] = ()
    roster: bool = False
    stand_ins: tuple[StandIn, ...] = ()
    movements: tuple[Movement, ...] = ()
    guests: tuple[Guest, ...] = ()
    others: tuple[str, ...] = ()
    referent: str | None = None
    chair: Chair | None = None
    statements: tuple[Statement, ...] = ()
    items: tuple[Item, ...] = ()
    closing: tuple[Statement, ...] = ()
    signatures: tuple[Signature, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    problems: tuple[Problem, ...] = ()
    lines: Lines | None = None
