"""Lines of the head that were broken to fit a width, put together again."""

import re
from dataclasses import replace

from governance.danish.dates import dates_in
from governance.documents.reading.labels import labelled
from governance.documents.reading.lines import Line, is_unfinished
from governance.documents.reading.titles import read_title

_BROKEN_AT = 55
"""Characters from which on a line may have been broken to fit a width."""
_ADDRESS = re.compile(
    r"(?:[A-ZÆØÅ][\wæøå.\-]*[, ]+){1,5}\d{1,4}\s?[A-ZÆØÅ]?(?:,.{0,40})?\.?\Z|(?:\d{1,3}[A-Z]?, )?\d{4} [A-ZÆØÅ]"
)
_HAD = re.compile(r"\b(?:havde|har|meldt|med)\Z")
"""The end of a line that goes on with what somebody had: ``havde meldt`` and ``afbud``."""


def unbroken(lines: list[Line]) -> list[Line]:
    """Join the two lines of what was broken to fit a width: ``... i Esbjerg`` and ``Kommune``, a place and its street."""
    found: list[Line] = []
    for line in lines:
        if found and _goes_on(found[-1], line):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}")
        else:
            found.append(line)
    return found


def _goes_on(before: Line, line: Line) -> bool:
    if before.blank or line.blank or before.cells or before.literal or line.literal or len(before.text) < _BROKEN_AT:
        return False
    if _HAD.search(before.text) and line.text[:1].islower():
        return True
    if _ADDRESS.match(line.text) and not labelled(line.text) and not dates_in(line.text):
        return bool(dates_in(before.text)) and before.text[-1:] not in ".:" and not labelled(before.text)
    unfinished = is_unfinished(before.text) or re.match(r"(?:Regionsk|K)ommune\b", line.text) is not None
    return unfinished and read_title(before.text, bare=False) is not None
