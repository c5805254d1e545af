"""The lines of a text without their mark-up, and what the mark-up said: bold, heading, point of a list, table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from events.text import plain, visible

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*\Z")
_QUOTE = re.compile(r"\A\s*(?:>\s?)+(?=\S)")
_IN_BRACKETS = re.compile(r"\[(?:[^\\]|\\.)*\]\Z")
_PAGE = re.compile(r"(?:side|s\.)\s*\d{1,3}(?:\s*(?:af|/)\s*\d{1,3})?\Z|-\s*\d{1,3}\s*-\Z", re.I)
_BULLET = re.compile(r"(?:[-*+•·▪◦‣o]|[–—])\s+(?=\S)")
_RULE = re.compile(r"\s*(?:\*\s*){3,}\Z|\s*[-_=]{3,}\s*\Z")
_TABLE_RULE = re.compile(r"[\s|:+\-]*-[\s|:+\-]*\Z")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"(?<!\w)(\*|_)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_WHOLE_BOLD = re.compile(r"(?:#+\s+)?(?:\*\*|__).*(?:\*\*|__)[:.]?\Z")
_CELL_BREAK = re.compile(r"(?<!\\)\|")
_HELD = 0xE000
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


_UNFINISHED = re.compile(
    r"(?:\A|\s)(?:i|på|ved|af|til|fra|for|med|hos|om|og|samt|eller|at|den|det|de|en|et|som|der|"
    r"kl\.|d\.|nr\.|pkt\.|punkt|ca\.|pr\.|vedr\.|jf\.)\Z"
)
"""Words that end no sentence: what follows them in the next line belongs to it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number (from 1), its plain text, and what stood around it.

    ``bold`` lines hold something bold, ``whole_bold`` ones nothing else.
    ``literal`` lines began with a backslash: they are text and never a heading or a label. ``broken`` ones end in one:
    the next line belongs to them. ``held_number`` tells that the backslash stands behind a number with which the line
    begins. ``annotation`` is what stands in the brackets of a line that is all brackets.
    """

    number: int
    text: str
    bold: bool = False
    whole_bold: bool = False
    level: int = 0
    bulleted: bool = False
    indented: bool = False
    literal: bool = False
    held_number: bool = False
    broken: bool = False
    cells: tuple[str, ...] = ()
    annotation: str | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing stands in the line."""
        return not self.text and not self.cells and not self.broken


def is_unfinished(text: str) -> bool:
    """Tell whether a text ends in a word that more must follow, as where a line was broken to fit a width."""
    return _UNFINISHED.search(text) is not None


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text. What a broken line goes on with is text, whatever it begins with."""
    lines: list[Line] = []
    for number, raw in enumerate(text.split("\n"), 1):
        line = _line(number, raw)
        lines.append(replace(line, literal=True) if lines and lines[-1].broken else line)
    return lines


def forbidden_in(text: str) -> Iterator[tuple[int, str]]:
    """Return the number of every line with a character that no book holds, and the first such character of each.

    A form feed or vertical tab only parts pages.
    """
    for number, raw in enumerate(text.split("\n"), 1):
        found = next((held for held in _FORBIDDEN.findall(raw) if held not in "\f\v"), None)
        if found is not None:
            yield number, found


def _line(number: int, raw: str) -> Line:
    raw = _QUOTE.sub("", _FORBIDDEN.sub(" ", visible(raw)).rstrip())
    stripped = raw.strip()
    if (
        not stripped
        or _PAGE.match(stripped)
        or _RULE.match(stripped)
        or (stripped.startswith("|") and _TABLE_RULE.match(stripped))
    ):
        return Line(number, "")
    if _IN_BRACKETS.match(stripped):
        return Line(number, plain(stripped), annotation=stripped[1:-1])
    cells = _cells(raw)
    if cells and not any(cells):
        return Line(number, "")
    if cells:
        return Line(number, " | ".join(cells), cells=cells)
    return _text_line(number, raw)


def _text_line(number: int, raw: str) -> Line:
    stripped = raw.strip()
    indented = raw.startswith("\t") or len(raw) - len(raw.lstrip()) >= 2
    bold = "**" in stripped or "__" in stripped
    whole_bold = _WHOLE_BOLD.match(stripped) is not None
    heading = _HEADING.match(stripped)
    if heading:
        stripped = heading.group(2)
    bullet = _BULLET.match(stripped)
    stripped = stripped[bullet.end() :] if bullet else stripped
    literal = stripped.startswith("\\")
    if literal and not _ESCAPED.match(stripped) and len(stripped) > 1:
        stripped = stripped[1:]
    backslashes = len(stripped) - len(stripped.rstrip("\\"))
    broken = backslashes % 2 == 1
    held_number = not literal and re.match(r"\w{1,4}\\[.):]", stripped) is not None
    return Line(
        number,
        inline(stripped[:-1] if broken else stripped),
        bold=bold,
        whole_bold=whole_bold,
        level=len(heading.group(1)) if heading else 0,
        bulleted=bullet is not None,
        indented=indented,
        literal=literal or held_number or bool(re.match(r"[^:\\]{1,40}\\:", stripped)),
        held_number=held_number,
        broken=broken,
    )


def inline(text: str) -> str:
    """Return a text without emphasis marks and escapes, in plain spaces."""
    held = _ESCAPED.sub(lambda match: chr(_HELD + ord(match.group(1))), text)
    held = held.replace("**", "").replace("__", "")
    held = _EMPHASIS.sub(r"\2", held)
    held = re.sub(r"<br\s*/?>", " ", held)
    released = "".join(chr(ord(c) - _HELD) if _HELD <= ord(c) < _HELD + 0x80 else c for c in held)
    return plain(released)


def _cells(raw: str) -> tuple[str, ...]:
    stripped = raw.strip()
    if stripped.startswith("|"):
        parts = _CELL_BREAK.split(stripped.strip("|") if not stripped.endswith("\\|") else stripped.lstrip("|"))
        return tuple(inline(part.strip()) for part in parts)
    bare = _BULLET.sub("", stripped, count=1) if _BULLET.match(stripped) else stripped
    return tuple(inline(part.strip()) for part in re.split(r"\t+", bare)) if "\t" in bare else ()
