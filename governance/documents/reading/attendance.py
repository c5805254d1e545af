"""Who was there: the attendance lists at the head of minutes, in the styles that councils use."""

import re
from dataclasses import dataclass, field
from typing import Literal

from governance.danish.names import looks_like_name, names_in_list, split_party, without_title
from governance.documents.model import Attendee, Status
from governance.documents.reading.lines import Line

Kind = Literal["present", "apology", "absent", "others"]
_STATUS: tuple[tuple[str, Status], ...] = (
    (
        r"(?:(?:har|havde)\s+)?(?:meldt\s+)?afbud|fraværende\s+med\s+afbud|med\s+afbud|fraværende\s*\(afbud\)|forhindret|afmeldt",
        "apology",
    ),
    (
        r"(?:ikke|ej)\s+(?:mødt|til\s?stede)|(?:var\s+)?fraværende(?:\s+uden\s+afbud)?|uden\s+afbud|udeblev(?:et)?|deltog\s+ikke|nej",
        "absent",
    ),
    (r"mødt|til\s?stede|deltog|deltaget|fremmødt|ja", "present"),
)
_LISTS: tuple[tuple[str, Kind], ...] = (
    (
        r"(?:fraværende|fravær|udeblevne?)\s*(?:\(?med\s+afbud\)?|/\s*afbud|\(afbud\))|(?:der\s+var\s+|med\s+|meldt\s+)?afbud"
        r"(?:\s+(?:fra|var|fraværende|meldt|modtaget(?:\s+fra)?))?|framelding(?:er)?|frameldte?|afmeldt|forhindret",
        "apology",
    ),
    (
        r"fraværende(?:\s*\(?uden\s+afbud\)?)?|ikke\s+(?:til\s?stede|mødt)|udeblevn?et?(?:\s+uden\s+afbud)?|udeblev|uden\s+afbud|fravær",
        "absent",
    ),
    (
        r"(?:øvrige|andre|desuden|endvidere|også)(?:\s+(?:deltagere|deltog|deltager|mødte|fremmødte|til\s?stede))?|"
        r"gæst(?:er)?(?:\s+(?:og|/)\s+oplægsholdere?)?|eksterne?(?:\s+deltag(?:else|ere))?|(?:særligt\s+)?(?:inviterede?|inviteret)|"
        r"særligt\s+indbudte|observatør(?:er)?|oplægsholdere?|tilhørere?|forvaltning(?:en)?|administration(?:en)?|sekretariat(?:et)?|"
        r"fra\s+[\wæøåÆØÅ\- ]{3,40}?(?:\s+deltog)?",
        "others",
    ),
    (
        r"(?:mødte?\s+|følgende\s+)?(?:medlemmer\s+)?til\s?stede(?:\s+(?:var|medlemmer|fra\s+\w+))?|tilstede(?:værende)?|nærværende|"
        r"fremmødte?(?:\s+medlemmer)?|mødedeltagere|deltagere(?:\s+i\s+mødet)?|i\s+mødet\s+deltog|deltog(?:\s+i\s+mødet)?|deltagende|"
        r"mødte?|medlemmer|bestyrelse(?:n|smedlemmer)?|rådsmedlemmer|udvalgsmedlemmer|byrådsmedlemmer|politikere|brugere|pårørende|"
        r"\w*repræsentanter|forældrevalgte|medarbejdervalgte|medarbejdere|ledelse(?:n)?|elevråd(?:et)?",
        "present",
    ),
)
_ANY_LIST = "|".join(f"(?P<{kind}>{pattern})" for pattern, kind in _LISTS)
_LABEL = re.compile(rf"(?:\A|(?<=[.;])\s+)(?:{_ANY_LIST})\s*(?::|\t)\s*", re.I)
_ALONE = re.compile(rf"(?:{_ANY_LIST})\s*:?\Z", re.I)
_ALSO_A_TITLE = re.compile(
    r"bestyrelse|forvaltning|administration|sekretariat|ledelse|elevråd|fra\b|andre|også|desuden|endvidere", re.I
)
"""What needs a colon to be the label of a list."""
_WITHOUT_COLON = re.compile(
    r"(?P<apology>(?:der\s+(?:var|er)\s+)?(?:meldt\s+)?afbud(?:\s+(?:fra|modtaget\s+fra))?)\s+(?P<names>.+)\Z"
    r"|(?P<others>(?:desuden|endvidere|fra\s+\w+)\s+deltog)\s+(?P<more>.+)\Z"
    r"|(?P<present>(?:til\s?stede|mødt)\s+(?:var|er))\s+(?P<there>.+)\Z",
    re.I,
)
_SAYS_STATUS = re.compile(
    rf"(?P<names>.+?)\s*(?:\s[–—\-]\s|\s{{2,}}|:\s|,\s|\shar\s|\shavde\s|\svar\s|\s(?=deltog ikke|meldte)|\()\s*"
    rf"(?:meldte\s+)?(?P<status>{'|'.join(pattern for pattern, _ in _STATUS)})\)?\s*\.?\Z",
    re.I,
)
_STATUS_FIRST = re.compile(
    rf"(?P<status>{'|'.join(pattern for pattern, _ in _STATUS)})(?:\s{{2,}}|\t)\s*(?P<name>\S.*)\Z", re.I
)
_HEADER = re.compile(
    r"(?:indbudte|medlemmer|medlem|navn|navne|status|fremmøde|deltagere|parti|udpeget\s+af|organisation|repræsenterer|rolle|titel|)\s*:?\s*\Z",
    re.I,
)
_MARK = re.compile(r"[xX✓✔√*+]\Z|ja\Z", re.I)
_IN_BRACKETS = re.compile(r"\((?P<said>[^()]*)\)")
_BROKEN_AT = 55
"""Characters from which on a line may have been broken to fit a width."""
_ENDS_IN_INITIAL = re.compile(r"\s[A-ZÆØÅ]\.\Z")
_LIST_NUMBER = re.compile(r"\A\d{1,2}[.)]\s+")


def status_named(said: str) -> Status | None:
    """Return the status that a word such as ``Mødt`` or ``meldt afbud`` names."""
    bare = said.strip(" .:")
    return next((status for pattern, status in _STATUS if re.fullmatch(pattern, bare, re.I)), None)


def begins_list(text: str) -> bool:
    """Tell whether a line is the label of an attendance list, or begins with one."""
    return _LABEL.match(text) is not None or _kind_alone(text) is not None


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
                status = status_named(said[at])
                sure = at == 0 and len(said) == 2 and len(names_in_list(said[other])) == 1
                if status is not None and (sure or looks_like_name(without_title(said[other]))):
                    self._add(said[other], status, line, sure=sure)
                    self.roster = self.roster or status != "present"
                    return True
        kind = _kind_alone(said[0]) if len(said) == 2 else None
        if kind is not None:
            self._listed(kind, said[1], line)
        return kind is not None

    def _takes_header(self, cells: list[str]) -> bool:
        if all(_HEADER.match(cell) for cell in cells):
            self.roster = self.roster or any(cell.lower().startswith(("indbudte", "medlem")) for cell in cells)
            self.open_label = None
            return True
        columns = tuple(_kind_alone(cell) for cell in cells)
        if len(cells) > 2 and _HEADER.match(cells[0]) and sum(kind is not None for kind in columns[1:]) >= 2:
            self.columns, self.roster = columns, True
            return True
        return False

    def _takes_marks(self, cells: list[str], line: Line) -> bool:
        marked = [kind for cell, kind in zip(cells, self.columns, strict=True) if kind and _MARK.match(cell)]
        for kind in marked[:1]:
            self._add(cells[0], kind, line)
        return bool(marked)

    def _takes_label(self, line: Line) -> bool:
        first = _STATUS_FIRST.match(line.text)
        status = status_named(first.group("status")) if first else None
        if first and status is not None:
            self._add(first.group("name"), status, line)
            return True
        found = list(_LABEL.finditer(line.text))
        if found and found[0].start() == 0:
            for index, label in enumerate(found):
                end = found[index + 1].start() if index + 1 < len(found) else len(line.text)
                self._listed(_kind_of(label), line.text[label.end() : end], line)
            self._note_break(line.text)
            return True
        marked = f"{line.text}:" if line.level or line.whole_bold else line.text
        alone = _kind_alone(marked) if not line.bulleted else None
        if alone is not None:
            self._opened(alone)
        return alone is not None

    def _takes_sentence(self, line: Line) -> bool:
        without = _WITHOUT_COLON.match(line.text)
        if without:
            names = without.group("names") or without.group("more") or without.group("there")
            if _all_names(names):
                self._listed(_kind_of(without), names, line)
                self._note_break(line.text)
                return True
        said = _SAYS_STATUS.match(_LIST_NUMBER.sub("", line.text))
        status = status_named(said.group("status").removeprefix("(")) if said else None
        if said and status is not None and _all_names(said.group("names")):
            for name in names_in_list(said.group("names")):
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
        text = _LIST_NUMBER.sub("", line.text)
        names = _persons(self._unwrapped(text, line))
        shortest = 2 if self.gap and self.attendees else 1
        if not names or ":" in _IN_BRACKETS.sub("", text) or not all(_is_name(name, shortest) for name in names):
            self.open_label = self.broken = None
            return False
        self._drop_broken(line)
        self._listed(self.open_label, ", ".join(names), line)
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

    def _opened(self, kind: Kind) -> None:
        self.open_label, self.gap = kind, False
        self.roster = self.roster or kind in ("apology", "absent")

    def _listed(self, kind: Kind, text: str, line: Line) -> None:
        self._opened(kind)
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
        held = next((index for index, other in enumerate(self.attendees) if other.name == name), None)
        if held is None:
            self.attendees.append(Attendee(name=name, status=status, party=party, lines=(line.number, line.number)))
        elif self.attendees[held].status == "present" and status != "present":
            known = self.attendees[held]
            self.attendees[held] = Attendee(name=name, status=status, party=known.party or party, lines=known.lines)

    def _note_roles(self, written: str) -> None:
        for found in _IN_BRACKETS.finditer(written):
            role = found.group("said").strip().lower()
            if role in ("referent", "ordstyrer", "mødeleder", "dirigent"):
                self.roles.setdefault(role, split_party(without_title(written))[0])


def _kind_of(match: re.Match[str]) -> Kind:
    kinds: tuple[Kind, ...] = ("apology", "absent", "others", "present")
    groups = match.groupdict()
    return next(kind for kind in kinds if groups.get(kind))


def _kind_alone(said: str) -> Kind | None:
    """Return the kind of list that a line or cell without more in it is the label of."""
    found = _ALONE.match(said.strip())
    return _kind_of(found) if found and (said.strip().endswith(":") or not _ALSO_A_TITLE.match(said.strip())) else None


def _persons(text: str) -> list[str]:
    """Return the names in a text; what stands behind a full name and is a short form or a word is no other person."""
    names = names_in_list(text)
    full = any(len(name.split()) > 1 for name in names)
    return [name for name in names if looks_like_name(name) or not full] if full else names


def _all_names(text: str) -> bool:
    names = names_in_list(text)
    return bool(names) and all(looks_like_name(name) for name in names)


def _is_name(name: str, words: int) -> bool:
    return looks_like_name(name) and len(name.split()) >= words


def _status_said(written: str) -> Status | None:
    return next((status for said in _IN_BRACKETS.findall(written) if (status := status_named(said))), None)


def _without_status(written: str) -> str:
    return _IN_BRACKETS.sub(lambda found: "" if status_named(found.group("said")) else found.group(), written)


def _without_role(written: str) -> str:
    return split_party(without_title(written))[0]
