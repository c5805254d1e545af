"""The agenda: what was decided without standing on it, under what it does not allow, and what was never dealt with.

The members are to know beforehand what is decided (kommunestyrelsesloven section 8); what comes up at the meeting needs
its leave (the rule ``late_item``).
"""

from collections import defaultdict
from collections.abc import Iterator

from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    AgendaItemWithdrawn,
    AgendaSent,
    ItemKind,
    MinutesApproved,
    MinutesIssued,
)
from events.entry import Entry
from events.ids import ItemId, made_by
from governance.checking import grounds
from governance.checking.course import is_over
from governance.checking.examined import Examined
from governance.checking.finding import BOOK, Finding, broken, finding
from governance.checking.times import exact_day, is_taken_over
from governance.state.fold import Item, Meeting
from governance.state.publishing.agenda import agenda_of
from governance.state.publishing.items import is_dealt_with

_WITHOUT_NOTICE = (ItemKind.APPROVAL, ItemKind.NEXT_MEETING, ItemKind.ANY_OTHER_BUSINESS)
"""What every meeting has, whether its agenda names it or not; a standing item has no matter either."""


def decided_off_agenda(book: Examined) -> Iterator[Finding]:
    """What is decided stood on the agenda that was sent or approved, or was taken up as a late item."""
    sendings, approvals = book.by_meeting(AgendaSent), book.by_meeting(AgendaApproved)
    placed = _placings(book)
    for meeting in book.held():
        sent = [entry for entry, _ in sendings.get(meeting.id, ())]
        approved = approvals.get(meeting.id, [])
        changed = max((entry.number for entry, event in approved if event.changed), default=0)
        for identifier, decisions in _decided(book, meeting).items():
            item, entry = book.fold.items[identifier], placed.get(identifier)
            if entry is None or entry.number < changed or _needs_no_leave(item):
                continue
            agenda = _agenda_without(meeting, item, entry, sent, [one for one, _ in approved], placed)
            if agenda is not None:
                yield broken(
                    book.rules(meeting.date, meeting),
                    "late_item",
                    "decided-off-agenda",
                    "breach",
                    day=meeting.date,
                    meeting=meeting.id,
                    entries=[*(one.number for one in decisions), entry.number, agenda.number],
                    item=item.id,
                    settled=exact_day(agenda) or meeting.date,
                    how="sent" if isinstance(agenda.event, AgendaSent) else "approved",
                )


def _needs_no_leave(item: Item) -> bool:
    """Tell whether an item was taken up late or taken off, or is one that every meeting has."""
    return (
        item.accepted_late is not None
        or item.withdrawn is not None
        or item.matter is None
        or item.kind in _WITHOUT_NOTICE
    )


def _agenda_without(
    meeting: Meeting,
    item: Item,
    placing: Entry,
    sent: list[Entry],
    approved: list[Entry],
    placed: dict[ItemId, Entry],
) -> Entry | None:
    """Return the entry that settled the agenda without an item: it was sent, or approved having stood before the day."""
    if sent:
        return sent[-1] if not any(item.id in sending.items for sending in meeting.sent) else None
    settled = next((entry for entry in approved if entry.number < placing.number), None)
    if settled is None or is_taken_over(settled) or is_taken_over(placing):
        return None
    beforehand = any(
        (day := exact_day(placed[other])) is not None and day < meeting.date and placed[other].number < settled.number
        for other in meeting.items
        if other in placed
    )
    return settled if beforehand and (exact_day(placing) or "") >= meeting.date else None


def _placings(book: Examined) -> dict[ItemId, Entry]:
    """Return for each item the entry that put it on the agenda on which it stands."""
    found: dict[ItemId, Entry] = {}
    for entry, event in book.of(AgendaItemAdded, AgendaItemChanged):
        item = made_by(ItemId, entry.number) if isinstance(event, AgendaItemAdded) else event.item
        held = book.fold.items.get(item)
        if held is not None and held.meeting is not None and event.meeting == held.meeting:
            found.setdefault(item, entry)
    return found


def _decided(book: Examined, meeting: Meeting) -> dict[ItemId, list[Entry]]:
    """Return the items under which something was decided; minutes and agendas are approved on any agenda."""
    found: dict[ItemId, list[Entry]] = defaultdict(list)
    for entry in book.proceedings.decisions(meeting):
        item: ItemId | None = getattr(entry.event, "item", None)
        if item is not None and item in book.fold.items and not isinstance(entry.event, MinutesApproved):
            found[item].append(entry)
    return found


def decided_under_any_other_business(book: Examined) -> Iterator[Finding]:
    """Under any other business (eventuelt) nothing is decided: nobody could know beforehand."""
    for meeting in book.held():
        for identifier, decisions in _decided(book, meeting).items():
            item = book.fold.items[identifier]
            if item.kind == ItemKind.ANY_OTHER_BUSINESS and item.accepted_late is None:
                yield finding(
                    "decided-under-any-other-business",
                    "doubt",
                    day=meeting.date,
                    meeting=meeting.id,
                    entries=[entry.number for entry in decisions],
                    source=grounds.agenda(book.rules(meeting.date).kind),
                    item=item.id,
                )


def decided_though_withdrawn(book: Examined) -> Iterator[Finding]:
    """What was taken off the agenda is not decided."""
    for entry, event in book.of(AgendaItemWithdrawn):
        meeting = book.fold.meeting_of(event.item)
        decisions = _decided(book, meeting).get(event.item, []) if meeting is not None else []
        if decisions and meeting is not None:
            yield finding(
                "decided-though-withdrawn",
                "breach",
                day=meeting.date,
                meeting=meeting.id,
                entries=[*(one.number for one in decisions), entry.number],
                source=BOOK,
                item=event.item,
            )


def never_dealt_with(book: Examined) -> Iterator[Finding]:
    """In minutes that are out, something came of each item of the agenda."""
    issues = book.by_meeting(MinutesIssued)
    placed = _placings(book)
    for meeting in book.held():
        if meeting.id not in issues or not is_over(meeting):
            continue
        items = agenda_of(book.fold, meeting)
        left = [item for item in items if _is_left(book, item, items)]
        if len(left) == len(items):
            continue
        for item in left:
            yield finding(
                "never-dealt-with",
                "doubt",
                day=meeting.date,
                meeting=meeting.id,
                entries=[
                    *([placed[item.id].number] if item.id in placed else []),
                    issues[meeting.id][0][0].number,
                ],
                item=item.id,
            )


def _is_left(book: Examined, item: Item, items: list[Item]) -> bool:
    """Tell whether nothing at all was told of an item, nor of the parts (1a, 1.2) that it is divided in."""
    if is_dealt_with(item) or item.statements or book.proceedings.under(item.id) or item.matter is None:
        return False
    number = item.number
    return not any(
        number and other.number and other.number.startswith(number) and not other.number[len(number)].isdigit()
        for other in items
        if other is not item and other.number != number
    )


CHECKS = (decided_off_agenda, decided_under_any_other_business, decided_though_withdrawn, never_dealt_with)
