"""The head of minutes: what kind of document, of which body, when, where, who was there, and remarks before item 1."""

import re
from dataclasses import dataclass, field
from datetime import date

from events.errors import N_
from governance.danish.dates import DateMention, dates_in, resolved, spoken_weekday, times_in
from governance.danish.names import BODY_NAME, body_name, split_party
from governance.documents.model import MeetingPart, Problem
from governance.documents.reading.attendance import AttendanceList
from governance.documents.reading.lines import Line

_MINUTES = re.compile(
    r"\b(?:møde)?referat(?:et)?\b|\bbeslutnings(?:protokol|referat)|\bforhandlingsprotokol|\bprotokol(?:udskrift)?\b|\budskrift af",
    re.I,
)
_AGENDA = re.compile(r"\b(?:tillægs)?dagsorden\b|\bindkaldelse til\b", re.I)
_KOMMUNE = re.compile(r"\b([A-ZÆØÅ][\wæøå]+(?:[- ][A-ZÆØÅ][\wæøå]+)*\s+[Kk]ommune)(?:s|n|ns)?\b")
_TAIL = r"(?:\s+for\s+[A-ZÆØÅ][\wæøå\-]*(?:(?:,\s*|\s+og\s+|\s+)[A-ZÆØÅ][\wæøå\-]*)*|(?<=foreningen)(?:\s+[A-ZÆØÅ][\wæøå\-]*)+)?"
_BODY = re.compile(rf"(?P<body>{BODY_NAME}{_TAIL})")
_IN_BODY = re.compile(rf"\b[Mm]øde[t]?\s+(?:\w+\s+)?(?:i|for|af)\s+(?P<body>{BODY_NAME}{_TAIL})")
_LABEL = re.compile(
    r"(?P<label>dato(?:\s+og\s+tid(?:spunkt)?)?|mødedato|tid(?:spunkt)?|kl|klokken|starttidspunkt|mødestart|mødet\s+(?:blev\s+)?(?:åbnet|påbegyndt|begyndte|startede|startet)|"
    r"sluttidspunkt|mødet\s+(?:blev\s+)?(?:hævet|afsluttet|sluttede|slut|lukket)|sted|mødested|lokale|lokation|udvalg|råd|nævn|forum|"
    r"referent|ref\.?|ordstyrer|mødeleder|dirigent|kommune|indhold|del\s+\d+)\s*:\s*",
    re.I,
)
_PLACE = re.compile(r"\A(?:i|på|ved|hos)\s+(?P<place>[A-ZÆØÅ0-9].*)\Z")
_BEHIND_DATE = re.compile(r"\A[\s,.:]*(?:(?:i|på|ved|hos)\s+)?(?P<place>[A-ZÆØÅ].{2,})\Z")
_ROLES = {"ordstyrer": "ordstyrer", "mødeleder": "mødeleder", "dirigent": "dirigent"}


@dataclass
class Head:
    """What the head says, while it is read line by line."""

    kind: str | None = None
    body: str | None = None
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
    remarks: list[Line] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    open_field: str | None = None
    title_open: bool = True

    @property
    def date(self) -> date | None:
        """The day of the meeting, or None where none is given or there is no such day."""
        return resolved(self.mention, None, "past") if self.mention is not None else None


def read_head(lines: list[Line]) -> Head:
    """Return what the lines before the first item say."""
    head = Head()
    for line in lines:
        if line.blank:
            head.attendance.takes(line)
        elif not _taken(head, line):
            head.remarks.append(line)
    return head


def weekday_problem(mention: DateMention, day: date, line: int) -> Problem | None:
    """Return what is wrong when a text names another weekday than the day has."""
    if mention.weekday is None or mention.weekday == day.weekday():
        return None
    from governance.danish.dates import WEEKDAYS

    return Problem(
        code="weekday",
        message=N_("{day} was a {right}, not a {wrong}. Which is meant?"),
        details={"day": day.isoformat(), "right": spoken_weekday(day), "wrong": WEEKDAYS[mention.weekday]},
        lines=(line, line),
    )


def _taken(head: Head, line: Line) -> bool:
    if line.literal:
        return False
    if head.attendance.takes(line):
        return True
    if _takes_labels(head, line):
        return True
    if head.open_field is not None and not line.bulleted:
        label, head.open_field = head.open_field, None
        _set_field(head, label, line.text, line)
        return True
    if _takes_place(head, line):
        return True
    return _takes_title(head, line)


def _takes_labels(head: Head, line: Line) -> bool:
    text = line.text if not line.cells else _cells_as_label(line)
    found = list(_LABEL.finditer(text))
    if not found or found[0].start() > 0:
        return False
    for index, label in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        value = text[label.end() : end].strip(" ,;")
        name = re.sub(r"\s+", " ", label.group("label").lower().rstrip("."))
        if value:
            _set_field(head, name, value, line)
        else:
            head.open_field = name
    return True


def _cells_as_label(line: Line) -> str:
    cells = [cell for cell in line.cells if cell]
    if len(cells) == 2 and _LABEL.match(cells[0].rstrip(":") + ":"):
        return f"{cells[0].rstrip(':')}: {cells[1]}"
    return " ".join(cells)


def _set_field(head: Head, label: str, value: str, line: Line) -> None:
    if label.startswith(("dato", "mødedato")):
        _takes_date(head, line, value)
    elif label in ("tid", "tidspunkt", "kl", "klokken"):
        _takes_time(head, value if label.startswith("tid") else f"kl. {value}")
    elif label.startswith(("start", "mødestart")) or re.search(r"åbnet|påbegyndt|begyndte|startet?", label):
        times = times_in(f"kl. {value.lower().removeprefix('kl.').strip()}")
        head.opened_at = times[0].begins if times else head.opened_at
    elif label.startswith("slut") or re.search(r"hævet|afsluttet|slut|lukket", label):
        times = times_in(f"kl. {value.lower().removeprefix('kl.').strip()}")
        head.closed_at = times[0].begins if times else head.closed_at
    elif label in ("sted", "mødested", "lokale", "lokation"):
        head.place = value if head.place is None else head.place
    elif label in ("udvalg", "råd", "nævn", "forum"):
        head.body = body_name(value)
    elif label in ("referent", "ref"):
        head.referent = split_party(value)[0]
    elif label in _ROLES:
        head.chair = (split_party(value)[0], _ROLES[label])
    elif label == "kommune":
        head.municipality = value if "ommune" in value else f"{value} Kommune"
    elif label == "indhold":
        head.contents = value
    elif label.startswith("del "):
        head.parts.append(part_from(value))


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


def _takes_place(head: Head, line: Line) -> bool:
    place = _PLACE.match(line.text)
    if place and head.mention is not None and head.place is None and line.number == head.date_line + 1:
        head.place = place.group("place").strip(" .")
        return True
    return False


def _takes_title(head: Head, line: Line) -> bool:
    text = line.text
    titled = bool(_MINUTES.search(text) or _AGENDA.search(text)) and len(text) < 200
    if titled and head.kind is None:
        head.kind = "minutes" if _MINUTES.search(text) else "agenda"
    named = _takes_body(head, text) if len(text) < 200 else False
    dated = _takes_date(head, line, text) if _is_date_line(text, titled or named) else False
    return titled or named or dated or _is_bare_title(head, line)


def _is_bare_title(head: Head, line: Line) -> bool:
    return (
        head.mention is None
        and not head.attendance.attendees
        and (line.level == 1 or line.bold)
        and len(line.text) < 120
    )


def _is_date_line(text: str, titled: bool) -> bool:
    mentions = dates_in(text)
    return (
        bool(mentions)
        and (titled or len(text) < 120)
        and (titled or mentions[0].start < 30)
        and not text.rstrip().endswith("?")
    )


def _takes_body(head: Head, text: str) -> bool:
    kommune = _KOMMUNE.search(text)
    if kommune and head.municipality is None:
        head.municipality = kommune.group(1)
    found = _IN_BODY.search(text) or _BODY.search(text)
    if not found or re.search(r"[a-zæøå]\.\s", text) or (re.search(r"\b(?:blev|har|er|skal|vil|var)\b", text)):
        return False
    name = body_name(found.group("body"))
    if head.body is None:
        head.body = name
    head.bodies.append(name)
    return True


def _takes_date(head: Head, line: Line, text: str) -> bool:
    mentions = dates_in(text)
    if not mentions:
        return False
    if head.mention is None:
        head.mention, head.date_line = mentions[0], line.number
        _takes_time(head, text)
        _takes_place_behind(head, text, mentions[0])
        return True
    return False


def _takes_time(head: Head, text: str) -> None:
    times = times_in(text) or times_in(f"kl. {text}")
    if times and head.start is None:
        head.start, head.end = times[0].begins, times[0].ends


def _takes_place_behind(head: Head, text: str, mention: DateMention) -> None:
    times = times_in(text)
    rest = text[max([mention.end, *(time.end for time in times)]) :]
    place = _BEHIND_DATE.match(rest)
    if place and head.place is None and not _LABEL.match(rest.strip()):
        head.place = place.group("place").strip(" .,")
