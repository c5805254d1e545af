"""Building the agenda of a meeting: what stands on it, and what may come onto it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from events.catalogue import AgendaItemChanged
from events.ids import ItemId, MeetingId, PersonId
from governance.language import _, plural
from governance.planning.agenda import (
    AgendaNow,
    PlannedItem,
    adding,
    agenda_now,
    changing,
    closed,
    from_pasted,
    from_suggestion,
    moving,
    presented,
    sending,
    taking_off,
    titled,
    written_agenda,
)
from governance.planning.pasted_agenda import PastedItem
from governance.sitting.together import Planning
from governance.wording.speaking import day
from tui.recording import Recorder
from tui.screens.choosing import Choice, Choosing
from tui.screens.filling_in import Asked, FillingIn
from tui.screens.pasting import PastingScreen
from tui.screens.recording_book import RecordsBook
from tui.screens.saving_file import SavingFile
from tui.telling.planning import agenda_state, item_line, suggestion_line
from tui.widgets.key_bar import Key
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, held

if TYPE_CHECKING:
    from tui.app import ReferatApp


class AgendaScreen(RecordsBook):
    """Shows an agenda that is being built, and below or beside it what may come onto it; Enter takes that up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,A", "take_up_all", show=False, id="take-up-all"),
        Binding("n,N,insert", "add", show=False, id="add-item"),
        Binding("i,I,ctrl+v", "paste", show=False, id="paste-agenda"),
        Binding("plus,ctrl+down", "move(1)", show=False, id="item-down"),
        Binding("minus,ctrl+up", "move(-1)", show=False, id="item-up"),
        Binding("e,E,f2", "retitle", show=False, id="retitle-item"),
        Binding("l,L", "close_item", show=False, id="close-item"),
        Binding("o,O", "present", show=False, id="present-item"),
        Binding("u,U,delete", "withdraw", show=False, id="withdraw-item"),
        Binding("s,S", "send", show=False, id="send-agenda"),
        Binding("g,G", "save", show=False, id="save-agenda"),
        Binding("escape", "app.pop_screen", show=False, id="leave-agenda"),
    ]
    app: "ReferatApp"

    def __init__(self, recorder: Recorder, meeting: MeetingId) -> None:
        super().__init__(recorder)
        self.meeting = meeting
        self._agenda: AgendaNow | None = None

    def body(self) -> ComposeResult:
        """Return the agenda, and what may come onto it."""
        with Container(id="agenda-panes"):
            yield LineList(id="agenda-items", classes="pane")
            yield LineList(id="suggested", classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("N", _("New item"), "screen.add"),
            Key("I", _("Paste"), "screen.paste"),
            Key("+-", _("Move"), "screen.move(1)"),
            Key("S", _("Send"), "screen.send"),
            Key("E", _("Title"), "screen.retitle"),
            Key("L", _("Closed"), "screen.close_item"),
            Key("O", _("Presenter"), "screen.present"),
            Key("U", _("Take off"), "screen.withdraw"),
            Key("G", _("Save as file"), "screen.save"),
            Key("A", _("Take up all proposals"), "screen.take_up_all"),
            Key("Tab", _("Proposals"), "screen.focus_next"),
            Key("F1", _("Help"), "screen.help"),
            Key("Esc", _("Back"), "app.pop_screen"),
        ]

    def place(self) -> tuple[MeetingId | None, ItemId | None]:
        """Return the meeting and the item under the cursor."""
        return self.meeting, self._item.id if self._item is not None else None

    async def show_newest(self) -> None:
        """Show the agenda as it stands now."""
        first = self._agenda is None
        agenda = self._agenda = await self.ask_seen(lambda book: agenda_now(book.current(), self.meeting))
        self.entitle(
            _("Agenda for the meeting of {day}: {state}").format(day=day(agenda.day), state=agenda_state(agenda))
        )
        items, suggested = self.query_one("#agenda-items", LineList), self.query_one("#suggested", LineList)
        count = plural("{count} item", "{count} items", len(agenda.items)).format(count=len(agenda.items))
        items.entitle(_("Agenda"), count)
        lines = [item_line(item) for item in agenda.items] or [
            Line(_("The agenda is empty. N: new item. I: paste an agenda."), "faint")
        ]
        items.show_lines(len(lines), held(lines), cursor=items.cursor)
        offered = [suggestion_line(one) for one in agenda.suggested]
        suggested.entitle(_("May be taken up (Enter: one, A: all)"))
        suggested.display = bool(offered)
        suggested.show_lines(len(offered), held(offered), cursor=suggested.cursor)
        if first:
            (suggested if offered and not agenda.items else items).focus()
        elif not offered and suggested.has_focus:
            items.focus()

    @property
    def _item(self) -> PlannedItem | None:
        items = self._agenda.items if self._agenda is not None else ()
        cursor = self.query_one("#agenda-items", LineList).cursor
        return items[cursor] if 0 <= cursor < len(items) else None

    # what comes onto it

    @on(LineList.Chosen, "#suggested")
    @work(exclusive=True, group="planning")
    async def take_up(self, event: LineList.Chosen) -> None:
        """Take up what is suggested."""
        if self._agenda is not None and event.index < len(self._agenda.suggested):
            one = self._agenda.suggested[event.index]
            await self.carry_out(
                adding(self.meeting, [from_suggestion(one)]), _("item added: {title}").format(title=one.title)
            )

    @work(exclusive=True, group="planning")
    async def action_take_up_all(self) -> None:
        """Take up everything that is suggested."""
        suggested = self._agenda.suggested if self._agenda is not None else ()
        if suggested:
            words = plural("{count} item added", "{count} items added", len(suggested)).format(count=len(suggested))
            await self.carry_out(adding(self.meeting, [from_suggestion(one) for one in suggested]), words)

    @work(exclusive=True, group="planning")
    async def action_add(self) -> None:
        """Put a new item on the agenda."""
        asked = [Asked("title", _("Title"), _("As it is to read on the agenda, without a number."), needed=True)]
        filled = await self.app.push_screen_wait(FillingIn(_("New item"), asked, _("Add")))
        if filled is not None:
            title = filled["title"]
            await self.carry_out(adding(self.meeting, [titled(title)]), _("item added: {title}").format(title=title))

    @work(exclusive=True, group="planning")
    async def action_paste(self) -> None:
        """Make items of an agenda that was written elsewhere."""
        pasted = await self.app.push_screen_wait(PastingScreen(f"{self.recorder.book}/{self.meeting}/agenda"))
        if pasted:
            words = plural("{count} item added", "{count} items added", len(pasted)).format(count=len(pasted))
            if await self.carry_out(self._adding_pasted(pasted), words) is not None:
                self.app.give_up_draft(f"{self.recorder.book}/{self.meeting}/agenda")

    def _adding_pasted(self, pasted: Sequence[PastedItem]) -> Planning:
        return lambda book: adding(self.meeting, from_pasted(book.current(), pasted))(book)

    # what becomes of an item

    @work(exclusive=True, group="planning")
    async def action_move(self, places: int) -> None:
        """Move the item under the cursor."""
        item = self._item
        agenda = self.query_one("#agenda-items", LineList)
        if item is not None and 0 <= agenda.cursor + places < agenda.count:
            agenda.cursor += places
            await self.carry_out(moving(item.id, places), _("item moved: {title}").format(title=item.title))

    @work(exclusive=True, group="planning")
    async def action_retitle(self) -> None:
        """Word the title of the item anew."""
        if (item := self._item) is None:
            return
        asked = [Asked("title", _("Title"), "", item.title, needed=True)]
        filled = await self.app.push_screen_wait(
            FillingIn(_("Title of item {number}").format(number=item.number), asked, _("Change"))
        )
        if filled is not None and filled["title"] != item.title:
            change = AgendaItemChanged(item=item.id, title=filled["title"])
            await self.carry_out(changing(change), _("title changed: {title}").format(title=filled["title"]))

    @work(exclusive=True, group="planning")
    async def action_close_item(self) -> None:
        """Close the item to the public, or open it."""
        if (item := self._item) is not None:
            words = _("item open: {title}") if item.closed else _("item closed: {title}")
            change = AgendaItemChanged(
                item=item.id, title=closed(item.title, to_be=not item.closed), closed=not item.closed
            )
            await self.carry_out(changing(change), words.format(title=item.title))

    @work(exclusive=True, group="planning")
    async def action_present(self) -> None:
        """Say who presents the item."""
        if (item := self._item) is None:
            return
        people = await self.recorder.ask(lambda fold: [Choice(one, name) for one, name in fold.persons.items()])
        chosen = await self.app.push_screen_wait(
            Choosing(_("Who presents item {number}?").format(number=item.number), people)
        )
        if chosen is not None:
            name = next(choice.words for choice in people if choice.id == chosen)
            change = AgendaItemChanged(item=item.id, title=presented(item.title, name), presenter=PersonId(chosen))
            await self.carry_out(changing(change), _("presenter named: {title}").format(title=item.title))

    @work(exclusive=True, group="planning")
    async def action_withdraw(self) -> None:
        """Take the item off the agenda; it stays in the book."""
        if (item := self._item) is not None:
            await self.carry_out(taking_off(item.id), _("item taken off: {title}").format(title=item.title))

    # sending it

    @work(exclusive=True, group="planning")
    async def action_send(self) -> None:
        """Record that the agenda goes out today, and write it to a file to mail."""
        today = await self.recorder.ask_book(lambda book: book.today())
        done = await self.carry_out(sending(self.meeting, today), _("agenda sent {day}").format(day=day(today)))
        if done is not None and self.app.practice is None:
            await self._save(_("The agenda is recorded as sent. Save it as a file to mail"))

    @work(exclusive=True, group="planning")
    async def action_save(self) -> None:
        """Write the agenda to a file."""
        await self._save(_("Save the agenda as a file"))

    async def _save(self, title: str) -> None:
        if self._agenda is None:
            return
        if self.app.practice is not None:
            self.say(_("This is a practice: nothing is saved as a file."))
            return
        name = f"dagsorden-{self._agenda.day}.txt"
        texts = await self.recorder.ask(
            lambda fold: {
                "txt": written_agenda(fold, self.meeting, "txt"),
                "md": written_agenda(fold, self.meeting, "md"),
            }
        )
        path = await self.app.push_screen_wait(SavingFile(title, name, texts))
        if path is not None:
            self.say(_("Saved in {path}").format(path=path["path"]))
