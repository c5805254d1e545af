"""A line to type an answer in, at the foot of the screen; what is wrong with the answer is said beside it."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from events.text import shown


class Asking(Horizontal):
    """Asks for one thing at a time. ``kind`` tells what, in every message."""

    class Said(Message):
        """What stands in the line, as one of the three below."""

        def __init__(self, kind: str, text: str) -> None:
            super().__init__()
            self.kind = kind
            self.text = text

    class Typed(Said):
        """Something was typed."""

    class Answered(Said):
        """The answer was given with Enter."""

    class GivenUp(Said):
        """The line was left with Esc."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._kind = ""

    def compose(self) -> ComposeResult:
        """Return the question, the line, and what is wrong."""
        yield Static("", id="question", markup=False)
        yield Input(id="answer", select_on_focus=False)
        yield Static("", id="refusal", markup=False)

    def ask(self, kind: str, question: str, text: str = "") -> None:
        """Ask; ``text`` stands in the line already."""
        self._kind = kind
        self.refuse("")
        self.query_one("#question", Static).update(shown(question))
        answer = self.query_one("#answer", Input)
        answer.value = shown(text)
        answer.cursor_position = len(text)
        self.add_class("-open")
        self.screen.set_focus(answer)  # at once, so that what is typed fast lands in the line

    def refuse(self, problem: str) -> None:
        """Say what is wrong with the answer."""
        self.query_one("#refusal", Static).update(shown(problem))
        self.set_class(bool(problem), "-refused")

    def close(self) -> None:
        """Put the line away."""
        self.remove_class("-open")

    @on(Input.Changed)
    def pass_on_typed(self, event: Input.Changed) -> None:
        """Pass on what is typed."""
        event.stop()
        if self.has_class("-open"):
            self.refuse("")
            self.post_message(self.Typed(self._kind, event.value))

    @on(Input.Submitted)
    def pass_on_answer(self, event: Input.Submitted) -> None:
        """Pass on the answer."""
        event.stop()
        self.post_message(self.Answered(self._kind, event.value))

    def on_key(self, event: events.Key) -> None:
        """Leave the line with Esc."""
        if event.key == "escape":
            event.stop()
            self.post_message(self.GivenUp(self._kind, self.query_one("#answer", Input).value))
