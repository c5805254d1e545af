"""An agenda that was pasted or typed as text: which of its lines are items."""

import re
from dataclasses import dataclass

from events.catalogue import ItemKind
from governance.danish.dates import dates_in
from governance.danish.names import looks_like_name
from governance.danish.times import times_in
from governance.documents.model import Item
from governance.documents.reading.division import division_of
from governance.documents.reading.headings import Heading, is_standing
from governance.documents.reading.items import described, read_item
from governance.documents.reading.labels import labelled
from governance.documents.reading.lines import Line, lines_of
from governance.documents.reading.numbering import headings_in
from governance.documents.reading.phrases.rule import Context

_NUMBER = re.compile(
    r"(?:(?:punkt|pkt\.?|ad)\s*)?(?:\(?\d{1,3}[a-z]?[.):]*|[A-ZÆØÅa-zæøå][.)]|[IVX]{1,5}[.)])(?:\s+|\Z)", re.I
)
_TITLE = re.compile(r"dagsorden\b|referat\b|indkaldelse\b", re.I)
_SOFT = re.compile("[\u000b\u2028\u00ad\u200b\ufeff]")
"""What Word puts into a text it copies: line breaks within a paragraph, soft hyphens, marks without width."""


@dataclass(frozen=True)
class PastedItem:
    """An item as a text gives it."""

    title: str
    kind: ItemKind
    standing: bool
    closed: bool
    presenter: str | None


@dataclass(frozen=True)
class PastedAgenda:
    """The items of a text, and the lines of it that are none: of its head, and what stands below the titles."""

    items: tuple[PastedItem, ...]
    left_out: tuple[str, ...]


def agenda_in(text: str) -> PastedAgenda:
    """Return the items that a text holds: numbered, lettered, tabbed, bulleted, or a title on each line."""
    lines = lines_of(_SOFT.sub(lambda found: "\n" if found.group() in "\x0b\u2028" else "", text))
    headings = headings_in(lines)
    if len(headings) < 2 or _passes_over(lines, headings):
        return _each_line(lines)
    division = division_of(lines, headings)
    items: list[PastedItem] = []
    left_out = [line.text for line in lines[: headings[0].index]]
    for heading, body, closed in zip(headings, division.bodies, division.closed, strict=True):
        item = read_item(heading, lines, body, Context(day=None, body=None), closed=closed)
        names, others = _columns(lines[heading.last_index])
        items.append(_pasted(item, next(iter(names), None)))
        left_out += [*others, *(line.text for line in body if line.text not in (item.title or ""))]
    left_out += [line.text for line in division.closing]
    return PastedAgenda(tuple(items), tuple(text for text in left_out if text))


def _columns(line: Line) -> tuple[list[str], list[str]]:
    """Return the names and the other words that stand in a row behind number and title."""
    cells = [cell for cell in line.cells if cell]
    further = cells[2:] if len(cells) > 2 and _NUMBER.fullmatch(cells[0]) else []
    names = [cell for cell in further if len(cell.split()) > 1 and looks_like_name(cell)]
    return names, [cell for cell in further if cell not in names[:1]]


def _passes_over(lines: list[Line], headings: list[Heading]) -> bool:
    """Tell whether lines look like items and are no headings: a bare list of titles, of which some are numbered or usual."""
    known = {index for heading in headings for index in (heading.index, heading.last_index)}
    if any(heading.number is not None for heading in headings):
        return False
    first = headings[0].index
    alike = [index for index, line in enumerate(lines) if index >= first and line.text and index not in known]
    return bool(alike) and all(len(lines[index].text) < 100 for index in alike) and not _have_bodies(lines, headings)


def _have_bodies(lines: list[Line], headings: list[Heading]) -> bool:
    """Tell whether text stands below headings that stand out: bold ones, or such as Markdown has."""
    return all(lines[heading.index].bold or lines[heading.index].level for heading in headings)


def _each_line(lines: list[Line]) -> PastedAgenda:
    """Return an item for each line, but for the head above them, and for what is indented below one."""
    begins = _after_head(lines)
    bullets = any(line.bulleted for line in lines[begins:])
    items: list[PastedItem] = []
    left_out = [line.text for line in lines[:begins] if line.text]
    for line in lines[begins:]:
        title = _bare(line)
        if title and ((bullets and not line.bulleted and not line.cells) or (line.indented and items and not bullets)):
            left_out.append(line.text)
        elif title:
            items.append(_pasted(described(None, _without_stop(title))))
    return PastedAgenda(tuple(items), tuple(left_out))


def _after_head(lines: list[Line]) -> int:
    """Return the index behind the last line that names the document, its day, its time or its place."""
    usual = next((index for index, line in enumerate(lines) if is_standing(_bare(line)) and not _is_head(line)), None)
    last = max((index for index, line in enumerate(lines[:usual]) if _is_head(line)), default=-1)
    return last + 1


def _bare(line: Line) -> str:
    text = next((cell for cell in line.cells if cell and not _NUMBER.fullmatch(cell)), "") if line.cells else line.text
    number = _NUMBER.match(text)
    return text[number.end() :].strip() if number else text


def _without_stop(title: str) -> str:
    return title[:-1].rstrip() if title.endswith((".", ":")) and not title.endswith("..") else title


def _is_head(line: Line) -> bool:
    text = line.text
    if line.bulleted or line.cells:
        return False
    if _TITLE.match(text) and not re.match(r"(?:dagsorden|referat)\w*\s+(?:godkend|til godkend|fra)", text, re.I):
        return True
    return bool(labelled(text)) or bool(dates_in(text) and (times_in(text) or len(text) < 40))


def _pasted(item: Item, presenter: str | None = None) -> PastedItem:
    """Return an item; who stands in a column of his own is named behind the title, as agendas do."""
    title = item.title or ""
    return PastedItem(
        title=f"{title} v/ {presenter}" if presenter and not item.presenter else title,
        kind=ItemKind(item.kind),
        standing=item.standing,
        closed=item.closed,
        presenter=item.presenter or presenter,
    )
