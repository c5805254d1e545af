"""What was typed and not recorded yet, and where one was: kept in a file beside the record, so that nothing is lost.

The file is written whole and takes the old one's place, within a second of the last key. It holds words that may have to
be erased one day; what is recorded or given up is taken out of it at once.
"""

import os
from pathlib import Path

import msgspec


class Draft(msgspec.Struct, frozen=True, omit_defaults=True):
    """A text that is being written, and the place of the cursor in it (line and column from 0)."""

    text: str
    line: int = 0
    column: int = 0


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where one was when the application ended: in which book, at which meeting and item."""

    book: str | None = None
    meeting: str | None = None
    item: str | None = None


class Kept(msgspec.Struct, omit_defaults=True):
    """Everything that is kept. Drafts go by what they are written for, e.g. ``raadet/i12``."""

    place: Place = Place()
    drafts: dict[str, Draft] = {}


def drafts_path(record: Path) -> Path:
    """Return where the drafts of a record are kept."""
    return record.with_name(f"{record.name}.kladder.json")


class Drafts:
    """The drafts of a record. Changes are made in memory; ``save`` writes them, and may run in a thread."""

    def __init__(self, record: Path) -> None:
        self._path = drafts_path(record)
        self._kept = _read(self._path)
        self._written = msgspec.json.encode(self._kept)

    @property
    def place(self) -> Place:
        """Where one was."""
        return self._kept.place

    def stand_at(self, place: Place) -> None:
        """Remember where one is."""
        self._kept.place = place

    def draft(self, key: str) -> Draft | None:
        """Return what was being written under a key."""
        return self._kept.drafts.get(key)

    def keep(self, key: str, draft: Draft) -> None:
        """Keep what is being written; an empty text is no draft."""
        if draft.text:
            self._kept.drafts[key] = draft
        else:
            self._kept.drafts.pop(key, None)

    def give_up(self, key: str) -> None:
        """Keep a draft no more: it was recorded, or thrown away."""
        self._kept.drafts.pop(key, None)

    @property
    def is_saved(self) -> bool:
        """Whether everything stands in the file."""
        return msgspec.json.encode(self._kept) == self._written

    def save(self) -> None:
        """Write what changed. Raises OSError where the file cannot be written; what stood in it stays."""
        data = msgspec.json.encode(self._kept)
        if data == self._written:
            return
        fresh = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
        self._written = data


def _read(path: Path) -> Kept:
    """Return what a file keeps; nothing where there is none. A file that cannot be read is put aside, not lost."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Kept)
    except OSError:
        return Kept()
    except msgspec.DecodeError:
        path.replace(path.with_name(f"{path.name}.ulæselig"))
        return Kept()
