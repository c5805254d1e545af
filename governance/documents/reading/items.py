"""An item of the agenda: what its heading says, and what stands below it."""

import re

from governance.danish.names import BODY_NAME, body_name
from governance.documents.annotations import Aside, ItemAside
from governance.documents.model import Fact, Item
from governance.documents.reading.lines import Line
from governance.documents.reading.numbering import Heading
from governance.documents.reading.phrases import recognised
from governance.documents.reading.phrases.elections import NAME
from governance.documents.reading.phrases.rule import Context
from governance.documents.reading.statements import Draft, gathered, understood

_CLOSED = re.compile(r"\b(?:lukke(?:t|de)(?:\s+(?:punkt|møde|døre))?|for\s+lukkede\s+døre|fortrolig\w*)\b", re.I)
_PRESENTER = re.compile(rf"(?:\bv/\s*|\bved\s+)(?P<name>{NAME})\s*\.?\Z")
_KINDS = (
    (r"\b(?:eventuelt|evt)\b", "any-other-business"),
    (r"\bnæste\s+møde|\bkommende\s+møde|\bmødedato|\bmødeplan|\bmødekalender", "next-meeting"),
    (r"\bvalg\s+af\b|\bkonstituering|\budpegning\s+af\b", "election"),
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


def read_item(heading: Heading, lines: list[Line], body: list[Line], context: Context) -> Item:
    """Return the item under a heading; ``lines`` holds the heading, ``body`` the lines below it."""
    line = lines[heading.index]
    title, said = split_title(heading.title, context)
    drafts, asides = gathered(body)
    if said:
        drafts.insert(0, Draft(said, line.number, line.number, bulleted=False, listed=False, broken=False))
    item = described(heading.number, title)
    item_context = Context(title=title or "", kind=item.kind, day=context.day)
    item = _with_asides(item, [*asides, *(aside for draft in drafts for aside in draft.asides)])
    statements = understood(drafts, item_context)
    return Item(
        **{name: getattr(item, name) for name in item.__struct_fields__ if name not in ("statements", "lines")},
        statements=statements,
        lines=(line.number, statements[-1].lines[1] if statements and statements[-1].lines else line.number),
    )


def described(number: str | None, title: str | None) -> Item:
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
        closed=bool(_CLOSED.search(said)),
        presenter=presenter.group("name").strip(" .") if presenter else None,
        matter_kind="application" if re.search(r"\bansøgning\b", said, re.I) and not standing else "general",
        addressee=body_name(application.group("to")) if application else None,
    )


def split_title(title: str, context: Context) -> tuple[str | None, str | None]:
    """Return the title without its final stop, and what was said in the same line behind it."""
    title = title.strip()
    for separator in re.finditer(r"(?::|\.|\s[-–])\s+(?=\S)", title):
        left, right = title[: separator.start()].strip(), title[separator.end() :].strip()
        kind = described(None, left).kind
        if (
            len(left) > 2
            and not re.search(r"\b(?:d|kl|nr|pkt|ca|evt|jf|bl|afd|st|stk)\Z", left, re.I)
            and recognised(right, Context(title=left, kind=kind, day=context.day))
        ):
            return left, right
    stripped = title.rstrip()
    if stripped.endswith((".", ":")) and not stripped.endswith(".."):
        stripped = stripped[:-1].rstrip()
    return stripped or None, None


def _with_asides(item: Item, asides: list[Aside]) -> Item:
    changes = {}
    for aside in asides:
        if isinstance(aside, ItemAside):
            changes.update(
                {name: value for name in aside.__struct_fields__ if (value := getattr(aside, name)) is not None}
            )
    if not changes:
        return item
    return Item(**{name: changes.get(name, getattr(item, name)) for name in item.__struct_fields__})


def facts_of(item: Item) -> list[Fact]:
    """Return everything that the statements of an item tell."""
    return [fact for statement in item.statements for fact in statement.facts]
