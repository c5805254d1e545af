"""A book while it is being written: act upon act is decided, and a page of them recorded as one command.

The state is kept alongside, so that ten thousand entries need not be read again for every page.
"""

import random
from base64 import urlsafe_b64encode
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar
from uuid import UUID

from events.catalogue import AnyEvent, EntryCorrected, EntryStruck, WordsErased
from events.entry import Entry
from events.ids import made_by
from events.moments import Effective, Timestamp
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.history import Recorded, amendments_in, replay
from governance.rules import decide
from governance.rules.act import Act
from governance.state.evolving import evolve
from governance.state.fold import Fold

K = TypeVar("K", bound=str)


class Ledger:
    """``fold`` is the state after all that was told; ``entries`` are those entries. ``turn`` records the open page."""

    def __init__(self, log: SqliteLog, name: str, *, by: str, rng: random.Random) -> None:
        self.name = name
        self.record = log.path
        self.fold = Fold(name)
        self.entries: list[Entry] = []
        self._rng = rng
        self._moment = datetime(2013, 12, 1, 9, tzinfo=UTC)
        self._page: list[Act] = []
        self._history = Recorded(name, lambda: self.entries)
        self.book = Book(log, name, actor=by, clock=lambda: self._moment, salts=self._salts)

    def on(self, day: date, hour: int = 9) -> None:
        """Record the open page, and go on with this day."""
        self.turn()
        self._moment = max(self._moment + timedelta(minutes=7), datetime.combine(day, time(hour), UTC))

    def tell(self, event: AnyEvent, when: date | str | None = None) -> int:
        """Decide on an event and return the number of its entry. Raises as ``decide``."""
        effective = None if when is None else Effective(str(when))
        act = Act(event=event, effective=effective)
        decided = decide(self.fold, act, today=self.book.today(), history=self._history)
        for one in decided:
            entry = self._entry(one)
            self.entries.append(entry)
            evolve(self.fold, entry)
        self._page += decided
        if isinstance(event, WordsErased):
            self._take_back(event.entry)
        if isinstance(event, EntryStruck | EntryCorrected | WordsErased):
            self.fold = replay(self.name, self.entries, amendments_in(self.entries))
        return self.fold.number

    def make(self, kind: type[K], event: AnyEvent, when: date | str | None = None) -> K:
        """Decide on an event as ``tell`` does, and return the id of what it introduces."""
        return made_by(kind, self.tell(event, when))

    def turn(self) -> None:
        """Record what was told since the last time, all or none."""
        page, self._page = self._page, []
        if page:
            command = str(UUID(int=self._rng.getrandbits(128), version=4))
            self.book.carry_out(lambda fold, history: page, command_id=command)

    def _take_back(self, number: int) -> None:
        """Record the open page, and take an entry back as it reads without the words that it erased."""
        self.turn()
        (self.entries[number - 1],) = self.book.entries(after=number - 1, upto=number)

    def _entry(self, act: Act) -> Entry:
        return Entry(
            book=self.name,
            number=self.fold.number + 1,
            schema_version=1,
            command_id="",
            recorded_at=Timestamp(self._moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"),
            recorded_by="",
            effective=act.effective,
            event=act.event,
        )

    def _salts(self, count: int) -> list[str]:
        return [urlsafe_b64encode(self._rng.randbytes(16)).decode().rstrip("=") for _ in range(count)]
