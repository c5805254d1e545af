"""The line of keys at the foot of the screen: it fits the width, and a click does what the key does."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.widgets import Static


class Key(NamedTuple):
    """A key as it is written, what it does in words, and the action that it calls."""

    key: str
    words: str
    action: str


class KeyBar(Static):
    """Keys with what they do. Where there is no room for all, those before the last two give way: help lists them."""

    def __init__(self, keys: Sequence[Key], *, id: str = "keys") -> None:
        super().__init__("", id=id, markup=False)
        self._keys = list(keys)

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Show other keys from here on."""
        self._keys = list(keys)
        self.on_resize()

    def on_resize(self) -> None:
        """Write the keys that fit."""
        keys = list(self._keys)
        while len(keys) > 2 and sum(cell_len(f"{key.key} {key.words}  ") for key in keys) - 2 > self.content_size.width:
            del keys[-3]
        line = Text(no_wrap=True)
        for key in keys:
            line.append(f"{key.key} ", style=Style(bold=True, meta={"@click": key.action}))
            line.append(key.words, style=Style(meta={"@click": key.action}))
            line.append("  ")
        self.update(line)
