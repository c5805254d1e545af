"""The settings: in which language, light or dark, what others may see, and who records. All are remembered."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from events.errors import ReferatError
from governance.language import _, said
from tui.screens.base import ReferatScreen
from tui.widgets.key_bar import Key
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, held
from tui.widgets.wrapped_lines import WrappedLines

if TYPE_CHECKING:
    from tui.app import ReferatApp


class Setting(NamedTuple):
    """A setting: what it is called and set to, what it is about, and what sets it to the next value."""

    name: str
    value: str
    about: str
    turn: Callable[[], ReferatError | None]


class SettingsScreen(ReferatScreen):
    """Lists the settings; Enter changes the one under the cursor. They hold at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace", "app.leave_settings", show=False, id="back"),
        Binding("space", "turn", show=False, id="turn"),
    ]
    app: "ReferatApp"

    def __init__(self) -> None:
        super().__init__()
        self._settings: list[Setting] = []

    def body(self) -> ComposeResult:
        """Return the list, and what is told about the setting under the cursor."""
        yield LineList(id="settings", classes="pane")
        yield WrappedLines(id="about-setting", classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("↑↓", _("Choose"), "screen.focus_next"),
            Key("Enter", _("Change"), "screen.turn"),
            Key("Esc", _("Back"), "app.leave_settings"),
        ]

    def on_mount(self) -> None:
        """Show the settings."""
        self._show()
        self.query_one("#settings", LineList).focus()

    @on(LineList.Chosen)
    def action_turn(self) -> None:
        """Set the setting under the cursor to its next value."""
        setting = self._settings[self.query_one("#settings", LineList).cursor]
        problem = setting.turn()
        self._show()
        if problem is not None:
            self._tell([Line(said(problem), "heading")])

    @on(LineList.Moved)
    def tell_about(self) -> None:
        """Tell what the setting under the cursor is about."""
        setting = self._settings[self.query_one("#settings", LineList).cursor]
        self._tell([Line(setting.name, "heading"), Line(""), Line(setting.about)])

    def _tell(self, lines: Sequence[Line]) -> None:
        self.query_one("#about-setting", WrappedLines).show_text(lines)

    def _show(self) -> None:
        self.entitle(_("Settings"))
        self._settings = self._all()
        width = max(len(setting.name) for setting in self._settings)
        lines = [Line(f"{setting.name:<{width}}   {setting.value}") for setting in self._settings]
        listed = self.query_one("#settings", LineList)
        listed.entitle(_("Settings"))
        listed.show_lines(len(lines), held(lines), cursor=listed.cursor)
        self.tell_about()

    def _all(self) -> list[Setting]:
        app = self.app
        dark = app.settings.theme != "light"
        danish = app.language == "da"
        return [
            Setting(
                _("Language"),
                "dansk" if danish else "English",
                _("The language of the program. Agendas and minutes are always Danish."),
                lambda: app.set_language("en" if danish else "da"),
            ),
            Setting(
                _("Colours"),
                _("dark") if dark else _("light"),
                _("Light letters on a dark ground, or dark letters on a light one."),
                lambda: app.set_theme("light" if dark else "dark"),
            ),
            Setting(
                _("Projector"),
                _("on: what is closed is hidden") if app.projector else _("off: everything is shown"),
                _(
                    "Turn it on when others see your screen. Closed items are hidden then, and in the entries also why members"
                    " stayed away and the names of those who are not of the council. Ctrl+L does the same everywhere."
                ),
                lambda: app.set_projector(not app.projector),
            ),
        ]
