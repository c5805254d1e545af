"""What is written under an item: its paragraphs and points as notes, and what a reader of minutes takes from them."""

from datetime import date

import msgspec

from events.catalogue import (
    AgendaApproved,
    AgendaItemWithdrawn,
    Event,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    ItemRecommended,
    ItemSentBack,
    MeetingArrangement,
    MinutesApproved,
    NothingRaised,
    OrdstyrerElected,
    VoteHeld,
)
from events.ids import ItemId, MeetingId
from governance.documents import model
from governance.documents.model import Statement
from governance.documents.reading.lines import lines_of
from governance.documents.reading.phrases.rule import Context
from governance.documents.reading.statements import gathered, understood
from governance.importing.agenda import take_up_again
from governance.importing.drafting import Draft
from governance.importing.marking import Unmarked
from governance.importing.statements import take_statements
from governance.importing.taking import Taking
from governance.sitting.room import is_there
from governance.state.fold import Fold, Item, Meeting
from governance.state.publishing.agenda import agenda_of, shown_numbers
from governance.wording.lines import line
from governance.wording.speaking import item as spoken_item

Place = tuple[int, int]
"""Which statement of a text, and which of the facts that it tells."""

_BULLETS = ("- ", "• ", "* ", "– ")
_SETTLING: tuple[type[Event], ...] = (
    AgendaApproved,
    AgendaItemWithdrawn,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    ItemRecommended,
    ItemSentBack,
    MeetingArrangement,
    MinutesApproved,
    NothingRaised,
    OrdstyrerElected,
    VoteHeld,
)


class Heard(msgspec.Struct, frozen=True):
    """Something that a text tells, in words. ``settles`` tells that it is what came of the item."""

    place: Place
    words: str
    settles: bool


def notes_in(text: str) -> tuple[Statement, ...]:
    """Return the paragraphs and points of a text, and nothing of what they tell."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(
        Statement(text=line[2:].strip(), bulleted=True)
        if line.startswith(_BULLETS) and line[2:].strip()
        else Statement(text=line)
        for line in lines
    )


def statements_in(fold: Fold, item: ItemId, text: str) -> tuple[Statement, ...]:
    """Return the statements of a text as a reader of minutes understands them under an item; every word is in one."""
    held, meeting = fold.items[item], fold.meeting_of(item)
    drafts, before = gathered(lines_of(text))
    if meeting is None or before or any(draft.asides for draft in drafts):
        return notes_in(text)  # lines in brackets are orders to an importer, and no secretary means them so
    council = fold.council.name if fold.council else None
    context = Context(title=held.title, kind=held.kind, day=date.fromisoformat(meeting.date), body=council)
    return understood(drafts, context)


def without(statements: tuple[Statement, ...], left_out: frozenset[Place]) -> tuple[Statement, ...]:
    """Return the statements without some of the facts that they tell; no word is lost."""
    return tuple(
        msgspec.structs.replace(
            statement,
            facts=tuple(fact for place, fact in enumerate(statement.facts) if (index, place) not in left_out),
        )
        for index, statement in enumerate(statements)
    )


def write_down(draft: Draft, item: ItemId, statements: tuple[Statement, ...]) -> Taking:
    """Record statements under an item with what they tell, and return what became of it."""
    taking = _taking(draft, item)
    meeting = draft.fold.items[item].meeting
    assert meeting is not None
    take_statements(taking, meeting, item, statements)
    if taking.agreed:
        take_up_again(taking)
    return taking


def heard_in(draft: Draft, item: ItemId, statements: tuple[Statement, ...]) -> list[Heard]:
    """Return what statements tell, by recording them in a draft that nobody keeps."""
    first = draft.fold.number + 1
    before = len(draft.acts)
    taking = write_down(draft, item, statements)
    places = {id(fact): (i, j) for i, held in enumerate(statements) for j, fact in enumerate(held.facts)}
    found = []
    for fact, number in taking.told:
        event = draft.acts[before + number - first].event
        settles = isinstance(event, _SETTLING)
        found.append(Heard(places[id(fact)], under_item(draft.fold, item, event), settles))
    return found


def under_item(fold: Fold, item: ItemId, event: Event) -> str:
    """Return what an event says in one line, without saying under which item."""
    said = line(fold, event).removeprefix(f"{spoken_item(fold, item)}: ")
    return said[:1].upper() + said[1:]


def _taking(draft: Draft, item: ItemId) -> Taking:
    fold = draft.fold
    meeting = fold.meeting_of(item)
    assert meeting is not None
    taking = Taking(draft, _document(fold, meeting), "", Unmarked())
    numbers = shown_numbers(agenda_of(fold, meeting))
    taking.items = [(_described(held, numbers), held.id) for held in agenda_of(fold, meeting)]
    return taking


def _document(fold: Fold, meeting: Meeting) -> model.Document:
    """Return the meeting as minutes would name it: who is there is meant where a sentence says a first name."""
    there = [person for person in meeting.attendance if is_there(fold, meeting, person)]
    return model.Document(
        kind="minutes",
        body=fold.council.name if fold.council else None,
        date=meeting.date,
        attendees=tuple(model.Attendee(name=fold.persons[person], status="present") for person in there),
    )


def _described(item: Item, numbers: dict[str, str]) -> model.Item:
    return model.Item(number=numbers[item.id], title=item.title, kind=item.kind)


def meeting_of(fold: Fold, item: ItemId) -> MeetingId:
    """Return the meeting on whose agenda an item stands. Raises KeyError where it stands on none."""
    meeting = fold.items[item].meeting
    if meeting is None:
        raise KeyError(item)
    return meeting
