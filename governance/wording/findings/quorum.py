"""Findings about the quorum, in words."""

from governance.language import _, plural
from governance.wording.findings.telling import Told


def _no_quorum(told: Told) -> str:
    said = plural(
        "{what}: only {present} of {seats} members was there; it takes {needed} to decide.",
        "{what}: only {present} of {seats} members were there; it takes {needed} to decide.",
        told.count("present"),
    )
    counts = {name: told.count(name) for name in ("present", "seats", "needed")}
    return said.format(what=_what(told), **counts) + _gone(told)


def _without_chair(told: Told) -> str:
    said = _("{what}: neither the chair nor the vice chair was there, without whom nothing is decided.")
    return said.format(what=_what(told)) + _gone(told)


def _what(told: Told) -> str:
    """Return what was decided: the first item, and how many more there are."""
    items = told.items("items")
    if not items:
        return _("A decision outside the items")
    if len(items) == 1:
        return items[0]
    more = plural("{item}, and {count} item more", "{item}, and {count} items more", len(items) - 1)
    return more.format(item=items[0], count=len(items) - 1)


def _gone(told: Told) -> str:
    if not told.text("gone"):
        return ""
    return " " + _("Not in the room: {people}.").format(people=told.people("gone"))


SENTENCES = {"no-quorum": _no_quorum, "quorum-without-chair": _without_chair}
