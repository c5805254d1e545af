"""Which matter an item takes up, as far as titles and outcomes tell.

Two items with the same title, one after the other, are the same matter where the first was put off or work on it goes
on; otherwise the later one is a new matter. The rule looks the same from either side, so it does not matter which of
the two meetings came into the book first.
"""

from events.ids import MatterId
from governance.danish.names import folded
from governance.state.fold import Fold, Item


def matter_by_title(fold: Fold, title: str, day: str) -> MatterId | None:
    """Return the matter that an item with this title at a meeting on this day goes on with, or None for a new one."""
    before = _nearest(fold, title, day, earlier=True)
    return before.matter if before is not None and stays_open(before) else None


def matter_taken_up_later(fold: Fold, title: str, day: str) -> MatterId | None:
    """Return the matter of the next later item with this title, which goes on with one that was put off on this day."""
    after = _nearest(fold, title, day, earlier=False)
    return after.matter if after is not None else None


def same_title(one: str, other: str) -> bool:
    """Tell whether two titles are the same, apart from capitals, spaces and full stops."""
    return folded(one) == folded(other)


def _nearest(fold: Fold, title: str, day: str, *, earlier: bool) -> Item | None:
    found = [
        (meeting.date, item)
        for item in fold.items.values()
        if item.matter is not None
        and item.meeting is not None
        and same_title(item.title, title)
        and (meeting := fold.meeting(item.meeting)).date
        and (meeting.date < day if earlier else meeting.date > day)
    ]
    if not found:
        return None
    return (max if earlier else min)(found, key=lambda held: held[0])[1]


def stays_open(item: Item) -> bool:
    """Tell whether a matter goes on after an item: put off, continued, or not dealt with yet."""
    if item.postponed is not None or item.continued is not None:
        return True
    return not item.outcomes and not item.statements
