"""Rules about the agenda and its matters."""

from collections.abc import Sequence

import msgspec

from events.catalogue import AgendaApproved, AgendaItemAdded, AgendaItemChanged, Correctable, MatterOpened
from events.errors import N_
from events.ids import ItemId, MatterId, MeetingId, made_by
from events.moments import Effective
from governance.rules import known
from governance.rules.act import RuleRefused
from governance.state.fold import Fold


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
