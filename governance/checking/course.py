"""The meetings of a book in the order of time: which followed which, and where the book may lack one."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from events.catalogue import MeetingForm
from governance.state.fold import Fold, Meeting
from governance.state.publishing.later import chronological
from governance.state.publishing.meetings import decided_in_writing


class Course:
    """The course of the meetings. ``held`` are those of the council at which people met, ``general`` those of an
    association; ``open_ended`` were planned for a day that is over, and were neither held nor called off.
    """

    def __init__(self, fold: Fold, held: Iterable[Meeting], today: str) -> None:
        met = sorted((one for one in held if one.form is not MeetingForm.WRITTEN), key=chronological)
        self.held = [meeting for meeting in met if not meeting.is_general]
        self.general = [meeting for meeting in met if meeting.is_general]
        self.open_ended = [
            meeting
            for meeting in sorted(fold.meetings.values(), key=chronological)
            if meeting.date and meeting.date < today and not meeting.cancelled and not was_held(fold, meeting)
        ]
        self._next = {one.id: other for row in (self.held, self.general) for one, other in pairwise(row)}
        self._previous = {other.id: one for row in (self.held, self.general) for one, other in pairwise(row)}
        days = {meeting.date for meeting in fold.meetings.values() if was_held(fold, meeting)}
        named = {approval.of for approval in fold.approvals if approval.of is not None} - days
        self.lacking = sorted({*named, *(meeting.date for meeting in self.open_ended)})

    def next(self, meeting: Meeting) -> Meeting | None:
        """Return the meeting of the same kind of assembly that was held next."""
        return self._next.get(meeting.id)

    def previous(self, meeting: Meeting) -> Meeting | None:
        """Return the meeting of the same kind of assembly that was held before."""
        return self._previous.get(meeting.id)

    def may_lack(self, first: str, last: str) -> bool:
        """Tell whether there may have been a meeting between two days that the book does not hold: one was planned, or
        the minutes of one were approved.
        """
        place = bisect_right(self.lacking, first)
        return place < len(self.lacking) and self.lacking[place] < last


def was_held(fold: Fold, meeting: Meeting) -> bool:
    """Tell whether a meeting was held: it was opened, there are minutes of it, or it decided in writing."""
    told = meeting.opened or meeting.closed or meeting.issued_through is not None
    return bool(told or decided_in_writing(fold, meeting))


def is_over(meeting: Meeting) -> bool:
    """Tell whether a meeting was held and has ended."""
    return bool(meeting.closed or meeting.issued_through is not None)
