"""The audit: is everything as it was recorded, who signed what, which checkpoints hold; and keeping and comparing those."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.worker import Worker, get_current_worker

from events.errors import ReferatError
from governance.audited import Audit
from governance.language import _, said
from tui import auditing
from tui.auditing import Stopped
from tui.screens.base import ReferatScreen
from tui.screens.choosing import Choice, Choosing
from tui.screens.filling_in import Asked, FillingIn
from tui.telling.audit import audit_lines
from tui.widgets.key_bar import Key
from tui.widgets.lines import Line
from tui.widgets.wrapped_lines import WrappedLines

if TYPE_CHECKING:
    from tui.app import ReferatApp

_PLAIN, _WITH_ENTRIES = "plain", "with-entries"


class AuditScreen(ReferatScreen):
    """Verifies a book, or all of them where none is named. Esc stops a verification that is going on, then leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v,V", "verify", show=False, id="verify-anew"),
        Binding("k,K", "keep", show=False, id="keep-checkpoint"),
        Binding("h,H", "hold", show=False, id="hold-checkpoint"),
        Binding("escape", "stop", show=False, id="stop-audit"),
    ]

    app: "ReferatApp"

    @dataclass
    class Went(Message):
        """So many entries were verified, of so many."""

        done: int
        total: int

        def can_replace(self, message: Message) -> bool:
            """Only the newest counts."""
            return isinstance(message, AuditScreen.Went)

    @dataclass
    class Audited(Message):
        """The audit is done."""

        found: Audit
        rules: Sequence[str]

    @dataclass
    class Refused(Message):
        """A file that was to be held against the book will not do."""

        problem: ReferatError

    def __init__(self, record: Path, book: str | None) -> None:
        super().__init__()
        self.record, self.book = record, book
        self._files: list[Path] = []
        self._working: Worker[None] | None = None

    def body(self) -> ComposeResult:
        """Return the text."""
        yield WrappedLines(id="audit", classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("↑↓", _("Scroll"), "screen.focus_next"),
            Key("V", _("Verify anew"), "screen.verify"),
            *([Key("K", _("Keep a checkpoint"), "screen.keep")] if self.book is not None else []),
            Key("H", _("Compare one"), "screen.hold"),
            Key("F1", _("Help"), "screen.help"),
            Key("Esc", _("Stop, back"), "screen.stop"),
        ]

    def on_mount(self) -> None:
        """Verify at once."""
        self.entitle(_("Audit of {book}").format(book=self.book or self.record.name))
        self.query_one("#audit", WrappedLines).focus()
        self.action_verify()

    def action_verify(self) -> None:
        """Verify, with every checkpoint that was held against the book."""
        self._show(_("Verifying …"), [])
        self._working = self._verify()

    @work(thread=True, exclusive=True, group="audit", exit_on_error=True)
    def _verify(self) -> None:
        worker = get_current_worker()
        only_read = self.app.only_read

        def went(done: int, total: int) -> None:
            if worker.is_cancelled:
                raise Stopped
            self.post_message(self.Went(done, total))

        try:
            found, rules = auditing.audited(self.record, self._files, self.book, went, read_only=only_read)
        except Stopped:
            return
        except ReferatError as problem:
            self._files.pop()
            self.post_message(self.Refused(problem))
            return
        if not worker.is_cancelled:
            self.post_message(self.Audited(found, rules))

    @on(Went)
    def tell_progress(self, message: Went) -> None:
        """Say how far the verification has come."""
        if self._working is not None and not self._working.is_finished:
            told = _("Verifying: entry {done} of {total}. Esc stops.")
            self.query_one("#audit", WrappedLines).entitle(told.format(done=message.done, total=message.total))

    @on(Audited)
    def show_found(self, message: Audited) -> None:
        """Show what was found."""
        title = (
            _("Everything is as it was recorded") if message.found.sound else _("Something is not as it was recorded")
        )
        self._show(title, audit_lines(message.found, message.rules))

    @on(Refused)
    def tell_refused(self, message: Refused) -> None:
        """Say why a file was not held against the book, and verify without it."""
        self.notify(said(message.problem), severity="error", markup=False)
        self.action_verify()

    def action_stop(self) -> None:
        """Stop the verification that is going on; else go back."""
        if self._working is not None and not self._working.is_finished:
            self._working.cancel()
            self._working = None
            self._show(_("Stopped"), [Line(_("The verification was stopped; nothing was found out. V verifies anew."))])
        else:
            self.app.pop_screen()

    @work(exclusive=True, group="checkpoints")
    async def action_keep(self) -> None:
        """Write a checkpoint to a file that the auditor takes along."""
        if self.book is None:
            return
        choices = [
            Choice(_PLAIN, _("Three lines"), _("show that something was changed")),
            Choice(_WITH_ENTRIES, _("The auditor's file"), _("names the entry that was changed")),
        ]
        kind = await self.app.push_screen_wait(Choosing(_("What is to be kept?"), choices))
        if kind is None:
            return
        text = str(Path.home() / f"{self.book}.checkpoint")
        help_text = _(
            "Keep it where nobody who keeps the record can change it: on a stick, on paper, with the auditor."
        )
        asked = [Asked("path", _("File"), help_text, text, auditing.require_new, needed=True)]
        filled = await self.app.push_screen_wait(FillingIn(_("Keep a checkpoint"), asked, _("Keep")))
        if filled is None:
            return
        key = self.app.key_of(self.book)
        path = Path(filled["path"]).expanduser()
        try:
            signed = auditing.keep_checkpoint(self.record, self.book, path, key, with_entries=kind == _WITH_ENTRIES)
        except ReferatError as problem:
            self.notify(said(problem), severity="error", markup=False)
            return
        words = (
            _("Kept in {path}, signed.") if signed else _("Kept in {path}, without a signature: no key was at hand.")
        )
        self.notify(words.format(path=path), markup=False)

    @work(exclusive=True, group="checkpoints")
    async def action_hold(self) -> None:
        """Hold a checkpoint that was kept against the book."""
        help_text = _("The file with a checkpoint that you kept, or three lines typed from paper.")
        asked = [Asked("path", _("File"), help_text, "", auditing.require_checkpoint, needed=True)]
        filled = await self.app.push_screen_wait(
            FillingIn(_("Hold a checkpoint against the book"), asked, _("Compare"))
        )
        if filled is not None:
            self._files.append(Path(filled["path"]).expanduser())
            self.action_verify()

    def _show(self, title: str, lines: Sequence[Line]) -> None:
        pane = self.query_one("#audit", WrappedLines)
        pane.entitle(title)
        pane.show_text(lines)
