"""Attaching a document from the application: where the file lies, and what it belongs to."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual import work

from events.catalogue import DocumentAttached
from events.errors import ReferatError
from governance.filling.fields import fields_of
from governance.language import said
from governance.wording.acts import act_name
from tui.recording import Recorder
from tui.screens.form import EventForm

_WORKED_OUT = ("sha256", "size")
"""What the file itself tells."""


class AttachingForm(EventForm):
    """The form that attaches a file: ``name`` is where it lies. What the file tells is not asked for."""

    def __init__(self, recorder: Recorder, given: Mapping[str, Any] | None = None) -> None:
        given = dict(given or {})
        if given.get("item"):
            given.pop("meeting", None)
        fields = tuple(field for field in fields_of(DocumentAttached) if field.name not in _WORKED_OUT)
        super().__init__(DocumentAttached, recorder, given, fields=fields)

    @work(exclusive=True, group="recording")
    async def record(self, values: dict[str, Any]) -> None:
        """Take the file in and record it; where it is refused, say why."""
        file = Path(str(values["name"])).expanduser()
        try:
            done = await self._recorder.attach(
                file, act_name(DocumentAttached), meeting=values.get("meeting"), item=values.get("item")
            )
        except ReferatError as problem:
            self.refuse(said(problem))
            return
        self.done_with(done)
