"""A book with a meeting, for the tests of what happens at one."""

from typing import Any

from events.catalogue import (
    AgendaItemAdded,
    AnyEvent,
    AttendanceRecorded,
    AttendanceStatus,
    ExternalBodyRegistered,
    MeetingClosed,
    MeetingOpened,
    MeetingScheduled,
    MinutesIssued,
    PersonRegistered,
)
from governance.documents.composing import compose_minutes
from governance.documents.model import Document
from governance.documents.writing.document import write
from governance.history import amendments_in, standing
from governance.language import speak
from governance.state.model import Item, Meeting
from governance.wording.lines import line
from tests.scenario import Scenario


class MeetingBook(Scenario):
    """A council with three members and a guest, a meeting on 10 January 2023 with three items, and a later meeting."""

    def __init__(self) -> None:
        super().__init__()
        self.anna, self.bo, self.carl = (self.member(name) for name in ("Anna Ægidius", "Bo Ørum", "Carl Åkjær"))
        self.guest: Any = f"p{self.given(PersonRegistered(name='Gæst Gæstesen'))}"
        self.m: Any = f"m{self.given(MeetingScheduled(date='2023-01-10'), '2022-12-01')}"
        self.later: Any = f"m{self.given(MeetingScheduled(date='2023-03-14'), '2022-12-01')}"
        self.one, self.two, self.three = (self.item_added(self.m, n) for n in ("Budget", "Høring", "Udflugt"))
        self.elsewhere = self.item_added(self.later, "Senere")
        self.body: Any = f"b{self.given(ExternalBodyRegistered(name='Kulturudvalget'))}"

    def item_added(self, meeting: Any, title: str) -> Any:
        number = str(len(self.draft.fold.meeting(meeting).items) + 1)
        return f"i{self.given(AgendaItemAdded(meeting=meeting, number=number, title=title))}"

    def opened(self) -> "MeetingBook":
        """Open the meeting with all three members present."""
        self.given(MeetingOpened(meeting=self.m), "2023-01-10T15:00")
        for person in (self.anna, self.bo, self.carl):
            self.given(AttendanceRecorded(meeting=self.m, person=person, status=AttendanceStatus.PRESENT))
        return self

    def issued(self) -> "MeetingBook":
        """Close the meeting and issue its minutes."""
        self.opened().given(MeetingClosed(meeting=self.m), "2023-01-10T17:00")
        self.given(MinutesIssued(meeting=self.m, through=self.draft.fold.number, document_sha256="ab" * 32))
        return self

    @property
    def the_meeting(self) -> Meeting:
        """The meeting as published."""
        return self.meeting(self.m)

    @property
    def first(self) -> Item:
        """Its first item as published."""
        return self.item(self.one)

    def said(self, event: AnyEvent, effective: str | None = None) -> tuple[str, str, str | None]:
        """Record an event and return its line in Danish and in English, and its words in the minutes."""
        self.given(event, effective)
        recorded = list(self.draft.history.entries())[-1].event
        lines = []
        for language in ("da", "en"):
            speak(language)
            lines.append(line(self.draft.fold, recorded))
        return lines[0], lines[1], getattr(recorded, "text", None)

    def minutes(self) -> Document:
        """The minutes of the meeting."""
        entries = list(standing(self.draft.history.entries(), amendments_in(self.draft.history.entries())))
        return compose_minutes(self.draft.fold, entries, self.draft.fold.meetings[self.m])

    def written(self) -> str:
        """The minutes of the meeting as plain text."""
        return write(self.minutes(), "txt")
