"""Folding: how an item is dealt with: presentation, proposals, votes, what is entered, and where it goes."""

from events.catalogue import (
    AmendmentMoved,
    CasePresented,
    DissentEntered,
    ItemOpened,
    ItemRecommended,
    ItemReopened,
    ItemSentBack,
    ProposalMade,
    StatementEntered,
    VoteHeld,
)
from events.entry import Entry
from events.ids import ProposalId, VoteId, made_by
from governance.state.evolving.statements import told_under_item
from governance.state.fold import Fold, Outcome
from governance.state.proceedings import Opening


def item_opened(fold: Fold, event: ItemOpened, entry: Entry) -> None:
    """The meeting turned to an item."""
    fold.item(event.item).openings.append(Opening(entry.effective, again=False))


def item_reopened(fold: Fold, event: ItemReopened, entry: Entry) -> None:
    """The meeting came back to an item."""
    told_under_item(fold, event, entry, event.item)
    fold.item(event.item).openings.append(Opening(entry.effective, again=True))


def case_presented(fold: Fold, event: CasePresented, entry: Entry) -> None:
    """A case was presented."""
    told_under_item(fold, event, entry, event.item)
    fold.item(event.item).presentations.append(event)


def proposed(fold: Fold, event: ProposalMade | AmendmentMoved, entry: Entry) -> None:
    """Something was proposed."""
    told_under_item(fold, event, entry, event.item)
    fold.item(event.item).proposals[made_by(ProposalId, entry.number)] = event


def vote_held(fold: Fold, event: VoteHeld, entry: Entry) -> None:
    """A vote was held. What came of the item follows from it only where nothing else says so."""
    told_under_item(fold, event, entry, event.item, decides=True)
    fold.item(event.item).votes[made_by(VoteId, entry.number)] = event


def item_recommended(fold: Fold, event: ItemRecommended, entry: Entry) -> None:
    """The decision is another body's."""
    told_under_item(fold, event, entry, event.item, decides=True)
    item = fold.item(event.item)
    item.recommended = event
    item.outcomes.append(Outcome("decided", "recommended"))


def item_sent_back(fold: Fold, event: ItemSentBack, entry: Entry) -> None:
    """An item goes back; it is not done with."""
    told_under_item(fold, event, entry, event.item, decides=True)
    item = fold.item(event.item)
    item.sent_back = event
    item.outcomes.append(Outcome("postponed", "sent-back"))


def entered(fold: Fold, event: StatementEntered | DissentEntered, entry: Entry) -> None:
    """Somebody's words are in the record."""
    told_under_item(fold, event, entry, event.item)
    fold.item(event.item).entered.append(event)
