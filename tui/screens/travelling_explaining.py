"""Telling on a journey why something stands where it does, and all about an entry."""

from collections.abc import Sequence

from textual import on

from governance.language import _
from governance.state.places import Place
from tui.screens.explained import ExplainedScreen
from tui.screens.reading_text import EntryScreen
from tui.screens.travelling_exporting import ExportsJourney
from tui.screens.travelling_reading import TravelsInBook
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line
from tui.widgets.placed_lines import PlacedLines


class ExplainsJourney(ExportsJourney):
    """Leads from any line to the entries behind it."""

    @on(LineList.Chosen)
    def choose(self, message: LineList.Chosen) -> None:
        """Tell all about an entry, or why something stands where it does."""
        if message.line_list is self.entries:
            self._show_entry()
        elif isinstance(message.line_list, PlacedLines):
            self._explain(message.line_list.meant)

    def action_why(self) -> None:
        """Tell why it stands under the cursor of the pane that is in use."""
        pane = self.focused
        self._explain(pane.meant if isinstance(pane, PlacedLines) else self.query_one("#standing", PlacedLines).meant)

    def _explain(self, place: Place | None) -> None:
        if place is not None:
            self.say(_("reading …"))
            self.read_explanation(place, self.point, self.day)

    @on(TravelsInBook.ExplanationRead)
    def show_explanation(self, message: TravelsInBook.ExplanationRead) -> None:
        """Show why; the entry that is chosen there is gone to."""
        self.say("")

        def go(number: int | None) -> None:
            if number:
                self.action_go(number)

        self.app.push_screen(ExplainedScreen(message.lines), go)

    def _show_entry(self) -> None:
        told = self._told(self.point)
        if told is not None:
            self.app.push_screen(EntryScreen(*told, self.point, self._stepped))

    def _stepped(self, number: int) -> tuple[str, Sequence[Line]] | None:
        told = self._told(number)
        if told is not None:
            self.action_go(number)
        return told

    def _told(self, number: int) -> tuple[str, Sequence[Line]] | None:
        if self.journey is None or not 1 <= number <= self.journey.reached:
            return None
        return _("Entry {number}").format(number=number), self.journey.detail(number)
