"""Writing a document as Markdown or plain text, in the form in which Danish councils write minutes.

What is written reads back as the same document: every item and the head are read again as they are written, and where
a sentence alone would not tell a fact, a line in brackets does.
"""

from events.text import shown
from governance.documents.annotations import ItemAside, write_annotation
from governance.documents.equivalence import names_in, same_document, same_item
from governance.documents.model import Document, Item
from governance.documents.reading.comings import opening_line
from governance.documents.reading.headings import Heading
from governance.documents.reading.items import read_item
from governance.documents.reading.lines import lines_of
from governance.documents.reading.reading import read_text
from governance.documents.writing.escaping import Place, escaped
from governance.documents.writing.head import Form, head_blocks
from governance.documents.writing.statements import (
    closing,
    context_of,
    in_brackets,
    misread,
    plain,
    remarks,
    signatures,
)


def write(document: Document, form: Form) -> str:
    """Return the document as text that ends in a line feed, with nothing in it that could drive a terminal."""
    for described in (False, True):
        written = _written(document, form, described=described, exactly=False)
        if same_document(read_text(written), document):
            return shown(written)
    return shown(_written(document, form, described=True, exactly=True))


def _written(document: Document, form: Form, *, described: bool, exactly: bool) -> str:
    """Return the text; ``described`` where the items do not read back as such, ``exactly`` where the parts read back and
    the whole does not: nothing is left to be recognised.
    """
    head = head_blocks(document, form)
    blocks = [*head, *remarks(document, head, exactly=exactly)]
    for item in document.items:
        blocks += _item(document, item, form, described=described, exactly=exactly)
    blocks += closing(document, exactly=exactly)
    blocks += signatures(document, exactly=exactly)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _item(document: Document, item: Item, form: Form, *, described: bool, exactly: bool) -> list[str]:
    """Return the blocks of an item, with lines in brackets where the plain text does not read back."""
    names, exact = names_in(document), set(range(len(item.statements))) if exactly else set()
    place: Place = "last item" if item is document.items[-1] else "item"
    while True:
        blocks = _item_blocks(item, form, exact, place, described=described, exactly=exactly)
        read = _read_back(blocks, item, document)
        wrong = misread(read.statements, item.statements, names)
        alike = same_item(read, item, names)
        if (alike or described) and not wrong - exact:
            return blocks
        exact |= wrong
        described = described or not alike


def _item_blocks(item: Item, form: Form, exact: set[int], place: Place, *, described: bool, exactly: bool) -> list[str]:
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
    if item.opened_at:
        blocks.append(opening_line(item.opened_at))
    for index, statement in enumerate(item.statements):
        text = in_brackets(statement, place, as_text=exactly) if index in exact else plain(statement, place)
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


def _read_back(blocks: list[str], item: Item, document: Document) -> Item:
    lines = lines_of("\n\n".join(blocks))
    title = lines[0].text
    if item.number:
        title = title.removeprefix(f"{item.number}.").strip()
    return read_item(Heading(0, item.number, title), lines, lines[1:], context_of(document))
