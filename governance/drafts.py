"""What was typed and not recorded yet, and where one was: kept in a file beside the record, so that nothing is lost.

Several terminals may keep drafts of one record: each writes only what it changed itself. The file holds words that may
have to be erased one day; what is recorded or given up is taken out of it at once, and overwritten there.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import msgspec

from events.errors import N_, ReferatError
from events.ids import ItemId, MeetingId
from events.plain_files import no_plain_file, require_plain
from events.sqlite.ending import EndingConnection
from events.system_faults import system_fault


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


class DraftsNotSaved(ReferatError):
    """The drafts could not be written."""


GONE = "[…]"
"""What stands in a draft where it held words that were erased."""

_PLACE = ""
"""What the place goes by in the file; no draft does."""

_PATIENCE = 2.0
"""Seconds that another terminal may take to write."""


def drafts_path(record: Path) -> Path:
    """Return where the drafts of a record are kept."""
    return record.with_name(f"{record.name}.kladder")


def note_key(book: str, meeting: MeetingId, item: ItemId | None) -> str:
    """Return under what the note of an item is kept while it is written; without an item, that about the meeting itself."""
    return f"{book}/{meeting}/{item or '-'}"


class Drafts:
    """The drafts of a record, by what they are written for, e.g. ``raadet/i12``.

    Changes are made in memory; ``save`` writes them, and may run in a thread. With ``read_only`` they stay in memory.
    """

    def __init__(self, record: Path, *, read_only: bool = False) -> None:
        self._path = drafts_path(record)
        self._read_only = read_only
        self._lock, self._writing = Lock(), Lock()
        self._changed: dict[str, Draft | Place | None] = {}
        self._place, self._kept = _read(self._path, puts_aside=not read_only)

    @property
    def place(self) -> Place:
        """Where one was."""
        return self._place

    def stand_at(self, place: Place) -> None:
        """Remember where one is."""
        if place != self._place:
            self._place = place
            self._change(_PLACE, place)

    def draft(self, key: str) -> Draft | None:
        """Return what was being written under a key."""
        return self._kept.get(key)

    def keep(self, key: str, draft: Draft) -> None:
        """Keep what is being written; an empty text is no draft."""
        if not draft.text:
            self.give_up(key)
        elif draft != self._kept.get(key):
            self._kept[key] = draft
            self._change(key, draft)

    def give_up(self, key: str) -> None:
        """Keep a draft no more: it was recorded, or thrown away."""
        if self._kept.pop(key, None) is not None:
            self._change(key, None)

    def forget(self, words: Iterable[str]) -> list[str]:
        """Take words that were erased out of every draft, and return the keys of the drafts that held some."""
        held = []
        for key, draft in list(self._kept.items()):
            text = _without(draft.text, words)
            if text != draft.text:
                self.keep(key, msgspec.structs.replace(draft, text=text))
                held.append(key)
        return held

    @property
    def is_saved(self) -> bool:
        """Whether everything stands in the file."""
        return not self._changed

    @property
    def written(self) -> dict[str, Draft]:
        """Return every draft there is."""
        return dict(self._kept)

    def save(self) -> bool:
        """Write what changed, on the disk before it returns, and tell whether it was a draft.

        Raises DraftsNotSaved; it is still to be written then.
        """
        with self._writing:
            with self._lock:
                changed = dict(self._changed)
            if not changed:
                return False
            try:
                with _opened(self._path) as file:
                    _write(file, changed)
            except (OSError, sqlite3.Error, ValueError) as problem:
                raise DraftsNotSaved(N_("The draft cannot be kept: {problem}"), problem=system_fault(problem)) from None
            with self._lock:
                for key, held in changed.items():
                    if self._changed[key] is held:
                        del self._changed[key]
            return changed.keys() != {_PLACE}

    def _change(self, key: str, held: Draft | Place | None) -> None:
        if self._read_only:
            return
        with self._lock:
            self._changed[key] = held


def _without(text: str, words: Iterable[str]) -> str:
    """Return a text without the words. In a form they stand as JSON writes them."""
    for word in words:
        for written in (word, json.dumps(word)[1:-1], json.dumps(word, ensure_ascii=False)[1:-1]):
            text = text.replace(written, GONE)
    return text


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    path.parent.mkdir(parents=True, exist_ok=True)
    require_plain(path)
    file = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, factory=EndingConnection)
    try:
        file.execute("PRAGMA synchronous = FULL")
        file.execute("PRAGMA secure_delete = ON")
        file.execute("CREATE TABLE IF NOT EXISTS drafts (key TEXT PRIMARY KEY, draft BLOB NOT NULL) STRICT")
        yield file
    finally:
        file.close()


def _write(file: sqlite3.Connection, changed: dict[str, Draft | Place | None]) -> None:
    file.execute("BEGIN IMMEDIATE")
    try:
        for key, held in changed.items():
            if held is None:
                file.execute("DELETE FROM drafts WHERE key = ?", (key,))
            else:
                file.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?)", (key, msgspec.json.encode(held)))
        file.execute("COMMIT")
    except sqlite3.Error:
        if file.in_transaction:
            file.execute("ROLLBACK")
        raise


def _read(path: Path, *, puts_aside: bool) -> tuple[Place, dict[str, Draft]]:
    """Return what a file keeps; nothing where there is none. One that cannot be read may be put aside: it is not lost."""
    if not path.exists() or no_plain_file(path) is not None:
        return Place(), {}
    try:
        file = sqlite3.connect(path, timeout=_PATIENCE, factory=EndingConnection)
        try:
            rows = dict(file.execute("SELECT key, draft FROM drafts"))
        finally:
            file.close()
        place = msgspec.json.decode(rows.pop(_PLACE, b"{}"), type=Place)
        return place, {key: msgspec.json.decode(held, type=Draft) for key, held in rows.items()}
    except (sqlite3.DatabaseError, msgspec.MsgspecError) as problem:
        if puts_aside and not isinstance(problem, sqlite3.OperationalError):
            _put_aside(path)
        return Place(), {}


def _put_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(f"{path.name}.ulæselig"))
    except OSError:
        return
