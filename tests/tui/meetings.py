"""A record with a council that meets today, for the tests that type a meeting into a real terminal."""

from pathlib import Path

from events.catalogue import (
    AgendaItemAdded,
    AgendaSent,
    AnyEvent,
    CouncilEstablished,
    MeetingScheduled,
    MemberAppointed,
    NoteWritten,
    PersonRegistered,
)
from events.ids import ItemId, MeetingId, PersonId
from events.moments import Effective
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.rules.act import Act

COUNCIL = "aeroeraadet"
MEETING = MeetingId("m8")
SECRET = "Ansættelse af Ægir"
SAID = "Han har sagt ja"
_MEMBERS = ("Åse Ørum", "Bo Æbeltoft", "Chau Nguyen")
_ITEMS = ("Budget for næste år", "Høring om cykelstien", "Eventuelt")


def council_that_meets(record: Path, *, items: int = len(_ITEMS)) -> None:
    """Record a council of three with a meeting today that has an agenda."""
    book = Book(SqliteLog(record), COUNCIL, actor="Hanne Bro")

    def given(event: AnyEvent, effective: str | None = None) -> int:
        return book.record(Act(event=event, effective=Effective(effective) if effective else None))[-1].number

    given(CouncilEstablished(name="Ærørådet", municipality="Ærø Kommune"))
    people = [PersonId(f"p{given(PersonRegistered(name=name))}") for name in _MEMBERS]
    for person in people:
        given(MemberAppointed(person=person), "2020-01-01")
    meeting = MeetingId(f"m{given(MeetingScheduled(date=book.today(), start='15:30', end='17:30'), '2020-01-02')}")
    assert meeting == MEETING
    for index in range(items):
        title = _ITEMS[index] if index < len(_ITEMS) else f"Punkt {index}"
        given(AgendaItemAdded(meeting=meeting, title=title), "2020-01-03")
    given(AgendaSent(meeting=meeting), "2020-01-04")
    book.log.close()


def council_with_a_closed_item(record: Path) -> None:
    """Record a council with a meeting that has a closed item with a note."""
    council_that_meets(record)
    book = Book(SqliteLog(record), COUNCIL, actor="Hanne Bro")
    number = book.record(Act(event=AgendaItemAdded(meeting=MEETING, title=SECRET, closed=True)))[-1].number
    book.record(Act(event=NoteWritten(meeting=MEETING, item=ItemId(f"i{number}"), text=SAID)))
    book.log.close()
