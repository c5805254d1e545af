"""Showing a meeting as it goes on: the agenda, the item with its history, who is there, and the field to write in."""

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content

from events.errors import ReferatError
from events.ids import ItemId, MeetingId
from events.text import shown
from governance.drafts import Place, note_key
from governance.language import _
from governance.sitting.course import SittingItem
from governance.sitting.hours import clock_at
from tui.recording import Recorder
from tui.screens.recording_book import RecordsBook
from tui.sitting_reading import Shown, read_sitting
from tui.telling.sitting import attending_lines, item_lines
from tui.widgets.agenda_list import AgendaList
from tui.widgets.composer import Composer
from tui.widgets.draft_area import DraftLine
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, Lines, held
from tui.widgets.room_line import room_line
from tui.widgets.wrapped_lines import WrappedLines

_TICK = 5.0
"""Seconds between two looks at the clock."""


class ShowsSitting(RecordsBook):
    """Shows a meeting. ``item`` is the one that is being dealt with; None is the meeting itself, before its items."""

    def __init__(self, recorder: Recorder, meeting: MeetingId) -> None:
        super().__init__(recorder)
        self.meeting = meeting
        self.item: ItemId | None = None
        self.shown: Shown | None = None
        self.last_said = ""
        self._told: Sequence[Line] = ()

    def place(self) -> tuple[MeetingId | None, ItemId | None]:
        """Return the meeting and the item that is being dealt with."""
        return self.meeting, self.item

    def say(self, words: str, *, problem: bool = False) -> None:
        """Say something at the foot, and remember it."""
        self.last_said = words
        super().say(words, problem=problem)

    def body(self) -> ComposeResult:
        """Return the agenda, the item with the field to write in, and who is there."""
        with Container(id="sitting"):
            yield AgendaList(id="agenda")
            with Vertical(id="dealing"):
                yield WrappedLines(id="item", classes="pane")
                with Vertical(id="writing") as box:
                    box.border_title = Content("")
                    yield Composer(id="composer")
                    yield DraftLine()
            yield Lines(id="room", classes="pane")

    def on_mount(self) -> None:
        """Stand where one stood, with the field ready."""
        super().on_mount()
        place: Place = self.app.drafts.place  # type: ignore[attr-defined]
        if place.book == self.recorder.book and place.meeting == self.meeting and place.item:
            self.item = ItemId(place.item)
        self.query_one("#agenda").can_focus = True
        self.composer.focus()
        self.composer.write_about(self.key)
        self.set_interval(_TICK, self.show_room)
        self.app.projector_signal.subscribe(self, lambda _on: self.show_all())  # type: ignore[attr-defined]

    @property
    def composer(self) -> Composer:
        """The field to write in."""
        return self.query_one("#composer", Composer)

    @property
    def key(self) -> str:
        """Under what the text of the field is kept."""
        return self._key_of(self.item)

    def _key_of(self, item: ItemId | None) -> str:
        return note_key(self.recorder.book, self.meeting, item)

    @property
    def items(self) -> Sequence[SittingItem]:
        """The agenda."""
        return self.shown.sitting.items if self.shown is not None else ()

    @property
    def item_shown(self) -> SittingItem | None:
        """The item that is being dealt with."""
        return next((item for item in self.items if item.id == self.item), None)

    # reading and showing

    async def show_newest(self) -> None:
        """Read the meeting anew and show what changed."""
        actor, meeting = self.recorder.actor, self.meeting
        try:
            self.shown = await self.recorder.ask_book(lambda book: read_sitting(book, meeting, actor))
        except ReferatError as problem:
            self.refused(problem)
            return
        if self.item is None or self.item_shown is None:
            self.stand_on(self._first_to_do())
        if self.is_mounted:
            self.show_all()

    def _first_to_do(self) -> ItemId | None:
        waiting = [item.id for item in self.items if item.mark in ("waiting", "open")]
        return waiting[0] if waiting else self.items[-1].id if self.items else None

    def show_all(self) -> None:
        """Show the meeting as it was last read."""
        if self.shown is None:
            return
        agenda = self.query_one(AgendaList)
        agenda.projected = self.projected
        agenda.show_items(self.items, self.item, self._drafted())
        self.show_room()
        self._show_item()

    def _drafted(self) -> frozenset[ItemId]:
        """Return the items to which something is written that is not recorded yet."""
        drafts = self.app.drafts  # type: ignore[attr-defined]
        return frozenset(item.id for item in self.items if drafts.draft(self._key_of(item.id)) is not None)

    @property
    def projected(self) -> bool:
        """Whether others see the screen: the text of closed items is hidden then."""
        return bool(self.app.projector)  # type: ignore[attr-defined]

    def show_room(self) -> None:
        """Show the line at the top, and who is there."""
        if self.shown is None:
            return
        clock = clock_at(self.shown.sitting.day, self.recorder.clock()) or ""
        self.entitle(room_line(self.shown.council, self.shown.sitting, clock, max(20, self.size.width - 2)))
        lines = attending_lines(self.shown)
        room = self.query_one("#room", Lines)
        room.entitle(_("Present"))
        room.show_source(len(lines), held(lines))

    def _show_item(self) -> None:
        assert self.shown is not None
        item, pane = self.item_shown, self.query_one("#item", WrappedLines)
        lines = item_lines(self.shown, item, projected=self.projected)
        if lines != self._told:
            self._told = lines
            pane.show_text(lines)
            self.call_after_refresh(pane.scroll_end, animate=False)
        hidden = item is not None and item.closed and self.projected
        self.composer.hide_text(hidden)
        title = _("Note to item {number}").format(number=item.number) if item else _("Note about the meeting")
        writing = self.query_one("#writing")
        writing.border_title = Content(shown(title))
        writing.border_subtitle = Content(_("Shown as dots: type on as usual, it is kept") if hidden else "")

    def on_resize(self, event: events.Resize) -> None:
        """Let the line at the top fit."""
        super().on_resize(event)
        self.call_after_refresh(self.show_room)

    # moving

    def stand_on(self, item: ItemId | None) -> None:
        """Deal with an item: its text comes into the field."""
        if item == self.item:
            return
        self.item = item
        self.composer.write_about(self.key)
        self.app.stand_at(Place(self.recorder.book, self.meeting, item))  # type: ignore[attr-defined]
        self.show_all()

    def next_item(self, after: ItemId | None) -> ItemId | None:
        """Return the item behind another; the last has none behind it."""
        ids = [item.id for item in self.items]
        place = ids.index(after) + 1 if after in ids else 0
        return ids[place] if place < len(ids) else None

    def action_step(self, items: int) -> None:
        """Go to the item before or after."""
        ids = [item.id for item in self.items]
        if ids:
            place = ids.index(self.item) if self.item in ids else 0
            self.stand_on(ids[max(0, min(place + items, len(ids) - 1))])

    @on(LineList.Moved)
    def follow(self, message: LineList.Moved) -> None:
        """Deal with the item under the cursor."""
        if self.query_one("#agenda").has_focus:
            self.stand_on(self.query_one(AgendaList).item_at(message.index))

    @on(LineList.Chosen)
    def write_to_chosen(self, message: LineList.Chosen) -> None:
        """Write to the item that was chosen."""
        self.stand_on(self.query_one(AgendaList).item_at(message.index))
        self.composer.focus()
