"""What the checks look at: a book as it stands, with its entries at hand by kind and by what they are about."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar, overload

from events.catalogue import AnyEvent, CouncilKind
from events.entry import Entry
from events.ids import MeetingId
from events.moments import order_of
from governance.checking.course import Course, was_held
from governance.checking.proceedings import Proceedings
from governance.checking.seating import Seating
from governance.profiles import InForce, Version, at_general_meeting, rules_on
from governance.state.fold import Fold, Meeting
from governance.state.model import State
from governance.state.publishing import publish
from governance.state.rules import versions_in

E = TypeVar("E", bound=AnyEvent)
F = TypeVar("F", bound=AnyEvent)


class Examined:
    """A book under examination on a day. ``entries`` are those in force, as they read now, in order."""

    def __init__(self, fold: Fold, entries: Iterable[Entry], today: str) -> None:
        self.fold = fold
        self.entries = list(entries)
        self.today = today

    @cached_property
    def state(self) -> State:
        """The published state."""
        return publish(self.fold)

    @cached_property
    def seating(self) -> Seating:
        """Who had a seat when."""
        return Seating(self.fold)

    @cached_property
    def proceedings(self) -> Proceedings:
        """What was done at each meeting."""
        return Proceedings(self.fold, self.entries)

    @cached_property
    def course(self) -> Course:
        """The meetings in the order of time."""
        return Course(self.fold, self.held(), self.today)

    @overload
    def of(self, kind: type[E], /) -> Iterator[tuple[Entry, E]]: ...

    @overload
    def of(self, kind: type[E], other: type[F], /) -> Iterator[tuple[Entry, E | F]]: ...

    @overload
    def of(self, *kinds: type[Any]) -> Iterator[tuple[Entry, Any]]: ...

    def of(self, *kinds: type[Any]) -> Iterator[tuple[Entry, Any]]:
        """Return the entries with events of these kinds, each with its event, in order."""
        for number in sorted(number for kind in kinds for number in self._by_kind.get(kind, ())):
            entry = self._by_number[number]
            yield entry, entry.event

    def by_meeting(self, kind: type[E]) -> dict[MeetingId, list[tuple[Entry, E]]]:
        """Return the entries with events of a kind by the meeting that they name. It is not to be changed."""
        if kind not in self._by_meeting:
            found = self._by_meeting[kind] = {}
            for entry, event in self.of(kind):
                meeting: MeetingId | None = getattr(event, "meeting", None)
                if meeting is not None:
                    found.setdefault(meeting, []).append((entry, event))
        return self._by_meeting[kind]

    def entry(self, number: int) -> Entry | None:
        """Return the entry in force with this number."""
        return self._by_number.get(number)

    def rules(self, day: str, meeting: Meeting | None = None) -> InForce:
        """Return the rules in force on a day; those of the general meeting where ``meeting`` is one."""
        if day not in self._rules:
            self._rules[day] = rules_on(self._kind, self._versions, day)
        rules = self._rules[day]
        return at_general_meeting(rules) if meeting is not None and meeting.is_general else rules

    def held(self) -> list[Meeting]:
        """Return the meetings that were held, in the order of time: those that were opened, have minutes or decided in
        writing.
        """
        return [
            meeting
            for meeting in sorted(self.fold.meetings.values(), key=lambda held: (held.date, held.start or "", held.id))
            if meeting.date and not meeting.cancelled and was_held(self.fold, meeting)
        ]

    @cached_property
    def _by_meeting(self) -> dict[type, dict[MeetingId, list[tuple[Entry, Any]]]]:
        return {}

    @cached_property
    def _by_number(self) -> dict[int, Entry]:
        return {entry.number: entry for entry in self.entries}

    @cached_property
    def _by_kind(self) -> dict[type, list[int]]:
        found: dict[type, list[int]] = {}
        for entry in self.entries:
            found.setdefault(type(entry.event), []).append(entry.number)
        return found

    @cached_property
    def _rules(self) -> dict[str, InForce]:
        return {}

    @cached_property
    def _versions(self) -> list[Version]:
        return list(versions_in(self.fold))

    @cached_property
    def _kind(self) -> CouncilKind:
        return self.fold.council.kind if self.fold.council is not None else CouncilKind.OTHER


def day_of(entry: Entry, otherwise: str = "") -> str:
    """Return the latest day (ISO) on which what an entry tells had taken effect."""
    return order_of(entry.effective)[:10] or otherwise
