"""What happened under an item: notes, decisions, postponement."""

from enum import StrEnum
from typing import ClassVar

import msgspec

from events.event import Count, Date, Event, Told
from events.ids import BodyId, ItemId, MeetingId, PersonId, ProposalId, VoteId
from events.moments import Period
from events.words import Text, Word


class NoteWritten(Told, frozen=True, kw_only=True):
    """A note was written under an item, or, without an item, about the meeting itself (before item 1).

    ``bulleted`` says that it stands as a point of a list.
    """

    meeting: MeetingId
    item: ItemId | None = None
    bulleted: bool = False


class DecisionOutcome(StrEnum):
    """How a decision turned out: plainly approved, something decided, someone elected, or refused."""

    APPROVED = "approved"
    DECIDED = "decided"
    ELECTED = "elected"
    REJECTED = "rejected"


class ItemDecided(Told, frozen=True, kw_only=True):
    """The council decided on an item."""

    item: ItemId
    outcome: DecisionOutcome = DecisionOutcome.DECIDED


class ItemNoted(Told, frozen=True, kw_only=True):
    """An item was taken note of (taget til efterretning), or was for information only."""

    item: ItemId


class ItemDiscussed(Told, frozen=True, kw_only=True):
    """An item was discussed without a decision (drøftet)."""

    item: ItemId


class ItemContinued(Told, frozen=True, kw_only=True):
    """Work on an item goes on: to a meeting where one was picked, or to a time where one was named."""

    item: ItemId
    to_meeting: MeetingId | None = None
    to_period: Period | None = None


class ItemPostponed(Told, frozen=True, kw_only=True):
    """An item was put off (udsat): the same matter comes back on a later agenda.

    ``to_meeting`` is the meeting where one was picked, ``to_date`` the day where one was named; ``until`` is what was
    said, e.g. "næste møde".
    """

    item: ItemId
    to_meeting: MeetingId | None = None
    to_date: Date | None = None
    until: Word | None = None
    reason: Text | None = None


class NothingRaised(Told, frozen=True, kw_only=True):
    """Nothing was raised under an item (intet)."""

    item: ItemId


class ItemOpened(Event, frozen=True, kw_only=True):
    """The meeting turned to an item, at the effective time where the time is known."""

    item: ItemId


class ItemReopened(Told, frozen=True, kw_only=True):
    """The meeting came back to an item that it had dealt with."""

    item: ItemId


class CasePresented(Told, frozen=True, kw_only=True):
    """A case was presented (sagsfremstilling, oplæg), by a person where one is named."""

    item: ItemId
    person: PersonId | None = None


class ProposalMade(Told, frozen=True, kw_only=True):
    """A proposal was put (indstilling, forslag), by a person where one is named."""

    introduces: ClassVar[type[str] | None] = ProposalId

    item: ItemId
    proposal: Text
    proposed_by: PersonId | None = None


class AmendmentMoved(Told, frozen=True, kw_only=True):
    """A change to a proposal was moved (ændringsforslag); it is voted on before the proposal."""

    introduces: ClassVar[type[str] | None] = ProposalId

    item: ItemId
    amendment: Text
    to: ProposalId | None = None
    proposed_by: PersonId | None = None


class VoteMethod(StrEnum):
    """How was voted."""

    SHOW_OF_HANDS = "show-of-hands"
    ROLL_CALL = "roll-call"
    WRITTEN = "written"
    SECRET = "secret"  # noqa: S105 - a way to vote
    ACCLAMATION = "acclamation"


class VoteChoice(StrEnum):
    """What a vote says: for, against, neither (hverken for eller imod, blank), or no vote cast by one present."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    NOT_VOTING = "not-voting"


class NamedVote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """How a person voted."""

    person: PersonId
    choice: VoteChoice


class GroupVote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """How a group (party, list) voted, and how many of it."""

    group: Word
    choice: VoteChoice
    count: Count | None = None


class VoteHeld(Told, frozen=True, kw_only=True):
    """A vote was held under an item, on a proposal where one is named.

    The counts are of votes cast; by name and by group they stand in ``named`` and ``groups``. ``adopted`` is the result as
    it was announced; ``casting_vote`` is how the chair decided a tie, ``lots`` tells that lots were drawn.
    """

    introduces: ClassVar[type[str] | None] = VoteId

    item: ItemId
    adopted: bool
    proposal: ProposalId | None = None
    method: VoteMethod = VoteMethod.SHOW_OF_HANDS
    votes_for: Count | None = None
    votes_against: Count | None = None
    abstained: Count | None = None
    not_voting: Count | None = None
    named: tuple[NamedVote, ...] = ()
    groups: tuple[GroupVote, ...] = ()
    casting_vote: VoteChoice | None = None
    lots: bool = False
    unanimous: bool = False


class ItemRecommended(Told, frozen=True, kw_only=True):
    """The council recommended to another body what to decide (anbefales, indstilles)."""

    item: ItemId
    body: BodyId


class ItemSentBack(Told, frozen=True, kw_only=True):
    """An item was sent back (tilbagesendt), to a body where one is named."""

    item: ItemId
    body: BodyId | None = None
    reason: Text | None = None


class StatementEntered(Told, frozen=True, kw_only=True):
    """A person had a statement entered in the record (ført til protokols)."""

    item: ItemId
    person: PersonId
    statement: Text


class DissentEntered(Told, frozen=True, kw_only=True):
    """A member had a dissent (mindretalsudtalelse) entered (kommunestyrelsesloven section 13).

    ``procedural`` tells that it is about how the item was dealt with and not about the decision.
    """

    item: ItemId
    person: PersonId
    dissent: Text
    procedural: bool = False
