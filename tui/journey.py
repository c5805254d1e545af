"""Travelling in a book for the screens: every function may run in a thread; what one asks, the other waits for.

What takes long asks ``stopped`` now and then and ends with Stopped when nobody waits for it any more.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock

from textual.cache import LRUCache

from events.ids import MeetingId
from events.log import Log
from events.sqlite.log import SqliteLog
from governance.history import Amendments
from governance.travelling.destination import destination
from governance.travelling.kept_index import KeptIndex
from governance.travelling.placing import Stand
from governance.travelling.since_approved import SinceApproved, since_approved
from governance.travelling.timeline import Timeline
from governance.travelling.travelling import Seen, Traveller
from governance.withholding import PublicCopy
from tui.reading import Asked, Stopped
from tui.telling.entries import Telling
from tui.widgets.lines import Line


class Journey:
    """Travels in one book of a record; ``public`` leaves out what is not for everybody."""

    def __init__(self, record: Path, book: str, *, public: bool = False, read_only: bool = False) -> None:
        self.book, self._record = book, record
        log = SqliteLog(record)
        self._log: Log = PublicCopy(log) if public else log
        self._index = KeptIndex(record, book, read_only=read_only)
        self._traveller = Traveller(self._log, book, self._index)
        self._lock = Lock()
        self._since: LRUCache[tuple[MeetingId, int], SinceApproved | None] = LRUCache(64)

    def close(self) -> None:
        """Let go of the record."""
        with self._lock:
            self._index.close()
            self._log.close()

    # the index

    @property
    def reached(self) -> int:
        """The last entry that can be travelled to yet."""
        return self._index.upto

    def prepare(self, stopped: Asked, tell: Callable[[int], None]) -> None:
        """Take in what the index does not know; ``tell`` is told how far it has come. Raises Stopped."""
        with self._lock:
            if not self._index.fits(self._log):
                self._index.throw_away()
        more = True
        while more:
            if stopped():
                raise Stopped
            with self._lock:
                more = self._index.catch_up(self._log)
            tell(self._index.upto)

    def is_sound(self, stopped: Asked) -> bool:
        """Tell whether the index stands on what the record holds; one that does not is thrown away. Raises Stopped."""

        def ask(_number: int) -> None:
            if stopped():
                raise Stopped

        log = SqliteLog(self._record)
        try:
            sound = self._index.stands_on(log, ask)
        finally:
            log.close()
        if not sound:
            with self._lock:
                self._index.throw_away()
        return sound

    # standing at an entry

    def seen(self, number: int, on: str | None = None) -> Seen:
        """Return what is seen at an entry, as of a day (ISO) where one is given."""
        with self._lock:
            return self._traveller.seen(number, on=on)

    def entry_lines(self, first: int, count: int, width: int) -> Sequence[Line]:
        """Return entries, each in one line; ``width`` is that of the longest number."""
        with self._lock:
            entries, fold, amendments = self._traveller.named(range(first, first + count))
        telling = Telling(fold, amendments)
        return [telling.short_row(entry, width) for entry in entries]

    def detail(self, number: int) -> Sequence[Line]:
        """Return everything about an entry, from its stored bytes."""
        with self._lock:
            _entries, fold, amendments = self._traveller.named([number])
            (sealed,) = self._log.read(self.book, after=number - 1, upto=number)
        return Telling(fold, amendments).detail(sealed)

    @property
    def amendments(self) -> Amendments:
        """All strikes and corrections that there are."""
        with self._lock:
            return self._traveller.amendments

    def stand(self, number: int) -> Stand:
        """Return where an entry stands."""
        with self._lock:
            return self._index.stand(number)

    # finding the way

    def item_from(self, number: int, *, later: bool) -> int | None:
        """Return where the entries about the next item, or about the one before, begin; None where there is none."""
        with self._lock:
            return self._index.next_item(number) if later else self._index.previous_item(number)

    def destination(self, text: str, today: str) -> int:
        """Return the entry that somebody means who types a number, a day or a meeting's id. Raises a ReferatError."""
        with self._lock:
            index = self._index
            return destination(text, index.upto, today, last_by=index.last_by, last_of=index.last_of)

    def since_approved(self, meeting: MeetingId) -> SinceApproved | None:
        """Return what became of the minutes of a meeting, by all that the book holds; None for no such meeting."""
        with self._lock:
            key = (meeting, self._index.upto)
            if key not in self._since:
                entries, fold = self._traveller.about(meeting)
                held = fold.meetings.get(meeting)
                self._since[key] = since_approved(fold, entries, held) if held is not None else None
            return self._since[key]

    def timeline(self, found: Sequence[int] = ()) -> Timeline:
        """Return the whole book on one line, with marks where the entries stand at which something was ``found``."""
        with self._lock:
            stand = self._index.stand
            return Timeline(
                days=self._index.days(),
                meetings=self._index.meeting_days(),
                amendments=sorted({stand(number).day for number in self._index.amending()}),
                findings=sorted({stand(number).day for number in found}),
            )
