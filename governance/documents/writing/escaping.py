"""Writing text so that no part of it reads as mark-up: a backslash before what would."""

import re

from governance.documents.reading.lines import inline

_MARKS = re.compile(r"[\\*_|<`]")
_NUMBER = re.compile(r"(\w{1,4})([.):])")
_SIGNS = re.compile(r"[-+•·▪◦‣#>\[–—=~]|o(?=\s)")
_WORDS = re.compile(r"(?:dagsordenspunkt|ad|punkt|pkt|sag|nr|§)\b|\d", re.I)
_LABEL = re.compile(r"([^:\\]{1,40}):")
_ASCII_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"


def escaped(text: str, *, at_start: bool = False, in_head: bool = False) -> str:
    """Return the text with backslashes where it would read as mark-up; ``at_start`` where it begins a line, ``in_head``
    where a label would be taken for a field of the head. Further lines are joined by a backslash at the end.
    """
    lines = [_marks(line) for line in text.split("\n")]
    if at_start:
        lines[0] = _start(lines[0], in_head)
    lines = [_trailing(line) for line in lines]
    return "\\\n".join(lines)


def _marks(line: str) -> str:
    return line if inline(line) == line and "|" not in line else _MARKS.sub(r"\\\g<0>", line)


def _start(line: str, in_head: bool) -> str:
    if line.startswith("\\"):
        return line
    sign = _SIGNS.match(line)
    if sign:
        return f"\\{line}"
    number = _NUMBER.match(line)
    if number:
        return f"{number.group(1)}\\{line[number.end(1) :]}"
    label = _LABEL.match(line)
    if label and (in_head or len(label.group(1)) < 20):
        return f"{label.group(1)}\\{line[label.end(1) :]}" if in_head or _is_field(label.group(1)) else line
    return f"\\{line}" if _WORDS.match(line) or _is_status(line) else line


def _is_field(label: str) -> bool:
    return label.strip().lower() in {"referent", "ref", "ref.", "sekretær", "for referatet", "referat ved"}


def _is_status(line: str) -> bool:
    return re.match(r"(?:mødt|afbud|udeblevet|ikke mødt|fraværende|referent|ref\.?|sekretær)\b", line, re.I) is not None


def _trailing(line: str) -> str:
    backslashes = len(line) - len(line.rstrip("\\"))
    return line + "\\" * (backslashes % 2)
