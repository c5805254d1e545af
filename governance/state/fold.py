"""The state while it is being folded: changed in place, seen by nobody until it is published.

Facts about one thing that were stated more than once (a meeting planned, then held elsewhere) are merged in the order
of the world, not in the order of recording: so old minutes may be taken over in any order.
"""

from collections.abc import Callable
from typing import TypeVar

import msgspec

from events.catalogue import (
    AgendaItemAdded,
    AgendaItemChanged,
    AgendaItemMoved,
    AgendaItemWithdrawn,
    AmendmentMoved,
    AttendanceStatus,
    CasePresented,
    CompositionReported,
    CouncilDissolved,
    CouncilEstablished,
    DissentEntered,
    DocumentAttached,
    ExternalBodyRegistered,
    GuestAttended,
    ItemContinued,
    ItemKind,
    ItemPostponed,
    ItemRecommended,
    ItemSentBack,
    LateItemAccepted,
    LateItemRefused,
    MatterOpened,
    MeetingArrangement,
    MeetingForm,
    MeetingKind,
    MeetingPart,
    MemberReappointed,
    MinutesApproved,
    PresidingRole,
    ProposalMade,
    ReportGiven,
    RulesAdopted,
    StandInCalled,
    StatementEntered,
    VoteHeld,
    WordsErased,
)
from events.ids import (
    BodyId,
    DispatchId,
    GroupId,
    ItemId,
    KeyId,
    MatterId,
    MeetingId,
    PersonId,
    PlanId,
    ProposalId,
    StatementId,
    TaskId,
    VoteId,
)
from events.moments import Effective
from governance.state.facts import Dated, Holding, Leaving, Listing, Representing
from governance.state.facts import MembershipFact as MembershipFact
from governance.state.keys import Enrolment
from governance.state.ordering import from_there
from governance.state.proceedings import Disqualification, Interruption, Movement, Opening, Sending, Signing
from governance.state.undertakings import AnyPlan, Dispatch, FocusArea, Group, Task

_GENERAL = (MeetingKind.GENERAL_MEETING, MeetingKind.EXTRAORDINARY_GENERAL_MEETING)

T = TypeVar("T")
K = TypeVar("K")


class Statement(msgspec.Struct, frozen=True, gc=False):
    """A sentence or paragraph of the minutes; ``decides`` where it words a decision."""

    id: StatementId
    text: str
    bulleted: bool
    decides: bool


class Outcome(msgspec.Struct, frozen=True, gc=False):
    """What an entry says came of an item, as one of the published outcomes and, where finer, a detail."""

    outcome: str
    detail: str | None = None


class Item(msgspec.Struct, gc=False):
    """An item on an agenda, with everything that was recorded under it, in order."""

    id: ItemId
    meeting: MeetingId | None = None
    versions: list[tuple[str, int, AgendaItemAdded | AgendaItemChanged]] = []
    number: str | None = None
    title: str = ""
    kind: str = ItemKind.DISCUSSION.value
    matter: MatterId | None = None
    by_title: bool = False
    """Whether a document that was taken over, and nobody by name, says which matter it is."""
    presenter: PersonId | None = None
    closed: bool = False
    statements: list[Statement] = []
    outcomes: list[Outcome] = []
    postponed: ItemPostponed | None = None
    continued: ItemContinued | None = None
    reports: list[ReportGiven] = []
    openings: list[Opening] = []
    accepted_late: LateItemAccepted | None = None
    withdrawn: AgendaItemWithdrawn | None = None
    disqualifications: dict[PersonId, Disqualification] = {}
    presentations: list[CasePresented] = []
    proposals: dict[ProposalId, ProposalMade | AmendmentMoved] = {}
    votes: dict[VoteId, VoteHeld] = {}
    recommended: ItemRecommended | None = None
    sent_back: ItemSentBack | None = None
    entered: list[StatementEntered | DissentEntered] = []

    def stated(self, order: str, number: int, version: AgendaItemAdded | AgendaItemChanged) -> None:
        """Take in what an entry says about the item itself; the latest in the world's order counts."""
        for said in from_there(self.versions, order, number, version):
            self.meeting = said.meeting or self.meeting
            self.number = said.number or self.number
            self.title = said.title or self.title
            self.kind = self.kind if said.kind is None else said.kind
            self.matter = said.matter or self.matter
            self.presenter = said.presenter or self.presenter
            self.closed = self.closed if said.closed is None else said.closed


class Meeting(msgspec.Struct, gc=False):
    """A meeting, with everything that was recorded of it."""

    id: MeetingId
    arrangements: list[tuple[str, int, MeetingArrangement]] = []
    date: str = ""
    start: str | None = None
    end: str | None = None
    place: str | None = None
    parts: tuple[MeetingPart, ...] = ()
    contents: str | None = None
    form: MeetingForm | None = None
    kind: MeetingKind | None = None
    called: bool = False
    demanded_by: tuple[PersonId, ...] = ()
    opened: Effective | None = None
    closed: Effective | None = None
    cancelled: bool = False
    cancelled_because: str | None = None
    issued_through: int | None = None
    issued_sha256: str | None = None
    issued_in: int | None = None
    """The number of the entry that issued the minutes."""
    referent: PersonId | None = None
    ordstyrer: PersonId | None = None
    ordstyrer_role: PresidingRole = PresidingRole.ORDSTYRER
    attendance: dict[PersonId, AttendanceStatus] = {}
    parties: dict[PersonId, str] = {}
    roster: bool = False
    """Whether the attendance lists every member there was, as minutes that name those absent do."""
    welcomed: list[PersonId] = []
    statements: list[Statement] = []
    items: list[ItemId] = []
    moves: list[tuple[str, int, AgendaItemMoved]] = []
    sent: list[Sending] = []
    refused: list[LateItemRefused] = []
    interruptions: list[Interruption] = []
    movements: dict[PersonId, list[Movement]] = {}
    reasons: dict[PersonId, str] = {}
    """Why members stayed away; never published."""
    guests: list[GuestAttended] = []
    signatures: list[Signing] = []

    @property
    def is_general(self) -> bool:
        """Whether the members of an association meet (generalforsamling), and not its board."""
        return self.kind in _GENERAL

    def arranged(self, order: str, number: int, arrangement: MeetingArrangement) -> None:
        """Take in when and where the meeting is; the latest in the world's order counts."""
        for said in from_there(self.arrangements, order, number, arrangement):
            self.date = said.date
            self.start = said.start or self.start
            self.end = said.end or self.end
            self.place = said.place or self.place
            self.parts = said.parts or self.parts
            self.contents = said.contents or self.contents
            self.form = said.form or self.form
            self.kind = said.kind or self.kind


class Body(msgspec.Struct, gc=False):
    """A body outside the council."""

    id: BodyId
    registered: ExternalBodyRegistered | None = None
    abbreviation: str | None = None
    abbreviated: str = ""
    """When the abbreviation was given, in the order of the world."""
    composition: CompositionReported | None = None
    reported: str = ""
    """When the composition was reported, in the order of the world."""
    names: list[Dated[str]] = []


class Fold(msgspec.Struct):
    """Everything that the entries of a book up to ``number`` add up to."""

    book: str
    number: int = 0
    as_of: str | None = None
    horizon: str = ""
    """The latest day on which something is known to have taken effect."""
    council: CouncilEstablished | None = None
    council_names: list[Dated[str]] = []
    dissolved: Dated[CouncilDissolved] | None = None
    rules: list[Dated[RulesAdopted]] = []
    persons: dict[PersonId, str] = {}
    person_names: dict[PersonId, list[Dated[str]]] = {}
    renamed: bool = False
    """Whether anybody or anything goes by another name than at first."""
    memberships: dict[PersonId, list[MembershipFact]] = {}
    reappointments: dict[PersonId, list[Dated[MemberReappointed]]] = {}
    leaves: dict[PersonId, list[Dated[Leaving]]] = {}
    stand_ins: list[Dated[Listing]] = []
    calls: list[Dated[StandInCalled]] = []
    offices: list[Dated[Holding]] = []
    representations: list[Dated[Representing]] = []
    bodies: dict[BodyId, Body] = {}
    meetings: dict[MeetingId, Meeting] = {}
    items: dict[ItemId, Item] = {}
    matters: dict[MatterId, MatterOpened] = {}
    raised: set[MatterId] = set()
    """The matters whose day of coming up is known, agenda or not."""
    groups: dict[GroupId, Group] = {}
    plans: dict[PlanId, AnyPlan] = {}
    focus_areas: list[FocusArea] = []
    dispatches: dict[DispatchId, Dispatch] = {}
    tasks: dict[TaskId, Task] = {}
    approvals: list[MinutesApproved] = []
    remarks: list[tuple[int, str]] = []
    keys: dict[KeyId, Enrolment] = {}
    erasures: list[WordsErased] = []
    attachments: dict[int, DocumentAttached] = {}
    """By the numbers of the entries that attached them."""
    statements: dict[StatementId, ItemId | MeetingId] = {}
    struck: frozenset[int] = frozenset()
    corrected: frozenset[int] = frozenset()

    def meeting(self, identifier: MeetingId) -> Meeting:
        """Return the meeting; an empty one where the entry that introduced it lies outside what is folded."""
        return _got(self.meetings, identifier, Meeting)

    def item(self, identifier: ItemId) -> Item:
        """Return the item, as ``meeting`` does."""
        return _got(self.items, identifier, Item)

    def body(self, identifier: BodyId) -> Body:
        """Return the body, as ``meeting`` does."""
        return _got(self.bodies, identifier, Body)

    def group(self, identifier: GroupId) -> Group:
        """Return the working group, as ``meeting`` does."""
        return _got(self.groups, identifier, Group)

    def task(self, identifier: TaskId) -> Task:
        """Return the task, as ``meeting`` does."""
        return _got(self.tasks, identifier, Task)

    def dispatch(self, identifier: DispatchId) -> Dispatch:
        """Return what was sent, as ``meeting`` does."""
        return _got(self.dispatches, identifier, Dispatch)

    def meeting_of(self, item: ItemId) -> Meeting | None:
        """Return the meeting on whose agenda the item stands."""
        meeting = self.items[item].meeting if item in self.items else None
        return None if meeting is None else self.meetings.get(meeting)


def _got(things: dict[K, T], identifier: K, make: Callable[[K], T]) -> T:
    try:
        return things[identifier]
    except KeyError:
        things[identifier] = thing = make(identifier)
        return thing
