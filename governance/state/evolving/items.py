"""Folding: what happened under an item."""

from events.catalogue import (
    CompositionReported,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    NothingRaised,
    ReportGiven,
)
from events.entry import Entry
from events.moments import order_of
from governance.state.evolving.statements import told_under_item
from governance.state.fold import Fold, Outcome


def item_decided(fold: Fold, event: ItemDecided, entry: Entry) -> None:
    """Something was decided."""
    told_under_item(fold, event, entry, event.item, decides=True)
    fold.item(event.item).outcomes.append(Outcome(event.outcome.value))


def item_noted(fold: Fold, event: ItemNoted, entry: Entry) -> None:
    """Something was taken note of."""
    told_under_item(fold, event, entry, event.item, decides=True)
    fold.item(event.item).outcomes.append(Outcome("noted"))


def item_discussed(fold: Fold, event: ItemDiscussed, entry: Entry) -> None:
    """Something was discussed."""
    told_under_item(fold, event, entry, event.item)
    fold.item(event.item).outcomes.append(Outcome("discussed"))


def item_continued(fold: Fold, event: ItemContinued, entry: Entry) -> None:
    """Work goes on."""
    told_under_item(fold, event, entry, event.item)
    item = fold.item(event.item)
    item.continued = event
    item.outcomes.append(Outcome("discussed", "continued"))


def item_postponed(fold: Fold, event: ItemPostponed, entry: Entry) -> None:
    """An item was put off."""
    told_under_item(fold, event, entry, event.item, decides=True)
    item = fold.item(event.item)
    item.postponed = event
    item.outcomes.append(Outcome("postponed"))


def nothing_raised(fold: Fold, event: NothingRaised, entry: Entry) -> None:
    """Nothing came up."""
    told_under_item(fold, event, entry, event.item)
    fold.item(event.item).outcomes.append(Outcome("none"))


def report_given(fold: Fold, event: ReportGiven, entry: Entry) -> None:
    """Somebody reported."""
    told_under_item(fold, event, entry, event.item)
    fold.item(event.item).reports.append(event)


def composition_reported(fold: Fold, event: CompositionReported, entry: Entry) -> None:
    """A body's make-up was reported; the latest in the world's order counts."""
    told_under_item(fold, event, entry, event.item)
    body, order = fold.body(event.body), order_of(entry.effective)
    if order >= body.reported:
        body.composition, body.reported = event, order
