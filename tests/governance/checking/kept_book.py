"""A book of meetings that were called, held, and written up, to look for findings in."""

from typing import Any

from events.catalogue import (
    AgendaItemAdded,
    AgendaSent,
    ApprovalRule,
    Event,
    ItemPostponed,
    MeetingCalled,
    MeetingClosed,
    MeetingOpened,
    MeetingScheduled,
    MinutesApproved,
    MinutesIssued,
    MinutesSigned,
    NoteWritten,
    Office,
    OfficerElected,
    Rules,
    SignerRule,
)
from governance.checking.finding import Finding
from tests.governance.checking.checked_book import CheckedBook

NEXT = ApprovalRule.NEXT_MEETING
JANUARY, MARCH, MAY = "2023-01-10", "2023-03-14", "2023-05-09"


class KeptBook(CheckedBook):
    """A council of five, whose first member may be given the chair. ``told`` are the sentences by meeting that say that
    minutes were approved.
    """

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.told: dict[Any, Any] = {}

    def chaired(self) -> "KeptBook":
        """Elect the first member chair, and the second vice chair."""
        for person, office in zip(self.people, (Office.CHAIR, Office.VICE_CHAIR), strict=False):
            self.given(OfficerElected(person=person, office=office), "2020-01-02")
        return self

    def planned(self, day: str = JANUARY, **more: Any) -> Any:
        """Plan a meeting and return its id."""
        return f"m{self.given(MeetingScheduled(date=day, **more), '2020-01-01')}"

    def noticed(self, meeting: Any, on: str, *, demanded_by: tuple[Any, ...] = ()) -> int:
        """Send the notice of a meeting."""
        return self.given(MeetingCalled(meeting=meeting, demanded_by=demanded_by), on)

    def sent(self, meeting: Any, on: str) -> int:
        """Send the agenda of a meeting."""
        return self.given(AgendaSent(meeting=meeting), on)

    def listed(self, meeting: Any, title: str = "Budget", on: str | None = None, **more: Any) -> Any:
        """Put an item on an agenda and return its id."""
        number = str(len(self.draft.fold.meeting(meeting).items) + 1)
        return f"i{self.given(AgendaItemAdded(meeting=meeting, number=number, title=title, **more), on)}"

    def opened(self, meeting: Any, effective: str | None = None) -> int:
        """Open a meeting, on its day where nothing else is said."""
        return self.given(MeetingOpened(meeting=meeting), effective)

    def over(self, meeting: Any, effective: str | None = None) -> int:
        """Close a meeting."""
        return self.given(MeetingClosed(meeting=meeting), effective)

    def issued(self, meeting: Any, on: str | None = None) -> int:
        """Issue the minutes of a meeting, on its day where nothing else is said."""
        through, day = self.draft.fold.number, on or self.draft.fold.meetings[meeting].date
        return self.given(MinutesIssued(meeting=meeting, through=through, document_sha256="ab" * 32), day)

    def went(self, day: str = JANUARY, *, written_up: bool = True, **more: Any) -> Any:
        """Hold a meeting with everybody present, close it and issue its minutes; return its id."""
        meeting = self.planned(day, **more)
        self.opened(meeting)
        for person in self.people:
            self.attends(meeting, person)
        self.told[meeting] = f"n{self.given(NoteWritten(meeting=meeting, text='Referatet blev godkendt.'))}"
        self.over(meeting)
        if written_up:
            self.issued(meeting)
        return meeting

    def approved(self, at: Any, of: str | None = None, **more: Any) -> int:
        """Approve minutes at a meeting; where those of the meeting are issued, as they tell it already."""
        if self.draft.fold.meetings[at].issued_through is not None:
            more = {"told_in": self.told.get(at), **more}
        return self.given(MinutesApproved(meeting=at, of=of, **more))

    def signed(self, meeting: Any, person: Any, on: str = "2023-12-01") -> int:
        """Sign the minutes of a meeting."""
        return self.given(MinutesSigned(meeting=meeting, person=person), on)

    def postponed(self, item: Any, **to: Any) -> int:
        """Put an item off."""
        return self.given(ItemPostponed(item=item, **to))

    def shown(self, kind: str) -> list[tuple[str, str | None, list[int]]]:
        """The findings of a kind: how weighty each is, its meeting and its entries."""
        return [(one.severity, one.meeting, one.entries) for one in self.found(kind)]

    def grounds(self, kind: str) -> tuple[str | None, str]:
        """On which rule and source the one finding of a kind stands."""
        one: Finding = self.only(kind)
        return one.rule, one.source

    def last(self, kind: type[Event], meeting: Any) -> int:
        """The number of the last entry of a kind about a meeting."""
        entries = [entry for entry in self.draft.history.entries() if isinstance(entry.event, kind)]
        return [entry.number for entry in entries if getattr(entry.event, "meeting", None) == meeting][-1]


def approving(rule: ApprovalRule = NEXT, **more: Any) -> KeptBook:
    """A book of a council that approves its minutes by a rule, and whose minutes nobody signs."""
    return KeptBook(rules=Rules(approval=rule, signers=SignerRule.NOBODY, meetings_a_year=1, **more))
