"""What every screen has in common: the title, the keys, the help, and a word where the window is too small."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from events.text import shown
from governance.language import _
from tui.widgets.key_bar import Key, KeyBar

LEAST_WIDTH, LEAST_HEIGHT = 60, 16


class ReferatScreen(Screen[None]):
    """A screen with a title above and its keys below. ``foot`` gives the keys, ``body`` what stands between."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,ctrl+p", "help", show=False, id="help-here"),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Static(_("PRACTICE: nothing is kept"), id="practice", markup=False)
        yield Static(_("READ ONLY: nothing can be recorded"), id="read-only", markup=False)
        yield Static("", id="title", markup=False)
        yield Static(_("PROJECTOR"), id="projected", markup=False)
        yield from self.body()
        yield from self.above_keys()
        yield KeyBar(self.foot())
        yield Static("", id="too-small", markup=False)

    def more_keys(self) -> Sequence[Key]:
        """Return what the screen can do besides what stands at its foot."""
        return []

    def action_help(self) -> None:
        """Say what can be done here; what is chosen is done."""
        self.offer_keys([key for key in (*self.foot(), *self.more_keys()) if key.action != "screen.help"])

    def offer_keys(self, keys: Sequence[Key]) -> None:
        """Offer what keys do, in a list that is searched by typing."""
        from tui.screens.choosing import Choice, Choosing  # the first screen is painted without it

        async def do(chosen: str | None) -> None:
            if chosen is not None:
                await self.run_action(keys[int(chosen)].action)

        choices = [Choice(str(index), key.words, key.key) for index, key in enumerate(keys)]
        self.app.push_screen(Choosing(_("Help: what can be done here"), choices), do)

    def body(self) -> ComposeResult:
        """Return what stands between the title and the keys."""
        raise NotImplementedError

    def above_keys(self) -> ComposeResult:
        """Return what stands right above the keys."""
        yield from ()

    def foot(self) -> Sequence[Key]:
        """Return the keys for the foot of the screen; the last two are shown however narrow it is."""
        raise NotImplementedError

    def entitle(self, title: str) -> None:
        """Write the title."""
        self.query_one("#title", Static).update(shown(title), layout=False)

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the window is too small to work in."""
        size = event.size
        too_small = size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT
        text = _(
            "The window is {width} x {height}. referat needs {least_width} x {least_height}: make it larger."
        ).format(width=size.width, height=size.height, least_width=LEAST_WIDTH, least_height=LEAST_HEIGHT)
        self.query_one("#too-small", Static).update(text)
        self.set_class(too_small, "-too-small")
