"""An entry by itself, as somebody reads it who has no book: what kind of act it is, and what every field says."""

from collections.abc import Iterator
from typing import Any

import msgspec

from events.entry import Entry, words_of
from events.text import RESERVED
from events.words import spoken_field
from governance.language import _, plural
from governance.wording.acts import act_name
from governance.wording.speaking import moment


def entry_lines(entry: Entry) -> Iterator[str]:
    """Return an entry in plain lines. People and things are named by their ids, as in the body."""
    yield _("Entry {number} of {book}: {act}").format(
        number=entry.number, book=entry.book, act=act_name(type(entry.event))
    )
    recorded = _("Recorded {when} by {who}")
    yield recorded.format(when=moment(entry.recorded_at), who=entry.recorded_by)
    if entry.effective is not None:
        yield _("In effect: {when}").format(when=entry.effective)
    fields = msgspec.to_builtins(entry.event)
    for name, value in fields.items():
        if name != "type":
            yield from _field(name, value, "  ")


def missing_from_proof(entry: Entry) -> Iterator[str]:
    """Return what is to be said of words that a proof lacks: whoever passes it on may take out any of them."""
    fields = [spoken_field(pointer) for pointer, text in words_of(entry).items() if text in RESERVED]
    if fields:
        told = plural(
            "{count} word is missing from this proof: {fields}. Whether it was erased, the proof does not show: whoever "
            "passes it on can leave words out. Ask whoever keeps the book.",
            "{count} words are missing from this proof: {fields}. Whether they were erased, the proof does not show: "
            "whoever passes it on can leave words out. Ask whoever keeps the book.",
            len(fields),
        )
        yield told.format(count=len(fields), fields=", ".join(fields))


def _field(name: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield f"{indent}{name}:"
        for inner, held in value.items():
            yield from _field(inner, held, indent + "  ")
    elif isinstance(value, list | tuple):
        for index, held in enumerate(value, 1):
            yield from _field(f"{name} {index}", held, indent)
    else:
        first, *rest = str(value).split("\n")
        yield f"{indent}{name}: {first}"
        yield from (f"{indent}  {line}" for line in rest)
