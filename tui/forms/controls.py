"""The widgets in which a field of a form is filled in. Each holds what stands in the field, and says when it changes."""

from collections.abc import Callable
from typing import Any, ClassVar

from rich.style import Style
from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from events.text import shown
from governance.filling.fields import Field, Holds
from governance.filling.reading import Raw
from governance.language import _
from governance.matching import plain
from tui.forms.helps import code_said

Named = Callable[[Field, Any], str]
"""Returns what something in a field is called: a code, what was chosen, a part in one line."""


class Filled(Message):
    """Something else stands in a field."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field


class Wanted(Message):
    """Somebody wants to choose what stands in a field. ``typed`` was typed already; ``index`` is the one of a list that
    is to be changed, None for one more; ``entered`` tells that Enter was pressed.
    """

    def __init__(
        self, chooser: "Chosen | Listed", typed: str = "", index: int | None = None, *, entered: bool = False
    ) -> None:
        super().__init__()
        self.chooser = chooser
        self.typed = typed
        self.index = index
        self.entered = entered


class Typed(Input):
    """A field of one line that is typed."""

    def __init__(self, field: Field, raw: Raw) -> None:
        super().__init__(shown(str(raw)), select_on_focus=False, classes="control")
        self.field = field

    @property
    def raw(self) -> Raw:
        """What stands in the field."""
        return self.value

    @raw.setter
    def raw(self, raw: Raw) -> None:
        self.value = shown(str(raw))

    @on(Input.Changed)
    def tell(self, event: Input.Changed) -> None:
        """Say that it changed."""
        event.stop()
        self.post_message(Filled(self.field))


class Written(TextArea):
    """A field of several lines; Tab leaves it."""

    def __init__(self, field: Field, raw: Raw) -> None:
        super().__init__(shown(str(raw)), classes="control", show_line_numbers=False, compact=True)
        self.field = field

    @property
    def raw(self) -> Raw:
        """What stands in the field."""
        return self.text

    @raw.setter
    def raw(self, raw: Raw) -> None:
        self.text = shown(str(raw))

    @on(TextArea.Changed)
    def tell(self, event: TextArea.Changed) -> None:
        """Say that it changed."""
        event.stop()
        self.post_message(Filled(self.field))


class Chosen(Static, can_focus=True):
    """A field in which one thing is chosen: with Enter from a list, by typing, or with ← and → where it is one of a few."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", show=False, id="field-open"),
        Binding("delete,backspace", "clear", show=False, id="field-clear"),
        Binding("left", "turn(-1)", show=False, id="field-before"),
        Binding("right", "turn(1)", show=False, id="field-after"),
    ]

    def __init__(self, field: Field, raw: Raw, named: Named) -> None:
        super().__init__("", classes="control", markup=False)
        self.field = field
        self._raw = raw
        self._named = named

    @property
    def raw(self) -> Raw:
        """What stands in the field."""
        return self._raw

    @raw.setter
    def raw(self, raw: Raw) -> None:
        self._raw = raw
        self.draw()
        self.post_message(Filled(self.field))

    def on_mount(self) -> None:
        """Show what stands in the field."""
        self.draw()

    def draw(self) -> None:
        """Show what stands in the field, under the name that is known by now."""
        words = shown(self._named(self.field, self._raw)) if self._raw else _("choose")
        style = Style() if self._raw else Style(italic=True, dim=True)
        self.update(Text(f"{words} ▾", style=style, no_wrap=True, overflow="ellipsis"))

    def on_click(self) -> None:
        """Choose with the mouse."""
        self.post_message(Wanted(self))

    def action_open(self) -> None:
        """Choose from a list."""
        self.post_message(Wanted(self, entered=True))

    def action_clear(self) -> None:
        """Empty the field, where it may be empty."""
        if self._raw and not self.field.required:
            self.raw = ""

    def action_turn(self, steps: int) -> None:
        """Take the next of a few words."""
        codes = [*([] if self.field.required or self.field.default else [""]), *self.field.codes]
        if self.field.codes:
            here = codes.index(str(self._raw)) if self._raw in codes else -1 if steps > 0 else 0
            self.raw = codes[(here + steps) % len(codes)]

    def on_key(self, event: events.Key) -> None:
        """Take a letter as the beginning of what is meant; a space opens the list."""
        if not event.is_printable or not event.character:
            return
        event.stop()
        meant = [code for code in self.field.codes if _begins(code_said(self.field, code), event.character)]
        if len(meant) == 1:
            self.raw = meant[0]
        else:
            self.post_message(Wanted(self, event.character))


class Listed(Static, can_focus=True):
    """A field that holds any number: a line each, and one to add with. Delete takes one out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", show=False, id="list-open"),
        Binding("delete,backspace", "take_out", show=False, id="list-out"),
    ]

    def __init__(self, field: Field, raw: Raw, named: Named) -> None:
        super().__init__("", classes="control", markup=False)
        self.field = field
        self._raw: list[Any] = list(raw)
        self._named = named
        self._cursor = len(self._raw)

    @property
    def raw(self) -> Raw:
        """What stands in the field."""
        return list(self._raw)

    @raw.setter
    def raw(self, raw: Raw) -> None:
        self._raw = list(raw)
        self._cursor = min(self._cursor, len(self._raw))
        self.draw()
        self.post_message(Filled(self.field))

    def put(self, index: int | None, one: Any) -> None:
        """Put something in a place, or behind the others."""
        raw = list(self._raw)
        if index is None:
            raw.append(one)
            self._cursor = len(raw)
        else:
            raw[index] = one
        self.raw = raw

    def on_mount(self) -> None:
        """Show what stands in the field."""
        self.draw()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.draw()

    def on_blur(self) -> None:
        """Show no cursor."""
        self.draw(focused=False)

    def draw(self, *, focused: bool | None = None) -> None:
        """Show what stands in the field."""
        marked = self._cursor if (self.has_focus if focused is None else focused) else -1
        lines = [*(shown(self._named(self.field, one)) for one in self._raw), _("+ add")]
        text = Text(no_wrap=True, overflow="ellipsis")
        for index, line in enumerate(lines):
            style = (
                Style(reverse=True)
                if index == marked
                else Style(italic=True, dim=True)
                if index == len(self._raw)
                else ""
            )
            text.append(line, style=style)
            text.append("\n" if index < len(self._raw) else "")
        self.update(text)

    def on_click(self, event: events.Click) -> None:
        """Choose with the mouse."""
        place = event.get_content_offset(self)
        if place is not None:
            self._cursor = max(0, min(place.y, len(self._raw)))
            self._open(entered=False)

    def on_key(self, event: events.Key) -> None:
        """Move among the lines; beyond the ends the arrows leave the field. A letter begins what is added."""
        there = self._cursor + {"up": -1, "down": 1}.get(event.key, 0)
        if event.key in ("up", "down") and 0 <= there <= len(self._raw):
            event.stop()
            event.prevent_default()
            self._cursor = there
            self.draw()
        elif event.is_printable and event.character:
            event.stop()
            self.post_message(Wanted(self, event.character))

    def action_open(self) -> None:
        """Change the one under the cursor, or add one."""
        self._open(entered=True)

    def _open(self, *, entered: bool) -> None:
        index = self._cursor if self._cursor < len(self._raw) else None
        self.post_message(Wanted(self, index=index, entered=entered))

    def action_take_out(self) -> None:
        """Take out the one under the cursor; where it stands behind them, the last."""
        if self._raw:
            index = min(self._cursor, len(self._raw) - 1)
            self.raw = [*self._raw[:index], *self._raw[index + 1 :]]


Control = Typed | Written | Chosen | Listed


def control_for(field: Field, raw: Raw, named: Named) -> Control:
    """Return the widget for a field."""
    if field.many and (field.part is not None or field.holds is not Holds.LINE):
        return Listed(field, raw or [], named)
    if field.many or field.holds is Holds.LINES:
        return Written(field, raw)
    if field.holds in (Holds.CODE, Holds.THING, Holds.ENTRY, Holds.EVENT):
        return Chosen(field, raw, named)
    return Typed(field, raw)


def _begins(words: str, character: str) -> bool:
    return plain(words).startswith(plain(character))
