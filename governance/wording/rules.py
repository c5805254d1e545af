"""The rules that a council works by, in words: what each is called, and what it lays down."""

from typing import Any

from events.catalogue import DaysKind, Deadline, Rules
from events.errors import N_
from governance.danish.money import spoken_amount
from governance.language import _, plural
from governance.profiles import PARAMETERS

_NAMES = {
    "notice": N_("notice"),
    "notice_extraordinary": N_("notice of extraordinary meetings"),
    "item_deadline": N_("deadline for items"),
    "late_item": N_("items not on the agenda"),
    "late_item_least": N_("votes for such an item, at least"),
    "quorum": N_("quorum"),
    "presiding": N_("lead of the meetings"),
    "ballot": N_("who may vote"),
    "proxies": N_("proxies a person"),
    "tie": N_("a tied vote"),
    "tie_in_elections": N_("a tied election"),
    "publicity": N_("publicity"),
    "stand_in": N_("stand-ins"),
    "meetings_a_year": N_("meetings a year"),
    "extraordinary": N_("extraordinary meetings"),
    "approval": N_("approval of minutes"),
    "silence_days": N_("days to object"),
    "signers": N_("signed by"),
    "continues_until_successor": N_("goes on until the next council is appointed"),
    "least_members": N_("members, at least"),
    "most_members": N_("members, at most"),
    "fee": N_("fee for a meeting"),
}
_VALUES = {
    "late_item": {
        "chair-and-majority-present": N_("the chair and most of those present"),
        "majority-of-members": N_("most of all members"),
        "chair-and-majority-or-unanimity": N_("the chair and a majority, or everybody"),
        "all-members-present": N_("only with all members present"),
        "never": N_("never taken up"),
    },
    "quorum": {
        "half": N_("at least half of the members"),
        "majority": N_("more than half of the members"),
        "majority-with-chair": N_("more than half, with the chair or the vice chair"),
        "any": N_("whoever is present"),
    },
    "presiding": {
        "chair": N_("the chair"),
        "elected-each-meeting": N_("elected at each meeting"),
        "rotating": N_("in turn"),
        "dirigent": N_("a neutral dirigent"),
    },
    "ballot": {
        "present-only": N_("only those present"),
        "written": N_("in writing too"),
        "proxy": N_("by proxy too"),
    },
    "tie": {"falls": N_("it falls"), "chair-decides": N_("the chair decides"), "lots": N_("lots are drawn")},
    "publicity": {
        "public": N_("public"),
        "not-public": N_("not public"),
        "each-item": N_("decided for each item"),
    },
    "stand_in": {
        "each-meeting": N_("called in for a meeting"),
        "permanent-exit": N_("when a member leaves for good"),
        "permanent-exit-or-two-absences": N_("when a member leaves or is twice absent without notice"),
        "observer": N_("as observers"),
        "never": N_("never"),
    },
    "extraordinary": {
        "chair-or-third": N_("the chair or a third of the members"),
        "chair-or-majority": N_("the chair or most of the members"),
        "chair": N_("the chair alone"),
    },
    "approval": {
        "next-meeting": N_("at the next meeting"),
        "silence": N_("when nobody objects"),
        "written": N_("in writing"),
        "each-member": N_("by each member"),
    },
    "signers": {
        "all-present": N_("everybody present"),
        "chair": N_("the chair"),
        "chair-and-secretary": N_("the chair and the secretary"),
        "dirigent": N_("the dirigent"),
        "dirigent-and-chair": N_("the dirigent and the chair"),
        "referent": N_("the referent"),
        "nobody": N_("nobody"),
    },
}
_VALUES["tie_in_elections"] = _VALUES["tie"]

RULE_VALUES = frozenset(_VALUES)
"""The rules that lay down one of a few words."""

_KINDS = {
    "municipal-council": N_("municipal council"),
    "committee": N_("committee"),
    "integration-council": N_("integration council"),
    "seniors-council": N_("seniors' council"),
    "disability-council": N_("disability council"),
    "youth-council": N_("youth council"),
    "association-board": N_("association board"),
    "other": N_("other body"),
}


def kind_said(kind: str) -> str:
    """Return what a kind of council is called."""
    return _(_KINDS[kind])


def rule_name(name: str) -> str:
    """Return what a rule is called."""
    return _(_NAMES[name])


def rule_value(name: str, value: Any) -> str:
    """Return what a rule lays down."""
    if value is None:
        return _("nothing fixed")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Deadline):
        return deadline_said(value.days, value.kind)
    if isinstance(value, int):
        return spoken_amount(value) if name == "fee" else str(value)
    return _(_VALUES[name][value])


def deadline_said(days: int, kind: str) -> str:
    """Return a deadline before a meeting."""
    if kind == DaysKind.WEEKDAYS:
        return plural("{count} weekday", "{count} weekdays", days).format(count=days)
    return plural("{count} day", "{count} days", days).format(count=days)


def rules_said(rules: Rules) -> str:
    """Return what rules lay down, in one line."""
    held = [(name, getattr(rules, name)) for name in PARAMETERS]
    return "; ".join(f"{rule_name(name)}: {rule_value(name, value)}" for name, value in held if value is not None)
