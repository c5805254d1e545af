"""Rules about how an item is dealt with: turned to, presented, entered in the record, passed on to others."""

from events.catalogue import (
    CasePresented,
    DissentEntered,
    ItemOpened,
    ItemRecommended,
    ItemReopened,
    ItemSentBack,
    StatementEntered,
)
from events.errors import N_
from events.ids import ItemId
from events.moments import Effective
from governance.rules import known
from governance.rules.act import RuleRefused
from governance.state.fold import Fold, Item


def item_opened(fold: Fold, event: ItemOpened, _when: Effective | None) -> ItemOpened:
    """An open meeting turns to an item once."""
    item = _at_open_meeting(fold, event.item)
    if item.openings:
        raise RuleRefused(N_("The item has been opened already. If the meeting came back to it, record ItemReopened."))
    return event


def item_reopened(fold: Fold, event: ItemReopened, _when: Effective | None) -> ItemReopened:
    """The meeting comes back to what it has dealt with."""
    item = _at_open_meeting(fold, event.item)
    if not item.openings and not item.outcomes and not item.statements:
        raise RuleRefused(N_("The item has not been dealt with yet; record ItemOpened instead."))
    return event


def _at_open_meeting(fold: Fold, identifier: ItemId) -> Item:
    item, meeting = known.item(fold, identifier), fold.meeting_of(identifier)
    if meeting is not None and meeting.opened is None:
        raise RuleRefused(N_("The meeting of {date} has not been opened; open it before its items."), date=meeting.date)
    return item


def case_presented(fold: Fold, event: CasePresented, _when: Effective | None) -> CasePresented:
    """A case is presented by somebody the book knows."""
    known.item(fold, event.item)
    if event.person is not None:
        known.person(fold, event.person)
    return event


def passed_on(
    fold: Fold, event: ItemRecommended | ItemSentBack, _when: Effective | None
) -> ItemRecommended | ItemSentBack:
    """An item goes to a body that the book knows."""
    known.item(fold, event.item)
    known.body(fold, event.body)
    return event


def statement_entered(fold: Fold, event: StatementEntered, _when: Effective | None) -> StatementEntered:
    """Anybody the book knows may have something entered."""
    known.item(fold, event.item)
    known.person(fold, event.person)
    return event


def dissent_entered(fold: Fold, event: DissentEntered, _when: Effective | None) -> DissentEntered:
    """Only who has a seat may dissent."""
    known.item(fold, event.item)
    meeting = fold.meeting_of(event.item)
    known.seated_on(fold, event.person, meeting.date if meeting is not None else "")
    return event
