"""What stands in a field of the state, in words."""

import re
from typing import Any

import msgspec

from governance.danish.money import spoken_amount
from governance.language import _
from governance.state import council, item, meeting, model
from governance.state.membership import OfficeHeld
from governance.state.places import NOTHING, Place, fields_of
from governance.wording.codes import code
from governance.wording.fields import field_label
from governance.wording.offices import office_said
from governance.wording.rules import deadline_said, kind_said, rule_value
from governance.wording.speaking import day, moment, period
from governance.wording.summary import between_said
from governance.wording.things import Names, described

_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?\Z")
_NAMING = frozenset(
    [
        "addressee",
        "adopted_as",
        "amends",
        "body",
        "continued_to",
        "counterpart",
        "demanded_by",
        "from_item",
        "group",
        "item",
        "items",
        "matter",
        "meeting",
        "member",
        "members",
        "minutes_of",
        "ordstyrer",
        "person",
        "plans",
        "postponed_to",
        "presenter",
        "proposal",
        "proposed",
        "proposed_by",
        "recipient",
        "recommended_to",
        "referent",
        "responsible",
        "resumed_in",
        "sent_back_to",
        "to_item",
        "welcomed",
    ]
)
_CODED = frozenset(
    [
        "basis",
        "casting_vote",
        "cause",
        "choice",
        "form",
        "how",
        "kind",
        "method",
        "ordstyrer_role",
        "outcome",
        "outcome_detail",
        "role",
        "status",
    ]
)
_PERIODS = frozenset(("period", "for_period", "continued_until"))
_AMOUNTS = frozenset(("amount", "budget"))
_OWN_WORDS = {
    (model.Matter, "status"): {"closed": lambda: _("dealt with"), "continued": lambda: _("work goes on")},
    (meeting.Meeting, "status"): {"approved": lambda: _("minutes approved")},
    (item.Item, "outcome"): {"none": lambda: _("nothing")},
    (meeting.Guest, "role"): {"observer": lambda: _("observer")},
}


def value_said(part: type[msgspec.Struct], field: str, value: Any, names: Names, *, longest: int | None = None) -> str:
    """Return the value of a field of a part of the state; texts are cut to the ``longest`` where that is given."""
    if value is None or value is NOTHING or value == []:
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, msgspec.Struct):
        return _cut(_struct(value, names), longest)
    if isinstance(value, tuple):
        return between_said(value)
    if isinstance(value, list):
        return _cut("; ".join(value_said(part, field, one, names) for one in value), longest)
    if isinstance(value, int):
        return spoken_amount(value) if field in _AMOUNTS else str(value)
    return _cut(_text(part, field, str(value), names), longest)


def _text(part: type[msgspec.Struct], field: str, value: str, names: Names) -> str:
    if field in _NAMING and part is not item.GroupVote:
        return names.get(value, value)
    own = _OWN_WORDS.get((part, field), {}).get(value)
    if own is not None:
        return own()
    if (part is council.Council and field == "kind") or field == "profile":
        return kind_said(value)
    if part is OfficeHeld and field == "office":
        return office_said(value)
    if field in _CODED and part is not model.SeatGroup:
        return code(value)
    if part is model.RecordInfo and field == "as_of":
        return moment(value)
    if _DAY.match(value):
        return f"{day(value[:10])} {value[11:]}".rstrip()
    return period(value) if field in _PERIODS else value


def field_value(owner: Any, place: Place, value: Any, names: Names, *, longest: int | None = None) -> str:
    """Return what stands or stood in a field at a place, in words; ``owner`` is the part of the state that has it, and
    texts are cut to the ``longest`` where that is given.
    """
    fields = [step for step in place if isinstance(step, str)]
    if isinstance(owner, council.RuleSet) and fields[-1] == "value":
        return rule_said(fields[-2], owner)
    if isinstance(owner, council.RuleSet) and fields[-1] == "source":
        return _SOURCES.get(str(value), lambda: str(value))()
    return value_said(type(owner), fields[-1], value, names, longest=longest)


def rule_said(name: str, rule: council.RuleSet) -> str:
    """Return what a rule lays down."""
    value = rule.value
    if isinstance(value, council.DeadlineSet):
        return deadline_said(value.days, value.kind)
    return rule_value(name, value)


def _struct(value: msgspec.Struct, names: Names) -> str:
    said = described(value, names)
    if said is not None:
        return said
    held = ((name, getattr(value, attribute)) for name, attribute in fields_of(value).items())
    return ", ".join(
        f"{field_label(type(value), name)} {value_said(type(value), name, one, names)}"
        for name, one in held
        if one is not None and one != [] and one is not False
    )


def _cut(text: str, longest: int | None) -> str:
    if longest is None:
        return text
    flat = " ".join(text.split())
    return f"{flat[:longest]}…" if len(flat) > longest else flat


_SOURCES = {
    "adopted": lambda: _("the council's own rules"),
    "usual": lambda: _("usual for councils of this kind"),
}
