"""The parts into which longer minutes divide an item: Sagsfremstilling, Indstilling, Beslutning, Bilag.

Only what stands under the decision says what came of the item; a recommendation or an account of the case does not.
"""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from governance.documents.reading.usage import Meaning, section_meant

Section = Literal["decision", "account", "other", "absence"]
_SECTIONS: tuple[tuple[Section, str], ...] = (
    (
        "decision",
        r"(?:(?:rådets|udvalgets|bestyrelsens|byrådets)\s+)?(?:beslutning(?:er)?|afgørelse|vedtagelse)(?:\s+(?:i\s+)?\w+(?:rådet|udvalget|bestyrelsen)?)?",
    ),
    ("account", r"konklusion(?:er)?|referat|resultat"),
    ("absence", r"fraværende(?:\s+i\s+sagen)?|inhabil(?:itet|e)?|afbud"),
    (
        "other",
        r"sagsfremstilling|sagsresum[ée]|resum[ée]|(?:administrationens|forvaltningens|direktionens)?\s*indstilling(?:er)?|"
        r"baggrund|bilag|økonomi(?:ske\s+konsekvenser)?|lovgrundlag|retsgrundlag|høring|tidligere\s+(?:behandling|beslutning(?:er)?)|"
        r"problemstilling|vurdering|løsning|proces|personale|kommunikation|sagsbehandler|sagsnr\.?|j\.?nr\.?|journalnr\.?|"
        r"supplerende\s+sagsfremstilling|beskrivelse|formål|historik",
    ),
)
_LINE = re.compile(
    rf"(?:{'|'.join(f'(?P<{section}>{pattern})' for section, pattern in _SECTIONS)})\s*(?:(?P<colon>:)\s*(?P<rest>.*))?\Z",
    re.I | re.S,
)
_ALSO_A_TITLE = re.compile(
    r"referat|resultat|økonomi|personale|høring|proces|vurdering|formål|løsning|baggrund|afbud", re.I
)
_SHORT = 60


class ItemPart(NamedTuple):
    """How a statement stands in its item: whether it counts for what came of it, and whether it stands under the
    decision; ``said`` is the statement without the label before it.
    """

    said: str
    counts: bool
    decides: bool


def section_start(text: str) -> tuple[Section, str] | None:
    """Return the part that a line begins and what stands behind its colon, or None: ``Beslutning: Godkendt``."""
    found = _LINE.match(text.strip())
    if not found:
        return None
    section = next(section for section, _ in _SECTIONS if found.group(section))
    return section, (found.group("rest") or "").strip()


def is_section_heading(title: str) -> bool:
    """Tell whether a title is that of a part of an item, and so never that of an item of its own."""
    found = section_start(title)
    return found is not None and not found[1] and not _ALSO_A_TITLE.fullmatch(title.strip(" :"))


def parts_of(texts: list[str | None], labels: Mapping[str, Meaning] | None = None) -> list[ItemPart]:
    """Return how the statements of an item stand in it. None is a statement whose facts are known already; ``labels``
    are those that a council uses besides the usual ones.
    """
    starts = [_start(text, labels or {}) if text is not None else None for text in texts]
    decided = any(start is not None and start[0] == "decision" for start in starts)
    sure = None not in texts
    found: list[ItemPart] = []
    section: Section | None = None
    for text, start in zip(texts, starts, strict=True):
        here, said = (section, text or "") if start is None else start
        if start is not None and not (start[0] == "absence" and start[1]):
            section = start[0]
        counts = here in ("decision", "account") or (not decided and _may_count(here, said))
        found.append(ItemPart(said, counts and bool(said), sure and here == "decision" and bool(said)))
    return found


def _start(text: str, labels: Mapping[str, Meaning]) -> tuple[Section, str] | None:
    taught = section_meant(text, labels)
    return taught if taught is not None else section_start(text)  # type: ignore[return-value]  # a meaning in items


def _may_count(section: Section | None, said: str) -> bool:
    return section is None or (section == "other" and len(said) < _SHORT)
