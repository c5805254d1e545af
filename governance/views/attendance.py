"""How the members came to the meetings of a time, each counted from the day of becoming one."""

from governance.state import model
from governance.state.published import Published
from governance.state.terms import covers, on_leave

_HELD = ("open", "closed", "issued", "approved")
_WRITTEN = "written"


class MemberAttendance(Published, frozen=True, kw_only=True):
    """How one person came. ``meetings`` are those held while the person was a member or was called in.

    ``partly`` of the meetings that count as ``present`` were left early or begun late; of ``unrecorded`` ones the book
    does not tell. ``percent`` is the part present at, of those it tells of.
    """

    person: str
    name: str
    first: str
    meetings: int
    present: int
    partly: int
    apology: int
    absent: int
    unrecorded: int
    percent: int | None


class AttendanceStatistics(Published, frozen=True, kw_only=True):
    """How everybody came from the first day to the last, both included; null where there is no such bound."""

    first: str | None
    last: str | None
    meetings: int
    members: list[MemberAttendance]


def attendance(state: model.State, first: str | None, last: str | None) -> AttendanceStatistics:
    """Return the statistics of a time. Who was on leave and is not listed counts at no meeting."""
    held = meetings_held(state, first, last)
    names = {person.id: person.name for person in state.persons}
    statuses: dict[str, list[tuple[str, model.Attendance | None]]] = {}
    for meeting in held:
        listed = {one.member: one for one in meeting.attendance}
        seated = {member.id for member in state.members if _seated(member, meeting.date)}
        for person in [*listed, *sorted(seated - listed.keys(), key=_by_number)]:
            statuses.setdefault(person, []).append((meeting.date, listed.get(person)))
    return AttendanceStatistics(
        first=first,
        last=last,
        meetings=len(held),
        members=[
            _member(person, names.get(person, person), statuses[person]) for person in sorted(statuses, key=_by_number)
        ],
    )


def meetings_held(state: model.State, first: str | None, last: str | None) -> list[model.Meeting]:
    """Return the meetings that were held in a time; in written procedure nobody meets."""
    return [
        meeting
        for meeting in state.meetings
        if meeting.status in _HELD
        and meeting.form != _WRITTEN
        and (first is None or first <= meeting.date)
        and (last is None or meeting.date <= last)
    ]


def _seated(member: model.Member, day: str) -> bool:
    return any(covers(term, day) is True for term in member.terms) and not on_leave(member.leaves, day)


def _by_number(person: str) -> int:
    return int(person[1:])


def _member(person: str, name: str, seen: list[tuple[str, model.Attendance | None]]) -> MemberAttendance:
    counts = {"present": 0, "apology": 0, "absent": 0}
    partly = 0
    for _, listed in seen:
        if listed is not None:
            counts[listed.status] += 1
            partly += listed.status == "present" and not throughout(listed)
    told = sum(counts.values())
    return MemberAttendance(
        person=person,
        name=name,
        first=seen[0][0],
        meetings=len(seen),
        present=counts["present"],
        partly=partly,
        apology=counts["apology"],
        absent=counts["absent"],
        unrecorded=len(seen) - told,
        percent=(200 * counts["present"] + told) // (2 * told) if told else None,
    )


def throughout(listed: model.Attendance) -> bool:
    """Tell whether somebody who was present was there from the first to the last."""
    bounds = [(part.from_time, part.from_item, part.to_time, part.to_item) for part in listed.present]
    return bounds in ([], [(None, None, None, None)])
