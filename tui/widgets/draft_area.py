"""A field to write a text in that is kept while it is written: in the drafts, within a second of the last key."""

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Static, TextArea

from events.errors import ReferatError
from events.text import shown
from governance.drafts import Draft
from governance.language import _
from tui.keeping import Saved

if TYPE_CHECKING:
    from tui.app import ReferatApp

_OURS = ("f6", "f7", "ctrl+d", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+z", "ctrl+y", "ctrl+a", "ctrl+shift+k")


def _without_ours(bindings: list[BindingType]) -> list[BindingType]:
    """Return the keys of the stock text area without those that mean something else in this application."""
    kept: list[BindingType] = []
    for binding in bindings:
        assert isinstance(binding, Binding)
        keys = [key for key in binding.key.split(",") if key not in _OURS and not key.startswith(("alt+", "super+"))]
        if keys:
            kept.append(Binding(",".join(keys), binding.action, show=False))
    return kept


class DraftArea(TextArea, inherit_bindings=False):
    """A text area whose text belongs to a key of the drafts. ``write_for`` says which; what was kept for it comes back.

    ^Z and ^Y undo and redo what is typed while anything is; else they do what the screen does with them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *_without_ours(TextArea.BINDINGS),
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+z", "undo", show=False, id="draft-undo"),
        Binding("ctrl+y", "redo", show=False, id="draft-redo"),
    ]
    app: "ReferatApp"

    def __init__(self, key: str | None = None, *, id: str, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self._draft_key: str | None = None
        self._first_key = key

    def on_mount(self) -> None:
        """Bring back what was kept."""
        if self._first_key is not None and self._draft_key is None:
            self.write_for(self._first_key)

    def write_for(self, key: str | None) -> None:
        """Write for another key from here on; what was written for the one before stays kept. None keeps nothing."""
        if key == self._draft_key:
            return
        self.keep()
        self._draft_key = None
        held = self.app.drafts.draft(key) if key is not None else None
        self.load_text(shown(held.text) if held else "")
        if held is not None:
            self.move_cursor(_within(self, held))
        self._draft_key = key

    def keep(self) -> None:
        """Keep the text as it stands."""
        if self._draft_key is not None:
            line, column = self.cursor_location
            self.app.keep_draft(self._draft_key, Draft(self.text, line, column))

    def give_up(self) -> None:
        """Empty the field and keep its text no more: it was recorded, or is not wanted."""
        self.load_text("")
        self.keep()

    @on(TextArea.Changed)
    @on(TextArea.SelectionChanged)
    def keep_changed(self) -> None:
        """Keep what was typed, and where the cursor stands."""
        if self.is_attached:
            self.keep()

    def action_undo(self) -> None:
        """Take back what was typed; where nothing is, undo what was recorded last."""
        if self.text:
            super().action_undo()
        else:
            self.call_later(self.run_action, "screen.undo")

    def action_redo(self) -> None:
        """Type again what was taken back; where nothing was, redo what was undone last."""
        before = self.text
        super().action_redo()
        if self.text == before and not before:
            self.call_later(self.run_action, "screen.redo")


class DraftLine(Static):
    """Tells when the drafts were last kept, or why they are not."""

    app: "ReferatApp"

    def __init__(self, *, id: str = "draft-line") -> None:
        super().__init__("", id=id, markup=False)

    def on_mount(self) -> None:
        """Follow what becomes of the drafts."""
        self.app.saved_signal.subscribe(self, self.tell)
        if self.app.saved is not None:
            self.tell(self.app.saved)

    def tell(self, saved: Saved) -> None:
        """Tell what became of the drafts."""
        self.set_class(saved.problem is not None, "-problem")
        self.update(draft_words(saved.at, saved.problem))


def draft_words(at: datetime, problem: ReferatError | None = None) -> str:
    """Return what is said about the drafts."""
    if problem is not None:
        return _("! draft NOT kept: the disk refuses it")
    return _("✓ draft kept {time}").format(time=at.strftime("%H:%M:%S"))


def _within(area: TextArea, held: Draft) -> tuple[int, int]:
    """Return the place of the cursor, in the text even where the file says otherwise."""
    line = max(0, min(held.line, area.document.line_count - 1))
    return line, max(0, min(held.column, len(area.document.get_line(line))))
