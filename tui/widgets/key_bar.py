"""The line of keys at the foot of the screen: it fits 80 columns, and a click does what the key does."""

from rich.style import Style
from rich.text import Text
from textual.widgets import Static


class KeyBar(Static):
    """Keys with what they do. Each is (key as shown, words, action)."""

    def __init__(self, keys: list[tuple[str, str, str]], *, id: str) -> None:
        super().__init__("", id=id, markup=False)
        self._keys = keys

    def on_mount(self) -> None:
        """Write the keys."""
        line = Text()
        for key, words, action in self._keys:
            line.append(f"{key} ", style=Style(bold=True, meta={"@click": action}))
            line.append(f"{words}  ", style=Style(meta={"@click": action}))
        self.update(line)
