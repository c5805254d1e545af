"""A council's book in a record of its own, with a clock that is set by hand: for what turns on when things are recorded."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from events.catalogue import (
    AgendaItemAdded,
    AnyEvent,
    AttendanceRecorded,
    AttendanceStatus,
    CouncilEstablished,
    CouncilKind,
    MeetingClosed,
    MeetingOpened,
    MeetingScheduled,
    MemberAppointed,
    MinutesIssued,
    PersonRegistered,
)
from events.moments import Effective
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.checking import check
from governance.checking.examined import Examined
from governance.checking.finding import Finding
from governance.log_lines import LogLines
from governance.rules.act import Act, RuleRefused
from governance.state.model import State
from governance.state.publishing import publish

NAME = "bog"


class RecordedBook:
    """Four members who were appointed on 1 January 2022; what is recorded first is recorded that day."""

    def __init__(self, path: Path, *, kind: CouncilKind = CouncilKind.OTHER) -> None:
        self.path = path
        self.today("2022-01-01")
        self.book = Book(SqliteLog(path), NAME, actor="Alice Ørsted", clock=lambda: self._now)
        self.given(CouncilEstablished(name="Rådet", municipality="Nordholm Kommune", kind=kind))
        self.people: list[Any] = [self.member(f"{name} Holm") for name in ("Anna", "Bo", "Carl", "Dorte")]

    def today(self, day: str) -> None:
        """Let it be noon in Denmark on a day (ISO date)."""
        self._now = datetime.fromisoformat(f"{day}T11:00").replace(tzinfo=UTC)

    def given(self, event: AnyEvent, effective: str | None = None) -> int:
        """Record an event and return the number of its entry."""
        act = Act(event=event, effective=Effective(effective) if effective else None)
        return self.book.record(act)[-1].number

    def refused(self, event: AnyEvent, effective: str | None = None) -> str:
        """Return why the rules refuse the event; fail where they do not."""
        try:
            self.given(event, effective)
        except RuleRefused as refusal:
            return str(refusal)
        raise AssertionError(f"not refused: {event}")

    def member(self, name: str, effective: str = "2022-01-01") -> Any:
        """Register a person as a member and return the id."""
        person: Any = f"p{self.given(PersonRegistered(name=name))}"
        self.given(MemberAppointed(person=person), effective)
        return person

    def planned(self, day: str) -> Any:
        """Plan a meeting and return its id."""
        return f"m{self.given(MeetingScheduled(date=day))}"

    def opened(self, day: str) -> Any:
        """Plan and open a meeting with everybody present, and return its id."""
        meeting = self.planned(day)
        self.given(MeetingOpened(meeting=meeting))
        for person in self.people:
            self.given(AttendanceRecorded(meeting=meeting, person=person, status=AttendanceStatus.PRESENT))
        return meeting

    def put(self, meeting: Any, title: str, **more: Any) -> Any:
        """Put an item on an agenda and return its id."""
        return f"i{self.given(AgendaItemAdded(meeting=meeting, title=title, **more))}"

    def issued(self, meeting: Any) -> int:
        """Close a meeting and issue its minutes."""
        self.given(MeetingClosed(meeting=meeting))
        through = self.book.current().number
        return self.given(MinutesIssued(meeting=meeting, through=through, document_sha256="ab" * 32))

    def state(self, *, upto: int | None = None, on: str | None = None) -> State:
        """The state as published, at an entry and on a day."""
        return publish(self.book.fold(upto=upto, on=on))

    def findings(self, on: str) -> list[Finding]:
        """What the checks find on a day."""
        return check(Examined(self.book.fold(), self.book.standing(), on))

    def line(self, number: int) -> str:
        """What the log says of an entry, and what became of it."""
        (entry,) = self.book.entries(after=number - 1, upto=number)
        return LogLines(self.book).as_text(entry)
