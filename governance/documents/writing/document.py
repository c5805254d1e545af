"""Writing a document as Markdown or plain text, in the form in which Danish councils write minutes.

What is written reads back as the same document: every item and the head are read again as they are written, and where
a sentence alone would not tell a fact, a line in brackets does.
"""

from typing import Literal

from governance.danish.dates import spoken_date, spoken_time, spoken_weekday
from governance.documents.annotations import ItemAside, OnlyNote, write_annotation
from governance.documents.equivalence import names_in, same_item, same_statement
from governance.documents.escaping import escaped
from governance.documents.model import Document, Item, MeetingPart, QuestionsDispatch, Statement
from governance.documents.reading.head import Head, read_head
from governance.documents.reading.items import read_item
from governance.documents.reading.lines import lines_of
from governance.documents.reading.numbering import Heading
from governance.documents.reading.phrases.rule import Context
from governance.documents.reading.reading import remarks_in

Form = Literal["md", "txt"]
_STATUS = {"present": "Mødt", "apology": "Afbud", "absent": "Udeblevet"}
_HEAD_FIELDS = ("body", "municipality", "date", "start", "end", "place")


def write(document: Document, form: Form) -> str:
    """Return the document as text that ends in a line feed."""
    blocks = [*_head(document, form), *_remarks(document)]
    for item in document.items:
        blocks += _item(document, item, form)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(document: Document, form: Form) -> list[str]:
    labelled: set[str] = set()
    while True:
        blocks = _title(document, form, labelled) + _labels(document, labelled)
        head = read_head(lines_of("\n\n".join(blocks)))
        wrong = {name for name in _HEAD_FIELDS if _read(head, name) != getattr(document, name)} - labelled
        if not wrong:
            return [*blocks, *_attendance(document, form), *_people(document)]
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
    return [_strong("\n".join([name, *of]), form), _strong("\n".join(when), form)]


def _labels(document: Document, labelled: set[str]) -> list[str]:
    lines = []
    if "body" in labelled and document.body:
        lines.append(f"Udvalg: {escaped(document.body)}")
    if "municipality" in labelled and document.municipality:
        lines.append(f"Kommune: {escaped(document.municipality)}")
    if "date" in labelled and document.date:
        lines.append(f"Dato: {spoken_date(document.date)}")
    if {"start", "end", "date"} & labelled and document.start:
        lines.append(f"Tid: {spoken_time(document.start, document.end)}")
    if "place" in labelled and document.place:
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


def _strong(text: str, form: Form) -> str:
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
        lines.append(f"Ordstyrer: {escaped(document.chair.name)}")
    return lines


def _remarks(document: Document) -> list[str]:
    names = names_in(document)
    context = _context(document)
    written: list[str] = []
    for statement in document.statements:
        plain = _lines_of(statement, in_head=True)
        read = remarks_in(read_head(lines_of(plain)), context)
        fits = len(read) == 1 and same_statement(read[0], statement, names)
        written.append(plain if fits else f"{plain}\n{_asides(statement)}")
    return written


def _item(document: Document, item: Item, form: Form) -> list[str]:
    """Return the blocks of an item, with lines in brackets where the plain text does not read back."""
    names, exact = names_in(document), set[int]()
    described = False
    while True:
        blocks = _item_blocks(item, form, exact, described=described)
        read = _read_back(blocks, item, document)
        misread = {
            index
            for index, wanted in enumerate(item.statements)
            if index >= len(read.statements) or not same_statement(read.statements[index], wanted, names)
        }
        if len(read.statements) > len(item.statements):
            misread.add(len(item.statements) - 1)
        alike = same_item(read, item, names)
        if (alike or described) and not misread - exact:
            return blocks
        exact |= misread
        described = described or not alike


def _item_blocks(item: Item, form: Form, exact: set[int], *, described: bool) -> list[str]:
    number = f"{item.number}. " if item.number else ""
    stop = "" if (item.title or "").endswith(("?", "!", ".", ":")) else "."
    heading = f"{number}{escaped(item.title or '')}{stop}"
    if form == "md" and not item.number:
        heading = f"## {heading}"
    elif form == "md":
        heading = f"**{heading}**"
    blocks = [heading]
    if described:
        blocks.append(write_annotation(_described(item)))
    for index, statement in enumerate(item.statements):
        plain = _lines_of(statement)
        text = f"{plain}\n{_asides(statement)}" if index in exact else plain
        if index and statement.bulleted and item.statements[index - 1].bulleted:
            blocks[-1] += f"\n{text}"
        else:
            blocks.append(text)
    return blocks


def _described(item: Item) -> ItemAside:
    return ItemAside(
        title=item.title,
        kind=item.kind,
        standing=item.standing,
        closed=item.closed,
        presenter=item.presenter,
        matter_kind=item.matter_kind,
        addressee=item.addressee,
        same_as=item.same_as,
    )


def _lines_of(statement: Statement, *, in_head: bool = False) -> str:
    text = escaped(statement.text, at_start=True, in_head=in_head)
    first = f"- {text}" if statement.bulleted else text
    questions = [fact.questions for fact in statement.facts if isinstance(fact, QuestionsDispatch)]
    listed = [f"- {escaped(question, at_start=True)}" for asked in questions for question in asked]
    return "\n".join([first, *([""] if listed else []), *listed])


def _asides(statement: Statement) -> str:
    return "\n".join(write_annotation(fact) for fact in statement.facts) or write_annotation(OnlyNote())


def _read_back(blocks: list[str], item: Item, document: Document) -> Item:
    lines = lines_of("\n\n".join(blocks))
    title = lines[0].text
    if item.number:
        title = title.removeprefix(f"{item.number}.").strip()
    return read_item(Heading(0, item.number, title), lines, lines[1:], _context(document))


def _context(document: Document) -> Context:
    from datetime import date

    return Context(day=date.fromisoformat(document.date) if document.date else None)
