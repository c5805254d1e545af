"""A book to look for findings in."""

from collections.abc import Iterable
from typing import Any

from events.catalogue import (
    AgendaItemAdded,
    AttendanceRecorded,
    AttendanceStatus,
    CouncilEstablished,
    CouncilKind,
    ItemDecided,
    MeetingClosed,
    MeetingOpened,
    MeetingScheduled,
    MemberAppointed,
    PersonRegistered,
    Rules,
    RulesAdopted,
    StandInCalled,
    StandInListed,
    VoteHeld,
)
from governance.checking import check
from governance.checking.examined import Examined
from governance.checking.finding import Finding
from governance.history import amendments_in, standing
from governance.language import speak
from governance.wording.findings import finding_sentence
from tests.scenario import TODAY, Scenario

NAMES = ("Anna Ægidius", "Bo Ørum", "Carl Åkjær", "Dorte Holm", "Emil Friis", "Fatma Lund", "Gerda Skov", "Hans Bro")


class CheckedBook(Scenario):
    """A council with members from 2020 on, five where nothing else is said, by the rules that it adopted."""

    def __init__(
        self, *, kind: CouncilKind = CouncilKind.OTHER, members: int = 5, rules: Rules | None = None, **more: Any
    ) -> None:
        super().__init__(council=False)
        self.given(CouncilEstablished(name="Rådet", municipality="Nordholm Kommune", kind=kind))
        if rules is not None:
            self.given(RulesAdopted(rules=rules), "2020-01-01")
        self.people: list[Any] = [self.person(name) for name in NAMES[:members]]
        for person in self.people:
            self.given(MemberAppointed(person=person, **more), "2020-01-01")

    def person(self, name: str) -> Any:
        """Register a person and return the id."""
        return f"p{self.given(PersonRegistered(name=name))}"

    def held(self, present: Iterable[Any], *, day: str = "2023-01-10", away: Iterable[Any] = (), **more: Any) -> Any:
        """Hold a meeting at which these are present and those in ``away`` excused, and return its id."""
        meeting: Any = f"m{self.given(MeetingScheduled(date=day, **more), '2020-01-01')}"
        self.given(MeetingOpened(meeting=meeting), f"{day}T15:00")
        for status, people in ((AttendanceStatus.PRESENT, present), (AttendanceStatus.APOLOGY, away)):
            for person in people:
                self.attends(meeting, person, status)
        return meeting

    def attends(self, meeting: Any, person: Any, status: AttendanceStatus = AttendanceStatus.PRESENT) -> int:
        """Record how somebody stood to a meeting."""
        return self.given(AttendanceRecorded(meeting=meeting, person=person, status=status))

    def attendance(self, meeting: Any, *people: Any) -> list[int]:
        """The entries that tell how these stood to a meeting."""
        told = [(entry.number, entry.event) for entry in self.draft.history.entries()]
        return [
            number
            for number, event in told
            if isinstance(event, AttendanceRecorded) and event.meeting == meeting and event.person in people
        ]

    def decisions_of(self, found: Finding) -> list[int]:
        """The entries among those of a finding by which something was decided."""
        entries = {entry.number: entry.event for entry in self.draft.history.entries()}
        return [number for number in found.entries if isinstance(entries[number], ItemDecided)]

    def put(self, meeting: Any, title: str = "Budget", **more: Any) -> Any:
        """Put an item on the agenda and return its id."""
        number = str(len(self.draft.fold.meeting(meeting).items) + 1)
        return f"i{self.given(AgendaItemAdded(meeting=meeting, number=number, title=title, **more))}"

    def decided(self, item: Any, effective: str | None = None) -> int:
        """Decide on an item."""
        return self.given(ItemDecided(item=item), effective)

    def voted(self, item: Any, votes_for: int | None, against: int | None, *, adopted: bool, **more: Any) -> int:
        """Hold a vote."""
        return self.given(VoteHeld(item=item, votes_for=votes_for, votes_against=against, adopted=adopted, **more))

    def closed(self, meeting: Any) -> None:
        """Close a meeting."""
        self.given(MeetingClosed(meeting=meeting))

    def stand_in(self, name: str, position: int = 1, **of: Any) -> Any:
        """Put somebody on a list of stand-ins and return the id."""
        person = self.person(name)
        self.given(StandInListed(person=person, position=position, **of), "2020-01-01")
        return person

    def called(self, person: Any, member: Any, effective: str | None = None, **where: Any) -> int:
        """Call in a stand-in."""
        return self.given(StandInCalled(person=person, member=member, **where), effective)

    def findings(self, on: str = TODAY) -> list[Finding]:
        """What the checks find."""
        entries = list(self.draft.history.entries())
        return check(Examined(self.draft.fold, standing(entries, amendments_in(entries)), on))

    def found(self, *kinds: str) -> list[Finding]:
        """The findings of these kinds."""
        return [one for one in self.findings() if one.kind in kinds]

    def only(self, kind: str) -> Finding:
        """The one finding of this kind."""
        (one,) = self.found(kind)
        return one

    def said(self, kind: str) -> tuple[str, str]:
        """The one finding of this kind in words, in Danish and in English."""
        one, said = self.only(kind), []
        for language in ("da", "en"):
            speak(language)
            said.append(finding_sentence(self.draft.fold, one))
        return said[0], said[1]
