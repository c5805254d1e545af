"""Writing statements: plain where they read back as they are meant, else with lines in brackets below them."""

from datetime import date

import msgspec

from governance.documents.annotations import OnlyNote, write_annotation
from governance.documents.equivalence import Names, names_in, same_statement
from governance.documents.model import Document, QuestionsDispatch, Statement
from governance.documents.reading.closing import AFTER_LAST_ITEM, divided, read_closing
from governance.documents.reading.comings import signature_in, signature_line
from governance.documents.reading.fields import Head
from governance.documents.reading.head import read_head
from governance.documents.reading.lines import lines_of
from governance.documents.reading.phrases.rule import Context
from governance.documents.reading.reading import remarks_in
from governance.documents.writing.escaping import Place, escaped, escaped_statement, literal


def context_of(document: Document) -> Context:
    """Return what phrase rules may know about the whole document."""
    return Context(day=date.fromisoformat(document.date) if document.date else None, body=document.body)


def plain(statement: Statement, place: Place, *, as_text: bool = False) -> str:
    """Return a statement without brackets; ``as_text`` where its first line must not be read as anything else."""
    text = escaped_statement(statement.text, place)
    text = literal(text) if as_text else text
    listed = _questions(statement)
    return "\n".join([_pointed(statement, text), *([""] if listed else []), *listed])


def in_brackets(statement: Statement, place: Place, *, as_text: bool = False) -> str:
    """Return a statement with its facts in brackets below it."""
    text = escaped_statement(statement.text, place)
    text = literal(text) if as_text else text
    asides = [write_annotation(fact) for fact in statement.facts] or [write_annotation(OnlyNote())]
    return "\n".join([_pointed(statement, text), *asides, *_questions(statement)])


def _pointed(statement: Statement, text: str) -> str:
    return f"- {text}" if statement.bulleted else text


def _questions(statement: Statement) -> list[str]:
    asked = [fact.questions for fact in statement.facts if isinstance(fact, QuestionsDispatch)]
    return [f"- {escaped_statement(question, 'item')}" for questions in asked for question in questions]


def misread(read: tuple[Statement, ...], wanted: tuple[Statement, ...], names: Names) -> set[int]:
    """Return which statements were not read as they are meant; all of them where one was lost, and the last where more
    were read than there are.
    """
    if len(read) < len(wanted):
        return set(range(len(wanted)))
    wrong = {
        index
        for index, statement in enumerate(wanted)
        if index >= len(read) or not same_statement(read[index], statement, names)
    }
    return wrong | {len(wanted) - 1} if len(read) > len(wanted) else wrong


def remarks(document: Document, head: list[str], *, exactly: bool) -> list[str]:
    """Return the remarks behind the blocks of the head."""
    names, context = names_in(document), context_of(document)
    all_of_them = set(range(len(document.statements))) if exactly else set()
    as_text, exact = {*all_of_them}, {*all_of_them}
    while True:
        blocks = [
            (in_brackets if index in exact else plain)(statement, "head", as_text=index in as_text)
            for index, statement in enumerate(document.statements)
        ]
        read = remarks_in(read_head(lines_of("\n\n".join([*head, *blocks]))), context)
        wrong = misread(read, document.statements, names)
        if not wrong - exact:
            return blocks
        exact |= wrong & as_text
        as_text |= wrong


def closing(document: Document, *, exactly: bool) -> list[str]:
    """Return the statements behind the last item, below a line that says so where the first does not by itself."""
    names, context = names_in(document), context_of(document)
    next_meeting = not document.items or document.items[-1].kind != "next-meeting"
    exact = set(range(len(document.closing))) if exactly else set()
    while document.closing:
        blocks = [
            (in_brackets if index in exact else plain)(statement, "closing", as_text=exactly)
            for index, statement in enumerate(document.closing)
        ]
        lines = lines_of("\n\n".join(blocks))
        wrong = misread(read_closing(lines, Head(), context), document.closing, names)
        if not wrong - exact:
            own, _ = divided(lines, next_meeting=next_meeting)
            return [f"[{AFTER_LAST_ITEM}]", *blocks] if own or exactly else blocks
        exact |= wrong
    return []


def signatures(document: Document, *, exactly: bool) -> list[str]:
    """Return the lines that tell who signed, in brackets where they do not read back as they are."""
    blocks = []
    for signature in document.signatures:
        line = signature_line(msgspec.structs.replace(signature, name=escaped(signature.name)))
        (read,) = lines_of(line) if "\n" not in line else (None,)
        alike = read is not None and not read.literal and signature_in(read.text) == signature
        blocks.append(line if alike and not exactly else write_annotation(signature))
    first = bool(blocks) and not document.closing and blocks[0].startswith("[")
    return [f"[{AFTER_LAST_ITEM}]", *blocks] if first and document.items else blocks
