"""Phrases that say who was elected or chosen, and who was welcomed."""

import re
from collections.abc import Iterable

from governance.danish.names import looks_like_name
from governance.documents.model import Decision, Fact, OrdstyrerElection, ReferentElection, Welcome
from governance.documents.reading.phrases.rule import Context, rule

NAME = (
    r"(?-i:[A-ZÆØÅ][\wÆØÅæøå\-']*\.?(?:\s+(?:(?:de|van|von|el|al|bin|af)\s+)?[A-ZÆØÅ][\wÆØÅæøå\-']*\.?){0,5}(?:\s+\([A-ZÆØÅ]{1,3}\))?)"
)
_LEADER = re.compile(r"\b(?:ordstyrer|mødeleder|dirigent)\w*\b", re.I)
_REFERENT = re.compile(r"\breferent\w*\b", re.I)
_CHOSEN = r"(?:gen|ny)?(?:valgt|udpeget|konstitueret)"
_LEADING_WORDS = re.compile(r"\A(?:(?:Herefter|Til|Som|Og|Det|Rådet|Udvalget|Bestyrelsen|Ordstyrer|Referent|Dirigent|Mødeleder)\s+)+")


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
    rule("elected", rf"(?P<name>{NAME})\s+(?:blev|bliver|er|var)\s+(?:(?:enstemmigt|herefter|igen)\s+)?{_CHOSEN}\b(?:\s+(?:til|som)\s+(?P<post>[\wæøå\- ]+))?", _elected),
    rule("elected", rf"(?P<name>{NAME})\s+(?:vælges|genvælges|udpeges)\b(?:\s+(?:til|som)\s+(?P<post>[\wæøå\- ]+))?", _elected),
    rule("elected", rf"\b(?P<before>(?:som|til)\s+\w+\s+)?(?:valgte|valgt|valgtes|udpegede|vælges|udpeges)(?:\s+blev)?\s*:?\s+(?P<name>{NAME})(?:\s+(?:til|som)\s+(?P<post>[\wæøå\- ]+))?", _elected),
    rule("elected", rf"\A(?P<before>ordstyrer|mødeleder|dirigent|referent)\s*:\s*(?P<name>{NAME})\.?\Z", _elected),
    rule("elected", rf"\A(?P<name>{NAME})\.?\Z", _name_alone),
    rule("elected", rf"\b{_CHOSEN}\s+(?:som|til|uden|med|ind)\b|\bgenvalgt\b|\bvalgt\b\.?\Z", _somebody),
)

WELCOMES = (
    rule("welcome", rf"\bvelkom(?:st|men|sthilsen)\s+(?:til|som\s+nyt\s+medlem\s+til)\s+(?:(?:det\s+)?nye?\s+medlem(?:mer)?,?\s+)?(?P<name>{NAME})", _welcome),
    rule("welcome", rf"\b(?P<name>{NAME})\s+(?:blev\s+)?budt\s+velkommen", _welcome),
    rule("welcome", rf"\b(?:bød|byder)\s+(?P<name>{NAME})\s+velkommen", _welcome),
)
