"""Writing the head of a document: title, day, time and place, who was there, remarks before the first item."""

from typing import Literal

from governance.danish.dates import spoken_date, spoken_weekday
from governance.danish.times import spoken_time
from governance.documents.model import Document, MeetingPart
from governance.documents.reading.head import Head, read_head
from governance.documents.reading.lines import lines_of
from governance.documents.writing.escaping import escaped

Form = Literal["md", "txt"]
_STATUS = {"present": "Mødt", "apology": "Afbud", "absent": "Udeblevet"}
_FIELDS = ("body", "municipality", "date", "start", "end", "place")


def head_blocks(document: Document, form: Form) -> list[str]:
    """Return the head as blocks of lines. What a title would not read back as goes behind a label."""
    labelled: set[str] = set()
    while True:
        blocks = _title(document, form, labelled) + _labels(document, labelled)
        head = read_head(lines_of("\n\n".join(blocks)))
        wrong = {name for name in _FIELDS if _read(head, name) != getattr(document, name)} - labelled
        if not wrong:
            return [block for block in [*blocks, *_attendance(document, form), *_people(document)] if block]
        labelled |= wrong


def _read(head: Head, name: str) -> object:
    if name == "date":
        return head.date.isoformat() if head.date else None
    return getattr(head, name)


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


def _people(document: Document) -> list[str]:
    lines = [f"Referent: {escaped(document.referent)}"] if document.referent else []
    if document.chair is not None and not document.chair.elected:
        lines.append(f"{document.chair.role.capitalize()}: {escaped(document.chair.name)}")
    return lines
