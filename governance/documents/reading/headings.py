"""Headings without numbers: which lines are titles of items by the look of them or by what they say."""

import re
from dataclasses import dataclass

from governance.danish.dates import dates_in
from governance.documents.annotations import ItemAside, read_annotation
from governance.documents.reading.attendance_words import begins_list
from governance.documents.reading.labels import labelled
from governance.documents.reading.lines import Line
from governance.documents.reading.sections import is_section_heading
from governance.documents.reading.titles import read_title

_USUAL = (
    r"godkendelse af|godkend|valg af|valg til|næste møde|kommende møder?|eventuelt|evt\b|meddelelser|orientering|referat|dagsorden|"
    r"status|høring|budget|regnskab|beretning|indkomne forslag|velkomst|opfølgning|nyt fra|kontingent|"
    r"fastsættelse|drøftelse|planlægning|konstituering|bordet rundt|siden sidst"
)
_STANDING = re.compile(rf"\b(?:{_USUAL})", re.I)
_STANDING_START = re.compile(rf"(?:{_USUAL})", re.I)
_DOCUMENT_TITLE = re.compile(r"(?:\w+\s+)?(?:møde)?(?:referat|dagsorden|protokol)\b(?!\s+fra\b)", re.I)
_LONG_TITLE = 120


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that begins an item: where it stands among the lines, its number as written, and the title.

    ``title_index`` is the line of the title where that is another.
    """

    index: int
    number: str | None
    title: str
    title_index: int | None = None

    @property
    def last_index(self) -> int:
        """The last line that belongs to the heading."""
        return self.index if self.title_index is None else self.title_index


def is_standing(title: str) -> bool:
    """Tell whether a title holds words that items on most agendas have."""
    return _STANDING.search(title) is not None


def is_described(lines: list[Line], index: int) -> bool:
    """Tell whether the line in brackets that describes an item stands below this one."""
    line = lines[index]
    if line.blank or line.annotation is not None or line.literal:
        return False
    below = next((further for further in lines[index + 1 : index + 3] if not further.blank), None)
    aside = read_annotation(below.annotation) if below is not None and below.annotation is not None else None
    return isinstance(aside, ItemAside)


def unnumbered(lines: list[Line]) -> list[Heading]:
    """Return the headings among lines without numbers: those that look alike, of which some have usual titles."""
    begins = _after_head(lines)
    looks: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if index >= begins and _may_be_title(line):
            looks.setdefault(_look(lines, index), []).append(index)
    best = max(
        (
            (sum(_begins_usual(lines[index].text) for index in indexes) + _WEIGHT[look], indexes)
            for look, indexes in looks.items()
            if look != "plain"
            and len(indexes) >= 2
            and (look in ("heading", "bold") or any(_begins_usual(lines[i].text) for i in indexes))
        ),
        default=(0.0, []),
    )[1]
    usual = [index for indexes in looks.values() for index in indexes if _is_usual_title(lines[index].text)]
    if best:
        look = _look(lines, best[0])
        agenda = (index for index in range(begins - 1, best[-1]) if _is_agenda_item(lines, index, look))
        found = sorted({*best, *agenda, *(index for index in usual if _look(lines, index) == look)})
    else:
        found = _with_lone_lines(lines, usual, looks)
    return [Heading(index, None, _title(lines[index].text)) for index in found] if len(found) >= 2 else []


def _is_agenda_item(lines: list[Line], index: int, look: str) -> bool:
    """Tell whether ``Dagsorden`` alone is the title of an item: in the look of the others, behind the day of the
    meeting, with text and no list below.
    """
    if index < 0 or not any(dates_in(line.text) for line in lines[:index]):
        return False
    if not re.fullmatch(r"dagsorden\W*", lines[index].text, re.I) or _look(lines, index) != look:
        return False
    below = next((at for at in range(index + 1, len(lines)) if not lines[at].blank), None)
    return below is not None and not (
        lines[below].bulleted or re.match(r"\W*\d", lines[below].text) or _look(lines, below) == look
    )


_WEIGHT = {"heading": 0.6, "bold": 0.5, "capitals": 0.4, "lone": 0.0, "plain": 0.0}


def _after_head(lines: list[Line]) -> int:
    """Return the index behind the last line before the first usual title that belongs to the head."""
    first = next((index for index, line in enumerate(lines) if _may_be_title(line) and _is_usual_title(line.text)), 0)
    after = 0
    for index, line in enumerate(lines[:first]):
        if labelled(line.text) or line.cells or begins_list(line.text) or read_title(line.text, bare=False) is not None:
            after = index + 1
    return after


def _may_be_title(line: Line) -> bool:
    return not (
        line.blank
        or line.literal
        or line.cells
        or line.annotation is not None
        or line.bulleted
        or len(line.text) > _LONG_TITLE
        or _DOCUMENT_TITLE.match(line.text)
        or is_section_heading(line.text)
        or begins_list(line.text)
        or _is_day(line.text)
        or (re.search(r":\s*\S", line.text) is not None and line.level < 2 and not line.whole_bold)
    )


def _is_day(text: str) -> bool:
    """Tell whether a line begins with the day of the meeting."""
    days = dates_in(text[:60])
    return bool(days) and days[0].start < 12 and not _begins_usual(text)


def _look(lines: list[Line], index: int) -> str:
    line = lines[index]
    if line.level >= 2:
        return "heading"
    if line.whole_bold:
        return "bold"
    if line.text.isupper() and len(line.text) >= 3:
        return "capitals"
    alone = (index == 0 or lines[index - 1].blank) and not line.text.rstrip().endswith((".", "!", ";", ","))
    return "lone" if alone and line.text[:1].isupper() and len(line.text) < 80 else "plain"


def _begins_usual(text: str) -> bool:
    return _STANDING_START.match(text) is not None


def _is_usual_title(text: str) -> bool:
    return len(text) < 80 and not text.rstrip().endswith(".") and _begins_usual(text)


def _with_lone_lines(lines: list[Line], usual: list[int], looks: dict[str, list[int]]) -> list[int]:
    """Return the usual titles, and between them the lines that stand alone in the same way."""
    if len(usual) < 2 or not all(_look(lines, index) == "lone" for index in usual):
        return sorted(usual)
    return sorted({*usual, *(index for index in looks.get("lone", []) if usual[0] < index < usual[-1])})


def _title(text: str) -> str:
    return text.strip()
