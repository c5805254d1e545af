"""What the fields of the published state are called, each as a short word for lists and lines."""

import msgspec

from governance.language import _
from governance.state import council as council_state
from governance.state.published import Published
from governance.wording.fields import council, followup, items, meetings, people
from governance.wording.rules import rule_name

LABELS: dict[type[Published], dict[str, str]] = {
    **council.LABELS,
    **people.LABELS,
    **meetings.LABELS,
    **items.LABELS,
    **followup.LABELS,
}
"""For each part of the state the fields by their names in the export. The rules are called what they are elsewhere."""


def field_label(part: type[msgspec.Struct], name: str) -> str:
    """Return what a field of a part of the state is called; the name is that in the export."""
    labels = LABELS[part]  # type: ignore[index]  # all parts are published
    if part is council_state.RulesInForce and name not in labels:
        return rule_name(name)
    return _(labels[name])
