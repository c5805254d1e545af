"""Publishing: an item with what came of it."""

from events.catalogue import AmendmentMoved, DissentEntered, StatementEntered, VoteHeld
from events.ids import ProposalId, VoteId
from governance.state import model
from governance.state.fold import Fold, Item, Meeting
from governance.state.outcomes import weightiest
from governance.state.proceedings import time_of
from governance.state.publishing.agenda import agenda_of, shown_numbers
from governance.state.publishing.later import continued_to, postponed_to


def agenda(fold: Fold, meeting: Meeting) -> list[model.Item]:
    """Return the items of a meeting in the order of its agenda."""
    items = agenda_of(fold, meeting)
    numbers = shown_numbers(items)
    return [_item(fold, item, numbers[item.id]) for item in items]


def outcome_of(item: Item) -> model.ItemOutcome:
    """Return what came of an item: the weightiest thing recorded, else what was voted; none where nothing was, unknown
    where only notes.
    """
    found = weightiest(outcome.outcome for outcome in item.outcomes)
    if found is not None:
        return found
    vote = deciding_vote(item)
    if vote is not None:
        return "decided" if vote.adopted else "rejected"
    return "unknown" if item.statements else "none"


def deciding_vote(item: Item) -> VoteHeld | None:
    """Return the last vote on the item that was on no amendment."""
    votes = [
        vote
        for vote in item.votes.values()
        if vote.proposal is None or not isinstance(item.proposals.get(vote.proposal), AmendmentMoved)
    ]
    return votes[-1] if votes else None


def is_dealt_with(item: Item) -> bool:
    """Tell whether something came of an item."""
    return bool(item.outcomes) or deciding_vote(item) is not None


def _detail_of(item: Item) -> str | None:
    """Return the detail of what came of it; where that has none, the last detail there is."""
    outcome = outcome_of(item)
    details = [held for held in item.outcomes if held.detail is not None]
    if not item.outcomes and deciding_vote(item) is not None:
        return "by-vote"
    own = [held for held in details if held.outcome == outcome] or details
    return own[-1].detail if own else None


def _item(fold: Fold, item: Item, number: str) -> model.Item:
    decisions = [statement.text for statement in item.statements if statement.decides]
    postponed, continued, late = item.postponed, item.continued, item.accepted_late
    return model.Item(
        id=item.id,
        number=number,
        title=item.title,
        kind=item.kind,
        closed=item.closed,
        presenter=item.presenter,
        matter=item.matter,
        accepted_late=late is not None,
        late_votes=late.votes if late else None,
        openings=[model.Opening(at=time_of(held.effective), again=held.again) for held in item.openings],
        disqualifications=[
            model.Disqualification(member=person, reason=held.reason, disqualified=held.disqualified)
            for person, held in item.disqualifications.items()
        ],
        presentations=[model.Presentation(person=held.person) for held in item.presentations],
        proposals=_proposals(item),
        votes=[_vote(identifier, vote) for identifier, vote in item.votes.items()],
        outcome=outcome_of(item),
        outcome_detail=_detail_of(item),
        postponed_to=postponed_to(fold, item),
        postponed_until=postponed.until if postponed else None,
        postponed_because=postponed.reason if postponed else None,
        continued_to=continued_to(fold, item),
        continued_until=continued.to_period if continued else None,
        recommended_to=item.recommended.body if item.recommended else None,
        sent_back_to=item.sent_back.body if item.sent_back else None,
        sent_back_because=item.sent_back.reason if item.sent_back else None,
        withdrawn_because=item.withdrawn.reason if item.withdrawn else None,
        notes=[statement.text for statement in item.statements if not statement.decides],
        decision="\n".join(decisions) or None,
        statements=[
            model.Entered(person=held.person, statement=held.statement)
            for held in item.entered
            if isinstance(held, StatementEntered)
        ],
        dissents=[
            model.Dissent(person=held.person, dissent=held.dissent, procedural=held.procedural)
            for held in item.entered
            if isinstance(held, DissentEntered)
        ],
        reports=[
            model.Report(person=report.person, body=report.body, occasion=report.occasion, held_on=report.held_on)
            for report in item.reports
        ],
    )


def _proposals(item: Item) -> list[model.Proposal]:
    results: dict[ProposalId, bool] = {
        vote.proposal: vote.adopted for vote in item.votes.values() if vote.proposal is not None
    }
    return [
        model.Proposal(
            id=identifier,
            text=held.amendment if isinstance(held, AmendmentMoved) else held.proposal,
            proposed_by=held.proposed_by,
            amendment=isinstance(held, AmendmentMoved),
            amends=held.to if isinstance(held, AmendmentMoved) else None,
            adopted=results.get(identifier),
        )
        for identifier, held in item.proposals.items()
    ]


def _vote(identifier: VoteId, vote: VoteHeld) -> model.Vote:
    return model.Vote(
        id=identifier,
        proposal=vote.proposal,
        method=vote.method.value,
        adopted=vote.adopted,
        votes_for=vote.votes_for,
        votes_against=vote.votes_against,
        abstained=vote.abstained,
        not_voting=vote.not_voting,
        named=[model.NamedVote(member=held.person, choice=held.choice.value) for held in vote.named],
        groups=[model.GroupVote(group=held.group, choice=held.choice.value, count=held.count) for held in vote.groups],
        casting_vote=vote.casting_vote.value if vote.casting_vote else None,
        lots=vote.lots,
        unanimous=vote.unanimous,
    )
