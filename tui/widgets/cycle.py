"""A field with a few values, of which one is shown: Space and the arrows show another."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from events.text import shown

T = TypeVar("T")


class Cycle(Static, Generic[T], can_focus=True):
    """One of some values, each with the words that it is shown in. ``value`` is shown first, else the first of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,right", "turn(1)", show=False, id="cycle-on"),
        Binding("left", "turn(-1)", show=False, id="cycle-back"),
    ]
    DEFAULT_CSS = """
    Cycle { width: 1fr; height: 1; padding: 0 1; background: $surface-lighten-1; text-wrap: nowrap; }
    Cycle:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    """

    class Turned(Message):
        """Another value is shown."""

    def __init__(self, values: Sequence[tuple[T, str]], *, id: str, value: T | None = None) -> None:
        super().__init__("", id=id, markup=False)
        self._values = values
        given = () if value is None else [index for index, (held, _) in enumerate(values) if held == value]
        self._index = next(iter(given), 0)

    def on_mount(self) -> None:
        """Show the value."""
        self._write()

    @property
    def value(self) -> T:
        """The value that is shown."""
        return self._values[self._index][0]

    def action_turn(self, steps: int) -> None:
        """Show another value."""
        self._index = (self._index + steps) % len(self._values)
        self._write()
        self.post_message(self.Turned())

    def on_click(self) -> None:
        """Show the next value."""
        self.action_turn(1)

    def _write(self) -> None:
        words = self._values[self._index][1]
        self.update(shown(f"‹ {words} ›" if len(self._values) > 1 else words))
