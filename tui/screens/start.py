"""The first screen: who records, and what to begin with."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from events.errors import N_, ReferatError
from events.text import clean
from governance.language import _, said
from tui.screens.base import ReferatScreen
from tui.widgets.key_bar import Key, KeyBar
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, held
from tui.widgets.wrapped_lines import WrappedLines

if TYPE_CHECKING:
    from tui.app import ReferatApp
    from tui.reading import Named


class StartScreen(ReferatScreen):
    """Asks for the name where it is not known, and offers three ways to begin. ``books`` are those that are there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(place), f"begin({place - 1})", show=False, id=f"start-{place}") for place in range(1, 4)),
        Binding("escape", "leave", show=False, id="leave-start"),
        Binding("h,H", "help", show=False, id="start-help"),
    ]
    app: "ReferatApp"

    def __init__(self, books: "Sequence[Named]" = ()) -> None:
        super().__init__()
        self._books = books

    def body(self) -> ComposeResult:
        """Return the question for the name, and the ways to begin."""
        with Vertical(id="start"):
            yield WrappedLines(id="welcome")
            with Vertical(id="naming"):
                yield Static(_("Who keeps the minute book? Your name stands at every entry."), markup=False)
                yield Input(id="actor", placeholder=_("First name and surname, then Enter"), max_length=120)
                yield Static("", id="actor-refused", classes="refusal", markup=False)
            yield LineList(id="ways", classes="pane")
            yield WrappedLines(id="way", classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        if self.app.actor is None:
            look = [Key("Esc", _("Only look"), "screen.leave")] if self._books else []
            return [Key("Enter", _("Keep the name"), "screen.focus_next"), *look, Key("Ctrl+Q", _("Quit"), "app.quit")]
        return [
            Key("1 2 3", _("Choose"), "screen.choose"),
            Key("Enter", _("Begin"), "screen.choose"),
            Key("F1", _("Help"), "screen.help"),
            Key("Esc", _("Back"), "screen.leave"),
            Key("Ctrl+Q", _("Quit"), "app.quit"),
        ]

    def more_keys(self) -> Sequence[Key]:
        """Return the ways to begin, and what can be done besides."""
        ways = [Key(str(place), words, f"screen.begin({place - 1})") for place, (words, _told) in enumerate(_ways(), 1)]
        settings = Key("", _("Settings: language, colours"), "app.settings")
        return [*(ways if self.app.actor is not None else ()), settings]

    def on_mount(self) -> None:
        """Ask for the name first."""
        self.entitle(_("referat: the council's minute book"))
        self.query_one("#welcome", WrappedLines).can_focus = False
        self.query_one("#way", WrappedLines).can_focus = False
        self.query_one("#welcome", WrappedLines).show_text(_welcome(self.app.actor))
        lines = [Line(f"{place}  {words}") for place, (words, _told) in enumerate(_ways(), 1)]
        ways = self.query_one("#ways", LineList)
        ways.entitle(_("What do you want to begin with?"))
        ways.show_lines(len(lines), held(lines))
        self._ask()
        self.tell_way()

    def _ask(self) -> None:
        asks = self.app.actor is None
        self.query_one("#naming").display = asks
        self.query_one("#ways").display = self.query_one("#way").display = not asks
        self.query_one("#actor" if asks else "#ways").focus()
        self.query_one("#keys", KeyBar).show_keys(self.foot())

    @on(LineList.Moved)
    def tell_way(self) -> None:
        """Tell what a way to begin does."""
        self.query_one("#way", WrappedLines).show_text([Line(_ways()[self.query_one("#ways", LineList).cursor][1])])

    @on(Input.Submitted, "#actor")
    def take_name(self, event: Input.Submitted) -> None:
        """Remember the name."""
        event.stop()
        try:
            name = _name_in(event.value)
        except ReferatError as problem:
            refused = self.query_one("#actor-refused", Static)
            refused.update(said(problem))
            refused.add_class("-refused")
            return
        unkept = self.app.name_actor(name)
        if unkept is not None:
            self.notify(said(unkept), markup=False, severity="warning")
        self._named()

    def _named(self) -> None:
        if self._books:
            self.app.pop_screen()
            self.app.begin_with(self._books)
            return
        self.query_one("#welcome", WrappedLines).show_text(_welcome(self.app.actor))
        self._ask()
        self.tell_way()

    @on(LineList.Chosen)
    def action_choose(self) -> None:
        """Begin with what the cursor stands on."""
        self.action_begin(self.query_one("#ways", LineList).cursor)

    def action_begin(self, place: int) -> None:
        """Begin in one of the three ways."""
        if self.app.actor is None:
            return
        self.query_one("#ways", LineList).cursor = place
        (self._new_council, self._import, self._practise)[place]()

    def action_leave(self) -> None:
        """Go back; who gives no name may look and not record."""
        if self.app.actor is None and self._books:
            self.app.read_only()
            self.app.pop_screen()
            self.app.begin_with(self._books)
        elif len(self.app.screen_stack) > 2 and self.app.actor is not None:
            self.app.pop_screen()

    def _new_council(self) -> None:
        from tui.screens.new_council import NewCouncilScreen

        self.app.push_screen(NewCouncilScreen())

    def _import(self) -> None:
        from tui.screens.importing_files import ImportingFilesScreen

        self.app.push_screen(ImportingFilesScreen())

    @work(exclusive=True, group="practice")
    async def _practise(self) -> None:
        """Make the practice record, and open its meetings."""
        import asyncio

        from tui.practising import make_practice

        practice = await asyncio.to_thread(make_practice, self.app.record, self.app.actor or "", self.app.clock)
        self.app.begin_practice(practice)
        self.app.open_board(practice.book)


class NameMissing(ReferatError):
    """What was typed is no name."""

    exit_code = 2


def _name_in(text: str) -> str:
    """Return the name that was typed. Raises a ReferatError where it is none."""
    if not any(character.isalpha() for character in text):
        raise NameMissing(N_("Write your name: it tells who recorded what."))
    return clean(text, field="recorded_by", lines=False)


def _welcome(actor: str | None) -> list[Line]:
    if actor is None:
        return [Line(_("Welcome to referat"), "heading")]
    return [Line(_("Welcome, {name}").format(name=actor), "heading")]


def _ways() -> list[tuple[str, str]]:
    return [
        (
            _("New council and meeting"),
            _(
                "Begin the minute book of a council: its name, its rules and its members. You can type the members, paste "
                "them, or read them from a table. Then plan the first meeting."
            ),
        ),
        (
            _("Take over minutes that exist"),
            _(
                "Read minutes and agendas that you have as text. referat finds members, items, decisions and what was "
                "put off. You see what was understood before anything is recorded."
            ),
        ),
        (
            _("Practice meeting"),
            _(
                "Try a whole meeting with a council that does not exist. Nothing is kept: all of it is deleted when you "
                "leave."
            ),
        ),
    ]
