"""Writing a document as Markdown or plain text, in the form in which Danish councils write minutes.

What is written reads back as the same document: every item and the head are read again as they are written, and where
a sentence alone would not tell a fact, a line in brackets does.
"""

from governance.documents.annotations import ItemAside, write_annotation
from governance.documents.equivalence import names_in, same_item
from governance.documents.model import Document, Item
from governance.documents.reading.headings import Heading
from governance.documents.reading.items import read_item
from governance.documents.reading.lines import lines_of
from governance.documents.reading.numbering import headings_in
from governance.documents.writing.escaping import escaped
from governance.documents.writing.head import Form, head_blocks
from governance.documents.writing.statements import closing, context_of, exactly, misread, plain, remarks


def write(document: Document, form: Form) -> str:
    """Return the document as text that ends in a line feed."""
    written = _written(document, form, described=False)
    headings = [heading.number for heading in headings_in(lines_of(written))]
    if headings == [item.number for item in document.items]:
        return written
    return _written(document, form, described=True)


def _written(document: Document, form: Form, *, described: bool) -> str:
    head = head_blocks(document, form)
    blocks = [*head, *remarks(document, head)]
    for item in document.items:
        blocks += _item(document, item, form, described=described)
    blocks += closing(document)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _item(document: Document, item: Item, form: Form, *, described: bool) -> list[str]:
    """Return the blocks of an item, with lines in brackets where the plain text does not read back, and below the
    heading where ``described`` asks for them.
    """
    names, exact = names_in(document), set[int]()
    while True:
        blocks = _item_blocks(item, form, exact, described=described)
        read = _read_back(blocks, item, document)
        wrong = misread(read.statements, item.statements, names)
        alike = same_item(read, item, names)
        if (alike or described) and not wrong - exact:
            return blocks
        exact |= wrong
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
        text = (exactly if index in exact else plain)(statement, "item")
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
