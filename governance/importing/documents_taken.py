"""The documents that a book was taken over from, as far as anything of them is in force."""

from collections.abc import Iterable
from dataclasses import dataclass

from events.catalogue import MeetingRescheduled, MeetingScheduled, MinutesIssued
from events.entry import Entry
from events.event import Date
from governance.history import amendments_in, standing
from governance.state.fold import Fold


@dataclass(frozen=True)
class DocumentTaken:
    """A document by the SHA-256 of its file; ``day`` is that of its meeting, ``minutes`` tells them from an agenda,
    ``entries`` how many of its entries are in force, ``first`` the number of the first of them.
    """

    source: str
    day: Date
    minutes: bool
    entries: int
    first: int


def documents_taken(fold: Fold, entries: Iterable[Entry]) -> list[DocumentTaken]:
    """Return the documents in the order of their meetings. What only follows from a document is not counted."""
    recorded = list(entries)
    held: dict[str, list[Entry]] = {}
    for entry in standing(recorded, amendments_in(recorded)):
        if entry.provenance is not None and not entry.provenance.inferred:
            held.setdefault(entry.provenance.source, []).append(entry)
    found = [_document(fold, source, own) for source, own in held.items()]
    return sorted((one for one in found if one.day), key=lambda one: (one.day, one.first))


def _document(fold: Fold, source: str, entries: list[Entry]) -> DocumentTaken:
    issued = [entry.event.meeting for entry in entries if isinstance(entry.event, MinutesIssued)]
    heads = [
        entry.event.date
        for entry in entries
        if isinstance(entry.event, MeetingScheduled | MeetingRescheduled) and entry.event.agreed_in is None
    ]
    day = fold.meeting(issued[0]).date if issued else heads[0] if heads else ""
    return DocumentTaken(source, day, bool(issued), len(entries), entries[0].number)
