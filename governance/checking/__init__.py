"""The checks: what in a book is not as the law, the council's rules or the book itself would have it.

Nothing here refuses or changes anything. A check is a function of the book under examination; each module has those of
one topic, and names them in its CHECKS.
"""

from collections.abc import Callable, Iterator

from governance.checking import (
    agenda,
    approval,
    arithmetic,
    calling,
    disqualification,
    followup,
    hours,
    late,
    lead,
    minutes,
    offices,
    publicity,
    quorum,
    seats,
    sequence,
    signatures,
    size,
    spoken,
    stand_ins,
    voting,
    yearly,
)
from governance.checking.examined import Examined
from governance.checking.finding import Finding

Check = Callable[[Examined], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    *agenda.CHECKS,
    *approval.CHECKS,
    *arithmetic.CHECKS,
    *calling.CHECKS,
    *disqualification.CHECKS,
    *followup.CHECKS,
    *hours.CHECKS,
    *late.CHECKS,
    *lead.CHECKS,
    *minutes.CHECKS,
    *offices.CHECKS,
    *publicity.CHECKS,
    *quorum.CHECKS,
    *seats.CHECKS,
    *sequence.CHECKS,
    *signatures.CHECKS,
    *size.CHECKS,
    *spoken.CHECKS,
    *stand_ins.CHECKS,
    *voting.CHECKS,
    *yearly.CHECKS,
)


def check(book: Examined) -> list[Finding]:
    """Return all that is found in a book: by meeting, in the order of their days, and last what belongs to none."""
    days = {meeting.id: meeting.date for meeting in book.fold.meetings.values()}

    def place(one: Finding) -> tuple[bool, str, str, str, list[int], str]:
        meeting = one.meeting or ""
        return not meeting, days.get(meeting, ""), meeting, one.day, one.entries, one.kind  # type: ignore[call-overload]

    return sorted((one for look in CHECKS for one in look(book)), key=place)
