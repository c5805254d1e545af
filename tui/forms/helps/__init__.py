"""What the fields of a form are called, and what to write in them."""

from collections.abc import Mapping

from events.catalogue import Deadline, Event
from events.errors import N_
from governance.filling.fields import WHEN, Field
from governance.language import _
from governance.rules.timing import usual_time
from governance.wording.labels import FIELDS, code
from governance.wording.rules import RULE_VALUES, rule_value
from tui.forms.helps import fields_a_to_l, fields_m_to_z, fields_of_events, labels

_LABELS: dict[str, str] = {**FIELDS, **labels.LABELS}
_HELPS: dict[str, str] = {**fields_a_to_l.HELPS, **fields_m_to_z.HELPS, **fields_of_events.HELPS}
_USUAL = {
    "today": N_("today"),
    "meeting": N_("the day of the meeting"),
    "meeting or today": N_("the day of the meeting, else today"),
    "today or meeting": N_("today, but no later than the meeting"),
}


def label_of(field: Field) -> str:
    """Return what a field is called in a form."""
    called = _said(field, _LABELS) or field.name
    own = _(called)
    if field.owner is Deadline and len(field.path) > 1:
        return _("{deadline}: {part}").format(deadline=_(_LABELS[field.path[-2]]), part=own)
    return own


def help_of(field: Field) -> str:
    """Return what to write in a field, in one sentence."""
    within = field.path[-2] if field.owner is Deadline and field.name == "days" and len(field.path) > 1 else None
    said = _HELPS[within] if within else _said(field, _HELPS)
    if said is None:
        return ""
    if field.name == WHEN and issubclass(field.owner, Event):
        return _(said).format(usual=_(_USUAL[usual_time(field.owner)]))
    return _(said)


def code_said(field: Field, value: str) -> str:
    """Return what one of the words is called that a field may hold."""
    if value in ("yes", "no"):
        return _("yes") if value == "yes" else _("no")
    return rule_value(field.name, value) if field.name in RULE_VALUES else code(value)


def _said(field: Field, words: Mapping[str, str]) -> str | None:
    return words.get(f"{field.owner.__name__}.{field.name}") or words.get(field.name)
