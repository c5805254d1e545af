"""Beginning the book of a new council."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from events.catalogue import CouncilKind
from events.errors import ReferatError
from governance.importing.councils import kind_of_council, slug_for
from governance.importing.source import read_source
from governance.language import _, plural, said
from governance.planning.days import day_in
from governance.planning.members import members_in
from governance.planning.new_council import Beginning, NewCouncil
from governance.wording.rules import kind_said
from tui import reading
from tui.pasting_safely import pasted
from tui.recording import Recorder
from tui.screens.base import ReferatScreen
from tui.screens.choosing import Choice, Choosing
from tui.screens.filling_in import Asked, FillingIn
from tui.widgets.draft_area import DraftArea
from tui.widgets.key_bar import Key

if TYPE_CHECKING:
    from tui.app import ReferatApp

_DRAFT = "nyt-raad/medlemmer"


class NewCouncilScreen(ReferatScreen):
    """Asks for the council, its rules and its members, and records them as one command."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "begin", show=False, id="begin-book", priority=True),
        Binding("f2,ctrl+k", "choose_kind", show=False, id="choose-kind", priority=True),
        Binding("f3,ctrl+o", "read_members", show=False, id="read-members", priority=True),
        Binding("escape", "app.pop_screen", show=False, id="leave-new-council"),
    ]
    app: "ReferatApp"

    def __init__(self) -> None:
        super().__init__()
        self._kind: CouncilKind | None = None

    def body(self) -> ComposeResult:
        """Return the form."""
        with Vertical(id="council-form"):
            yield Static(_("Name of the council"), classes="form-label")
            yield Input(id="council-name", classes="form-line", placeholder=_("e.g. Integrationsrådet"))
            yield Static("", id="name-refused", classes="refusal", markup=False)
            yield Static(_("Municipality (may be left empty)"), classes="form-label")
            yield Input(id="council-municipality", classes="form-line", placeholder=_("e.g. Nordholm Kommune"))
            yield Static("", id="council-kind", classes="form-label", markup=False)
            yield Static(_("Members from (day)"), classes="form-label")
            yield Input(id="council-since", classes="form-line", placeholder="1.1.2026")
            yield Static("", id="since-refused", classes="refusal", markup=False)
            yield Static(_("Members, one a line: name, party or organisation, stand-in"), classes="form-label")
            yield DraftArea(_DRAFT, id="council-members")
            yield Static("", id="members-told", markup=False)
            yield Static("", id="members-refused", classes="refusal", markup=False)

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("^S", _("Begin the book"), "screen.begin"),
            Key("Tab", _("Next field"), "screen.focus_next"),
            Key("F2", _("Kind"), "screen.choose_kind"),
            Key("F3", _("Members from a file"), "screen.read_members"),
            Key("Esc", _("Back"), "app.pop_screen"),
        ]

    def on_mount(self) -> None:
        """Begin with the name."""
        self.entitle(_("New council"))
        members = self.query_one("#council-members", DraftArea)
        members.border_title = Content(_("Type, paste, or F3: read from a file"))
        self._show_kind()
        self.query_one("#council-name").focus()

    @on(Input.Changed, "#council-name")
    def follow_name(self) -> None:
        """Show the kind that the name tells, while none was chosen."""
        self._refuse("name", "")
        self._show_kind()

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Go to the next field."""
        self.focus_next()

    @on(TextArea.Changed, "#council-members")
    def count_members(self) -> None:
        """Tell how many members the text names, or what is wrong in it."""
        told, refused = "", ""
        try:
            members = members_in(self.query_one("#council-members", DraftArea).text)
        except ReferatError as problem:
            refused = said(problem)
        else:
            stand_ins = sum(bool(member.stand_in) for member in members)
            told = plural("{count} member", "{count} members", len(members)).format(count=len(members))
            if stand_ins:
                told += ", " + plural("{count} stand-in", "{count} stand-ins", stand_ins).format(count=stand_ins)
        self.query_one("#members-told", Static).update(told)
        self._refuse("members", refused)

    def _show_kind(self) -> None:
        kind = self._council_kind()
        words = _("Rules: those of a council of the kind »{kind}«   F2 chooses another")
        self.query_one("#council-kind", Static).update(words.format(kind=kind_said(kind.value)))

    def _council_kind(self) -> CouncilKind:
        return self._kind or kind_of_council(self.query_one("#council-name", Input).value)

    def _refuse(self, field: str, words: str) -> None:
        refused = self.query_one(f"#{field}-refused", Static)
        refused.update(words)
        refused.set_class(bool(words), "-refused")

    @work(exclusive=True, group="new-council")
    async def action_choose_kind(self) -> None:
        """Choose whose rules the council works by."""
        choices = [Choice(kind.value, kind_said(kind.value)) for kind in CouncilKind]
        title = _("What kind of body is it? Its usual rules follow from that.")
        chosen = await self.app.push_screen_wait(Choosing(title, choices, cursor=self._council_kind().value))
        if chosen is not None:
            self._kind = CouncilKind(chosen)
            self._show_kind()

    @work(exclusive=True, group="new-council")
    async def action_read_members(self) -> None:
        """Read the members from a file: a table saved as CSV, or plain text."""
        asked = [
            Asked(
                "file",
                _("File"),
                _(
                    "A table saved as CSV or text. The first row may say: navn; parti; organisation; stedfortræder; hverv."
                ),
                problem=lambda text: members_in(read_source(str(Path(text).expanduser())).text),
                needed=True,
            )
        ]
        filled = await self.app.push_screen_wait(FillingIn(_("Members from a file"), asked, _("Read")))
        if filled is not None:
            text = read_source(str(Path(filled["file"]).expanduser())).text
            self.query_one("#council-members", DraftArea).text = pasted(text.strip("\ufeff\n"))

    @work(exclusive=True, group="new-council")
    async def action_begin(self) -> None:
        """Record the council, and go on to its meetings."""
        council = self._filled()
        if council is None:
            return
        try:
            book = await self._record(council)
        except ReferatError as problem:
            self._refuse("members", said(problem))
            return
        self.query_one("#council-members", DraftArea).give_up()
        self.app.pop_screen()
        self.app.pop_screen()
        self.app.open_board(book)

    async def _record(self, council: NewCouncil) -> str:
        known = await asyncio.to_thread(reading.books, self.app.record)
        book = slug_for(council.name, council.municipality, [named.head.book for named in known])
        recorder: Recorder = self.app.recorder_for(book)
        await recorder.carry_out(lambda held: Beginning(book, held.today(), council), _("book begun"))
        recorder.steps.done.clear()  # the council itself is not struck by a stray ^Z
        return book

    def _filled(self) -> NewCouncil | None:
        """Return what was filled in; None where something will not do, which is said beside it."""
        name = self.query_one("#council-name", Input).value.strip()
        since = self.query_one("#council-since", Input).value.strip()
        self._refuse("name", "" if name else _("Write the name of the council."))
        self._refuse("since", "")
        self.count_members()
        try:
            members = members_in(self.query_one("#council-members", DraftArea).text)
        except ReferatError:
            self.query_one("#council-members").focus()
            return None
        try:
            first = day_in(since, "1900-01-01") if since else None
        except ReferatError as problem:
            self._refuse("since", said(problem))
            self.query_one("#council-since").focus()
            return None
        if not name:
            self.query_one("#council-name").focus()
            return None
        municipality = self.query_one("#council-municipality", Input).value.strip() or None
        return NewCouncil(name, municipality, self._council_kind(), members, since=first)
