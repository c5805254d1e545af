"""A screen that lies over another one, which is seen through it as through tinted glass."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen

R = TypeVar("R")


class Overlay(ModalScreen[R]):
    """Asks for something before one goes on with what lies below."""

    def take_key(self, event: events.Key) -> None:
        """Take a key that went to what lies below, since it was pressed before this was there; nobody else gets it then."""

    def render(self) -> RenderableType:
        """Return what lies below, tinted."""
        below = super().render()
        if not isinstance(below, BackgroundScreen):
            return below
        if isinstance(below.screen, Overlay):
            below.screen._set_dirty()  # it keeps what it drew of what lies below it, which may look otherwise by now
        return Tinted(below.screen, below.color)


class Tinted(BackgroundScreen):
    """A screen in the tint of what lies over it. A screen has few styles: each is worked out once, not for every word."""

    @classmethod
    def process_segments(cls, segments: Iterable[Segment], color: Color) -> Iterable[Segment]:
        """Return the words in their tint, with nothing left that answers to the mouse."""
        return [
            segment if segment.control else Segment(segment.text, _tinted(segment.style or Style.null(), color))
            for segment in segments
        ]


@lru_cache(maxsize=4096)
def _tinted(style: Style, color: Color) -> Style:
    plain = style.clear_meta_and_links()
    ground, letters = (
        (Color.from_rich_color(held) + color).rich_color if held is not None else None
        for held in (plain.bgcolor, plain.color)
    )
    return plain + Style.from_color(letters, ground)
