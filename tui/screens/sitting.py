"""The live meeting: what the keys do."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from governance.language import _
from tui.screens.sitting_menu import OffersMore
from tui.widgets.key_bar import Key


class SittingScreen(OffersMore):
    """A meeting as it goes on, for the secretary who writes while people talk. The field to write in is always ready."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,ctrl+b", "decide", show=False, id="decide", priority=True),
        Binding("f3,ctrl+u", "postpone", show=False, id="postpone", priority=True),
        Binding("f4,ctrl+f", "attendance", show=False, id="attendance", priority=True),
        Binding("f6", "go_on", show=False, id="go-on", priority=True),
        Binding("f7", "vote", show=False, id="vote", priority=True),
        Binding("f8", "find", show=False, id="find", priority=True),
        Binding("f9,ctrl+o", "more", show=False, id="more", priority=True),
        Binding("pagedown", "step(1)", show=False, id="item-after", priority=True),
        Binding("pageup,shift+f6", "step(-1)", show=False, id="item-before", priority=True),
        Binding("ctrl+r", "minutes", show=False, id="preview-minutes", priority=True),
        Binding("ctrl+s", "note", show=False, id="note", priority=True),
        Binding("escape", "app.pop_screen", show=False, id="leave-sitting"),
    ]

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("F2", _("Decide"), "screen.decide"),
            Key("^S", _("Note"), "screen.note"),
            Key("F3", _("Postpone"), "screen.postpone"),
            Key("F4", _("Attendance"), "screen.attendance"),
            Key("F6", _("Next"), "screen.go_on"),
            Key("F7", _("Vote"), "screen.vote"),
            Key("F9", _("More"), "screen.more"),
            Key("F1", _("Help"), "screen.help"),
        ]

    def more_keys(self) -> Sequence[Key]:
        """Return what can be done besides what stands at the foot."""
        return [
            Key("PgDn", _("Next item"), "screen.step(1)"),
            Key("PgUp", _("Item before"), "screen.step(-1)"),
            Key("F8", _("Find in this meeting"), "screen.find"),
            Key("^R", _("The minutes as they read now"), "screen.minutes"),
            Key("", _("Next meeting"), "screen.next_meeting"),
            Key("", _("Late item"), "screen.late_item"),
            Key("", _("Move the item on the agenda"), "screen.move_item"),
            Key("", _("Take the item off the agenda"), "screen.withdraw"),
            Key("", _("Interrupt or resume the meeting"), "screen.pause"),
            Key("", _("Close the meeting"), "screen.close"),
            *super().more_keys(),
            Key("Esc", _("Leave the meeting"), "app.pop_screen"),
        ]
