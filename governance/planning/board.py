"""The meetings of a council, past and to come: how far each has come, and what usually comes next."""

from datetime import date, timedelta
from typing import Literal

import msgspec

from events.catalogue import DaysKind, Deadline, MeetingForm, SignerRule
from events.ids import MeetingId
from governance.checking.calling import notice_of
from governance.checking.times import is_short
from governance.sitting.room import rules_of
from governance.state import model
from governance.state.fold import Fold, Meeting
from governance.state.publishing.later import chronological
from governance.state.publishing.meetings import status_of

Step = Literal["build-agenda", "send-agenda", "open", "go-on", "issue", "approve", "sign", "read"]
"""What usually comes next for a meeting; ``read`` where all is done."""


class BoardMeeting(msgspec.Struct, frozen=True):
    """A meeting on the board. ``send_by`` is the last day on which its agenda goes out in time, while it has not."""

    id: MeetingId
    day: str
    start: str | None
    end: str | None
    place: str | None
    status: model.MeetingStatus
    items: int
    step: Step
    send_by: str | None


class Board(msgspec.Struct, frozen=True):
    """The meetings of a council in the order of time; ``cursor`` is the one that most likely is wanted now."""

    council: str
    members: int
    meetings: tuple[BoardMeeting, ...]
    cursor: int


def board(fold: Fold, today: str) -> Board:
    """Return the meetings with their next steps."""
    held = sorted((meeting for meeting in fold.meetings.values() if meeting.date), key=chronological)
    meetings = tuple(_on_board(fold, meeting) for meeting in held)
    council = fold.council
    return Board(
        council=", ".join(filter(None, (council.name, council.municipality))) if council else fold.book,
        members=sum(bool(facts) and facts[-1].joined for facts in fold.memberships.values()),
        meetings=meetings,
        cursor=_wanted(meetings, today),
    )


def open_meeting(fold: Fold) -> MeetingId | None:
    """Return the meeting that is going on, the latest where more were never closed."""
    going_on = [meeting for meeting in fold.meetings.values() if status_of(fold, meeting) == "open"]
    return max(going_on, key=chronological).id if going_on else None


def step_of(fold: Fold, meeting: Meeting) -> Step:
    """Return what usually comes next for a meeting."""
    status = status_of(fold, meeting)
    if status == "planned":
        return "send-agenda" if meeting.items else "build-agenda"
    if status == "issued":
        return "approve"
    if status == "approved":
        signers = rules_of(fold, meeting).values.signers
        return "sign" if signers not in (None, SignerRule.NOBODY) and not meeting.signatures else "read"
    steps: dict[str, Step] = {"called": "open", "open": "go-on", "closed": "issue"}
    return steps.get(status, "read")


def last_day_to_send(fold: Fold, meeting: Meeting) -> str | None:
    """Return the last day on which the agenda of a meeting goes out in time; None where no rule fixes one."""
    _, deadline = notice_of(rules_of(fold, meeting), meeting)
    if deadline is None or meeting.form is MeetingForm.WRITTEN:
        return None
    return _latest(deadline, meeting.date)


def _latest(deadline: Deadline, meeting: str) -> str:
    day = date.fromisoformat(meeting) - timedelta(days=deadline.days)
    while deadline.kind is DaysKind.WEEKDAYS and is_short(deadline, day.isoformat(), meeting):
        day -= timedelta(days=1)
    return day.isoformat()


def _on_board(fold: Fold, meeting: Meeting) -> BoardMeeting:
    step = step_of(fold, meeting)
    waits = step in ("build-agenda", "send-agenda")
    return BoardMeeting(
        id=meeting.id,
        day=meeting.date,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        status=status_of(fold, meeting),
        items=len(meeting.items),
        step=step,
        send_by=last_day_to_send(fold, meeting) if waits else None,
    )


def _wanted(meetings: tuple[BoardMeeting, ...], today: str) -> int:
    """Return the place of the meeting that goes on, else of the one today or next, else of the last one held."""
    counts = [(place, held) for place, held in enumerate(meetings) if held.status != "cancelled"]
    going_on = [place for place, held in counts if held.status == "open"]
    to_issue = [place for place, held in counts if held.status == "closed"]
    coming = [place for place, held in counts if held.day >= today and held.status in ("planned", "called")]
    return next(iter([*going_on, *to_issue, *coming]), counts[-1][0] if counts else 0)
