"""Given a book in which nothing is wrong with presence, votes and seats, nothing is found; and soon, in a long one."""

from collections.abc import Iterator
from time import perf_counter
from typing import Any

from events.catalogue import (
    AgendaItemAdded,
    AnyEvent,
    AttendanceRecorded,
    AttendanceStatus,
    CouncilEstablished,
    CouncilKind,
    DisqualificationDecided,
    ItemDecided,
    ItemOpened,
    MeetingClosed,
    MeetingOpened,
    MeetingScheduled,
    MemberAppointed,
    MemberLeft,
    NamedVote,
    Office,
    OfficerElected,
    PersonRegistered,
    StandInCalled,
    StandInListed,
    VoteChoice,
    VoteHeld,
)
from events.entry import Entry
from governance.checking import disqualification, offices, quorum, seats, size, stand_ins, voting
from governance.checking.examined import Examined
from governance.history import amendments_in, replay

Acts = Iterator[tuple[AnyEvent, str | None]]

MEMBERS, MEETINGS, ITEMS = 25, 120, 12
TOPIC = (disqualification, offices, quorum, seats, size, stand_ins, voting)
STAND_IN: Any = f"p{2 * MEMBERS + 2}"
FIRST_MEETING = 2 * MEMBERS + 5


def test_nothing_is_found_and_soon() -> None:
    """Ten thousand entries take half a second; the bound is for machines that are busy."""
    entries = [
        Entry(
            book="test",
            number=number,
            schema_version=1,
            command_id="",
            recorded_at="",  # type: ignore[arg-type]
            recorded_by="",
            event=event,
            effective=effective,  # type: ignore[arg-type]
        )
        for number, (event, effective) in enumerate(_book(), 1)
    ]
    book = Examined(replay("test", entries, amendments_in(entries)), entries, "2030-01-01")
    begun = perf_counter()
    assert [found for module in TOPIC for look in module.CHECKS for found in look(book)] == []
    assert perf_counter() - begun < 5
    assert len(entries) > 9_000


def _book() -> Acts:
    yield CouncilEstablished(name="Byrådet", kind=CouncilKind.MUNICIPAL_COUNCIL), None
    for place in range(MEMBERS):
        yield PersonRegistered(name=f"Medlem {place}"), None
        yield MemberAppointed(person=_member(place)), "2020-01-01"
    yield PersonRegistered(name="Stedfortræder"), None
    yield StandInListed(person=STAND_IN, position=1), "2020-01-01"
    yield OfficerElected(person=_member(0), office=Office.CHAIR), "2020-01-01"
    number = FIRST_MEETING
    for meeting in range(MEETINGS):
        for act in _meeting(number, f"{2020 + meeting // 12}-{meeting % 12 + 1:02}-10"):
            yield act
            number += 1


def _member(place: int) -> Any:
    return f"p{2 * place + 2}"


def _meeting(number: int, day: str) -> Acts:
    """A meeting that one member does not come to and another leaves, with one who is inhabil under the first item."""
    meeting: Any = f"m{number}"
    items: list[Any] = [f"i{number + 1 + place}" for place in range(ITEMS)]
    yield MeetingScheduled(date=day), "2020-01-01"
    for _ in items:
        yield AgendaItemAdded(meeting=meeting, title="Sag", standing=True), day
    yield MeetingOpened(meeting=meeting), f"{day}T15:00"
    for place in range(MEMBERS):
        status = AttendanceStatus.APOLOGY if place == 1 else AttendanceStatus.PRESENT
        yield AttendanceRecorded(meeting=meeting, person=_member(place), status=status), day
    yield StandInCalled(person=STAND_IN, member=_member(1), meeting=meeting), day
    yield AttendanceRecorded(meeting=meeting, person=STAND_IN, status=AttendanceStatus.PRESENT), day
    there = [_member(place) for place in range(MEMBERS) if place != 1] + [STAND_IN]
    yield DisqualificationDecided(item=items[0], person=there[1], disqualified=True), day
    for place, item in enumerate(items):
        voters = [person for person in there if person != there[1] or place > 0]
        yield ItemOpened(item=item), f"{day}T{15 + place // 6}:{10 * (place % 6):02}"
        yield _vote(item, voters), day
        yield ItemDecided(item=item), day
        if place == ITEMS // 2:
            yield MemberLeft(meeting=meeting, person=there[2], item=item), day
            there.pop(2)
    yield MeetingClosed(meeting=meeting), f"{day}T18:00"


def _vote(item: Any, voters: list[Any]) -> VoteHeld:
    votes_for = 2 * len(voters) // 3
    choices = [VoteChoice.FOR if place < votes_for else VoteChoice.AGAINST for place in range(len(voters))]
    return VoteHeld(
        item=item,
        adopted=True,
        votes_for=votes_for,
        votes_against=len(voters) - votes_for,
        named=tuple(NamedVote(person=person, choice=choice) for person, choice in zip(voters, choices, strict=True)),
    )
