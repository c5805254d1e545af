"""Who was there: the attendance lists at the head of minutes, in the styles that councils use."""

import re
from dataclasses import dataclass, field

from governance.danish.names import looks_like_name, names_in_list, split_party, without_affiliation, without_title
from governance.documents.model import Attendee, Status
from governance.documents.reading.attendance_words import (
    HEADER,
    IN_BRACKETS,
    LABEL,
    LIST_NUMBER,
    MARK,
    SAYS_STATUS,
    STATUS_FIRST,
    WITHOUT_COLON,
    Kind,
    kind_alone,
    kind_of,
    status_named,
)
from governance.documents.reading.lines import Line

_BROKEN_AT = 55
"""Characters from which on a line may have been broken to fit a width."""
_ENDS_IN_INITIAL = re.compile(r"\s[A-ZÆØÅ]\.\Z")
_ALL_CALLED = re.compile(r"\W*(?:indbudte|medlem|navn|deltagere|mødedeltagere|bestyrelse|ledelse)", re.I)
"""The beginning of a list of those who belong there: one who is listed again with an apology is not listed wrongly."""


@dataclass(frozen=True)
class Listing:
    """Where a name was listed: with which status, in which list, in which line."""

    status: Status
    under: int
    line: int


@dataclass
class AttendanceList:
    """What the head says about who was there, while it is read line by line."""

    attendees: list[Attendee] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    """Who is said in brackets to be ``referent`` or ``ordstyrer``."""
    roster: bool = False
    open_label: Kind | None = None
    columns: tuple[Kind | None, ...] = ()
    gap: bool = False
    """Whether a blank line came since the last name."""
    broken: str | None = None
    """The beginning of a name at the end of a long line, which may go on in the next one."""
    only_indented: bool = False
    """Whether the list goes on in indented lines only, as below a name behind a label and a tab."""
    listings: dict[str, Listing] = field(default_factory=dict)
    repeated: list[tuple[str, int, int]] = field(default_factory=list)
    """Names that are listed twice where only one can be right, each with both lines."""
    under: int = 0
    all_called: bool = False

    def takes(self, line: Line) -> bool:
        """Take in a line where it belongs to an attendance list, and tell whether it did."""
        if line.literal:
            return False
        if line.cells:
            return self._takes_cells(line)
        return self._takes_label(line) or self._takes_sentence(line) or self._takes_continuation(line)

    def _takes_cells(self, line: Line) -> bool:
        cells = [cell.strip() for cell in line.cells]
        said = [cell for cell in cells if cell]
        if self._takes_header(cells):
            return True
        if self.columns and len(cells) == len(self.columns) and looks_like_name(cells[0]):
            return self._takes_marks(cells, line)
        for at, other in ((0, 1), (1, 0)):
            if len(said) > max(at, other):
                status, written = status_named(said[at]), without_affiliation(said[other])
                sure = at == 0 and len(said) == 2 and len(names_in_list(written)) == 1
                if status is not None and (sure or looks_like_name(without_title(written))):
                    self._add(written, status, line, sure=sure)
                    self.roster = self.roster or status != "present"
                    if at == 0 and said[at].endswith(":"):
                        self._opened(status, only_indented=True)
                    return True
        kind = kind_alone(said[0]) if len(said) == 2 else None
        if kind is not None:
            self._listed(kind, said[1], line)
        return kind is not None

    def _takes_header(self, cells: list[str]) -> bool:
        if all(HEADER.match(cell) for cell in cells):
            self.roster = self.roster or any(cell.lower().startswith(("indbudte", "medlem")) for cell in cells)
            self.open_label = None
            return True
        columns = tuple(kind_alone(cell) for cell in cells)
        if len(cells) > 2 and HEADER.match(cells[0]) and sum(kind is not None for kind in columns[1:]) >= 2:
            self.columns, self.roster = columns, True
            return True
        return False

    def _takes_marks(self, cells: list[str], line: Line) -> bool:
        marked = [kind for cell, kind in zip(cells, self.columns, strict=True) if kind and MARK.match(cell)]
        for kind in marked[:1]:
            self._add(cells[0], kind, line)
        return bool(marked)

    def _takes_label(self, line: Line) -> bool:
        first = STATUS_FIRST.match(line.text)
        status = status_named(first.group("status")) if first else None
        if first and status is not None:
            self._add(first.group("name"), status, line)
            return True
        found = list(LABEL.finditer(line.text))
        if found and found[0].start() == 0:
            for index, label in enumerate(found):
                end = found[index + 1].start() if index + 1 < len(found) else len(line.text)
                self._begun(label.group())
                self._listed(kind_of(label), line.text[label.end() : end], line)
            self._note_break(line.text)
            return True
        marked = f"{line.text}:" if line.level or line.whole_bold else line.text
        alone = kind_alone(marked) if not line.bulleted else None
        if alone is not None:
            self._begun(marked)
            self._opened(alone)
        return alone is not None

    def _takes_sentence(self, line: Line) -> bool:
        without = WITHOUT_COLON.match(line.text)
        if without:
            names = without.group("names") or without.group("more") or without.group("there")
            if _all_names(names):
                self._begun(line.text)
                self._listed(kind_of(without), names, line)
                self._note_break(line.text)
                return True
        said = SAYS_STATUS.match(LIST_NUMBER.sub("", line.text))
        status = status_named(said.group("status").removeprefix("(")) if said else None
        if said and status is not None and _all_names(said.group("names")):
            for name in names_in_list(without_affiliation(said.group("names"))):
                self._add(name, status, line)
            self.gap = False
            return True
        return False

    def _takes_continuation(self, line: Line) -> bool:
        if self.open_label is None:
            return False
        if line.blank:
            self.gap = True
            return False
        if self.only_indented and not line.indented:
            self.open_label = None
            return False
        text = LIST_NUMBER.sub("", line.text)
        names = _persons(self._unwrapped(text, line))
        shortest = 2 if self.gap and self.attendees else 1
        if not names or ":" in IN_BRACKETS.sub("", text) or not all(_is_name(name, shortest) for name in names):
            self.open_label = self.broken = None
            return False
        self._drop_broken(line)
        self._listed(self.open_label, ", ".join(names), line, only_indented=self.only_indented)
        if not line.bulleted:
            self._note_break(line.text)
        return True

    def _unwrapped(self, text: str, line: Line) -> str:
        """Return the text with the beginning of its first name, where the line before was broken in a name."""
        goes_on = self.broken is not None and not self.gap and not line.bulleted
        return f"{self.broken} {text}" if goes_on else text

    def _drop_broken(self, line: Line) -> None:
        if self.broken is not None and not self.gap and not line.bulleted:
            listed = self.others if self.open_label == "others" else self.attendees
            listed.pop()
        self.broken = None

    def _note_break(self, text: str) -> None:
        initial = _ENDS_IN_INITIAL.search(text) is not None
        whole = text.endswith((" og", " samt", ",", ";")) or (text.endswith(".") and not initial)
        last = names_in_list(text)[-1:] if len(text) >= _BROKEN_AT and not whole else []
        held = self.others[-1:] if self.open_label == "others" else [held.name for held in self.attendees[-1:]]
        same = bool(last and held) and split_party(last[0])[0] == held[0]
        self.broken = f"{last[0]}{'.' if initial else ''}" if same else None

    def _begun(self, label: str) -> None:
        self.under += 1
        self.all_called = _ALL_CALLED.match(label) is not None

    def _opened(self, kind: Kind, *, only_indented: bool = False) -> None:
        self.open_label, self.gap, self.only_indented = kind, False, only_indented
        self.roster = self.roster or kind in ("apology", "absent")

    def _listed(self, kind: Kind, text: str, line: Line, *, only_indented: bool = False) -> None:
        self._opened(kind, only_indented=only_indented)
        for name in _persons(text):
            if not looks_like_name(name):
                continue
            if kind == "others":
                self._note_roles(name)
                self.others.append(_without_role(name))
            else:
                self._add(name, _status_said(name) or kind, line)

    def _add(self, written: str, status: Status | Kind, line: Line, *, sure: bool = False) -> None:
        """Add a member; ``sure`` where whatever stands there is a name, like one or not."""
        if status == "others":
            return
        self._note_roles(written)
        name, party = split_party(without_title(_without_status(written)))
        if not looks_like_name(name):
            name = split_party(written)[0] if sure else ""
        if not name:
            return
        self._note_listing(name, status, line)
        held = next((index for index, other in enumerate(self.attendees) if other.name == name), None)
        if held is None:
            self.attendees.append(Attendee(name=name, status=status, party=party, lines=(line.number, line.number)))
        elif self.attendees[held].status == "present" and status != "present":
            known = self.attendees[held]
            self.attendees[held] = Attendee(name=name, status=status, party=known.party or party, lines=known.lines)

    def _note_listing(self, name: str, status: Status, line: Line) -> None:
        """Note a name that is listed already, where the two say different things or stand in one list."""
        before = self.listings.get(name)
        if before is None:
            if not (self.all_called and status == "present" and self.open_label == "present"):
                self.listings[name] = Listing(status, self.under, line.number)
        elif " " in name and (before.under == self.under or (before.status == "present") != (status == "present")):
            self.repeated.append((name, before.line, line.number))

    def _note_roles(self, written: str) -> None:
        for found in IN_BRACKETS.finditer(written):
            role = found.group("said").strip().lower()
            if role in ("referent", "ordstyrer", "mødeleder", "dirigent"):
                self.roles.setdefault(role, split_party(without_title(written))[0])


def _persons(text: str) -> list[str]:
    """Return the names in a text; what stands behind a full name and is a short form or a word is no other person."""
    names = names_in_list(without_affiliation(text))
    full = any(len(name.split()) > 1 for name in names)
    return [name for name in names if looks_like_name(name) or not full] if full else names


def _all_names(text: str) -> bool:
    names = names_in_list(without_affiliation(text))
    return bool(names) and all(looks_like_name(name) for name in names)


def _is_name(name: str, words: int) -> bool:
    return looks_like_name(name) and len(name.split()) >= words


def _status_said(written: str) -> Status | None:
    return next((status for said in IN_BRACKETS.findall(written) if (status := status_named(said))), None)


def _without_status(written: str) -> str:
    return IN_BRACKETS.sub(lambda found: "" if status_named(found.group("said")) else found.group(), written)


def _without_role(written: str) -> str:
    return split_party(without_title(written))[0]
