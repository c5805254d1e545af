"""What stands behind the last item: when the meeting closed, when the next one is, who signed."""

import re

from governance.danish.times import time_given
from governance.documents.annotations import read_annotation
from governance.documents.model import MeetingAgreement, Signature, Statement
from governance.documents.reading.accounting import is_read
from governance.documents.reading.comings import signature_in
from governance.documents.reading.fields import Head, take_field, take_value
from governance.documents.reading.labels import labelled
from governance.documents.reading.lines import Line
from governance.documents.reading.phrases import recognised
from governance.documents.reading.phrases.rule import Context
from governance.documents.reading.statements import exact_facts, gathered

AFTER_LAST_ITEM = "Efter sidste punkt"
"""The bracketed line that says that what follows belongs to no item."""

_NEXT = re.compile(r"(?:næste|kommende|nyt)\s+(?:ordinære\s+)?\w*møde(?:t|r)?\b(?!.*\bpunkt)", re.I)
_SIGNED = re.compile(
    r"(?:underskrift(?:er)?\b|underskrives\b|referatet\s+(?:er\s+)?(?:godkendt|underskrevet|udsendt)\b.*\d|godkendt\s+den\s+\d|"
    r"med\s+venlig\s+hilsen|venlig\s+hilsen|mvh\b|[_.…]{5,}|[A-ZÆØÅ]{2,4}\s*/\s*\d{1,2}[.\-/]\d|\d{1,2}[.\-/]\d{1,2}[.\-/]\d{2,4}\s*/\s*[A-ZÆØÅ]{2,4}\b|"
    r"for\s+referatet\b|på\s+\w+s\s+vegne\b)",
    re.I,
)
_CLOSED_AT = re.compile(
    r"\bmødet\s+(?:blev\s+|er\s+)?(?:hævet|hævedes|afsluttet|afsluttedes|sluttede|sluttedes|sluttet|slut)\s+(?P<time>(?:kl|klokken)?\.?\s*\d[\d.:]*)",
    re.I,
)
_OF_HEAD = frozenset({"body", "municipality", "contents"})
"""What the head says of the meeting and nothing behind the items says otherwise."""
_ENDED = frozenset({"end", "referent", "chair"})


def begins_closing(text: str, *, next_meeting: bool = True) -> bool:
    """Tell whether a line below the last item no longer belongs to it; ``next_meeting`` where one about that would not."""
    if (
        _SIGNED.match(text)
        or signature_in(text) is not None
        or any(label.field in _ENDED for label in labelled(text)[:1])
    ):
        return True
    return next_meeting and _NEXT.match(text) is not None and len(text) < 160


def divided(body: list[Line], *, next_meeting: bool) -> tuple[list[Line], list[Line]]:
    """Divide the lines below the last item into its own and those that close the document."""
    for index, line in enumerate(body):
        if line.annotation == AFTER_LAST_ITEM:
            return body[:index], body[index + 1 :]
        if not line.literal and begins_closing(line.text, next_meeting=next_meeting):
            return body[:index], body[index:]
    return body, []


def read_closing(lines: list[Line], head: Head, context: Context) -> tuple[Statement, ...]:
    """Return the statements behind the last item; fields of the head that stand there are put into it."""
    lines = [line for line in lines if not _signed(head, line)]
    taken = [line for line in lines if not line.blank and _taken(head, line)]
    read = {line.number for line in taken if is_read(head, line)}
    left = [line for line in lines if line.number not in read]
    drafts, _ = gathered(left)
    found: list[Statement] = []
    about_next = False
    for draft in drafts:
        about_next = about_next or _NEXT.match(draft.text) is not None
        facts = exact_facts(draft) if draft.asides else _agreements(draft.text, context) if about_next else []
        found.append(
            Statement(text=draft.text, bulleted=draft.bulleted, facts=tuple(facts), lines=(draft.first, draft.last))
        )
    return tuple(found)


def _signed(head: Head, line: Line) -> bool:
    """Take in a line that says who signed, and tell whether it did."""
    if line.annotation is not None:
        aside = read_annotation(line.annotation)
        if isinstance(aside, Signature):
            head.comings.signatures.append(aside)
        return isinstance(aside, Signature)
    return not line.literal and not line.blank and head.comings.takes_signature(line.text)


def _taken(head: Head, line: Line) -> bool:
    if line.literal or line.annotation is not None:
        return False
    if any(label.field in _OF_HEAD and getattr(head, label.field) for label in labelled(line.text)):
        return False
    return take_field(head, line) or take_value(head, line)


def closing_time(lines: list[Line]) -> str | None:
    """Return when the meeting closed, where a sentence below an item says so."""
    for line in lines:
        told = line.annotation is None and not line.literal
        found = _CLOSED_AT.search(line.text) if told else None
        time = time_given(found.group("time").strip(" .")) if found else None
        if time is not None:
            return time.begins
    return None


def _agreements(text: str, context: Context) -> list[MeetingAgreement]:
    told = recognised(text, Context(title="Næste møde", kind="next-meeting", day=context.day))
    return [fact for fact in told if isinstance(fact, MeetingAgreement)]
