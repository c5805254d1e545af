"""Correcting, striking or remarking on an entry that one has before one: nothing is changed, an entry is added."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding, BindingType

from events.catalogue import EntryCorrected, EntryStruck, Event, RemarkRecorded, WordsErased
from governance.language import _
from tui.screens.book_showing import ShowsBook
from tui.screens.choosing import Choice, Choosing

if TYPE_CHECKING:
    from tui.works_on_books import WorksOnBooks

_ACTS: dict[str, type[Event]] = {
    "correct": EntryCorrected,
    "strike": EntryStruck,
    "remark": RemarkRecorded,
    "erase": WordsErased,
}


class AmendsEntries(ShowsBook):
    """Offers what can be done about the entry under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,R", "amend", show=False, id="amend"),
    ]

    @work(exclusive=True, group="amending")
    async def action_amend(self) -> None:
        """Ask what is to be done about the entry at the point in time, and do it with its form."""
        app = cast("WorksOnBooks", self.app)
        if app.only_read or app.actor is None:
            self.notify(_("Only who has given a name records. Go back to the books and say who you are."), markup=False)
            return
        from tui.screens.forms import form_for  # takes a while to load, and reading needs none

        number = self.point
        title = _("Entry {number}: what is wrong with it?").format(number=number)
        act = await self.app.push_screen_wait(Choosing(title, _choices()))
        if act is None:
            return
        form = form_for(_ACTS[act], app.recorder_for(self.book_name), {"entry": number})
        if await self.app.push_screen_wait(form) is not None:
            self.look_again()


def _choices() -> list[Choice]:
    return [
        Choice("correct", _("Correct it"), _("it reads otherwise from here on, and both stay readable")),
        Choice("strike", _("Strike it"), _("it no longer counts, and stays readable")),
        Choice("remark", _("Remark on it"), _("it stays as it is, with a note beside it")),
        Choice("erase", _("Erase words of it"), _("where the law demands it; they never come back")),
    ]
