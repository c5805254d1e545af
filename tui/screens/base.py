"""What every screen has in common: the title, the keys, and a word where the window is too small for them."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from events.text import shown
from governance.language import _
from tui.widgets.key_bar import Key, KeyBar

LEAST_WIDTH, LEAST_HEIGHT = 60, 16


class ReferatScreen(Screen[None]):
    """A screen with a title above and its keys below. ``foot`` gives the keys, ``body`` what stands between."""

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Static("", id="title", markup=False)
        yield from self.body()
        yield KeyBar(self.foot())
        yield Static("", id="too-small", markup=False)

    def body(self) -> ComposeResult:
        """Return what stands between the title and the keys."""
        raise NotImplementedError

    def foot(self) -> Sequence[Key]:
        """Return the keys for the foot of the screen; the last two are shown however narrow it is."""
        raise NotImplementedError

    def entitle(self, title: str) -> None:
        """Write the title."""
        self.query_one("#title", Static).update(shown(title))

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the window is too small to work in."""
        size = event.size
        too_small = size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT
        text = _(
            "The window is {width} x {height}. referat needs {least_width} x {least_height}: make it larger."
        ).format(width=size.width, height=size.height, least_width=LEAST_WIDTH, least_height=LEAST_HEIGHT)
        self.query_one("#too-small", Static).update(text)
        self.set_class(too_small, "-too-small")
