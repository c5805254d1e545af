"""The book as pictures: attendance, entries over time, the age of open matters, members over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.worker import get_current_worker

from events.errors import ReferatError
from governance.language import _
from governance.state.model import State
from governance.views.attendance_matrix import AttendanceMatrix, attendance_matrix
from governance.views.matters import open_matters
from tui import reading
from tui.screens.book_reading import ReadsBook
from tui.telling.pictures import matrix_lines, matter_bars, members_over_time, pace_lines
from tui.widgets.key_bar import Key
from tui.widgets.lines import Line, Lines, held
from tui.widgets.view_bar import ViewBar

if TYPE_CHECKING:
    from tui.remembers_settings import RemembersSettings


class PicturesScreen(ReadsBook):
    """Shows one picture at a time, drawn as wide as the screen is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(place), f"view({place - 1})", show=False, id=f"picture-{place}") for place in range(1, 5)),
        Binding("left", "earlier(1)", show=False, id="earlier-meetings"),
        Binding("right", "earlier(-1)", show=False, id="later-meetings"),
        Binding("escape,backspace", "app.pop_screen", show=False, id="leave-pictures"),
    ]

    @dataclass
    class DaysRead(Message):
        """Of which day every entry is; None for none."""

        days: list[str | None]

    def __init__(self, record: Path, book: reading.Named) -> None:
        super().__init__(record, book)
        self._council = book.council or self.book_name
        self._view = 0
        self._earlier = 0
        self._state: State | None = None
        self._matrix: AttendanceMatrix | None = None
        self._days: list[str] | None = None
        self._timeless = 0

    def body(self) -> ComposeResult:
        """Return the names of the pictures, and the one that is shown."""
        yield ViewBar(_names(), id="views")
        yield Lines(id="picture", classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            *(Key(str(place), name, f"screen.view({place - 1})") for place, name in enumerate(_names().values(), 1)),
            Key("←→", _("Earlier and later"), "screen.earlier(1)"),
            Key("↑↓", _("Scroll"), "screen.focus_next"),
            Key("F1", _("Help"), "screen.help"),
            Key("Esc", _("Back"), "app.pop_screen"),
        ]

    def on_mount(self) -> None:
        """Read the book."""
        self.entitle(_("{council}: pictures").format(council=self._council))
        self.query_one("#picture", Lines).focus()
        self._read(self.public)
        cast("RemembersSettings", self.app).projector_signal.subscribe(self, self._read)

    def _read(self, _others_see: bool) -> None:
        self._state = self._matrix = None
        self._draw()
        self.read_state(self.head)
        self.read_days()

    @work(thread=True, exclusive=True, group="days", exit_on_error=True)
    def read_days(self) -> None:
        """Read of which day every entry is."""
        worker = get_current_worker()
        try:
            self.post_message(self.DaysRead(reading.days(self.record, self.book_name, lambda: worker.is_cancelled)))
        except reading.Stopped:
            return
        except ReferatError as problem:
            self.post_message(self.ReadingFailed(problem))

    @on(ReadsBook.StateRead)
    def take_state(self, message: ReadsBook.StateRead) -> None:
        """Draw what the state tells."""
        if message.public == self.public:
            self._state, self._matrix = message.state, attendance_matrix(message.state)
            self._draw()

    @on(DaysRead)
    def take_days(self, message: DaysRead) -> None:
        """Draw of when the entries are."""
        self._days = [one for one in message.days if one is not None]
        self._timeless = len(message.days) - len(self._days)
        self._draw()

    @on(ReadsBook.ReadingFailed)
    def leave(self, message: ReadsBook.ReadingFailed) -> None:
        """Leave the book and say why it cannot be read."""
        self.app.leave_book(self, message.problem)  # type: ignore[attr-defined]

    def on_resize(self, event: events.Resize) -> None:
        """Draw as wide as the screen is now."""
        super().on_resize(event)
        self.call_after_refresh(self._draw)

    def action_view(self, place: int) -> None:
        """Show a picture."""
        self._view = place
        self.query_one("#picture", Lines).scroll_to(y=0, animate=False)
        self._draw()

    def action_earlier(self, steps: int) -> None:
        """Show earlier meetings in the matrix, or later ones."""
        if self._matrix is not None and self._view == 0:
            self._earlier = max(0, min(self._earlier + 4 * steps, len(self._matrix.meetings) - 1))
            self._draw()

    def _draw(self) -> None:
        picture = self.query_one("#picture", Lines)
        name, title = list(_names().items())[self._view]
        self.query_one("#views", ViewBar).show_view(name)
        picture.entitle(title)
        lines = self._lines(max(40, picture.scrollable_content_region.width - 2))
        picture.show_source(len(lines), held(lines))

    def _lines(self, width: int) -> Sequence[Line]:
        if self._view == 1:
            return pace_lines(self._days, self._timeless, width) if self._days is not None else _reading()
        if self._state is None or self._matrix is None:
            return _reading()
        if self._view == 0:
            return matrix_lines(self._matrix, width, self._earlier)
        on = (self._state.record.as_of or "")[:10]
        if self._view == 2:
            return matter_bars(open_matters(self._state, on), width)
        return members_over_time(self._state, on, width)


def _reading() -> list[Line]:
    return [Line(_("Reading …"), "faint")]


def _names() -> dict[str, str]:
    return {
        "attendance": _("Attendance"),
        "entries-over-time": _("Entries over time"),
        "age-of-matters": _("Age of open matters"),
        "members-over-time": _("Members over time"),
    }
