"""An entry on the screen: one line in the list, and everything about it in the pane beside."""

from collections.abc import Callable, Iterator
from enum import Enum
from hashlib import sha256
from typing import Any

import msgspec

from events.catalogue import AbsenceReason
from events.entry import Entry, unseal
from events.event import Event
from events.moments import Effective, bounds, is_exact
from events.naming import names
from events.words import ACTOR, Words, spoken_field
from governance.history import Amendments
from governance.language import _
from governance.state.fold import Fold
from governance.withholding import Withheld
from governance.wording.labels import code, field, word
from governance.wording.lines import line
from governance.wording.speaking import body, day, item, meeting, moment, period, person
from tui.widgets.lines import Line

_DATES = frozenset({"answer_due", "date", "due", "of", "held_on", "to_date", "until"})
_PERIODS = frozenset({"for_meeting", "period", "to_period"})
_REASONS = frozenset(AbsenceReason)
_WORDS = msgspec.json.Decoder(Words)


class Telling:
    """Words the entries of one book. ``fold`` knows the names; ``amendments`` what became of the entries, ``withheld`` what
    is not for those who see the screen.
    """

    def __init__(self, fold: Fold, amendments: Amendments, withheld: Withheld | None = None) -> None:
        self.fold = fold
        self.amendments = amendments
        self._withheld = withheld

    def for_those_who_see(self, body: bytes, words: bytes) -> tuple[bytes, bytes]:
        """Return a stored entry with the words that may be seen."""
        return body, words if self._withheld is None else self._withheld.without(body, words)

    @property
    def council(self) -> str:
        """Whose book it is; empty while the names are being read."""
        held = self.fold.council
        return ", ".join(filter(None, (held.name, held.municipality))) if held else ""

    def what(self, entry: Entry) -> str:
        """Return what an entry says, in one line; a name that is not known yet is left out."""
        try:
            return line(self.fold, entry.event)
        except KeyError:
            return "…"

    def row(self, entry: Entry, width: int) -> Line:
        """Return an entry as a line of the list. ``width`` is that of the longest number."""
        text = f"{entry.number:>{width}} {self._mark(entry)} {short_effective(entry.effective):<11} {self.what(entry)}"
        return Line(text, "struck" if self._struck(entry) else "")

    def short_row(self, entry: Entry, width: int) -> Line:
        """Return an entry as a line of a narrow list, without its day. ``width`` is that of the longest number."""
        text = f"{entry.number:>{width}} {self._mark(entry)} {self.what(entry)}"
        return Line(text, "struck" if self._struck(entry) else "")

    def detail(self, sealed: tuple[bytes, bytes]) -> list[Line]:
        """Return everything about an entry, from its stored bytes."""
        entry, words = unseal(*sealed), _WORDS.decode(sealed[1])
        return [
            Line(self.what(entry), "struck" if self._struck(entry) else "heading"),
            *self._became(entry),
            Line(""),
            Line(_("In effect: {when}").format(when=spoken_effective(entry.effective) or _("at no particular time"))),
            Line(_("Recorded: {moment} by {name}").format(moment=moment(entry.recorded_at), name=entry.recorded_by)),
            *(Line(text) for text in self._fields(entry.event)),
            *self._provenance(entry),
            *_record(entry, sealed[0], words),
        ]

    def _mark(self, entry: Entry) -> str:
        if self._struck(entry):
            return "×"
        if self._corrected(entry):
            return "±"
        return "~" if entry.provenance is not None and entry.provenance.inferred else " "

    def _struck(self, entry: Entry) -> bool:
        return entry.number in self.amendments.struck

    def _corrected(self, entry: Entry) -> Entry | None:
        return self.amendments.correction_of(entry.number)

    def _became(self, entry: Entry) -> Iterator[Line]:
        if self._struck(entry):
            by = self.amendments.struck[entry.number]
            yield Line(_("Struck by entry {number}: it no longer counts.").format(number=by))
        correction = self._corrected(entry)
        if correction is not None:
            yield Line(
                _("Corrected by entry {number}: {line}").format(number=correction.number, line=self.what(correction))
            )

    def _fields(self, event: msgspec.Struct, indent: str = "") -> Iterator[str]:
        known = frozenset(names(event))
        for name in event.__struct_fields__:
            value = getattr(event, name)
            if value is None or value == ():
                continue
            label = f"{indent}{field(type(event), name)}:"
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, msgspec.Struct):
                    yield f"{label} {line(self.fold, one)}" if isinstance(one, Event) else label
                    yield from self._fields(one, indent + "  ")
                else:
                    yield f"{label} {self._value(name, one, known)}"

    def _value(self, name: str, value: Any, known: frozenset[str]) -> str:
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, Enum):
            return code(str(value.value))
        if name == "reason" and value in _REASONS:
            return code(str(value))
        if value in known:
            return self._named(str(value))
        if name == "fields":
            return f"{word(value)} ({spoken_field(value)})"
        if name == "effective":
            return spoken_effective(Effective(value))
        if name in _PERIODS:
            return period(str(value))
        return day(str(value)) if name in _DATES else str(value)

    def _named(self, identifier: str) -> str:
        kind = identifier[:1]
        if kind == "n":
            return _("the text of entry {number}").format(number=identifier[1:])
        spoken: dict[str, Callable[[Fold, Any], str]] = {"p": person, "b": body, "m": meeting, "i": item}
        fold = self.fold
        titled = {"s": fold.matters, "g": fold.groups, "h": fold.plans, "d": fold.dispatches, "t": fold.tasks}
        found = spoken[kind](fold, identifier) if kind in spoken else _title(titled.get(kind, {}), identifier)
        return identifier if found in (None, identifier) else f"{found} ({identifier})"

    def _provenance(self, entry: Entry) -> Iterator[Line]:
        told = entry.provenance
        if told is None:
            return
        yield Line("")
        yield Line(_("Taken over from a document"), "heading")
        if told.lines is not None:
            first, last = told.lines
            lines = _("Line {first}") if first == last else _("Lines {first} to {last}")
            yield Line(lines.format(first=first, last=last))
        if told.rule is not None:
            yield Line(_("Recognised by the rule {rule}").format(rule=told.rule))
        if told.inferred:
            yield Line(_("Inferred: the document does not say so itself"))
        yield Line(_("File (SHA-256): {digest}").format(digest=told.source))


def spoken_effective(effective: Effective | None) -> str:
    """Return when something took effect, in figures; empty where it is timeless."""
    if effective is None:
        return ""
    if is_exact(effective):
        return f"{day(effective[:10])} {effective[11:]}".rstrip()
    after, until = bounds(effective)
    return f"{day(after) if after else ''}…{day(until) if until else ''}"


def short_effective(effective: Effective | None) -> str:
    """Return one day for when something took effect: of an interval the last, or else the first."""
    if effective is None:
        return ""
    after, until = bounds(effective)
    if is_exact(effective):
        return day(after or "")
    return f"…{day(until)}" if until else f"{day(after or '')}…"


def _title(things: Any, identifier: str) -> str | None:
    thing = things.get(identifier)
    told = (getattr(thing, name, None) for name in ("title", "name", "focus_area", "task"))
    return next(filter(None, told), None)


def _record(entry: Entry, stored: bytes, words: Words) -> Iterator[Line]:
    yield Line("")
    yield Line(_("As it is recorded"), "heading")
    kind = type(entry.event).__name__
    yield Line(_("Event: {event}, version {version}").format(event=kind, version=entry.schema_version))
    yield Line(_("Recorded (UTC): {moment}").format(moment=entry.recorded_at))
    yield Line(_("Command: {command}").format(command=entry.command_id))
    yield Line(_("Hash of the body (SHA-256): {digest}").format(digest=sha256(stored).hexdigest()))
    yield Line("")
    yield Line(_("Words, kept beside the body"), "heading")
    for pointer in sorted(words, key=lambda pointer: (pointer != ACTOR, pointer)):
        held = words[pointer]
        said = _("erased") if held is None else _("»{word}«, salt {salt}").format(word=held[1], salt=held[0])
        yield Line(f"{pointer}: {said}")
    yield Line("")
    yield Line(_("The body"), "heading")
    yield Line(stored.decode("utf-8", "replace"))
