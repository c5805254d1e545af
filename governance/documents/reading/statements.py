"""The body of an item: its lines as statements, and what the statements tell."""

import re
from dataclasses import dataclass, field
from textwrap import wrap

import msgspec

from governance.documents.annotations import Aside, ItemAside, read_annotation
from governance.documents.model import (
    Decision,
    Fact,
    MeetingAgreement,
    QuestionsDispatch,
    SeatGroup,
    Statement,
)
from governance.documents.reading.lines import Line, is_unfinished
from governance.documents.reading.phrases import followup, recognised
from governance.documents.reading.phrases.rule import Context
from governance.documents.reading.sections import ItemPart, parts_of

_LIST_NUMBER = re.compile(r"\A(?:\d{1,2}|[a-zæøå])[.)]\s+")
_ENDS = frozenset('.!?:;)]"”»')
_LONGEST = 8_000
"""Characters of one statement; a longer paragraph is divided, so that each part is a text of an event."""
_CONTENTS = re.compile(r"\A(?:indhold|emner?|tema(?:er)?)\s*:\s*(?P<contents>.+)\Z", re.I | re.S)


@dataclass
class Draft:
    """A statement while its lines are gathered. ``asides`` are the bracketed lines behind it."""

    text: str
    first: int
    last: int
    bulleted: bool
    listed: bool
    broken: bool
    asides: list[Aside] = field(default_factory=list)


def gathered(lines: list[Line]) -> tuple[list[Draft], list[Aside]]:
    """Return the statements that the lines make up, and the bracketed lines before the first of them."""
    drafts: list[Draft] = []
    before: list[Aside] = []
    blank = True
    for line in lines:
        if line.blank:
            blank = not (drafts and drafts[-1].broken)
        elif (aside := _aside(line)) is not None and (drafts or isinstance(aside, ItemAside)):
            (drafts[-1].asides if drafts else before).append(aside)
            blank = True
        elif drafts and (drafts[-1].broken or (not blank and _continues(drafts[-1], line))):
            _joined(drafts[-1], line)
            blank = False
        else:
            listed = bool(_LIST_NUMBER.match(line.text)) and not line.literal
            drafts += (
                Draft(text, line.number, line.number, line.bulleted, listed, line.broken)
                for text in _divided(line.text)
            )
            drafts[-1].asides += [aside] if aside is not None else []
            blank = False
    return drafts, before


def _divided(text: str) -> list[str]:
    return [text] if len(text) <= _LONGEST else wrap(text, _LONGEST, break_on_hyphens=False)


def _aside(line: Line) -> Aside | None:
    return read_annotation(line.annotation) if line.annotation is not None else None


def _continues(draft: Draft, line: Line) -> bool:
    if line.bulleted or line.literal or line.cells:
        return False
    if draft.bulleted and line.indented:
        return True
    if len(draft.text) >= _LONGEST // 2:
        return False
    return is_unfinished(draft.text) or (draft.text[-1:] not in _ENDS and line.text[:1].islower())


def _joined(draft: Draft, line: Line) -> None:
    draft.text = f"{draft.text}\n{line.text}" if draft.broken else f"{draft.text} {line.text}"
    draft.last, draft.broken = line.number, line.broken


def understood(drafts: list[Draft], context: Context) -> tuple[Statement, ...]:
    """Return the statements with what they tell; a list of questions goes into the act that sends them."""
    statements: list[Statement] = []
    parts = parts_of([None if draft.asides else draft.text for draft in drafts], context.labels)
    deciding: list[int] = []
    at = 0
    while at < len(drafts):
        draft = drafts[at]
        facts, used = _facts(drafts, at, context, parts[at])
        contents = _CONTENTS.match(draft.text)
        if contents and statements and not facts and context.kind == "next-meeting":
            statements[-1] = _with_contents(statements[-1], contents.group("contents"))
        statements.append(
            Statement(
                text=draft.text,
                bulleted=draft.bulleted or draft.listed,
                facts=tuple(facts),
                lines=(draft.first, drafts[at + used - 1].last),
            )
        )
        deciding += [len(statements) - 1] if parts[at].decides else []
        at += used
    _state_decision(statements, deciding)
    return _with_composition(tuple(statements), context)


def _state_decision(statements: list[Statement], deciding: list[int]) -> None:
    """What stands under "Beslutning" was decided, whatever its words, where none of them tells what came of it."""
    if deciding and not any(statements[index].facts for index in deciding):
        stated = Decision(rule="decision-stated", outcome="decided")
        statements[deciding[0]] = msgspec.structs.replace(statements[deciding[0]], facts=(stated,))


def exact_facts(draft: Draft) -> list[Fact]:
    """Return the facts that lines in brackets give for a statement."""
    return [aside for aside in draft.asides if isinstance(aside, Fact)]


def _facts(drafts: list[Draft], at: int, context: Context, part: ItemPart) -> tuple[list[Fact], int]:
    draft = drafts[at]
    if draft.asides:
        exact = exact_facts(draft)
        context.facts.extend(exact)
        return exact, 1 + _listed_again(drafts[at + 1 :], exact)
    if not part.counts:
        return [], 1
    facts = recognised(part.said, context)
    for index, fact in enumerate(facts):
        if isinstance(fact, QuestionsDispatch):
            questions = _questions(drafts, at + 1)
            if questions:
                facts[index] = msgspec.structs.replace(fact, questions=tuple(questions))
                return facts, 1 + len(questions)
            del facts[index]
            break
    return facts, 1


def _listed_again(drafts: list[Draft], exact: list[Fact]) -> int:
    """Return how many points of the list behind a line in brackets say the questions again that it gives."""
    asked = [question for fact in exact if isinstance(fact, QuestionsDispatch) for question in fact.questions]
    return len(asked) if [draft.text for draft in drafts[: len(asked)] if draft.bulleted] == asked else 0


def _questions(drafts: list[Draft], start: int) -> list[str]:
    found: list[str] = []
    for draft in drafts[start:]:
        if not (draft.bulleted or draft.listed or draft.text.endswith("?")) or draft.asides:
            break
        found.append(_LIST_NUMBER.sub("", draft.text) if draft.listed else draft.text)
    return found


def _with_contents(statement: Statement, contents: str) -> Statement:
    facts = tuple(
        msgspec.structs.replace(fact, contents=contents.strip(" ."))
        if isinstance(fact, MeetingAgreement) and fact.contents is None
        else fact
        for fact in statement.facts
    )
    return msgspec.structs.replace(statement, facts=facts)


def _with_composition(statements: tuple[Statement, ...], context: Context) -> tuple[Statement, ...]:
    seats: list[tuple[int, SeatGroup]] = []
    for index, statement in enumerate(statements):
        found = followup.seats_in(statement.text)
        if found is not None:
            seats.append((index, found))
    if len(seats) < 2 or any(type(fact).__name__ == "CompositionReport" for held in statements for fact in held.facts):
        return statements
    first = seats[0][0]
    body = followup.body_spoken_of(*(statement.text for statement in reversed(statements[:first])), context.title)
    if body is None:
        return statements
    report = followup.composition_of(body, [seat for _, seat in seats])
    told = msgspec.structs.replace(statements[first], facts=(*statements[first].facts, report))
    return (*statements[:first], told, *statements[first + 1 :])
