"""From the facts of a statement to events: how a meeting went, under an item or without one."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AgendaItemWithdrawn,
    AmendmentMoved,
    AnyEvent,
    CasePresented,
    DisqualificationDecided,
    DisqualificationRaised,
    DissentEntered,
    GroupVote,
    ItemRecommended,
    ItemReopened,
    ItemSentBack,
    LateItemAccepted,
    LateItemRefused,
    MeetingInterrupted,
    MeetingResumed,
    NamedVote,
    ProposalMade,
    StatementEntered,
    VoteChoice,
    VoteHeld,
    VoteMethod,
)
from events.ids import ItemId, MeetingId, PersonId, ProposalId
from governance.documents import model
from governance.documents.model import Fact, Lines, Problem
from governance.importing.resolving import Resolver
from governance.state.fold import Fold


class Proceedings:
    """Turns what happened at a meeting into events. Where a name is not clear, the sentence stays a note."""

    def __init__(
        self, fold: Callable[[], Fold], resolver: Resolver, meeting: MeetingId, problems: list[Problem]
    ) -> None:
        self._fold = fold
        self._resolver = resolver
        self._meeting = meeting
        self._problems = problems

    def event(self, fact: Fact, item: ItemId | None, lines: Lines | None) -> AnyEvent | None:
        """Return the event that a fact is; None for one of another kind, and for one that is not clear."""
        if isinstance(fact, model.Interruption):
            return MeetingInterrupted(meeting=self._meeting, item=item)
        if isinstance(fact, model.Resumption):
            return MeetingResumed(meeting=self._meeting, item=item)
        if isinstance(fact, model.LateRefusal):
            person = self._person(fact.proposed_by, fact, lines, member=False)
            return LateItemRefused(meeting=self._meeting, title=fact.title, proposed_by=person)
        made = _UNDER_ITEM.get(type(fact))
        return made(self, fact, item, lines) if made is not None and item is not None else None

    def _person(self, written: str | None, fact: Fact, lines: Lines | None, *, member: bool = True) -> PersonId | None:
        """Return who is meant; a name that a line in brackets gives and that means nobody is reported."""
        if written is None:
            return None
        exact = fact.rule == "annotation"
        found = self._resolver.outsider(written) if exact and not member else self._resolver.person(written)
        if found is None and exact:
            self._problems.append(self._resolver.unknown_person(written, lines))
        return found

    def claim(self, fact: model.DisqualificationClaim, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """It was raised that somebody may be inhabil."""
        person = self._person(fact.person, fact, lines)
        return None if person is None else DisqualificationRaised(item=item, person=person, reason=fact.reason)

    def ruling(self, fact: model.DisqualificationRuling, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """It was decided whether somebody is."""
        person = self._person(fact.person, fact, lines)
        if person is None:
            return None
        return DisqualificationDecided(item=item, person=person, disqualified=fact.disqualified)

    def withdrawal(self, fact: model.ItemWithdrawal, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """An item was taken off the agenda."""
        return AgendaItemWithdrawn(item=item, reason=fact.reason)

    def acceptance(self, fact: model.LateAcceptance, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """An item was taken up late."""
        return LateItemAccepted(item=item, votes=fact.votes)

    def reopening(self, _fact: model.Reopening, item: ItemId, _lines: Lines | None) -> AnyEvent:
        """An item was taken up again."""
        return ItemReopened(item=item)

    def presentation(self, fact: model.CasePresentation, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """A case was presented."""
        person = self._person(fact.person, fact, lines, member=False)
        return None if person is None and fact.person is not None else CasePresented(item=item, person=person)

    def proposal(self, fact: model.Proposal, item: ItemId, lines: Lines | None) -> AnyEvent:
        """Something was proposed."""
        return ProposalMade(
            item=item, proposal=fact.proposal, proposed_by=self._person(fact.proposed_by, fact, lines, member=False)
        )

    def amendment(self, fact: model.Amendment, item: ItemId, lines: Lines | None) -> AnyEvent:
        """A change was moved."""
        return AmendmentMoved(
            item=item,
            amendment=fact.amendment,
            to=self._proposal_worded(fact.to, item),
            proposed_by=self._person(fact.proposed_by, fact, lines, member=False),
        )

    def vote(self, fact: model.Vote, item: ItemId, lines: Lines | None) -> AnyEvent:
        """A vote was held; who is not clear is left out of those named."""
        named = [(self._person(held.name, fact, lines), VoteChoice(held.choice)) for held in fact.named]
        return VoteHeld(
            item=item,
            adopted=fact.adopted,
            proposal=self._proposal_worded(fact.proposal, item),
            method=VoteMethod(fact.method),
            votes_for=fact.votes_for,
            votes_against=fact.votes_against,
            abstained=fact.abstained,
            not_voting=fact.not_voting,
            named=tuple(NamedVote(person=person, choice=how) for person, how in named if person is not None),
            groups=tuple(
                GroupVote(group=held.group, choice=VoteChoice(held.choice), count=held.count) for held in fact.groups
            ),
            casting_vote=VoteChoice(fact.casting_vote) if fact.casting_vote is not None else None,
            lots=fact.lots,
            unanimous=fact.unanimous,
        )

    def _proposal_worded(self, wording: str | None, item: ItemId) -> ProposalId | None:
        """Return the last proposal under an item that has this wording."""
        held = self._fold().items[item].proposals if item in self._fold().items else {}
        found = [
            identifier
            for identifier, said in held.items()
            if wording == (said.amendment if isinstance(said, AmendmentMoved) else said.proposal)
        ]
        return found[-1] if found else None

    def recommendation(self, fact: model.Recommendation, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """An item was recommended to another body."""
        body = self._resolver.body(fact.body, lines)
        return None if body is None else ItemRecommended(item=item, body=body)

    def sending_back(self, fact: model.SendingBack, item: ItemId, lines: Lines | None) -> AnyEvent:
        """An item was sent back."""
        return ItemSentBack(item=item, body=self._resolver.body(fact.body, lines), reason=fact.reason)

    def statement(self, fact: model.RecordedStatement, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """Somebody had something entered."""
        person = self._person(fact.person, fact, lines, member=False)
        return None if person is None else StatementEntered(item=item, person=person, statement=fact.statement)

    def dissent(self, fact: model.DissentingStatement, item: ItemId, lines: Lines | None) -> AnyEvent | None:
        """A member had a dissent entered."""
        person = self._person(fact.person, fact, lines)
        if person is None:
            return None
        return DissentEntered(item=item, person=person, dissent=fact.dissent, procedural=fact.procedural)


_UNDER_ITEM: dict[type[Fact], Callable[[Proceedings, Any, ItemId, Lines | None], AnyEvent | None]] = {
    model.DisqualificationClaim: Proceedings.claim,
    model.DisqualificationRuling: Proceedings.ruling,
    model.ItemWithdrawal: Proceedings.withdrawal,
    model.LateAcceptance: Proceedings.acceptance,
    model.Reopening: Proceedings.reopening,
    model.CasePresentation: Proceedings.presentation,
    model.Proposal: Proceedings.proposal,
    model.Amendment: Proceedings.amendment,
    model.Vote: Proceedings.vote,
    model.Recommendation: Proceedings.recommendation,
    model.SendingBack: Proceedings.sending_back,
    model.RecordedStatement: Proceedings.statement,
    model.DissentingStatement: Proceedings.dissent,
}
