"""A regular book of twelve years to plant irregularities in, each at a meeting of its own."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from events.catalogue import (
    AnyEvent,
    AttendanceRecorded,
    AttendanceStatus,
    Authority,
    AuthorityKind,
    CouncilKind,
    EntryCorrected,
    EntryStruck,
    VoteHeld,
)
from events.entry import Entry, Provenance
from events.ids import ItemId, MeetingId, PersonId
from events.moments import Effective
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.checking import check
from governance.checking.examined import Examined
from governance.checking.finding import Finding
from governance.rules import decide
from governance.rules.act import Act
from governance.state.fold import Fold, Meeting
from tests.years.bodies import body_of
from tests.years.making import written

E = TypeVar("E", bound=AnyEvent)

BODY = body_of(CouncilKind.INTEGRATION_COUNCIL)
_AUTHORITY = Authority(kind=AuthorityKind.WRITTEN_PROCEDURE)
_PAPER = Provenance(source="ab" * 32)
_AFTERWARDS = datetime(2025, 12, 31, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Planted:
    """What the checks are to find: its kind, the meeting and the entries."""

    kind: str
    meeting: MeetingId | None
    entries: list[int]


def seen(finding: Finding) -> Planted:
    """Return what a finding says, to compare."""
    return Planted(finding.kind, finding.meeting, finding.entries)  # type: ignore[arg-type]  # published as text


def regular_book(folder: Path) -> Path:
    """Make the record with the regular book and return it."""
    written(folder / "regular.referat", [BODY])
    return folder / "regular.referat"


class Garden:
    """A copy of the regular book. A meeting that was ``taken`` is left alone by whatever is planted later."""

    def __init__(self, regular: Path, folder: Path) -> None:
        record = folder / "planted.referat"
        shutil.copyfile(regular, record)
        self._log = SqliteLog(record)
        self.book = Book(self._log, BODY.book, actor="Alice Ørsted", clock=lambda: _AFTERWARDS)
        self.fold = self.book.fold()
        self.entries = list(self.book.standing())
        self._taken: set[MeetingId] = set()

    def close(self) -> None:
        """Let go of the record."""
        self._log.close()

    def findings(self) -> list[Finding]:
        """Return what the checks find."""
        return check(Examined(self.book.fold(), self.book.standing(), self.book.newest_day()))

    # looking for a place

    def of(self, kind: type[E]) -> Iterator[tuple[Entry, E, Meeting]]:
        """Return the entries of a kind at meetings that are not taken yet, with their event and meeting."""
        for entry in self.entries:
            if isinstance(entry.event, kind):
                meeting = self.meeting_of(entry.event)
                if meeting is not None and meeting.id not in self._taken:
                    yield entry, entry.event, meeting

    def meeting_of(self, event: AnyEvent) -> Meeting | None:
        """Return the meeting at which something was done."""
        return _meeting_of(self.fold, event)

    def take(self, meeting: Meeting) -> Meeting:
        """Take a meeting, and the one after it, which may speak of it."""
        self._taken.add(meeting.id)
        self._taken.add(self.after(meeting).id)
        return meeting

    def held(self) -> list[Meeting]:
        """Return the meetings that people came to, in the order of their days."""
        held = [one for one in self.fold.meetings.values() if one.closed is not None and one.attendance]
        return sorted(held, key=lambda one: one.date)

    def free(self) -> list[Meeting]:
        """Return the meetings that are not taken, but for the first and the last."""
        return [one for one in self.held()[1:-1] if one.id not in self._taken]

    def after(self, meeting: Meeting) -> Meeting:
        """Return the next meeting that people came to; the last one where there is none."""
        held = self.held()
        return next((one for one in held if one.date > meeting.date), held[-1])

    def under(self, item: ItemId) -> list[Entry]:
        """Return the entries under an item."""
        return [entry for entry in self.entries if getattr(entry.event, "item", None) == item]

    def votes(self, item: ItemId) -> list[Entry]:
        """Return the votes held under an item."""
        return [entry for entry in self.under(item) if isinstance(entry.event, VoteHeld)]

    def first(self, kind: type[E], meeting: Meeting) -> Entry:
        """Return the first entry of a kind that names a meeting."""
        return next(
            entry
            for entry in self.entries
            if isinstance(entry.event, kind) and getattr(entry.event, "meeting", None) == meeting.id
        )

    def present(self, meeting: Meeting) -> list[PersonId]:
        """Return the members with a vote who were at a meeting from beginning to end."""
        attached = {
            person
            for person, facts in self.fold.memberships.items()
            for fact in facts
            if not getattr(fact.said, "votes", True)
        }
        return [
            person
            for person, status in meeting.attendance.items()
            if status is AttendanceStatus.PRESENT and person not in attached and person not in meeting.movements
        ]

    def away(self, meeting: Meeting) -> list[PersonId]:
        """Return those who stayed away from a meeting."""
        return [one for one, status in meeting.attendance.items() if status is not AttendanceStatus.PRESENT]

    def attended(self, meeting: Meeting, person: PersonId) -> int:
        """Return the entry that tells how somebody stood to a meeting."""
        return next(
            entry.number
            for entry in self.entries
            if isinstance(entry.event, AttendanceRecorded)
            and (entry.event.meeting, entry.event.person) == (meeting.id, person)
        )

    # planting

    def adds(self, event: AnyEvent, effective: str | None = None) -> int:
        """Record an event that is none of the regular book's, and return its entry.

        What happened at a meeting whose minutes are issued comes from a paper that turned up afterwards.
        """
        meeting = _meeting_of(self.book.current(), event)
        paper = _PAPER if meeting is not None and meeting.issued_through is not None else None
        act = Act(event=event, effective=Effective(effective) if effective else None, provenance=paper)
        today = self.book.today()
        entries = self.book.carry_out(lambda fold, history: decide(fold, act, today=today, history=history))
        return entries[-1].number

    def corrects(self, entry: Entry, replacement: AnyEvent, effective: str | None = None) -> None:
        """Let an entry read otherwise."""
        self.adds(
            EntryCorrected(
                entry=entry.number,
                replacement=replacement,  # type: ignore[arg-type]  # no act on the record comes here
                effective=Effective(effective) if effective else None,
                reason="Således gik det til",
                authority=_AUTHORITY,
            )
        )

    def strikes(self, entry: Entry) -> None:
        """Let an entry count no more."""
        self.adds(EntryStruck(entry=entry.number, reason="Det skete ikke", authority=_AUTHORITY))


def _meeting_of(fold: Fold, event: AnyEvent) -> Meeting | None:
    item: ItemId | None = getattr(event, "item", None)
    if item is not None:
        return fold.meeting_of(item)
    return fold.meetings.get(getattr(event, "meeting", None))  # type: ignore[arg-type]
