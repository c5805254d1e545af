"""Sentences in which minutes usually say how a meeting went. Only a whole statement of that form is understood so."""

import re
from collections.abc import Callable

from governance.danish.bodies import BODY_NAME
from governance.danish.names import NAME, looks_like_name
from governance.documents.model import (
    Amendment,
    CasePresentation,
    DisqualificationClaim,
    DisqualificationRuling,
    DissentingStatement,
    Fact,
    Interruption,
    ItemMove,
    ItemWithdrawal,
    LateAcceptance,
    LateRefusal,
    Proposal,
    Recommendation,
    RecordedStatement,
    Reopening,
    Resumption,
    SendingBack,
    Vote,
)

_AT = r"(?: kl\. (?P<at>\d\d\.\d\d))?"
_BECAUSE = r"(?:, da (?P<reason>[^.]+))?"
_RULE = "proceedings"


def told_by(text: str) -> Fact | None:
    """Return what a statement tells that has the form of one of the usual sentences; None for every other."""
    for pattern, make in _SENTENCES:
        found = pattern.match(text)
        if found is not None:
            return make(found)
    return None


def _at(found: re.Match[str]) -> str | None:
    time: str | None = found.group("at")
    return time.replace(".", ":") if time else None


def _named(found: re.Match[str], make: Callable[[str], Fact]) -> Fact | None:
    name = found.group("name")
    return make(name) if looks_like_name(name) else None


def _count(found: re.Match[str], name: str) -> int | None:
    said = found.group(name)
    return int(said) if said is not None else None


def _claim(found: re.Match[str]) -> Fact | None:
    return _named(found, lambda n: DisqualificationClaim(rule=_RULE, person=n, reason=found.group("reason")))


def _entered(found: re.Match[str]) -> Fact | None:
    return _named(found, lambda n: RecordedStatement(rule=_RULE, person=n, statement=found.group("said")))


def _dissent(found: re.Match[str]) -> Fact | None:
    procedural = found.group("procedural") is not None
    said: str = found.group("said")
    return _named(found, lambda n: DissentingStatement(rule=_RULE, person=n, dissent=said, procedural=procedural))


def _refusal(found: re.Match[str]) -> Fact | None:
    by = found.group("name")
    return (
        LateRefusal(rule=_RULE, title=found.group("title"), proposed_by=by) if not by or looks_like_name(by) else None
    )


def _vote(found: re.Match[str]) -> Fact:
    return Vote(
        rule=_RULE,
        adopted=found.group("result") == "vedtaget",
        votes_for=_count(found, "for"),
        votes_against=_count(found, "against"),
        abstained=_count(found, "abstained"),
    )


_SENTENCES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Fact | None]], ...] = tuple(
    (re.compile(rf"{text}\.\Z"), make)
    for text, make in (
        (rf"Mødet blev afbrudt{_AT}", lambda m: Interruption(rule=_RULE, at=_at(m))),
        (rf"Mødet blev genoptaget{_AT}", lambda m: Resumption(rule=_RULE, at=_at(m))),
        (rf"Det blev rejst, om (?P<name>{NAME}) er inhabil{_BECAUSE}", _claim),
        (
            rf"(?P<name>{NAME}) blev erklæret inhabil og (?:forlader lokalet under punktet|forlod lokalet)",
            lambda m: _named(m, lambda n: DisqualificationRuling(rule=_RULE, person=n, disqualified=True)),
        ),
        (
            rf"Det blev besluttet, at (?P<name>{NAME}) ikke er inhabil",
            lambda m: _named(m, lambda n: DisqualificationRuling(rule=_RULE, person=n)),
        ),
        (
            r"Punktet blev flyttet og behandles før punkt (?P<before>\d{1,3}[a-z]?)",
            lambda m: ItemMove(rule=_RULE, before=m.group("before")),
        ),
        ("Punktet blev flyttet til sidst på dagsordenen", lambda _m: ItemMove(rule=_RULE)),
        (rf"Punktet udgår{_BECAUSE}", lambda m: ItemWithdrawal(rule=_RULE, reason=m.group("reason"))),
        (
            r"Punktet blev optaget på dagsordenen(?: med (?P<votes>\d+) stemmer? for)?",
            lambda m: LateAcceptance(rule=_RULE, votes=_count(m, "votes")),
        ),
        (
            rf"Et ønske(?: fra (?P<name>{NAME}))? om at optage »(?P<title>[^«]+)« på dagsordenen blev ikke imødekommet",
            _refusal,
        ),
        (rf"Punktet blev taget op igen{_AT}", lambda m: Reopening(rule=_RULE, at=_at(m))),
        ("Sagen blev fremlagt", lambda _m: CasePresentation(rule=_RULE)),
        (
            rf"(?P<name>{NAME}) fremlagde sagen",
            lambda m: _named(m, lambda n: CasePresentation(rule=_RULE, person=n)),
        ),
        (
            r"Forslaget blev (?P<result>vedtaget|forkastet) med (?P<for>\d+)(?: stemmer?)? for(?:,| og) (?P<against>\d+) imod"
            r"(?: og (?P<abstained>\d+) hverken for eller imod)?",
            _vote,
        ),
        (rf"Anbefales over for (?P<body>{BODY_NAME})", lambda m: Recommendation(rule=_RULE, body=m.group("body"))),
        (
            rf"Punktet sendes tilbage(?: til (?P<body>{BODY_NAME}))?{_BECAUSE}",
            lambda m: SendingBack(rule=_RULE, body=m.group("body"), reason=m.group("reason")),
        ),
        (
            rf"Forslag fra (?P<name>{NAME}): (?P<said>.+)",
            lambda m: _named(m, lambda n: Proposal(rule=_RULE, proposed_by=n, proposal=m.group("said"))),
        ),
        (
            rf"Ændringsforslag fra (?P<name>{NAME}): (?P<said>.+)",
            lambda m: _named(m, lambda n: Amendment(rule=_RULE, proposed_by=n, amendment=m.group("said"))),
        ),
        (rf"(?P<name>{NAME}) ønskede ført til protokols: (?P<said>.+)", _entered),
        (
            rf"(?P<name>{NAME}) afgav en mindretalsudtalelse(?P<procedural> om behandlingen af punktet)?: (?P<said>.+)",
            _dissent,
        ),
    )
)
