"""Taking back a whole document; where its minutes have been approved, who allowed that has to be said."""

from collections.abc import Callable

from textual.screen import Screen

from events.catalogue import Authority, AuthorityKind
from events.errors import ReferatError
from events.ids import MeetingId
from governance.book import Book, Plan
from governance.filling.things import things_in
from governance.importing.taking_back import ApprovedAlready, TakingBack
from governance.language import _, plural
from governance.wording.speaking import day as said_day
from tui.recording import Recorder
from tui.screens.choosing import Choice, Choosing
from tui.screens.filling_in import Asked, FillingIn

_WRITTEN = "written"


class TakesBack(Screen[None]):
    """A screen on which a document can be taken back. ``take_back`` may be awaited in a worker only."""

    def refused(self, problem: ReferatError) -> None:
        """Say why something could not be done."""
        raise NotImplementedError

    async def take_back(self, recorder: Recorder, source: str) -> str | None:
        """Strike everything that was taken over from the file with this SHA-256; return what to say of it, None where it
        was refused, which is said, or given up.
        """
        try:
            return await self._take_back(recorder, source, None, None)
        except ApprovedAlready as approved:
            allowed = await self._ask_who_allowed(recorder, str(approved.details["date"]))
        except ReferatError as problem:
            self.refused(problem)
            return None
        if allowed is None:
            return None
        try:
            return await self._take_back(recorder, source, *allowed)
        except ReferatError as problem:
            self.refused(problem)
            return None

    async def _take_back(self, recorder: Recorder, source: str, reason: str | None, authority: Authority | None) -> str:
        plans: list[TakingBack] = []

        def plan_for(book: Book) -> Plan:
            plans[:] = [TakingBack(book.name, source, reason, book.today(), authority=authority)]
            return plans[0].plan

        plan: Callable[[Book], Plan] = plan_for
        await recorder.carry_out(plan, _("a document taken back"))
        struck, kept = plans[0].struck, len(plans[0].kept)
        words = plural("{count} entry struck.", "{count} entries struck.", struck).format(count=struck)
        stand = plural(
            "{count} entry stands, because later entries build on it.",
            "{count} entries stand, because later entries build on them.",
            kept,
        )
        return f"{words} {stand.format(count=kept)}" if kept else words

    async def _ask_who_allowed(self, recorder: Recorder, day: str) -> tuple[str, Authority] | None:
        meetings = await recorder.ask_book(lambda book: things_in(book.current(), book.today())[MeetingId])
        written = Choice(_WRITTEN, _("Everybody, in writing between two meetings"))
        choices = [written, *(Choice(one.id, one.words, one.hint, one.topic) for one in meetings)]
        title = _("Approved minutes of {day}: which meeting allowed it?").format(day=said_day(day))
        chosen = await self.app.push_screen_wait(Choosing(title, choices))
        if chosen is None:
            return None
        asked = [Asked("reason", _("Why they are taken back"), _("It stands in the book."), needed=True)]
        filled = await self.app.push_screen_wait(FillingIn(_("Take back the minutes"), asked, _("Take back")))
        if filled is None:
            return None
        if chosen == _WRITTEN:
            return filled["reason"], Authority(kind=AuthorityKind.WRITTEN_PROCEDURE)
        return filled["reason"], Authority(kind=AuthorityKind.MEETING, meeting=MeetingId(chosen))
