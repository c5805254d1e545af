"""When a body meets: all its meetings from the first year to the last, with those that are moved or called off."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from events.catalogue import CouncilKind, MeetingForm, MeetingKind
from events.ids import MeetingId
from tests.years.bodies import Body

TERMS = (2014, 2018, 2022)
"""The years in which a municipal term begins."""

_CLOSED_ROOMS = (date(2020, 4, 1), date(2021, 4, 1))
"""The time in which meetings were held online; afterwards some were so in part."""


class Fate(Enum):
    """What becomes of a meeting that is planned."""

    HELD = "held"
    MOVED = "moved"
    CANCELLED = "cancelled"


@dataclass
class Occasion:
    """A meeting to be. ``planned`` is the day first planned, ``id`` is known once it stands in the book."""

    day: date
    start: str
    kind: MeetingKind = MeetingKind.ORDINARY
    form: MeetingForm = MeetingForm.ROOM
    fate: Fate = Fate.HELD
    planned: date = date.min
    id: MeetingId | None = None

    @property
    def regular(self) -> bool:
        """Whether it is a meeting of the ordinary kind that people come to: one to which something can be put off."""
        return self.kind is MeetingKind.ORDINARY and self.form is not MeetingForm.WRITTEN

    @property
    def general(self) -> bool:
        """Whether it is a general meeting of an association."""
        return self.kind in (MeetingKind.GENERAL_MEETING, MeetingKind.EXTRAORDINARY_GENERAL_MEETING)


def occasions(body: Body, first: int, last: int, rng: random.Random) -> list[Occasion]:
    """Return all meetings from the first year to the last, in the order of their days."""
    found = [one for year in range(first, last + 1) for one in _year(body, year, year == first, rng)]
    if body.dissolved:
        found.append(_extra(body, date(last, 11, 24), MeetingKind.EXTRAORDINARY_GENERAL_MEETING))
    return sorted(found, key=lambda one: one.day)


def _year(body: Body, year: int, first: bool, rng: random.Random) -> list[Occasion]:
    held = [_ordinary(body, year, month) for month in body.months]
    inaugural = first or (year in TERMS and body.kind is not CouncilKind.ASSOCIATION_BOARD)
    if inaugural:
        held[0].kind = MeetingKind.INAUGURAL
    later = [one for one in held[2:-1] if one.day.month not in (3, 4)]
    if rng.random() < 0.4:
        moved = rng.choice(later)
        moved.fate, moved.day = Fate.MOVED, moved.day + timedelta(days=1)
    if body.kind is CouncilKind.ASSOCIATION_BOARD:
        held.append(_extra(body, _nth(year, 3, body.weekday, 3), MeetingKind.GENERAL_MEETING))
    return held + _unplanned(body, year, rng)


def _unplanned(body: Body, year: int, rng: random.Random) -> list[Occasion]:
    found = []
    if rng.random() < 0.3:
        found.append(_extra(body, _nth(year, 9, body.weekday, 2) + timedelta(days=16), MeetingKind.EXTRAORDINARY))
    if rng.random() < 0.25 and body.kind is not CouncilKind.MUNICIPAL_COUNCIL:
        found.append(_extra(body, _nth(year, 6, body.weekday, 2) + timedelta(days=16), MeetingKind.ORDINARY))
        found[-1].form = MeetingForm.WRITTEN
    if rng.random() < 0.4:
        found.append(_extra(body, _nth(year, 10, body.weekday, 2) + timedelta(days=14), MeetingKind.ORDINARY))
        found[-1].fate = Fate.CANCELLED
    return found


def _ordinary(body: Body, year: int, month: int) -> Occasion:
    day = _nth(year, month, body.weekday, 2)
    return Occasion(day=day, start=body.start, form=_form(day), planned=day)


def _extra(body: Body, day: date, kind: MeetingKind) -> Occasion:
    return Occasion(day=day, start=body.start, kind=kind, form=_form(day), planned=day)


def _form(day: date) -> MeetingForm:
    if _CLOSED_ROOMS[0] <= day < _CLOSED_ROOMS[1]:
        return MeetingForm.ONLINE
    return MeetingForm.HYBRID if day >= _CLOSED_ROOMS[1] and day.month == 11 else MeetingForm.ROOM


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
