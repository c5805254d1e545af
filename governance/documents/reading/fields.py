"""The fields of the head of minutes: what each label sets, and the day, the time and the place in one line."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from governance.danish.bodies import body_name
from governance.danish.dates import DateMention, dates_in, resolved
from governance.danish.names import split_party, without_title
from governance.danish.times import time_behind, time_given, times_in
from governance.documents.model import DocumentKind, MeetingPart
from governance.documents.reading.attendance import AttendanceList
from governance.documents.reading.comings import Comings
from governance.documents.reading.labels import Field, label_cell, labelled
from governance.documents.reading.lines import Line

_BEHIND_DATE = re.compile(
    r"\A[\s,.:]*(?:(?P<hosts>hos\s+[A-ZÆØÅ].*)|(?:(?:i|på|ved)\s+(?P<named>[A-ZÆØÅa-zæøå0-9].*)|(?P<place>[A-ZÆØÅ].{2,})))\Z"
)


@dataclass
class Head:
    """What the head says, while it is read line by line."""

    kind: DocumentKind | None = None
    body: str | None = None
    body_rank: int = 9
    municipality: str | None = None
    mention: DateMention | None = None
    date_line: int = 0
    start: str | None = None
    end: str | None = None
    place: str | None = None
    parts: list[MeetingPart] = field(default_factory=list)
    contents: str | None = None
    opened_at: str | None = None
    closed_at: str | None = None
    referent: str | None = None
    chair: tuple[str, str] | None = None
    chair_line: int | None = None
    attendance: AttendanceList = field(default_factory=AttendanceList)
    comings: Comings = field(default_factory=Comings)
    remarks: list[Line] = field(default_factory=list)
    open_field: tuple[Field, str] | None = None
    values: dict[int, list[tuple[Field, str]]] = field(default_factory=dict)
    """What stood behind which labels, by the number of the line."""

    @property
    def date(self) -> date | None:
        """The day of the meeting, or None where none is given or there is no such day."""
        return resolved(self.mention, None, "past") if self.mention is not None else None


def take_field(head: Head, line: Line) -> bool:
    """Take in a line that names fields of the head by their labels, and tell whether it did."""
    text = line.text if not line.cells else _cells_as_label(line)
    found = labelled(text)
    for label in found:
        if label.value:
            head.values.setdefault(line.number, []).append((label.field, label.value))
            _SET[label.field](head, label.said, label.value, line)
        else:
            head.open_field = (label.field, label.said)
    return bool(found)


def take_value(head: Head, line: Line) -> bool:
    """Take in the line below a label that stands alone, and tell whether it did."""
    if head.open_field is None or line.bulleted:
        return False
    (label, said), head.open_field = head.open_field, None
    head.values.setdefault(line.number, []).append((label, line.text))
    _SET[label](head, said, line.text, line)
    return True


def _cells_as_label(line: Line) -> str:
    cells = [cell for cell in line.cells if cell]
    label = label_cell(cells[0]) if len(cells) == 2 else None
    return f"{label}{cells[1]}" if label else " ".join(cells)


def _set_date(head: Head, said: str, value: str, line: Line) -> None:
    takes_date(head, line, value)
    if "sted" in said and head.place is None:
        head.place = value.rpartition(",")[2].strip() or None


def _set_time(head: Head, _said: str, value: str, _line: Line) -> None:
    time = time_given(value)
    if time and head.start is None:
        head.start, head.end = time.begins, time.ends


def _set_start(head: Head, _said: str, value: str, _line: Line) -> None:
    time = time_given(value)
    head.opened_at = time.begins if time else head.opened_at


def _set_end(head: Head, _said: str, value: str, _line: Line) -> None:
    time = time_given(value)
    head.closed_at = time.begins if time else head.closed_at


def _set_place(head: Head, _said: str, value: str, _line: Line) -> None:
    head.place = head.place or value


def _set_body(head: Head, _said: str, value: str, _line: Line) -> None:
    head.body, head.body_rank = body_name(value), 0


def _set_referent(head: Head, _said: str, value: str, _line: Line) -> None:
    head.referent = head.referent or _person(value)


def _set_chair(head: Head, said: str, value: str, line: Line) -> None:
    head.chair_line = line.number if head.chair is None else head.chair_line
    role = next((role for role in ("mødeleder", "dirigent") if said.startswith(role)), "ordstyrer")
    head.chair = head.chair or (_person(value), role)


def _set_municipality(head: Head, _said: str, value: str, _line: Line) -> None:
    head.municipality = value if "ommune" in value else f"{value} Kommune"


def _set_contents(head: Head, _said: str, value: str, _line: Line) -> None:
    head.contents = value


def _set_part(head: Head, _said: str, value: str, _line: Line) -> None:
    head.parts.append(part_from(value))


_SET: dict[Field, Callable[[Head, str, str, Line], None]] = {
    "date": _set_date,
    "time": _set_time,
    "start": _set_start,
    "end": _set_end,
    "place": _set_place,
    "body": _set_body,
    "referent": _set_referent,
    "chair": _set_chair,
    "municipality": _set_municipality,
    "contents": _set_contents,
    "part": _set_part,
}


def _person(value: str) -> str:
    """Return the first name in a value: ``Susanne Dahl, Ældre og Sundhed`` names Susanne Dahl."""
    return without_title(split_party(value.split(",")[0])[0])


def part_from(text: str) -> MeetingPart:
    """Return the part of a meeting that a text such as ``kl. 14.30-15.30, Jobcentret, med Integrationsteamet`` names."""
    times = times_in(text)
    rest = (text[: times[0].start] + text[times[0].end :]).strip(" ,") if times else text
    rest, _, counterpart = rest.rpartition("med ") if re.search(r"(?:\A|,\s*)med ", rest) else (rest, "", "")
    place = re.sub(r"\A(?:i|på)\s+", "", rest.strip(" ,"))
    return MeetingPart(
        start=times[0].begins if times else None,
        end=times[0].ends if times else None,
        place=place or None,
        counterpart=counterpart.strip(" ,.") or None,
    )


def takes_date(head: Head, line: Line, text: str) -> bool:
    """Take in the day of the meeting with the time and the place behind it, and tell whether there was one."""
    mentions = dates_in(text)
    if not mentions or (head.mention is not None and not _same_day(head.mention, mentions[0])):
        return False
    head.mention, head.date_line = head.mention or mentions[0], line.number
    time = next(iter(times_in(text)), None) or time_behind(text[mentions[0].end :])
    if time and head.start is None:
        head.start, head.end = time.begins, time.ends
    takes_place_behind(head, text, max([mentions[0].end, *(found.end for found in times_in(text))]))
    return True


def _same_day(one: DateMention, other: DateMention) -> bool:
    return (one.day, one.month, one.year) == (other.day, other.month, other.year)


def takes_place_behind(head: Head, text: str, end: int) -> None:
    """Take in the place that stands in a text behind a day or a time."""
    place = _BEHIND_DATE.match(text[end:])
    if place and head.place is None and not labelled(text[end:].strip(" ,")):
        said = place.group("hosts") or place.group("named") or place.group("place")
        head.place = said.strip(" .,") or None
