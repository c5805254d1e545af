"""A screen with a menu: everything that can be recorded, by its name, and what the screen itself can do."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding, BindingType

from events.catalogue import EVENT_TYPES, Event
from events.errors import ReferatError
from events.ids import ItemId, MeetingId
from governance.filling.usual import usual_values
from governance.language import _
from governance.wording.acts import TOPICS
from tui.recording import Done
from tui.screens.choosing import Choice, Choosing
from tui.screens.walking_back import WalksBack
from tui.widgets.key_bar import Key

if TYPE_CHECKING:
    from tui.works_on_books import WorksOnBooks

_ACT, _KEY = "act:", "key:"
_MENUS = ("screen.help", "screen.menu")
"""What opens the list itself, and so is not offered in it."""


class OffersActs(WalksBack):
    """A screen that records, with a menu (Ctrl+P, F10) and a list of what can be done (F1). Both are searched by typing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10,ctrl+p", "menu", show=False, id="menu"),
        Binding("f1", "help", show=False, id="help"),
    ]

    def place(self) -> tuple[MeetingId | None, ItemId | None]:
        """Return the meeting and the item that are being dealt with; forms begin with them."""
        return None, None

    def more_keys(self) -> Sequence[Key]:
        """Return what the screen can do besides what stands at its foot."""
        return [
            Key("^Z", _("Undo what was recorded last"), "screen.undo"),
            Key("^Y", _("Record it anew"), "screen.redo"),
            Key("^L", _("Projector: hide what is closed, or show it again"), "app.projector"),
            Key("", _("Audit: is everything as it was recorded?"), "screen.audit"),
            Key("", _("Settings: language, colours"), "app.settings"),
        ]

    def action_audit(self) -> None:
        """Show whether everything in the book is as it was recorded."""
        cast("WorksOnBooks", self.app).audit(self.recorder.book)

    def action_menu(self) -> None:
        """Offer everything that can be recorded."""
        self._offer(_("What is to be recorded?"), keys_first=False)

    def action_help(self) -> None:
        """Say what can be done here; what is chosen is done."""
        self._offer(_("Help: what can be done here"), keys_first=True)

    def _offer(self, title: str, *, keys_first: bool) -> None:
        keys = [key for key in (*self.foot(), *self.more_keys()) if key.action not in _MENUS]
        # The list is there before the book is read: letters typed meanwhile would be keys of this screen.
        choosing = Choosing(title, None)
        self.app.push_screen(choosing, lambda chosen: self._do_chosen(keys, chosen))
        self._fill(choosing, _own(keys), keys_first=keys_first)

    @work(exclusive=True, group="offering")
    async def _fill(self, choosing: Choosing, own: Sequence[Choice], *, keys_first: bool) -> None:
        try:
            begun = await self.recorder.ask(lambda fold: fold.council is not None)
        except ReferatError as problem:
            if choosing.is_current:
                choosing.dismiss(None)
            self.call_later(self.refused, problem)  # a screen that is gone back to says what was done last
            return
        acts = _acts(begun=begun)
        if choosing.is_current:
            choosing.offer([*own, *acts] if keys_first else [*acts, *own])

    async def _do_chosen(self, keys: Sequence[Key], chosen: str | None) -> None:
        if chosen is None:
            return
        if chosen.startswith(_KEY):
            await self.run_action(keys[int(chosen[len(_KEY) :])].action)
        else:
            self.fill_in(EVENT_TYPES[chosen[len(_ACT) :]])

    def fill_in(self, event_type: type[Event], given: dict[str, object] | None = None) -> None:
        """Open the form for an event, with some of its values (as in JSON) filled in."""
        from tui.screens.forms import form_for

        values = {**usual_values(event_type, *self.place()), **(given or {})}
        self.app.push_screen(form_for(event_type, self.recorder, values), self._filled_in)

    async def _filled_in(self, done: Done | None) -> None:
        if done is not None:
            await self.show_done(done)


def _own(keys: Sequence[Key]) -> list[Choice]:
    topic = _("On this screen")
    return [Choice(f"{_KEY}{index}", key.words, key.key, topic) for index, key in enumerate(keys)]


def _acts(*, begun: bool) -> list[Choice]:
    return [
        Choice(f"{_ACT}{name}", _(called), "", _(topic))
        for topic, acts in TOPICS.items()
        for name, called in acts.items()
        if not (begun and name == "CouncilEstablished")
    ]
