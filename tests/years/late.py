"""Items that were not on the agenda sent out."""

from typing import TYPE_CHECKING

from events.catalogue import AgendaItemMoved, ItemKind, LateItemAccepted, LateItemRule
from tests.years import matters
from tests.years.agenda import Planned, added
from tests.years.sitting import Sitting

if TYPE_CHECKING:
    from tests.years.life import Life


def takes_up_late(life: "Life", sitting: Sitting) -> bool:
    """Take up an item that was not on the agenda, where the rules allow it; tell whether one was."""
    if sitting.rng.random() > 0.06 or not sitting.occasion.regular or not _may_take_up(sitting):
        return False
    titles = [title for title in life.titles if title not in {item.title for item in sitting.items}]
    late = Planned(sitting.rng.choice(titles), matters.discussed)
    added(life, sitting.occasion, late)
    at = next(place for place, item in enumerate(sitting.items) if item.kind is ItemKind.NEXT_MEETING)
    sitting.tell(AgendaItemMoved(item=late.id, before=sitting.items[at].id))  # type: ignore[arg-type]
    sitting.tell(LateItemAccepted(item=late.id, votes=len(sitting.voters())))  # type: ignore[arg-type]
    sitting.items.insert(at, late)
    return True


def _may_take_up(sitting: Sitting) -> bool:
    votes, rule = len(sitting.voters()), sitting.rules.late_item
    if rule in (None, LateItemRule.NEVER) or votes < (sitting.rules.late_item_least or 0):
        return False
    if rule is LateItemRule.ALL_MEMBERS_PRESENT:
        return sitting.whole
    return rule is not LateItemRule.MAJORITY_OF_MEMBERS or votes > len(sitting.people.seats) // 2
