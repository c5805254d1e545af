"""Rules about the agenda and its matters."""

from collections.abc import Sequence

import msgspec

from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    AgendaItemMoved,
    AgendaItemWithdrawn,
    AgendaSent,
    Correctable,
    LateItemAccepted,
    LateItemRefused,
    MatterOpened,
)
from events.errors import N_
from events.ids import ItemId, MatterId, MeetingId, made_by
from events.moments import Effective, order_of
from governance.rules import known
from governance.rules.act import RuleRefused, TimeRefused
from governance.state.fold import Fold
from governance.state.publishing.items import is_dealt_with


def matter_opened(fold: Fold, event: MatterOpened, _when: Effective | None) -> MatterOpened:
    """A matter may come up at any time."""
    known.body(fold, event.addressee)
    return msgspec.structs.replace(event, title=_title(event.title))


def agenda_item_added(fold: Fold, event: AgendaItemAdded, _when: Effective | None) -> Sequence[Correctable]:
    """An item has a matter, a new one where none is named; a standing item has none. Two items never share a number."""
    known.meeting_that_counts(fold, event.meeting)
    if event.presenter is not None:
        known.person(fold, event.presenter)
    if event.number is not None:
        _require_free(fold, event.meeting, event.number, None)
    event = msgspec.structs.replace(event, title=_title(event.title))
    if event.standing and event.matter is not None:
        raise RuleRefused(N_("A standing item has no matter. Leave out one of the two."))
    if event.standing:
        return [event]
    if event.matter is None:
        opened = MatterOpened(title=event.title)
        return [opened, msgspec.structs.replace(event, matter=made_by(MatterId, fold.number + 1))]
    known.matter(fold, event.matter)
    _require_once(fold, event.meeting, event.matter)
    return [event]


def agenda_item_changed(fold: Fold, event: AgendaItemChanged, _when: Effective | None) -> AgendaItemChanged:
    """An item keeps a number of its own."""
    item = known.item(fold, event.item)
    meeting = event.meeting or item.meeting
    assert meeting is not None
    known.meeting_that_counts(fold, meeting)
    if event.number is not None:
        _require_free(fold, meeting, event.number, event.item)
    if event.presenter is not None:
        known.person(fold, event.presenter)
    if event.matter is not None:
        known.matter(fold, event.matter)
    return event if event.title is None else msgspec.structs.replace(event, title=_title(event.title))


def agenda_approved(fold: Fold, event: AgendaApproved, _when: Effective | None) -> AgendaApproved:
    """A meeting approves its own agenda."""
    known.meeting_that_counts(fold, event.meeting)
    known.item_of(fold, event.item, event.meeting)
    return event


def item_moved(fold: Fold, event: AgendaItemMoved, _when: Effective | None) -> AgendaItemMoved:
    """An item moves on its own agenda."""
    item = known.item(fold, event.item)
    if event.before == event.item:
        raise RuleRefused(N_("An item cannot stand before itself. Name another one, or none to put it last."))
    if item.meeting is not None:
        known.item_of(fold, event.before, item.meeting)
    return event


def item_withdrawn(fold: Fold, event: AgendaItemWithdrawn, _when: Effective | None) -> AgendaItemWithdrawn:
    """What has been dealt with is not taken off the agenda any more."""
    item = known.item(fold, event.item)
    if item.withdrawn is not None:
        raise RuleRefused(N_("The item has been taken off the agenda already."))
    if is_dealt_with(item):
        raise RuleRefused(N_("The item has been dealt with; it cannot be taken off the agenda any more."))
    return event


def agenda_sent(fold: Fold, event: AgendaSent, when: Effective | None) -> AgendaSent:
    """An agenda with items on it goes out, no later than on the day of the meeting."""
    meeting = known.meeting_that_counts(fold, event.meeting)
    if not meeting.items:
        raise RuleRefused(N_("There is nothing on the agenda of {date} yet."), date=meeting.date)
    if order_of(when)[:10] > meeting.date:
        raise TimeRefused(
            N_("The agenda cannot have been sent on {day}, after the meeting of {date}. Give the day on which it was."),
            day=order_of(when)[:10],
            date=meeting.date,
        )
    return event


def late_item_accepted(fold: Fold, event: LateItemAccepted, _when: Effective | None) -> LateItemAccepted:
    """An item is taken up late once."""
    if known.item(fold, event.item).accepted_late is not None:
        raise RuleRefused(N_("The item has been taken up already."))
    return event


def late_item_refused(fold: Fold, event: LateItemRefused, _when: Effective | None) -> LateItemRefused:
    """What was not taken up stands on no agenda."""
    known.meeting_that_counts(fold, event.meeting)
    if event.proposed_by is not None:
        known.person(fold, event.proposed_by)
    return msgspec.structs.replace(event, title=_title(event.title))


def _title(title: str) -> str:
    return title[:-1].rstrip() if title.endswith(".") and not title.endswith("..") and len(title) > 1 else title


def _require_free(fold: Fold, meeting: MeetingId, number: str, but: ItemId | None) -> None:
    for item in fold.meeting(meeting).items:
        if item != but and fold.items[item].number == number:
            raise RuleRefused(
                N_("There is an item {number} on this agenda already: {title}."),
                number=number,
                title=fold.items[item].title,
            )


def _require_once(fold: Fold, meeting: MeetingId, matter: MatterId) -> None:
    for item in fold.meeting(meeting).items:
        if fold.items[item].matter == matter:
            raise RuleRefused(
                N_("The matter stands on this agenda already, as item {number}."),
                number=fold.items[item].number or fold.items[item].title,
            )
