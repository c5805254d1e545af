"""The minutes of a meeting as they were approved and as they read now, side by side, and what was changed between."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widgets import Static

from governance.language import _
from governance.travelling.since_approved import SinceApproved
from governance.wording.since_approved import since_approved_said
from governance.wording.speaking import day
from tui.screens.base import ReferatScreen
from tui.whole_book import TwoMinutes
from tui.widgets.key_bar import Key
from tui.widgets.lines import Line
from tui.widgets.placed_lines import PlacedLines

_APPROVED, _CORRECTED = "minutes-approved", "minutes-corrected"


class ReadsOnly(ReferatScreen):
    """A screen on which nothing can be recorded, and which looks it."""


class TwoMinutesScreen(ReadsOnly):
    """Shows minutes twice. Lines that differ are marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,N", "next_difference", show=False, id="two-minutes-next"),
        Binding("escape", "app.pop_screen", show=False, id="two-minutes-back"),
    ]

    def __init__(self, since: SinceApproved, minutes: TwoMinutes) -> None:
        super().__init__()
        self._since = since
        then, now = minutes.approved.splitlines(), minutes.corrected.splitlines()
        approved, corrected, self._differences = side_by_side(then, now)
        self._texts = {_APPROVED: approved, _CORRECTED: corrected}
        self._shown = -1

    def body(self) -> ComposeResult:
        """Return what became of the minutes, and the two texts."""
        yield Static("\n".join(since_approved_said(self._since)), id="since-approved", markup=False)
        with Container(id="two-minutes"):
            yield PlacedLines(id=_APPROVED, classes="pane")
            yield PlacedLines(id=_CORRECTED, classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("N", _("Next difference"), "screen.next_difference"),
            Key("Tab", _("Other pane"), "app.focus_next"),
            Key("↑↓", _("Scroll"), "app.focus_next"),
            Key("F1", _("Help"), "screen.help"),
            Key("Esc", _("Back"), "app.pop_screen"),
        ]

    def on_mount(self) -> None:
        """Show the two texts."""
        self.entitle(_("READ-ONLY · minutes of {day}").format(day=day(self._since.day)))
        same = "" if self._differences else _("word for word the same")
        titles = {
            _APPROVED: _("As approved") if self._since.approved is not None else _("As issued"),
            _CORRECTED: _("As it reads now"),
        }
        for name, lines in self._texts.items():
            self._pane(name).entitle(titles[name], same)
            self._pane(name).show_placed([(line, index) for index, line in enumerate(lines)])
        self._pane(_APPROVED).focus()
        self.call_after_refresh(self.action_next_difference)

    def action_next_difference(self) -> None:
        """Go in both texts to where they differ next, after the last place to the first."""
        if self._differences:
            self._shown = (self._shown + 1) % len(self._differences)
            for name, index in zip(self._texts, self._differences[self._shown], strict=True):
                self._pane(name).stand_at(index)

    def _pane(self, name: str) -> PlacedLines:
        return self.query_one(f"#{name}", PlacedLines)


def side_by_side(then: Sequence[str], now: Sequence[str]) -> tuple[list[Line], list[Line], list[tuple[int, int]]]:
    """Return two texts, the lines marked that the other has not, and where they differ: in each the line where that
    begins, or the last one where the other has more.
    """
    same = SequenceMatcher(None, then, now, autojunk=False).get_matching_blocks()
    ends = [(block.a, block.b) for block in same]
    begins = [(0, 0), *((block.a + block.size, block.b + block.size) for block in same)]
    differences = [
        (min(here, len(then) - 1), min(there, len(now) - 1))
        for (here, there), end in zip(begins, ends, strict=False)
        if (here, there) != end
    ]
    alike_then = {index for block in same for index in range(block.a, block.a + block.size)}
    alike_now = {index for block in same for index in range(block.b, block.b + block.size)}
    return _marked(then, alike_then), _marked(now, alike_now), differences


def _marked(lines: Sequence[str], alike: set[int]) -> list[Line]:
    return [Line(line) if index in alike else Line(f"▌{line}", "unsure") for index, line in enumerate(lines)]
