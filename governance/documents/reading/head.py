"""The head of minutes: what kind of document, of which body, when, where, who was there, and remarks before item 1."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from events.errors import N_
from governance.danish.bodies import body_name
from governance.danish.dates import WEEKDAYS, DateMention, dates_in, resolved, spoken_date, spoken_weekday
from governance.danish.names import split_party, without_title
from governance.danish.times import time_behind, time_given, times_in
from governance.documents.annotations import HeadAside, read_annotation
from governance.documents.model import DocumentKind, MeetingPart, Problem, Signature
from governance.documents.reading.attendance import AttendanceList
from governance.documents.reading.comings import Comings
from governance.documents.reading.labels import Field, label_cell, labelled
from governance.documents.reading.lines import Line
from governance.documents.reading.titles import read_title
from governance.documents.reading.unbroken import unbroken

_PLACE_AFTER = re.compile(r"\A(?:i|på|ved)\s+(?P<place>[A-ZÆØÅ0-9].*)\Z|\A(?P<hosts>hos\s+[A-ZÆØÅ].*)\Z")
_LOOKS_LIKE_PLACE = re.compile(
    r"\A[A-ZÆØÅ].*(?:hus|huset|skole|skolen|center|centret|centeret|sal|salen|lokale|lokalet|kontor|kontoret|gade|vej|kro|kroen|bibliotek|biblioteket|"
    r"kirke|hal|hallen|gården|gård|torv|torvet|allé|plads|stræde|klub|klubben|værelse|værelset)\b|\A(?:Teams|Zoom|Online|Virtuelt)\b|\A[A-ZÆØÅ][^.?!]*,\s.*\d",
)
_BEHIND_DATE = re.compile(
    r"\A[\s,.:]*(?:(?P<hosts>hos\s+[A-ZÆØÅ].*)|(?:(?:i|på|ved)\s+(?P<named>[A-ZÆØÅa-zæøå0-9].*)|(?P<place>[A-ZÆØÅ].{2,})))\Z"
)
_ONLY_TIME = re.compile(r"\A(?:fra\s+)?(?P<time>(?:kl|klokken)?[\s.]*\d.*)\Z", re.I)


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
    attendance: AttendanceList = field(default_factory=AttendanceList)
    comings: Comings = field(default_factory=Comings)
    remarks: list[Line] = field(default_factory=list)
    open_field: tuple[Field, str] | None = None

    @property
    def date(self) -> date | None:
        """The day of the meeting, or None where none is given or there is no such day."""
        return resolved(self.mention, None, "past") if self.mention is not None else None


def read_head(lines: list[Line]) -> Head:
    """Return what the lines before the first item say."""
    head, exact = Head(), list[HeadAside]()
    for line in unbroken(lines):
        if line.blank:
            head.attendance.takes(line)
        elif line.annotation is not None:
            aside = read_annotation(line.annotation)
            if isinstance(aside, HeadAside):
                exact.append(aside)
            elif isinstance(aside, Signature):
                head.comings.signatures.append(aside)
            else:
                head.remarks.append(line)
        elif line.literal or not _taken(head, line):
            head.remarks.append(line)
    _take_roles(head)
    for aside in exact:
        _take_exact(head, aside)
    return head


def _take_exact(head: Head, aside: HeadAside) -> None:
    for name in ("body", "municipality", "start", "end", "place", "contents", "opened_at", "closed_at", "referent"):
        setattr(head, name, getattr(aside, name) or getattr(head, name))
    if aside.date:
        head.mention = next(iter(dates_in(spoken_date(aside.date))), head.mention)
    comings = head.comings
    comings.form, comings.kind = aside.meeting_form or comings.form, aside.meeting_kind or comings.kind
    comings.agenda_sent = aside.agenda_sent or comings.agenda_sent
    comings.movements = list(aside.movements) or comings.movements
    comings.guests = list(aside.guests) or comings.guests
    head.parts = list(aside.parts) or head.parts
    head.attendance.attendees = list(aside.attendees) or head.attendance.attendees
    if aside.chair:
        head.chair = (aside.chair, head.chair[1] if head.chair else "ordstyrer")


def take_field(head: Head, line: Line) -> bool:
    """Take in a line that names fields of the head by their labels, and tell whether it did."""
    text = line.text if not line.cells else _cells_as_label(line)
    found = labelled(text)
    for label in found:
        if label.value:
            _SET[label.field](head, label.said, label.value, line)
        else:
            head.open_field = (label.field, label.said)
    return bool(found)


def take_value(head: Head, line: Line) -> bool:
    """Take in the line below a label that stands alone, and tell whether it did."""
    if head.open_field is None or line.bulleted:
        return False
    (label, said), head.open_field = head.open_field, None
    _SET[label](head, said, line.text, line)
    return True


def weekday_problem(mention: DateMention, day: date, line: int) -> Problem | None:
    """Return what is wrong when a text names another weekday than the day has."""
    if mention.weekday is None or mention.weekday == day.weekday():
        return None
    return Problem(
        code="weekday",
        message=N_(
            "Line {line}: {day} was a {right}, not a {wrong}. The date counts; correct the entry if it is wrong."
        ),
        details={
            "line": str(line),
            "day": spoken_date(day.isoformat()),
            "right": spoken_weekday(day),
            "wrong": WEEKDAYS[mention.weekday],
        },
        lines=(line, line),
    )


def _taken(head: Head, line: Line) -> bool:
    if head.comings.takes(line.text):
        return True
    if take_field(head, line):
        head.attendance.open_label = None
        return True
    return (
        take_value(head, line)
        or head.attendance.takes(line)
        or _takes_time_line(head, line)
        or _takes_place_line(head, line)
        or _takes_title(head, line)
    )


def _cells_as_label(line: Line) -> str:
    cells = [cell for cell in line.cells if cell]
    label = label_cell(cells[0]) if len(cells) == 2 else None
    return f"{label}{cells[1]}" if label else " ".join(cells)


def _set_date(head: Head, said: str, value: str, line: Line) -> None:
    _takes_date(head, line, value)
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


def _set_chair(head: Head, said: str, value: str, _line: Line) -> None:
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


def _takes_time_line(head: Head, line: Line) -> bool:
    """A time alone in the line behind the date."""
    found = _ONLY_TIME.match(line.text)
    if not found or head.mention is None or head.start is not None or line.number > head.date_line + 3:
        return False
    times = times_in(line.text) or times_in(f"kl. {found.group('time')}")
    if not times or dates_in(line.text) or len(line.text) > 40 + len(head.place or ""):
        return False
    head.start, head.end = times[0].begins, times[0].ends
    head.date_line = line.number
    _takes_place_behind(head, line.text, times_in(line.text)[-1].end if times_in(line.text) else len(line.text))
    return True


def _takes_place_line(head: Head, line: Line) -> bool:
    """A place alone in the line behind the date and the time."""
    if head.mention is None or head.place is not None or not head.date_line < line.number <= head.date_line + 2:
        return False
    place = _PLACE_AFTER.match(line.text)
    if place and line.number == head.date_line + 1:
        head.place = (place.group("place") or place.group("hosts")).strip(" .")
        return True
    if len(line.text) < 100 and _LOOKS_LIKE_PLACE.search(line.text) and read_title(line.text, bare=False) is None:
        head.place = line.text.strip(" .")
        return True
    return False


def _takes_title(head: Head, line: Line) -> bool:
    early = head.mention is None and not head.attendance.attendees
    title = read_title(line.text, bare=early)
    if title is not None:
        head.kind = head.kind or title.kind
        head.municipality = head.municipality or title.municipality
        if title.body is not None and title.rank < head.body_rank and (early or head.body is None):
            head.body, head.body_rank = title.body, title.rank
    dated = _is_date_line(line.text, title is not None) and _takes_date(head, line, line.text)
    bare = early and (line.level == 1 or line.bold) and len(line.text) < 120
    return title is not None or dated or bare


def _is_date_line(text: str, titled: bool) -> bool:
    mentions = dates_in(text)
    return (
        bool(mentions)
        and (titled or len(text) < 120)
        and (titled or mentions[0].start < 40)
        and not text.rstrip().endswith("?")
    )


def _takes_date(head: Head, line: Line, text: str) -> bool:
    mentions = dates_in(text)
    if not mentions or (head.mention is not None and not _same_day(head.mention, mentions[0])):
        return False
    head.mention, head.date_line = head.mention or mentions[0], line.number
    time = next(iter(times_in(text)), None) or time_behind(text[mentions[0].end :])
    if time and head.start is None:
        head.start, head.end = time.begins, time.ends
    _takes_place_behind(head, text, max([mentions[0].end, *(found.end for found in times_in(text))]))
    return True


def _same_day(one: DateMention, other: DateMention) -> bool:
    return (one.day, one.month, one.year) == (other.day, other.month, other.year)


def _takes_place_behind(head: Head, text: str, end: int) -> None:
    place = _BEHIND_DATE.match(text[end:])
    if place and head.place is None and not labelled(text[end:].strip(" ,")):
        said = place.group("hosts") or place.group("named") or place.group("place")
        head.place = said.strip(" .,") or None


def _take_roles(head: Head) -> None:
    for role, name in head.attendance.roles.items():
        if role == "referent":
            head.referent = head.referent or name
        else:
            head.chair = head.chair or (name, role)
