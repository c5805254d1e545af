"""What a reader of minutes hears in what is written under an item: it is offered, and recorded only if it is wanted."""

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
from events.ids import ItemId, StatementId
from governance.documents.reading.lines import lines_of
from governance.documents.reading.phrases.rule import Context
from governance.documents.reading.statements import Draft as Gathered
from governance.documents.reading.statements import gathered, understood
from governance.importing.drafting import Draft
from governance.sitting.writing import Place, Said, notes_in, write_down
from governance.state.fold import Fold, Meeting
from governance.wording.lines import line
from governance.wording.speaking import item as spoken_item

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


def said_under(draft: Draft, item: ItemId, text: str) -> tuple[Said, ...]:
    """Return the notes that stand under an item, with what they tell and the book does not, and then the text."""
    return (*_standing(draft, item), *said_in(draft.fold, item, text))


def said_in(fold: Fold, item: ItemId, text: str) -> tuple[Said, ...]:
    """Return the statements of a text as a reader of minutes understands them under an item; every word is in one."""
    drafts, before = gathered(lines_of(text))
    meeting = fold.meeting_of(item)
    plain = meeting is None or before or any(draft.asides for draft in drafts)
    # lines in brackets are orders to an importer, and no secretary means them so
    found = notes_in(text) if plain or meeting is None else understood(drafts, _context(fold, item, meeting))
    return tuple(Said(str(index), statement) for index, statement in enumerate(found))


def _standing(draft: Draft, item: ItemId) -> tuple[Said, ...]:
    """Return the notes of an item that tell something which nobody recorded."""
    fold, meeting = draft.fold, draft.fold.meeting_of(item)
    notes = [held for held in fold.items[item].statements if not held.decides]
    if meeting is None or not notes:
        return ()
    gathered = [
        Gathered(note.text, index, index, note.bulleted, listed=False, broken=False) for index, note in enumerate(notes)
    ]
    told = _told_already(draft)
    found = []
    for statement in understood(gathered, _context(fold, item, meeting)):
        assert statement.lines is not None
        note = notes[statement.lines[0]].id
        if statement.facts and note not in told:
            found.append(Said(str(note), statement, note))
    return tuple(found)


def _told_already(draft: Draft) -> set[StatementId]:
    """Return the statements that an entry in force names as telling it."""
    return {
        told_in
        for entry in draft.history.entries()
        if entry.number not in draft.fold.struck and (told_in := getattr(entry.event, "told_in", None)) is not None
    }


def _context(fold: Fold, item: ItemId, meeting: Meeting) -> Context:
    held = fold.items[item]
    council = fold.council.name if fold.council else None
    return Context(title=held.title, kind=held.kind, day=date.fromisoformat(meeting.date), body=council)


def heard_in(draft: Draft, item: ItemId, said: tuple[Said, ...]) -> list[Heard]:
    """Return what was told, by recording it in a draft that nobody keeps."""
    first, before = draft.fold.number + 1, len(draft.acts)
    taking = write_down(draft, item, said)
    places = {id(fact): (one.key, place) for one in said for place, fact in enumerate(one.statement.facts)}
    found = []
    for fact, number in taking.told:
        event = draft.acts[before + number - first].event
        found.append(Heard(places[id(fact)], under_item(draft.fold, item, event), isinstance(event, _SETTLING)))
    return found


def under_item(fold: Fold, item: ItemId, event: Event) -> str:
    """Return what an event says in one line, without saying under which item."""
    said = line(fold, event).removeprefix(f"{spoken_item(fold, item)}: ")
    return said[:1].upper() + said[1:]
