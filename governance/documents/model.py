"""What minutes or an agenda say, in names and dates and without ids.

A reading makes it from text, composing makes it from the state, writing turns it into text: reading what was written
gives the same document again, apart from lines and rules.
"""

from typing import Literal

import msgspec

Lines = tuple[int, int]
"""First and last line of the source, from 1."""

DocumentKind = Literal["minutes", "agenda", "other"]
Status = Literal["present", "apology", "absent"]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the whole document."""


class Fact(Part, frozen=True, kw_only=True, tag=True):
    """Something that a statement tells. ``rule`` names the rule that recognised it."""

    rule: str = ""


class AgendaApproval(Fact, frozen=True, kw_only=True):
    """The agenda was approved."""

    changed: bool = False


class MinutesApproval(Fact, frozen=True, kw_only=True):
    """The minutes of the meeting on day ``of`` were approved (None: the text does not say of which)."""

    of: str | None = None


class OrdstyrerElection(Fact, frozen=True, kw_only=True):
    """Somebody was elected to lead the meeting; the name is as written."""

    name: str


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


class GroupFormation(Fact, frozen=True, kw_only=True):
    """A working group was formed."""

    name: str | None = None
    focus_area: str | None = None
    members: tuple[str, ...] = ()


class PlanProposal(Fact, frozen=True, kw_only=True):
    """A plan was proposed; ``group`` is the name or focus area of the working group."""

    title: str
    group: str | None = None


class TaskAgreement(Fact, frozen=True, kw_only=True):
    """Something is to be done."""

    task: str
    responsible: str | None = None
    recipient: str | None = None
    due: str | None = None


class DocumentDispatch(Fact, frozen=True, kw_only=True):
    """A document goes to another body."""

    title: str
    recipient: str
    kind: Literal["report", "statement", "letter", "other"] = "other"
    for_meeting: str | None = None


class QuestionsDispatch(Fact, frozen=True, kw_only=True):
    """Questions go to another body."""

    recipient: str
    questions: tuple[str, ...]
    occasion: str | None = None
    period: str | None = None


class ReportDelivery(Fact, frozen=True, kw_only=True):
    """Somebody reported from an occasion."""

    person: str
    occasion: str
    body: str | None = None
    held_on: str | None = None


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
    details: dict[str, str] = {}
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
    opened_at: str | None = None
    closed_at: str | None = None
    attendees: tuple[Attendee, ...] = ()
    roster: bool = False
    others: tuple[str, ...] = ()
    referent: str | None = None
    chair: Chair | None = None
    statements: tuple[Statement, ...] = ()
    items: tuple[Item, ...] = ()
    closing: tuple[Statement, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    problems: tuple[Problem, ...] = ()
    lines: Lines | None = None


AnyFact = (
    AgendaApproval
    | MinutesApproval
    | OrdstyrerElection
    | ReferentElection
    | Decision
    | Noting
    | Discussion
    | Continuation
    | Postponement
    | Nothing
    | GroupFormation
    | PlanProposal
    | TaskAgreement
    | DocumentDispatch
    | QuestionsDispatch
    | ReportDelivery
    | CompositionReport
    | MeetingAgreement
    | Welcome
    | Abbreviation
)
