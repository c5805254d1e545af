"""The next meeting that is to be proposed: from the rhythm of the meetings before, else from what the rules say."""

import re
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import TypedDict

import msgspec

from events.catalogue import (
    AgendaItemAdded,
    ExternalBodyRegistered,
    ItemKind,
    MeetingPart,
    MeetingRescheduled,
    MeetingScheduled,
)
from events.ids import BodyId, ItemId, MeetingId, made_by
from events.moments import ClockTime, Effective
from governance.danish.names import folded
from governance.danish.times import time_given, times_in
from governance.importing.drafting import Draft
from governance.importing.resolving import kind_of_body
from governance.importing.taking import clock
from governance.sitting.room import rules_of
from governance.sitting.together import Deed
from governance.state.fold import Fold, Meeting
from governance.state.publishing.agenda import agenda_of
from governance.state.publishing.later import chronological

_USUAL_A_YEAR = 6
_WEEK = 7
_REMEMBERED = 8
_TIME_BEFORE = re.compile(r"\A(?:kl\.?\s*)?[\d.:]+(?:\s*[-–]\s*[\d.:]+)?")


class Coming(msgspec.Struct, frozen=True):
    """A meeting to come. ``id`` is that of one that is planned already."""

    date: str
    start: str | None
    end: str | None
    place: str | None
    id: MeetingId | None = None


def planned_after(fold: Fold, meeting: Meeting) -> list[Meeting]:
    """Return the later meetings that are planned, in the order of their days."""
    later = [held for held in fold.meetings.values() if held.date > meeting.date and not held.cancelled]
    return sorted(later, key=chronological)


def proposed_after(fold: Fold, meeting: Meeting) -> Coming:
    """Return the meeting to propose as the one after the last that is planned: same weekday, hours and place."""
    later = planned_after(fold, meeting)
    last = later[-1] if later else meeting
    day = date.fromisoformat(last.date) + timedelta(days=_WEEK * _weeks_between(fold, meeting))
    while _is_quiet(day):
        day += timedelta(days=_WEEK)
    return Coming(day.isoformat(), meeting.start or last.start, meeting.end or last.end, meeting.place or last.place)


def _weeks_between(fold: Fold, meeting: Meeting) -> int:
    days = sorted({held.date for held in fold.meetings.values() if held.date <= meeting.date and not held.cancelled})
    held = [date.fromisoformat(day) for day in days[-_REMEMBERED:]]
    gaps = [(after - before).days for before, after in pairwise(held)]
    if gaps:
        return max(1, round(median(gaps) / _WEEK))
    a_year = rules_of(fold, meeting).values.meetings_a_year or _USUAL_A_YEAR
    return max(1, 52 // a_year)


def _is_quiet(day: date) -> bool:
    """Tell whether councils keep no meetings then: in July, and from Christmas to New Year."""
    return day.month == 7 or (day.month, day.day) >= (12, 22) or (day.month, day.day) <= (1, 2)


class Wanted(msgspec.Struct, frozen=True):
    """A meeting as somebody wants it planned. ``parts`` are those of a meeting that is held in parts."""

    date: str
    start: str | None = None
    end: str | None = None
    place: str | None = None
    contents: str | None = None
    parts: tuple["WantedPart", ...] = ()


class WantedPart(msgspec.Struct, frozen=True):
    """One part of a meeting; ``counterpart`` is the name of the body it is held with."""

    start: str | None = None
    end: str | None = None
    place: str | None = None
    counterpart: str | None = None


def hours_typed(text: str) -> tuple[str | None, str | None] | None:
    """Return from when to when, as typed: ``15.30-17.30``, ``16``; None for what is no time."""
    if not text.strip():
        return None, None
    found = time_given(text)
    return (found.begins, found.ends) if found is not None else None


def parts_typed(text: str) -> tuple[WantedPart, ...] | None:
    """Return the parts of a meeting as typed: ``14.30-15.30 Jobcentret med Integrationsteamet; 15.30-16.00``; None where
    a part begins with no time.
    """
    parts = []
    for said in filter(None, (piece.strip() for piece in text.split(";"))):
        found = times_in(said) or times_in(f"kl. {said}")
        if not found:
            return None
        rest = _TIME_BEFORE.sub("", said).strip(" ,")
        place, _, counterpart = rest.partition("med ") if "med " in rest else (rest, "", "")
        parts.append(
            WantedPart(found[0].begins, found[0].ends, place.strip(" ,") or None, counterpart.strip(" .") or None)
        )
    return tuple(parts)


def schedule(meeting: MeetingId, item: ItemId | None, wanted: Wanted, text: str = "") -> Deed:
    """Return the deed that plans a meeting, agreed under an item; what was put off to the next meeting is put on its
    agenda. A meeting that is planned on that day already is stated anew.
    """

    def deed(draft: Draft) -> None:
        said = _arrangement(draft, item, wanted, text)
        here = draft.fold.meetings[meeting]
        held = [one for one in planned_after(draft.fold, here) if one.date == wanted.date]
        if held:
            there = held[0].id
            draft.record(MeetingRescheduled(meeting=there, **said))
        else:
            there = made_by(MeetingId, draft.record(MeetingScheduled(**said)))
        if planned_after(draft.fold, here)[0].id == there:
            _take_up(draft, meeting, there)

    return deed


class _Arrangement(TypedDict):
    date: str
    start: ClockTime | None
    end: ClockTime | None
    place: str | None
    contents: str | None
    parts: tuple[MeetingPart, ...]
    agreed_in: ItemId | None
    text: str | None


def _arrangement(draft: Draft, item: ItemId | None, wanted: Wanted, text: str) -> _Arrangement:
    return {
        "date": wanted.date,
        "start": clock(wanted.start),
        "end": clock(wanted.end) if wanted.start else None,
        "place": wanted.place,
        "contents": wanted.contents,
        "parts": tuple(
            MeetingPart(
                start=clock(part.start),
                end=clock(part.end),
                place=part.place,
                counterpart=_body(draft, part.counterpart),
            )
            for part in wanted.parts
        ),
        "agreed_in": item,
        "text": text.strip() or None,
    }


def _take_up(draft: Draft, meeting: MeetingId, there: MeetingId) -> None:
    """Put on an agenda what was put off to the next meeting without saying when that is."""
    fold = draft.fold
    matters = {fold.items[item].matter for item in fold.meetings[there].items}
    for item in agenda_of(fold, fold.meetings[meeting]):
        put_off = item.postponed
        if put_off is None or put_off.to_meeting or put_off.to_date or item.matter in (None, *matters):
            continue
        added = AgendaItemAdded(
            meeting=there, title=item.title, kind=ItemKind(item.kind), matter=item.matter, closed=item.closed
        )
        draft.record(added, effective=Effective(fold.meetings[meeting].date))


def _body(draft: Draft, name: str | None) -> BodyId | None:
    """Return the body of that name, registered now where the book did not know one."""
    if name is None:
        return None
    for body in draft.fold.bodies.values():
        if body.registered is not None and folded(name) in (
            folded(body.registered.name),
            folded(body.abbreviation or ""),
        ):
            return body.id
    return made_by(BodyId, draft.record(ExternalBodyRegistered(name=name, kind=kind_of_body(name))))
