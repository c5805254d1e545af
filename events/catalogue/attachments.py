"""Documents that belong to a meeting or an item (bilag): what they are called, and which file they are."""

from events.event import Count, Event, Fingerprint
from events.ids import ItemId, MeetingId
from events.words import Word


class DocumentAttached(Event, frozen=True, kw_only=True):
    """A document was attached (bilag) to a meeting, or to an item of one.

    The file is kept beside the record under its SHA-256, and is ``size`` bytes long. ``name`` is what the file was
    called: a word to be read, never a path. The SHA-256 is a word too, since it could tell which file an erased one was.
    """

    meeting: MeetingId | None = None
    item: ItemId | None = None
    name: Word
    sha256: Fingerprint
    size: Count
