"""Telling when a file holds more than one document."""

import re
from datetime import date

from events.errors import N_
from governance.documents.model import Problem
from governance.documents.reading.fields import Head
from governance.documents.reading.head import read_head
from governance.documents.reading.headings import Heading
from governance.documents.reading.lines import Line

_TITLE = re.compile(
    r"\A(?:godkendt\s+|foreløbigt\s+|udkast\s+til\s+)?(?:(?:møde)?referat|beslutningsprotokol|(?:\w+\s+)?dagsorden)(?:\Z|\s+(?:af|fra|for|til)\b)",
    re.I,
)
_ITS_LINES = 6


def second_document(lines: list[Line], headings: list[Heading], body: str | None, day: date | None) -> Problem | None:
    """Return a problem where a second title block names the day of another meeting, or another body and its day."""
    first = next((line.number for line in lines if not line.blank), 0)
    inside = {heading.index for heading in headings} | {heading.last_index for heading in headings}
    for index, line in enumerate(lines):
        if index in inside or line.literal or line.number <= first + 3 or not _TITLE.match(line.text):
            continue
        block = read_head(_title_block(lines, index, inside))
        if _is_another(block, body, day) or _is_again(block, lines, index, headings, day):
            return _second(line.number, block)
    return None


def _second(number: int, block: Head) -> Problem:
    return Problem(
        code="second-document",
        message=N_("A second document begins at line {line} ({body}). Divide the file: one for each meeting."),
        details={"line": str(number), "body": block.body or str(block.date)},
        lines=(number, number),
        fatal=True,
    )


def _is_again(block: Head, lines: list[Line], index: int, headings: list[Heading], day: date | None) -> bool:
    """Tell whether the same minutes begin again: with their list of who was there, which no page header repeats."""
    below = [heading.index for heading in headings if heading.index > index]
    if block.date is None or block.date != day or not headings or index < headings[0].index:
        return False
    return bool(read_head(lines[index : below[0] if below else len(lines)]).attendance.attendees)


def _is_another(block: Head, body: str | None, day: date | None) -> bool:
    if block.date is None or (block.body is None and block.start is None and block.place is None):
        return False
    return block.date != day or (block.body is not None and block.body != body)


def _title_block(lines: list[Line], index: int, inside: set[int]) -> list[Line]:
    """Return the lines of a title: up to the next heading, paragraph of text, or a few lines."""
    block: list[Line] = []
    for at in range(index, min(index + 2 * _ITS_LINES, len(lines))):
        if at in inside or sum(not line.blank for line in block) >= _ITS_LINES or len(lines[at].text) > 160:
            break
        block.append(lines[at])
    return block
