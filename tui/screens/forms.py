"""Which form records an event: most have the form that follows from their fields, a few one of their own."""

from collections.abc import Mapping
from typing import Any

from events.catalogue import DocumentAttached, Event, WordsErased
from tui.recording import Recorder
from tui.screens.attaching import AttachingForm
from tui.screens.erasing import ErasingForm
from tui.screens.form import EventForm


def form_for(event_type: type[Event], recorder: Recorder, given: Mapping[str, Any] | None = None) -> EventForm:
    """Return the form for an event, with some of its values (as in JSON) filled in."""
    if event_type is WordsErased:
        return ErasingForm(recorder, given)
    if event_type is DocumentAttached:
        return AttachingForm(recorder, given)
    return EventForm(event_type, recorder, given)
