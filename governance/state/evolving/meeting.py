"""Folding: meetings, their agenda, and their minutes."""

from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    MatterOpened,
    MeetingArrangement,
    MeetingCalled,
    MeetingCancelled,
    MeetingClosed,
    MeetingOpened,
    MeetingRescheduled,
    MeetingScheduled,
    MinutesApproved,
    MinutesIssued,
    MinutesSigned,
    OrdstyrerElected,
    ReferentNamed,
    Told,
)
from events.entry import Entry
from events.ids import ItemId, MatterId, MeetingId, made_by
from events.moments import Effective, is_exact, order_of
from governance.state.evolving.statements import told_at_meeting, told_under_item
from governance.state.fold import Fold, Outcome
from governance.state.proceedings import Signing

BY_TITLE_RULES = ("item", "taken-up-again", "matter")
"""The rules of an import that tell the matter of an item by its title and what came of it."""

_UNKNOWN_TIME = Effective("")


def meeting_scheduled(fold: Fold, event: MeetingScheduled, entry: Entry) -> None:
    """A meeting is planned."""
    _arranged(fold, made_by(MeetingId, entry.number), event, entry)


def meeting_rescheduled(fold: Fold, event: MeetingRescheduled, entry: Entry) -> None:
    """A meeting's arrangement is stated anew."""
    _arranged(fold, event.meeting, event, entry)


def _arranged(fold: Fold, meeting: MeetingId, event: MeetingArrangement, entry: Entry) -> None:
    fold.meeting(meeting).arranged(order_of(entry.effective), entry.number, event)
    if event.agreed_in is not None:
        told_under_item(fold, event, entry, event.agreed_in, decides=True)
        fold.item(event.agreed_in).outcomes.append(Outcome("decided"))
    else:
        told_at_meeting(fold, event, entry, meeting)


def meeting_called(fold: Fold, event: MeetingCalled, _entry: Entry) -> None:
    """The notice is out; a later one that names nobody leaves who demanded the meeting."""
    meeting = fold.meeting(event.meeting)
    meeting.called, meeting.demanded_by = True, event.demanded_by or meeting.demanded_by


def meeting_cancelled(fold: Fold, event: MeetingCancelled, _entry: Entry) -> None:
    """The meeting is off."""
    meeting = fold.meeting(event.meeting)
    meeting.cancelled, meeting.cancelled_because = True, event.reason


def meeting_opened(fold: Fold, event: MeetingOpened, entry: Entry) -> None:
    """The meeting is on."""
    fold.meeting(event.meeting).opened = entry.effective or _UNKNOWN_TIME


def meeting_closed(fold: Fold, event: MeetingClosed, entry: Entry) -> None:
    """The meeting is over."""
    fold.meeting(event.meeting).closed = entry.effective or _UNKNOWN_TIME


def referent_named(fold: Fold, event: ReferentNamed, _entry: Entry) -> None:
    """Somebody writes the minutes."""
    fold.meeting(event.meeting).referent = event.person


def ordstyrer_elected(fold: Fold, event: OrdstyrerElected, entry: Entry) -> None:
    """Somebody leads the meeting."""
    meeting = fold.meeting(event.meeting)
    meeting.ordstyrer, meeting.ordstyrer_role = event.person, event.role
    _settled(fold, event, entry, event.meeting, event.item, "elected")


def matter_opened(fold: Fold, event: MatterOpened, entry: Entry) -> None:
    """A matter came up."""
    identifier = made_by(MatterId, entry.number)
    fold.matters[identifier] = event
    if entry.effective is not None and is_exact(entry.effective):
        fold.raised.add(identifier)


def agenda_item_added(fold: Fold, event: AgendaItemAdded, entry: Entry) -> None:
    """An item is on an agenda."""
    _stated(fold, made_by(ItemId, entry.number), event, entry)


def agenda_item_changed(fold: Fold, event: AgendaItemChanged, entry: Entry) -> None:
    """An item is stated anew."""
    _stated(fold, event.item, event, entry)


def _stated(fold: Fold, identifier: ItemId, event: AgendaItemAdded | AgendaItemChanged, entry: Entry) -> None:
    item = fold.item(identifier)
    before = item.meeting
    if event.matter is not None:
        item.by_title = entry.provenance is not None and entry.provenance.rule in BY_TITLE_RULES
    item.stated(order_of(entry.effective), entry.number, event)
    if item.meeting != before and item.meeting is not None:
        if before is not None:
            fold.meeting(before).items.remove(identifier)
        fold.meeting(item.meeting).items.append(identifier)


def agenda_approved(fold: Fold, event: AgendaApproved, entry: Entry) -> None:
    """The agenda stands."""
    _settled(fold, event, entry, event.meeting, event.item, "approved")


def minutes_issued(fold: Fold, event: MinutesIssued, entry: Entry) -> None:
    """The minutes are out."""
    meeting = fold.meeting(event.meeting)
    meeting.issued_through, meeting.issued_sha256 = event.through, event.document_sha256
    meeting.issued_in = entry.number


def minutes_approved(fold: Fold, event: MinutesApproved, entry: Entry) -> None:
    """Earlier minutes stand."""
    fold.approvals.append(event)
    if event.meeting is not None:
        _settled(fold, event, entry, event.meeting, event.item, "approved")


def minutes_signed(fold: Fold, event: MinutesSigned, entry: Entry) -> None:
    """Somebody stands by the minutes."""
    signing = Signing(event.person, entry.effective, event.reservation, entry.number, event.sign_off)
    fold.meeting(event.meeting).signatures.append(signing)


def _settled(fold: Fold, event: Told, entry: Entry, meeting: MeetingId, item: ItemId | None, outcome: str) -> None:
    if item is None:
        told_at_meeting(fold, event, entry, meeting)
        return
    told_under_item(fold, event, entry, item, decides=True)
    fold.item(item).outcomes.append(Outcome(outcome))
