"""The views of a book in one line, each with the key that shows it."""

from rich.style import Style
from rich.text import Text
from textual import events
from textual.widgets import Static


class ViewBar(Static):
    """Names the views and marks the one that is shown; a click shows another."""

    def __init__(self, names: dict[str, str], *, id: str) -> None:
        super().__init__("", id=id, markup=False)
        self._names = names
        self._view = next(iter(names))

    def show_view(self, view: str) -> None:
        """Mark a view."""
        self._view = view
        self._write(self.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """Write the names so that they fit."""
        self._write(event.size.width)

    def _letters(self, width: int) -> int:
        """Return how many letters of the names that are not shown there is room for."""
        others = [len(name) for view, name in self._names.items() if view != self._view]
        room = width - 4 * len(self._names) - len(self._names[self._view])
        letters = max(others, default=0)
        while letters > 1 and sum(min(length, letters) for length in others) > room:
            letters -= 1
        return letters

    def _write(self, width: int) -> None:
        line = Text(no_wrap=True)
        letters = self._letters(width)
        for place, (view, name) in enumerate(self._names.items()):
            shown = view == self._view
            style = Style(bold=shown, reverse=shown, meta={"@click": f"screen.view({place})"})
            line.append(f" {place + 1} {name if shown else name[:letters]} ", style=style)
        self.update(line)
