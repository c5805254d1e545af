"""The settings that are changed while the application runs, and remembered for the next time."""

from pathlib import Path
from typing import Any

import msgspec
from textual.color import Color
from textual.signal import Signal

from events.errors import ReferatError
from governance.language import speak, spoken
from governance.settings import Settings, load_settings, save_settings
from tui.calm import KeepsCalm

THEMES = {"dark": "textual-dark", "light": "textual-light"}


class RemembersSettings(KeepsCalm):
    """An application with settings. ``projector_signal`` tells when closed items are to be hidden, or shown again."""

    def __init__(self, settings: Settings, path: Path | None) -> None:
        super().__init__()
        self.settings = settings
        self.settings_path = path
        self.projector_signal: Signal[bool] = Signal(self, "projector")
        self.theme = THEMES.get(settings.theme or "", THEMES["dark"])
        self.set_class(settings.projector, "-projector")

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours of the theme, with those of the frames: ``frame`` and, round what has the focus, ``frame-focus``.

        The accent of the light theme hardly shows on its ground; its primary colour does.
        """
        colours = super().get_css_variables()
        dark = self.current_theme.dark
        frame = Color.parse(colours["foreground"]).with_alpha(0.5 if dark else 0.6)
        return {**colours, "frame": frame.hex, "frame-focus": colours["accent" if dark else "primary"]}

    @property
    def language(self) -> str:
        """The language that is spoken."""
        return spoken()

    @property
    def projector(self) -> bool:
        """Whether the screen is seen by others: what is closed is hidden."""
        return self.settings.projector

    def set_theme(self, theme: str) -> ReferatError | None:
        """Show the application dark or light."""
        self.theme = THEMES[theme]
        return self.remember(theme=theme)

    def set_projector(self, on: bool) -> ReferatError | None:
        """Hide what is closed, or show it again."""
        problem = self.remember(projector=on)
        self.set_class(on, "-projector")
        self.projector_signal.publish(on)
        return problem

    def set_language(self, language: str) -> ReferatError | None:
        """Speak another language; what is on the screen already has to be shown anew."""
        speak(language)
        return self.remember(language=language)

    def remember(self, **changed: Any) -> ReferatError | None:
        """Remember settings and return why they could not be written, if they could not: they hold until the end then."""
        self.settings = msgspec.structs.replace(self.settings, **changed)
        if self.settings_path is None:
            return None
        try:
            held = load_settings(self.settings_path)  # another terminal may have set something else meanwhile
            save_settings(self.settings_path, msgspec.structs.replace(held, **changed))
        except ReferatError as problem:
            return problem
        return None
