"""A form for a part of an event: one vote of a list, one activity of a plan, what an entry is to read as."""

from collections.abc import Sequence
from typing import Any

import msgspec

from governance.filling.fields import WHEN, fields_of
from governance.filling.reading import Raw, Raws, filled
from governance.language import _
from tui.forms.fields_form import FieldsForm
from tui.forms.offered import Offered
from tui.widgets.key_bar import Key


class PartForm(FieldsForm[dict[str, Raw] | None]):
    """Returns what stands in the fields once it can be read, None where it was left."""

    def __init__(self, title: str, part: type[msgspec.Struct], raws: Raws, offered: Offered) -> None:
        fields = [field for field in fields_of(part) if field.key != WHEN]
        super().__init__(title, fields, raws or filled(fields, {}), offered)

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("Tab", _("Next field"), "app.focus_next"),
            Key("^S", _("Done"), "screen.take"),
            Key("Esc", _("Back"), "screen.leave"),
        ]

    def take(self, values: dict[str, Any]) -> None:  # noqa: ARG002 - the form around reads what is typed itself
        """Return what stands in the fields."""
        self.dismiss(self.raws)
