"""Who was there: the attendance lists at the head of minutes, in the styles that councils use."""

import re
from dataclasses import dataclass, field

from governance.danish.names import looks_like_name, names_in_list, split_party
from governance.documents.model import Attendee, Status
from governance.documents.reading.lines import Line

_STATUS: dict[str, Status] = {
    "mødt": "present",
    "til stede": "present",
    "tilstede": "present",
    "deltog": "present",
    "deltaget": "present",
    "fremmødt": "present",
    "ja": "present",
    "afbud": "apology",
    "meldt afbud": "apology",
    "fraværende med afbud": "apology",
    "ikke mødt": "absent",
    "fraværende": "absent",
    "udeblevet": "absent",
    "udeblev": "absent",
    "ej mødt": "absent",
    "fraværende uden afbud": "absent",
}
_HEADER_CELLS = re.compile(r"(?:indbudte|medlemmer|medlem|navn|navne|status|fremmøde|deltagere|parti|)\s*:?\s*\Z", re.I)
LABELS: tuple[tuple[str, str], ...] = (
    (
        r"(?:fraværende|fravær)\s+med\s+afbud|afbud(?:\s+(?:fra|var|fraværende|meldt))?|meldt\s+afbud|fraværende\s*/\s*afbud",
        "apology",
    ),
    (
        r"fraværende(?:\s+uden\s+afbud)?|ikke\s+(?:til\s?stede|mødt)|udeblevet?(?:\s+uden\s+afbud)?|uden\s+afbud|fravær",
        "absent",
    ),
    (
        r"(?:øvrige|andre|desuden|endvidere)\s+(?:deltagere|deltog|mødte|til\s?stede)|gæster?|ekstern\s+deltagelse|"
        r"fra\s+(?:forvaltningen|administrationen|sekretariatet)(?:\s+deltog)?|observatører?|oplægsholdere?|inviterede",
        "others",
    ),
    (
        r"(?:mødte?\s+|følgende\s+)?(?:medlemmer\s+)?til\s?stede(?:\s+(?:var|medlemmer))?|tilstede(?:værende)?|fremmødte?|"
        r"mødedeltagere|deltagere|i\s+mødet\s+deltog|deltog|deltagende|mødte?|medlemmer|til\s+stede\s+fra\s+\w+",
        "present",
    ),
)
_LABELS = [(re.compile(rf"(?:{pattern})\s*:\s*(?P<rest>.*)\Z", re.I), kind) for pattern, kind in LABELS]
_ONLY_LABELS = [(re.compile(rf"(?:{pattern})\s*:?\s*\Z", re.I), kind) for pattern, kind in LABELS]


@dataclass
class AttendanceList:
    """What the head says about who was there, while it is read line by line."""

    attendees: list[Attendee] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    roster: bool = False
    open_label: str | None = None
    gap: bool = False
    """Whether a blank line came since the last name."""

    def takes(self, line: Line) -> bool:
        """Take in a line where it belongs to an attendance list, and tell whether it did."""
        if line.literal:
            return False
        if line.cells:
            return self._takes_cells(line)
        if self._takes_label(line):
            return True
        return self._takes_continuation(line)

    def _takes_cells(self, line: Line) -> bool:
        cells = [cell.strip() for cell in line.cells if cell.strip()]
        if cells and all(_HEADER_CELLS.match(cell) for cell in cells):
            self.roster = self.roster or any(cell.lower().startswith(("indbudte", "medlem")) for cell in cells)
            self.open_label = None
            return True
        for cell, other in ((0, 1), (1, 0)):
            if len(cells) > max(cell, other):
                status = _STATUS.get(cells[cell].lower().rstrip(":. "))
                if status is not None and looks_like_name(cells[other]):
                    self._add(cells[other], status, line)
                    self.roster = self.roster or status != "present"
                    return True
        return len(cells) == 2 and self._takes_pair(cells, line)

    def _takes_pair(self, cells: list[str], line: Line) -> bool:
        for pattern, kind in _ONLY_LABELS:
            if pattern.match(cells[0]):
                self._listed(kind, cells[1], line)
                return True
        return False

    def _takes_label(self, line: Line) -> bool:
        status = _leading_status(line.text)
        if status is not None:
            self._add(status[1], status[0], line)
            return True
        for pattern, kind in _LABELS:
            found = pattern.match(line.text)
            if found:
                self._listed(kind, found.group("rest"), line)
                return True
        return False

    def _takes_continuation(self, line: Line) -> bool:
        if self.open_label is None:
            return False
        if line.blank:
            self.gap = True
            return False
        names = names_in_list(line.text)
        shortest = 2 if self.gap and self.attendees else 1
        if not names or ":" in line.text or not all(_is_name(name, shortest) for name in names):
            self.open_label = None
            return False
        self._listed(self.open_label, line.text, line)
        return True

    def _listed(self, kind: str, text: str, line: Line) -> None:
        self.open_label, self.gap = kind, False
        self.roster = self.roster or kind in ("apology", "absent")
        for name in names_in_list(text):
            if kind == "others":
                self.others.append(name)
            else:
                self._add(name, "present" if kind == "present" else "apology" if kind == "apology" else "absent", line)

    def _add(self, written: str, status: Status, line: Line) -> None:
        name, party = split_party(written)
        if name and not any(held.name == name for held in self.attendees):
            self.attendees.append(Attendee(name=name, status=status, party=party, lines=(line.number, line.number)))


def _is_name(name: str, words: int) -> bool:
    return looks_like_name(name) and len(name.split()) >= words


def _leading_status(text: str) -> tuple[Status, str] | None:
    found = re.match(r"(mødt|afbud|udeblevet|ikke mødt|fraværende)\s{2,}(\S.*)\Z", text, re.I)
    return (_STATUS[found.group(1).lower()], found.group(2)) if found else None
