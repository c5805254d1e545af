"""Correcting an entry: the form of its own event, filled in with what it says now."""

from events.catalogue import EntryCorrected
from events.entry import Entry
from governance.filling.correcting import (
    AUTHORITY,
    WORDING,
    changes_anything,
    correction_fields,
    correction_of,
    given_by,
    leaves_wording,
)
from governance.language import _
from governance.wording.acts import act_name
from tui.recording import Recorder
from tui.screens.form import EventForm


class CorrectingForm(EventForm):
    """Records that an entry reads otherwise from here on. ``entry`` is the entry as it reads now."""

    def __init__(self, recorder: Recorder, entry: Entry) -> None:
        fields = correction_fields(type(entry.event))
        super().__init__(EntryCorrected, recorder, given_by(entry), fields=fields)
        self._entry = entry
        self._wording_seen = False
        self._title = _("Correct entry {number}: {act}").format(number=entry.number, act=act_name(type(entry.event)))
        self._key = f"{recorder.book}/form/correction/{entry.number}"

    @property
    def authority(self) -> str:
        """The key of the field that says who allowed that the entry is changed."""
        return AUTHORITY

    def on_mount(self) -> None:
        """Begin in the first field of the event."""
        super().on_mount()
        next(iter(self.controls.values())).focus()

    async def begin(self) -> None:
        """The form is filled in from the entry already."""

    def take_filled(self) -> None:
        """Record the correction, or say what is wrong with it."""
        if not changes_anything(self._fields, self._start, self.raws):
            self.refuse(_("Nothing would change: the entry reads so already."))
            return
        found, problems = correction_of(self._entry, self._fields, self.raws, self.offered.today)
        self.say_wrong(problems)
        if problems:
            return
        if not self._wording_seen and leaves_wording(type(self._entry.event), self._start, self.raws):
            self._wording_seen = True
            self.controls[WORDING].focus()
            self.refuse(
                _("The wording in the minutes stays as it was. Mend it too, or empty it; ^S keeps it as it is.")
            )
            return
        self.take(found)
