"""Phrases that say who was elected or chosen, and who was welcomed."""

import re
from collections.abc import Iterable

from governance.danish.names import looks_like_name
from governance.documents.model import Decision, Fact, OrdstyrerElection, ReferentElection, Welcome
from governance.documents.reading.phrases.rule import Context, rule

_PART = r"[A-ZÆØÅ][\wÆØÅæøå\-']*\.?"
NAME = rf"(?-i:{_PART}(?:\s+(?:(?:de|van|von|el|al|bin|af)\s+)?{_PART}){{0,5}}(?:\s+\([A-ZÆØÅ]{{1,3}}\))?)"
"""A pattern for the name of a person: capitalised words, with the party letter where one stands behind."""

_POST = r"(?: (?:til|som) (?P<post>[\wæøå\- ]+))?"
_LEADER = re.compile(r"\b(?:ordstyrer|mødeleder|dirigent)\w*\b", re.I)
_REFERENT = re.compile(r"\breferent\w*\b", re.I)
_CHOSEN = r"(?:gen|ny)?(?:valgt|udpeget|konstitueret)"
_LEADING_WORDS = re.compile(
    r"\A(?:(?:Herefter|Til|Som|Og|Det|Rådet|Udvalget|Bestyrelsen|Ordstyrer|Referent|Dirigent|Mødeleder)\s+)+"
)


def _elected(match: re.Match[str], context: Context) -> Iterable[Fact]:
    name = _LEADING_WORDS.sub("", match.group("name")).strip(" .,:")
    post = f"{match.groupdict().get('before') or ''} {match.groupdict().get('post') or ''}"
    asked = post if post.strip() else context.title
    if name and looks_like_name(name):
        if _LEADER.search(asked):
            return [OrdstyrerElection(rule="ordstyrer-elected", name=name)]
        if _REFERENT.search(asked):
            return [ReferentElection(rule="referent-elected", name=name)]
    return [Decision(rule="elected", outcome="elected")]


def _name_alone(match: re.Match[str], context: Context) -> Iterable[Fact]:
    if context.kind != "election" or not looks_like_name(match.group("name")):
        return []
    return _elected(match, context)


def _somebody(_match: re.Match[str], _context: Context) -> Iterable[Fact]:
    return [Decision(rule="elected", outcome="elected")]


def _welcome(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    name = match.group("name").strip(" .,")
    return [Welcome(rule="welcome", name=name)] if looks_like_name(name) else []


RULES = (
    rule(
        "elected",
        rf"(?P<name>{NAME}) (?:blev|bliver|er|var) (?:(?:enstemmigt|herefter|igen) )?{_CHOSEN}\b{_POST}",
        _elected,
    ),
    rule("elected", rf"(?P<name>{NAME}) (?:vælges|genvælges|udpeges)\b{_POST}", _elected),
    rule(
        "elected",
        r"\b(?P<before>(?:som|til) \w+ )?(?:valgte|valgt|valgtes|udpegede|vælges|udpeges)(?: blev)?\s*:? "
        rf"(?P<name>{NAME}){_POST}",
        _elected,
    ),
    rule("elected", rf"\A(?P<before>ordstyrer|mødeleder|dirigent|referent)\s*:\s*(?P<name>{NAME})\.?\Z", _elected),
    rule("elected", rf"\A(?P<name>{NAME})\.?\Z", _name_alone),
    rule("elected", rf"\b{_CHOSEN} (?:som|til|uden|med|ind)\b|\bgenvalgt\b|\bvalgt\b\.?\Z", _somebody),
)

WELCOMES = (
    rule(
        "welcome",
        r"\bvelkom(?:st|men|sthilsen) (?:til|som nyt medlem til) (?:(?:det )?nye? medlem(?:mer)?,? )?"
        rf"(?P<name>{NAME})",
        _welcome,
    ),
    rule("welcome", rf"\b(?P<name>{NAME}) (?:blev )?budt velkommen", _welcome),
    rule("welcome", rf"\b(?:bød|byder) (?P<name>{NAME}) velkommen", _welcome),
)
