"""Answering what a reading leaves open: who is meant, what a label begins, or what an entry is to read as."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from events.catalogue import EVENT_TYPES, Event, NoteWritten, Told
from events.errors import ReferatError
from events.ids import PersonId, is_id
from events.naming import names
from governance.documents.reading.usage import IN_HEAD, IN_ITEMS, label_in
from governance.filling.things import things_in
from governance.importing.choices import Change, Choices
from governance.importing.reviewing import Proposed, Review, require_changed
from governance.language import _, said
from governance.wording.acts import TOPICS, act_name
from governance.wording.importing import meaning_words
from tui.forms.offered import Offered
from tui.importing import Import, Paper, reviewed
from tui.screens.base import ReferatScreen
from tui.screens.choosing import Choice, Choosing
from tui.screens.proposed_form import ProposedForm

if TYPE_CHECKING:
    from tui.app import ReferatApp

_WHO = ("unknown-person", "ambiguous-person")
_LABEL, _ACT = "label:", "act:"


class AnswersReadings(ReferatScreen):
    """A screen on which a reading is answered. What is answered once is taught for the council's later documents."""

    app: "ReferatApp"
    going_on: Import
    paper: Paper

    async def choose(self, choices: Choices) -> Review | None:
        """Let choices hold, and show what they make."""
        raise NotImplementedError

    def say(self, words: str, *, problem: bool = False) -> None:
        """Say something at the foot."""
        raise NotImplementedError

    async def answer(self, review: Review, one: Proposed) -> None:
        """Ask what is meant by a proposed entry, or what it is to read as. To be awaited in a worker."""
        who = next((why for why in one.why if why.code in _WHO), None)
        if who is not None and not one.changed:
            await self._ask_who(review, who.details["name"])
        elif one.key is None or one.act is None or one.event is None:
            self.say(_("This cannot be changed here. Change the entry that it follows from, or the file."))
        elif isinstance(one.event, NoteWritten) and not one.changed:
            await self._ask_what(review, one, one.event)
        else:
            await self._ask_fields(review, one, type(one.event))

    async def _ask_who(self, review: Review, written: str) -> None:
        people = things_in(review.fold, review.file.document.date or "")[PersonId]
        choices = [Choice(one.id, one.words, one.hint, one.topic) for one in people]
        title = _("Who is »{name}«?").format(name=written)
        chosen = await self.app.push_screen_wait(Choosing(title, choices))
        if chosen is not None:
            await self._teach_name(written, review.fold.persons[PersonId(chosen)])

    async def _teach_name(self, written: str, full: str) -> None:
        try:
            self.going_on.teach(self._book, lambda usage: usage.with_name(written, full))
        except ReferatError as problem:
            self.say(said(problem), problem=True)
            return
        if await self.choose(self.paper.choices) is not None:
            self.say(_("From now on »{name}« is {person}, in later documents too.").format(name=written, person=full))

    async def _ask_what(self, review: Review, one: Proposed, note: NoteWritten) -> None:
        label = label_in(note.text) if note.text is not None else None
        choices = [*_meanings(label[0] if label is not None else None, note), *_kinds(note)]
        chosen = await self.app.push_screen_wait(Choosing(_("What is it?"), choices))
        if chosen is None:
            return
        if chosen.startswith(_LABEL) and label is not None:
            await self._teach_label(label[0], chosen.removeprefix(_LABEL))
        else:
            await self._ask_fields(review, one, EVENT_TYPES[chosen.removeprefix(_ACT)])

    async def _teach_label(self, label: str, meaning: str) -> None:
        try:
            self.going_on.teach(self._book, lambda usage: usage.with_label(label, meaning))  # type: ignore[arg-type]
        except ReferatError as problem:
            self.say(said(problem), problem=True)
            return
        self.going_on.taught(self.paper)
        if await self.choose(self.paper.choices) is not None:
            self.say(_("»{label}:« is known from now on, in later documents too.").format(label=label))

    async def _ask_fields(self, review: Review, one: Proposed, event_type: type[Event]) -> None:
        assert one.act is not None
        today = review.file.document.date or ""
        offered = Offered(things_in(review.fold, today), [], today)
        found: list[Review] = []

        async def make(change: Change) -> str:
            """Return why the rules do not allow it; empty where they do."""
            return await self._tried(one, change, found)

        form = ProposedForm(event_type, _given(one, event_type), offered, review.pending, make)
        if not await self.app.push_screen_wait(form):
            return
        await self.choose(found[-1].choices)
        await self._teach_from(one, found[-1])

    async def _tried(self, one: Proposed, change: Change, found: list[Review]) -> str:
        assert one.key is not None
        key, paper = one.key, self.paper
        choices, usage = paper.choices.changing(key, change), self.going_on.usage(self._book)
        try:
            after = await self.app.recorder_for(self._book).ask_book(lambda held: reviewed(held, paper, usage, choices))
            require_changed(after, key)
        except ReferatError as problem:
            return said(problem)
        found.append(after)
        return ""

    async def _teach_from(self, before: Proposed, after: Review) -> None:
        """Teach whom a short name means, where another person was put in place of the one that it was read as."""
        now = after.entry(before.key) if before.key is not None else None
        short = next((why for why in before.why if why.code == "short-name"), None)
        if now is None or now.event is None or before.event is None or short is None:
            return
        other = set(names(now.event)) - set(names(before.event))
        people = [one for one in other if is_id(one, PersonId)]
        if len(people) == 1 and short.details["person"] not in set(names(now.event)):
            await self._teach_name(short.details["written"], after.fold.persons[PersonId(people[0])])

    @property
    def _book(self) -> str:
        assert self.paper.found.book is not None
        return self.paper.found.book


def _given(one: Proposed, event_type: type[Event]) -> dict[str, object]:
    """Return the values that a form begins with: the entry's own, as far as another kind of entry has them too."""
    assert one.act is not None
    given = {**msgspec.to_builtins(one.event), "when": one.act.effective}
    if type(one.event) is event_type:
        return given
    return {name: given.get(name) for name in ("meeting", "item", "text", "when") if name in given}


def _meanings(label: str | None, note: NoteWritten) -> list[Choice]:
    """Return what a label that the note begins with may begin, wherever the council writes it."""
    if label is None:
        return []
    topic = _("»{label}:« always begins").format(label=label)
    return [
        Choice(f"{_LABEL}{meaning}", meaning_words(meaning), "", topic)  # type: ignore[arg-type]
        for meaning in (IN_ITEMS if note.item is not None else IN_HEAD)
    ]


def _kinds(note: NoteWritten) -> Sequence[Choice]:
    """Return the kinds of entries that the words of a note may be."""
    own = Choice(f"{_ACT}{NoteWritten.__name__}", _("Note: change its words"), "", _("This text is"))
    topics = sorted(TOPICS, key=lambda topic: NoteWritten.__name__ not in TOPICS[topic])
    told = [name for topic in topics for name in TOPICS[topic] if _may_be(EVENT_TYPES[name], note)]
    return [own, *(Choice(f"{_ACT}{name}", act_name(EVENT_TYPES[name]), "", _("This text is")) for name in told)]


def _may_be(event_type: type[Event], note: NoteWritten) -> bool:
    fields = event_type.__struct_fields__
    if event_type is NoteWritten or not issubclass(event_type, Told):
        return False
    return "item" in fields if note.item is not None else "meeting" in fields
