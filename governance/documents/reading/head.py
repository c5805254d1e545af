"""The head of minutes: what kind of document, of which body, when, where, who was there, and remarks before item 1."""

import re
from datetime import date

from events.errors import N_
from governance.danish.dates import WEEKDAYS, DateMention, dates_in, spoken_date, spoken_weekday
from governance.danish.times import times_in
from governance.documents.annotations import HeadAside, read_annotation
from governance.documents.model import Problem, Signature
from governance.documents.reading.accounting import is_read
from governance.documents.reading.fields import Head, take_field, take_value, takes_date, takes_place_behind
from governance.documents.reading.lines import Line
from governance.documents.reading.titles import read_title
from governance.documents.reading.unbroken import unbroken

_PLACE_AFTER = re.compile(r"\A(?:i|på|ved)\s+(?P<place>[A-ZÆØÅ0-9].*)\Z|\A(?P<hosts>hos\s+[A-ZÆØÅ].*)\Z")
_LOOKS_LIKE_PLACE = re.compile(
    r"\A[A-ZÆØÅ].*(?:hus|huset|skole|skolen|center|centret|centeret|sal|salen|lokale|lokalet|kontor|kontoret|gade|vej|kro|kroen|bibliotek|biblioteket|"
    r"kirke|hal|hallen|gården|gård|torv|torvet|allé|plads|stræde|klub|klubben|værelse|værelset)\b|\A(?:Teams|Zoom|Online|Virtuelt)\b|\A[A-ZÆØÅ][^.?!]*,\s.*\d",
)
_ONLY_TIME = re.compile(r"\A(?:fra\s+)?(?P<time>(?:kl|klokken)?[\s.]*\d.*)\Z", re.I)


def read_head(lines: list[Line]) -> Head:
    """Return what the lines before the first item say."""
    head, exact, taken = Head(), list[HeadAside](), list[Line]()
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
        elif not line.literal and head.comings.takes(line.text):
            continue
        elif line.literal or not _taken(head, line):
            head.remarks.append(line)
        else:
            taken.append(line)
    _take_roles(head)
    for aside in exact:
        _take_exact(head, aside)
    kept = [line for line in taken if not is_read(head, line)]
    head.remarks = sorted([*head.remarks, *kept], key=lambda line: line.number)
    return head


def _take_exact(head: Head, aside: HeadAside) -> None:
    for name in ("body", "municipality", "start", "end", "place", "contents", "opened_at", "closed_at", "referent"):
        setattr(head, name, getattr(aside, name) or getattr(head, name))
    if aside.date:
        head.mention = next(iter(dates_in(spoken_date(aside.date))), head.mention)
    comings = head.comings
    comings.form, comings.kind = aside.meeting_form or comings.form, aside.meeting_kind or comings.kind
    comings.agenda_sent = aside.agenda_sent or comings.agenda_sent
    comings.stand_ins = list(aside.stand_ins) or comings.stand_ins
    comings.movements = list(aside.movements) or comings.movements
    comings.guests = list(aside.guests) or comings.guests
    head.parts = list(aside.parts) or head.parts
    head.attendance.attendees = list(aside.attendees) or head.attendance.attendees
    if aside.chair:
        head.chair = (aside.chair, head.chair[1] if head.chair else "ordstyrer")


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
    takes_place_behind(head, line.text, times_in(line.text)[-1].end if times_in(line.text) else len(line.text))
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
    dated = _is_date_line(line.text, title is not None) and takes_date(head, line, line.text)
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


def _take_roles(head: Head) -> None:
    for role, name in head.attendance.roles.items():
        if role == "referent":
            head.referent = head.referent or name
        else:
            head.chair = head.chair or (name, role)
