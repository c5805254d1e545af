"""Commands that take books out and bring them back: export, schema, restore."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from governance.commandline.forms import at_option, book_argument, command, output_option
from governance.commandline.session import Session
from governance.language import _

if TYPE_CHECKING:
    from events.log import Log


def add_commands(commands: Any) -> None:
    """Add export, schema and restore."""
    export = command(
        commands,
        "export",
        _export,
        summary=_("write the state of a book as JSON, or its entries as JSON Lines"),
        examples=(
            "  referat export integrationsraadet -o state.json\n"
            "  referat export --format jsonl -o books.jsonl\n"
            "  referat export integrationsraadet --public --format jsonl -o public.jsonl"
        ),
    )
    book_argument(export, optional=True)
    export.add_argument(
        "--format", choices=("json", "jsonl"), default="json", help=_("json: the state; jsonl: the entries")
    )
    at_option(export)
    export.add_argument("--as-approved", metavar=_("MEETING"), help=_("as the minutes of a meeting were approved"))
    export.add_argument(
        "--public",
        action="store_true",
        help=_("without the words of closed items, reasons for being away, and the words of non-members"),
    )
    output_option(export)
    schema = command(
        commands,
        "schema",
        _schema,
        summary=_("write the JSON Schema of the state"),
        examples="  referat schema -o state.schema.json",
    )
    output_option(schema)
    restore = command(
        commands,
        "restore",
        _restore,
        summary=_("take books from JSON Lines into a record that does not hold them"),
        examples="  referat --record new.referat restore books.jsonl",
    )
    restore.add_argument("file", metavar=_("FILE"), help=_("what `export --format jsonl` wrote; - for standard input"))


def _export(session: Session, options: Namespace) -> int:
    from governance.book import Book
    from governance.checkpoints import rooted
    from governance.commandline.output import put, put_all
    from governance.commandline.session import meeting_meant, tell_unapproved
    from governance.exporting import state_json
    from governance.history import as_approved
    from governance.state.publishing import publish

    if options.format == "jsonl":
        put_all(_entry_lines(session, options), options.output)
        _put_checkpoints(session, options)
        return 0
    book = Book(_log(session, options), session.only_book(options.book).name)
    upto = book.number_at(options.at) if options.at else None
    fold = book.fold(upto=upto)
    if options.as_approved:
        approved = meeting_meant(fold, options.as_approved)
        tell_unapproved(fold, approved)
        fold = as_approved(book.history(), fold, approved)
    put(state_json(rooted(publish(fold), book.log)), options.output)
    session.log.due.add(book.name)
    return 0


def _log(session: Session, options: Namespace) -> "Log":
    if not options.public:
        return session.log
    from governance.withholding import PublicCopy

    return PublicCopy(session.log)


def _entry_lines(session: Session, options: Namespace) -> Iterator[bytes]:
    from events.jsonlines import written
    from governance.commandline.output import progress

    names = _names(session, options)
    log = _log(session, options)
    for name in names:
        book = session.book(name)
        upto = book.number_at(options.at) if options.at else None
        entries = log.read(name, upto=upto)
        yield from (written(body, words) for body, words in progress(entries, session.log.head(name), name))


def _put_checkpoints(session: Session, options: Namespace) -> None:
    """Write beside a file of JSON Lines how many entries of each book it holds, and the root over them."""
    import os

    from governance.checkpoints import checkpoint_now
    from governance.commandline.output import put
    from governance.keyring import key_at_hand

    for name in _names(session, options):
        book = session.book(name)
        signed = checkpoint_now(
            session.log, name, key_at_hand(os.environ), book.number_at(options.at) if options.at else None
        )
        session.keep(name, signed)
        if options.output and Path(options.output).is_file():
            put(signed.written(), f"{options.output}.{name}.checkpoint")


def _names(session: Session, options: Namespace) -> list[str]:
    return [session.book(options.book).name] if options.book else [head.book for head in session.log.books()]


def _schema(_session: Session, options: Namespace) -> int:
    from governance.commandline.output import put
    from governance.exporting import schema_json

    put(schema_json(), options.output)
    return 0


def _restore(session: Session, options: Namespace) -> int:
    from governance.commandline.output import say
    from governance.restoring import restore

    restored = restore(session.record, options.file)
    for head in restored:
        say(_("{book}: {count} entries restored.").format(book=head.book, count=head.entries))
    return 0
