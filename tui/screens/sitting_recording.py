"""Recording under the items of a meeting: notes, what came of an item, postponement, the next meeting."""

from collections.abc import Callable

import msgspec
from textual import on, work

from events.ids import ItemId, MeetingId
from governance.book import Book
from governance.importing.drafting import Draft
from governance.language import _
from governance.sitting.coming import Wanted, schedule
from governance.sitting.course import Mark, SittingItem
from governance.sitting.settling import Offer, note, offer, postpone, settle, settle_as_told, unless_dealt_with
from governance.sitting.together import Deed, planned
from governance.sitting.usual import Came
from governance.wording.speaking import day, time
from tui.recording import Done
from tui.screens.choosing import Choice, Choosing
from tui.screens.deciding import Deciding, Settled
from tui.screens.next_meeting import NextMeeting
from tui.screens.sitting_showing import ShowsSitting
from tui.widgets.composer import Composer, dotted

_NEXT = "next"


class RecordsSitting(ShowsSitting):
    """Records under the items. What was written is taken out of the field at once, and put back where it was refused."""

    async def do(self, deed: Deed, words: str) -> Done | None:
        """Record what a deed drafts as one step."""
        return await self.carry_out(planned(deed), words)

    @on(Composer.Entered)
    def decide_on_enter(self) -> None:
        """Enter with nothing written asks what came of the item."""
        self.action_decide()

    def action_note(self) -> None:
        """Record what is written as a note."""
        if not self.composer.text.strip():
            self.say(_("Nothing is written yet."))
            return
        key, item = self.key, self.item
        text = self.composer.take(key)
        self.record_text(key, item, text, note(item, self.meeting, text), self.worded(item, _("note")))

    def action_decide(self) -> None:
        """Ask what came of the item, the usual first."""
        item = self.item
        if self.shown is None or item is None or self.app.screen is not self:
            return
        text = self.composer.text
        outcomes = self.shown.usual.get((item, bool(text.strip())), ())
        if not text.strip() and outcomes and outcomes[0].came is Came.NEXT_MEETING:
            self.action_next_meeting()
            return
        noted = self.item_shown is not None and self.item_shown.noted
        mark, hidden = self._mark(item), self.is_hidden(item)
        hear = (lambda: self._hear(item, text, hidden)) if text.strip() or noted else None
        self.app.push_screen(
            Deciding(self.titled(item), outcomes, self.shown.names, hear),
            lambda settled: self._settle(item, mark, settled),
        )

    async def _hear(self, item: ItemId, text: str, hidden: bool) -> Offer:
        found = await self.recorder.ask_book(_hearing(item, text))
        if not hidden:
            return found
        heard = tuple(msgspec.structs.replace(held, words=dotted(held.words)) for held in found.heard)
        return msgspec.structs.replace(found, heard=heard)

    def _settle(self, item: ItemId, mark: Mark, settled: Settled | None) -> None:
        if settled is None:
            return
        if settled.outcome is not None and settled.outcome.came is Came.NEXT_MEETING:
            self.action_next_meeting()
            return
        key = self.key
        text = self.composer.take(key)
        deed = (
            settle_as_told(item, text, settled.left_out)
            if settled.outcome is None
            else settle(item, settled.outcome, text, settled.left_out)
        )
        deed = unless_dealt_with(item, mark, deed)
        self.record_text(key, item, text, deed, self.worded(item, settled.words), move_on=True)

    def action_postpone(self) -> None:
        """Ask to which meeting the item is put off, the next one first."""
        item = self.item
        if self.shown is None or item is None or self.app.screen is not self:
            return
        choices = [Choice(_NEXT, _("To the next meeting"))]
        choices += [
            Choice(later.id or "", _("To the meeting of {day}").format(day=day(later.date)))
            for later in self.shown.later
        ]
        title = _("Postpone item {number}").format(number=self.item_shown.number if self.item_shown else "")
        mark = self._mark(item)
        self.app.push_screen(Choosing(title, choices), lambda chosen: self._postpone(item, mark, chosen))

    def _postpone(self, item: ItemId, mark: Mark, chosen: str | None) -> None:
        if chosen is None:
            return
        key = self.key
        text = self.composer.take(key)
        to = MeetingId(chosen) if chosen != _NEXT else None
        deed = unless_dealt_with(item, mark, postpone(item, to, text))
        self.record_text(key, item, text, deed, self.worded(item, _("postponed")), move_on=True)

    def action_next_meeting(self) -> None:
        """Ask when the next meeting is; the date that the rhythm of the meetings gives stands there."""
        if self.shown is None or self.app.screen is not self:
            return
        item = self.item
        self.app.push_screen(
            NextMeeting(self.shown.next, self.shown.sitting.day), lambda wanted: self._next_meeting(item, wanted)
        )

    def _next_meeting(self, item: ItemId | None, wanted: Wanted | None) -> None:
        if wanted is None:
            return
        key = self.key
        text = self.composer.take(key)
        said = _("meeting on {day} {time}").format(day=day(wanted.date), time=time(wanted.start, wanted.end)).rstrip()
        deed = schedule(self.meeting, item, wanted, text)
        settled = item is not None and self.item_shown is not None and self.item_shown.kind == "next-meeting"
        self.record_text(key, item, text, deed, self.worded(item, said), move_on=settled)

    @work(group="doing")
    async def record_text(
        self, key: str, item: ItemId | None, text: str, deed: Deed, words: str, *, move_on: bool = False
    ) -> None:
        """Record what was written. The next item is there at once; where it is refused, one is back with the text."""
        if move_on and item is not None:
            self.stand_on(self.next_item(item) or item)
        done = await self.do(deed, words)
        if done is not None:
            self.composer.is_recorded(key)
            return
        refusal = self.last_said
        self.stand_on(item)
        self.composer.put_back(key, text)
        self.say(refusal, problem=True)

    def titled(self, item: ItemId | None) -> str:
        """Return the number and the title of an item, for a title."""
        held = self._held(item)
        if held is None:
            return _("The meeting")
        if self.is_hidden(item):
            return _("Item {number}").format(number=held.number)
        return _("Item {number}: {title}").format(number=held.number, title=held.title)

    def worded(self, item: ItemId | None, words: str) -> str:
        """Return words with the number of the item before them; without the words where they are not for all to see."""
        held = self._held(item)
        if held is None:
            return words
        if self.is_hidden(item):
            return _("item {number}").format(number=held.number)
        return _("item {number}: {words}").format(number=held.number, words=words)

    def is_hidden(self, item: ItemId | None) -> bool:
        """Return whether the words of an item are not for those who see the screen."""
        held = self._held(item)
        return held is not None and held.closed and self.projected

    def _mark(self, item: ItemId) -> Mark:
        held = self._held(item)
        return held.mark if held is not None else "waiting"

    def _held(self, item: ItemId | None) -> SittingItem | None:
        return next((held for held in self.items if held.id == item), None)


def _hearing(item: ItemId, text: str) -> Callable[[Book], Offer]:
    """Return what reads a text on the recorder's thread."""
    return lambda book: offer(Draft(book.history(), book.name, book.today()), item, text)
