"""What there is to choose from in a form, and what the things that were chosen are called."""

import re
from collections.abc import Mapping
from typing import Any

from events.catalogue import EVENT_TYPES
from events.ids import LETTERS, ItemId, MeetingId, PersonId, ProposalId, StatementId
from events.sqlite.opening import RecordMissing
from governance.book import Book
from governance.filling.fields import NO, YES, Field, Holds, fields_of
from governance.filling.reading import NEW, REGISTERED, Raw, Raws
from governance.filling.things import Thing, Things, entries_told, things_in
from governance.language import _
from governance.wording.acts import act_name
from tui.forms.helps import code_said, label_of
from tui.screens.choosing import Choice

_NEWEST = 1000
"""So many entries are offered; an older one is named by its number."""

_ID = re.compile(rf"\b[{''.join(LETTERS.values())}][1-9]\d*\b")
_WITHIN = {ItemId: ("meeting",), ProposalId: ("item",), StatementId: ("item", "meeting", "agreed_in")}
"""For what belongs to something else the fields that say to what."""


class Offered:
    """Everything the book holds that a field can refer to, as it was when the form was opened."""

    def __init__(self, things: Things, entries: list[Thing], today: str) -> None:
        self.things, self.entries, self.today = things, entries, today
        self._known = {thing.id: thing for kind in things.values() for thing in kind}
        self._entries = {thing.id: thing for thing in entries}

    def thing(self, identifier: str) -> Thing | None:
        """Return something by its id."""
        return self._known.get(identifier)

    def in_words(self, text: str) -> str:
        """Return a text that speaks of things by their ids with what they are called."""
        return _ID.sub(lambda found: f"»{self._known[found[0]].words}«" if found[0] in self._known else found[0], text)

    def choices(self, field: Field, raws: Raws) -> list[Choice]:
        """Return what can be chosen in a field, as the other fields stand."""
        if field.codes:
            return [Choice(code, code_said(field, code)) for code in field.codes]
        things = self.entries if field.holds is Holds.ENTRY else self._within(field, raws)
        return [Choice(thing.id, thing.words, thing.hint, thing.topic) for thing in things]

    def new(self, field: Field) -> str:
        """Return how something new is offered, empty where only what the book holds can be chosen."""
        if field.holds is Holds.ENTRY:
            return _("Entry {name}")
        if field.thing not in REGISTERED:
            return ""
        return _("New person: {name}") if field.thing is PersonId else _("New body: {name}")

    def named(self, field: Field, raw: Any) -> str:
        """Return what stands in a field is called."""
        if isinstance(raw, Mapping):
            return self._event(raw) if field.holds is Holds.EVENT else self._part(field, raw)
        text = str(raw)
        if field.codes:
            return code_said(field, text)
        if text.startswith(NEW):
            return _("{name} (new)").format(name=text[len(NEW) :])
        known = self._entries if field.holds is Holds.ENTRY else self._known
        thing = known.get(text)
        if thing is None:
            return text
        meeting = field.thing is ItemId and thing.hint
        return f"{thing.words} ({thing.hint})" if meeting else thing.words

    def _within(self, field: Field, raws: Raws) -> list[Thing]:
        things = self.things.get(field.thing or MeetingId, [])
        places = {raws.get(name) for name in _WITHIN.get(field.thing, ())} - {None, ""} if field.thing else set()
        if field.name == "before" and (item := self.thing(str(raws.get("item")))) is not None:
            places = {item.within}
        if field.name in ("agreed_in",) or not places:
            return things
        return [thing for thing in things if thing.within in places]

    def _part(self, field: Field, raws: Raws) -> str:
        assert field.part is not None
        return ", ".join(filter(None, (self._within_part(inner, raws) for inner in fields_of(field.part)))) or "…"

    def _within_part(self, field: Field, raws: Raws) -> str:
        raw: Raw = raws.get(field.key, "")
        if not raw or raw == NO:
            return ""
        return label_of(field).lower() if raw == YES else self.named(field, raw)

    def _event(self, raw: Mapping[str, Any]) -> str:
        event_type = EVENT_TYPES[raw["type"]]
        own = (field for field in fields_of(event_type) if field.key not in ("meeting", "item", "when"))
        said = ", ".join(filter(None, (self._within_part(field, raw["fields"]) for field in own)))
        return f"{act_name(event_type)}: {said}" if said else act_name(event_type)


def offered(book: Book, *, entries: bool, public: Book | None = None) -> Offered:
    """Return what the book offers now; nothing where it has not begun.

    Where others see the screen, ``public`` is the book as everybody may read it: things are called what it calls them.
    People and bodies keep their names, or nobody could choose them, and somebody known would be registered anew.
    """
    today = book.today()
    try:
        fold = book.current()
    except RecordMissing:
        return Offered({}, [], today)
    things, told = things_in(fold, today), _told(book) if entries else []
    if public is not None:
        seen = things_in(public.current(), today)
        things = {kind: held if kind in REGISTERED else seen.get(kind, []) for kind, held in things.items()}
        told = _told(public) if entries else []
    return Offered(things, told, today)


def _told(book: Book) -> list[Thing]:
    fold = book.current()
    return entries_told(fold, book.entries(after=max(0, fold.number - _NEWEST)))
