"""What minutes say of how a meeting went: who came and went, breaks, what became of the agenda, proposals and votes."""

from typing import Literal

from governance.documents.parts import Fact, Part

Choice = Literal["for", "against", "abstained", "not-voting"]
Method = Literal["show-of-hands", "roll-call", "written", "secret", "acclamation"]
GuestRole = Literal["guest", "observer", "presenter", "administration"]
MeetingForm = Literal["room", "online", "hybrid", "written"]
MeetingKind = Literal["ordinary", "extraordinary", "inaugural", "general-meeting", "extraordinary-general-meeting"]


class Movement(Part, frozen=True, kw_only=True):
    """A member came after the beginning or went before the end: at a time of day, or with an item, given by its number."""

    name: str
    arrived: bool
    time: str | None = None
    item: str | None = None


class Guest(Part, frozen=True, kw_only=True):
    """Somebody was there who is no member, under an item where its number is given."""

    name: str
    role: GuestRole = "guest"
    item: str | None = None


class StandIn(Part, frozen=True, kw_only=True):
    """Somebody stood in for a member at the meeting, or under an item where its number is given."""

    name: str
    member: str
    item: str | None = None


class Signature(Part, frozen=True, kw_only=True):
    """Somebody signed the minutes on a day, with a reservation where one was made."""

    name: str
    on: str | None = None
    reservation: str | None = None


class Interruption(Fact, frozen=True, kw_only=True):
    """The meeting was interrupted at a time of day; ``on`` is the day where it is not that of the meeting."""

    at: str | None = None
    on: str | None = None


class Resumption(Fact, frozen=True, kw_only=True):
    """The meeting went on."""

    at: str | None = None
    on: str | None = None


class DisqualificationClaim(Fact, frozen=True, kw_only=True):
    """It was raised that a member may be inhabil."""

    person: str
    reason: str | None = None


class DisqualificationRuling(Fact, frozen=True, kw_only=True):
    """It was decided whether a member is inhabil."""

    person: str
    disqualified: bool = False


class ItemMove(Fact, frozen=True, kw_only=True):
    """The item was moved: before the one with this number, or last."""

    before: str | None = None


class ItemWithdrawal(Fact, frozen=True, kw_only=True):
    """The item was taken off the agenda."""

    reason: str | None = None


class LateAcceptance(Fact, frozen=True, kw_only=True):
    """The item was taken up though it came late."""

    votes: int | None = None


class LateRefusal(Fact, frozen=True, kw_only=True):
    """An item was not taken up."""

    title: str
    proposed_by: str | None = None


class Reopening(Fact, frozen=True, kw_only=True):
    """The meeting came back to the item; ``at`` and ``on`` as for an interruption."""

    at: str | None = None
    on: str | None = None


class CasePresentation(Fact, frozen=True, kw_only=True):
    """The case was presented."""

    person: str | None = None


class Proposal(Fact, frozen=True, kw_only=True):
    """Something was proposed."""

    proposal: str
    proposed_by: str | None = None


class Amendment(Fact, frozen=True, kw_only=True):
    """A change was moved; ``to`` is the wording of the proposal that it changes."""

    amendment: str
    to: str | None = None
    proposed_by: str | None = None


class NamedVote(Part, frozen=True, kw_only=True):
    """How a person voted."""

    name: str
    choice: Choice


class GroupVote(Part, frozen=True, kw_only=True):
    """How a group voted, and how many of it."""

    group: str
    choice: Choice
    count: int | None = None


class Vote(Fact, frozen=True, kw_only=True):
    """A vote; ``proposal`` is the wording of the proposal that it was on."""

    adopted: bool
    proposal: str | None = None
    method: Method = "show-of-hands"
    votes_for: int | None = None
    votes_against: int | None = None
    abstained: int | None = None
    not_voting: int | None = None
    named: tuple[NamedVote, ...] = ()
    groups: tuple[GroupVote, ...] = ()
    casting_vote: Choice | None = None
    lots: bool = False
    unanimous: bool = False


class Recommendation(Fact, frozen=True, kw_only=True):
    """The item was recommended to another body."""

    body: str


class SendingBack(Fact, frozen=True, kw_only=True):
    """The item was sent back."""

    body: str | None = None
    reason: str | None = None


class RecordedStatement(Fact, frozen=True, kw_only=True):
    """Somebody had something entered in the record."""

    person: str
    statement: str


class DissentingStatement(Fact, frozen=True, kw_only=True):
    """A member had a dissent entered."""

    person: str
    dissent: str
    procedural: bool = False
