"""Times of day in Danish, in the ways in which minutes write them."""

import re

import msgspec

_HOUR, _MINUTE = r"(?:[01]?\d|2[0-3])", r"[0-5]\d"
_FIRST = rf"(?P<h1>{_HOUR})(?:[.:,](?P<m1>{_MINUTE})|(?P<c1>{_MINUTE})(?!\d))?"
_LAST = rf"(?P<h2>{_HOUR})(?:[.:,](?P<m2>{_MINUTE})|(?P<c2>{_MINUTE})(?!\d))?"
_TO = r"\s*(?:-|–|—|\btil\b)\s*(?:ca\.?\s*)?(?:kl\.?\s*)?"
_NAMED = re.compile(rf"\b(?:kl|klokken)\.?\s*{_FIRST}(?:{_TO}{_LAST}(?![\d.]*\d))?(?!\d)", re.I)
_BARE = re.compile(
    rf"(?<![\d.:/\-–])(?P<h1>{_HOUR})[.:](?P<m1>{_MINUTE}){_TO}(?P<h2>{_HOUR})(?:[.:](?P<m2>{_MINUTE}))?(?![\d./]*\d)",
    re.I,
)
_BEHIND = re.compile(rf"\A[\s,T]*(?P<h1>{_HOUR})[.:](?P<m1>{_MINUTE})(?::\d\d)?(?![\d.]*\d)")


class TimeMention(msgspec.Struct, frozen=True):
    """A time of day or a span of time in a text; clock times as ``15:30``."""

    begins: str
    ends: str | None
    start: int
    end: int


def times_in(text: str) -> list[TimeMention]:
    """Return the times of day that a text mentions, in order: ``kl. 15.30-17.30``, ``14.30 til 15.30``, ``kl. 16``."""
    found = [_mention(match) for match in _NAMED.finditer(text)]
    for match in _BARE.finditer(text):
        if not any(held.start < match.end() and match.start() < held.end for held in found):
            found.append(_mention(match))
    return sorted(found, key=lambda mention: mention.start)


def time_behind(text: str) -> TimeMention | None:
    """Return the bare time of day with which a text begins, as behind a date: ``16:30:00``."""
    match = _BEHIND.match(text)
    return _mention(match) if match else None


def time_given(text: str) -> TimeMention | None:
    """Return the time that a text gives which is known to give one, as behind ``Tid:``: ``16-18`` too."""
    times = times_in(text)
    if times:
        return times[0]
    bare = times_in(f"kl. {text.strip()}")
    return TimeMention(bare[0].begins, bare[0].ends, 0, len(text)) if bare else None


def spoken_time(start: str | None, end: str | None = None) -> str:
    """Return a time as minutes write it: ``kl. 15.30-17.30``; empty where there is none."""
    if start is None:
        return ""
    return f"kl. {start.replace(':', '.')}" + (f"-{end.replace(':', '.')}" if end else "")


def _mention(match: re.Match[str]) -> TimeMention:
    groups = match.groupdict()
    ends = _clock(groups["h2"], groups.get("m2") or groups.get("c2")) if groups.get("h2") else None
    return TimeMention(_clock(groups["h1"], groups.get("m1") or groups.get("c1")), ends, match.start(), match.end())


def _clock(hour: str, minute: str | None) -> str:
    return f"{int(hour):02d}:{minute or '00'}"
