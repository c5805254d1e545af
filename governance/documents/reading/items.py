"""An item of the agenda: what its heading says, and what stands below it."""

import re
from typing import Any

from governance.danish.bodies import BODY_NAME, body_name
from governance.danish.names import NAME, looks_like_name
from governance.documents.annotations import Aside, ItemAside
from governance.documents.model import Fact, Item
from governance.documents.reading.accounting import unread_words, words_of
from governance.documents.reading.comings import opening_in
from governance.documents.reading.headings import Heading
from governance.documents.reading.lines import Line, is_unfinished
from governance.documents.reading.phrases import recognised
from governance.documents.reading.phrases.rule import Context
from governance.documents.reading.statements import Draft, gathered, understood

_CLOSED = re.compile(r"\b(?:lukke(?:t|de)(?:\s+(?:punkt|møde|døre|sag))?|for\s+lukkede\s+døre|fortrolig\w*)\b", re.I)
_HELD_CLOSED = re.compile(
    r"\A(?:punktet\s+(?:blev\s+|er\s+)?|sagen\s+(?:blev\s+|er\s+)?)?(?:behandle(?:t|s|des)\s+(?:for\s+lukkede\s+døre|på\s+lukket\s+møde|lukket)|"
    r"lukket(?:\s+punkt)?|for\s+lukkede\s+døre)(?:\.|\Z)",
    re.I,
)
_PRESENTER = re.compile(rf"(?:\bv/\s*|\bved\s+)(?P<name>{NAME})\s*\.?\Z")
_KINDS = (
    (r"\b(?:eventuelt|evt)\b", "any-other-business"),
    (r"\bnæste\s+møde|\bkommende\s+møde|\bmødedato|\bmødeplan|\bmødekalender", "next-meeting"),
    (r"\bvalg\s+(?:af|til)\b|\bkonstituering|\budpegning\s+af\b", "election"),
    (r"\bgodkend(?:else)?\b|\btil\s+godkendelse\b|\bdagsorden\b", "approval"),
    (
        r"\(O\)|\borientering|\bmeddelelse|\bstatus\b|\breferat\s+fra\b|\bnyt\s+fra\b|\bbordet\s+rundt|\binformation|\bsiden\s+sidst",
        "information",
    ),
    (r"\(B\)|\bbeslutning\b|\btil\s+beslutning\b|\bansøgning", "decision"),
)
_STANDING = re.compile(
    r"\bgodkend\w*\s+af\s+(?:\w+\s+)?(?:dagsord|referat|protokol|mødereferat)|\A(?:dagsorden|referat)\W*\Z|\bvalg\s+af\s+(?:ordstyrer|mødeleder|dirigent|referent|stemmetæller)|"
    r"\bnæste\s+møde|\bkommende\s+møde|\bmødedato|\beventuelt\b|\bevt\b|\A(?:meddelelser|orientering|bordet\s+rundt|velkomst|nyt\s+siden\s+sidst|siden\s+sidst|fraværende|afbud)\b",
    re.I,
)
_APPLICATION = re.compile(rf"\bansøgning\s+til\s+(?P<to>{BODY_NAME}|(?-i:[A-ZÆØÅ]{{2,6}}))", re.I)
_BROKEN_AT = 55
"""Characters from which on a line may have been broken to fit a width."""
_SEPARATOR = re.compile(r"(?::|\.|\s[-–—])\s+(?=\S)")
_ABBREVIATED = re.compile(
    r"\b(?:d|kl|nr|pkt|ca|evt|jf|bl|afd|st|stk|vedr|inkl|ekskl|f|eks|mv|osv|hhv|pga|ift|ang|min|maks|kr|mio|dr|chr|th)\Z",
    re.I,
)
_IS_NUMBER = re.compile(
    r"[\d_]+[a-zæøå]?|[IVX]{1,6}|[a-zæøå]|dagsordens?punkt|dagsordenens|ad|punkt|pkt|sag|emne|nr", re.I
)
"""What a heading's number is made of."""
_SENTENCES = re.compile(r"[a-zæøå0-9]{3}[.!?]\s+[A-ZÆØÅ]")


def read_item(heading: Heading, lines: list[Line], body: list[Line], context: Context, *, closed: bool = False) -> Item:
    """Return the item under a heading; ``lines`` holds the heading, ``body`` the lines below it; ``closed`` where a
    closed part of the meeting began above it.
    """
    line = lines[heading.last_index]
    whole, body = _unwrapped(heading.title, line, body)
    opened_at, body = _opening(body)
    drafts, asides = gathered(body)
    exact = any(isinstance(aside, ItemAside) and aside.title for aside in asides)
    title, said = (whole, None) if exact else split_title(whole, context)
    for text in reversed([*_further_cells(line), *([said] if said else [])]):
        drafts.insert(0, Draft(text, line.number, line.number, bulleted=False, listed=False, broken=False))
    drafts = [*_unread(heading, lines, whole, drafts), *drafts]
    item = described(heading.number, title, closed=closed or _is_held_closed(drafts))
    item_context = Context(title=title or "", kind=item.kind, day=context.day, body=context.body, labels=context.labels)
    item = _with_asides(item, [*asides, *(aside for draft in drafts for aside in draft.asides)])
    statements = understood(drafts, item_context)
    return Item(
        **{
            name: getattr(item, name)
            for name in item.__struct_fields__
            if name not in ("statements", "lines", "opened_at")
        },
        statements=statements,
        opened_at=opened_at,
        lines=(
            lines[heading.index].number,
            statements[-1].lines[1] if statements and statements[-1].lines else line.number,
        ),
    )


def _opening(body: list[Line]) -> tuple[str | None, list[Line]]:
    """Return when the item was opened, where its first line says so, and the other lines."""
    for index, line in enumerate(body):
        if not line.blank and line.annotation is None:
            time = opening_in(line.text) if not line.literal and not line.bulleted else None
            return time, body[:index] + body[index + 1 :] if time else body
    return None, body


def _unread(heading: Heading, lines: list[Line], title: str, drafts: list[Draft]) -> list[Draft]:
    """Return the lines of a heading of which not every word is in its number, its title or the statements."""
    known = words_of([heading.number, title, *(draft.text for draft in drafts)])
    return [
        Draft(held.text, held.number, held.number, bulleted=False, listed=False, broken=False)
        for held in (lines[index] for index in sorted({heading.index, heading.last_index}))
        if any(not _IS_NUMBER.fullmatch(word) for word in unread_words(held.text, known))
    ]


def _unwrapped(title: str, line: Line, body: list[Line]) -> tuple[str, list[Line]]:
    """Return the title with the lines in which it goes on, where it was broken to fit a width, and the lines left."""
    taken = 0
    long = len(line.text) >= _BROKEN_AT
    while (
        long
        and taken < len(body)
        and (body[taken].text[:1].islower() or (is_unfinished(title) and not body[taken].blank))
        and not (body[taken].literal or body[taken].cells)
    ):
        title = f"{title} {body[taken].text}"
        long = len(body[taken].text) >= _BROKEN_AT
        taken += 1
    return title, body[taken:]


def described(number: str | None, title: str | None, *, closed: bool = False) -> Item:
    """Return an item with what its title says: its kind, whether it is standing, closed, who presents it."""
    said = title or ""
    presenter = _PRESENTER.search(said)
    application = _APPLICATION.search(said)
    standing = bool(_STANDING.search(said))
    return Item(
        number=number,
        title=title,
        kind=next((kind for pattern, kind in _KINDS if re.search(pattern, said, re.I)), "discussion"),
        standing=standing,
        closed=closed or bool(_CLOSED.search(said)),
        presenter=presenter.group("name").strip(" .")
        if presenter and looks_like_name(presenter.group("name"))
        else None,
        matter_kind="application" if re.search(r"\bansøgning\b", said, re.I) and not standing else "general",
        addressee=body_name(application.group("to")) if application else None,
    )


def split_title(title: str, context: Context) -> tuple[str | None, str | None]:
    """Return the title without its final stop, and what was said in the same line behind it."""
    title = title.strip()
    for separator in _SEPARATOR.finditer(title):
        left, right = title[: separator.start()].strip(), title[separator.end() :].strip()
        if len(left) > 2 and _divides(left, separator.group().strip(), right) and _is_said(left, right, context):
            return left, right
    stripped = title.rstrip()
    if stripped.endswith((".", ":")) and not stripped.endswith(".."):
        stripped = stripped[:-1].rstrip()
    return stripped or None, None


def _divides(left: str, mark: str, right: str) -> bool:
    """Tell whether a mark ends a sentence there: not an abbreviation (``Evt.`` alone is a title), not a date."""
    if mark != ".":
        return True
    if re.fullmatch(r"evt", left, re.I):
        return True
    return not _ABBREVIATED.search(left) and not (re.search(r"\d\Z", left) and right[:1].islower())


def _is_said(left: str, right: str, context: Context) -> bool:
    kind = described(None, left).kind
    told = recognised(right, Context(title=left, kind=kind, day=context.day, body=context.body))
    return bool(told) or _SENTENCES.search(right) is not None


def _further_cells(line: Line) -> list[str]:
    """Return what stands in a row of a table behind number and title."""
    cells = [cell for cell in line.cells if cell]
    return cells[2:] if len(cells) > 2 and re.fullmatch(r"\d{1,3}[.):]?", cells[0]) else []


def _is_held_closed(drafts: list[Draft]) -> bool:
    return any(_HELD_CLOSED.match(draft.text) for draft in drafts if not draft.asides)


def _with_asides(item: Item, asides: list[Aside]) -> Item:
    changes: dict[str, Any] = {}
    for aside in asides:
        if isinstance(aside, ItemAside):
            said = {name: getattr(aside, name) for name in aside.__struct_fields__}
            # Who states the title exactly names the presenter and the addressee too, where there are any.
            unsaid = {"presenter": None, "addressee": None} if aside.title is not None else {}
            changes.update(unsaid, **{name: value for name, value in said.items() if value is not None})
    if not changes:
        return item
    return Item(**{name: changes.get(name, getattr(item, name)) for name in item.__struct_fields__})


def facts_of(item: Item) -> list[Fact]:
    """Return everything that the statements of an item tell."""
    return [fact for statement in item.statements for fact in statement.facts]
