"""Taking over the agenda: items and their matters, and what is put on the agenda of a coming meeting."""

import re
from datetime import date

from events.catalogue import AgendaItemAdded, AgendaItemChanged, AnyEvent, ItemKind, MatterKind, MatterOpened
from events.ids import ItemId, MatterId, MeetingId, made_by
from events.moments import Effective
from governance.danish.dates import month_named, next_month
from governance.documents import model
from governance.documents.model import Item
from governance.importing.taking import Taking
from governance.state.fold import Meeting
from governance.state.matters import matter_by_title, matter_taken_up_later, same_title
from governance.state.publishing.meetings import agenda_of, chronological, shown_numbers

_NEXT = ("næste", "kommende")
_MEETING_IN = re.compile(r"møde(?:t|r)?\s+i\b")
_UNTITLED = "Uden overskrift"


def take_item(taking: Taking, meeting: MeetingId, item: Item) -> ItemId:
    """Put an item on the agenda, or state anew one that was planned, and return its id."""
    identifier = _planned(taking, meeting, item) or _added(taking, meeting, item)
    taking.items.append((item, identifier))
    return identifier


def _planned(taking: Taking, meeting: MeetingId, item: Item) -> ItemId | None:
    taken = {identifier for _, identifier in taking.items}
    for held in agenda_of(taking.fold, taking.fold.meeting(meeting)):
        if held.id not in taken and same_title(held.title, item.title or ""):
            stated = AgendaItemChanged(
                item=held.id,
                meeting=meeting,
                title=item.title,
                number=item.number,
                kind=ItemKind(item.kind),
                presenter=taking.resolver.person(item.presenter),
                closed=item.closed,
            )
            taking.record(stated, item.lines, "item")
            return held.id
    return None


def _added(taking: Taking, meeting: MeetingId, item: Item) -> ItemId:
    title = item.title or _UNTITLED
    event = AgendaItemAdded(
        meeting=meeting,
        title=title,
        number=item.number,
        kind=ItemKind(item.kind),
        standing=item.standing,
        matter=None if item.standing else _matter(taking, item, title),
        presenter=taking.resolver.person(item.presenter),
        closed=item.closed,
    )
    return made_by(ItemId, taking.record(event, item.lines, "item" if item.same_as is None else "item-same-matter"))


def _matter(taking: Taking, item: Item, title: str) -> MatterId:
    known = _matter_named(taking, item) or matter_by_title(taking.fold, title, taking.day)
    if known is None and _left_open(item):
        known = matter_taken_up_later(taking.fold, title, taking.day)
    if known is not None:
        return known
    addressee = taking.resolver.body(item.addressee, item.lines)
    opened = MatterOpened(title=title, kind=MatterKind(item.matter_kind), addressee=addressee)
    return made_by(MatterId, taking.record(opened, item.lines, "matter", effective=Effective(f"../{taking.day}")))


def _matter_named(taking: Taking, item: Item) -> MatterId | None:
    if item.same_as is None:
        return None
    number, day = item.same_as
    meeting = taking.meeting_on(day)
    if meeting is None:
        return None
    held = agenda_of(taking.fold, meeting)
    numbers = shown_numbers(held)
    return next((other.matter for other in held if numbers[other.id] == number), None)


def _left_open(item: Item) -> bool:
    facts = [fact for statement in item.statements for fact in statement.facts]
    return not item.statements or any(isinstance(fact, model.Postponement | model.Continuation) for fact in facts)


def take_up_again(taking: Taking) -> None:
    """Put what was postponed to the next meeting, and what a meeting was said to take up, on that meeting's agenda."""
    numbered = {item.number: (item, identifier) for item, identifier in taking.items}
    for agreement, meeting in taking.agreed:
        for number in agreement.items:
            if number in numbered:
                _place(taking, *numbered[number], meeting, inferred=False)
    following = _next_meeting(taking)
    for item, identifier in taking.items:
        postponed = taking.fold.items[identifier].postponed
        if postponed is None:
            continue
        until = (postponed.until or "").lower()
        target = taking.meeting_on(postponed.to_date) if postponed.to_date else _in_month(taking, until)
        if target is None and postponed.to_date is None and any(word in until for word in _NEXT):
            target = following
        if target is not None:
            _place(taking, item, identifier, target.id, inferred=True)


def _in_month(taking: Taking, until: str) -> Meeting | None:
    """Return the first meeting in the month until which something was put off: ``mødet i marts``."""
    month = month_named(until) if _MEETING_IN.search(until) else None
    if month is None:
        return None
    period = next_month(date.fromisoformat(taking.day), month)
    held = [meeting for meeting in taking.fold.meetings.values() if meeting.date.startswith(period)]
    later = [meeting for meeting in held if meeting.date > taking.day and not meeting.cancelled]
    return min(later, key=chronological, default=None)


def _next_meeting(taking: Taking) -> Meeting | None:
    later = [held for held in taking.fold.meetings.values() if held.date > taking.day and not held.cancelled]
    return min(later, key=chronological, default=None)


def _place(taking: Taking, item: Item, identifier: ItemId, meeting: MeetingId, *, inferred: bool) -> None:
    """Put the matter of an item on the agenda of a later meeting, as from the day on which that was said."""
    held, target = taking.fold.items[identifier], taking.fold.meeting(meeting)
    if held.matter is None:
        return
    there = next((i for i in target.items if taking.fold.items[i].matter == held.matter), None)
    kind = ItemKind(held.kind)
    if there is None:
        event: AnyEvent = AgendaItemAdded(
            meeting=meeting, title=held.title, kind=kind, matter=held.matter, closed=held.closed
        )
    elif taking.fold.items[there].versions[0][0] > taking.day:
        event = AgendaItemChanged(
            item=there, meeting=meeting, title=held.title, kind=kind, matter=held.matter, closed=held.closed
        )
    else:
        return
    taking.attempt(event, item.lines, "taken-up-again", inferred=inferred)
