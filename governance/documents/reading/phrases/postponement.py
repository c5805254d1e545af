"""Phrases that put an item off, and until when."""

import re
from collections.abc import Iterable

from governance.danish.dates import MONTH_NAME, dates_in, resolved
from governance.documents.model import Fact, Postponement
from governance.documents.reading.phrases.rule import Context, pattern, phrase, rule

_SAID_NOT = pattern(r"\b(?:ikke|ingen) (?:\w+ ){0,2}\Z|\b(?:ønsk\w*|forslag|mulighed\w*) (?:om |for )?\Z")
_NOT_THE_VERB = re.compile(
    r"\s*(?:for\b|\w*\s*(?:områder?|bolig\w*|borgere|grupper?|positioner?|unge|børn|familier|råd)\b)", re.I
)
_TO = pattern(
    r"\b(?:(?P<till>indtil|til|op på|igen på|på)|"
    r"i(?= (?:\w+ )?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|for|efter|sommer|vinter))) "
)
_ENDS = re.compile(
    r"[,;:!?\x00]|\.(?=\s+[A-ZÆØÅ]|\s*\Z)|\s+(?:da|fordi|idet|på\s+grund|pga|grundet|hvor|og|så|for\s+at|med|af\s+hensyn|eftersom|når|men)\b"
)
_A_TIME = re.compile(
    rf"\b(?:\w*møde(?:t|r)?|gang|\w*dag|uge|kvartal|halvår|år(?:et)?|efter|foråret|efteråret|sommeren|vinteren|senere|tidspunkt|"
    rf"generalforsamling(?:en)?|videre|primo|ultimo|medio|{MONTH_NAME})\b|\d",
    re.I,
)
_A_MEETING = re.compile(r"\b\w*møde(?:t|r)?\b|\bgang\b|\bgeneralforsamling", re.I)
_REASON = pattern(r"(?:,|\s)\s*(?:da|fordi|idet|på grund af|pga\.?|grundet|afventer) (?P<reason>[^.]+)")


def _postponed(match: re.Match[str], context: Context) -> Iterable[Fact]:
    behind = match.string[match.end() :]
    if _NOT_THE_VERB.match(behind) or _SAID_NOT.search(match.string[: match.start()]):
        return []
    return [_postponement(match, context)]


def _taken_up(match: re.Match[str], context: Context) -> Iterable[Fact]:
    """A verb that puts off only where a later meeting is named: ``Tages op på næste møde``."""
    found = _postponement(match, context)
    later = found.until is not None and (
        _A_MEETING.search(found.until) or match.group().lower().startswith(("genoptages", "venter"))
    )
    return [found] if later and not _SAID_NOT.search(match.string[: match.start()]) else []


def _postponement(match: re.Match[str], context: Context) -> Postponement:
    until = _until(match.string, match.end())
    behind = match.string.find(until, match.end()) + len(until) if until else match.end()
    reason = _REASON.search(match.string, behind)
    return Postponement(
        rule="postponed",
        until=until,
        to=_day_after(until, context) if until else None,
        reason=reason.group("reason").replace("\x00", "").strip() or None if reason else None,
    )


def _until(text: str, start: int) -> str | None:
    """Return until when, as written: what stands behind ``til`` or ``på``, up to the end of the clause."""
    for found in _TO.finditer(text, max(0, start - 1)):
        end = _ENDS.search(text, found.end())
        said = text[found.end() : end.start() if end else len(text)].strip(" .")
        if said and len(said) < 80 and _A_TIME.search(said):
            return f"indtil {said}" if found.group("till") == "indtil" else said
    return None


def _day_after(said: str, context: Context) -> str | None:
    for mention in dates_in(said, bare=True) or dates_in(f"d. {said}"):
        day = resolved(mention, context.day, "future")
        if day is not None:
            return day.isoformat()
    return None


RULES = (
    rule(
        "postponed",
        phrase(
            "udsat|udsættes|udsattes|udsætter|udskudt|udskydes|udskyder|udskød|udskødes|udsatte",
            "at (?:udsætte|udskyde)",
        ),
        _postponed,
    ),
    rule(
        "postponed",
        phrase(
            r"(?:tages|tager|taget|tog) (?:(?!stilling)\w+ ){0,2}op(?: igen)?",
            "tages (?:igen )?(?=på næste)",
            "genoptages|genoptaget|venter|skubbes|flyttes|overføres|rykkes",
            "(?:behandles|drøftes|gennemgås|diskuteres) (?:igen |videre )?(?=på)",
            "(?:kommer|sættes|sat) (?:igen )?(?:på (?:dagsorden(?:en)?|programmet) )?(?=på|til)",
        ),
        _taken_up,
    ),
)
