"""Reading a text: what it says, line by line, before anybody asks what the book holds."""

import re
from collections.abc import Mapping
from datetime import date
from itertools import chain
from typing import Literal

import msgspec

from events.errors import N_
from governance.danish.dates import dates_in, resolved
from governance.danish.names import meant_by
from governance.documents.model import (
    Abbreviation,
    Chair,
    Document,
    DocumentKind,
    Fact,
    Item,
    OrdstyrerElection,
    Problem,
    ReferentElection,
    Statement,
)
from governance.documents.reading.closing import closing_time, read_closing
from governance.documents.reading.division import division_of
from governance.documents.reading.fields import Head
from governance.documents.reading.head import read_head, weekday_problem
from governance.documents.reading.headings import Heading, is_standing
from governance.documents.reading.items import facts_of, read_item
from governance.documents.reading.labels import labelled
from governance.documents.reading.language import language_of
from governance.documents.reading.lines import Line, forbidden_in, lines_of
from governance.documents.reading.numbering import headings_in
from governance.documents.reading.parting import second_document
from governance.documents.reading.phrases import recognised_before_items
from governance.documents.reading.phrases.meetings import abbreviations_in
from governance.documents.reading.phrases.rule import Context
from governance.documents.reading.statements import exact_facts, gathered
from governance.documents.reading.titles import read_title
from governance.documents.reading.usage import Meaning, with_usual_labels

_NUMBER = re.compile(r"\A\D{0,6}\d{1,3}[.):]?\s*")
_SHORTEST_TITLE = 4
"""Characters of a title that a line of a table of contents may be known by."""


def read_text(text: str, labels: Mapping[str, Meaning] | None = None) -> Document:
    """Return what a text says as minutes or an agenda; ``kind`` is ``other`` where it is neither.

    ``labels`` are those that the council uses besides the usual ones.
    """
    lines = lines_of(text)
    headings = headings_in(lines)
    first = headings[0].index if headings else len(lines)
    head = _head(_without_repeated(lines[:first], headings), labels or {})
    context = Context(day=head.date, body=head.body, labels=labels or {})
    division = division_of(lines, headings)
    items = tuple(
        read_item(heading, lines, body, context, closed=closed)
        for heading, body, closed in zip(headings, division.bodies, division.closed, strict=True)
    )
    closing = read_closing(division.closing, head, context)
    if head.closed_at is None and division.bodies:
        head.closed_at = closing_time(division.bodies[-1])
    below = [
        *chain.from_iterable(facts_of(item) for item in items),
        *(fact for statement in closing for fact in statement.facts),
    ]
    _keep_other_chair(head, lines, _elected(below, OrdstyrerElection))
    attendance, remarks = head.attendance, remarks_in(head, context)
    told = [*(fact for remark in remarks for fact in remark.facts), *below]
    kind = _kind(head, items)
    return Document(
        kind=kind,
        language=language_of(text),
        body=head.body,
        municipality=head.municipality,
        date=head.date.isoformat() if head.date else None,
        start=head.start,
        end=head.end,
        place=head.place,
        parts=tuple(head.parts),
        contents=head.contents,
        opened_at=head.opened_at,
        closed_at=head.closed_at,
        meeting_form=head.comings.form,  # type: ignore[arg-type]
        meeting_kind=head.comings.kind,  # type: ignore[arg-type]
        agenda_sent=head.comings.agenda_sent,
        attendees=tuple(attendance.attendees),
        stand_ins=tuple(head.comings.stand_ins),
        movements=tuple(head.comings.movements),
        guests=tuple(head.comings.guests),
        signatures=tuple(head.comings.signatures),
        roster=attendance.roster,
        others=tuple(attendance.others),
        referent=head.referent or _elected(told, ReferentElection),
        chair=_chair(head, items, told),
        statements=remarks,
        items=items,
        closing=closing,
        abbreviations=_abbreviations(lines),
        problems=(*_problems(head, lines, headings, kind), *map(_left_out, forbidden_in(text))),
        lines=(1, max(1, lines[first].number - 1 if headings else len(lines))),
    )


def _head(lines: list[Line], labels: Mapping[str, Meaning]) -> Head:
    """Return what the head says; what is kept as a remark keeps its own label."""
    head = read_head(with_usual_labels(lines, labels))
    written = {line.number: line for line in lines}
    head.remarks = [written.get(line.number, line) if labels else line for line in head.remarks]
    return head


def _keep_other_chair(head: Head, lines: list[Line], elected: str | None) -> None:
    """Keep the line of the head that names who led the meeting, where somebody else was elected below."""
    if head.chair is None or head.chair_line is None or elected is None or meant_by(elected, [head.chair[0]]):
        return
    line = lines[head.chair_line - 1]
    if line not in head.remarks:
        head.remarks = sorted([*head.remarks, line], key=lambda held: held.number)


def _without_repeated(lines: list[Line], headings: list[Heading]) -> list[Line]:
    """Leave out a table of contents before the items: lines that say no more than a heading says again."""
    titles = {bare for heading in headings if len(bare := _bare(heading.title)) >= _SHORTEST_TITLE}
    return [line for line in lines if _is_of_head(line) or _bare(_NUMBER.sub("", line.text)) not in titles]


def _is_of_head(line: Line) -> bool:
    """Tell whether a line says something of the meeting, even where an item's title says the same."""
    return line.blank or line.literal or bool(labelled(line.text)) or read_title(line.text, bare=False) is not None


def _bare(title: str) -> str:
    return title.casefold().strip(" .:")


def remarks_in(head: Head, context: Context) -> tuple[Statement, ...]:
    """Return the remarks before the first item, with what they tell."""
    drafts, _ = gathered(head.remarks)
    return tuple(
        Statement(
            text=draft.text,
            bulleted=draft.bulleted,
            facts=tuple(exact_facts(draft) if draft.asides else recognised_before_items(draft.text, context)),
            lines=(draft.first, draft.last),
        )
        for draft in drafts
    )


def _kind(head: Head, items: tuple[Item, ...]) -> DocumentKind:
    there = bool(head.attendance.attendees)
    if head.kind is None:
        return _kind_untitled(head, items)
    if head.kind == "minutes" and (items or there or (head.mention is not None and head.body is not None)):
        return "minutes"
    if head.kind == "agenda" and not items and head.mention is not None and head.body is not None:
        return "agenda"
    if not items or not (head.mention is not None or there or head.body is not None):
        return "other"
    told = sum(bool(facts_of(item)) for item in items)
    return "minutes" if told >= 2 and there else "agenda"


def _kind_untitled(head: Head, items: tuple[Item, ...]) -> DocumentKind:
    """Tell minutes and agendas that do not call themselves so from other texts with a date, a body and numbered lines."""
    if len(items) < 2 or head.mention is None:
        return "other"
    told = any(facts_of(item) for item in items)
    usual = sum(is_standing(item.title or "") for item in items)
    if head.attendance.attendees and (told or usual):
        return "minutes"
    if usual < 2 or head.body is None:
        return "other"
    return "minutes" if told else "agenda"


def _chair(head: Head, items: tuple[Item, ...], told: list[Fact]) -> Chair | None:
    elected = _elected(told, OrdstyrerElection)
    if elected:
        elections = (item for item in items if any(isinstance(fact, OrdstyrerElection) for fact in facts_of(item)))
        title = next((item.title or "" for item in elections), "")
        role = next((role for role in ("dirigent", "mødeleder") if role in title.lower()), "ordstyrer")
        return Chair(name=elected, role=role, elected=True)
    lines = (head.chair_line, head.chair_line) if head.chair_line else None
    return Chair(name=head.chair[0], role=head.chair[1], lines=lines) if head.chair else None


def _elected(told: list[Fact], kind: type[OrdstyrerElection | ReferentElection]) -> str | None:
    return next((fact.name for fact in told if isinstance(fact, kind)), None)


def _abbreviations(lines: list[Line]) -> tuple[Abbreviation, ...]:
    found: dict[str, Abbreviation] = {}
    for line in lines:
        for abbreviation in abbreviations_in(line.text):
            placed = msgspec.structs.replace(abbreviation, lines=(line.number, line.number))
            found.setdefault(abbreviation.abbreviation, placed)
    return tuple(found.values())


def _problems(head: Head, lines: list[Line], headings: list[Heading], kind: DocumentKind) -> list[Problem]:
    found = [*_date_problems(head, lines), *map(_listed_twice, head.attendance.repeated)]
    if kind == "minutes" and not headings:
        found.append(Problem(code="no-items", message=N_("No items were found. Number them: 1. 2. 3.")))
    other = second_document(lines, headings, head.body, head.date)
    if other is not None:
        found.append(other)
    return found


def _left_out(found: tuple[int, str]) -> Problem:
    line, character = found
    return Problem(
        code="forbidden-character",
        message=N_("Line {line}: the character U+{code} is nothing that a minute book may hold; it was left out."),
        details={"line": str(line), "code": f"{ord(character):04X}"},
        lines=(line, line),
    )


def _date_problems(head: Head, lines: list[Line]) -> list[Problem]:
    found: list[Problem] = []
    if head.mention is not None and not head.mention.exists:
        found.append(_no_such_day(lines[head.date_line - 1], fatal=True))
    elif head.mention is not None and head.date is not None:
        wrong = weekday_problem(head.mention, head.date, head.date_line)
        found += [wrong] if wrong else []
    for line in lines:
        if line.number == head.date_line:
            continue
        for mention in dates_in(line.text):
            if not mention.exists or (mention.year is not None and resolved(mention, None, "past") is None):
                found.append(_no_such_day(line, fatal=True))
            elif mention.weekday is not None:
                found += _weekday_problems(line, mention, head.date)
    return found


def _weekday_problems(line: Line, mention, day: date | None) -> list[Problem]:  # type: ignore[no-untyped-def]
    toward: Literal["past", "future"] = "future"
    meant = resolved(mention, day, toward)
    other = resolved(mention, day, "past")
    if meant is None or (other is not None and other.weekday() == mention.weekday):
        return []
    wrong = weekday_problem(mention, meant, line.number)
    return [wrong] if wrong else []


def _listed_twice(repeated: tuple[str, int, int]) -> Problem:
    name, first, second = repeated
    return Problem(
        code="listed-twice",
        message=N_("Lines {line} and {again}: {name} is listed twice. Leave one of them out."),
        details={"line": str(first), "again": str(second), "name": name},
        lines=(first, second),
    )


def _no_such_day(line: Line, *, fatal: bool) -> Problem:
    return Problem(
        code="no-such-day",
        message=N_("Line {line} names a day that does not exist: {text}"),
        details={"line": str(line.number), "text": line.text[:120]},
        lines=(line.number, line.number),
        fatal=fatal,
    )
