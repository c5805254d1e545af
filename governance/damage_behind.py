"""What may stand behind a failure: a record that is damaged makes a program fail in ways that say nothing of the record."""

from pathlib import Path

from events.damage import Damage
from events.errors import ReferatError
from events.sqlite.verification import BadEntry, verify

_HARMLESS = (Damage.ATTACHMENT, Damage.BLOCK_ROOT, Damage.CHECKPOINT, Damage.TIME_STAMP, Damage.WORD_LOST)
"""What is said of files beside the record, or leaves every entry readable."""


def damage_behind(record: Path) -> ReferatError | None:
    """Verify a record, and return what is wrong with it that a program may fail over; None where nothing is."""
    if not record.is_file():
        return None
    first = next((finding for finding in verify(record).findings if finding.damage not in _HARMLESS), None)
    if first is None:
        return None
    return first.cause if first.book is None or first.first is None else BadEntry(first.book, first.first, first.cause)
