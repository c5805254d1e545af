"""Two questions that other entries raise: strike these too? and: somebody else recorded first, try again?"""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from events.text import shown
from governance.language import _, plural
from tui.screens.overlaying import Overlay
from tui.widgets.key_bar import Key, KeyBar
from tui.widgets.lines import Line
from tui.widgets.wrapped_lines import WrappedLines


class AboutEntries(Overlay[bool]):
    """Shows some entries and asks about them: Enter is yes, Esc is no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", show=False, id="yes"),
        Binding("escape,f10", "dismiss(False)", show=False, id="no"),
    ]

    def __init__(self, title: str, question: str, lines: Sequence[Line], yes: str) -> None:
        super().__init__()
        self._title, self._question, self._lines, self._yes = title, question, lines, yes

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Vertical(id="about-entries") as box:
            box.border_title = Content(shown(self._title))
            yield Static(shown(self._question), id="about-question", markup=False)
            yield WrappedLines(id="about-lines")
            yield KeyBar(
                [Key("Enter", self._yes, "screen.dismiss(True)"), Key("Esc", _("Back"), "screen.dismiss(False)")],
                id="about-keys",
            )

    def on_mount(self) -> None:
        """Show the entries."""
        lines = self.query_one("#about-lines", WrappedLines)
        lines.show_text(self._lines)
        lines.focus()


class StrikingAll(AboutEntries):
    """Asks whether to strike an entry together with all that builds on it."""

    def __init__(self, number: int, lines: Sequence[Line]) -> None:
        question = plural(
            "Entry {number} cannot be struck alone: {count} later entry builds on it.",
            "Entry {number} cannot be struck alone: {count} later entries build on it.",
            len(lines),
        )
        super().__init__(
            _("Strike entry {number}").format(number=number),
            question.format(number=number, count=len(lines)),
            lines,
            _("Strike all {count}").format(count=len(lines) + 1),
        )


class ConflictScreen(AboutEntries):
    """Says who recorded what first, and asks whether to try again."""

    def __init__(self, who: str, lines: Sequence[Line]) -> None:
        question = _("{who} recorded at the same moment. Nothing of yours was recorded, and nothing you typed is lost.")
        super().__init__(_("Somebody else recorded first"), question.format(who=who), lines, _("Try again"))
