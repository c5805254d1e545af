"""Folding: what becomes of the agenda: its order, what is taken off it, what comes late."""

from events.catalogue import AgendaItemMoved, AgendaItemWithdrawn, AgendaSent, LateItemAccepted, LateItemRefused
from events.entry import Entry
from events.moments import order_of
from governance.state.evolving.statements import told_at_meeting, told_under_item
from governance.state.fold import Fold, Outcome
from governance.state.ordering import from_there
from governance.state.proceedings import Sending
from governance.state.publishing.agenda import agenda_of


def item_moved(fold: Fold, event: AgendaItemMoved, entry: Entry) -> None:
    """An item stands elsewhere; the moves count in the order of the world."""
    told_under_item(fold, event, entry, event.item)
    meeting = fold.item(event.item).meeting
    if meeting is not None:
        from_there(fold.meeting(meeting).moves, order_of(entry.effective), entry.number, event)


def item_withdrawn(fold: Fold, event: AgendaItemWithdrawn, entry: Entry) -> None:
    """An item is not dealt with."""
    told_under_item(fold, event, entry, event.item, decides=True)
    item = fold.item(event.item)
    item.withdrawn = event
    item.outcomes.append(Outcome("none", "withdrawn"))


def agenda_sent(fold: Fold, event: AgendaSent, entry: Entry) -> None:
    """The agenda is out, with the items that are on it now."""
    meeting = fold.meeting(event.meeting)
    meeting.sent.append(Sending(entry.effective, tuple(item.id for item in agenda_of(fold, meeting))))


def late_item_accepted(fold: Fold, event: LateItemAccepted, entry: Entry) -> None:
    """An item is taken up though it came late."""
    told_under_item(fold, event, entry, event.item)
    fold.item(event.item).accepted_late = event


def late_item_refused(fold: Fold, event: LateItemRefused, entry: Entry) -> None:
    """An item is not taken up."""
    told_at_meeting(fold, event, entry, event.meeting)
    fold.meeting(event.meeting).refused.append(event)
