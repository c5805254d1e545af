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
from governance.documents.reading.phrases.rule import Context, pattern, phrase, rule

ABOUT_AGENDA = r"\bdagsord(?:en|nen|enen)\b"
ABOUT_MINUTES = r"\b(?:referat(?:er|et|erne)?|protokol(?:len)?|beslutningsprotokol)\b"
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_SAID_NOT = pattern(r"\b(?:ikke|ingen) (?:\w+ ){0,2}\Z")
_UNTIL = pattern(
    r"\btil (?P<until>(?:det )?næste (?:ordinære )?møde|(?:et )?(?:senere|kommende|følgende) møde|"
    r"(?:mødet? )?(?:i|den|d\.|på|primo|ultimo|efter|uge|(?:man|tirs|ons|tors|fre|lør|søn)dag)[\w.]* ?"
    r"[^.,;]*?(?:\d{4}|(?=[.,;]| (?:da|fordi|idet|på grund)\b|\Z))|"
    rf"\d{{1,2}}\.\s*\w+(?: \d{{4}})?|(?:{_MONTHS})(?: \d{{4}})?|efteråret|foråret)"
)
_REASON = pattern(r"(?:,|\s)\s*(?:da|fordi|idet|på grund af|pga\.?|grundet|afventer) (?P<reason>[^.]+)")
_CHANGED = pattern(r"\b(?:med (?:tilføjelse|ændring|den ændring|bemærkning)|nyt p(?:un)?kt|udgår|tilføjes)")


def _approved(match: re.Match[str], context: Context) -> Iterable[Fact]:
    before, whole = match.string[: match.start()], match.string
    if _SAID_NOT.search(before):
        return [Decision(rule="rejected", outcome="rejected")]
    if re.search(r"\b(?:agter|ønsker|mangler|skal|afventer|til)\s+\Z", before, re.I) or re.match(
        r"godkendelse", match.group(), re.I
    ):
        return []
    if context.about(ABOUT_AGENDA) or (re.search(ABOUT_AGENDA, before, re.I) and not context.about(ABOUT_MINUTES)):
        return [AgendaApproval(rule="agenda-approved", changed=_CHANGED.search(whole) is not None)]
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
    if re.match(
        r"\s*(?:for\b|\w*\s*(?:områder?|bolig\w*|borgere|grupper?|positioner?)\b)", match.string[match.end() :], re.I
    ):
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


def _noted(_match: re.Match[str], _context: Context) -> Iterable[Fact]:
    return [Noting(rule="noted", explicit=True)]


def _informed(_match: re.Match[str], _context: Context) -> Iterable[Fact]:
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


def _nothing(_match: re.Match[str], _context: Context) -> Iterable[Fact]:
    return [Nothing(rule="nothing")]


RULES = (
    rule(
        "postponed",
        phrase(
            "udsat|udsættes|udskudt|udskydes|udsatte",
            "(?:tages|blev taget) op (?:igen )?(?:på|til) (?:næste|et (?:kommende|senere)) møde",
            "tages op igen",
            "(?:venter|skubbes) til(?= næste)",
            "(?:sættes|kommer) på (?:dagsordenen )?(?:til|på) næste møde",
        ),
        _postponed,
    ),
    rule(
        "rejected",
        phrase(
            "forkastet|forkastes|afvist|afvises|nedstemt|stemt ned|bortfaldet|bortfalder",
            "ikke (?:godkendt|vedtaget|imødekommet)",
        ),
        lambda match, context: [Decision(rule="rejected", outcome="rejected")],
    ),
    rule(
        "approved",
        phrase("godkend(?:t|te|tes|es)|tiltrådt|tiltrædes|tiltrådte", "indstillingen (?:blev )?fulgt"),
        _approved,
    ),
    rule(
        "decided",
        phrase(
            "vedtaget|vedtages|vedtog|besluttet|besluttede|beslutter|besluttes",
            "(?:blev|er|det) aftalt|aftaltes|aftales",
            "(?:er|var) enighed om|(?:blev|var|er) enige om|enedes om",
            "anbefale[rs]|anbefalede|indstille[rs]|fastholdes|bevilge[rs]|bevilgede|bevilget",
            "udgår|trækkes (?:fra|af)|tages af dagsordenen|nedsættes|nedsatte|nedsat",
        ),
        _decided,
    ),
    rule("noted", phrase("til efterretning|noteret sig|noterede sig|taget ad notam"), _noted),
    rule(
        "informed",
        phrase(
            "orienterede(?! sig)|orienterer|blev orienteret|fortalte|informerede|informerer|redegjorde|berettede",
            "oplyste|fremlagde|fremlægger|præsenterede|gennemgik",
            "gav (?:en )?(?:kort )?(?:orientering|status|indblik|oplæg)|orientering ved",
            r"er lavet en [\wæøå\s]*rapport|vil blive sendt til",
        )
        + r"|\borientering v/|\bgennemført\.?\Z",
        _informed,
    ),
    rule(
        "discussed",
        phrase(
            "drøftet|drøftede|drøftedes|drøftes|diskuteret|diskuterede|debatteret|debatterede|gennemgået",
            r"bordet rundt|snakkede om|talte om|udvekslede|idéudveksling|brainstorm\w*",
        ),
        _discussed,
    ),
    rule(
        "continued",
        phrase(
            "(?:arbejdet|drøftelsen|drøftelserne|punktet|behandlingen|sagen|der) "
            "(?:fortsættes|fortsætter|arbejdes videre)"
        )
        + r"(?: (?:med \w+ )?(?:til|på)\b)?",
        _continued,
    ),
    rule(
        "nothing",
        r"\A\W*(?:intet(?: (?:at bemærke|nyt|(?:til|under) (?:punktet|evt\.?|eventuelt)))?|"
        r"ingen(?: (?:bemærkninger|punkter|emner|kommentarer|indlæg))?|ikke noget|"
        r"der var (?:intet|ikke noget|ingen (?:punkter|emner|bemærkninger))(?: (?:under|til|at) [\w.]+)?|---|-)\W*\Z",
        _nothing,
    ),
)
