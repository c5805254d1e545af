"""Folding: the statements of the minutes, under an item or about the meeting itself."""

from events.catalogue import NoteWritten, Told
from events.entry import Entry
from events.ids import ItemId, MeetingId, StatementId, made_by
from governance.state.fold import Fold, Statement


def told_under_item(fold: Fold, event: Told, entry: Entry, item: ItemId, *, decides: bool = False) -> None:
    """Keep the event's wording, where it has one, as a statement of the item."""
    if event.text is None:
        return
    statement = _statement(event, entry, decides)
    fold.statements[statement.id] = item
    fold.item(item).statements.append(statement)


def told_at_meeting(fold: Fold, event: Told, entry: Entry, meeting: MeetingId) -> None:
    """Keep the event's wording, where it has one, as a statement about the meeting."""
    if event.text is None:
        return
    statement = _statement(event, entry, decides=False)
    fold.statements[statement.id] = meeting
    fold.meeting(meeting).statements.append(statement)


def note_written(fold: Fold, event: NoteWritten, entry: Entry) -> None:
    """A note stands under an item or about the meeting."""
    if event.item is None:
        told_at_meeting(fold, event, entry, event.meeting)
    else:
        told_under_item(fold, event, entry, event.item)


def _statement(event: Told, entry: Entry, decides: bool) -> Statement:
    bulleted = isinstance(event, NoteWritten) and event.bulleted
    return Statement(made_by(StatementId, entry.number), event.text or "", bulleted, decides)
