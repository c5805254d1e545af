"""A book to search."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from events.catalogue import (
    AgendaItemAdded,
    AttendanceRecorded,
    AttendanceStatus,
    CouncilEstablished,
    ItemPostponed,
    MatterOpened,
    MeetingOpened,
    MeetingRescheduled,
    MeetingScheduled,
    MemberAppointed,
    NoteWritten,
    PersonRegistered,
    TaskAgreed,
    TaskCompleted,
)
from tests.governance.searching.searched_book import Searched


@pytest.fixture
def searched(tmp_path: Path) -> Iterator[Searched]:
    """A council with two members, a meeting with two items, a matter and a task."""
    held = Searched(tmp_path / "protokol.referat")
    held.given(
        CouncilEstablished(name="Integrationsrådet"),  # 1
        PersonRegistered(name="Åse Møller"),
        MemberAppointed(person="p2"),
        PersonRegistered(name="Bo Ørum"),
        MemberAppointed(person="p4"),
        MatterOpened(title="Sprogcafé i biblioteket", kind="general"),  # 6
        MeetingScheduled(date="2022-09-28", start="15:30"),
        MeetingOpened(meeting="m7"),
        AttendanceRecorded(meeting="m7", person="p2", status=AttendanceStatus.PRESENT),
        AgendaItemAdded(meeting="m7", number="1", title="Sprogcafé", matter="s6"),  # 10
        AgendaItemAdded(meeting="m7", number="2", title="Kår for unge"),
        NoteWritten(meeting="m7", item="i10", text="Caféen har åbent to gange om ugen."),  # 12
        TaskAgreed(item="i10", task="finde flere frivillige", responsible="p4"),
        ItemPostponed(item="i11", text="Udsat."),
        TaskCompleted(task="t13"),
        MeetingScheduled(date="2023-01-10"),  # 16
        MeetingRescheduled(meeting="m16", date="2023-02-14"),
        NoteWritten(meeting="m16", text="Karrierer."),
    )
    yield held
    held.close()
