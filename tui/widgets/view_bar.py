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

    def _write(self, width: int) -> None:
        line = Text(no_wrap=True)
        short = sum(len(name) + 5 for name in self._names.values()) > width
        for place, (view, name) in enumerate(self._names.items()):
            shown = view == self._view
            style = Style(bold=shown, reverse=shown, meta={"@click": f"screen.view({place})"})
            line.append(f" {place + 1} {name if shown or not short else name[:6]} ", style=style)
            line.append("" if short else " ")
        self.update(line)
