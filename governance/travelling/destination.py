"""Where somebody wants to go who types a number, a day, or a meeting by its id."""

import re
from collections.abc import Callable

from events.errors import N_, ReferatError
from governance.danish.typed import typed_day

_MEETING = re.compile(r"m[1-9][0-9]*\Z")


class NowhereToGo(ReferatError):
    """What was typed names no place in the book."""

    exit_code = 7


def destination(
    text: str, head: int, today: str, *, last_by: Callable[[str], int | None], last_of: Callable[[str], int | None]
) -> int:
    """Return the entry that is meant: that with the number, or the last one at a day or of a meeting.

    ``last_by`` and ``last_of`` tell of a day (ISO), and of a meeting by its id, which is the last one. Raises NowhereToGo where
    the book has no such entry, Misread where the text is no day.
    """
    if text.isdecimal():
        if not 1 <= int(text) <= head:
            raise NowhereToGo(N_("The book has the entries 1 to {head}."), head=head)
        return int(text)
    if _MEETING.match(text):
        found = last_of(text)
        if found is None:
            raise NowhereToGo(N_("There is no meeting {meeting} in the book."), meeting=text)
        return found
    day = typed_day(text, today, "past")
    found = last_by(day)
    if found is None:
        raise NowhereToGo(N_("Nothing in the book is from {day} or earlier."), day=day)
    return found
