"""Dates in the words of the book: a weekday or a week that is not that of the date, a date that is not the event's."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from events.catalogue import (
    AnyEvent,
    ItemPostponed,
    MatterOpened,
    MeetingRescheduled,
    MeetingScheduled,
    MinutesApproved,
    Told,
)
from events.entry import Entry
from events.ids import MatterId, made_by
from governance.checking.examined import Examined, day_of
from governance.checking.finding import Finding, finding
from governance.danish.dates import DateMention, dates_in
from governance.state.fold import Meeting

_WORDED = (
    *("text", "title", "contents", "reason", "task", "wording", "answer", "occasion"),
    *("statement", "dissent", "proposal", "amendment", "until"),
)
"""The fields in which an event has words of its own."""

_DIGIT = re.compile(r"\d")
_WEEK = re.compile(r"\buge\s+(?P<week>\d{1,2})(?!\d|\s*(?:[-–/+,]|og|til)\s*\d)", re.I)
_BETWEEN = re.compile(r"[\s,(:–-]*(?:(?:i|d\.|den|dvs\.?|altså)[\s(]*)?\Z", re.I)
_NEAR = 120
"""A date without a year is that of the nearest day, where one lies within so many days."""


def dates_disagree(book: Examined) -> Iterator[Finding]:
    """A date is the weekday, and lies in the week, that is written with it, and is the date of what it tells."""
    found: dict[tuple[str, str, str], Finding] = {}
    on_agenda = {item.matter for item in book.fold.items.values()}
    for entry in book.entries:
        if isinstance(entry.event, MatterOpened) and made_by(MatterId, entry.number) in on_agenda:
            continue  # its item tells the same
        meeting = _meeting_of(book, entry.event)
        near = _day(meeting.date if meeting is not None else day_of(entry))
        other = _other_date(book, entry, near)
        if other is not None:
            said, meant = other
            yield _found("date-differs", entry, meeting, words=said, date=meant)
            continue
        for name in _WORDED:
            words = getattr(entry.event, name, None)
            if isinstance(words, str) and _DIGIT.search(words):
                for kind, about in _disagreeing(words, near):
                    key = kind, str(about["words"]), str(about["date"])
                    if key not in found:
                        found[key] = _found(kind, entry, meeting, **about)
    yield from found.values()


def _found(kind: str, entry: Entry, meeting: Meeting | None, **about: Any) -> Finding:
    day = meeting.date if meeting is not None else day_of(entry)
    return finding(
        kind,
        "doubt",
        day=day,
        meeting=meeting.id if meeting is not None else None,
        entries=[entry.number],
        **about,
    )


def _disagreeing(words: str, near: date | None) -> Iterator[tuple[str, dict[str, str | int]]]:
    mentions = dates_in(words)
    for mention in mentions:
        day = _meant(mention, near)
        if day is not None and mention.weekday is not None and day.weekday() != mention.weekday:
            said = words[mention.start : mention.end].rstrip(" .")
            yield "weekday-disagrees", {"words": said, "date": day.isoformat(), "weekday": day.weekday()}
    for match in _WEEK.finditer(words):
        beside = _beside(words, match, mentions)
        day = _meant(beside, near) if beside is not None else None
        if day is not None and beside is not None and day.isocalendar().week != int(match.group("week")):
            first, last = min(match.start(), beside.start), max(match.end(), beside.end)
            yield (
                "week-disagrees",
                {"words": words[first:last].rstrip(" ."), "date": day.isoformat(), "week": day.isocalendar().week},
            )


def _beside(words: str, match: re.Match[str], mentions: list[DateMention]) -> DateMention | None:
    """Return the date that is written right before or behind a week."""
    for mention in mentions:
        between = words[match.end() : mention.start] if mention.start >= match.end() else None
        between = words[mention.end : match.start()] if mention.end <= match.start() else between
        if between is not None and len(between) < 12 and _BETWEEN.match(between):
            return mention
    return None


def _other_date(book: Examined, entry: Entry, near: date | None) -> tuple[str, str] | None:
    """Return the date in the words of an event, and the event's own, where they differ."""
    event = entry.event
    if isinstance(event, MeetingScheduled | MeetingRescheduled):
        return _differing(_words(book, event), [event.date], near, ahead=True)
    if isinstance(event, ItemPostponed):
        to = book.fold.meetings.get(event.to_meeting) if event.to_meeting is not None else None
        meant = [event.to_date] if event.to_date else _stood_for(to) if to is not None else []
        return _differing(f"{_words(book, event)} {event.until or ''}", meant, near, ahead=True) if meant else None
    if isinstance(event, MinutesApproved) and event.of is not None:
        item = book.fold.items.get(event.item) if event.item is not None else None
        titled = _differing(item.title if item is not None else "", [event.of], near, ahead=False)
        return titled or _differing(_words(book, event), [event.of], near, ahead=False)
    return None


def _stood_for(meeting: Meeting) -> list[str]:
    """Return the days for which a meeting was ever planned, the newest last: what was said before it was moved was right."""
    return [*(said.date for _, _, said in meeting.arrangements), meeting.date]


def _differing(words: str, own: list[str], near: date | None, *, ahead: bool) -> tuple[str, str] | None:
    mentions = dates_in(words, bare=True) if _DIGIT.search(words) else []
    if any(
        (one.month, one.day) == (int(day[5:7]), int(day[8:])) and one.year in (None, int(day[:4]))
        for one in mentions
        for day in own
    ):
        return None
    for mention in dates_in(words) if mentions else ():
        day = _meant(mention, near)
        if day is not None and near is not None and (day > near if ahead else day < near):
            return words[mention.start : mention.end].rstrip(" ."), own[-1]
    return None


def _words(book: Examined, event: Told) -> str:
    """Return the words that tell an event: its own, or those of the statement that tells it already."""
    if event.text is not None:
        return event.text
    telling = book.entry(int(event.told_in[1:])) if event.told_in is not None else None
    return (getattr(telling.event, "text", None) or "") if telling is not None else ""


def _meant(mention: DateMention, near: date | None) -> date | None:
    """Return the day that is meant; without a year, the nearest one, where one is near enough to be sure."""
    if mention.year is not None:
        return _of(mention, mention.year)
    if near is None:
        return None
    days = [day for year in (near.year - 1, near.year, near.year + 1) if (day := _of(mention, year)) is not None]
    nearest = min(days, key=lambda day: abs((day - near).days), default=None)
    return nearest if nearest is not None and abs((nearest - near).days) <= _NEAR else None


def _of(mention: DateMention, year: int) -> date | None:
    try:
        return date(year, mention.month, mention.day)
    except ValueError:
        return None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _meeting_of(book: Examined, event: AnyEvent) -> Meeting | None:
    item = getattr(event, "item", None) or getattr(event, "agreed_in", None)
    if item is not None:
        return book.fold.meeting_of(item)
    return book.fold.meetings.get(getattr(event, "meeting", None))  # type: ignore[arg-type]


CHECKS = (dates_disagree,)
