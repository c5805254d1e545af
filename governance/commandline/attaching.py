"""Commands about attached documents (bilag): attach, attachments."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from governance.commandline.forms import book_argument, command, output_option
from governance.commandline.session import Session
from governance.language import _

if TYPE_CHECKING:
    from events.ids import ItemId, MeetingId
    from governance.book import Book


def add_commands(commands: Any) -> None:
    """Add attach and attachments."""
    attach = command(
        commands,
        "attach",
        _attach,
        summary=_("attach a document to a meeting or an item; the file is kept beside the record"),
        examples=(
            "  referat attach integrationsraadet Budget.pdf --to i20\n"
            "  referat attach integrationsraadet Dagsorden.docx --to 2022-09-28"
        ),
    )
    book_argument(attach)
    attach.add_argument("file", metavar=_("FILE"), help=_("the document"))
    attach.add_argument(
        "--to", required=True, metavar="ITEM|MEETING", help=_("an item's id, or a meeting's id or date")
    )
    attach.add_argument("--json", action="store_true", help=_("print the entries as JSON Lines"))
    attachments = command(
        commands,
        "attachments",
        _attachments,
        summary=_("list the attached documents of a book, or write one of them to a file"),
        examples="  referat attachments integrationsraadet\n  referat attachments integrationsraadet 61 -o Budget.pdf",
    )
    book_argument(attachments)
    attachments.add_argument("number", metavar="N", nargs="?", type=int, help=_("the entry that attached it"))
    output_option(attachments)


def _attach(session: Session, options: Namespace) -> int:
    from governance.attaching import attach
    from governance.book import ActorMissing
    from governance.commandline.reporting import report_entries

    book = session.book(options.book, to_write=True)
    if session.actor is None:
        raise ActorMissing
    meeting, item = _meant(book, options.to)
    entries = attach(book, session.record, Path(options.file), meeting=meeting, item=item)
    report_entries(book, entries, as_json=options.json)
    return 0


def _meant(book: "Book", said: str) -> "tuple[MeetingId | None, ItemId | None]":
    from events.ids import ItemId, is_id
    from governance.commandline.session import meeting_meant

    if is_id(said, ItemId):
        return None, ItemId(said)
    return meeting_meant(book.current(), said).id, None


def _attachments(session: Session, options: Namespace) -> int:
    from governance.commandline.output import put_line
    from governance.state.publishing import SECTIONS
    from governance.wording.attachments import attachment_line

    book = session.book(options.book)
    if options.number is not None:
        return _write(session, book, options)
    for held in SECTIONS["attachments"](book.fold()):
        put_line(f"{held.entry:>5}  {attachment_line(held)}")
    return 0


def _write(session: Session, book: "Book", options: Namespace) -> int:
    from events.attachments import Attachments, attached_in
    from events.errors import N_
    from governance.book import NoSuchEntry
    from governance.commandline.output import put_all

    entry = next(book.entries(after=options.number - 1, upto=options.number), None) if options.number > 0 else None
    document = attached_in(entry) if entry is not None else None
    if document is None:
        raise NoSuchEntry(N_("Entry {number} attaches no document that is there."), number=options.number)
    place = Attachments(session.record, read_only=session.read_only).check(document.sha256, document.size)
    with place.open("rb") as file:
        put_all(iter(lambda: file.read(1 << 20), b""), options.output)
    return 0
