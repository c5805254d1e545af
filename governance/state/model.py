"""The published state of a book. It is the JSON export, and its JSON Schema is generated from these types.

No key is ever left out; ids are text; dates are ISO (``2022-09-28``), times of day ``15:30``. Entry numbers and digests
stand under ``provenance`` or ``entry`` only, so two books with the same facts differ nowhere else but in ids.
"""

from typing import Literal

import msgspec

STATE_SCHEMA_VERSION = 1
"""Counts up when the form of the state changes."""

Between = tuple[str | None, str | None]
"""Two days: after the first and no later than the second; null where that end is open."""

MeetingStatus = Literal["planned", "called", "open", "closed", "issued", "approved", "cancelled"]
ItemOutcome = Literal[
    "approved", "noted", "decided", "discussed", "postponed", "elected", "rejected", "none", "unknown"
]
MatterStatus = Literal["open", "postponed", "continued", "closed"]


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the published state."""


class RecordInfo(Published, frozen=True, kw_only=True):
    """Which book, how many entries, and ``as_of``: when the last of them was recorded (UTC), never the clock."""

    book: str
    entries: int
    schema_version: int
    as_of: str | None


class Council(Published, frozen=True, kw_only=True):
    """The council whose book it is."""

    name: str
    municipality: str | None
    kind: str


class Person(Published, frozen=True, kw_only=True):
    """Somebody the book names."""

    id: str
    name: str


class Term(Published, frozen=True, kw_only=True):
    """A time as a member. An unknown bound is null, and ``…_between`` says between which days it lies.

    ``inferred`` tells that a bound follows from who is listed in minutes, not from words that say so.
    """

    from_: str | None = msgspec.field(name="from")
    to: str | None
    from_between: Between | None
    to_between: Between | None
    inferred: bool


class Member(Published, frozen=True, kw_only=True):
    """A person who is or was a member; ``id`` is the person's."""

    id: str
    name: str
    party: str | None
    terms: list[Term]


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


class Plan(Published, frozen=True, kw_only=True):
    """A plan (handle- og tidsplan) that was proposed."""

    id: str
    title: str
    group: str | None
    meeting: str | None
    item: str
    matter: str | None


class Group(Published, frozen=True, kw_only=True):
    """A working group (arbejdsgruppe); ``plans`` are the ids of the plans it proposed."""

    id: str
    name: str | None
    focus_area: str | None
    members: list[str]
    item: str
    meeting: str | None
    matter: str | None
    plans: list[str]


class Part(Published, frozen=True, kw_only=True):
    """One part of a meeting; ``counterpart`` is the id of the body it is held with."""

    start: str | None
    end: str | None
    place: str | None
    counterpart: str | None


class Attendance(Published, frozen=True, kw_only=True):
    """How a member stood to a meeting."""

    member: str
    status: Literal["present", "apology", "absent"]


class Report(Published, frozen=True, kw_only=True):
    """What a person reported from."""

    person: str
    body: str | None
    occasion: str
    held_on: str | None


class Item(Published, frozen=True, kw_only=True):
    """An item on the agenda. ``decision`` is the wording of what was decided, ``notes`` the other statements in order.

    ``outcome_detail`` is finer where something finer is known: ``continued`` for work that goes on to
    ``continued_to`` (a meeting's id) or ``continued_until`` (a period).
    """

    id: str
    number: str
    title: str
    kind: str
    closed: bool
    presenter: str | None
    matter: str | None
    outcome: ItemOutcome
    outcome_detail: str | None
    postponed_to: str | None
    postponed_until: str | None
    postponed_because: str | None
    continued_to: str | None
    continued_until: str | None
    notes: list[str]
    decision: str | None
    reports: list[Report]


class Meeting(Published, frozen=True, kw_only=True):
    """A meeting with its agenda. ``notes`` stand before the first item; ``contents`` is what was planned for it."""

    id: str
    date: str
    start: str | None
    end: str | None
    place: str | None
    status: MeetingStatus
    parts: list[Part]
    contents: str | None
    opened_at: str | None
    closed_at: str | None
    cancelled_because: str | None
    referent: str | None
    ordstyrer: str | None
    attendance: list[Attendance]
    welcomed: list[str]
    notes: list[str]
    agenda: list[Item]


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


class Dispatch(Published, frozen=True, kw_only=True):
    """Something that goes to another body. ``for_period`` is when that body is to have it, as text (``2022-11``)."""

    id: str
    kind: str
    title: str | None
    recipient: str
    questions: list[str]
    occasion: str | None
    for_period: str | None
    date: str | None
    meeting: str | None
    item: str
    matter: str | None


class Task(Published, frozen=True, kw_only=True):
    """Something that is to be done."""

    id: str
    task: str
    responsible: str | None
    recipient: str | None
    due: str | None
    agreed_on: str | None
    meeting: str | None
    item: str
    matter: str | None


class Approval(Published, frozen=True, kw_only=True):
    """Minutes that were approved: of the meeting on day ``of`` (which the book need not hold), at ``meeting``."""

    of: str | None
    minutes_of: str | None
    meeting: str | None
    item: str | None


class Remark(Published, frozen=True, kw_only=True):
    """A remark on an entry of the book."""

    entry: int
    text: str


class State(Published, frozen=True, kw_only=True):
    """What a book says: everything that its entries add up to."""

    record: RecordInfo
    council: Council
    persons: list[Person]
    members: list[Member]
    bodies: list[Body]
    groups: list[Group]
    plans: list[Plan]
    meetings: list[Meeting]
    matters: list[Matter]
    dispatches: list[Dispatch]
    tasks: list[Task]
    approvals: list[Approval]
    remarks: list[Remark]
