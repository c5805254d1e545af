"""Erasing words from the application: the form, the question before it, and what is said of the words that are left."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual import work

from events.border import event_from
from events.catalogue import WordsErased
from events.errors import ReferatError
from events.text import shown
from governance.book import Book
from governance.erasing import Place, erased, files_holding, places_besides, words_in
from governance.filling.fields import Field, Holds, fields_of
from governance.filling.reading import Raw
from governance.forgetting import finish_erasing, forget_beside
from governance.language import _, plural, said
from governance.rules.record import ErasedAlready
from governance.wording.labels import word
from tui.recording import Done, Recorder
from tui.screens.amending import words_of
from tui.screens.choosing import Choice
from tui.screens.deciding_about_entries import AboutEntries
from tui.screens.form import EventForm
from tui.widgets.lines import Line

_WORDS = "fields"
"""The field that says which words of the entry are to go."""

_MANY = 5
"""So many entries are named where words are left; the rest is counted."""


class ErasingForGood(AboutEntries):
    """Shows the words that are to go, and asks whether that is meant."""

    def __init__(self, places: Sequence[Place]) -> None:
        question = _("These words are erased for good. Nobody can bring them back, and the entry itself stays.")
        lines = [Line(shown(line)) for place in places for line in place.text.splitlines()]
        super().__init__(_("Erase words"), question, lines, _("Erase them for good"))


class ErasingForm(EventForm):
    """The form that erases words of an entry. It asks once more before it does."""

    def __init__(self, recorder: Recorder, given: Mapping[str, Any] | None = None) -> None:
        # The words are chosen, so they are held as what is one of a few.
        fields = tuple(
            replace(field, holds=Holds.CODE) if field.name == _WORDS else field for field in fields_of(WordsErased)
        )
        self._words: list[Choice] | None = []
        super().__init__(WordsErased, recorder, given, fields=fields)

    async def begin(self) -> None:
        """Read which words the entry has that the form was opened on."""
        if self.raws["entry"]:
            await self._read_words(str(self.raws["entry"]))

    def choices(self, field: Field) -> Sequence[Choice] | None:
        """Return the words of the entry for the field that says which are to go."""
        return self._words if field.name == _WORDS else super().choices(field)

    def chosen(self, field: Field, identifier: str) -> None:
        """Offer the words of the entry that was chosen; those of another one are forgotten."""
        super().chosen(field, identifier)
        if field.name == "entry":
            self.set_raw(_WORDS, [])
            self._words = None
            self.read_words(identifier)

    def set_raw(self, key: str, raw: Raw) -> None:
        """Put something into a field; a draft of old may name the words one a line."""
        super().set_raw(key, raw.split() if key == _WORDS and isinstance(raw, str) else raw)

    def done_with(self, done: Done) -> None:
        """Leave the form, and say where the words may still stand."""
        super().done_with(done)
        told = _("Backups and copies that were handed out hold the words until they are replaced.")
        self.app.notify(told, timeout=20, markup=False)

    @work(exclusive=True, group="entry")
    async def read_words(self, number: str) -> None:
        """Read which words an entry has, and offer them where they are asked for already."""
        await self._read_words(number)

    async def _read_words(self, number: str) -> None:
        try:
            words = await self._ask_seen(lambda book: words_of(book, int(number))) if number.isdecimal() else []
        except ReferatError as problem:
            self.refuse(said(problem))
            words = []
        self._words = words
        self.redraw_chosen()
        if self._choosing is not None and self._choosing.is_current and self._choosing.is_waiting:
            self._choosing.offer(words)

    def _named(self, field: Field, raw: Any) -> str:
        if field.name != _WORDS:
            return super()._named(field, raw)
        known = next((choice for choice in self._words or () if choice.id == raw), None)
        return f"{known.hint}: {known.words}" if known is not None else word(str(raw))

    def take(self, values: dict[str, Any]) -> None:
        """Ask whether it is meant."""
        self.ask_first(values)

    @work(exclusive=True, group="recording")
    async def ask_first(self, values: dict[str, Any]) -> None:
        """Show what is to go; erase it where that is wanted, and say what is left of it."""
        try:
            event = event_from(WordsErased.__name__, values)
            assert isinstance(event, WordsErased)
            fields = {event.entry: event.fields}

            def judged(book: Book) -> list[Place]:
                erased(fields, event.basis, event.authority, book.today())(book.current(), book.history())
                return words_in(book.entries(), fields)

            places = await self._recorder.ask_book(judged)
        except ErasedAlready as problem:
            self.refuse("\n".join([said(problem), await self._finish()]))
            return
        except ReferatError as problem:
            self.refuse(said(problem))
            return
        if await self.app.push_screen_wait(ErasingForGood(places)):
            try:
                await self._forget_beside(places)
                await self._tell_what_is_left(places)
            except ReferatError as problem:
                self.refuse(said(problem))
                return
            await self._carry_out(lambda book: erased(fields, event.basis, event.authority, book.today()), values)

    async def _finish(self) -> str:
        """Finish an erasure that was stopped on the way, and say how that went."""
        record: Path = self._recorder.record_path
        try:
            await self._recorder.ask_book(lambda book: finish_erasing(record, book.log, book.name))
        except ReferatError as problem:
            return said(problem)
        return _("What an earlier erasure may have left in the files of the record has been cleared.")

    async def _forget_beside(self, places: Sequence[Place]) -> None:
        app: Any = self.app
        drafts, record = app.drafts, self._recorder.record_path
        index = app.search_index(record)
        await self._recorder.ask_book(lambda book: forget_beside(drafts, index, record, book.log, book.name, places))

    async def _tell_what_is_left(self, places: Sequence[Place]) -> None:
        record: Path = self._recorder.record_path
        left = await self._recorder.ask_book(lambda book: list(places_besides(book.entries(), places)))
        numbers = sorted({place.entry for place in left})
        if numbers:
            named = ", ".join(map(str, numbers[:_MANY])) + (" …" if len(numbers) > _MANY else "")
            told = plural(
                "The same words still stand in entry {numbers}.",
                "The same words still stand in {count} entries: {numbers}.",
                len(numbers),
            )
            self.app.notify(told.format(count=len(numbers), numbers=named), timeout=20, markup=False)
        for file in files_holding(record, [place.text for place in places]):
            told = _("This file beside the record still holds the words: {file}").format(file=shown(str(file)))
            self.app.notify(told, timeout=20, markup=False)
