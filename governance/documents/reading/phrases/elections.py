"""Phrases that say who was elected or chosen, and who was welcomed."""

import re
from collections.abc import Iterable
from typing import Literal

from governance.danish.dates import dates_in, resolved
from governance.danish.names import NAME, looks_like_name, names_in_list, without_title
from governance.documents.model import (
    Decision,
    Fact,
    OfficerElection,
    OrdstyrerElection,
    ReferentElection,
    Welcome,
)
from governance.documents.reading.phrases.rule import Context, rule

_POST = r"(?: (?:til|som) (?P<post>[\wæøå\- ]+))?"
_LEADER = re.compile(r"\b(?:ordstyrer|mødeleder|dirigent)\w*\b", re.I)
_REFERENT = re.compile(r"\breferent\w*\b", re.I)
_CHOSEN = r"(?:gen|ny)?(?:valgt|udpeget|konstitueret)"
_OFFICE = r"(?:\w*formand|\w*forperson|ordstyrer|mødeleder|dirigent|referent|kasserer|sekretær|suppleant|repræsentant)"
_OFFICERS: dict[str, Literal["chair", "vice-chair", "treasurer", "secretary", "auditor", "board-member", "teller"]] = {
    "formand": "chair",
    "forperson": "chair",
    "næstformand": "vice-chair",
    "kasserer": "treasurer",
    "sekretær": "secretary",
    "revisor": "auditor",
    "bestyrelsesmedlem": "board-member",
    "stemmetæller": "teller",
}
_LEADING_WORDS = re.compile(
    r"\A(?:(?:Herefter|Til|Som|Og|Det|Rådet|Udvalget|Bestyrelsen|Ordstyrer|Referent|Dirigent|Mødeleder|Enstemmigt)\s+)+"
)


def _elected(match: re.Match[str], context: Context) -> Iterable[Fact]:
    name = without_title(_LEADING_WORDS.sub("", match.group("name")).strip(" .,:"))
    post = f"{match.groupdict().get('before') or ''} {match.groupdict().get('post') or ''}"
    asked = post if post.strip() else context.title
    if name and looks_like_name(name):
        if _LEADER.search(asked):
            return [_leader(name, asked)]
        if _REFERENT.search(asked):
            return [ReferentElection(rule="referent-elected", name=name)]
    return [Decision(rule="elected", outcome="elected")]


def _leader(name: str, asked: str) -> Fact:
    role: Literal["dirigent"] | None = "dirigent" if "dirigent" in asked.lower() else None
    return OrdstyrerElection(rule="ordstyrer-elected", name=name, role=role)


def _officer(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    """A sentence that says who was elected to which office, and nothing else."""
    word, until = match.group("office").lower(), match.group("until")
    name = without_title(_LEADING_WORDS.sub("", match.group("name")).strip(" .,:"))
    day = resolved(dates_in(until)[0], None, "future") if until and dates_in(until) else None
    if not looks_like_name(name) or (until and day is None):
        return []
    return [
        OfficerElection(
            rule="officer-elected",
            name=name,
            office=_OFFICERS[word],
            title=word if word == "forperson" else None,
            until=day.isoformat() if day is not None else None,
        )
    ]


def _names_alone(match: re.Match[str], context: Context) -> Iterable[Fact]:
    """Nothing but names under an item that elects."""
    names = names_in_list(match.group("names"))
    if context.kind != "election" or not names or not all(looks_like_name(name) for name in names):
        return []
    return _one_elected(names[0], context) if len(names) == 1 else [Decision(rule="elected", outcome="elected")]


def _one_elected(name: str, context: Context) -> list[Fact]:
    if _LEADER.search(context.title):
        return [_leader(name, context.title)]
    if _REFERENT.search(context.title):
        return [ReferentElection(rule="referent-elected", name=name)]
    return [Decision(rule="elected", outcome="elected")]


def _became(match: re.Match[str], context: Context) -> Iterable[Fact]:
    """``Ghassan blev ordstyrer``, ``Karina fortsætter som næstformand``, ``Næstformand: Karina``."""
    return _elected(match, context) if looks_like_name(match.group("name")) else []


def _chosen_here(match: re.Match[str], context: Context) -> Iterable[Fact]:
    """What says that somebody was chosen only below a title about that: ``Ghassan påtog sig hvervet``."""
    return _elected(match, context) if context.kind == "election" else []


def _somebody(_match: re.Match[str], _context: Context) -> Iterable[Fact]:
    return [Decision(rule="elected", outcome="elected")]


def _welcome(match: re.Match[str], _context: Context) -> Iterable[Fact]:
    name = match.group("name").strip(" .,")
    return [Welcome(rule="welcome", name=name)] if looks_like_name(name) else []


RULES = (
    rule(
        "officer-elected",
        rf"\A(?P<name>{NAME}) blev (?:gen|ny)?valgt til (?P<office>{'|'.join(_OFFICERS)})"
        r"(?: frem til og med (?P<until>d\. \d[^.]*\.[^.]*))?\.?\Z",
        _officer,
    ),
    rule(
        "elected",
        rf"(?P<name>{NAME}) (?:blev|bliver|er|var|valgtes|modtog) (?:(?:enstemmigt|herefter|igen|foreslået og|ny) ){{0,2}}"
        rf"(?:{_CHOSEN}|genvalg)\b{_POST}",
        _elected,
    ),
    rule("elected", rf"(?P<name>{NAME}) (?:vælges|genvælges|udpeges|valgtes|genvalgtes|udpegedes)\b{_POST}", _elected),
    rule(
        "elected",
        rf"(?P<name>{NAME}) (?:stillede op|meldte sig|stillede sig til rådighed) og {_CHOSEN}\b{_POST}",
        _elected,
    ),
    rule(
        "elected",
        r"\b(?P<before>(?:som|til) \w+ )?(?:valgte|valgt|valgtes|udpegede|udpeger|vælges|udpeges|genvalgte)"
        rf"(?: blev)?(?: enstemmigt| igen)?\s*:? (?P<name>{NAME}){_POST}",
        _elected,
    ),
    rule("elected", rf"\A(?P<before>{_OFFICE})\s*:\s*(?P<name>{NAME})\.?\Z", _elected),
    rule("elected", rf"\A(?P<names>{NAME}(?:(?:,| og|;) {NAME})*)\.?\Z", _names_alone),
    rule(
        "elected",
        rf"(?:\A|\. )(?P<name>{NAME}) (?:blev|bliver|er|fortsætter som|fungerer som) (?P<post>{_OFFICE})\b",
        _became,
    ),
    rule("elected", rf"\b(?:gen)?valg af (?P<name>{NAME})", _chosen_here),
    rule("elected", rf"\A(?:enstemmigt|valgt|genvalgt)\s*:? (?P<name>{NAME})\.?\Z", _chosen_here),
    rule(
        "elected",
        rf"\A(?P<name>{NAME})(?: (?:påtog|tog|påtager|tager) sig| {_CHOSEN}\b|, (?:der|som) takkede)",
        _chosen_here,
    ),
    rule(
        "elected",
        rf"\b{_CHOSEN} (?:som|til|uden|med|ind)\b|\bgenvalgt\b|\bvalgt\b\.?\Z|\bgenvalg\b|\bkonstituerede sig\b",
        _somebody,
    ),
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
