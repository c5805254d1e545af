"""Folding: the statements of the minutes, under an item or about the meeting itself."""

from events.catalogue import NoteWritten, Told
from events.entry import Entry
from events.ids import ItemId, MeetingId, StatementId, made_by
from governance.state.fold import Fold, Statement


def told_under_item(
    fold: Fold, event: Told, entry: Entry, item: ItemId, *, decides: bool = False, bulleted: bool = False
) -> None:
    """Keep the event's wording, where it has one, as a statement of the item."""
    if event.text is None:
        return
    identifier = made_by(StatementId, entry.number)
    fold.statements[identifier] = item
    fold.item(item).statements.append(Statement(identifier, event.text, bulleted, decides))


def told_at_meeting(fold: Fold, event: Told, entry: Entry, meeting: MeetingId, *, bulleted: bool = False) -> None:
    """Keep the event's wording, where it has one, as a statement about the meeting."""
    if event.text is None:
        return
    identifier = made_by(StatementId, entry.number)
    fold.statements[identifier] = meeting
    fold.meeting(meeting).statements.append(Statement(identifier, event.text, bulleted, False))


def note_written(fold: Fold, event: NoteWritten, entry: Entry) -> None:
    """A note stands under an item or about the meeting."""
    if event.item is None:
        told_at_meeting(fold, event, entry, event.meeting, bulleted=event.bulleted)
    else:
        told_under_item(fold, event, entry, event.item, bulleted=event.bulleted)
