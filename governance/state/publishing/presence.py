"""Publishing: for which times of a meeting a member was there."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from events.catalogue import AttendanceStatus
from events.ids import PersonId
from governance.state import model
from governance.state.fold import Fold, Meeting
from governance.state.proceedings import Movement
from governance.state.publishing.agenda import agenda_of

M = TypeVar("M", bound=Movement)


def attendance(fold: Fold, meeting: Meeting) -> list[model.Attendance]:
    """Return how the members stood to a meeting."""
    return [
        model.Attendance(member=person, status=status.value, present=list(presence(fold, meeting, person)))
        for person, status in meeting.attendance.items()
    ]


def presence(fold: Fold, meeting: Meeting, person: PersonId) -> Iterator[model.Presence]:
    """Return for which times of a meeting a member was there: for all of it where nothing else is told."""
    if meeting.attendance.get(person) is not AttendanceStatus.PRESENT:
        return
    came: Movement | None = None
    there = True
    for movement in in_order(fold, meeting, meeting.movements.get(person, ())):
        if movement.arrived:
            came = movement
        else:
            yield _presence(came, movement)
        there = movement.arrived
    if there:
        yield _presence(came, None)


def in_order(fold: Fold, meeting: Meeting, movements: Sequence[M]) -> list[M]:
    """Return comings and goings in the order of the meeting, as far as times or items tell, else as recorded."""
    if all(movement.time is not None for movement in movements):
        return sorted(movements, key=lambda movement: movement.time or "")
    places: dict[str | None, int] = {item.id: place for place, item in enumerate(agenda_of(fold, meeting))}
    if all(movement.item in places for movement in movements):
        return sorted(movements, key=lambda movement: (places[movement.item], not movement.arrived))
    return list(movements)


def _presence(came: Movement | None, went: Movement | None) -> model.Presence:
    return model.Presence(
        from_time=came.time if came else None,
        from_item=came.item if came else None,
        to_time=went.time if went else None,
        to_item=went.item if went else None,
    )
