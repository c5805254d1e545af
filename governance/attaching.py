"""Attaching documents (bilag): the file goes beside the record, its name and SHA-256 into the book."""

from pathlib import Path

from events.attachments import Attachments
from events.catalogue import DocumentAttached
from events.entry import Entry
from events.ids import ItemId, MeetingId
from governance.book import Book
from governance.rules.act import Act


def attach(
    book: Book, record: Path, file: Path, *, meeting: MeetingId | None = None, item: ItemId | None = None
) -> list[Entry]:
    """Attach a file to a meeting or an item, under its own name, and return what was recorded.

    Raises FileRefused where the file will not do, and as ``Book.record``; nothing is kept of it then.
    """
    attachments = Attachments(record)
    kept = attachments.take_in(file)
    event = DocumentAttached(meeting=meeting, item=item, name=file.name, sha256=kept.sha256, size=kept.size)
    try:
        entries = book.record(Act(event=event))
    except BaseException:
        attachments.discard(kept.sha256)
        raise
    attachments.settle(kept.sha256)
    return entries
