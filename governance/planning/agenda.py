"""Building an agenda: as it stands, and plans that put items on it where they belong, move them, and send it."""

import re
from collections.abc import Sequence

import msgspec

from events.catalogue import (
    AgendaItemAdded,
    AgendaItemChanged,
    AgendaItemMoved,
    AgendaItemWithdrawn,
    AgendaSent,
    EntryStruck,
    ItemKind,
    MeetingCalled,
)
from events.ids import ItemId, MatterId, MeetingId, PersonId, introducing_entry, made_by
from events.moments import Effective
from governance.danish.names import folded, meant_by
from governance.documents.composing import compose_agenda
from governance.documents.reading.items import described
from governance.documents.writing.document import write
from governance.documents.writing.head import Form
from governance.importing.drafting import Draft
from governance.planning.board import last_day_to_send
from governance.planning.pasted_agenda import PastedItem
from governance.planning.suggesting import Suggestion, suggestions
from governance.planning.usual_items import CLOSING_KINDS
from governance.sitting.together import Planning, planned
from governance.state import model
from governance.state.fold import Fold
from governance.state.publishing.agenda import agenda_of, shown_numbers
from governance.state.publishing.meetings import status_of
from governance.striking import strike

_PRESENTED = re.compile(r"\s*[-–,(]?\s*\bv/.*\Z")
_CLOSED = re.compile(r"\A(?:lukket(?:\s+punkt)?)\s*[:–-]\s*", re.I)
_TAKEN_OFF = "Taget af dagsordenen, før den blev udsendt."


class PlannedItem(msgspec.Struct, frozen=True):
    """An item of an agenda that is being built."""

    id: ItemId
    number: str
    title: str
    kind: ItemKind
    closed: bool
    presenter: str | None
    withdrawn: bool
    sent: bool


class AgendaNow(msgspec.Struct, frozen=True):
    """An agenda as it stands, what may come onto it, and whether it was sent; ``changed`` tells that it was not as it is."""

    meeting: MeetingId
    day: str
    start: str | None
    end: str | None
    place: str | None
    status: model.MeetingStatus
    items: tuple[PlannedItem, ...]
    suggested: tuple[Suggestion, ...]
    send_by: str | None
    sent_on: str | None
    changed: bool


class NewItem(msgspec.Struct, frozen=True):
    """An item that is to come onto an agenda; without ``matter`` one that is not standing opens a new one."""

    title: str
    kind: ItemKind
    standing: bool
    matter: MatterId | None = None
    closed: bool = False
    presenter: PersonId | None = None


def agenda_now(fold: Fold, identifier: MeetingId) -> AgendaNow:
    """Return an agenda as it stands. Raises KeyError where the book has no such meeting."""
    meeting = fold.meetings[identifier]
    items = agenda_of(fold, meeting)
    numbers = shown_numbers(items)
    sent = {item for sending in meeting.sent for item in sending.items}
    last = meeting.sent[-1] if meeting.sent else None
    here = tuple(
        PlannedItem(
            id=item.id,
            number=numbers[item.id],
            title=item.title,
            kind=ItemKind(item.kind),
            closed=item.closed,
            presenter=fold.persons.get(item.presenter) if item.presenter else None,
            withdrawn=item.withdrawn is not None,
            sent=item.id in sent,
        )
        for item in items
    )
    return AgendaNow(
        meeting=identifier,
        day=meeting.date,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        status=status_of(fold, meeting),
        items=here,
        suggested=suggestions(fold, identifier) if meeting.opened is None else (),
        send_by=last_day_to_send(fold, meeting),
        sent_on=last.effective[:10] if last is not None and last.effective else None,
        changed=last is not None and tuple(last.items) != tuple(item.id for item in here),
    )


def titled(title: str, matter: MatterId | None = None) -> NewItem:
    """Return a new item, with what its title says of it."""
    said = described(None, title)
    standing = said.standing and matter is None
    return NewItem(title, ItemKind(said.kind), standing, matter, said.closed)


def from_suggestion(one: Suggestion) -> NewItem:
    """Return the item that a suggestion makes; what is usual has no matter."""
    item = titled(one.title, one.matter)
    return msgspec.structs.replace(item, standing=True) if one.why == "usual" else item


def from_pasted(fold: Fold, items: Sequence[PastedItem]) -> list[NewItem]:
    """Return the items of a pasted agenda; one that goes on with an open matter does so."""
    return [
        NewItem(one.title, one.kind, one.standing, None, one.closed, _presenter(fold, one.presenter)) for one in items
    ]


def _presenter(fold: Fold, written: str | None) -> PersonId | None:
    if written is None:
        return None
    meant = set(meant_by(written, fold.persons.values()))
    found = [person for person, name in fold.persons.items() if name in meant]
    return found[0] if len(found) == 1 else None


def adding(meeting: MeetingId, items: Sequence[NewItem], *, before: ItemId | None = None) -> Planning:
    """Return the plan that puts items on an agenda: before an item, else before the next meeting and any other business."""
    return planned(lambda draft: put_on(draft, meeting, items, before=before))


def put_on(draft: Draft, meeting: MeetingId, items: Sequence[NewItem], *, before: ItemId | None = None) -> None:
    """Put items on an agenda that is being drafted."""
    for item in items:
        place = before or _place(draft.fold, meeting, item)
        matter = item.matter or (None if item.standing else _open_matter(draft.fold, meeting, item.title))
        added = AgendaItemAdded(
            meeting=meeting,
            title=item.title,
            kind=item.kind,
            standing=item.standing,
            matter=matter,
            presenter=item.presenter,
            closed=item.closed,
        )
        identifier = made_by(ItemId, draft.record(added))
        if place is not None:
            draft.record(AgendaItemMoved(item=identifier, before=place))


def _open_matter(fold: Fold, meeting: MeetingId, title: str) -> MatterId | None:
    return next(
        (one.matter for one in suggestions(fold, meeting) if one.matter and _bare(one.title) == _bare(title)), None
    )


def _place(fold: Fold, meeting: MeetingId, item: NewItem) -> ItemId | None:
    """Return the item that an item goes before: what opens a meeting before the matters, a matter before what closes it."""
    agenda = agenda_of(fold, fold.meeting(meeting))
    if item.kind.value == CLOSING_KINDS[-1]:
        return None
    kinds = CLOSING_KINDS[1:] if item.kind.value in CLOSING_KINDS else CLOSING_KINDS
    opens = item.standing and item.kind.value not in CLOSING_KINDS
    return next(
        (one.id for one in agenda if (one.matter is None and one.kind in kinds) or (opens and one.matter is not None)),
        None,
    )


def moving(item: ItemId, places: int) -> Planning:
    """Return the plan that moves an item up (negative) or down so many places on its agenda; nothing at its ends."""

    def deed(draft: Draft) -> None:
        meeting = draft.fold.item(item).meeting
        if meeting is None:
            return
        order = [one.id for one in agenda_of(draft.fold, draft.fold.meeting(meeting))]
        place = order.index(item)
        order.insert(max(0, min(place + places, len(order) - 1)), order.pop(place))
        _arrange(draft, meeting, order)

    return planned(deed)


def _arrange(draft: Draft, meeting: MeetingId, order: Sequence[ItemId]) -> None:
    """Move as few items as bring the agenda into an order, each before the one that is to stand behind it."""
    for place in range(len(order) - 1, -1, -1):
        there = [one.id for one in agenda_of(draft.fold, draft.fold.meeting(meeting))]
        behind = order[place + 1] if place + 1 < len(order) else None
        found = there.index(order[place]) + 1
        if (there[found] if found < len(there) else None) != behind:
            draft.record(AgendaItemMoved(item=order[place], before=behind))


def taking_off(item: ItemId) -> Planning:
    """Return the plan that takes an item off its agenda: struck before the agenda is sent, withdrawn once it was."""

    def deed(draft: Draft) -> None:
        held = draft.fold.item(item)
        meeting = draft.fold.meeting(held.meeting or MeetingId(""))
        if meeting.sent or meeting.opened is not None:
            draft.record(AgendaItemWithdrawn(item=item))
            return
        order = [one.id for one in agenda_of(draft.fold, meeting) if one.id != item]
        entry = introducing_entry(item)
        strike(draft, EntryStruck(entry=entry, reason=_TAKEN_OFF), all_of_them=True)
        _arrange(draft, meeting.id, order)

    return planned(deed)


def _bare(title: str) -> str:
    return folded(_PRESENTED.sub("", title))


def presented(title: str, name: str) -> str:
    """Return a title that says who presents the item, as minutes write it: ``Nyt skilt v/ Anna Holm``."""
    return f"{_PRESENTED.sub('', title)} v/ {name}"


def closed(title: str, *, to_be: bool) -> str:
    """Return a title that says whether the item is behind closed doors: ``Lukket punkt: ...``."""
    bare = _CLOSED.sub("", title)
    return f"Lukket punkt: {bare}" if to_be else bare[:1].upper() + bare[1:]


def changing(change: AgendaItemChanged) -> Planning:
    """Return the plan that states an item anew."""
    return planned(lambda draft: draft.record(change))


def sending(meeting: MeetingId, day: str) -> Planning:
    """Return the plan that records that the agenda went out on a day, and the notice with it where none did before."""

    def deed(draft: Draft) -> None:
        draft.record(AgendaSent(meeting=meeting), effective=Effective(day))
        held = draft.fold.meeting(meeting)
        if not held.called and held.opened is None:
            draft.record(MeetingCalled(meeting=meeting), effective=Effective(day))

    return planned(deed)


def written_agenda(fold: Fold, identifier: MeetingId, form: Form) -> str:
    """Return the agenda as a document."""
    return write(compose_agenda(fold, fold.meetings[identifier]), form)
