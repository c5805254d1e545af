"""Asking for a time of day, and who writes the minutes where the meeting is opened."""

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from events.errors import ReferatError
from events.text import shown
from governance.danish.typed import typed_clock
from governance.language import _, said
from tui.screens.overlaying import Overlay


class Asked(NamedTuple):
    """The time of day as ``16:42``, empty where none was given; and the name of who writes, where that was asked."""

    time: str
    referent: str


class AskingTime(Overlay[Asked | None]):
    """Returns a time of day. ``referent`` proposes who writes the minutes; None where nobody is asked for.

    ``reminder`` is what to think of first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", show=False, id="time-give-up")]

    def __init__(
        self, title: str, time: str | None, *, referent: str | None = None, needed: bool = False, reminder: str = ""
    ) -> None:
        super().__init__()
        self._reminder = reminder
        self._title, self._time, self._referent, self._needed = title, time, referent, needed

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        with Vertical(classes="modal small-modal") as box:
            box.border_title = Content(shown(self._title))
            yield Static(
                _("Time of day (may be left empty)") if not self._needed else _("Time of day"), classes="label"
            )
            yield Input(shown(self._time or ""), id="time", placeholder=_("e.g. 16.42"), compact=True)
            if self._referent is not None:
                yield Static(_("Who writes the minutes"), classes="label")
                yield Input(shown(self._referent), id="referent", compact=True)
            if self._reminder:
                yield Static(shown(self._reminder), id="reminder", markup=False)
            yield Static("", id="time-problem", classes="problem", markup=False)
            yield Static(_("Enter: record   Tab: next field   Esc: back"), classes="modal-keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the time."""
        self.query_one("#time", Input).focus()

    @on(Input.Submitted)
    def record(self, event: Input.Submitted) -> None:
        """Return what was given; what is no time is said beside the field."""
        event.stop()
        typed = self.query_one("#time", Input).value.strip()
        try:
            time = typed_clock(typed) if typed or self._needed else ""
        except ReferatError as problem:
            self.query_one("#time-problem", Static).update(said(problem))
            self.query_one("#time", Input).focus()
            return
        referent = self.query_one("#referent", Input).value.strip() if self._referent is not None else ""
        self.dismiss(Asked(time, referent))

    def action_give_up(self) -> None:
        """Leave without recording."""
        self.dismiss(None)
