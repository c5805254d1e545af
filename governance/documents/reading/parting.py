"""Telling when a file holds more than one document."""

import re
from datetime import date

from events.errors import N_
from governance.documents.model import Problem
from governance.documents.reading.head import read_head
from governance.documents.reading.lines import Line

_TITLE = re.compile(r"\A(?:møde)?referat\b|\Abeslutningsprotokol\b|\A(?:\w+\s+)?dagsorden\b", re.I)
_ABOUT_OTHER = re.compile(
    r"\A(?:møde)?referat(?:et|erne)?\s+(?:fra|blev|er|af\s+(?!møde)|og|til|sendes|skal|godkend)", re.I
)


def second_document(lines: list[Line], body: str | None, day: date | None) -> Problem | None:
    """Return a problem where a second title block names another body or another day than the first."""
    first = next((line.number for line in lines if not line.blank), 0)
    for index, line in enumerate(lines):
        if line.literal or line.number <= first + 3 or not _TITLE.match(line.text) or _ABOUT_OTHER.match(line.text):
            continue
        block = read_head(_title_block(lines[index:]))
        if block.body is None and block.mention is None:
            continue
        if (block.body is not None and block.body != body) or (block.date is not None and block.date != day):
            return Problem(
                code="second-document",
                message=N_("A second document begins at line {line} ({body}). Divide the file: one for each meeting."),
                details={"line": str(line.number), "body": block.body or str(block.date)},
                lines=(line.number, line.number),
                fatal=True,
            )
    return None


def _title_block(lines: list[Line]) -> list[Line]:
    block: list[Line] = []
    for line in lines[:8]:
        if re.match(r"\d{1,3}[.)]\s", line.text):
            break
        block.append(line)
    return block
