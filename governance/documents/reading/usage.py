"""What the minutes of one council call things: who is meant by a name, and what stands under a label.

A secretary who corrects a reading teaches it. What was taught holds for every later document of the same council.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal, get_args

import msgspec

from governance.danish.names import folded
from governance.documents.reading.lines import Line

SectionMeaning = Literal["decision", "account", "other"]
HeadMeaning = Literal["present", "apology", "absent", "others", "place", "referent", "chair"]
Meaning = SectionMeaning | HeadMeaning
"""What may stand under a label: in an item, or in the head of minutes."""

IN_HEAD: tuple[str, ...] = get_args(HeadMeaning)
IN_ITEMS: tuple[str, ...] = get_args(SectionMeaning)
_USUAL: dict[str, str] = {
    "present": "Til stede",
    "apology": "Afbud",
    "absent": "Fraværende",
    "others": "Øvrige deltagere",
    "place": "Sted",
    "referent": "Referent",
    "chair": "Mødeleder",
}
"""The label that every reading knows, for what a council calls otherwise."""
_LABEL = re.compile(r"\s*(?P<label>[^\W\d_][^:\n]{1,39}?)\s*:\s*(?P<rest>.*)\Z", re.S)
_MOST_WORDS = 4


class Usage(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one council's minutes call things. ``names`` maps a name as written to the full name of the person in the
    book, ``labels`` a label to what stands under it; both keys are in the form of ``named``.
    """

    names: dict[str, str] = {}
    labels: dict[str, Meaning] = {}

    def with_name(self, written: str, full: str) -> "Usage":
        """Return the usage with this name taught too."""
        return msgspec.structs.replace(self, names={**self.names, named(written): full})

    def with_label(self, label: str, meaning: Meaning) -> "Usage":
        """Return the usage with this label taught too."""
        return msgspec.structs.replace(self, labels={**self.labels, named(label): meaning})

    def without(self, written: str) -> "Usage":
        """Return the usage without this name or label."""
        return Usage(
            names={name: full for name, full in self.names.items() if name != written},
            labels={label: meaning for label, meaning in self.labels.items() if label != written},
        )


NOTHING_TAUGHT = Usage()


def named(written: str) -> str:
    """Return a name or label in the form in which it is looked up."""
    return folded(written.strip(" :."))


def label_in(text: str) -> tuple[str, str] | None:
    """Return the label that a text begins with, as written, and what stands behind its colon; None without one."""
    found = _LABEL.match(text)
    if found is None or len(found.group("label").split()) > _MOST_WORDS:
        return None
    return found.group("label"), found.group("rest")


def section_meant(text: str, labels: Mapping[str, Meaning]) -> tuple[Meaning, str] | None:
    """Return the part of an item that a line begins by a label that was taught, and what stands behind it."""
    found = label_in(text)
    meaning = labels.get(named(found[0])) if found is not None else None
    return (meaning, found[1].strip()) if found is not None and meaning in IN_ITEMS and meaning is not None else None


def with_usual_labels(lines: Iterable[Line], labels: Mapping[str, Meaning]) -> list[Line]:
    """Return the lines of a head with the usual labels in place of those that were taught."""
    return [_relabelled(line, labels) for line in lines]


def _relabelled(line: Line, labels: Mapping[str, Meaning]) -> Line:
    if not labels or line.literal or line.annotation is not None:
        return line
    if line.cells and (meaning := labels.get(named(line.cells[0]))) in IN_HEAD:
        cells = (_USUAL[str(meaning)], *line.cells[1:])
        return replace(line, cells=cells, text=" | ".join(cells))
    found = label_in(line.text)
    meaning = labels.get(named(found[0])) if found is not None else None
    return replace(line, text=f"{_USUAL[meaning]}: {found[1]}") if found and meaning in _USUAL and meaning else line
