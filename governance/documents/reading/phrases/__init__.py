"""The phrases by which minutes say what was done. Each rule turns a statement into facts."""

import msgspec

from governance.documents.model import (
    AgendaApproval,
    Continuation,
    Decision,
    Discussion,
    Fact,
    MeetingAgreement,
    MinutesApproval,
    Nothing,
    Noting,
    OfficerElection,
    OrdstyrerElection,
    Postponement,
    ReferentElection,
)
from governance.documents.reading.phrases import elections, followup, meetings, outcomes, postponement, proceedings
from governance.documents.reading.phrases.clauses import own_words
from governance.documents.reading.phrases.rule import Context

UNDER_ITEM = (*postponement.RULES, *outcomes.RULES, *elections.RULES, *followup.RULES, *meetings.RULES)
BEFORE_ITEMS = elections.WELCOMES
_LONGEST = 4_000
"""Characters of a statement that are looked at; what decides stands near the beginning."""


def recognised(text: str, context: Context) -> list[Fact]:
    """Return what a statement under an item tells, by every rule that knows it; the same fact once."""
    usual = proceedings.told_by(text)
    if usual is not None:
        context.facts.append(usual)
        return [usual]
    found: list[Fact] = []
    said = text[:_LONGEST]
    own = own_words(said, context.body)
    for known in UNDER_ITEM:
        for fact in known.facts(said if known.of_reports else own, context):
            if not any(_same(fact, other) for other in found):
                found.append(fact)
                context.facts.append(fact)
    return _settled(found)


def recognised_before_items(text: str, context: Context) -> list[Fact]:
    """Return what a remark before the first item tells."""
    return [fact for known in BEFORE_ITEMS for fact in known.facts(text[:_LONGEST], context)]


def _same(one: Fact, other: Fact) -> bool:
    if isinstance(one, MeetingAgreement) and isinstance(other, MeetingAgreement):
        return one.date == other.date
    if isinstance(one, _ONCE):
        return type(one) is type(other)
    return type(one) is type(other) and msgspec.structs.replace(one, rule="") == msgspec.structs.replace(other, rule="")


_ONCE = (
    AgendaApproval,
    MinutesApproval,
    OrdstyrerElection,
    ReferentElection,
    Noting,
    Discussion,
    Continuation,
    Postponement,
    Nothing,
)


def _settled(found: list[Fact]) -> list[Fact]:
    """Drop what adds nothing: that somebody was elected where it is known who, nothing where there is something."""
    if any(isinstance(fact, OrdstyrerElection | ReferentElection | OfficerElection) for fact in found):
        found = [fact for fact in found if not (isinstance(fact, Decision) and fact.outcome == "elected")]
    return [fact for fact in found if not isinstance(fact, Nothing)] or found
