"""Members as a secretary types, pastes or keeps them in a table: one a line, with party or organisation and stand-in."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from events.catalogue import Office
from events.errors import N_, ReferatError
from governance.danish.names import folded, split_party
from governance.documents.reading.lines import lines_of

_LETTERS = re.compile(r"[A-ZÆØÅ]{1,3}\Z")
_LABEL = re.compile(r"(?:personlig\s+)?(?:stedfortræder|suppleant|stand-in)\s*(?:for)?\s*[:.]?\s+(?=\S)", re.I)
_OFFICES = {
    "formand": Office.CHAIR,
    "forperson": Office.CHAIR,
    "forkvinde": Office.CHAIR,
    "chair": Office.CHAIR,
    "næstformand": Office.VICE_CHAIR,
    "næstforperson": Office.VICE_CHAIR,
    "næstforkvinde": Office.VICE_CHAIR,
    "vice chair": Office.VICE_CHAIR,
    "kasserer": Office.TREASURER,
    "treasurer": Office.TREASURER,
    "sekretær": Office.SECRETARY,
    "secretary": Office.SECRETARY,
}
Column = Literal["name", "given", "last", "party", "organisation", "stand_in", "office"]
_HEADINGS: dict[str, Column] = {
    "navn": "name",
    "medlem": "name",
    "name": "name",
    "member": "name",
    "fornavn": "given",
    "efternavn": "last",
    "parti": "party",
    "liste": "party",
    "partibogstav": "party",
    "party": "party",
    "organisation": "organisation",
    "forening": "organisation",
    "repræsenterer": "organisation",
    "udpeget af": "organisation",
    "stedfortræder": "stand_in",
    "suppleant": "stand_in",
    "stand-in": "stand_in",
    "hverv": "office",
    "funktion": "office",
    "rolle": "office",
    "office": "office",
}


@dataclass(frozen=True)
class MemberLine:
    """A member as line ``line`` of the text gives one."""

    line: int
    name: str
    party: str | None = None
    organisation: str | None = None
    stand_in: str | None = None
    office: Office | None = None


class MembersRefused(ReferatError):
    """A line that is no member, or a member who is named twice."""

    exit_code = 3


def members_in(text: str) -> list[MemberLine]:
    """Return the members that a text names. Raises MembersRefused for a line without a name, or a name named twice."""
    rows = [(number, cells) for number, cells in _rows(text) if any(cells)]
    heading = _heading(rows[0][1]) if rows else None
    found = (
        [_by_heading(number, cells, heading) for number, cells in rows[1:]]
        if heading
        else [_free(*row) for row in rows]
    )
    _require_once(found)
    return found


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Return the lines as cells: parted as the first line of a table is, else by tabs, semicolons or commas."""
    raw = text.replace("\r\n", "\n").split("\n")
    first = next((line for line in raw if line.strip()), "")
    table = _mark(first) if _heading(_cells(first, _mark(first))) else None
    for number, line in enumerate(raw, 1):
        yield number, _cells(line, table or _mark(line))


def _mark(line: str) -> str:
    return next((mark for mark in "\t;," if mark in line), ",")


def _cells(line: str, mark: str) -> list[str]:
    bare = lines_of(line)[0].text if mark == "," else line
    cells = [" ".join(cell.split()) for cell in next(csv.reader([bare], delimiter=mark), [])]
    return [_numbered(cell) if index == 0 else cell for index, cell in enumerate(cells)]


def _numbered(cell: str) -> str:
    return re.sub(r"\A(?:\d{1,3}[.)]|[-–•*·])\s*", "", cell)


def _heading(cells: Sequence[str]) -> list[Column | None] | None:
    """Return what the columns of a table hold, where its first row says so."""
    columns = [_HEADINGS.get(cell.casefold().strip(" :.")) for cell in cells]
    return columns if "name" in columns or "given" in columns else None


def _by_heading(number: int, cells: Sequence[str], columns: list[Column | None]) -> MemberLine:
    held = {column: cell for column, cell in zip(columns, cells, strict=False) if column and cell}
    name, party = split_party(held.get("name") or f"{held.get('given', '')} {held.get('last', '')}".strip())
    return _required(
        MemberLine(
            line=number,
            name=name,
            party=held.get("party") or party,
            organisation=held.get("organisation"),
            stand_in=_stand_in(held.get("stand_in", "")),
            office=_OFFICES.get(held.get("office", "").casefold()),
        )
    )


def _free(number: int, cells: Sequence[str]) -> MemberLine:
    """Return the member of a line without headings: name, then party letters, organisation, office or stand-in."""
    name, party = split_party(cells[0])
    organisation = stand_in = office = None
    for cell in filter(None, cells[1:]):
        if _LABEL.match(cell):
            stand_in = _stand_in(cell)
        elif cell.casefold() in _OFFICES:
            office = _OFFICES[cell.casefold()]
        elif _LETTERS.match(cell) and party is None:
            party = cell
        elif organisation is None:
            organisation = cell
        else:
            stand_in = stand_in or cell
    return _required(MemberLine(number, name, party, organisation, stand_in, office))


def _stand_in(cell: str) -> str | None:
    return split_party(_LABEL.sub("", cell, count=1))[0] or None


def _required(member: MemberLine) -> MemberLine:
    if not any(character.isalpha() for character in member.name):
        raise MembersRefused(N_("Line {line}: there is no name. Write one member a line."), line=member.line)
    return member


def _require_once(members: Sequence[MemberLine]) -> None:
    seen: dict[str, int] = {}
    for member in members:
        first = seen.setdefault(folded(member.name), member.line)
        if first != member.line:
            raise MembersRefused(
                N_("Line {line}: {name} stands in line {first} already."),
                line=member.line,
                name=member.name,
                first=first,
            )
