"""A list to choose from by typing parts of names: for choosers, the command palette and the help."""

from collections.abc import Sequence
from itertools import islice
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from events.text import shown
from governance.language import _
from governance.matching import matching
from tui.screens.overlaying import Overlay
from tui.widgets.line_list import LineList
from tui.widgets.lines import PAGE, Fetch, Line, held
from tui.widgets.rows import Rows

NEW = "new:"
"""What the id begins with where what was typed is to be made anew; what was typed follows."""

_WIDEST_WORDS = 44
_AROUND, _LEAST, _MOST = 5, 8, 30
"""The lines around those to choose from, and how high the list is at the least and at the most."""


class Choice(NamedTuple):
    """Something that can be chosen: ``hint`` stands beside it and is searched too, ``topic`` above it as a heading."""

    id: str
    words: str
    hint: str = ""
    topic: str = ""


class Choosing(Overlay[str | None]):
    """Returns the id of what was chosen, None where nothing was.

    ``new`` offers to make anew what was typed, e.g. ``New person: {name}``; ``cursor`` is the id that the cursor stands
    on; ``typed`` was typed already. Without ``choices`` they are offered later, and what is typed meanwhile is kept.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False, id="choosing-give-up"),
        Binding("up", "step(-1)", show=False, id="choosing-up"),
        Binding("down", "step(1)", show=False, id="choosing-down"),
        Binding("pageup", "page(-1)", show=False, id="choosing-page-up"),
        Binding("pagedown", "page(1)", show=False, id="choosing-page-down"),
        Binding("f10", "give_up", show=False, id="choosing-menu"),
    ]

    def __init__(
        self, title: str, choices: Sequence[Choice] | None, *, new: str = "", cursor: str | None = None, typed: str = ""
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._new = new
        self._first = cursor
        self._typed = typed
        self._choose_at_once = False
        self._rows: list[Choice | str] = []

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="choosing") as box:
            box.border_title = Content(shown(self._title))
            yield Input(id="sought", placeholder=_("Type part of a word"), select_on_focus=False)
            yield Rows(id="choices")
            yield Static(_("↑↓ Move   Enter Choose   Esc Back"), id="choosing-keys", markup=False)

    def on_mount(self) -> None:
        """Show everything."""
        self._show_all()
        sought = self.query_one("#sought", Input)
        sought.value = self._typed
        sought.cursor_position = len(sought.value)
        sought.focus()
        if self._typed:
            self._show(self._typed)
        if self._choose_at_once:
            self._choose()

    def _show_all(self) -> None:
        self._show("")
        if self._first is not None:
            self._stand_on(self._first)
        height = len(self._rows) + _AROUND
        self.query_one("#choosing").styles.height = max(_LEAST, min(height, self.app.size.height * 4 // 5, _MOST))

    @property
    def is_waiting(self) -> bool:
        """Whether what can be chosen is still to be offered."""
        return self._choices is None

    def offer(self, choices: Sequence[Choice]) -> None:
        """Show what can be chosen, now that it is known; choose where Enter was pressed already."""
        self._choices = choices
        if not self.is_mounted:
            return
        self._show_all()
        self._show(self.query_one("#sought", Input).value)
        if self._choose_at_once:
            self._choose()

    def on_key(self, event: events.Key) -> None:
        """Take what is typed before the line to type in is there."""
        if self.focused is None:
            self.take_key(event)

    def take_key(self, event: events.Key) -> None:
        """Take what was typed before the list was there; Enter is the line's own where that is there by now."""
        if event.key == "enter" and self.focused is None:
            self.choose_soon()
        elif event.character is not None and event.is_printable:
            self.type_more(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def type_more(self, text: str) -> None:
        """Take what was typed before the list was there."""
        if self.is_mounted and self.is_attached:
            self.query_one("#sought", Input).insert_text_at_cursor(text)
        else:
            self._typed += text

    def choose_soon(self) -> None:
        """Take an Enter that was pressed before the list was there."""
        if self.is_mounted and self._choices is not None:
            self._choose()
        else:
            self._choose_at_once = True

    @on(Input.Changed, "#sought")
    def seek(self, event: Input.Changed) -> None:
        """Show what the typed words find."""
        event.stop()
        self._show(event.value)

    @on(Input.Submitted, "#sought")
    def choose_found(self, event: Input.Submitted) -> None:
        """Choose what the cursor stands on."""
        event.stop()
        self.choose_soon()

    @on(LineList.Chosen)
    def choose_line(self, event: LineList.Chosen) -> None:
        """Choose with the mouse."""
        event.stop()
        self._choose()

    def action_give_up(self) -> None:
        """Leave without choosing."""
        self.dismiss(None)

    def action_step(self, lines: int) -> None:
        """Move the cursor, over headings."""
        self._move(self.query_one(Rows).cursor + lines, 1 if lines > 0 else -1)

    def action_page(self, pages: int) -> None:
        """Move the cursor by what the list shows."""
        choices = self.query_one(Rows)
        height = max(1, choices.scrollable_content_region.height - 1)
        there = max(0, min(choices.cursor + pages * height, len(self._rows) - 1))
        self._move(there, 1 if pages > 0 else -1)

    def _move(self, index: int, step: int) -> None:
        while 0 <= index < len(self._rows) and isinstance(self._rows[index], str):
            index += step
        if 0 <= index < len(self._rows):
            self.query_one(Rows).cursor = index

    def _choose(self) -> None:
        index = self.query_one(Rows).cursor
        choice = self._rows[index] if index < len(self._rows) else ""
        if not isinstance(choice, str):
            self.dismiss(choice.id)

    def _show(self, typed: str) -> None:
        if self._choices is None:
            return
        found = matching(typed, self._choices)
        if self._new and typed.strip():
            found.append(Choice(f"{NEW}{typed.strip()}", self._new.format(name=typed.strip())))
        self._rows = _rows(found, headings=not typed.strip())
        choices = self.query_one(Rows)
        if self._rows:
            choices.show_lines(len(self._rows), _lines(self._rows))
        else:
            choices.show_lines(1, held([Line(_("Nothing found."), "faint")]))
        self._move(0, 1)

    def _stand_on(self, identifier: str) -> None:
        for index, row in enumerate(self._rows):
            if not isinstance(row, str) and row.id == identifier:
                self.query_one(Rows).cursor = index


def _rows(found: Sequence[Choice], *, headings: bool) -> list[Choice | str]:
    """Return what stands on each line: a choice, or a heading."""
    rows: list[Choice | str] = []
    topic = ""
    for choice in found:
        if headings and choice.topic != topic:
            topic = choice.topic
            rows.append(topic)
        rows.append(choice)
    return rows


def _lines(rows: Sequence[Choice | str]) -> Fetch:
    """Return the lines for the rows, made as they are drawn; the hints stand in a column beside the first words."""
    hinted = (row for row in rows if not isinstance(row, str) and row.hint)
    width = min(_WIDEST_WORDS, max((cell_len(row.words) for row in islice(hinted, PAGE)), default=0))
    indent = "  " if rows and isinstance(rows[0], str) else ""

    def fetch(start: int, count: int) -> list[Line]:
        return [
            Line(row, "heading") if isinstance(row, str) else Line(indent + _line(row, width))
            for row in rows[start : start + count]
        ]

    return fetch


def _line(choice: Choice, width: int) -> str:
    if not choice.hint:
        return choice.words
    return f"{choice.words}{' ' * (width - cell_len(choice.words))}  {choice.hint}"
