"""Why the state says what it does of people, the council and the rules."""

from collections.abc import Callable, Iterator
from typing import Any

from governance.explaining.reason import Looked, Reason, reason
from governance.profiles import ADOPTED, USUAL
from governance.state import council, followup, membership, model
from governance.state.terms import covers

_BOUNDS = {
    "from": ("joined",),
    "from_between": ("joined",),
    "to": ("left",),
    "to_between": ("left",),
    "inferred": ("joined", "left"),
    "": ("joined", "left"),
}

_BETWEEN = {
    ("joined", True): "joined-between-lists",
    ("left", True): "left-between-lists",
    ("joined", False): "joined-in-between",
    ("left", False): "left-in-between",
}


def _term(looked: Looked, term: membership.Term, field: str) -> Iterator[Reason]:
    owner = next((member for member in looked.state.members if any(one is term for one in member.terms)), None)
    sides = _BOUNDS.get(field, ())
    for side, between in (("joined", term.from_between), ("left", term.to_between)):
        if side in sides and between is not None and owner is not None:
            kind = _BETWEEN[side, term.inferred]
            yield reason(kind, person=owner.id, after=between[0], until=between[1])
    if "left" in sides and term.cause is None and term.to is not None and term.until is not None:
        yield reason("term-was-set", until=term.until)
    if field == "until" and term.reappointed:
        yield reason("reappointed", day=term.reappointed[-1])
    if looked.on is not None and sides and owner is not None:
        told = {True: "member-then", False: "no-member-then", None: "member-not-known-then"}
        known = covers(term, looked.on)
        yield reason(told[known], person=owner.id, day=looked.on)
        if known and term.to is None and term.to_between is None:
            yield reason("nothing-says-left", person=owner.id, day=looked.on)


def _member(looked: Looked, member: membership.Member, field: str) -> Iterator[Reason]:
    if field in ("", "terms"):
        for term in member.terms:
            yield from _term(looked, term, "")


def _office(_looked: Looked, held: membership.OfficeHeld | membership.Representation, field: str) -> Iterator[Reason]:
    if field in ("", "to") and held.to is not None:
        passed = held.until is not None and held.to > held.until
        yield reason("set-time-over", until=held.until) if passed else reason("ended-or-followed", day=held.to)


def _named(_looked: Looked, held: council.Council | model.Body | membership.Person, field: str) -> Iterator[Reason]:
    if field in ("", "name") and len(held.names) > 1:
        yield reason("newest-name", name=held.names[-1].name, day=held.names[-1].from_)


def _rule(looked: Looked, rule: council.RuleSet, _field: str) -> Iterator[Reason]:
    if rule.source == ADOPTED:
        yield reason("rule-adopted", title=rule.title, since=rule.since)
        return
    kind = "rule-usual" if rule.source == USUAL else "rule-of-law"
    yield reason(kind, profile=looked.state.rules.profile, source=rule.source)
    if looked.state.rules.versions:
        yield reason("own-rules-silent")


def _rules(looked: Looked, rules: council.RulesInForce, field: str) -> Iterator[Reason]:
    if field not in ("", "profile"):
        return
    if rules.versions and rules.profile != looked.state.council.kind:
        yield reason("profile-named-by-own-rules", profile=rules.profile)
    else:
        yield reason("profile-of-the-kind", profile=rules.profile)


def _record(_looked: Looked, record: model.RecordInfo, field: str) -> Iterator[Reason]:
    if field in ("", "entries", "as_of"):
        yield reason("last-entry", entry=record.entries)


def _plan(_looked: Looked, plan: followup.Plan, field: str) -> Iterator[Reason]:
    if field in ("", "budget") and plan.budget is not None:
        yield reason("sum-of-budgets", count=sum(one.budget is not None for one in plan.activities))
    if field == "status" and plan.adopted_as is not None:
        yield reason("adopted-as-another", plan=plan.adopted_as)


def _dispatch(_looked: Looked, sent: followup.Dispatch, field: str) -> Iterator[Reason]:
    telling = [answer for answer in sent.answers if answer.granted is not None]
    if field in ("", "granted") and telling:
        yield reason("latest-answer", day=telling[-1].received_on)


def _seats(_looked: Looked, held: model.Composition, field: str) -> Iterator[Reason]:
    if field in ("", "total"):
        yield reason("sum-of-seats", count=len(held.seats))


FIND: dict[type, Callable[[Looked, Any, str], Iterator[Reason]]] = {
    membership.Term: _term,
    membership.Member: _member,
    membership.OfficeHeld: _office,
    membership.Representation: _office,
    membership.Person: _named,
    model.Body: _named,
    council.Council: _named,
    council.RuleSet: _rule,
    council.RulesInForce: _rules,
    model.RecordInfo: _record,
    model.Composition: _seats,
    followup.Plan: _plan,
    followup.Dispatch: _dispatch,
}
