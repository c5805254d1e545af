"""Publishing: the order of an agenda, and the numbers of its items."""

from events.catalogue import AgendaItemMoved
from governance.state.fold import Fold, Item, Meeting


def agenda_of(fold: Fold, meeting: Meeting) -> list[Item]:
    """Return the items on the meeting's agenda: by number where they have one, then as they were moved."""
    items = [fold.items[item] for item in meeting.items if item in fold.items]
    items.sort(key=lambda item: (number_order(item.number or ""), int(item.id[1:])))
    for _, _, move in meeting.moves:
        _move(items, move)
    return items


def _move(items: list[Item], move: AgendaItemMoved) -> None:
    """Move an item; not where it, or the one to stand behind it, has gone to another agenda meanwhile."""
    places = {item.id: place for place, item in enumerate(items)}
    if move.item not in places or (move.before is not None and move.before not in places):
        return
    moved = items.pop(places[move.item])
    before = next((place for place, item in enumerate(items) if item.id == move.before), len(items))
    items.insert(before, moved)


def shown_numbers(items: list[Item]) -> dict[str, str]:
    """Return the number of each item: its own, else the next free one after the items before it."""
    taken = {item.number for item in items if item.number}
    shown: dict[str, str] = {}
    last = 0
    for item in items:
        if item.number:
            last = max(last, number_order(item.number)[0])
        else:
            last += 1
            while str(last) in taken:
                last += 1
        shown[item.id] = item.number or str(last)
    return shown


def number_order(number: str) -> tuple[int, str]:
    """Return a key by which item numbers sort: 2 before 10, 1.a after 1, unnumbered last."""
    digits = ""
    for character in number:
        if not character.isdigit():
            break
        digits += character
    return (int(digits), number[len(digits) :]) if digits else (10**9, number)
