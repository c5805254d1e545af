"""Finding the items: which of the numbered lines are headings.

Minutes number in many ways, and lists inside an item are numbered too. A heading's number is higher than the one
before; among all chains of rising numbers the one that looks most like headings is taken.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from governance.danish.dates import MONTH_NAME
from governance.documents.reading.headings import Heading, is_described, is_standing, unnumbered
from governance.documents.reading.lines import Line

_PREFIX = (
    r"(?P<prefix>dagsordens?punkt|dagsordenens\s+punkt|ad\.?\s*punkt|ad\.?\s*pkt\.?|punkt(?:\s+nr\.?)?|pkt\.?(?:\s*nr\.?)?|"
    r"ad\.?|sag(?:\s+nr\.?)?|emne|nr\.?|§|\#)?\s*"
)
_NUMBERED = re.compile(
    rf"{_PREFIX}(?P<open>\()?(?P<number>\d{{1,3}})(?P<rest>/(?:20)?\d\d(?!\d)|\.0(?=\s|\Z)|\.?[a-z](?=[.):\s]))?\)?"
    r"(?<!\d\))\s*(?P<mark>[.):/]+|\s[-–]\s|[-–](?=\s))?\s*(?P<title>.*)\Z",
    re.I,
)
_NUMBERED_IN_BRACKETS = re.compile(r"(?P<prefix>)\((?P<number>\d{1,3})(?P<rest>)\)(?P<mark>)\s*(?P<title>.*)\Z")
_LETTERED = re.compile(r"(?P<letter>[A-ZÆØÅa-zæøå])(?P<mark>[.)])\s+(?P<title>[A-ZÆØÅ0-9].*)\Z")
_ROMAN = re.compile(r"(?P<roman>[IVX]{1,5})(?P<mark>[.)])\s+(?P<title>[A-ZÆØÅ0-9].*)\Z")
_ROMAN_VALUES = {
    numeral: value
    for value, numeral in enumerate(
        [
            "I",
            "II",
            "III",
            "IV",
            "V",
            "VI",
            "VII",
            "VIII",
            "IX",
            "X",
            "XI",
            "XII",
            "XIII",
            "XIV",
            "XV",
            "XVI",
            "XVII",
            "XVIII",
            "XIX",
            "XX",
            "XXI",
            "XXII",
            "XXIII",
            "XXIV",
            "XXV",
        ],
        1,
    )
}
_AS_WRITTEN = re.compile(r"(\w{1,6})\.\s+(.*)\Z")
_LONG_TITLE = 160
_SCORE_ALONE = 1.5
"""What a heading must look like to be the only item."""
_LOOK_BACK = 400
_NO_TITLE = re.compile(
    rf"[.:/-]\d|\.?\s*{MONTH_NAME}\b\.?(?!-)(?:\s+(?:\d{{4}}|kl|klokken)\b|\s*[,.]|\s*\Z)|\s*(?:%|kr\b)", re.I
)
"""What follows a number that is a date, a time of day or an amount and no heading."""
_NEVER_TITLE = re.compile(rf"[.:]\d\d\s*[-–]\s*\d|\.?\s*{MONTH_NAME}\b\.?\s+(?:19|20)\d\d\b", re.I)
"""The same, where not even bold type makes a heading of it."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    family: str
    value: int
    heading: Heading
    style: tuple[str, str]
    score: float
    marked: bool


def headings_in(lines: list[Line]) -> list[Heading]:
    """Return the headings of the items, in order: those that a line in brackets describes, where other rules miss one
    of them; else numbered ones where there are any, else bold or known titles.
    """
    found = _recognised(lines)
    described = [_as_written(lines[index], index) for index in range(len(lines)) if is_described(lines, index)]
    recognised = {(heading.index, heading.number) for heading in found}
    return found if recognised.issuperset((heading.index, heading.number) for heading in described) else described


def _as_written(line: Line, index: int) -> Heading:
    numbered = _AS_WRITTEN.match(line.text) if line.level < 2 else None
    return Heading(index, numbered.group(1), numbered.group(2)) if numbered else Heading(index, None, line.text)


def _recognised(lines: list[Line]) -> list[Heading]:
    candidates = [found for index in range(len(lines)) for found in _candidates(lines, index)]
    chain = _chain_of(candidates)
    if chain is None or chain[0].family != "number" or _usual(chain) < 2:
        released = _chain_of(_released(lines), known=2)
        chain = released if chain is None or (released and _usual(released) > _usual(chain)) else chain
    if chain is None or len(chain) == 1:
        alike = _all_alike(candidates)
        if alike or chain is None:
            return alike or unnumbered(lines)
    return _titled([candidate.heading for candidate in chain], lines)


def _chain_of(candidates: list[_Candidate], known: int = 0) -> list[_Candidate] | None:
    """Return the best chain of headings, or None where there is none; ``known`` of its titles must be usual ones."""
    chain = _best_chain([candidate for candidate in candidates if candidate.marked])
    if not _is_chain(chain) or sum(not candidate.style[1] and not candidate.style[0] for candidate in chain) * 2 > len(
        chain
    ):
        loose = _best_chain(candidates)
        chain = loose if _is_chain(loose) else chain
    return chain if _is_chain(chain) and _usual(chain) >= known else None


def _usual(chain: list[_Candidate]) -> int:
    return sum(is_standing(candidate.heading.title) for candidate in chain)


def _all_alike(candidates: list[_Candidate]) -> list[Heading]:
    """Return the headings where a converter began each list at 1 again; such numbers say nothing."""
    alike = [found for found in candidates if found.heading.number == "1" and found.score >= _SCORE_ALONE]
    usual = sum(is_standing(found.heading.title) for found in alike)
    return [replace(found.heading, number=None) for found in alike] if len(alike) >= 3 and usual >= 2 else []


def _is_chain(chain: list[_Candidate]) -> bool:
    if not chain:
        return False
    if chain[0].family != "number":
        return len(chain) >= 3 and chain[0].value == 27
    return len(chain) >= 2 or (chain[0].heading.number == "1" and chain[0].score >= _SCORE_ALONE)


def _released(lines: list[Line]) -> list[_Candidate]:
    """Return the candidates among lines that a converter to Markdown wrote with a backslash: ``2`` and a stop behind it."""
    freed = [replace(line, literal=line.literal and not line.held_number) for line in lines]
    return [found for index in range(len(lines)) for found in _candidates(freed, index)]


def _candidates(lines: list[Line], index: int) -> Iterator[_Candidate]:
    line = lines[index]
    if line.blank or line.literal or line.annotation is not None:
        return
    text = line.text if not line.cells else _joined_cells(line.cells)
    numbered = _numbered(lines, index, text)
    if numbered is not None:
        yield numbered
    lettered = _LETTERED.match(text)
    if lettered:
        value = "abcdefghijklmnopqrstuvwxyzæøå".find(lettered.group("letter").lower()) + 1
        yield _in_family(lines, index, "letter", value, lettered, lettered.group("letter"))
    roman = _ROMAN.match(text)
    if roman and roman.group("roman") in _ROMAN_VALUES:
        yield _in_family(lines, index, "roman", _ROMAN_VALUES[roman.group("roman")], roman, roman.group("roman"))


def _in_family(lines: list[Line], index: int, family: str, value: int, found: re.Match[str], number: str) -> _Candidate:
    title = found.group("title").strip()
    score = _score(lines, index, "", title)
    heading = Heading(index, number, title)
    return _Candidate(index, family, value * 27, heading, (family, found.group("mark")), score, marked=True)


def _numbered(lines: list[Line], index: int, text: str) -> _Candidate | None:
    line = lines[index]
    found = _NUMBERED_IN_BRACKETS.match(text) or _NUMBERED.match(text)
    if not found:
        return None
    prefix, mark = (found.group("prefix") or "").lower().strip(". "), (found.group("mark") or "").strip()
    in_brackets = text.startswith("(")
    title, rest = found.group("title").strip(), found.group("rest") or ""
    marked = bool(prefix or mark or in_brackets or line.bold or line.level or line.cells or is_standing(title))
    if (
        not prefix
        and not mark
        and not in_brackets
        and not rest.startswith((".0", "/20"))
        and not _may_be_bare(line, title)
    ):
        return None
    behind = text[found.end("number") :]
    if not rest and (_NEVER_TITLE if line.bold or line.level else _NO_TITLE).match(behind):
        return None
    if rest.startswith("/") and not (prefix or rest.startswith("/20")):
        return None
    number = str(int(found.group("number"))) + ("" if rest == ".0" else rest.strip(".").lower())
    return _Candidate(
        index,
        "number",
        int(found.group("number")) * 27 + _letter(rest),
        Heading(index, number, title),
        (prefix, "()" if in_brackets else mark),
        _score(lines, index, prefix, title),
        marked,
    )


def _may_be_bare(line: Line, title: str) -> bool:
    """Tell whether a number with nothing behind it but blank space may begin a heading."""
    return title[:1].isupper() and len(title) < 90 and not line.bulleted and not title.endswith((",", ";"))


def _joined_cells(cells: tuple[str, ...]) -> str:
    if re.fullmatch(r"\d{1,3}[.):]?", cells[0]) and len(cells) > 1:
        return f"{cells[0].rstrip('.):')}. {cells[1]}"
    return cells[0]


def _letter(rest: str) -> int:
    bare = rest.strip(".").lower()
    return ord(bare) - 96 if len(bare) == 1 and bare.isalpha() else 0


def _score(lines: list[Line], index: int, prefix: str, title: str) -> float:
    line = lines[index]
    score = 0.5
    score += 2.0 if line.bold or line.level else 0.0
    score += 1.5 if prefix else 0.0
    score += 1.0 if index == 0 or lines[index - 1].blank else 0.0
    score += 1.0 if is_standing(title) else 0.0
    score += 0.3 if _has_body(lines, index) else 0.0
    score -= 0.7 if title.endswith(("?", ",", ";")) else 0.0
    score -= 1.0 if len(title) > _LONG_TITLE or not title else 0.0
    score -= 0.7 if line.indented or (line.bulleted and not line.bold) else 0.0
    return score


def _has_body(lines: list[Line], index: int) -> bool:
    for line in lines[index + 1 :]:
        if not line.blank:
            return _NUMBERED.match(line.text) is None
    return False


def _best_chain(candidates: list[_Candidate]) -> list[_Candidate]:
    best: list[float] = []
    before: list[int | None] = []
    for position, candidate in enumerate(candidates):
        top, previous = candidate.score - min(1.5, 0.3 * max(0, candidate.value // 27 - 1)), None
        for earlier in range(max(0, position - _LOOK_BACK), position):
            step = _step(candidates[earlier], candidate)
            if step is not None and best[earlier] + candidate.score - step > top:
                top, previous = best[earlier] + candidate.score - step, earlier
        best.append(top)
        before.append(previous)
    chain: list[_Candidate] = []
    at = max(range(len(best)), key=best.__getitem__, default=None)
    while at is not None:
        chain.append(candidates[at])
        at = before[at]
    return chain[::-1]


def _step(earlier: _Candidate, later: _Candidate) -> float | None:
    if later.family != earlier.family or later.value <= earlier.value or later.index == earlier.index:
        return None
    gap = max(0, later.value // 27 - earlier.value // 27 - 1)
    if later.family != "number" and (gap or earlier.style != later.style):
        return None
    return min(1.5, 0.5 * gap) + (0.4 if earlier.style != later.style else 0.0)


def _titled(headings: list[Heading], lines: list[Line]) -> list[Heading]:
    """Give headings whose number stands alone in its line the title in the line below, where most stand so."""
    alone = sum(not heading.title for heading in headings)
    if alone * 2 < len(headings):
        return headings
    return [heading if heading.title else _with_next_line(heading, lines) for heading in headings]


def _with_next_line(heading: Heading, lines: list[Line]) -> Heading:
    for index in range(heading.index + 1, min(heading.index + 3, len(lines))):
        line = lines[index]
        if not line.blank:
            fits = len(line.text) <= _LONG_TITLE and not line.bulleted and line.annotation is None
            return replace(heading, title=line.text, title_index=index) if fits else heading
    return heading
