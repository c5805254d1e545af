"""What is sought: words, and what an entry is to be about."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from events.entry import Entry
from events.errors import N_, ReferatError
from events.text import ERASED, WITHHELD
from events.words import ACTOR, Words

_TERM = re.compile(r"[^\W_]+")


class NothingSought(ReferatError):
    """Neither a word nor anything else was named that an entry is to have."""

    exit_code = 2

    def __init__(self) -> None:
        super().__init__(N_("What is to be found? Name a word, or what the entries are to be about."))


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """What an entry must have to be found: every one of ``words`` (the beginnings of words will do), and all the rest.

    ``kinds`` are names of events, of which one must be the entry's. ``about`` are ids (a person, meeting, matter, item,
    task and so on) that the entry names, or belongs to. ``first`` and ``last`` are days (ISO dates, both included) that
    the entry's own day lies between. ``by`` are words of the name of who recorded it.
    """

    words: str = ""
    kinds: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    by: str = ""

    @property
    def asks(self) -> bool:
        """Tell whether anything is sought at all."""
        return bool(terms_in(self.words) or self.kinds or self.about or self.first or self.last or terms_in(self.by))

    @property
    def terms(self) -> list[str]:
        """The words as the index has them."""
        return terms_in(self.words)

    def is_recorded_so(self, entry: Entry, words: Words) -> bool:
        """Tell whether an entry is of the kind that is sought, and was recorded by whom it is to be."""
        return (not self.kinds or type(entry.event).__name__ in self.kinds) and all(
            holds(term, terms_in(recorder_in(words))) for term in terms_in(self.by)
        )


def terms_in(text: str) -> list[str]:
    """Return the terms of a text as the index has them: runs of letters and figures, small, å and ø and æ as they are."""
    return _TERM.findall(unicodedata.normalize("NFC", text).lower())


def holds(sought: str, found: Iterable[str]) -> bool:
    """Tell whether a term that is sought is the beginning of one that was found."""
    return any(term.startswith(sought) for term in found)


def said_in(words: Words) -> str:
    """Return all words of an entry but who recorded it; those that were erased are none."""
    return "\n".join(held[1] for name, held in words.items() if held is not None and name != ACTOR)


def recorder_in(words: Words) -> str:
    """Return who recorded an entry; empty where that was erased or is withheld."""
    held = words.get(ACTOR)
    return "" if held is None or held[1] in (ERASED, WITHHELD) else held[1]


def times_between(first: str | None, last: str | None) -> Iterator[str]:
    """Return the years, months and days (``2022``, ``202209``, ``20220928``) that fill the time from a day to another.

    Both days are included. A side without a bound reaches 200 years away from the other.
    """
    begin = (
        date.fromisoformat(first) if first else date(max(1, date.fromisoformat(last or "2000-01-01").year - 200), 1, 1)
    )
    end = date.fromisoformat(last) if last else date(min(9999, begin.year + 200), 12, 31)
    while begin <= end:
        year_end, month_end = date(begin.year, 12, 31), _month_end(begin)
        if (begin.month, begin.day) == (1, 1) and year_end <= end:
            yield f"{begin:%Y}"
            reached = year_end
        elif begin.day == 1 and month_end <= end:
            yield f"{begin:%Y%m}"
            reached = month_end
        else:
            yield f"{begin:%Y%m%d}"
            reached = begin
        if reached == date.max:
            return
        begin = reached + timedelta(days=1)


def _month_end(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1) if day.year < 9999 or day.month < 12 else None
    return following - timedelta(days=1) if following else date.max
