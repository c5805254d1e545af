"""From what somebody types to what is sought: a person or a matter by its id, and days."""

import re
from collections.abc import Iterable
from datetime import date

from events.errors import N_, ReferatError
from governance.danish.dates import dates_in, resolved
from governance.matching import plain
from governance.state.fold import Fold


class NotKnown(ReferatError):
    """The book knows nobody and nothing of that name, or more than one."""

    exit_code = 7


def person_meant(fold: Fold, said: str) -> str:
    """Return the id of the person with this id or name, or with a name that has these parts. Raises NotKnown."""
    return _meant(said, ((str(one), name) for one, name in fold.persons.items()), _NO_PERSON)


def matter_meant(fold: Fold, said: str) -> str:
    """Return the id of the matter with this id or title, or with a title that has these parts. Raises NotKnown."""
    return _meant(said, ((str(one), matter.title) for one, matter in fold.matters.items()), _NO_MATTER)


class NoDay(ReferatError):
    """A text gives no day that there is."""

    exit_code = 2


_YEAR = re.compile(r"\d{4}\Z")


def first_day(text: str) -> str:
    """Return the first day (ISO date) of a day, or of a year as ``2022``. Raises NoDay."""
    return f"{text.strip()}-01-01" if _YEAR.match(text.strip()) else _day(text)


def last_day(text: str) -> str:
    """Return the last day (ISO date) of a day, or of a year as ``2022``. Raises NoDay."""
    return f"{text.strip()}-12-31" if _YEAR.match(text.strip()) else _day(text)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        mentions = dates_in(text, bare=True)
    day = resolved(mentions[0], None, "past") if mentions else None
    if day is None:
        raise NoDay(
            N_("'{text}' is no day. Write it as 28.9.2022 or 2022-09-28, or a year as 2022."), text=text.strip()
        )
    return day.isoformat()


_NO_PERSON = N_("The book knows nobody called {said}. Those it knows: {known}.")
_NO_MATTER = N_("The book has no matter called {said}. Its matters: {known}.")
_SEVERAL = N_("{said} may be any of: {known}. Write more of it, or the id.")
_NAMED = 12
"""As many choices are named in an error at the most."""


def _meant(said: str, things: Iterable[tuple[str, str]], nothing: str) -> str:
    known = list(things)
    parts = [plain(part) for part in said.split()]
    exact = [one for one, called in known if said == one or plain(said) == plain(called)]
    found = exact or [one for one, called in known if all(f" {part}" in f" {plain(called)}" for part in parts)]
    if len(found) == 1:
        return found[0]
    choices = [f"{called} ({one})" for one, called in known if not found or one in found]
    more = ["…"] if len(choices) > _NAMED else []
    raise NotKnown(_SEVERAL if found else nothing, said=said, known=", ".join([*choices[:_NAMED], *more]) or "-")
