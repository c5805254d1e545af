"""A form: a row for each field, what to write in the one that has the focus, and what is wrong beside each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, TypeVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from events.errors import ReferatError
from events.text import shown
from governance.filling.correcting import REASON, chosen_around
from governance.filling.fields import Field, Holds
from governance.filling.reading import NEW, Raw, Raws, echo, read, values, written
from governance.language import _, said
from tui.forms.controls import Chosen, Control, Filled, Listed, Typed, Wanted, control_for
from tui.forms.helps import help_of, label_of
from tui.forms.offered import Offered
from tui.screens.choosing import Choice, Choosing
from tui.screens.overlaying import Overlay
from tui.widgets.key_bar import Key, KeyBar

R = TypeVar("R")

_AT_ONCE = 5
"""So many rows are put on the screen at a time."""


class FieldRow(Vertical):
    """A field with its label; what is wrong with it stands below."""

    def __init__(self, control: Control) -> None:
        super().__init__()
        self.control = control
        self._wrong: Static | None = None

    def compose(self) -> ComposeResult:
        """Lay out the row."""
        field = self.control.field
        label = label_of(field)
        needed = field.required and (len(field.path) == 1 or field.key == REASON)
        yield Static(f"{label} *" if needed else label, classes="label", markup=False)
        yield self.control
        yield Static("", classes="wrong", markup=False)

    def remark(self, words: str) -> None:
        """Say something at the edge of the form."""
        self.query_one("#form").border_subtitle = Content(shown(words))

    def refuse(self, problem: str) -> None:
        """Say what is wrong; nothing where all is well."""
        self.query_one(".wrong", Static).update(shown(problem))
        self.set_class(bool(problem), "-wrong")


class FieldsForm(Overlay[R]):
    """A form for an event or a part of one. Subclasses say what becomes of it in ``take`` and ``leave``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "take", show=False, id="form-take", priority=True),
        Binding("escape", "leave", show=False, id="form-leave"),
        Binding("up", "app.focus_previous", show=False, id="form-up"),
        Binding("down", "app.focus_next", show=False, id="form-down"),
        Binding("ctrl+r", "clear", show=False, id="form-clear"),
        Binding("f10", "leave", show=False, id="form-menu"),
    ]

    def __init__(self, title: str, fields: Sequence[Field], raws: Raws, offered: Offered) -> None:
        super().__init__()
        self._title, self._fields, self._start = title, fields, raws
        self.offered = offered
        self._choosing: Choosing | None = None
        self.controls: dict[str, Control] = {
            field.key: control_for(field, raws.get(field.key, ""), self._named) for field in fields
        }
        self._rows = [FieldRow(control) for control in self.controls.values()]

    @property
    def raws(self) -> dict[str, Raw]:
        """What stands in the fields."""
        return {key: control.raw for key, control in self.controls.items()}

    def compose(self) -> ComposeResult:
        """Lay out the form."""
        with Vertical(id="form") as box:
            box.border_title = Content(shown(self._title))
            with Vertical(id="form-fields"):
                yield from self._rows[:_AT_ONCE]
            yield Static("", id="form-problem", markup=False)
            yield Static("", id="form-help", markup=False)
            yield KeyBar(self.foot(), id="form-keys")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("Tab", _("Next field"), "app.focus_next"),
            Key("^R", _("Empty"), "screen.clear"),
            Key("^S", _("Record"), "screen.take"),
            Key("Esc", _("Back"), "screen.leave"),
        ]

    def on_mount(self) -> None:
        """Begin in the first field that is to be filled in."""
        empty = (
            one for one in self.controls.values() if one.field.required and len(one.field.path) == 1 and not one.raw
        )
        first = next(empty, next(iter(self.controls.values()), None))
        if first is not None:
            first.focus()

        if self._rows[_AT_ONCE:]:
            self._mount_rest()

    @work(group="mounting")
    async def _mount_rest(self) -> None:
        """Add the rows that a long form does not show at once, a few at a time, so that no key has to wait."""
        for start in range(_AT_ONCE, len(self._rows), _AT_ONCE):
            fields = next(iter(self.query("#form-fields")), None)
            if fields is None or not fields.is_attached:
                return  # the form was left meanwhile
            await fields.mount_all(self._rows[start : start + _AT_ONCE])

    def take(self, values: dict[str, Any]) -> None:
        """Take what was filled in."""
        raise NotImplementedError

    def action_leave(self) -> None:
        """Leave the form."""
        self.dismiss(None)

    def action_take(self) -> None:
        """Take what was filled in."""
        self.take_filled()

    def take_filled(self) -> None:
        """Take what was filled in, or say what is wrong with it."""
        found, problems = values(self._fields, self.raws, self.offered.today)
        self.say_wrong(problems)
        if not problems:
            self.take(found)

    def action_clear(self) -> None:
        """Let every field be as it was at first."""
        for key, control in self.controls.items():
            control.raw = self._start.get(key, "")

    def say_wrong(self, problems: Mapping[str, ReferatError]) -> None:
        """Say beside each field what is wrong with it, and go to the first."""
        for row in self._rows:
            problem = problems.get(row.control.field.key)
            row.refuse(said(problem) if problem is not None else "")
        first = next((key for key in self.controls if key in problems), None)
        if first is not None:
            self.controls[first].focus()
            self.call_after_refresh(self._row_of(self.controls[first]).scroll_visible, animate=False)

    def remark(self, words: str) -> None:
        """Say something at the edge of the form."""
        self.query_one("#form").border_subtitle = Content(shown(words))

    def refuse(self, problem: str) -> None:
        """Say at the foot why the whole is refused."""
        self.query_one("#form-problem", Static).update(shown(self.offered.in_words(problem)))
        self.set_class(bool(problem), "-refused")

    def set_raw(self, key: str, raw: Raw) -> None:
        """Put something into a field."""
        self.controls[key].raw = raw

    @on(Filled)
    def note_change(self, event: Filled) -> None:
        """Take back what was said to be wrong, and tell what is understood."""
        event.stop()
        self.refuse("")
        for row in self._rows:
            if row.control.field is event.field:
                row.refuse("")
                if row.control.has_focus:
                    self._tell(row.control)
        self.changed()

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Go to the next field; from the last, take the form."""
        event.stop()
        if event.input is list(self.controls.values())[-1]:
            self.action_take()
        else:
            self.focus_next()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what to write in the field."""
        for control in self.controls.values():
            if control is event.widget:
                self._tell(control)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Write a day or an amount out as it was understood."""
        control = event.widget
        if isinstance(control, Typed) and control.field.holds in _WRITTEN_OUT and control.raw:
            try:
                value = read(control.field, control.raw, self.offered.today)
            except ReferatError as problem:
                self._row_of(control).refuse(said(problem))
                return
            understood = str(written(control.field, value))
            if understood != control.value:
                control.value = understood

    @on(Wanted)
    def choose(self, event: Wanted) -> None:
        """Let somebody choose what stands in a field."""
        event.stop()
        if self._choosing is not None:
            self._hand_on(self._choosing, event)
            return
        control = event.chooser
        field = control.field
        if field.part is not None or field.holds is Holds.EVENT:
            self.open_part(control, event.index)
            return
        self._choosing = Choosing(
            label_of(field),
            self.choices(field),
            new=self.offered.new(field),
            cursor=str(control.raw) if isinstance(control, Chosen) else None,
            typed=event.typed.strip(),
        )
        self.app.push_screen(self._choosing, lambda chosen: self._chosen(control, event.index, chosen))

    def choices(self, field: Field) -> Sequence[Choice] | None:
        """Return what can be chosen in a field, as the others stand; None where it is offered later."""
        return self.offered.choices(field, chosen_around(field, self.raws))

    def _hand_on(self, choosing: Choosing, event: Wanted) -> None:
        """Hand on to the list what somebody who types fast typed before it was there."""
        if event.typed:
            choosing.type_more(event.typed)
        elif event.entered:
            choosing.choose_soon()

    def open_part(self, control: Chosen | Listed, index: int | None) -> None:
        """Open a form for one part of a list."""
        from tui.screens.part_form import PartForm

        assert isinstance(control, Listed)
        assert control.field.part is not None
        held = control.raw[index] if index is not None and isinstance(control.raw, list) else {}
        form = PartForm(label_of(control.field), control.field.part, held, self.offered)
        self.app.push_screen(form, lambda raws: control.put(index, raws) if raws is not None else None)

    def chosen(self, field: Field, identifier: str) -> None:
        """Do what follows from a choice."""

    def changed(self) -> None:
        """Do what follows from a change."""

    def _chosen(self, control: Chosen | Listed, index: int | None, identifier: str | None) -> None:
        self._choosing = None
        if identifier is None:
            return
        if control.field.holds is Holds.ENTRY:
            identifier = identifier.removeprefix(NEW)
        if isinstance(control, Listed):
            control.put(index, identifier)
        else:
            control.raw = identifier
            self.chosen(control.field, identifier)
            self.focus_next()

    def _tell(self, control: Control) -> None:
        understood = echo(control.field, control.raw, self.offered.today)
        words = help_of(control.field)
        self.query_one("#form-help", Static).update(
            shown(_("{help} Understood: {what}.").format(help=words, what=understood) if understood else words)
        )

    def _row_of(self, control: Control) -> FieldRow:
        return next(row for row in self._rows if row.control is control)

    def _named(self, field: Field, raw: Any) -> str:
        return self.offered.named(field, raw)

    def redraw_chosen(self) -> None:
        """Show what was chosen under the names that are known by now."""
        for control in _choosers(self.controls.values()):
            control.draw()


def _choosers(controls: Any) -> Iterator[Chosen | Listed]:
    return (control for control in controls if isinstance(control, Chosen | Listed))


_WRITTEN_OUT = frozenset({Holds.DAY, Holds.CLOCK, Holds.PERIOD, Holds.WHEN, Holds.AMOUNT})
