"""Writing the head of a document: title, day, time and place, who was there, remarks before the first item."""

from typing import Any, Literal

import msgspec

from governance.danish.dates import spoken_date, spoken_weekday
from governance.danish.times import spoken_time
from governance.documents.annotations import HeadAside, write_annotation
from governance.documents.model import Attendee, Document, MeetingPart
from governance.documents.reading.comings import (
    field_lines,
    guest_in,
    guest_line,
    movement_in,
    movement_line,
    stand_in_in,
    stand_in_line,
)
from governance.documents.reading.fields import Head
from governance.documents.reading.head import read_head
from governance.documents.reading.lines import lines_of
from governance.documents.writing.escaping import escaped

Form = Literal["md", "txt"]
_STATUS = {"present": "Mødt", "apology": "Afbud", "absent": "Udeblevet"}
_FIELDS = ("body", "municipality", "date", "start", "end", "place")
_COMINGS = ("meeting_form", "meeting_kind", "agenda_sent", "stand_ins", "movements", "guests")
_FURTHER = (*_COMINGS, "parts", "contents", "opened_at", "closed_at", "attendees", "referent", "chair")


def head_blocks(document: Document, form: Form) -> list[str]:
    """Return the head as blocks of lines. What a title would not read back as goes behind a label."""
    labelled: set[str] = set()
    while True:
        blocks = _title(document, form, labelled) + _labels(document, labelled)
        head = read_head(lines_of("\n\n".join(blocks)))
        wrong = _misread(head, document, _FIELDS) - labelled
        if not wrong:
            break
        labelled |= wrong
    found = _exact([*blocks, *_attendance(document, form), *_comings(document), *_people(document)], document)
    return found or _exact(_title(document, form, {"place"}), document) or []


def _exact(blocks: list[str], document: Document) -> list[str] | None:
    """Return the blocks with a line in brackets behind them, where they do not read back; None where they read as more
    than the document says, which no such line takes back.
    """
    blocks = [block for block in blocks if block]
    head = read_head(lines_of("\n\n".join(blocks)))
    wrong = _misread(head, document, (*_FIELDS, *_FURTHER))
    if not wrong:
        return blocks
    said = {name: _wanted(document, name) for name in wrong}
    if not all(said.values()):
        return None
    return [*blocks, write_annotation(HeadAside(**said))]


def _misread(head: Head, document: Document, fields: tuple[str, ...]) -> set[str]:
    return {name for name in fields if not _agrees(_read(head, name), _wanted(document, name))}


def _agrees(read: object, wanted: object) -> bool:
    if isinstance(read, tuple) and isinstance(wanted, tuple):
        return [_bare(held) for held in read] == [_bare(held) for held in wanted]
    return read == wanted


def _bare(held: object) -> object:
    return msgspec.structs.replace(held, lines=None) if isinstance(held, Attendee) else held


def _read(head: Head, name: str) -> object:
    match name:
        case "date":
            return head.date.isoformat() if head.date else None
        case "parts":
            return tuple(head.parts)
        case "attendees":
            return tuple(head.attendance.attendees)
        case "chair":
            return head.chair[0] if head.chair else None
        case "meeting_form" | "meeting_kind":
            return head.comings.form if name == "meeting_form" else head.comings.kind
        case "agenda_sent":
            return head.comings.agenda_sent
        case "stand_ins" | "movements" | "guests":
            return tuple(getattr(head.comings, name))
    return getattr(head, name)


def _wanted(document: Document, name: str) -> Any:
    if name == "chair":
        return document.chair.name if document.chair is not None and not document.chair.elected else None
    return getattr(document, name)


def _title(document: Document, form: Form, labelled: set[str]) -> list[str]:
    minutes = document.kind == "minutes"
    name, link = ("Referat", "af møde i") if minutes else ("Dagsorden", "for møde i")
    of = [] if document.body is None or "body" in labelled else [f"{link} {document.body}"]
    if of and document.municipality and "municipality" not in labelled:
        of[0] += f" i {document.municipality}"
    when = []
    if document.date and "date" not in labelled:
        day = f"{spoken_weekday(document.date).capitalize()} d. {spoken_date(document.date)}"
        time = "" if {"start", "end"} & labelled else spoken_time(document.start, document.end)
        when = [f"{day} {time}".strip()]
        if document.place and "place" not in labelled:
            when.append(f"i {escaped(document.place)}")
    return [strong("\n".join([name, *of]), form), strong("\n".join(when), form)]


def _labels(document: Document, labelled: set[str]) -> list[str]:
    lines = []
    if "body" in labelled and document.body:
        lines.append(f"Udvalg: {escaped(document.body)}")
    if ({"municipality", "body"} & labelled) and document.municipality:
        lines.append(f"Kommune: {escaped(document.municipality)}")
    if "date" in labelled and document.date:
        lines.append(f"Dato: {spoken_date(document.date)}")
    if {"start", "end", "date"} & labelled and document.start:
        lines.append(f"Tid: {spoken_time(document.start, document.end)}")
    if {"place", "date"} & labelled and document.place:
        lines.append(f"Sted: {escaped(document.place)}")
    if document.opened_at:
        lines.append(f"Mødet åbnet: {spoken_time(document.opened_at)}")
    if document.closed_at:
        lines.append(f"Mødet hævet: {spoken_time(document.closed_at)}")
    lines += [f"Del {index}: {_part(part)}" for index, part in enumerate(document.parts, 1)]
    if document.contents:
        lines.append(f"Indhold: {escaped(document.contents)}")
    return ["\n\n".join(lines)] if lines else []


def _part(part: MeetingPart) -> str:
    said = [spoken_time(part.start, part.end)] if part.start else []
    said += [escaped(part.place)] if part.place else []
    said += [f"med {escaped(part.counterpart)}"] if part.counterpart else []
    return ", ".join(said)


def strong(text: str, form: Form) -> str:
    """Return a text in bold where the form has that."""
    return f"**{text}**" if form == "md" and text else text


def _attendance(document: Document, form: Form) -> list[str]:
    if not document.attendees:
        return []
    rows = [("Indbudte:", "Medlemmer:") if document.roster else ("Status:", "Navn:")]
    rows += [(_STATUS[attendee.status], escaped(attendee.as_written)) for attendee in document.attendees]
    if form == "txt":
        return ["\n".join("\t".join(row) for row in rows)]
    return ["\n".join(["| | |", "|---|---|", *(f"| {left} | {right} |" for left, right in rows)])]


def _comings(document: Document) -> list[str]:
    """Return the lines of fixed form. One that does not read back would stand there as a remark, so it is left out: the
    line in brackets tells it.
    """
    lines = field_lines(document.meeting_form, document.meeting_kind, document.agenda_sent)
    lines += [
        stand_in_line(msgspec.structs.replace(one, name=escaped(one.name), member=escaped(one.member)))
        for one in document.stand_ins
        if stand_in_in(stand_in_line(one)) == one
    ]
    lines += [
        movement_line(msgspec.structs.replace(one, name=escaped(one.name)))
        for one in document.movements
        if movement_in(movement_line(one)) == one
    ]
    lines += [
        guest_line(msgspec.structs.replace(one, name=escaped(one.name)))
        for one in document.guests
        if guest_in(guest_line(one)) == one
    ]
    return ["\n\n".join(lines)] if lines else []


def _people(document: Document) -> list[str]:
    lines = [f"Referent: {escaped(document.referent)}"] if document.referent else []
    if document.chair is not None and not document.chair.elected:
        lines.append(f"{document.chair.role.capitalize()}: {escaped(document.chair.name)}")
    return lines
