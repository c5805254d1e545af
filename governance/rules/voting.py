"""Rules about proposals and votes. Whether a vote adds up, and carries, is for the checks: the book tells what was said."""

from events.catalogue import (
    AmendmentMoved,
    ProposalMade,
    VoteChoice,
    VoteHeld,
    VoteMethod,
)
from events.errors import N_
from events.ids import ItemId, ProposalId
from events.moments import Effective
from governance.rules import known
from governance.rules.act import RuleRefused
from governance.state.fold import Fold


def proposal_made(fold: Fold, event: ProposalMade, _when: Effective | None) -> ProposalMade:
    """A proposal is put by somebody the book knows."""
    known.item(fold, event.item)
    if event.proposed_by is not None:
        known.person(fold, event.proposed_by)
    return event


def amendment_moved(fold: Fold, event: AmendmentMoved, _when: Effective | None) -> AmendmentMoved:
    """A change is moved to a proposal under the same item."""
    known.item(fold, event.item)
    _require_proposal(fold, event.item, event.to)
    if event.proposed_by is not None:
        known.person(fold, event.proposed_by)
    return event


def vote_held(fold: Fold, event: VoteHeld, _when: Effective | None) -> VoteHeld:
    """A vote is on a proposal under its item, and does not contradict itself."""
    known.item(fold, event.item)
    _require_proposal(fold, event.item, event.proposal)
    _require_voters(fold, event)
    if event.method is VoteMethod.SECRET and event.named:
        raise RuleRefused(N_("A secret vote does not tell how anybody voted. Leave out the names."))
    if event.unanimous and (event.votes_against or VoteChoice.AGAINST in _choices(event)):
        raise RuleRefused(N_("A vote with votes against is not unanimous. Leave out one of the two."))
    if event.casting_vote not in (None, VoteChoice.FOR, VoteChoice.AGAINST):
        raise RuleRefused(N_("A casting vote is for or against."))
    if event.casting_vote is not None and event.lots:
        raise RuleRefused(N_("A tie is decided by a casting vote or by lot, not by both."))
    return event


def _choices(event: VoteHeld) -> set[VoteChoice]:
    return {*(held.choice for held in event.named), *(held.choice for held in event.groups)}


def _require_proposal(fold: Fold, item: ItemId, proposal: ProposalId | None) -> None:
    if proposal is not None and proposal not in fold.item(item).proposals:
        raise RuleRefused(N_("There is no proposal {id} under this item. Record ProposalMade first."), id=proposal)


def _require_voters(fold: Fold, event: VoteHeld) -> None:
    meeting = fold.meeting_of(event.item)
    voters = [held.person for held in event.named]
    for person in voters:
        if meeting is None or meeting.is_general:
            known.person(fold, person)
        else:
            known.seated_on(fold, person, meeting.date)
    if len(set(voters)) < len(voters):
        raise RuleRefused(N_("A person is named twice among those who voted."))
    groups = [(held.group, held.choice) for held in event.groups]
    if len(set(groups)) < len(groups):
        raise RuleRefused(N_("A group is named twice with the same vote. Add the votes up."))
