"""The published state of a book. It is the JSON export, and its JSON Schema is generated from these types.

No key is ever left out; ids are text; dates are ISO (``2022-09-28``), times of day ``15:30``. Entry numbers and digests
stand under ``provenance`` or ``entry`` only, so two books with the same facts differ nowhere else but in ids.
"""

from typing import Literal

from governance.state.council import Council as Council
from governance.state.council import RulesInForce as RulesInForce
from governance.state.followup import Activity as Activity
from governance.state.followup import Answer as Answer
from governance.state.followup import Dispatch as Dispatch
from governance.state.followup import DispatchKind as DispatchKind
from governance.state.followup import FocusArea as FocusArea
from governance.state.followup import Group as Group
from governance.state.followup import Plan as Plan
from governance.state.followup import Task as Task
from governance.state.item import Disqualification as Disqualification
from governance.state.item import Dissent as Dissent
from governance.state.item import Entered as Entered
from governance.state.item import GroupVote as GroupVote
from governance.state.item import Item as Item
from governance.state.item import ItemOutcome as ItemOutcome
from governance.state.item import NamedVote as NamedVote
from governance.state.item import Opening as Opening
from governance.state.item import Presentation as Presentation
from governance.state.item import Proposal as Proposal
from governance.state.item import Report as Report
from governance.state.item import Vote as Vote
from governance.state.keys import Key as Key
from governance.state.meeting import AgendaSending as AgendaSending
from governance.state.meeting import Attendance as Attendance
from governance.state.meeting import Guest as Guest
from governance.state.meeting import Interruption as Interruption
from governance.state.meeting import Meeting as Meeting
from governance.state.meeting import MeetingStatus as MeetingStatus
from governance.state.meeting import Part as Part
from governance.state.meeting import Presence as Presence
from governance.state.meeting import RefusedItem as RefusedItem
from governance.state.meeting import Signature as Signature
from governance.state.membership import Member as Member
from governance.state.membership import Naming as Naming
from governance.state.membership import OfficeHeld as OfficeHeld
from governance.state.membership import Person as Person
from governance.state.membership import Representation as Representation
from governance.state.membership import StandIn as StandIn
from governance.state.membership import StandInCall as StandInCall
from governance.state.membership import Term as Term
from governance.state.published import Between as Between
from governance.state.published import Published as Published

STATE_SCHEMA_VERSION = 1
"""Counts up when the form of the state changes."""

MatterStatus = Literal["open", "postponed", "continued", "closed"]


class RecordInfo(Published, frozen=True, kw_only=True):
    """Which book, how many entries, and ``as_of``: when the last of them was recorded (UTC), never the clock.

    ``origin`` names the book's log and ``root`` is the root over these entries, in base64, as a checkpoint says it; both
    are null where the state was not made from a record that keeps them.
    """

    book: str
    entries: int
    schema_version: int
    as_of: str | None
    origin: str | None
    root: str | None


class SeatGroup(Published, frozen=True, kw_only=True):
    """Some seats of a body and how they are filled."""

    count: int
    basis: str
    includes_chair: bool


class Composition(Published, frozen=True, kw_only=True):
    """How a body is made up, as it was reported to the council."""

    total: int
    seats: list[SeatGroup]
    reported_at: str | None


class Body(Published, frozen=True, kw_only=True):
    """A body outside the council."""

    id: str
    name: str
    abbreviation: str | None
    kind: str
    composition: Composition | None
    names: list[Naming]


class Appearance(Published, frozen=True, kw_only=True):
    """A matter on the agenda of a meeting."""

    meeting: str
    item: str


class Matter(Published, frozen=True, kw_only=True):
    """A matter (sag) across meetings. ``age_days`` runs from its first meeting to the day it was closed, or to the
    latest day that the book knows.
    """

    id: str
    title: str
    kind: str
    addressee: str | None
    status: MatterStatus
    opened_on: str | None
    closed_on: str | None
    age_days: int
    postponements: int
    appearances: list[Appearance]


class Approval(Published, frozen=True, kw_only=True):
    """Minutes that were approved: of the meeting on day ``of`` (which the book need not hold), at ``meeting``, or
    without a meeting; ``how`` is ``at-meeting``, ``silence`` (nobody objected in time) or ``written``.
    """

    of: str | None
    minutes_of: str | None
    meeting: str | None
    item: str | None
    how: str


class Remark(Published, frozen=True, kw_only=True):
    """A remark on an entry of the book."""

    entry: int
    text: str


class Erasure(Published, frozen=True, kw_only=True):
    """Words of an entry that were erased: in which fields, on what legal basis, and who decided it."""

    entry: int
    fields: list[str]
    basis: str
    authority: str


class Attachment(Published, frozen=True, kw_only=True):
    """A document (bilag) attached to a meeting or an item by ``entry``: its name, its SHA-256, and its size in bytes."""

    entry: int
    meeting: str | None
    item: str | None
    name: str
    sha256: str
    size: int


class State(Published, frozen=True, kw_only=True):
    """What a book says: everything that its entries add up to."""

    record: RecordInfo
    council: Council
    persons: list[Person]
    members: list[Member]
    stand_ins: list[StandIn]
    stand_in_calls: list[StandInCall]
    offices: list[OfficeHeld]
    representations: list[Representation]
    rules: RulesInForce
    bodies: list[Body]
    groups: list[Group]
    plans: list[Plan]
    focus_areas: list[FocusArea]
    meetings: list[Meeting]
    matters: list[Matter]
    dispatches: list[Dispatch]
    tasks: list[Task]
    approvals: list[Approval]
    remarks: list[Remark]
    keys: list[Key]
    erasures: list[Erasure]
    attachments: list[Attachment]
