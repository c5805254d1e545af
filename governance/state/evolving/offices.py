"""Folding: who was elected to what."""

from events.catalogue import OfficeEnded, OfficerElected, RepresentationEnded, RepresentativeElected, RulesAdopted
from events.entry import Entry
from governance.state.evolving.statements import told_at_meeting, told_under_item
from governance.state.facts import Dated
from governance.state.fold import Fold, Outcome


def officer(fold: Fold, event: OfficerElected | OfficeEnded, entry: Entry) -> None:
    """A person was elected to an office, or left it."""
    fold.offices.append(Dated(entry.number, entry.effective, event))
    if isinstance(event, OfficerElected):
        told_where_done(fold, event, entry, "elected")


def representative(fold: Fold, event: RepresentativeElected | RepresentationEnded, entry: Entry) -> None:
    """A person was elected to represent the council, or does so no more."""
    fold.representations.append(Dated(entry.number, entry.effective, event))
    if isinstance(event, RepresentativeElected):
        told_where_done(fold, event, entry, "elected")


def told_where_done(
    fold: Fold, event: OfficerElected | RepresentativeElected | RulesAdopted, entry: Entry, outcome: str
) -> None:
    """Keep the wording of what was done under an item or at a meeting; what was done at neither has none."""
    if event.item is not None:
        told_under_item(fold, event, entry, event.item, decides=True)
        fold.item(event.item).outcomes.append(Outcome(outcome))
    elif event.meeting is not None:
        told_at_meeting(fold, event, entry, event.meeting)
