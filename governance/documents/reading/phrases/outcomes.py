"""Phrases that say what came of an item: approved, rejected, decided, noted, discussed, nothing."""

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
)
from governance.documents.reading.phrases.rule import Context, pattern, phrase, rule

_AGENDA = r"\bdagsord(?:en|nen|enen)\b"
_MINUTES = r"\b(?:møde)?(?:referat(?:er|et|erne)?|protokol(?:len)?|beslutningsprotokol)\b"
_ABOUT_MINUTES = (
    rf"\bgodkend\w*\b.*{_MINUTES}|{_MINUTES}\s+(?:fra|af)\s+(?:sidste|forrige|seneste|møde[t]?\b|d\.|den\b|\d)|"
    rf"\A{_MINUTES}\W*\Z"
)
"""Titles of items that approve minutes; a report (referat) from elsewhere is another thing."""
WE = r"(?:rådet|udvalget|bestyrelsen|forummet|byrådet|nævnet|forsamlingen|vi|man|\w+rådet|\w+udvalget|\w+bestyrelsen)"
_SAID_NOT = pattern(r"\b(?:ikke|ingen|intet|uden(?: at)?) (?:(?!og |men )\w+ ){0,2}\Z")
_NOT_DONE_YET = pattern(
    r"\b(?:agter|ønsker|mangler|skal|afventer|til|kan ikke|kunne ikke|før|inden|skulle|bør|ikke kan) (?:at )?\Z"
)
_BY_AN_OFFICE = pattern(
    r"\b(?:forvaltningen|administrationen|direktionen|sekretariatet|afdelingen|centret|jobcentret) \Z"
)
_CHANGED = pattern(r"\b(?:med (?:tilføjelse|ændring|den ændring|bemærkning)|nyt p(?:un)?kt|udgår|tilføjes)")
_OBJECTED_TO = pattern(r"\A at (?:enstemmigt )?(?:godkende|tiltræde|udsætte|udskyde|afvise|forkaste)\b")


def _approved(match: re.Match[str], context: Context) -> Iterable[Fact]:
    before, whole = match.string[: match.start()], match.string
    if _SAID_NOT.search(before):
        return [Decision(rule="rejected", outcome="rejected")]
    if _NOT_DONE_YET.search(before) and not re.search(
        r"\b(?:besluttede|besluttet|vedtog|enige om|enighed om) at\s+\Z", before, re.I
    ):
        return []
    agenda = AgendaApproval(rule="agenda-approved", changed=_CHANGED.search(whole) is not None)
    minutes = MinutesApproval(rule="minutes-approved", of=_day_before(f"{context.title} {whole}", context))
    of_agenda, of_minutes = context.about(_AGENDA), context.about(_ABOUT_MINUTES)
    if of_agenda and of_minutes:
        return [agenda, minutes]
    if of_agenda or (re.search(_AGENDA, before, re.I) and not of_minutes):
        return [agenda]
    if of_minutes or re.search(_MINUTES, before, re.I):
        return [minutes]
    return [Decision(rule="approved", outcome="approved")]


def _day_before(text: str, context: Context) -> str | None:
    for mention in dates_in(text):
        day = resolved(mention, context.day, "past")
        if day is not None and (context.day is None or day < context.day):
            return day.isoformat()
    return None


def _decided(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    before, behind = match.string[: match.start()], match.string[match.end() :]
    if _SAID_NOT.search(before) or _OBJECTED_TO.match(behind) or re.search(r"\bsom\s+\Z", before, re.I):
        return []
    if _BY_AN_OFFICE.search(before) or re.match(r"\s+ikke\b(?!\s+at)", behind, re.I):
        return []
    return [Decision(rule="decided", outcome="decided")]


def _rejected(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    if _SAID_NOT.search(match.string[: match.start()]):
        return []
    return [Decision(rule="rejected", outcome="rejected")]


def _noted(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    if _SAID_NOT.search(match.string[: match.start()]) or re.search(r"\bat\s+\Z", match.string[: match.start()], re.I):
        return []
    return [Noting(rule="noted", explicit=True)]


def _informed(_match: re.Match[str], _context: Context) -> Iterable[Fact]:
    return [Noting(rule="informed", explicit=False)]


def _discussed(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    if re.search(r"\b(?:skal|ikke|kan|vil|blive|bør|til|ingen)\s+(?:\w+\s+)?\Z", match.string[: match.start()], re.I):
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
        "rejected",
        phrase(
            "forkastet|forkastes|forkastede|forkaster|afvist|afvises|afviste|afviser|nedstemt|stemt ned|bortfaldet|bortfalder|bortfaldt",
            "(?:forslaget|ændringsforslaget|indstillingen) (?:er )?(?:dermed )?faldt|afslås|afslog|afslået|afslag(?: på)?",
            "(?:imødekommes|imødekommer|godkendes|støttes|støtter|vedtages|godkender) ikke",
            f"{WE} (?:kan|kunne) ikke (?:godkende|støtte|tiltræde|imødekomme|anbefale)",
            "siger nej til|sagde nej til|at (?:afvise|forkaste)",
        ),
        _rejected,
    ),
    rule(
        "rejected", phrase("ikke (?:godkendt|vedtaget|imødekommet|bevilget|støttet)"), lambda match, context: _refused()
    ),
    rule(
        "approved",
        phrase(
            r"godkend(?:t|te|tes|es|er)(?! ikke)|tiltrådt|tiltrædes|tiltrådte|tiltræder|imødekommet|imødekommes(?! ikke)|imødekom",
            "indstillingen (?:blev )?fulgt|(?:kan|kunne|at) (?:enstemmigt )?(?:godkende|tiltræde)",
        )
        + r"|\Abevilget\.?\Z",
        _approved,
    ),
    rule(
        "decided",
        phrase(
            "vedtaget|vedtages|vedtog|besluttet|besluttede|beslutter|besluttes|beslutte sig for",
            "aftalt(?! sag)|aftaltes|aftales|aftalte|aftaler at",
            "enighed om|enige? om|enedes om|enedes",
            "anbefale[rs]|anbefalede|indstille[rs]|fastholdes|fastholder|bevilge[rs]|bevilgede|bevilget",
            "udgår|trækkes (?:fra|af)|tages af dagsordenen|nedsættes|nedsatte|nedsat|nedsætter",
            f"{WE} vælger (?=[a-zæøå])",
            r"(?:af)?holdes (?:\w+ ){0,3}?(?=(?:\w+dag )?(?:d\.|den \d|lørdag|søndag|mandag|tirsdag|onsdag|torsdag|fredag|kl\.|uge))",
        ),
        _decided,
    ),
    rule(
        "noted",
        phrase("til efterretning|noteret sig|noterede sig|noterer sig|taget ad notam|tages ad notam|til orientering"),
        _noted,
    ),
    rule(
        "informed",
        phrase(
            "orienterede(?! sig)|orienterer(?! sig)|blev orienteret|fortalte|fortæller|informerede|informerer|redegjorde|berettede|viste",
            "oplyste|fremlagde|fremlægger|præsenterede|gennemgik(?= (?:regnskab|tal|budget|økonomi|plan|status))|gennemgik",
            "(?:gav|giver) (?:en )?(?:kort )?(?:orientering|status|indblik|oplæg)|orientering ved|gensidig orientering",
            r"er lavet en [\wæøå\s]*rapport|vil blive sendt til|bød velkommen",
        )
        + r"|\borientering v/|\bgennemført\.?\Z",
        _informed,
    ),
    rule(
        "discussed",
        phrase(
            "drøftet|drøftede|drøftedes|drøftes|drøfter|diskuteret|diskuterede|diskuterer|diskuteredes|debatteret|debatterede|gennemgået",
            r"bordet rundt|snakkede om|talte om|talt om|snakkede|udvekslede|idéudveksling|brainstorm\w*|blev vendt|vendte",
            r"(?:havde|var|er|førte) (?:en |der )?(?:\w+ ){0,3}(?:drøftelse|debat|snak|dialog|diskussion)(?:er)?",
        )
        + r"|\A(?:en )?(?:god |kort |længere |fælles |livlig |åben |indledende |grundig |første |bred )?"
        r"(?:drøftelse|debat|snak|diskussion|dialog)\b",
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
        r"\A\W*(?:intet|ingenting|ingen|ikke noget|nej|ikke relevant|udgår ikke|n/a|"
        r"der (?:var|er|blev|fremkom|indkom|kom) (?:intet|ikke noget|ingen(?:ting)?))"
        r"(?! beslutning| afgørelse)(?: (?:[\wæøå/]+\.?)){0,5}\W*\Z|\A[\W_]*\Z",
        _nothing,
    ),
)


def _refused() -> list[Fact]:
    return [Decision(rule="rejected", outcome="rejected")]
