"""A form for a proposed entry: what it is to read as. Nothing is recorded; the rules are asked at once all the same."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from textual import work

from events.catalogue import Event
from governance.filling.fields import WHEN, fields_of
from governance.filling.reading import filled
from governance.importing.choices import Change, Pending, change_to
from governance.language import _
from governance.wording.acts import act_name
from tui.forms.fields_form import FieldsForm
from tui.forms.offered import Offered
from tui.widgets.key_bar import Key

Make = Callable[[Change], Awaitable[str]]
"""Makes a change and returns why that cannot be; empty where it was made."""


class ProposedForm(FieldsForm[bool]):
    """Begins with what was read (``given``, as in JSON). Returns whether a change was made."""

    def __init__(
        self,
        event_type: type[Event],
        given: Mapping[str, Any],
        offered: Offered,
        pending: Mapping[str, Pending],
        make: Make,
    ) -> None:
        fields = fields_of(event_type)
        super().__init__(act_name(event_type), fields, filled(fields, given), offered)
        self._event_type, self._pending, self._make = event_type, pending, make

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("Tab", _("Next field"), "app.focus_next"),
            Key("^R", _("As it was read"), "screen.clear"),
            Key("^S", _("Done"), "screen.take"),
            Key("Esc", _("Back"), "screen.leave"),
        ]

    def take(self, values: dict[str, Any]) -> None:
        """Make the change."""
        if self.raws.get(WHEN) == self._start.get(WHEN):
            values.pop(WHEN, None)
        self.make(change_to(self._event_type, values, self._pending))

    @work(exclusive=True, group="changing")
    async def make(self, change: Change) -> None:
        """Make the change, or say why it cannot be made."""
        problem = await self._make(change)
        if problem:
            self.refuse(problem)
        else:
            self.dismiss(True)

    def action_leave(self) -> None:
        """Leave the entry as it was."""
        self.dismiss(False)
