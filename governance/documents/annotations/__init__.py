r"""Facts in brackets: ``[Opgave: Skrive til kommunen; ansvarlig: Anna Holm; frist: 1. maj 2023]``.

Minutes mostly say in plain sentences what was done. Where a sentence would not be read back as the fact that was
recorded, a line in brackets below it says it exactly; such a line outranks what the sentence seems to say. The form is
a label, its value, and further ``key: value`` fields; ``;`` and ``\`` inside a value carry a backslash.
"""

import re
from typing import Any

import msgspec

from governance.documents.annotations.asides import Aside, HeadAside, ItemAside, OnlyNote
from governance.documents.annotations.form import Form
from governance.documents.annotations.forms import FORMS
from governance.documents.model import Fact

__all__ = ["Aside", "HeadAside", "ItemAside", "OnlyNote", "read_annotation", "write_annotation"]

_PIECE = re.compile(r"(?:\A|;)((?:[^;\\]|\\.)*)", re.S)
_ESCAPES = {"\\": "\\\\", ";": "\\;", "\n": "\\n", "]": "\\)"}


def write_annotation(aside: Aside) -> str:
    """Return the line in brackets that says this exactly."""
    form = next(
        form for form in FORMS if form.made is type(aside) and all(getattr(aside, n) == v for n, v in form.fixed)
    )
    pieces = [form.label]
    for field in form.fields:
        held = getattr(aside, field.name)
        for value in held if field.many else (held,):
            if value is None or (value is False and _usual(form.made, field.name) is False):
                continue
            written = _escaped(field.codec.write(value))
            if field.key:
                pieces.append(f"{field.key}: {written}")
            else:
                pieces[0] = f"{form.label}: {written}"
    return f"[{'; '.join(pieces)}]"


def _usual(made: type[msgspec.Struct], name: str) -> Any:
    return next(field.default for field in msgspec.structs.fields(made) if field.name == name)


def read_annotation(inside: str) -> Aside | None:
    """Return what a line in brackets says, given without the brackets; None where it is no such line."""
    pieces = [piece.strip() for piece in _PIECE.findall(inside)]
    head = pieces[0]
    for form in FORMS:
        if head == form.label or head.startswith(f"{form.label}: "):
            return _made(form, head[len(form.label) + 2 :], pieces[1:])
    return None


def _made(form: Form, first: str, pieces: list[str]) -> Aside | None:
    values: dict[str, Any] = dict(form.fixed)
    for field in form.fields:
        said = [
            _released(piece[len(field.key) + 2 :])
            for piece in pieces
            if field.key and piece.startswith(f"{field.key}: ")
        ]
        if not field.key and first:
            said = [_released(first)]
        read = [value for text in said if (value := field.codec.read(text)) is not None]
        if len(read) != len(said):
            return None
        if read:
            values[field.name] = tuple(read) if field.many else read[0]
    if issubclass(form.made, Fact):
        values["rule"] = "annotation"
    try:
        made = form.made(**values)
    except TypeError:
        return None
    return made  # type: ignore[return-value]


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in text)


def _released(text: str) -> str:
    meant = {"\\": "\\", ";": ";", "n": "\n", ")": "]"}
    return re.sub(r"\\(.)", lambda match: meant.get(match.group(1), match.group(0)), text)
