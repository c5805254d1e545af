"""Writes docs/events.md from the event types: every event with its fields. Run it with `make docs`."""

import importlib
import inspect
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from events.catalogue import EVENT_TYPES, AbsenceReason, Told
from events.event import Event
from events.ids import LETTERS
from events.moments import ClockTime, Effective, Period

PATH = Path(__file__).parent.parent / "docs" / "events.md"

HEAD = """\
# The events

Every act in a book is one of these {count} events. This page is made from the types in `events/catalogue` by
`make docs`; change it there. `referat record BOOK EVENT --data JSON` records any of them, and
`referat correct BOOK N --data JSON` takes the same fields.

How to read the tables:

- A field that is not *required* may be left out; it then has the value that is named, or none.
- A **word** is a name or free text. It stands beside the entry's body, which holds only its salted digest (see
  [auditor.md](auditor.md)). *One line* means that it may hold no line break.
- An **id** is a letter for the kind of thing and the number of the entry that introduced it: `m12` is the meeting that
  entry 12 introduced. An event that introduces something says so; the id is not a field of it.
- Dates are `2022-09-28`, times of day `15:30` on the council's wall clock, periods `2022`, `2022-11`, `2022-W43` or
  `2022-11-21`.
- When something took effect in the world is no field of the event but of its envelope: `--effective`.

## The envelope

Every entry is an event in an envelope.

{envelope}

An effective time is a day `2022-09-28`, a moment `2022-09-28T15:30`, or an interval `2021-06-02/2022-09-28` that means
*after the first day and no later than the last*; `..` stands for an unknown end.

**provenance** says where an entry that was taken over from a file comes from:

{provenance}
"""

KINDS = {
    "PersonId": "person",
    "BodyId": "body",
    "MeetingId": "meeting",
    "ItemId": "item",
    "MatterId": "matter",
    "StatementId": "statement",
    "GroupId": "working group",
    "PlanId": "plan",
    "DispatchId": "dispatch",
    "TaskId": "task",
    "ProposalId": "proposal",
    "VoteId": "vote",
    "KeyId": "key",
}
PLAIN = {
    ClockTime: "time of day",
    Period: "period",
    Effective: "effective time",
    str: "text",
    int: "number from 1",
    bool: "true or false",
}
ANNOTATED = {
    ("word",): "word, one line",
    ("word", "lines"): "word",
    ("word", "absence-reason"): "word, one of " + ", ".join(f"`{reason}`" for reason in AbsenceReason),
    ("date",): "date",
    ("item-number",): "item number, such as `7` or `1a`",
    ("count",): "count from 0",
    ("sha256",): "SHA-256, 64 hexadecimal digits",
    ("word", "sha256"): "word, SHA-256, 64 hexadecimal digits",
    ("root",): "root of a log, 32 bytes in base64",
    ("word-digest",): "salted digest of a word, base64url",
    ("public-key",): "public key, `ssh-ed25519 AAAA…`",
    ("ssh-signature",): "SSHSIG in base64",
    ("pointer",): "pointer of a word, such as `/event/text`",
}


def text() -> str:
    """Return docs/events.md as it should read."""
    from events.entry import Entry, Provenance

    head = HEAD.format(count=len(EVENT_TYPES), envelope=_table(Entry), provenance=_table(Provenance))
    blocks = [head]
    parts: list[type[msgspec.Struct]] = []
    for module, types in groupby(EVENT_TYPES.values(), key=lambda held: held.__module__):
        topic = (importlib.import_module(module).__doc__ or "").strip().replace("\n", " ")
        blocks.append(f"## {module.rsplit('.', 1)[1].capitalize()}\n\n{topic}\n")
        for event_type in types:
            blocks += _event(event_type)
            parts += [part for part in dict.fromkeys(_parts(event_type)) if part not in parts]
    blocks.append("## Parts\n\nWhat fields above are made of.\n")
    for part in parts:
        blocks += [f"### {part.__name__}\n", f"{_said(part)}\n", f"{_table(part)}\n"]
    return "\n".join(blocks)


def _event(event_type: type[Event]) -> Iterator[str]:
    yield f"### {event_type.__name__}\n"
    yield f"{_said(event_type)}\n"
    notes = []
    if event_type.introduces is not None:
        letter = LETTERS[event_type.introduces]
        notes.append(f"Introduces a {KINDS[event_type.introduces.__name__]} (`{letter}` and the entry's number).")
    if event_type.schema_version > 1:
        notes.append(f"Schema version {event_type.schema_version}.")
    if notes:
        yield f"{' '.join(notes)}\n"
    yield f"{_table(event_type)}\n"


def _said(struct: type[msgspec.Struct]) -> str:
    said = inspect.getdoc(struct) or ""
    if issubclass(struct, Told) and "``text``" not in said:
        said += "\n\n" + inspect.cleandoc((Told.__doc__ or "").split("\n\n", 1)[1])
    return said.replace("``", "`")


def _table(struct: type[msgspec.Struct]) -> str:
    hints = get_type_hints(struct, include_extras=True)
    rows = [
        f"| `{held.name}` | {_kind(hints[held.name])} | {_given(held)} |" for held in msgspec.structs.fields(struct)
    ]
    return "\n".join(["| field | what | |", "|---|---|---|", *rows])


def _given(field: msgspec.structs.FieldInfo) -> str:
    if field.required:
        return "required"
    default = field.default if field.default is not msgspec.NODEFAULT else None
    if default is None or default == ():
        return ""
    if isinstance(default, msgspec.Struct):
        return "else nothing"
    return f"else `{str(default).lower() if isinstance(default, bool) else default}`"


def _kind(hint: Any) -> str:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return ANNOTATED[hint.__metadata__]
    if origin in (Union, UnionType):
        members = [member for member in args if member is not NoneType]
        return _kind(members[0]) if len(members) == 1 else "an event, with its `type`"
    if origin is tuple:
        return f"list of: {_kind(args[0])}" if Ellipsis in args else "first and last line, from 1"
    if getattr(hint, "__name__", "") in KINDS:
        return f"{KINDS[hint.__name__]} id"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return ", ".join(f"`{choice.value}`" for choice in hint)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return f"[{hint.__name__}](#{hint.__name__.lower()})" if hint.__name__ != "Provenance" else "see below"
    return PLAIN.get(hint, "moment, UTC")


def _parts(struct: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    """Yield what the fields of a struct are made of, and in turn what the fields of those are."""
    for hint in get_type_hints(struct, include_extras=True).values():
        for member in (hint, *get_args(hint)):
            is_part = isinstance(member, type) and issubclass(member, msgspec.Struct)
            if is_part and not issubclass(member, Event):
                yield member
                yield from _parts(member)


def main() -> None:
    """Write docs/events.md anew."""
    PATH.write_text(text(), encoding="utf-8")
    print(PATH.relative_to(PATH.parent.parent))


if __name__ == "__main__":
    main()
