"""What an entry is marked with in the index: its kind, its day, and what it is about."""

from collections.abc import Callable, Iterable, Iterator

from events.catalogue import (
    EntryCorrected,
    EntryStruck,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    ExternalBodyRenamed,
    MeetingRescheduled,
    MeetingScheduled,
    PersonRegistered,
    PersonRenamed,
    RemarkRecorded,
    WordsErased,
)
from events.entry import Entry
from events.ids import LETTERS, BodyId, MatterId, MeetingId, PersonId
from events.moments import bounds
from events.naming import introduced, names

Known = Callable[[str], Iterable[str]]
"""Returns the marks that are known for an id, or for an entry as ``e12``."""

_BY_THEMSELVES = frozenset(LETTERS[kind] for kind in (PersonId, BodyId, MeetingId, MatterId))
"""The letters of what belongs to nothing else: everything else belongs to a meeting, an item, a matter."""
_PASSED_ON = frozenset("msige")
"""The letters of what an entry belongs to when what it names belongs there: meetings, matters, items, groups; entries."""
ABOUT = (EntryStruck, EntryCorrected, RemarkRecorded, WordsErased)
"""What speaks of another entry."""
KIND, TIME, NAMING = "k", "w", "x"
"""Before the name of an event, and before a year, month or day; the last marks who or what gets a name. No id begins so."""


def marks_of(entry: Entry, known: Known) -> list[str]:
    """Return the marks of an entry, each once. ``known`` tells those of what it names."""
    event = entry.event
    named = [*names(event), *introduced(event, entry.number)]
    about = list(named)
    for identifier in named:
        if identifier[0] not in _BY_THEMSELVES:
            about += (mark for mark in known(identifier) if mark[0] in _PASSED_ON)
    if isinstance(event, ABOUT):
        about += [f"e{event.entry}", *(mark for mark in known(f"e{event.entry}") if mark[0] not in (KIND, TIME))]
    about = list(dict.fromkeys(about))
    naming = [NAMING] if given_name(entry) is not None else []
    return [f"{KIND}{type(event).__name__}", *_times(_day(entry, about, known)), *naming, *about]


def given_name(entry: Entry) -> str | None:
    """Return the id of the person or body that an entry gives a name, or None where it names none."""
    said = entry.event.replacement if isinstance(entry.event, EntryCorrected) else entry.event
    if isinstance(said, PersonRegistered):
        return f"p{_first(entry)}"
    if isinstance(said, ExternalBodyRegistered):
        return f"b{_first(entry)}"
    if isinstance(said, PersonRenamed):
        return said.person
    return said.body if isinstance(said, ExternalBodyAbbreviated | ExternalBodyRenamed) else None


def belongings(entry: Entry, marks: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Return what is to be known of what an entry introduces or changes: (id, marks)."""
    event = entry.event
    said = event.replacement if isinstance(event, EntryCorrected) else event
    passed = [mark for mark in marks if mark[0] in _PASSED_ON]
    for made in introduced(event, entry.number):
        if made[0] not in _BY_THEMSELVES:
            yield made, [mark for mark in passed if mark != made]
    item = getattr(said, "item", None)
    if isinstance(item, str) and getattr(said, "matter", None) is not None:
        yield item, [mark for mark in passed if mark != item]
    if isinstance(said, MeetingScheduled | MeetingRescheduled):
        meeting = said.meeting if isinstance(said, MeetingRescheduled) else f"m{_first(entry)}"
        yield meeting, [mark for mark in _times(said.date) if len(mark) == 9]


def _first(entry: Entry) -> int:
    return entry.event.entry if isinstance(entry.event, EntryCorrected) else entry.number


def _day(entry: Entry, about: list[str], known: Known) -> str:
    """Return the day of an entry (ISO date): when it took effect, else that of its meeting, else when it was recorded."""
    if entry.effective is not None:
        after, until = bounds(entry.effective)
        return until or after or entry.recorded_at[:10]
    meeting = next((mark for mark in about if mark[0] == "m"), None)
    day = next((mark for mark in known(meeting) if mark[0] == TIME), None) if meeting is not None else None
    if day is None and isinstance(entry.event, MeetingScheduled):
        return entry.event.date
    return f"{day[1:5]}-{day[5:7]}-{day[7:]}" if day is not None else entry.recorded_at[:10]


def _times(day: str) -> list[str]:
    year, month, date = day.split("-")
    return [f"{TIME}{year}", f"{TIME}{year}{month}", f"{TIME}{year}{month}{date}"]
