"""One line for each act: how an item is dealt with, proposals and votes."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AmendmentMoved,
    CasePresented,
    DissentEntered,
    Event,
    ItemOpened,
    ItemRecommended,
    ItemReopened,
    ItemSentBack,
    ProposalMade,
    StatementEntered,
    VoteChoice,
    VoteHeld,
)
from governance.language import _
from governance.state.fold import Fold
from governance.wording.speaking import body, item, person, quoted


def _presented(fold: Fold, event: CasePresented) -> str:
    where = item(fold, event.item)
    if event.person is not None:
        return _("{item}: {name} presented the case").format(item=where, name=person(fold, event.person))
    return _("{item}: case presented").format(item=where)


def _proposal(fold: Fold, event: ProposalMade) -> str:
    where = item(fold, event.item)
    said = (
        _("{item}: proposal by {name}").format(item=where, name=person(fold, event.proposed_by))
        if event.proposed_by is not None
        else _("{item}: proposal").format(item=where)
    )
    return said + quoted(event.proposal)


def _amendment(fold: Fold, event: AmendmentMoved) -> str:
    where = item(fold, event.item)
    said = (
        _("{item}: amendment moved by {name}").format(item=where, name=person(fold, event.proposed_by))
        if event.proposed_by is not None
        else _("{item}: amendment moved").format(item=where)
    )
    return said + quoted(event.amendment)


def _vote(fold: Fold, event: VoteHeld) -> str:
    if event.unanimous:
        said = _("{item}: adopted unanimously") if event.adopted else _("{item}: rejected unanimously")
    else:
        said = _("{item}: adopted by vote") if event.adopted else _("{item}: rejected by vote")
    told = [
        _figure(_("{count} for"), event, VoteChoice.FOR, event.votes_for),
        _figure(_("{count} against"), event, VoteChoice.AGAINST, event.votes_against),
        _figure(_("{count} abstained"), event, VoteChoice.ABSTAINED, event.abstained),
        _figure(_("{count} not voting"), event, VoteChoice.NOT_VOTING, event.not_voting),
        _casting(event.casting_vote),
        _("lots were drawn") if event.lots else None,
    ]
    words = ", ".join(filter(None, told))
    return said.format(item=item(fold, event.item)) + (f", {words}" if words else "")


def _figure(said: str, event: VoteHeld, choice: VoteChoice, told: int | None) -> str | None:
    """Return how many votes there were with a choice: as told, else as the names or the groups add up where they do not
    contradict each other.
    """
    if told is not None:
        return said.format(count=told)
    by_group = [held.count for held in event.groups if held.choice is choice]
    if None in by_group:
        return None
    sums = {sum(held.choice is choice for held in event.named), sum(count or 0 for count in by_group)} - {0}
    return said.format(count=sums.pop()) if len(sums) == 1 else None


def _casting(choice: VoteChoice | None) -> str | None:
    if choice is None:
        return None
    return _("casting vote for") if choice is VoteChoice.FOR else _("casting vote against")


def _sent_back(fold: Fold, event: ItemSentBack) -> str:
    where = item(fold, event.item)
    said = (
        _("{item}: sent back to {body}").format(item=where, body=body(fold, event.body))
        if event.body is not None
        else _("{item}: sent back").format(item=where)
    )
    return said + quoted(event.reason)


def _statement(fold: Fold, event: StatementEntered) -> str:
    said = _("{item}: statement by {name}")
    return said.format(item=item(fold, event.item), name=person(fold, event.person)) + quoted(event.statement)


def _dissent(fold: Fold, event: DissentEntered) -> str:
    said = _("{item}: procedural dissent by {name}") if event.procedural else _("{item}: dissent by {name}")
    return said.format(item=item(fold, event.item), name=person(fold, event.person)) + quoted(event.dissent)


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    ItemOpened: lambda f, e: _("{item}: opened").format(item=item(f, e.item)),
    ItemReopened: lambda f, e: _("{item}: taken up again").format(item=item(f, e.item)),
    CasePresented: _presented,
    ProposalMade: _proposal,
    AmendmentMoved: _amendment,
    VoteHeld: _vote,
    ItemRecommended: lambda f, e: _("{item}: recommended to {body}").format(item=item(f, e.item), body=body(f, e.body)),
    ItemSentBack: _sent_back,
    StatementEntered: _statement,
    DissentEntered: _dissent,
}
