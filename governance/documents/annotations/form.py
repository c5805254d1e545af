"""What a line in brackets is made of: a label and fields."""

from dataclasses import dataclass
from typing import Any

from governance.documents.annotations.codecs import Codec
from governance.documents.parts import Part


@dataclass(frozen=True)
class Field:
    """A field of a line; one without a key stands behind the label."""

    name: str
    key: str
    codec: Codec
    many: bool = False


@dataclass(frozen=True)
class Form:
    """A line in brackets: its label, what it makes, its fields, and what is always so."""

    label: str
    made: type[Part]
    fields: tuple[Field, ...]
    fixed: tuple[tuple[str, Any], ...] = ()
