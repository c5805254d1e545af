"""Reading a text: what it says, line by line, before anybody asks what the book holds."""

import re
from datetime import date
from typing import Literal

import msgspec

from events.errors import N_
from governance.danish.dates import dates_in, resolved
from governance.documents.model import (
    Abbreviation,
    Chair,
    Document,
    DocumentKind,
    Item,
    MinutesApproval,
    OrdstyrerElection,
    Problem,
    ReferentElection,
    Statement,
)
from governance.documents.reading.head import Head, read_head, weekday_problem
from governance.documents.reading.items import facts_of, read_item
from governance.documents.reading.language import language_of
from governance.documents.reading.lines import Line, lines_of
from governance.documents.reading.numbering import Heading, headings_in
from governance.documents.reading.parting import second_document
from governance.documents.reading.phrases import recognised_before_items
from governance.documents.reading.phrases.meetings import abbreviations_in
from governance.documents.reading.phrases.rule import Context
from governance.documents.reading.statements import exact_facts, gathered

_SIGNATURE = re.compile(
    r"\A(?:referent|ref\.?|sekretær|for\s+referatet|referat\s+ved)\s*:?\s+(?P<name>[A-ZÆØÅ].*)\Z", re.I
)


def read_text(text: str) -> Document:
    """Return what a text says as minutes or an agenda; ``kind`` is ``other`` where it is neither."""
    lines = lines_of(text)
    headings = headings_in(lines)
    first = headings[0].index if headings else len(lines)
    head = read_head(_without_repeated(lines[:first], headings))
    context = Context(day=head.date)
    items, signed = _items(lines, headings, context)
    if not headings:
        items = ()
    statements = remarks_in(head, context)
    kind = _kind(head, items)
    referent = head.referent or signed or _elected(items, ReferentElection)
    attendance = head.attendance
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
        attendees=tuple(attendance.attendees),
        roster=attendance.roster,
        others=tuple(attendance.others),
        referent=referent,
        chair=_chair(head, items),
        statements=statements,
        items=items,
        abbreviations=_abbreviations(lines),
        problems=tuple(_problems(head, lines)),
        lines=(1, max(1, lines[first].number - 1 if headings else len(lines))),
    )


def _without_repeated(lines: list[Line], headings: list[Heading]) -> list[Line]:
    """Leave out a table of contents before the items: lines that say no more than a heading says again."""
    titles = {_bare(heading.title) for heading in headings if heading.title}
    return [
        line for line in lines if line.blank or _bare(re.sub(r"\A\D{0,6}\d{1,3}[.):]?\s*", "", line.text)) not in titles
    ]


def _bare(title: str) -> str:
    return title.casefold().strip(" .:")


def _items(lines: list[Line], headings: list[Heading], context: Context) -> tuple[tuple[Item, ...], str | None]:
    found: list[Item] = []
    signed = None
    for position, heading in enumerate(headings):
        last = position + 1 == len(headings)
        end = len(lines) if last else headings[position + 1].index
        body = lines[heading.index + 1 : end]
        if last:
            body, signed = _without_signature(body)
        found.append(read_item(heading, lines, body, context))
    return tuple(found), signed


def _without_signature(body: list[Line]) -> tuple[list[Line], str | None]:
    for index, line in enumerate(body):
        found = _SIGNATURE.match(line.text) if not line.literal and not line.cells else None
        if found and len(line.text) < 80:
            return [*body[:index], *body[index + 1 :]], found.group("name").strip(" .")
    return body, None


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
    told = sum(bool(facts_of(item)) for item in items)
    known = sum((head.mention is not None, bool(head.attendance.attendees), head.body is not None))
    if head.kind == "minutes" and (items or head.attendance.attendees):
        return "minutes"
    if head.kind == "agenda" and not items and head.mention is not None and head.body is not None:
        return "agenda"
    if not items or not known or (head.kind is None and len(items) < 2):
        return "other"
    if head.kind == "agenda":
        return "minutes" if told >= 2 and head.attendance.attendees else "agenda"
    if head.mention is None or (head.body is None and not head.attendance.attendees):
        return "other"
    return "minutes" if told or head.attendance.attendees else "agenda"


def _chair(head: Head, items: tuple[Item, ...]) -> Chair | None:
    elected = _elected(items, OrdstyrerElection)
    if elected:
        title = next(
            item.title or "" for item in items if any(isinstance(fact, OrdstyrerElection) for fact in facts_of(item))
        )
        role = next((role for role in ("dirigent", "mødeleder") if role in title.lower()), "ordstyrer")
        return Chair(name=elected, role=role, elected=True)
    return Chair(name=head.chair[0], role=head.chair[1]) if head.chair else None


def _elected(items: tuple[Item, ...], kind: type[OrdstyrerElection | ReferentElection]) -> str | None:
    for item in items:
        for fact in facts_of(item):
            if isinstance(fact, kind):
                return fact.name
    return None


def _abbreviations(lines: list[Line]) -> tuple[Abbreviation, ...]:
    found: dict[str, Abbreviation] = {}
    for line in lines:
        for abbreviation in abbreviations_in(line.text):
            placed = msgspec.structs.replace(abbreviation, lines=(line.number, line.number))
            found.setdefault(abbreviation.abbreviation, placed)
    return tuple(found.values())


def _problems(head: Head, lines: list[Line]) -> list[Problem]:
    found = [*_date_problems(head, lines)]
    other = second_document(lines, head.body, head.date)
    if other is not None:
        found.append(other)
    return found


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


def _no_such_day(line: Line, *, fatal: bool) -> Problem:
    return Problem(
        code="no-such-day",
        message=N_("Line {line} names a day that does not exist: {text}"),
        details={"line": str(line.number), "text": line.text[:120]},
        lines=(line.number, line.number),
        fatal=fatal,
    )


__all__ = ["MinutesApproval", "read_text"]
