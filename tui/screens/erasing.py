"""Erasing words from the application: the form, the question before it, and what is said of the words that are left."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from textual import work

from events.border import event_from
from events.catalogue import WordsErased
from events.errors import ReferatError
from events.text import shown
from governance.book import Book
from governance.erasing import SHORTEST, Place, erased, files_holding, places_of, words_in
from governance.forgetting import forget_beside
from governance.language import _, plural, said
from tui.recording import Recorder
from tui.screens.deciding_about_entries import AboutEntries
from tui.screens.form import EventForm
from tui.widgets.lines import Line

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
        super().__init__(WordsErased, recorder, given)

    def take(self, values: dict[str, Any]) -> None:
        """Ask whether it is meant."""
        if self._open:
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
        except ReferatError as problem:
            self.refuse(said(problem))
            return
        if await self.app.push_screen_wait(ErasingForGood(places)):
            texts = [place.text for place in places if len(place.text) >= SHORTEST]
            self.app.drafts.forget(texts)  # type: ignore[attr-defined]
            await self._carry_out(lambda book: erased(fields, event.basis, event.authority, book.today()), values)
            await self._forget_beside(places)
            await self._tell_what_is_left(texts)

    async def _forget_beside(self, places: Sequence[Place]) -> None:
        record: Path = self._recorder.record_path
        index = self.app.search_index(record)  # type: ignore[attr-defined]
        try:
            await self._recorder.ask_book(lambda book: forget_beside(index, record, book.log, book.name, places))
        except ReferatError as problem:
            self.app.notify(said(problem), severity="error", timeout=20, markup=False)

    async def _tell_what_is_left(self, texts: list[str]) -> None:
        record: Path = self._recorder.record_path
        left = await self._recorder.ask_book(lambda book: list(places_of(book.entries(), texts)))
        numbers = sorted({place.entry for place in left})
        if numbers:
            named = ", ".join(map(str, numbers[:_MANY])) + (" …" if len(numbers) > _MANY else "")
            told = plural(
                "The same words still stand in entry {numbers}.",
                "The same words still stand in {count} entries: {numbers}.",
                len(numbers),
            )
            self.app.notify(told.format(count=len(numbers), numbers=named), timeout=20, markup=False)
        for file in files_holding(record, texts):
            told = _("This file beside the record still holds the words: {file}").format(file=shown(str(file)))
            self.app.notify(told, timeout=20, markup=False)
