"""How many meetings were held in a year, where the book covers it whole."""

from collections.abc import Iterable, Iterator

from events.catalogue import CouncilEstablished, CouncilKind, MeetingOpened
from governance.checking.examined import Examined
from governance.checking.finding import Finding, broken
from governance.checking.gaps import was_taken_over
from governance.checking.times import exact_day, is_taken_over
from governance.profiles import at_general_meeting
from governance.state.fold import Meeting

_SOON = 4
"""Within so many years of its establishment a book begins to tell of its council; one that begins later was opened late,
and what it lacks before was written elsewhere.
"""


def too_few_meetings(book: Examined) -> Iterator[Finding]:
    """As many meetings are held in a year as the rules say. A meeting that may have been held counts as held."""
    told = {meeting.date[:4] for meeting in book.held()}
    for year in _years_covered(book, book.course.held):
        yield from _year(book, book.course.held, year, general=False, told=told)
    if book.course.general or book.rules(book.today).kind is CouncilKind.ASSOCIATION_BOARD:
        for year in _years_covered(book, book.course.general):
            yield from _year(book, book.course.general, year, general=True, told=told)


def _year(book: Examined, meetings: list[Meeting], year: int, *, general: bool, told: set[str]) -> Iterator[Finding]:
    """Return what is found of a year; where no meeting at all is told of it, the book may just not have been kept."""
    day = f"{year}-12-31"
    rules = at_general_meeting(book.rules(day)) if general else book.rules(day)
    least = rules.values.meetings_a_year
    held = [meeting for meeting in meetings if meeting.date[:4] == str(year)]
    lacking = [one for one in book.course.lacking if one[:4] == str(year)]
    if least is None or len(held) + len(lacking) >= least:
        return
    before = [meeting for meeting in meetings if meeting.date <= day][-1:]
    yield broken(
        rules,
        "meetings_a_year",
        "too-few-general-meetings" if general else "too-few-meetings",
        "breach" if str(year) in told else "doubt",
        day=day,
        entries=[_opened(book, meeting) for meeting in held or before] or [_first(book)],
        year=year,
        held=len(held),
        least=least,
    )


def _years_covered(book: Examined, meetings: list[Meeting]) -> list[int]:
    """Return the years that the book covers whole: of old minutes, those between the first and the last of them; of a
    book that was kept, those from its beginning to the day of checking or the end of the council.
    """
    gone = book.fold.dissolved
    end = int(min(book.today, (gone.day if gone is not None else None) or book.today)[:4])
    old = [meeting for meeting in meetings if was_taken_over(book, meeting)]
    kept = [meeting for meeting in meetings if not was_taken_over(book, meeting)]
    years = set(range(_year_of(old[0]) + 1, _year_of(old[-1]))) if old else set()
    begun = _kept_since(book, kept)
    if old and kept and _year_of(kept[0]) <= _year_of(old[-1]) + 1:
        begun = _year_of(meetings[0]) + 1
    if begun is not None:
        years |= set(range(begun, end))
    return sorted(year for year in years if year < end)


def _kept_since(book: Examined, kept: list[Meeting]) -> int | None:
    """Return the first year that a book covers whole in which things were recorded as they happened; None for none."""
    after = [_year_of(kept[0]) + 1] if kept else []
    if any(is_taken_over(entry) for entry in book.entries):
        return min(after, default=None)
    established = next((exact_day(entry) for entry, _ in book.of(CouncilEstablished)), None)
    acts = [entry for entry in book.entries if not isinstance(entry.event, CouncilEstablished)]
    first = min(_years(exact_day(entry) or entry.recorded_at for entry in acts), default=None)
    if established is not None:
        since = int(established[:4]) + (established[5:] != "01-01")
        return since if first is None or first - since <= _SOON else first + 1
    recorded = _years(entry.recorded_at for entry in book.entries[:1])
    return min([*after, *(year + 1 for year in recorded)], default=None)


def _years(days: Iterable[str]) -> list[int]:
    return [int(day[:4]) for day in days if day]


def _year_of(meeting: Meeting) -> int:
    return int(meeting.date[:4])


def _opened(book: Examined, meeting: Meeting) -> int:
    """Return the entry that opened a meeting, else the one that brought it into the book."""
    openings = book.by_meeting(MeetingOpened).get(meeting.id)
    return openings[0][0].number if openings else int(meeting.id[1:])


def _first(book: Examined) -> int:
    """Return the entry that established the council, else the first one."""
    return next((entry.number for entry, _ in book.of(CouncilEstablished)), book.entries[0].number)


CHECKS = (too_few_meetings,)
