"""Random fields for acts: the council, its rules, its members, stand-ins and officers, and bodies outside it."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    ApprovalRule,
    BallotRule,
    ExtraordinaryRule,
    LateItemRule,
    MembershipBasis,
    Office,
    PresidingRule,
    PublicityRule,
    QuorumRule,
    SignerRule,
    StandInRule,
    TieRule,
)
from governance.profiles import PROFILES
from governance.state.fold import Fold

DATED = ("MemberReappointed", "LeaveGranted", "LeaveEnded", "StandInListed", "PersonRenamed", "ExternalBodyRenamed")
"""The acts that happen on any day, besides joining and leaving."""

_SURNAMES = ("Holm", "Friis", "Lund", "Skov")
_CHOICES = {
    "late_item": LateItemRule,
    "quorum": QuorumRule,
    "presiding": PresidingRule,
    "ballot": BallotRule,
    "tie": TieRule,
    "tie_in_elections": TieRule,
    "publicity": PublicityRule,
    "stand_in": StandInRule,
    "extraordinary": ExtraordinaryRule,
    "approval": ApprovalRule,
    "signers": SignerRule,
}
_NUMBERS = ("late_item_least", "proxies", "meetings_a_year", "silence_days", "least_members", "most_members", "fee")
_DEADLINES = ("notice", "notice_extraordinary", "item_deadline")


def _where(acts: Any, fold: Fold) -> dict[str, Any]:
    """Return the fields of what may be done under an item, at a meeting or at neither."""
    if acts.chance(0.2):
        return {}
    held = acts.at_meeting(fold)
    if held["item"] is not None and acts.chance(0.5):
        del held["meeting"]
    return dict(held)


def _rules(acts: Any) -> dict[str, Any]:
    found: dict[str, Any] = {name: acts.choice(*kind).value for name, kind in _CHOICES.items() if acts.chance(0.3)}
    found |= {name: acts.number(1, 20) for name in _NUMBERS if acts.chance(0.2)}
    for name in _DEADLINES:
        if acts.chance(0.3):
            found[name] = {"days": acts.number(1, 20), "kind": acts.choice("calendar-days", "weekdays")}
    return found | ({"continues_until_successor": acts.chance(0.5)} if acts.chance(0.3) else {})


def _until(acts: Any) -> str | None:
    return acts.choice(None, acts.day(ahead=True), "2027-12-31")  # type: ignore[no-any-return]


def _appointed(acts: Any, fold: Fold) -> dict[str, Any]:
    return {
        "person": acts.person(fold),
        "party": acts.choice(None, "A", "V"),
        "organisation": acts.choice(None, None, acts.words(2)),
        "appointed_by": acts.choice(None, None, "Byrådet"),
        "basis": acts.choice(None, *(basis.value for basis in MembershipBasis)),
        "until": acts.choice(None, None, _until(acts)),
        "votes": acts.choice(None, None, False),
    }


def _listed(acts: Any, fold: Fold) -> dict[str, Any]:
    of = acts.choice({}, {"of": acts.choice("A", "Kvindeforeningen")}, {"member": acts.person(fold)})
    return {"person": acts.person(fold), "position": acts.number(1, 5), **of}


def _called(acts: Any, fold: Fold) -> dict[str, Any]:
    listed = [fact.said.person for fact in fold.stand_ins]
    others = [person for person in fold.persons if person not in fold.memberships]
    meeting = acts.meeting(fold)
    items = fold.meetings[meeting].items if meeting in fold.meetings else []
    where = acts.choice(
        {}, {"meeting": meeting}, {"meeting": meeting, "item": acts.maybe(items)}, {"item": acts.item(fold)}
    )
    return {"person": acts.one(listed + others, "p999"), "member": acts.one(fold.memberships, "p999"), **where}


def _officer(acts: Any, fold: Fold) -> dict[str, Any]:
    office = acts.choice(*(office.value for office in Office))
    return {
        "person": acts.person(fold),
        "office": office,
        "title": acts.words(2) if office == "other" or acts.chance(0.1) else None,
        "until": _until(acts),
        **_where(acts, fold),
    }


def _left(acts: Any, fold: Fold) -> dict[str, Any]:
    if not fold.offices or acts.chance(0.1):
        return {"person": acts.person(fold), "office": "chair"}
    said = acts.choice(*fold.offices).said
    return {"person": said.person, "office": said.office.value}


def _represented(acts: Any, fold: Fold) -> dict[str, Any]:
    if not fold.representations or acts.chance(0.1):
        return {"person": acts.person(fold), "body": acts.one(fold.bodies, "b999")}
    said = acts.choice(*fold.representations).said
    return {"person": said.person, "body": said.body}


FIELDS: dict[str, Callable[[Any, Fold], dict[str, Any]]] = {
    "CouncilRenamed": lambda a, f: {"name": a.choice("Rådet", "Integrationsrådet", "Rådet for Medborgerskab")},
    "CouncilDissolved": lambda a, f: (
        {"successor": a.choice(None, "Udvalget"), "reason": a.choice(None, a.words())} if a.chance(0.2) else {"x": 1}
    ),
    "RulesAdopted": lambda a, f: {
        "title": a.choice(None, "Forretningsorden", a.words(2)),
        "profile": a.choice(None, *(kind.value for kind in PROFILES)),
        "rules": _rules(a),
        **_where(a, f),
    },
    "MemberAppointed": _appointed,
    "MembershipEnded": lambda a, f: {"person": a.person(f), "cause": a.choice(None, "left", "term-ended", "moved")},
    "MemberReappointed": lambda a, f: {"person": a.person(f), "until": _until(a)},
    "LeaveGranted": lambda a, f: {"person": a.person(f), "until": _until(a)},
    "LeaveEnded": lambda a, f: {"person": a.one(f.leaves, "p999")},
    "StandInListed": _listed,
    "StandInRemoved": lambda a, f: {"person": a.one([fact.said.person for fact in f.stand_ins], "p999")},
    "StandInCalled": _called,
    "OfficerElected": _officer,
    "OfficeEnded": _left,
    "RepresentativeElected": lambda a, f: {
        "person": a.person(f),
        "body": a.one(f.bodies, "b999"),
        "until": _until(a),
        **_where(a, f),
    },
    "RepresentationEnded": _represented,
    "PersonRenamed": lambda a, f: {"person": a.person(f), "name": f"{a.choice('Anna', 'Bo')} {a.choice(*_SURNAMES)}"},
    "ExternalBodyRenamed": lambda a, f: {
        "body": a.one(f.bodies, "b999"),
        "name": a.choice("Det Nationale Integrationsråd", "Trivselsudvalget", "Kulturudvalget"),
    },
}
"""For every event of these topics, how its fields are drawn: from the acts so far and the state."""
