"""Finding the items: which of the numbered lines are headings.

Minutes number in many ways, and lists inside an item are numbered too. A heading's number is higher than the one
before; among all chains of rising numbers the one that looks most like headings is taken.
"""

import re
from dataclasses import dataclass

from governance.documents.reading.lines import Line

_PREFIX = r"(?P<prefix>dagsordenspunkt|ad\s+punkt|ad\s+pkt\.?|punkt|pkt\.?|ad|sag\s+nr\.?|sag|nr\.?|§)?\s*"
_NUMBERED = re.compile(
    rf"{_PREFIX}(?P<number>\d{{1,3}})(?P<letter>\.?[a-z](?=[.):\s]))?\s*(?P<mark>[.):]|\s[-–]\s|[-–](?=\s))?\s*(?P<title>.*)\Z",
    re.I,
)
STANDING = re.compile(
    r"\b(godkendelse af|godkend|valg af|næste møde|kommende møder?|eventuelt|evt\b|meddelelser|orientering|referat|dagsorden|"
    r"status|høring|budget|regnskab|beretning|indkomne forslag|velkomst|opfølgning|nyt fra|kontingent|"
    r"fastsættelse|drøftelse|planlægning|konstituering|bordet rundt)",
    re.I,
)
_LONG_TITLE = 160
_DOCUMENT_TITLE = re.compile(r"(?:\w+\s+)?(?:møde)?(?:referat|dagsorden|protokol)\b(?!\s+fra\b)", re.I)
_SCORE_ALONE = 1.5
"""What a heading must look like to be the only item."""
_NO_TITLE = re.compile(
    r"[.:/-]\d|\.?\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?(?:\s+(?:\d{4}|kl|klokken)\b|\s*[,.]|\s*\Z)",
    re.I,
)
"""What follows a number that is a date or a time of day and no heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that begins an item: where it stands among the lines, its number as written, and the title behind it."""

    index: int
    number: str | None
    title: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    value: int
    heading: Heading
    style: tuple[str, str]
    score: float


def headings_in(lines: list[Line]) -> list[Heading]:
    """Return the headings of the items, in order; numbered ones where there are any, else bold or known titles."""
    candidates = [found for index in range(len(lines)) if (found := _candidate(lines, index)) is not None]
    chain = _best_chain(candidates)
    if len(chain) >= 2 or (chain and chain[0].heading.number == "1" and chain[0].score >= _SCORE_ALONE):
        return [candidate.heading for candidate in chain]
    return _unnumbered(lines)


def _candidate(lines: list[Line], index: int) -> _Candidate | None:
    line = lines[index]
    if line.blank or line.literal or line.annotation is not None:
        return None
    text = line.text if not line.cells else _joined_cells(line.cells)
    found = _NUMBERED.match(text)
    if not found:
        return None
    prefix, mark = (found.group("prefix") or "").lower().strip(". "), (found.group("mark") or "").strip()
    title = found.group("title").strip()
    if not prefix and not mark and not (title[:1].isupper() and (line.bold or line.level or STANDING.search(title))):
        return None
    if _NO_TITLE.match(text[found.end("number") :]) and not (line.bold or line.level):
        return None
    number = str(int(found.group("number"))) + (found.group("letter") or "").strip(".")
    return _Candidate(
        index,
        int(found.group("number")) * 27 + _letter(found.group("letter")),
        Heading(index, number, title),
        (prefix, mark),
        _score(lines, index, prefix, title),
    )


def _joined_cells(cells: tuple[str, ...]) -> str:
    if re.fullmatch(r"\d{1,3}[.):]?", cells[0]) and len(cells) > 1:
        return f"{cells[0].rstrip('.):')}. {cells[1]}"
    return cells[0]


def _letter(letter: str | None) -> int:
    return ord(letter.strip(".").lower()) - 96 if letter else 0


def _score(lines: list[Line], index: int, prefix: str, title: str) -> float:
    line = lines[index]
    score = 0.5
    score += 2.0 if line.bold or line.level else 0.0
    score += 1.5 if prefix else 0.0
    score += 1.0 if index == 0 or lines[index - 1].blank else 0.0
    score += 1.0 if STANDING.search(title) else 0.0
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
        for earlier in range(max(0, position - 400), position):
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
    if later.value <= earlier.value:
        return None
    gap = max(0, later.value // 27 - earlier.value // 27 - 1)
    return min(1.5, 0.5 * gap) + (0.4 if earlier.style != later.style else 0.0)


def _unnumbered(lines: list[Line]) -> list[Heading]:
    found: list[Heading] = []
    for index, line in enumerate(lines):
        if line.blank or line.literal or line.cells or line.annotation is not None or len(line.text) > _LONG_TITLE:
            continue
        if _DOCUMENT_TITLE.match(line.text):
            continue
        title = line.text.strip()
        marked = line.level >= 2 or (line.bold and not line.bulleted)
        if _is_standing_title(title) or (marked and found and not re.search(r":\s*\S", title)):
            found.append(Heading(index, None, title))
    return found if len(found) >= 2 else []


def _is_standing_title(title: str) -> bool:
    return (
        len(title) < 80
        and not title.endswith(".")
        and re.match(STANDING.pattern.replace(r"\b(", "("), title, re.I) is not None
    )
