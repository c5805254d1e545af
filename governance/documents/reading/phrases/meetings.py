"""Phrases that arrange coming meetings, and abbreviations of bodies."""

import re
from collections.abc import Iterable
from datetime import date

from governance.danish.bodies import BODY_NAME, body_name
from governance.danish.dates import DateMention, dates_in, resolved
from governance.danish.times import TimeMention, times_in
from governance.documents.model import Abbreviation, Fact, MeetingAgreement, MeetingPart, Postponement
from governance.documents.reading.phrases.rule import Context, phrase, rule

_NEXT = phrase(
    r"næste (?:ordinære )?(?:\w*møde|gang)",
    "(?:det? )?kommende møde(?:r|t)?",
    "nyt møde|mødedatoer|datoer|møderække|følgende møder?",
    r"indkald\w* [^.]*møde",
)
_NAMED_PLACE = r"[^,;.()]*?(?:,\s+(?=[A-ZÆØÅ0-9])[^,;.()]*?)*"
_PLACE = re.compile(
    rf"\A[\s,;:]*(?:(?:på|i|ved)\s+(?P<place>(?:[A-ZÆØÅ]|mødelokale|lokale){_NAMED_PLACE})|(?P<hosts>hos\s+[A-ZÆØÅ][^,;.()]*?)|"
    r"[.\s]*[Ss]ted\s*:\s*(?P<named>[^;.]+?)|,\s*(?P<bare>[A-ZÆØÅ][^;.()]*?))(?=\s+(?:med|hvor|fra|kl|og)\b|[,;.()]|\Z)"
)
_PLACES = ("place", "named", "hosts", "bare")
_COUNTERPART = re.compile(rf"\b(?:møde\s+)?med\s+(?P<with>{BODY_NAME})")
_CONTENTS = re.compile(r"\b(?:indhold|emner?|tema(?:er)?|dagsorden)\s*:\s*(?P<contents>.+?)\s*\Z", re.I | re.S)
_TAKES_UP = re.compile(r"\bmed\s+(?:punkt(?:erne)?|pkt\.?)\s+(?P<numbers>\d+(?:\s*(?:,|og)\s*\d+)*)", re.I)
_NO_MEETING = re.compile(r"\b(?:pr\.?|senest|inden|siden|før)\s+(?:den\s+)?\Z", re.I)
"""What stands before a day by which something is done and on which nobody meets."""
_ABBREVIATION = re.compile(rf"(?P<body>{BODY_NAME})\s+\((?P<abbreviation>[A-ZÆØÅ]{{2,6}})\)")


def _agreed(match: re.Match[str], context: Context) -> Iterable[Fact]:
    text = match.string
    mentions = [
        mention
        for mention in dates_in(text, bare=True)
        if mention.start >= match.start() or context.kind == "next-meeting"
    ]
    return _agreements(text, mentions, context)


def _listed(match: re.Match[str], context: Context) -> Iterable[Fact]:
    if context.kind != "next-meeting":
        return []
    mentions = dates_in(match.string, bare=True)
    if not mentions or mentions[0].start > 40:
        return []
    put_off_to = {fact.to for fact in context.facts if isinstance(fact, Postponement)}
    told = _agreements(match.string, mentions, context)
    return [fact for fact in told if not (isinstance(fact, MeetingAgreement) and fact.date in put_off_to)]


def _agreements(text: str, mentions: list[DateMention], context: Context) -> list[Fact]:
    found: list[Fact] = []
    for index, mention in enumerate(mentions):
        day = resolved(mention, context.day, "future")
        if day is None or (context.day is not None and day <= context.day) or _NO_MEETING.search(text[: mention.start]):
            continue
        end = mentions[index + 1].start if index + 1 < len(mentions) else len(text)
        found.append(_agreement(day, text[mention.end : end]))
    return found


def _agreement(day: date, rest: str) -> MeetingAgreement:
    contents = _CONTENTS.search(rest)
    said = rest[: contents.start()] if contents else rest
    times = times_in(said)
    parts = tuple(_part(said, times, index) for index in range(len(times))) if len(times) > 1 else ()
    place = _place(said, times)
    numbers = _TAKES_UP.search(said)
    return MeetingAgreement(
        rule="next-meeting",
        date=day.isoformat(),
        start=times[0].begins if times else None,
        end=times[-1].ends if times else None,
        place=place,
        parts=parts,
        contents=contents.group("contents").strip(" .") if contents else None,
        items=tuple(re.findall(r"\d+", numbers.group("numbers"))) if numbers else (),
    )


def _place(said: str, times: list[TimeMention]) -> str | None:
    behind = said[times[0].end :] if times else said
    found = _PLACE.match(behind.replace("\x00", " ")) or (_PLACE.match(said) if times else None)
    if not found:
        return None
    return next((said for name in _PLACES if (said := found.group(name))), "").strip(" .") or None


def _part(said: str, times: list[TimeMention], index: int) -> MeetingPart:
    end = times[index + 1].start if index + 1 < len(times) else len(said)
    rest = said[times[index].end : end]
    place = _PLACE.match(rest)
    counterpart = _COUNTERPART.search(rest)
    return MeetingPart(
        start=times[index].begins,
        end=times[index].ends,
        place=next((said for name in _PLACES[:3] if place and (said := place.group(name))), "").strip() or None,
        counterpart=body_name(counterpart.group("with")) if counterpart else None,
    )


def abbreviations_in(text: str) -> list[Abbreviation]:
    """Return the abbreviations that a text introduces: ``Arbejdsmarkedsudvalget (AMU)``."""
    return [
        Abbreviation(rule="abbreviation", body=body_name(found.group("body")), abbreviation=found.group("abbreviation"))
        for found in _ABBREVIATION.finditer(text)
        if len(found.group("abbreviation")) > 1
        and found.group("abbreviation")[0].lower() == body_name(found.group("body"))[0].lower()
    ]


RULES = (
    rule("next-meeting", _NEXT, _agreed),
    rule("next-meeting", r"\A.", _listed),
)
