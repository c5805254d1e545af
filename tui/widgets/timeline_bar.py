"""The timeline of a book: how much stands at each time, what is marked there, and where one is."""

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from governance.language import _
from governance.travelling.timeline import Timeline
from governance.wording.speaking import day

_BARS = " ▁▂▃▄▅▆▇█"
MEETING, AMENDMENT, FINDING = "▴", "±", "!"


class TimelineBar(Widget):
    """Three rows: bars, marks, and the days. A click goes to the day that was clicked on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"timeline--here", "timeline--mark", "timeline--faint"}
    DEFAULT_CSS = """
    TimelineBar { height: 3; padding: 0 1; }
    TimelineBar > .timeline--here { background: $accent; color: $background; text-style: bold; }
    TimelineBar > .timeline--mark { color: $text-warning; text-style: bold; }
    TimelineBar > .timeline--faint { color: $text-muted; }
    """

    class Pointed(Message):
        """A day (ISO) was clicked on."""

        def __init__(self, day: str) -> None:
            super().__init__()
            self.day = day

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._timeline = Timeline()
        self._here = ""
        self._placed: Mapping[str, str] = {}
        self._drawn: dict[int, tuple[list[int], list[str]]] = {}

    def show_timeline(self, timeline: Timeline) -> None:
        """Show a book."""
        self._timeline = timeline
        self._drawn.clear()
        self.refresh()

    def show_here(self, day: str, placed: Mapping[str, str]) -> None:
        """Show on which day (ISO) one is, and where one put marks: each mark with its day."""
        if (day, placed) != (self._here, self._placed):
            self._here, self._placed = day, dict(placed)
            self._drawn.clear()
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one of the three rows."""
        width = self.content_size.width
        if width < 2 or not self._timeline.days:
            return Strip.blank(width, self.rich_style)
        heights, marks = self._drawn.get(width) or self._draw(width)
        here = self._timeline.column(self._here, width)
        if y == 0:
            cells = [_BARS[height] for height in heights]
            return self._row(cells, here, "┃" if not heights[here] else cells[here], self.rich_style)
        if y == 1:
            return self._row(marks, here, marks[here] if marks[here] != " " else "┃", self._style("mark"))
        return self._ends(width)

    def _row(self, cells: list[str], here: int, there: str, style: Style) -> Strip:
        segments = [
            Segment("".join(cells[:here]), style),
            Segment(there, self._style("here")),
            Segment("".join(cells[here + 1 :]), style),
        ]
        return Strip([segment for segment in segments if segment.text], len(cells))

    def _ends(self, width: int) -> Strip:
        first, last = day(self._timeline.first), day(self._timeline.last)
        kinds = _("{meeting} meeting  {amendment} amended  {finding} finding").format(
            meeting=MEETING, amendment=AMENDMENT, finding=FINDING
        )
        text = f"{first}{kinds:^{max(0, width - len(first) - len(last))}}{last}"
        return Strip([Segment(text[:width].ljust(width), self._style("faint"))], width)

    def _draw(self, width: int) -> tuple[list[int], list[str]]:
        timeline, marks = self._timeline, [" "] * width
        for mark, days in (
            (MEETING, timeline.meetings),
            (AMENDMENT, timeline.amendments),
            (FINDING, timeline.findings),
        ):
            for column in timeline.columns(days, width):
                marks[column] = mark
        for mark, placed in self._placed.items():
            marks[timeline.column(placed, width)] = mark
        self._drawn[width] = timeline.heights(width), marks
        return self._drawn[width]

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"timeline--{name}")

    def on_click(self, event: events.Click) -> None:
        """Go to the day that was clicked on."""
        place = event.get_content_offset(self)
        if place is not None and self._timeline.days:
            self.post_message(self.Pointed(self._timeline.day_in(place.x, self.content_size.width)))
