"""The next meeting: the day that the rhythm of the meetings gives stands there, so that Enter records it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from events.text import shown
from governance.danish.dates import spoken_weekday
from governance.danish.typed import Misread, typed_day
from governance.language import _
from governance.sitting.coming import Coming, Wanted, hours_typed, parts_typed
from governance.wording.speaking import day, time
from tui.screens.overlaying import Overlay


class NextMeeting(Overlay[Wanted | None]):
    """Returns the meeting that is wanted. What cannot be read is said below, and stays in its field."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", show=False, id="next-meeting-give-up")]

    def __init__(self, proposed: Coming, near: str) -> None:
        super().__init__()
        self._proposed, self._near = proposed, near

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        proposed = self._proposed
        fields = (
            ("date", _("Day"), day(proposed.date)),
            ("hours", _("Time of day"), time(proposed.start, proposed.end).replace(":", ".")),
            ("place", _("Place"), proposed.place or ""),
            ("contents", _("Contents"), ""),
            ("parts", _("In parts"), ""),
        )
        with Vertical(id="next-meeting", classes="modal") as box:
            box.border_title = Content(shown(_("Next meeting")))
            for name, label, value in fields:
                with Horizontal(classes="field"):
                    yield Static(label, classes="field-label", markup=False)
                    yield Input(shown(value), id=name, compact=True)
            yield Static(
                _("e.g. 14.30-15.30 Jobcentret med Integrationsteamet; 15.30-16.00"),
                classes="hint",
                markup=False,
            )
            yield Static("", id="weekday", markup=False)
            yield Static("", id="next-meeting-problem", classes="problem", markup=False)
            yield Static(_("Enter: record   Tab: next field   Esc: back"), classes="modal-keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the day."""
        self.query_one("#date", Input).focus()
        self._tell_weekday()

    @on(Input.Changed, "#date")
    def tell_weekday(self, event: Input.Changed) -> None:
        """Say which day of the week it is."""
        event.stop()
        self._tell_weekday()

    def _tell_weekday(self) -> None:
        meant = self._day()
        said = f"{spoken_weekday(meant)} {day(meant)}" if meant else ""
        self.query_one("#weekday", Static).update(said)

    @on(Input.Submitted)
    def record(self, event: Input.Submitted) -> None:
        """Return what is wanted."""
        event.stop()
        date = self._day()
        hours = hours_typed(self._value("hours"))
        parts = parts_typed(self._value("parts"))
        if date is None:
            self._refuse("date", _("Write the day as 25.10.2022, or 25. oktober."))
        elif hours is None:
            self._refuse("hours", _("Write the time of day as 15.30-17.30."))
        elif parts is None:
            self._refuse("parts", _("Each part begins with its time, and a semicolon stands between the parts."))
        else:
            start, end = hours
            if parts and not self._was_changed("hours"):
                start, end = parts[0].start, parts[-1].end
            place = self._value("place") or None
            self.dismiss(Wanted(date, start, end, place, self._value("contents") or None, parts))

    def _day(self) -> str | None:
        try:
            return typed_day(self._value("date"), self._near, "future")
        except Misread:
            return None

    def _was_changed(self, name: str) -> bool:
        proposed = self._proposed
        return self._value(name) != time(proposed.start, proposed.end).replace(":", ".")

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def _refuse(self, name: str, why: str) -> None:
        self.query_one("#next-meeting-problem", Static).update(why)
        self.query_one(f"#{name}", Input).focus()

    def action_give_up(self) -> None:
        """Leave without recording."""
        self.dismiss(None)
