"""Phrases that say what came of an item: approved, decided, noted, discussed, put off, nothing."""

import re
from collections.abc import Iterable

from governance.danish.dates import dates_in, month_named, next_month, resolved
from governance.documents.model import (
    AgendaApproval,
    Continuation,
    Decision,
    Discussion,
    Fact,
    MinutesApproval,
    Nothing,
    Noting,
    Postponement,
)
from governance.documents.reading.phrases.rule import Context, rule

ABOUT_AGENDA = r"\bdagsord(?:en|nen|enen)\b"
ABOUT_MINUTES = r"\b(?:referat(?:er|et|erne)?|protokol(?:len)?|beslutningsprotokol)\b"
_SAID_NOT = re.compile(r"\b(?:ikke|ingen)\s+(?:\w+\s+){0,2}\Z", re.I)
_UNTIL = re.compile(
    r"\btil\s+(?P<until>(?:det\s+)?næste\s+(?:ordinære\s+)?møde|(?:et\s+)?(?:senere|kommende|følgende)\s+møde|"
    r"(?:møde[t]?\s+)?(?:(?:i|den|d\.|på|primo|ultimo|efter|uge|man|tirs|ons|tors|fre|lør|søn)[\w.]*\s*)[^.,;]*?(?:\d{4}|(?=[.,;]|\s+(?:da|fordi|idet|på grund)\b|\Z))|"
    r"\d{1,2}\.\s*\w+(?:\s+\d{4})?|(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?:\s+\d{4})?|efteråret|foråret)",
    re.I,
)
_REASON = re.compile(r"(?:,|\s)\s*(?:da|fordi|idet|på\s+grund\s+af|pga\.?|grundet|med\s+henblik\s+på|afventer)\s+(?P<reason>[^.]+)", re.I)


def _approved(match: re.Match[str], context: Context) -> Iterable[Fact]:
    before, whole = match.string[: match.start()], match.string
    if _SAID_NOT.search(before):
        return [Decision(rule="rejected", outcome="rejected")]
    if re.search(r"\b(?:agter|ønsker|mangler|skal|afventer|til)\s+\Z", before, re.I) or re.match(r"godkendelse", match.group(), re.I):
        return []
    if context.about(ABOUT_AGENDA) or (re.search(ABOUT_AGENDA, before, re.I) and not context.about(ABOUT_MINUTES)):
        changed = re.search(r"\b(?:med\s+(?:tilføjelse|ændring|den\s+ændring|bemærkning)|nyt\s+p(?:un)?kt|udgår|tilføjes)", whole, re.I)
        return [AgendaApproval(rule="agenda-approved", changed=changed is not None)]
    if context.about(ABOUT_MINUTES) or re.search(ABOUT_MINUTES, before, re.I):
        return [MinutesApproval(rule="minutes-approved", of=_day_before(f"{context.title} {whole}", context))]
    return [Decision(rule="approved", outcome="approved")]


def _day_before(text: str, context: Context) -> str | None:
    for mention in dates_in(text):
        day = resolved(mention, context.day, "past")
        if day is not None and (context.day is None or day < context.day):
            return day.isoformat()
    return None


def _decided(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    if _SAID_NOT.search(match.string[: match.start()]):
        return []
    return [Decision(rule="decided", outcome="decided")]


def _postponed(match: re.Match[str], context: Context) -> Iterable[Fact]:
    if re.match(r"\s*(?:for\b|\w*\s*(?:områder?|bolig\w*|borgere|grupper?|positioner?)\b)", match.string[match.end() :], re.I):
        return []
    if _SAID_NOT.search(match.string[: match.start()]):
        return []
    until = _UNTIL.search(match.string, match.end() if "næste" not in match.group().lower() else match.start())
    said = until.group("until").strip() if until else _next_meeting_said(match.group())
    reason = _REASON.search(match.string, until.end() if until else match.end())
    return [
        Postponement(
            rule="postponed",
            until=said,
            to=_day_after(said, context) if said else None,
            reason=reason.group("reason").strip() if reason else None,
        )
    ]


def _next_meeting_said(matched: str) -> str | None:
    found = re.search(r"næste\s+møde", matched, re.I)
    return found.group() if found else None


def _day_after(said: str, context: Context) -> str | None:
    for mention in dates_in(said) or dates_in(f"d. {said}"):
        day = resolved(mention, context.day, "future")
        if day is not None:
            return day.isoformat()
    return None


def _noted(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    return [Noting(rule="noted", explicit=True)]


def _informed(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    return [Noting(rule="informed", explicit=False)]


def _discussed(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    if re.search(r"\b(?:skal|ikke|kan|vil|blive|bør)\s+\Z", match.string[: match.start()], re.I):
        return []
    return [Discussion(rule="discussed")]


def _continued(match: re.Match[str], context: Context) -> Iterable[Fact]:
    rest = match.string[match.end() :]
    for mention in dates_in(rest):
        day = resolved(mention, context.day, "future")
        return [Continuation(rule="continued", to=day.isoformat() if day else None)]
    month = month_named(rest)
    period = next_month(context.day, month) if month and context.day else None
    return [Continuation(rule="continued", period=period)]


def _nothing(match: re.Match[str], context: Context) -> Iterable[Fact]:
    return [Nothing(rule="nothing")]


RULES = (
    rule(
        "postponed",
        r"\b(?:udsat|udsættes|udskudt|udskydes|udsatte|(?:tages|blev\s+taget)\s+op\s+(?:igen\s+)?(?:på|til)\s+(?:næste|et\s+(?:kommende|senere))\s+møde|tages\s+op\s+igen|venter\s+til(?=\s+næste)|"
        r"(?:sættes|kommer)\s+på\s+(?:dagsordenen\s+)?(?:til|på)\s+næste\s+møde|skubbes\s+til(?=\s+næste))\b",
        _postponed,
    ),
    rule(
        "rejected",
        r"\b(?:forkastet|forkastes|afvist|afvises|nedstemt|stemt\s+ned|bortfaldet|bortfalder|ikke\s+(?:godkendt|vedtaget|imødekommet))\b",
        lambda match, context: [Decision(rule="rejected", outcome="rejected")],
    ),
    rule(
        "approved",
        r"\b(?:godkend(?:t|te|tes|es)|tiltrådt|tiltrædes|tiltrådte|betragtes\s+som\s+godkendt|indstillingen\s+(?:blev\s+)?fulgt)\b",
        _approved,
    ),
    rule(
        "decided",
        r"\b(?:vedtaget|vedtages|vedtog|besluttet|besluttede|beslutter|besluttes|(?:blev|er|det)\s+aftalt|aftaltes|aftales|er\s+enighed\s+om|var\s+enighed\s+om|"
        r"(?:blev|var|er)\s+enige\s+om|enedes\s+om|anbefale[rs]|anbefalede|indstille[rs]|fastholdes|bevilge[rs]|bevilgede|bevilget|udgår|trækkes\s+(?:fra|af)|tages\s+af\s+dagsordenen|nedsættes|nedsatte|nedsat)\b",
        _decided,
    ),
    rule("noted", r"\b(?:til\s+efterretning|noteret\s+sig|noterede\s+sig|taget\s+ad\s+notam)\b", _noted),
    rule(
        "informed",
        r"\b(?:orienterede(?!\s+sig)|orienterer|blev\s+orienteret|fortalte|informerede|informerer|redegjorde|berettede|oplyste|fremlagde|fremlægger|præsenterede|gennemgik|"
        r"gav\s+(?:en\s+)?(?:kort\s+)?(?:orientering|status|indblik|oplæg)|orientering\s+(?:ved|v/)|er\s+lavet\s+en\s+[\wæøå\s]*rapport|vil\s+blive\s+sendt\s+til|gennemført\.?\Z)",
        _informed,
    ),
    rule(
        "discussed",
        r"\b(?:drøftet|drøftede|drøftedes|drøftes|diskuteret|diskuterede|debatteret|debatterede|gennemgået|bordet\s+rundt|snakkede\s+om|talte\s+om|udvekslede|idéudveksling|brainstorm\w*)\b",
        _discussed,
    ),
    rule(
        "continued",
        r"\b(?:arbejdet|drøftelsen|drøftelserne|punktet|behandlingen|sagen|der)\s+(?:fortsættes|fortsætter|arbejdes\s+videre)\b(?:\s+(?:med\s+\w+\s+)?(?:til|på)\b)?",
        _continued,
    ),
    rule(
        "nothing",
        r"\A\W*(?:intet(?:\s+(?:at\s+bemærke|nyt|til\s+(?:punktet|evt\.?|eventuelt)|under\s+(?:punktet|evt\.?|eventuelt)))?|ingen(?:\s+(?:bemærkninger|punkter|emner|kommentarer|indlæg))?|"
        r"ikke\s+noget|der\s+var\s+(?:intet|ikke\s+noget|ingen\s+(?:punkter|emner|bemærkninger))(?:\s+(?:under|til|at)\s+[\w.]+)?|---|-)\W*\Z",
        _nothing,
    ),
)
