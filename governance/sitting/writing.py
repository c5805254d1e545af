"""What is written under an item: its paragraphs and points, and recording them with what they tell."""

import msgspec

from events.ids import ItemId, MeetingId, StatementId
from governance.documents import model
from governance.documents.model import Statement
from governance.importing.agenda import take_up_again
from governance.importing.drafting import Draft
from governance.importing.marking import Unmarked
from governance.importing.statements import take_facts, take_statements
from governance.importing.taking import Taking
from governance.sitting.room import is_there
from governance.state.fold import Fold, Item, Meeting
from governance.state.publishing.agenda import agenda_of, shown_numbers

Place = tuple[str, int]
"""Which statement (the id of one that stands already, else its place in the text), and which of the facts that it tells."""

_BULLETS = ("- ", "• ", "* ", "– ")


class Said(msgspec.Struct, frozen=True):
    """A statement with what it tells. ``stands`` is its id where it stands under the item already."""

    key: str
    statement: Statement
    stands: StatementId | None = None


def notes_in(text: str) -> tuple[Statement, ...]:
    """Return the paragraphs and points of a text, and nothing of what they tell."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(
        Statement(text=line[2:].strip(), bulleted=True)
        if line.startswith(_BULLETS) and line[2:].strip()
        else Statement(text=line)
        for line in lines
    )


def without(said: tuple[Said, ...], left_out: frozenset[Place]) -> tuple[Said, ...]:
    """Return what was said without some of the facts that it tells; no word is lost."""
    return tuple(msgspec.structs.replace(one, statement=_without(one.statement, one.key, left_out)) for one in said)


def _without(statement: Statement, key: str, left_out: frozenset[Place]) -> Statement:
    kept = tuple(fact for place, fact in enumerate(statement.facts) if (key, place) not in left_out)
    return msgspec.structs.replace(statement, facts=kept)


def write_down(draft: Draft, item: ItemId, said: tuple[Said, ...]) -> Taking:
    """Record what was said under an item with what it tells, and return what became of it."""
    taking = _taking(draft, item)
    meeting = meeting_of(draft.fold, item)
    for one in said:
        if one.stands is not None:
            take_facts(taking, meeting, item, one.statement, one.stands)
    take_statements(taking, meeting, item, tuple(one.statement for one in said if one.stands is None))
    if taking.agreed:
        take_up_again(taking)
    return taking


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
