"""Writing text so that no part of it reads as mark-up: a backslash before what would."""

import re
from typing import Literal

from governance.documents.reading.closing import begins_closing
from governance.documents.reading.comings import is_of_fixed_form
from governance.documents.reading.labels import labelled
from governance.documents.reading.lines import inline

Place = Literal["head", "item", "last item", "closing"]
"""Where a statement stands; each place takes other words for fields of the document."""

_MARKS = re.compile(r"[\\*_|<`]")
_NUMBER = re.compile(r"(\w{1,4})([.):])")
_SIGNS = re.compile(r"[-+•·▪◦‣#>\[–—=~(]|o(?=\s)")
_WORDS = re.compile(
    r"(?:dagsordens?punkt|dagsordenens\s+punkt|dagsorden|ad|punkt|pkt|sag|emne|nr|§|side|s\.)(?!\w)|\d", re.I
)
_STATUS = re.compile(r"(?:mødt|afbud|udeblevet|ikke mødt|fraværende)\b", re.I)
_LABEL = re.compile(r"([^:\\]{1,40}):")


def escaped(text: str) -> str:
    """Return the text with backslashes where it would read as mark-up within a line; further lines are joined by a
    backslash at the end of the line before.
    """
    return "\\\n".join(_trailing(line) for line in (_marks(line) for line in text.split("\n")))


def escaped_statement(text: str, place: Place) -> str:
    """Return the text of a statement, escaped where it would read as anything else where it stands."""
    first, *rest = [_marks(line) for line in text.split("\n")]
    lines = [_start(first, place), *(_further(line) for line in rest)]
    return "\\\n".join(_trailing(line) for line in lines)


def literal(line: str) -> str:
    """Return a line that is read as text whatever it begins with."""
    return line if line.startswith("\\") else f"\\{line}"


def _marks(line: str) -> str:
    return line if inline(line) == line and not {"|", "\\"} & set(line) else _MARKS.sub(r"\\\g<0>", line)


def _start(line: str, place: Place) -> str:
    if line.startswith("\\"):
        return line
    if _SIGNS.match(line):
        return literal(line)
    number = _NUMBER.match(line)
    if number:
        return f"{number.group(1)}\\{line[number.end(1) :]}"
    label = _LABEL.match(line)
    if label and place == "head":
        return f"{label.group(1)}\\{line[label.end(1) :]}"
    taken = bool(labelled(line)) if place == "closing" else begins_closing(line, next_meeting=place != "item")
    of_form = is_of_fixed_form(line)
    return literal(line) if _WORDS.match(line) or _STATUS.match(line) or taken or of_form else line


def _further(line: str) -> str:
    """Return a line that goes on the one before: what would begin a list, a heading or a quotation is text."""
    return literal(line) if _SIGNS.match(line) else line


def _trailing(line: str) -> str:
    backslashes = len(line) - len(line.rstrip("\\"))
    return line + "\\" * (backslashes % 2)
