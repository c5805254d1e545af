"""Who came to which meeting, as a matrix of members and meetings."""

from collections.abc import Iterable
from typing import Literal

from governance.state import model
from governance.state.published import Published
from governance.state.terms import covers, on_leave
from governance.views.attendance import meetings_held, throughout

Coming = Literal["present", "partly", "apology", "absent", "leave", "unrecorded", "none"]
"""How somebody came to a meeting: ``partly`` left early or began late, ``leave`` had leave of absence, of
``unrecorded`` the book does not tell, ``none`` was no member then and not called in.
"""


class MeetingHeld(Published, frozen=True, kw_only=True):
    """A meeting: a column of the matrix."""

    id: str
    date: str


class MemberComing(Published, frozen=True, kw_only=True):
    """How one person came to each of the meetings, in their order."""

    person: str
    name: str
    came: list[Coming]


class AttendanceMatrix(Published, frozen=True, kw_only=True):
    """The meetings in the order of their days, and the persons in the order in which the book came to know them."""

    meetings: list[MeetingHeld]
    members: list[MemberComing]


def attendance_matrix(state: model.State, first: str | None = None, last: str | None = None) -> AttendanceMatrix:
    """Return how everybody came to the meetings held from one day to another (ISO dates, both included)."""
    held = sorted(meetings_held(state, first, last), key=lambda meeting: (meeting.date, meeting.start or ""))
    listed = [{one.member: one for one in meeting.attendance} for meeting in held]
    members = {member.id: member for member in state.members}
    rows = (
        MemberComing(
            person=person.id,
            name=person.name,
            came=[
                _came(members.get(person.id), found.get(person.id), meeting.date)
                for meeting, found in zip(held, listed, strict=True)
            ],
        )
        for person in state.persons
    )
    return AttendanceMatrix(
        meetings=[MeetingHeld(id=meeting.id, date=meeting.date) for meeting in held],
        members=[row for row in rows if _was_there(row.came)],
    )


def _was_there(came: Iterable[Coming]) -> bool:
    return any(one != "none" for one in came)


def _came(member: model.Member | None, listed: model.Attendance | None, day: str) -> Coming:
    if listed is not None:
        return "partly" if listed.status == "present" and not throughout(listed) else listed.status
    if member is None or not any(covers(term, day) for term in member.terms):
        return "none"
    return "leave" if on_leave(member.leaves, day) else "unrecorded"
