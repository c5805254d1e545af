"""Councils with fewer members than the law or the rules ask for, or with more."""

from collections.abc import Callable, Iterator
from typing import Literal

from governance.checking.examined import Examined
from governance.checking.finding import Finding, broken
from governance.checking.seating import Seats, ends_by, joined_by
from governance.state.rules import versions_in

Bound = Literal["least_members", "most_members"]


def size(book: Examined) -> Iterator[Finding]:
    """From the first meeting on there are as many members as the law or the rules ask for, at every time."""
    start = _first_day(book)
    if start is None:
        return
    days = _days_of_change(book, start)
    yield from _stretches(book, days, "least_members", _too_few)
    yield from _stretches(book, days, "most_members", _too_many)


def _first_day(book: Examined) -> str | None:
    """Return from which day on the book tells all members; where lists in minutes do, from the first complete one."""
    held = book.held()
    inferred = any(fact.inferred for facts in book.fold.memberships.values() for fact in facts)
    return next((meeting.date for meeting in held if meeting.roster or not inferred), None)


def _days_of_change(book: Examined, start: str) -> list[str]:
    days = {start, *(version.day for version in versions_in(book.fold))}
    days |= {ends_by(fact) for facts in book.fold.memberships.values() for fact in facts}
    dissolved = book.fold.dissolved.day if book.fold.dissolved is not None else None
    return sorted(day for day in days if start <= day <= book.today and (dissolved is None or day < dissolved))


def _too_few(seats: Seats, least: int) -> int | None:
    """Return how many members there were, where they were too few even with those of whom it is not known."""
    most = len(seats.members) + len(seats.maybe) + len(seats.expired)
    return most if most < least else None


def _too_many(seats: Seats, most: int) -> int | None:
    return len(seats.members) if len(seats.members) > most else None


def _stretches(
    book: Examined, days: list[str], bound: Bound, wrong: Callable[[Seats, int], int | None]
) -> Iterator[Finding]:
    begun, entries, worst = "", list[int](), 0
    for day in [*days, ""]:
        limit = getattr(book.rules(day).values, bound) if day else None
        seats = _seats(book, day)
        count = wrong(seats, limit) if limit is not None else None
        if count is not None:
            entries += _causes(book, seats, day, joined=bound == "most_members", anew=not begun)
            worst = count if not begun else (min if bound == "least_members" else max)(worst, count)
            begun = begun or day
        elif begun:
            yield _size_finding(book, bound, begun, day, worst, entries)
            begun, entries = "", []


def _seats(book: Examined, day: str) -> Seats:
    return book.seating.on(day, continues=book.rules(day).values.continues_until_successor is True)


def _size_finding(book: Examined, bound: Bound, begun: str, ended: str, count: int, entries: list[int]) -> Finding:
    rules = book.rules(begun)
    return broken(
        rules,
        bound,
        "too-few-members" if bound == "least_members" else "too-many-members",
        "breach",
        day=begun,
        entries=list(dict.fromkeys(entries)),
        members=count,
        limit=getattr(rules.values, bound),
        since=begun,
        until=ended,
    )


def _causes(book: Examined, seats: Seats, day: str, *, joined: bool, anew: bool) -> list[int]:
    """Return the entries by which it came to be so on a day: who left or joined then, or the rules adopted then.

    Where nothing happened that day, it is so from the beginning: then it shows by who are members at all.
    """
    found = [
        fact.number
        for facts in book.fold.memberships.values()
        for fact in facts
        if fact.joined is joined and ends_by(fact) == day
    ]
    found += [version.number for version in versions_in(book.fold) if version.day == day]
    if found or not anew:
        return sorted(found)
    counted = sorted(seats.members | seats.maybe | seats.expired, key=lambda person: int(person[1:]))
    numbers = [joined_by(book.fold.memberships[person], day) for person in counted]
    return sorted(number for number in numbers if number is not None)


CHECKS = (size,)
