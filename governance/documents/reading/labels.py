"""The labels by which the head of minutes names its fields: ``Dato:``, ``Mødested:``, ``Referent:``."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from governance.danish.dates import dates_in
from governance.danish.names import looks_like_name
from governance.danish.times import time_given

Field = Literal[
    "date", "time", "start", "end", "place", "body", "referent", "chair", "municipality", "contents", "part"
]
_LABELS: tuple[tuple[str, Field], ...] = (
    (r"(?:tid(?:spunkt)?|dato|tid,\s*dato)\s+og\s+sted", "date"),
    (r"dato(?:\s+og\s+tid(?:spunkt)?)?|mødedato|mødedag|møde|hvornår", "date"),
    (r"tid(?:spunkt)?|mødetid(?:spunkt)?|klokkeslæt|kl|klokken", "time"),
    (
        r"starttidspunkt|start|mødestart|begyndt|mødet\s+(?:blev\s+)?(?:åbnet|åbnedes|påbegyndt|påbegyndtes|begyndt|begyndte|begyndtes|startede|startet|start)",
        "start",
    ),
    (
        r"sluttidspunkt|slut|mødet\s+(?:blev\s+|er\s+)?(?:hævet|hævedes|afsluttet|afsluttedes|sluttede|sluttedes|sluttet|slut|lukket)",
        "end",
    ),
    (r"sted|mødested|lokale|mødelokale|lokation|hvor|adresse", "place"),
    (r"udvalg|råd|nævn|forum", "body"),
    (
        r"(?:møde)?referent(?:er)?|ref|sekretær(?:\s+og\s+referent)?|for\s+referat(?:et)?|referat\s*(?:ved|v/|v\.)|"
        r"referatet\s+er\s+skrevet\s+af|referat",
        "referent",
    ),
    (r"ordstyrer|mødeleder|dirigent|mødet\s+(?:blev\s+)?ledet\s+af|mødeledelse", "chair"),
    (r"kommune", "municipality"),
    (r"indhold", "contents"),
    (r"del\s+\d+", "part"),
)
_ANY = "|".join(f"(?:{pattern})" for pattern, _ in _LABELS)
_LABEL = re.compile(rf"(?<![\w/])(?P<label>{_ANY})\.?\s*(?::|\s[–-](?=\s))\s*", re.I)
_GLUED = re.compile(r"(?P<label>Mødested|Udvalg|Mødedato|Tidspunkt)(?=[A-ZÆØÅ0-9])")
"""A label from a web page, of which the value lost the space before it."""
_WITHOUT_COLON = re.compile(
    r"\A(?P<label>(?:møde)?referent|ref|referat\s*(?:ved|v/|v\.)|sekretær\s+og\s+referent|for\s+referat(?:et)?|"
    r"referatet\s+er\s+skrevet\s+af|ordstyrer|mødeleder|dirigent|mødet\s+(?:blev\s+)?ledet\s+af|"
    rf"{_LABELS[3][0]}|{_LABELS[4][0]})\.?\s+(?P<value>\S.*)\Z",
    re.I,
)


class Labelled(NamedTuple):
    """A label with what stands behind it; ``said`` is the label as written, in lower case."""

    field: Field
    said: str
    value: str


def labelled(text: str) -> list[Labelled]:
    """Return the labels with which a line begins and goes on, each with its value; none where it begins with none."""
    text = _GLUED.sub(r"\g<label>: ", text, count=1) if _GLUED.match(text) else text
    found = list(_LABEL.finditer(text))
    if found and found[0].start() == 0:
        values = list(_with_values(text, found))
        return values if _may_stand(values[0]) else []
    bare = _WITHOUT_COLON.match(text)
    if bare is None:
        return []
    field, value = _field(bare.group("label")), bare.group("value").strip()
    return [Labelled(field, bare.group("label").lower(), value)] if _may_follow(field, value) else []


def label_cell(cell: str) -> str | None:
    """Return a cell of a table as a label with a colon, or None where it is no label."""
    bare = cell.strip().rstrip(":").strip()
    return f"{bare}: " if re.fullmatch(_ANY, bare.rstrip("."), re.I) else None


def _with_values(text: str, found: list[re.Match[str]]) -> Iterator[Labelled]:
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        label = re.sub(r"\s+", " ", match.group("label").lower())
        yield Labelled(_field(label), label, text[match.end() : end].strip(" ,;"))


def _may_stand(first: Labelled) -> bool:
    """Tell whether a label is one, where its word may also begin a sentence or a section: ``Referat: Rådet drøftede``."""
    if first.said == "referat":
        return len(first.value.split()) > 1 and looks_like_name(first.value)
    return first.said != "møde" or bool(dates_in(first.value))


def _field(label: str) -> Field:
    return next(field for pattern, field in _LABELS if re.fullmatch(pattern, label.strip(" .:"), re.I))


def _may_follow(field: Field, value: str) -> bool:
    """Tell whether a value may stand behind a label without a colon: a time, or a name and no more."""
    if field in ("start", "end"):
        return time_given(value) is not None and len(value) < 30
    return looks_like_name(value.split(",")[0].strip(" ."))
