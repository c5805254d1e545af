"""Published: an item on an agenda, and how it was dealt with."""

from typing import Literal

from governance.state.published import Published

ItemOutcome = Literal[
    "approved", "noted", "decided", "discussed", "postponed", "elected", "rejected", "none", "unknown"
]
Choice = Literal["for", "against", "abstained", "not-voting"]


class Report(Published, frozen=True, kw_only=True):
    """What a person reported from."""

    person: str
    body: str | None
    occasion: str
    held_on: str | None


class Opening(Published, frozen=True, kw_only=True):
    """The meeting turned to the item, ``at`` a time of day where it is known; ``again`` where it came back to it."""

    at: str | None
    again: bool


class Disqualification(Published, frozen=True, kw_only=True):
    """A member of whom it was raised whether he or she is inhabil; ``disqualified`` is null where nothing was decided."""

    member: str
    reason: str | None
    disqualified: bool | None


class Presentation(Published, frozen=True, kw_only=True):
    """The case was presented, by a person where one is named."""

    person: str | None


class Proposal(Published, frozen=True, kw_only=True):
    """A proposal, or an ``amendment`` to the one that ``amends`` names; ``adopted`` is null where no vote was held on it."""

    id: str
    text: str
    proposed_by: str | None
    amendment: bool
    amends: str | None
    adopted: bool | None


class NamedVote(Published, frozen=True, kw_only=True):
    """How a person voted."""

    member: str
    choice: Choice


class GroupVote(Published, frozen=True, kw_only=True):
    """How a group voted, and how many of it."""

    group: str
    choice: Choice
    count: int | None


class Vote(Published, frozen=True, kw_only=True):
    """A vote, on a proposal where one is named. ``adopted`` is the result as it was announced; counts are null where
    they were not given.
    """

    id: str
    proposal: str | None
    method: str
    adopted: bool
    votes_for: int | None
    votes_against: int | None
    abstained: int | None
    not_voting: int | None
    named: list[NamedVote]
    groups: list[GroupVote]
    casting_vote: Choice | None
    lots: bool
    unanimous: bool


class Entered(Published, frozen=True, kw_only=True):
    """What a person had entered in the record."""

    person: str
    statement: str


class Dissent(Published, frozen=True, kw_only=True):
    """A member's dissent; ``procedural`` where it is about how the item was dealt with."""

    person: str
    dissent: str
    procedural: bool


class Item(Published, frozen=True, kw_only=True):
    """An item on the agenda. ``decision`` is the wording of what was decided, ``notes`` the other statements in order.

    ``outcome_detail`` is finer where something finer is known: ``continued`` for work that goes on to
    ``continued_to`` (a meeting's id) or ``continued_until`` (a period), ``recommended`` to another body,
    ``sent-back``, ``withdrawn`` from the agenda, ``by-vote`` where only a vote tells what came of it.
    """

    id: str
    number: str
    title: str
    kind: str
    closed: bool
    presenter: str | None
    matter: str | None
    accepted_late: bool
    late_votes: int | None
    openings: list[Opening]
    disqualifications: list[Disqualification]
    presentations: list[Presentation]
    proposals: list[Proposal]
    votes: list[Vote]
    outcome: ItemOutcome
    outcome_detail: str | None
    postponed_to: str | None
    postponed_until: str | None
    postponed_because: str | None
    continued_to: str | None
    continued_until: str | None
    recommended_to: str | None
    sent_back_to: str | None
    sent_back_because: str | None
    withdrawn_because: str | None
    notes: list[str]
    decision: str | None
    statements: list[Entered]
    dissents: list[Dissent]
    reports: list[Report]
