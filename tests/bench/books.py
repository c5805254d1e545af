"""Books to measure on: a council that meets for many years, with entries as long as those of real minutes."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AnyEvent,
    AttendanceRecorded,
    AttendanceStatus,
    CouncilEstablished,
    DecisionOutcome,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    MeetingOpened,
    MeetingScheduled,
    MemberAppointed,
    MinutesIssued,
    NoteWritten,
    OrdstyrerElected,
    PersonRegistered,
)
from events.entry import Entry
from events.entry import seal as sealed
from events.ids import ItemId, MeetingId, PersonId
from events.moments import Effective, timestamp
from events.sqlite.log import SqliteLog

BOOK = "maaling"
_NAMES = ("Anna Ægidius", "Bo Ørum", "Chau Nguyen", "Dorte Åkjær", "Emil von Bülow", "Fatma Yıldız", "Georg Holm")
_TITLES = ("Budget for næste år", "Besøg på skolen", "Orientering fra udvalget", "Ansøgning til puljen", "Sprogcafé")
_SENTENCES = (
    "Rådet drøftede planen og bad sekretariatet om flere oplysninger til næste møde.",
    "Ønskerne sendes til Kulturudvalget med en kort begrundelse for hver af dem.",
    "Flere medlemmer fremhævede samarbejdet med foreningerne i lokalområdet.",
)


def events_of(meetings: int) -> Iterator[tuple[AnyEvent, Effective | None]]:
    """Return the events of a council's book with this many meetings, in order; each gets the next entry number."""
    rng, number = random.Random(meetings), 1
    yield CouncilEstablished(name="Integrationsrådet", municipality="Nordholm Kommune"), None
    persons = []
    for name in _NAMES:
        yield PersonRegistered(name=name), None
        person = PersonId(f"p{number + 1}")
        yield MemberAppointed(person=person), Effective("2000-01-01")
        persons.append(person)
        number += 2
    day = date(2000, 1, 11)
    for _ in range(meetings):
        day += timedelta(days=rng.randint(20, 40))
        for event in _meeting(rng, number, day, persons):
            number += 1
            yield event, None


def _meeting(rng: random.Random, number: int, day: date, persons: list[PersonId]) -> Iterator[AnyEvent]:
    meeting = MeetingId(f"m{number + 1}")
    yield MeetingScheduled(date=day.isoformat(), start="15:30", end="17:30", place="Rådhuset, Torvet 1")
    yield MeetingOpened(meeting=meeting)
    at = number + 2
    for person in persons:
        status = AttendanceStatus.PRESENT if rng.random() < 0.8 else AttendanceStatus.APOLOGY
        yield AttendanceRecorded(meeting=meeting, person=person, status=status)
        at += 1
    yield AgendaApproved(meeting=meeting, text="Dagsordenen blev godkendt.")
    yield OrdstyrerElected(meeting=meeting, person=rng.choice(persons), text="Valgt blev ordstyreren.")
    at += 2
    for position in range(1, 9):
        yield AgendaItemAdded(meeting=meeting, number=str(position), title=rng.choice(_TITLES))
        item, at = ItemId(f"i{at + 1}"), at + 1
        for _ in range(rng.randint(1, 3)):
            yield NoteWritten(meeting=meeting, item=item, text=rng.choice(_SENTENCES))
            at += 1
        yield _outcome(rng, item)
        at += 1
    yield MinutesIssued(meeting=meeting, through=at, document_sha256=sha256(day.isoformat().encode()).hexdigest())


def _outcome(rng: random.Random, item: ItemId) -> AnyEvent:
    text = rng.choice(_SENTENCES)
    made: list[AnyEvent] = [
        ItemDecided(item=item, outcome=DecisionOutcome.DECIDED, text=text),
        ItemNoted(item=item, text=text),
        ItemDiscussed(item=item, text=text),
        ItemPostponed(item=item, text="Udsat til næste møde."),
    ]
    return rng.choice(made)


def entries_of(meetings: int, *, book: str = BOOK) -> Iterator[Entry]:
    """Return the entries of such a book, a minute apart."""
    moment = datetime(2020, 1, 1, tzinfo=UTC)
    for number, (event, effective) in enumerate(events_of(meetings), 1):
        yield Entry(
            book=book,
            number=number,
            schema_version=1,
            command_id=f"command-{number:08}",
            recorded_at=timestamp(moment + timedelta(minutes=number)),
            recorded_by="Alice Ørsted",
            effective=effective,
            event=event,
        )


def recorded(path: Path, meetings: int) -> int:
    """Write such a book into a record and return how many entries it has."""
    log, batch, count = SqliteLog(path), [], 0
    for entry in entries_of(meetings):
        batch.append(sealed(entry))
        count += 1
        if len(batch) == 10_000:
            log.append(batch)
            batch = []
    if batch:
        log.append(batch)
    log.close()
    return count


MILLION = 23_000
"""Meetings in a book of a million entries."""


def once(folder: Path, meetings: int) -> tuple[Path, int]:
    """Return a record with such a book and how many entries it has; the measurements of one run share it."""
    record = folder / f"book-of-{meetings}.referat"
    if not record.exists():
        return record, recorded(record, meetings)
    log = SqliteLog(record)
    try:
        return record, log.head(BOOK)
    finally:
        log.close()
