"""A few lines to fill in, each with its label and a word of help; what is wrong is said beside the line."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from events.errors import ReferatError
from events.text import shown
from governance.language import _, said
from tui.screens.overlaying import Overlay


class Asked(NamedTuple):
    """A line to fill in. ``text`` stands in it already; ``problem`` raises a ReferatError where what is typed will not do.

    What is typed into a ``secret`` one is not shown.
    """

    id: str
    label: str
    help: str = ""
    text: str = ""
    problem: Callable[[str], object] | None = None
    needed: bool = False
    secret: bool = False


Filled = Mapping[str, str]
"""What stands in each line, by its id, without spaces around it."""


class FillingIn(Overlay[Filled | None]):
    """Returns what was filled in; None where it was left with Esc. ``finish`` is what Enter on the last line does.

    ``wrong`` says from the start what is wrong with a line, by its id: it was filled in before.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False, id="filling-give-up"),
        Binding("ctrl+s", "finish", show=False, id="filling-finish", priority=True),
        Binding("up", "app.focus_previous", show=False, id="filling-up"),
        Binding("down", "app.focus_next", show=False, id="filling-down"),
    ]

    def __init__(
        self, title: str, asked: Sequence[Asked], finish: str, *, wrong: Mapping[str, str] | None = None
    ) -> None:
        super().__init__()
        self._title, self._asked, self._finish, self._wrong = title, asked, finish, wrong or {}

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        with VerticalScroll(id="filling", can_focus=False) as box:
            box.border_title = Content(shown(self._title))
            for asked in self._asked:
                yield Static(shown(asked.label), classes="filling-label", markup=False)
                yield Input(
                    shown(asked.text),
                    id=f"filling-{asked.id}",
                    classes="filling-line",
                    select_on_focus=False,
                    password=asked.secret,
                )
                yield Static("", id=f"problem-{asked.id}", classes="filling-problem", markup=False)
                if asked.help:
                    yield Static(shown(asked.help), classes="filling-help", markup=False)
            keys = _("Enter {finish}   Tab Next line   Esc Back").format(finish=self._finish)
            yield Static(shown(keys), classes="filling-keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the first line, or with what is wrong."""
        self.query(Input).first().focus()
        self._say_wrong(self._wrong)

    @on(Input.Changed)
    def forget_problem(self, event: Input.Changed) -> None:
        """Say no more what was wrong with the line."""
        event.stop()
        self._refuse((event.input.id or "").removeprefix("filling-"), "")

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Go to the next line that is needed and empty, or finish."""
        event.stop()
        ids = [f"filling-{asked.id}" for asked in self._asked]
        below = self._asked[ids.index(event.input.id or "") + 1 :]
        empty = next((asked.id for asked in below if asked.needed and not self._filled(asked)), None)
        if empty is not None:
            self.query_one(f"#filling-{empty}").focus()
        else:
            self.action_finish()

    def action_finish(self) -> None:
        """Return what was filled in, if it will do."""
        filled = {asked.id: self._filled(asked) for asked in self._asked}
        wrong = {asked.id: words for asked in self._asked if (words := _problem(asked, filled[asked.id]))}
        self._say_wrong(wrong)
        if not wrong:
            self.dismiss(filled)

    def _say_wrong(self, wrong: Mapping[str, str]) -> None:
        """Say beside each line what is wrong with it, and go to the first."""
        for identifier, words in wrong.items():
            self._refuse(identifier, words)
        if wrong:
            self.query_one(f"#filling-{next(iter(wrong))}").focus()

    def _filled(self, asked: Asked) -> str:
        value = self.query_one(f"#filling-{asked.id}", Input).value
        return value if asked.secret else value.strip()

    def action_give_up(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)

    def _refuse(self, identifier: str, words: str) -> None:
        problem = self.query_one(f"#problem-{identifier}", Static)
        problem.update(shown(words))
        problem.set_class(bool(words), "-refused")


def _problem(asked: Asked, text: str) -> str:
    if not text:
        return _("This cannot be empty.") if asked.needed else ""
    if asked.problem is not None:
        try:
            asked.problem(text)
        except ReferatError as refusal:
            return said(refusal)
    return ""
