"""Where in the council's life each entry stands: its day, its meeting, and the item under which it was recorded."""

from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from events.catalogue import (
    AgendaItemAdded,
    AgendaItemChanged,
    MeetingRescheduled,
    MeetingScheduled,
    RemarkRecorded,
)
from events.entry import Entry
from events.ids import MeetingId, introducing_entry, made_by
from events.moments import Effective, bounds, is_exact
from events.naming import names
from governance.travelling.topics import FOLLOWED, changed_entry, said

_REMEMBERED = 4096


class Stand(NamedTuple):
    """Where an entry stands. ``day`` (ISO) is when it took effect, or else the day of its meeting, or else that of the entry
    before. ``meeting`` is that of the entry before where it tells none of its own; ``item`` is the item that it is about,
    empty where it is about none. ``horizon`` is the latest day (ISO) on which anything up to it, struck or not, is known
    to have taken effect; ``held`` is the day of the meeting that it is about, empty where it is about none.
    """

    day: str = ""
    meeting: str = ""
    item: str = ""
    horizon: str = ""
    held: str = ""


class Placing:
    """Tells of one entry after the other where it stands. ``stand_of`` returns where an earlier entry stands."""

    def __init__(self, stand_of: Callable[[int], Stand], last: Stand) -> None:
        self._stand_of = stand_of
        self._last = last
        self._known: OrderedDict[str, Stand] = OrderedDict()

    def place(self, entry: Entry) -> Stand:
        """Return where the next entry stands."""
        found = self._about(entry)
        last, effective = self._last, entry.effective
        known = effective[:10] if effective is not None and is_exact(effective) else ""
        horizon = max(last.horizon, known)
        day = day_of(effective) or (last.day if isinstance(entry.event, MeetingScheduled) else found.held) or last.day
        stand = Stand(day, found.meeting or last.meeting, found.item, horizon, found.held)
        event = entry.event
        if isinstance(event, AgendaItemChanged) and event.meeting is not None:
            held = self._home(event.meeting).held
            self._remember(event.item, stand._replace(meeting=event.meeting, item=event.item, held=held))
        if event.introduces is not None:
            self._remember(made_by(event.introduces, entry.number), stand)
        self._last = stand
        return stand

    def _about(self, entry: Entry) -> Stand:
        event = entry.event
        amended = event.entry if isinstance(event, RemarkRecorded) else changed_entry(event)
        if amended is not None and 0 < amended < entry.number:
            return self._stand_of(amended)
        event = said(event)
        if isinstance(event, MeetingScheduled):
            return Stand("", made_by(MeetingId, entry.number), held=event.date)
        if isinstance(event, MeetingRescheduled):
            self._remember(event.meeting, Stand("", event.meeting, held=event.date))
        item, meeting = getattr(event, "item", None), getattr(event, "meeting", None)
        if isinstance(event, AgendaItemAdded):
            return Stand("", event.meeting, f"i{entry.number}", held=self._home(event.meeting).held)
        if item is not None:
            home = self._home(item)
            held = home.held if meeting is None else self._home(meeting).held
            return Stand("", meeting or home.meeting, item, held=held)
        if meeting is not None:
            return Stand("", meeting, held=self._home(meeting).held)
        return next((self._home(name) for name in names(event) if name[:1] in FOLLOWED), Stand())

    def _home(self, thing: str) -> Stand:
        """Return where a thing stands; of a meeting only the day counts."""
        held = self._known.get(thing)
        if held is None:
            held = self._stand_of(introducing_entry(thing))
            self._remember(thing, held)
        return held

    def _remember(self, thing: str, stand: Stand) -> None:
        self._known[thing] = stand
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)


def day_of(effective: Effective | None) -> str:
    """Return the one day (ISO) to place an entry at: of an interval the last, or else the first; empty for none."""
    if effective is None:
        return ""
    after, until = bounds(effective)
    return (after if is_exact(effective) else until or after) or ""
