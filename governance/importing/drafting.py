"""A draft of entries: decided one after the other on a state of its own, and recorded together or not at all."""

from collections.abc import Iterable
from itertools import chain

from events.catalogue import AnyEvent, EntryCorrected, EntryStruck, MeetingRescheduled, MeetingScheduled
from events.entry import Entry, Provenance
from events.errors import ReferatError
from events.moments import Effective
from governance.history import Recorded, amendments_in, replay, standing
from governance.rules import decide
from governance.rules.act import Act
from governance.state.evolving import evolve
from governance.state.fold import Fold


class LeftOut(ReferatError):
    """What was read there is not to be recorded: a secretary left it out."""


class Draft:
    """Entries to be, on top of those of a book. ``acts`` are what to record; ``fold`` is the state after them."""

    def __init__(self, history: Recorded, book: str, today: str) -> None:
        self.acts: list[Act] = []
        self._recorded = list(history.entries())
        self._pending: list[Entry] = []
        self._book = book
        self._today = today
        self.history = Recorded(book, self._entries)
        self.fold: Fold = self.history.without(0)

    def record(
        self, event: AnyEvent, *, effective: Effective | None = None, provenance: Provenance | None = None
    ) -> int:
        """Decide on an event, add what follows, and return the number of its entry. Raises as ``decide``."""
        act = Act(event=event, effective=effective, provenance=provenance)
        decided = decide(self.fold, act, today=self._today, history=self.history)
        for one in decided:
            self._add(one)
        if any(isinstance(one.event, EntryStruck | EntryCorrected) for one in decided):
            self.fold = replay(self._book, self._entries(), amendments_in(self._entries()))
        return self.fold.number

    def has_taken(self, source: str) -> bool:
        """Tell whether the agenda of a meeting, as it reads now, was taken over from the file with this SHA-256."""
        return any(
            entry.provenance is not None
            and entry.provenance.source == source
            and isinstance(entry.event, MeetingScheduled | MeetingRescheduled)
            for entry in standing(self._entries(), amendments_in(self._entries()))
        )

    def _add(self, act: Act) -> None:
        entry = Entry(
            book=self._book,
            number=self.fold.number + 1,
            schema_version=1,
            command_id="",
            recorded_at=self.fold.as_of or "",  # type: ignore[arg-type]
            recorded_by="",
            effective=act.effective,
            provenance=act.provenance,
            event=act.event,
        )
        self.acts.append(act)
        self._pending.append(entry)
        evolve(self.fold, entry)

    def _entries(self) -> Iterable[Entry]:
        return chain(self._recorded, self._pending)
