"""A vote at the meeting: what the figures say, and who may vote."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from events.catalogue import (
    AmendmentMoved,
    GroupVote,
    NamedVote,
    ProposalMade,
    TieRule,
    VoteChoice,
    VoteHeld,
    VoteMethod,
)
from events.ids import ItemId, MeetingId, PersonId, ProposalId
from governance.importing.drafting import Draft
from governance.sitting.attending import Attendee
from governance.sitting.room import rules_of
from governance.sitting.together import Deed
from governance.state.fold import Fold

Tie = Literal["falls", "chair-for", "chair-against", "lots-for", "lots-against"]
"""How a tie was decided."""


class Ballot(msgspec.Struct, frozen=True):
    """A vote as it was taken. By name or by group the figures follow from those; without any, only the result is known.

    ``tie`` counts only where there are as many votes for as against.
    """

    proposal: ProposalId | None = None
    method: VoteMethod = VoteMethod.SHOW_OF_HANDS
    counts: Mapping[VoteChoice, int] = {}
    named: tuple[NamedVote, ...] = ()
    groups: tuple[GroupVote, ...] = ()
    adopted: bool = True
    tie: Tie = "falls"


class Question(msgspec.Struct, frozen=True):
    """Something that is put to the vote: the item itself where ``id`` is None."""

    id: ProposalId | None
    words: str
    amendment: bool = False


def questions(fold: Fold, item: ItemId) -> tuple[Question, ...]:
    """Return what may be put to the vote under an item: what was voted on last comes last, amendments first."""
    held = fold.items[item]
    voted = {vote.proposal for vote in held.votes.values()}
    put = [_question(identifier, said) for identifier, said in held.proposals.items()]
    return (*sorted(put, key=lambda one: (one.id in voted, not one.amendment)), Question(None, ""))


def _question(identifier: ProposalId, said: ProposalMade | AmendmentMoved) -> Question:
    if isinstance(said, AmendmentMoved):
        return Question(identifier, said.amendment, amendment=True)
    return Question(identifier, said.proposal)


def usual_tie(fold: Fold, meeting: MeetingId) -> Tie:
    """Return how a tie is decided by the rules in force; who draws or decides says which way."""
    rule = rules_of(fold, fold.meetings[meeting]).values.tie
    return "chair-for" if rule is TieRule.CHAIR_DECIDES else "lots-for" if rule is TieRule.LOTS else "falls"


def voters(people: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """Return who may vote now: those in the room who have a vote."""
    return tuple(one for one in people if one.there and one.as_ in ("member", "stand-in"))


def parties(people: Sequence[Attendee]) -> dict[str, int]:
    """Return how many of each party may vote now."""
    found: dict[str, int] = {}
    for one in voters(people):
        if one.party:
            found[one.party] = found.get(one.party, 0) + 1
    return dict(sorted(found.items()))


def counted(ballot: Ballot) -> dict[VoteChoice, int]:
    """Return the figures of a vote: those given, else what the names or the groups add up to."""
    if ballot.counts:
        return dict(ballot.counts)
    found: dict[VoteChoice, int] = {}
    for named in ballot.named:
        found[named.choice] = found.get(named.choice, 0) + 1
    for group in ballot.groups:
        if group.count is not None:
            found[group.choice] = found.get(group.choice, 0) + group.count
    return found


def result(counts: Mapping[VoteChoice, int]) -> bool | None:
    """Return whether the figures adopt a proposal; None for a tie, and where there are none."""
    votes_for, against = counts.get(VoteChoice.FOR, 0), counts.get(VoteChoice.AGAINST, 0)
    return None if votes_for == against else votes_for > against


def vote(item: ItemId, ballot: Ballot, text: str = "") -> Deed:
    """Return the deed that records a vote."""
    counts = counted(ballot)
    outcome = result(counts)
    tied = outcome is None and bool(counts)
    adopted = outcome if outcome is not None else ballot.tie.endswith("-for") if tied else ballot.adopted
    casting = _CASTING.get(ballot.tie) if tied else None
    unanimous = (
        bool(counts.get(VoteChoice.FOR)) and not counts.get(VoteChoice.AGAINST) and not counts.get(VoteChoice.ABSTAINED)
    )

    def deed(draft: Draft) -> None:
        draft.record(
            VoteHeld(
                item=item,
                adopted=adopted,
                proposal=ballot.proposal,
                method=ballot.method,
                votes_for=_figure(counts, VoteChoice.FOR),
                votes_against=_figure(counts, VoteChoice.AGAINST),
                abstained=counts.get(VoteChoice.ABSTAINED),
                not_voting=counts.get(VoteChoice.NOT_VOTING),
                named=ballot.named,
                groups=ballot.groups,
                casting_vote=casting,
                lots=tied and ballot.tie.startswith("lots"),
                unanimous=unanimous,
                text=text.strip() or None,
            )
        )

    return deed


def by_name(choices: Mapping[PersonId, VoteChoice]) -> tuple[NamedVote, ...]:
    """Return votes by name."""
    return tuple(NamedVote(person=person, choice=choice) for person, choice in choices.items())


def by_group(choices: Mapping[str, VoteChoice], sizes: Mapping[str, int]) -> tuple[GroupVote, ...]:
    """Return votes by group."""
    return tuple(GroupVote(group=group, choice=choice, count=sizes.get(group)) for group, choice in choices.items())


_CASTING: dict[Tie, VoteChoice] = {"chair-for": VoteChoice.FOR, "chair-against": VoteChoice.AGAINST}


def _figure(counts: Mapping[VoteChoice, int], choice: VoteChoice) -> int | None:
    """Return a figure; where any is given, nobody is nought."""
    return counts.get(choice, 0) if counts else None
