"""Attendance: everybody present in one key, exceptions by typing parts of names."""

from collections.abc import Sequence
from typing import ClassVar, Literal, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from events.catalogue import AttendanceStatus
from events.ids import PersonId
from events.text import shown
from governance.language import _
from governance.matching import matching
from governance.sitting.attending import Attendee
from tui.screens.overlaying import Overlay
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, held
from tui.widgets.rows import Rows

_ORDER = (AttendanceStatus.PRESENT, AttendanceStatus.APOLOGY, AttendanceStatus.ABSENT)

Wish = Literal["statuses", "came-or-went", "stand-in", "guest"]


class Attended(NamedTuple):
    """What is to be recorded: the statuses, and where more is wanted, of whom."""

    wish: Wish
    statuses: dict[PersonId, AttendanceStatus]
    person: PersonId | None = None


class Findable(NamedTuple):
    """Somebody as typing finds them."""

    words: str
    hint: str
    place: int


class Attending(Overlay[Attended | None]):
    """Returns how everybody stands to the meeting. Where nothing is recorded yet, all stand as present."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False, id="attending-give-up"),
        Binding("up", "step(-1)", show=False, id="attending-up"),
        Binding("down", "step(1)", show=False, id="attending-down"),
        Binding("enter", "record", show=False, id="attending-record"),
        Binding("space", "change", show=False, id="attending-change"),
        Binding("backspace", "seek_less", show=False, id="attending-seek-less"),
        Binding("f2,ctrl+b", "ask_for('came-or-went')", show=False, id="attending-moved"),
        Binding("f3,ctrl+u", "ask_for('stand-in')", show=False, id="attending-stand-in"),
        Binding("f4,ctrl+f", "all_present", show=False, id="attending-all"),
        Binding("f6,ctrl+g", "ask_for('guest')", show=False, id="attending-guest"),
    ]

    def __init__(self, title: str, people: Sequence[Attendee], *, going_on: bool) -> None:
        super().__init__()
        self._title, self._people, self._going_on = title, people, going_on
        first = not any(one.status for one in people)
        self._statuses = {
            one.person: one.status or AttendanceStatus.PRESENT
            for one in people
            if one.as_ != "guest" and (first or one.status is not None)
        }
        self._suggested = first
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="attending", classes="modal") as box:
            box.border_title = Content(shown(self._title))
            yield Static(self._introduction(), id="attending-told", markup=False)
            yield Rows(id="attendees")
            yield Static(
                _("Space: present/apology/absent   F4: all present   Enter: record"),
                classes="modal-keys",
                markup=False,
            )
            yield Static(
                _("Type: find  F2: left/came  F3: stand-in  F6: guest  Esc: back"),
                classes="modal-keys",
                markup=False,
            )

    def _introduction(self) -> str:
        if self._suggested:
            return _("All stand as present. Change who is not, and press Enter.")
        return _("Change what is wrong, and press Enter.")

    def on_mount(self) -> None:
        """Show everybody."""
        self._show()

    def _show(self) -> None:
        attendees = self.query_one(Rows)
        width = max((len(one.name) for one in self._people), default=0)
        lines = [Line(self._line(one, width)) for one in self._people] or [
            Line(_("The book knows no members on this day. Add them under Members first."), "faint")
        ]
        attendees.show_lines(len(lines), held(lines), cursor=attendees.cursor)

    def _line(self, one: Attendee, width: int) -> str:
        party = f" ({one.party})" if one.party else ""
        return f"{_mark(self._statuses.get(one.person))} {one.name + party:<{width + 4}} {self._said(one)}".rstrip()

    def _said(self, one: Attendee) -> str:
        if one.as_ == "guest":
            return _("guest")
        status = self._statuses.get(one.person)
        said = [_STATUS_SAID[status]() if status is not None else _("nothing recorded")]
        if self._going_on and one.status is AttendanceStatus.PRESENT and not one.there:
            said.append(_("not in the room"))
        if one.stands_in_for:
            said.append(_("for {name}").format(name=one.stands_in_for))
        elif one.as_ == "attached":
            said.append(_("without a vote"))
        return ", ".join(said)

    @on(LineList.Chosen)
    def change_clicked(self) -> None:
        """Change who is clicked on."""
        self.action_change()

    def on_key(self, event: events.Key) -> None:
        """Go to who is typed."""
        if event.is_printable and event.character and event.character != " ":
            event.stop()
            self._seek(self._typed + event.character)

    def action_seek_less(self) -> None:
        """Take back the last letter."""
        self._seek(self._typed[:-1])

    def _seek(self, typed: str) -> None:
        names = [Findable(one.name, one.party or "", index) for index, one in enumerate(self._people)]
        found = matching(typed, names)
        if found:
            self._typed = typed
            self.query_one("#attending").border_subtitle = Content(shown(typed))
            self.query_one(Rows).cursor = found[0].place

    def action_step(self, lines: int) -> None:
        """Move the cursor."""
        self._forget_typed()
        self.query_one(Rows).cursor += lines

    def action_change(self) -> None:
        """Let who the cursor stands on be present, excused, or away; what was typed has served."""
        self._forget_typed()
        one = self._one()
        if one is None or one.as_ == "guest":
            return
        status = self._statuses.get(one.person)
        self._statuses[one.person] = _ORDER[(_ORDER.index(status) + 1) % 3] if status is not None else _ORDER[0]
        self._show()

    def action_all_present(self) -> None:
        """Let all be present."""
        self._forget_typed()
        for one in self._people:
            if one.as_ != "guest":
                self._statuses[one.person] = AttendanceStatus.PRESENT
        self._show()

    def action_ask_for(self, wish: Wish) -> None:
        """Record that somebody came or went, a stand-in, or a guest."""
        one = self._one()
        if wish == "guest":
            self.dismiss(Attended(wish, self._to_record()))
        elif one is not None and one.as_ != "guest":
            statuses = {person: status for person, status in self._to_record().items() if person != one.person}
            self.dismiss(Attended(wish, statuses, one.person))

    def action_record(self) -> None:
        """Record how all stand."""
        self.dismiss(Attended("statuses", dict(self._statuses)))

    def action_give_up(self) -> None:
        """Leave without recording."""
        self.dismiss(None)

    def _to_record(self) -> dict[PersonId, AttendanceStatus]:
        """Return what was changed here; a mere suggestion is not recorded along with something else."""
        return {} if self._suggested else dict(self._statuses)

    def _one(self) -> Attendee | None:
        index = self.query_one(Rows).cursor
        return self._people[index] if index < len(self._people) else None

    def _forget_typed(self) -> None:
        self._typed = ""
        self.query_one("#attending").border_subtitle = Content("")


_STATUS_SAID = {
    AttendanceStatus.PRESENT: lambda: _("present"),
    AttendanceStatus.APOLOGY: lambda: _("apology"),
    AttendanceStatus.ABSENT: lambda: _("absent"),
}


def _mark(status: AttendanceStatus | None) -> str:
    return _MARKS[status] if status is not None else "·"


_MARKS = {AttendanceStatus.PRESENT: "✓", AttendanceStatus.APOLOGY: "–", AttendanceStatus.ABSENT: "×"}
