"""Events as facts of a document: how a meeting went."""

from collections.abc import Callable
from typing import Any

import msgspec

from events.catalogue import (
    AgendaItemMoved,
    AgendaItemWithdrawn,
    AmendmentMoved,
    CasePresented,
    DisqualificationDecided,
    DisqualificationRaised,
    DissentEntered,
    Event,
    ItemRecommended,
    ItemReopened,
    ItemSentBack,
    LateItemAccepted,
    LateItemRefused,
    MeetingInterrupted,
    MeetingResumed,
    ProposalMade,
    StatementEntered,
    VoteHeld,
)
from events.ids import ItemId, ProposalId
from events.moments import Effective, is_exact
from governance.documents import model
from governance.documents.facts.names import body, person
from governance.state.fold import Fold
from governance.state.proceedings import time_of
from governance.state.publishing.agenda import agenda_of, shown_numbers


def timed(fact: model.Fact, effective: Effective | None, day: str) -> model.Fact:
    """Return a fact with the time at which it happened, and the day where it is not that of the meeting."""
    if not isinstance(fact, model.Interruption | model.Resumption | model.Reopening) or effective is None:
        return fact
    other = effective[:10] if is_exact(effective) and effective[:10] != day else None
    return msgspec.structs.replace(fact, at=time_of(effective), on=other)


def _move(fold: Fold, event: AgendaItemMoved) -> model.Fact:
    return model.ItemMove(before=number_of(fold, event.before))


def number_of(fold: Fold, item: ItemId | None) -> str | None:
    """Return the number of an item as its agenda shows it, or None."""
    meeting = fold.meeting_of(item) if item is not None else None
    return None if meeting is None or item is None else shown_numbers(agenda_of(fold, meeting)).get(item)


def _late_refusal(fold: Fold, event: LateItemRefused) -> model.Fact:
    return model.LateRefusal(title=event.title, proposed_by=person(fold, event.proposed_by))


def _claim(fold: Fold, event: DisqualificationRaised) -> model.Fact:
    return model.DisqualificationClaim(person=person(fold, event.person) or "", reason=event.reason)


def _ruling(fold: Fold, event: DisqualificationDecided) -> model.Fact:
    return model.DisqualificationRuling(person=person(fold, event.person) or "", disqualified=event.disqualified)


def _proposal(fold: Fold, event: ProposalMade) -> model.Fact:
    return model.Proposal(proposal=event.proposal, proposed_by=person(fold, event.proposed_by))


def _amendment(fold: Fold, event: AmendmentMoved) -> model.Fact:
    return model.Amendment(
        amendment=event.amendment,
        to=_wording(fold, event.item, event.to),
        proposed_by=person(fold, event.proposed_by),
    )


def _wording(fold: Fold, item: ItemId, proposal: ProposalId | None) -> str | None:
    held = fold.items[item].proposals.get(proposal) if proposal is not None and item in fold.items else None
    if held is None:
        return None
    return held.amendment if isinstance(held, AmendmentMoved) else held.proposal


def _vote(fold: Fold, event: VoteHeld) -> model.Fact:
    return model.Vote(
        adopted=event.adopted,
        proposal=_wording(fold, event.item, event.proposal),
        method=event.method.value,
        votes_for=event.votes_for,
        votes_against=event.votes_against,
        abstained=event.abstained,
        not_voting=event.not_voting,
        named=tuple(
            model.NamedVote(name=person(fold, held.person) or "", choice=held.choice.value) for held in event.named
        ),
        groups=tuple(
            model.GroupVote(group=held.group, choice=held.choice.value, count=held.count) for held in event.groups
        ),
        casting_vote=event.casting_vote.value if event.casting_vote is not None else None,
        lots=event.lots,
        unanimous=event.unanimous,
    )


def _statement(fold: Fold, event: StatementEntered) -> model.Fact:
    return model.RecordedStatement(person=person(fold, event.person) or "", statement=event.statement)


def _dissent(fold: Fold, event: DissentEntered) -> model.Fact:
    return model.DissentingStatement(
        person=person(fold, event.person) or "", dissent=event.dissent, procedural=event.procedural
    )


FACTS: dict[type[Event], Callable[[Fold, Any], model.Fact | None]] = {
    MeetingInterrupted: lambda _fold, _event: model.Interruption(),
    MeetingResumed: lambda _fold, _event: model.Resumption(),
    DisqualificationRaised: _claim,
    DisqualificationDecided: _ruling,
    AgendaItemMoved: _move,
    AgendaItemWithdrawn: lambda _fold, event: model.ItemWithdrawal(reason=event.reason),
    LateItemAccepted: lambda _fold, event: model.LateAcceptance(votes=event.votes),
    LateItemRefused: _late_refusal,
    ItemReopened: lambda _fold, _event: model.Reopening(),
    CasePresented: lambda fold, event: model.CasePresentation(person=person(fold, event.person)),
    ProposalMade: _proposal,
    AmendmentMoved: _amendment,
    VoteHeld: _vote,
    ItemRecommended: lambda fold, event: model.Recommendation(body=body(fold, event.body) or ""),
    ItemSentBack: lambda fold, event: model.SendingBack(body=body(fold, event.body), reason=event.reason),
    StatementEntered: _statement,
    DissentEntered: _dissent,
}
