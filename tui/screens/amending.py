"""Correcting, striking or remarking on an entry that one has before one: nothing is changed, an entry is added."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

import msgspec
from textual import work
from textual.binding import Binding, BindingType

from events.catalogue import EntryStruck, Event, RemarkRecorded, WordsErased
from events.entry import Entry
from events.errors import ReferatError
from events.text import shown
from events.words import Words, spoken_field
from governance.book import Book
from governance.filling.correcting import ways_to_amend
from governance.language import _
from governance.wording.labels import word
from tui.recording import Done, Recorder
from tui.screens.book_showing import ShowsBook
from tui.screens.choosing import Choice, Choosing
from tui.screens.walking_back import WalksBack

if TYPE_CHECKING:
    from tui.screens.form import EventForm
    from tui.works_on_books import WorksOnBooks

_ACTS: dict[str, type[Event]] = {"strike": EntryStruck, "remark": RemarkRecorded, "erase": WordsErased}


class AmendsEntries(ShowsBook, WalksBack):
    """Offers what can be done about the entry under the cursor; ^Z and ^Y walk back over what one recorded oneself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,R", "amend", show=False, id="amend"),
    ]
    _amended: Entry | None = None

    @property
    def records(self) -> bool:
        """Whether anything can be recorded here: not where the application only reads, or nobody has given a name."""
        app = cast("WorksOnBooks", self.app)
        return not app.only_read and app.actor is not None

    @property
    def recorder(self) -> Recorder:  # type: ignore[override]  # the application keeps it
        """What records in this book."""
        return cast("WorksOnBooks", self.app).recorder_for(self.book_name)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out undoing and redoing where nothing is recorded."""
        if action in ("undo", "redo") and not self.records:
            return False
        return super().check_action(action, parameters)

    def say(self, words: str, *, problem: bool = False) -> None:
        """Say what was done, or why it was not."""
        self.notify(words, severity="error" if problem else "information", markup=False)

    async def show_changes(self) -> None:
        """Take in what was recorded."""
        self.look_again()

    async def show_done(self, done: Done) -> None:
        """Say what was recorded, and take it in."""
        words = _("Recorded: {words}   ^Z Undo") if done.can_be_undone else _("Recorded: {words}")
        self.say(words.format(words=await self.words_seen(done)))
        await self.show_changes()

    def action_amend(self) -> None:
        """Ask what is to be done about the entry at the point in time, and do it with its form."""
        if not self.records:
            self.say(_("Nothing can be recorded here: referat was opened for reading only."))
            return
        # The list is there before the entry is read: letters typed meanwhile would be keys of the log.
        choosing = Choosing(_("Entry {number}: what is wrong with it?").format(number=self.point), None)
        self._amended = None
        self.app.push_screen(choosing, self._do_chosen)
        self._offer_ways(self.point, choosing)

    @work(exclusive=True, group="amending")
    async def _offer_ways(self, number: int, choosing: Choosing) -> None:
        try:
            entry, struck = await self.recorder.ask_book(lambda book: _as_it_reads(book, number))
        except ReferatError as problem:
            if choosing.is_current:
                choosing.dismiss(None)
            self.refused(problem)
            return
        self._amended = entry
        if choosing.is_current:
            choosing.offer(_choices(ways_to_amend(entry, struck=struck)))

    def _do_chosen(self, act: str | None) -> None:
        if act is not None and self._amended is not None:
            self._fill_in(act, self._amended)

    @work(exclusive=True, group="amending")
    async def _fill_in(self, act: str, entry: Entry) -> None:
        given: dict[str, Any] = {"entry": entry.number}
        if act == "erase":
            choices = await self.ask_seen(lambda book: words_of(book, entry.number))
            chosen = await self.app.push_screen_wait(Choosing(_("Which words are to go?"), choices)) if choices else ""
            if chosen is None:
                return
            given["fields"] = [chosen] if chosen else []
        done = await self.app.push_screen_wait(self._form(act, entry, given))
        if done is not None:
            await self.show_done(done)

    def _form(self, act: str, entry: Entry, given: Mapping[str, Any]) -> "EventForm":
        from tui.screens.correcting import CorrectingForm  # these take a while to load, and reading needs none
        from tui.screens.forms import form_for

        if act == "correct":
            return CorrectingForm(self.recorder, entry)
        return form_for(_ACTS[act], self.recorder, given)


def _as_it_reads(book: Book, number: int) -> tuple[Entry, bool]:
    """Return an entry as it reads now, or read last, and whether it was struck."""
    recorded = next(book.entries(after=number - 1, upto=number))
    amendments = book.amendments()
    return amendments.in_force(recorded) or recorded, number in amendments.struck


def words_of(book: Book, number: int) -> list[Choice]:
    """Offer the words of an entry that are still there, each by the field in which it stands."""
    ((_body, stored),) = book.log.read(book.name, after=number - 1, upto=number)
    held = msgspec.json.decode(stored, type=Words)
    return [
        Choice(spoken_field(pointer), shown(one[1]), word(pointer)) for pointer, one in held.items() if one is not None
    ]


def _choices(ways: Sequence[str]) -> list[Choice]:
    words = {
        "correct": (_("Correct it"), _("it reads otherwise from here on, and both stay readable")),
        "strike": (_("Strike it"), _("it no longer counts, and stays readable")),
        "remark": (_("Remark on it"), _("it stays as it is, with a note beside it")),
        "erase": (_("Erase words of it"), _("where the law demands it; they never come back")),
    }
    return [Choice(way, *words[way]) for way in ways]
