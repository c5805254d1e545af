"""No word is lost: which words of a line were not read, so that the line is kept as a remark too."""

import re
from collections.abc import Iterable

from governance.danish.dates import DateMention, dates_in
from governance.danish.times import TimeMention, times_in
from governance.documents.reading.attendance_words import without_list_words
from governance.documents.reading.fields import Head
from governance.documents.reading.labels import Field
from governance.documents.reading.lines import Line

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    "i på ved af til fra den det d kl klokken og samt for med hos der var er ca x v".split()  # noqa: SIM905
)
"""Words that say nothing by themselves."""
_OF_TITLES = re.compile(
    r"(?:møde)?referat(?:et)?|(?:tillægs)?dagsorden(?:en)?|protokol|(?:beslutnings|forhandlings)(?:protokol|referat)|"
    r"møde[t]?|ordinært|indkaldelse|udskrift|protokoludskrift|(?:mand|tirs|ons|tors|fre|lør|søn)dag"
)
_OF_BODY = re.compile(r"s?(?:møde\w{0,2})?\Z")


def words_of(texts: Iterable[str | None]) -> set[str]:
    """Return the words of the texts, as they are compared."""
    return {word.casefold() for text in texts if text for word in _WORD.findall(text)}


def unread_words(
    text: str, known: set[str], *, day: DateMention | None = None, times: frozenset[str | None] = frozenset()
) -> list[str]:
    """Return the words of a text that are not among the known ones, the day and the times of day known apart."""
    for mention in reversed(dates_in(text)):
        if day is not None and (mention.day, mention.month, mention.year) == (day.day, day.month, day.year):
            text = f"{text[: mention.start]} {text[mention.end :]}"
    text = _without_times(text, times)
    return [word for word in _WORD.findall(text) if word.casefold() not in known and word.casefold() not in _SMALL]


def is_read(head: Head, line: Line) -> bool:
    """Tell whether every word of a line that was taken in is found in what the head says now."""
    of_parts = (time for part in head.parts for time in (part.start, part.end))
    times = frozenset((head.start, head.end, head.opened_at, head.closed_at, *of_parts))
    if line.number in head.values:
        return not any(
            unread_words(value, words_of(_said(head)[label]), day=head.mention, times=times)
            for label, value in head.values[line.number]
        )
    listed = [word for held in head.attendance.attendees for word in (held.name, held.party)]
    known = words_of([*listed, *head.attendance.others, *head.attendance.roles])
    known |= words_of(text for texts in _said(head).values() for text in texts)
    body = words_of([head.body, head.municipality])
    cells = [without_list_words(cell) for cell in line.cells] or [without_list_words(line.text)]
    left = [word for cell in cells for word in unread_words(cell, known, day=head.mention, times=times)]
    return all(_is_of_title(word, body) for word in left)


def _said(head: Head) -> dict[Field, list[str | None]]:
    """Return the words that each field of the head holds, times and the day apart."""
    parts = [word for part in head.parts for word in (part.place, part.counterpart)]
    return {
        "date": [head.place],
        "time": [],
        "start": [],
        "end": [],
        "place": [head.place],
        "body": [head.body],
        "referent": [head.referent],
        "chair": [head.chair[0] if head.chair else None],
        "municipality": [head.municipality],
        "contents": [head.contents],
        "part": parts,
    }


def _is_of_title(word: str, body: set[str]) -> bool:
    """Tell whether a word is one of those that titles are made of, or a form of a word of the body's name."""
    bare = word.casefold()
    if _OF_TITLES.fullmatch(bare):
        return True
    stem = _OF_BODY.sub("", bare, count=1)
    stem = re.sub(r"n?s?\Z", "", stem, count=1)
    return len(stem) >= 3 and any(known.startswith(stem) and len(known) - len(stem) <= 3 for known in body)


def _without_times(text: str, times: frozenset[str | None]) -> str:
    found = times_in(text) or _bare_times(text)
    for time in reversed(found):
        if time.begins in times and (time.ends is None or time.ends in times):
            text = f"{text[: time.start]} {text[time.end :]}"
    return text


def _bare_times(text: str) -> list[TimeMention]:
    """Return the time with which a text begins that is known to give one: ``16-18``, ``16:30:00``."""
    bare = re.match(r"\s*\d{1,2}(?:[.:]\d\d)*(?:\s*[-–]\s*\d{1,2}(?:[.:]\d\d)?)?", text)
    given = times_in(f"kl. {re.sub(r':00(?=$)', '', bare.group().strip())}") if bare else []
    return [TimeMention(given[0].begins, given[0].ends, 0, bare.end())] if bare and given else []
