"""Findings about stand-ins, in words."""

from events.errors import N_
from governance.language import _
from governance.wording.findings.telling import Told

_WHEN_ALLOWED = {
    "each-meeting": N_("By the rules, a stand-in is called in for a meeting only."),
    "permanent-exit": N_("By the rules, a stand-in is called in only when a member leaves for good."),
    "permanent-exit-or-two-absences": N_(
        "By the rules, a stand-in is called in only when a member leaves for good or is twice absent without notice."
    ),
    "observer": N_("By the rules, stand-ins take part only as observers."),
    "never": N_("By the rules, no stand-ins are called in."),
}


def _not_allowed(told: Told) -> str:
    said = _("{name} was called in for {member}.").format(name=told.person("person"), member=told.person("member"))
    return said + " " + _(_WHEN_ALLOWED[told.text("allowed")])


def _out_of_order(told: Told) -> str:
    return _("{name} was called in for {member} before {first}, who is number {position} on the list.").format(
        name=told.person("person"),
        member=told.person("member"),
        first=told.person("first"),
        position=told.count("position"),
    )


def _due(told: Told) -> str:
    said = _("{member} was absent without notice on {first} and {second}; the stand-in enters.").format(
        member=told.person("member"), first=told.day("first"), second=told.day("second")
    )
    if not told.text("person"):
        return said
    return said + " " + _("First in line is {name}.").format(name=told.person("person"))


def _beside_member(told: Told) -> str:
    return _("{name} was called in for {member}, and both took part.").format(
        name=told.person("person"), member=told.person("member")
    )


SENTENCES = {
    "stand-in-not-allowed": _not_allowed,
    "stand-in-out-of-order": _out_of_order,
    "stand-in-due": _due,
    "stand-in-beside-member": _beside_member,
}
