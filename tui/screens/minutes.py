"""The minutes of a meeting as they read now; issuing, approving and signing them."""

import asyncio
import os
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from events.catalogue import ApprovalForm
from events.errors import ReferatError
from events.ids import ItemId, KeyId, MeetingId, PersonId
from events.proofs.ssh_keys import PassphraseWrong, PrivateKey
from governance.drafts import note_key
from governance.keyring import KeyFile, enrolled_key
from governance.language import _, plural, said
from governance.planning.minutes import (
    Approver,
    MinutesNow,
    approvers,
    approving,
    issuing,
    minutes_now,
    signers,
    signing,
)
from governance.proving_minutes import proved_minutes
from governance.signing_off import signing_off
from governance.sitting.course import sitting
from governance.wording.speaking import day
from tui.recording import Recorder
from tui.screens.choosing import Choice, Choosing
from tui.screens.deciding_about_entries import AboutEntries
from tui.screens.filling_in import Asked, FillingIn
from tui.screens.recording_book import RecordsBook
from tui.screens.saving_file import SavingFile
from tui.telling.planning import status_words
from tui.telling.sitting import title_seen
from tui.widgets.key_bar import Key
from tui.widgets.lines import Line
from tui.widgets.wrapped_lines import WrappedLines

if TYPE_CHECKING:
    from tui.app import ReferatApp

_KEY, _PAPER = "key", "paper"
_SILENCE, _WRITTEN = ApprovalForm.SILENCE.value, ApprovalForm.WRITTEN.value


class MinutesScreen(RecordsBook):
    """Shows the minutes to read, also while the meeting goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u,U", "issue", show=False, id="issue-minutes"),
        Binding("d,D", "approve", show=False, id="approve-minutes"),
        Binding("s,S", "sign", show=False, id="sign-minutes"),
        Binding("g,G", "save", show=False, id="save-minutes"),
        Binding("escape", "app.pop_screen", show=False, id="leave-minutes"),
    ]

    app: "ReferatApp"

    def __init__(self, recorder: Recorder, meeting: MeetingId) -> None:
        super().__init__(recorder)
        self.meeting = meeting
        self._minutes: MinutesNow | None = None

    def body(self) -> ComposeResult:
        """Return the text."""
        yield WrappedLines(id="minutes", classes="pane")

    def foot(self) -> Sequence[Key]:
        """Return the keys."""
        return [
            Key("↑↓", _("Scroll"), "screen.focus_next"),
            Key("U", _("Issue"), "screen.issue"),
            Key("D", _("Approve"), "screen.approve"),
            Key("S", _("Sign"), "screen.sign"),
            Key("G", _("Save as file"), "screen.save"),
            Key("F1", _("Help"), "screen.help"),
            Key("Esc", _("Back"), "app.pop_screen"),
        ]

    def place(self) -> tuple[MeetingId | None, ItemId | None]:
        """Return the meeting."""
        return self.meeting, None

    async def show_newest(self) -> None:
        """Show the minutes as they read now; who scrolled stays where she is."""
        self._minutes = minutes = await self.ask_seen(lambda book: minutes_now(book, self.meeting))
        title = _("Minutes of {day}: {status}")
        self.entitle(title.format(day=day(minutes.day), status=status_words(minutes.status)))
        text = self.query_one("#minutes", WrappedLines)
        place = text.scroll_offset.y
        text.show_text([Line(line) for line in minutes.text.splitlines()])
        text.scroll_to(y=place, animate=False)
        text.entitle(_("As they would read if they were issued now") if minutes.status in ("open", "closed") else "")
        if self.focused is None:
            text.focus()

    @work(exclusive=True, group="minutes")
    async def action_issue(self) -> None:
        """Issue the minutes; where a note is written that is not recorded, once more is asked first."""
        if self._minutes is None or not await self._leaves_notes_out():
            return
        words = _("minutes of {day} issued").format(day=day(self._minutes.day))
        if await self.carry_out(issuing(self.meeting), words) is not None and self.app.practice is None:
            await self._save(_("The minutes are recorded as issued. Save them as a file to mail"))

    async def _leaves_notes_out(self) -> bool:
        """Name the items with a note that is not recorded, and return whether to go on without it, or there is none."""
        items = (await self.recorder.ask(lambda fold: sitting(fold, self.meeting))).items
        written, book = self.app.drafts.written, self.recorder.book
        lines = [
            Line(f"{item.number}  {title_seen(item, projected=self.app.projector)}")
            for item in items
            if note_key(book, self.meeting, item.id) in written
        ]
        if note_key(book, self.meeting, None) in written:
            lines.insert(0, Line(_("The meeting")))
        if not lines:
            return True
        question = plural(
            "A note is written here that is not recorded. The minutes would be issued without it.",
            "Notes are written here that are not recorded. The minutes would be issued without them.",
            len(lines),
        )
        return await self.app.push_screen_wait(
            AboutEntries(_("Issue the minutes"), question, lines, _("Issue them without"))
        )

    @work(exclusive=True, group="minutes")
    async def action_approve(self) -> None:
        """Record how the minutes were approved."""
        if self._minutes is None:
            return
        meetings = await self.recorder.ask(lambda fold: approvers(fold, self.meeting))
        at = _("At the meeting of {day}")
        choices = [
            *(Choice(held.meeting, at.format(day=day(held.day))) for held in meetings),
            Choice(_SILENCE, _("Nobody objected in time")),
            Choice(_WRITTEN, _("In writing")),
        ]
        chosen = await self.app.push_screen_wait(Choosing(_("How were the minutes approved?"), choices))
        if chosen is not None:
            await self._approve(chosen, meetings, self._minutes.day)

    async def _approve(self, chosen: str, meetings: Sequence[Approver], held_on: str) -> None:
        meeting = next((held for held in meetings if held.meeting == chosen), None)
        how = ApprovalForm.AT_MEETING if meeting is not None else ApprovalForm(chosen)
        today = await self.recorder.ask_book(lambda book: book.today())
        plan = approving(self.meeting, how, meeting, meeting.day if meeting is not None else today)
        await self.carry_out(plan, _("minutes of {day} approved").format(day=day(held_on)))

    @work(exclusive=True, group="minutes")
    async def action_sign(self) -> None:
        """Record a signature, with a reservation where one is made."""
        if self._minutes is None:
            return
        people = await self.recorder.ask(lambda fold: signers(fold, self.meeting))
        choices = [Choice(one.person, one.name, "" if one.present else _("was not there")) for one in people]
        chosen = await self.app.push_screen_wait(Choosing(_("Who signs?"), choices))
        if chosen is None:
            return
        name = next(one.name for one in people if one.person == chosen)
        own = await self.recorder.ask(lambda fold: enrolled_key(fold, PersonId(chosen), os.environ))
        if own is not None:
            ways = [
                Choice(_KEY, _("With the key {name}").format(name=own[1].name)),
                Choice(_PAPER, _("On paper: the book only tells of the signature")),
            ]
            way = await self.app.push_screen_wait(Choosing(_("How does {name} sign?").format(name=name), ways))
            if way is None:
                return
            own = own if way == _KEY else None
        await self._sign(PersonId(chosen), name, own)

    async def _sign(self, person: PersonId, name: str, own: tuple[KeyId, KeyFile] | None) -> None:
        """Ask for a reservation and the passphrase, and record the signature; None for the key signs on paper."""
        asked = [Asked("reservation", _("Reservation"), _("Empty: signed without reservation."))]
        try:
            protected = own is not None and own[1].is_protected()
        except ReferatError as problem:
            self.refused(problem)
            return
        if own is not None and protected:
            label = _("Passphrase of the key {name}").format(name=own[1].name)
            asked.append(Asked("passphrase", label, needed=True, secret=True))
        wrong: dict[str, str] = {}
        words = _("signed by {name}").format(name=name)
        while True:
            signs = FillingIn(_("{name} signs").format(name=name), asked, _("Sign"), wrong=wrong)
            filled = await self.app.push_screen_wait(signs)
            if filled is None:
                return
            reservation = filled["reservation"] or None
            if own is None:
                today = await self.recorder.ask_book(lambda book: book.today())
                await self.carry_out(signing(self.meeting, person, reservation, today), words)
                return
            try:
                key = await asyncio.to_thread(own[1].unlocked, filled.get("passphrase", ""))
            except PassphraseWrong as problem:
                wrong = {"passphrase": said(problem)}
                asked[0] = asked[0]._replace(text=filled["reservation"])
                continue
            except ReferatError as problem:
                self.refused(problem)
                return
            await self._sign_with(key, own[0], person, reservation, words)
            return

    async def _sign_with(
        self, key: PrivateKey, number: KeyId, person: PersonId, reservation: str | None, words: str
    ) -> None:
        self.recorder.key = key
        planned = partial(signing_off, meeting=self.meeting, person=person, key=number, reservation=reservation)
        await self.carry_out(lambda book: planned(book, unlock=lambda: key), words)

    @work(exclusive=True, group="minutes")
    async def action_save(self) -> None:
        """Write the minutes to a file."""
        await self._save(_("Save the minutes as a file"))

    async def _save(self, title: str) -> None:
        if self.app.practice is not None:
            self.say(_("This is a practice: nothing is saved as a file."))
            return
        key = self.app.key_of(self.recorder.book)
        texts = {
            "txt": await self.recorder.ask_book(lambda book: proved_minutes(book, self.meeting, "txt", key)),
            "md": await self.recorder.ask_book(lambda book: proved_minutes(book, self.meeting, "md", key)),
        }
        name = f"referat-{self._minutes.day if self._minutes else ''}.txt"
        path = await self.app.push_screen_wait(SavingFile(title, name, texts))
        if path is not None:
            self.say(_("Saved in {path}").format(path=path["path"]))
