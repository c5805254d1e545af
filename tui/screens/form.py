"""A form for any event: made from its type, filled in with labels and choosers, recorded as one step."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

import msgspec
from textual import work

from events.border import event_from
from events.catalogue import EVENT_TYPES, AnyEvent, EntryCorrected, EntryStruck, Event
from events.errors import N_, BookConflict, ReferatError
from events.ids import ItemId
from events.sqlite.opening import RecordMissing
from governance.book import Book, Plan
from governance.clock import day_in_denmark
from governance.danish.typed import Misread
from governance.drafts import Draft
from governance.filling.fields import Field, Holds, fields_of
from governance.filling.reading import Raw, filled
from governance.filling.recording import recorded_by
from governance.language import _
from governance.rules.act import RuleRefused
from governance.rules.record import AuthorityMissing, StrikeRefused
from governance.striking import struck_with_dependents
from governance.wording.acts import act_name
from tui.forms.controls import Chosen, Listed
from tui.forms.fields_form import FieldsForm
from tui.forms.helps import label_of
from tui.forms.offered import Offered, offered
from tui.recording import Done, Recorder
from tui.remembers_settings import RemembersSettings
from tui.screens.deciding_about_entries import ConflictScreen, StrikingAll
from tui.screens.part_form import PartForm
from tui.screens.walking_back import as_everybody_reads
from tui.telling.problems import problem_words
from tui.telling.told import told_in, written_meanwhile

T = TypeVar("T")


class EventForm(FieldsForm[Done | None]):
    """Records an event of any type. ``given`` are values of its fields, as in JSON, that are known already.

    Returns what was recorded, None where the form was left; what was typed is then kept until it is opened again.
    """

    def __init__(
        self,
        event_type: type[Event],
        recorder: Recorder,
        given: Mapping[str, Any] | None = None,
        *,
        fields: tuple[Field, ...] | None = None,
    ) -> None:
        fields = fields_of(event_type) if fields is None else fields
        given = given or {}
        super().__init__(
            act_name(event_type), fields, filled(fields, given), Offered({}, [], day_in_denmark(recorder.clock()))
        )
        self._event_type = event_type
        self._recorder = recorder
        self._key = _draft_key(recorder.book, event_type, fields, given)
        self._open = False
        self._taken_early = False
        self._seen: int | None = None

    @property
    def authority(self) -> str:
        """The key of the field that says who allowed that an entry is changed."""
        return "authority.kind"

    def on_mount(self) -> None:
        """Find out what there is to choose from, once the form is seen: two threads at work would only delay each other."""
        self.call_after_refresh(self.load)

    @work(exclusive=True, group="offering")
    async def load(self) -> None:
        """Read what there is to choose from, and take up what was typed before."""
        entries = any(field.holds is Holds.ENTRY for field in self._fields)
        others_see = cast(RemembersSettings, self.app).projector
        try:
            self.offered = await self._recorder.ask_book(
                lambda book: offered(book, entries=entries, public=as_everybody_reads(book) if others_see else None)
            )
            self._seen = await self._recorder.ask_book(_newest)
        except ReferatError as problem:
            self.refuse(problem_words(problem))
            return
        typed = self.raws
        self._take_up_draft()
        is_as_typed = self.raws == typed
        self.redraw_chosen()
        await self.begin()
        self._open = True
        if self._taken_early and is_as_typed:
            self.action_take()

    async def begin(self) -> None:
        """Fill in what follows from what the form was opened on."""
        if self._event_type is EntryCorrected and self.raws["entry"] and not self.raws["replacement"]:
            await self._read_entry(str(self.raws["entry"]))

    def action_take(self) -> None:
        """Record what was filled in; where the form is not ready yet, as soon as it is."""
        if self._open:
            super().action_take()
        else:
            self._taken_early = True

    def take(self, values: dict[str, Any]) -> None:
        """Record it."""
        self.record(values)

    @work(exclusive=True, group="recording")
    async def record(self, values: dict[str, Any]) -> None:
        """Record what was filled in; where it is refused, say why, and keep it."""
        await self._carry_out(recorded_by(self._event_type, values), values)

    async def _carry_out(self, plan: Callable[[Book], Plan], values: dict[str, Any]) -> None:
        try:
            done = await self._recorder.carry_out(plan, act_name(self._event_type))
        except StrikeRefused as refusal:
            await self._offer_to_strike_all(refusal, values)
            return
        except AuthorityMissing:
            self.say_wrong({self.authority: _ISSUED})
            return
        except BookConflict as conflict:
            if await self._tries_again(conflict):
                await self._carry_out(plan, values)
            return
        except RuleRefused as refusal:
            await self._refuse(refusal)
            return
        except ReferatError as problem:
            self.refuse(problem_words(problem))
            return
        self.done_with(done)

    def done_with(self, done: Done) -> None:
        """Leave the form: it was recorded."""
        self.app.give_up_draft(self._key)  # type: ignore[attr-defined]
        self._open = False
        self.dismiss(done)

    async def _ask_seen(self, look: Callable[[Book], T]) -> T:
        """Return what a function makes of the book; of its public copy where others see the screen."""
        public = cast(RemembersSettings, self.app).projector
        return await self._recorder.ask_book(lambda book: look(as_everybody_reads(book) if public else book))

    async def _refuse(self, refusal: RuleRefused) -> None:
        """Say why the rules refuse it, and what others recorded since the form was opened: that may be why."""
        others = (await self._recorder.look(self._seen)).others if self._seen else ()
        lines = await self._ask_seen(lambda book: written_meanwhile(book, others[-_LATELY:])) if others else []
        self.refuse("\n".join([problem_words(refusal), *lines]))

    async def _tries_again(self, conflict: BookConflict) -> bool:
        """Show who recorded what first, and return whether to try once more; the form stays as it is."""
        self.refuse(problem_words(conflict))
        number = int(str(conflict.details["number"]))
        lines = await self._ask_seen(lambda book: told_in(book, [number]))
        return await self.app.push_screen_wait(ConflictScreen(str(conflict.details["who"]), lines))

    async def _offer_to_strike_all(self, refusal: StrikeRefused, values: dict[str, Any]) -> None:
        """Show what builds on an entry, and strike that along with it where it is wanted."""
        lines = await self._ask_seen(lambda book: told_in(book, refusal.dependents))

        def answered(agreed: bool | None) -> None:
            if agreed:
                self.strike_all(values)

        self.app.push_screen(StrikingAll(refusal.number, lines), answered)

    @work(exclusive=True, group="recording")
    async def strike_all(self, values: dict[str, Any]) -> None:
        """Strike an entry with all that builds on it."""
        struck = event_from(self._event_type.__name__, values)
        assert isinstance(struck, EntryStruck)
        await self._carry_out(lambda book: struck_with_dependents(book, struck, all_of_them=True), values)

    def changed(self) -> None:
        """Keep what is typed."""
        if self._open:
            self._keep()

    def chosen(self, field: Field, identifier: str) -> None:
        """Fill in what follows from a choice: the meeting of an item, what an entry says now."""
        if field.thing is ItemId and field.name == "item":
            meeting = self.controls.get("meeting")
            thing = self.offered.thing(identifier)
            if meeting is not None and meeting.field.required and not meeting.raw and thing is not None:
                self.set_raw("meeting", thing.within)
        if self._event_type is EntryCorrected and field.name == "entry":
            self.read_entry(identifier)

    def open_part(self, control: Chosen | Listed, index: int | None) -> None:
        """Open a form for a part, or for what an entry is to read as."""
        if not isinstance(control, Chosen):
            super().open_part(control, index)
            return
        raw = control.raw
        if not isinstance(raw, dict) or not raw:
            self.refuse(_("Choose the entry first."))
            return
        form = PartForm(label_of(control.field), EVENT_TYPES[raw["type"]], raw["fields"], self.offered)
        self.app.push_screen(form, lambda raws: self._replace(control, raw["type"], raws))

    def _replace(self, control: Chosen, event_type: str, raws: dict[str, Raw] | None) -> None:
        if raws is not None:
            control.raw = {"type": event_type, "fields": raws}

    @work(exclusive=True, group="entry")
    async def read_entry(self, number: str) -> None:
        """Let the correction of an entry begin with what it says now."""
        await self._read_entry(number)

    async def _read_entry(self, number: str) -> None:
        try:
            event = await self._recorder.ask_book(lambda book: _reads_now(book, number))
        except ReferatError as problem:
            self.refuse(problem_words(problem))
            return
        if event is not None:
            given = {"replacement": msgspec.to_builtins(event)}
            self.set_raw("replacement", filled(self._fields, given)["replacement"])

    def _keep(self) -> None:
        raws = self.raws
        text = "" if raws == self._start else msgspec.json.encode(raws).decode()
        self.app.keep_draft(self._key, Draft(text))  # type: ignore[attr-defined]

    def _take_up_draft(self) -> None:
        draft: Draft | None = self.app.drafts.draft(self._key)  # type: ignore[attr-defined]
        if draft is None:
            return
        try:
            raws: dict[str, Raw] = msgspec.json.decode(draft.text, type=dict[str, Any])
        except msgspec.MsgspecError:
            return
        for key, raw in raws.items():
            if key in self.controls and self.controls[key].raw != raw:
                self.set_raw(key, raw)
        self.remark(_("This is what you had begun. ^R empties the form."))


def _draft_key(book: str, event_type: type[Event], fields: tuple[Field, ...], given: Mapping[str, Any]) -> str:
    """Return what a draft goes by: the form and what it was opened on."""
    on = [f"{field.key}={given[field.key]}" for field in fields if field.key in given and field.holds in _REFERRING]
    return "/".join((book, "form", event_type.__name__, *on))


def _newest(book: Book) -> int:
    """Return the number of the newest entry; 0 where there is none yet."""
    try:
        return book.current().number
    except RecordMissing:
        return 0


def _reads_now(book: Book, number: str) -> AnyEvent | None:
    """Return what an entry says now; None where there is no such entry, or it was struck."""
    wanted = int(number) if number.isascii() and number.isdigit() else 0
    entry = next(book.entries(after=wanted - 1, upto=wanted), None) if wanted > 0 else None
    held = book.amendments().in_force(entry) if entry is not None else None
    return held.event if held is not None else None


_ISSUED = Misread(N_("The minutes have been issued. Choose who allowed that they are changed."))
_LATELY = 2
"""So many entries of others are told where something is refused."""
_REFERRING = (Holds.THING, Holds.ENTRY)
