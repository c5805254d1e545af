"""Commands that look into the books: books, log, show, diff."""

from argparse import Namespace
from typing import Any

from governance.commandline.forms import at_option, book_argument, command
from governance.commandline.session import Session
from governance.language import _, plural


def add_commands(commands: Any) -> None:
    """Add books, log, show and diff."""
    books = command(
        commands,
        "books",
        _books,
        summary=_("list the books of the record"),
        examples="  referat books\n  referat books --json",
    )
    books.add_argument("--json", action="store_true", help=_("as JSON"))
    log = command(
        commands,
        "log",
        _log,
        summary=_("list the entries of a book, one line each"),
        examples="  referat log integrationsraadet\n  referat log integrationsraadet --from 30 --to 40 --json",
    )
    book_argument(log)
    log.add_argument("--from", dest="first", type=int, default=1, metavar="N", help=_("first entry"))
    log.add_argument("--to", dest="last", type=int, metavar="N", help=_("last entry"))
    log.add_argument("--json", action="store_true", help=_("as JSON Lines"))
    show = command(
        commands,
        "show",
        _show,
        summary=_("show what a book says: members, meetings, open matters, tasks"),
        examples=(
            "  referat show integrationsraadet\n"
            "  referat show integrationsraadet 2022-09-28\n"
            "  referat show integrationsraadet --at 53\n"
            "  referat show integrationsraadet --on 2022-01-01"
        ),
    )
    book_argument(show)
    show.add_argument(
        "meeting", metavar="MEETING", nargs="?", help=_("only this meeting, and all of it: its id or date")
    )
    at_option(show)
    show.add_argument("--on", metavar=_("DATE"), help=_("what was in force on a day"))
    show.add_argument("--as-approved", metavar=_("MEETING"), help=_("as the minutes of a meeting were approved"))
    show.add_argument("--json", action="store_true", help=_("as JSON"))
    diff = command(
        commands,
        "diff",
        _diff,
        summary=_("show what changed in a book between two points"),
        examples="  referat diff integrationsraadet 53 120\n  referat diff integrationsraadet 2026-11-01 2026-11-21",
    )
    book_argument(diff)
    diff.add_argument("before", metavar="A", help=_("an entry number or a moment"))
    diff.add_argument("after", metavar="B", help=_("an entry number or a moment"))
    diff.add_argument("--json", action="store_true", help=_("as JSON Lines"))


def _books(session: Session, options: Namespace) -> int:
    import msgspec

    from governance.book import Book
    from governance.commandline.output import put, put_line

    heads = session.log.books()
    councils = [Book(session.log, head.book).council() for head in heads]
    if options.json:
        rows = [
            {
                "book": head.book,
                "council": council.name if council else "",
                "municipality": council.municipality if council else None,
                "entries": head.entries,
            }
            for head, council in zip(heads, councils, strict=True)
        ]
        put(msgspec.json.format(msgspec.json.encode(rows), indent=2) + b"\n")
        return 0
    for head, council in zip(heads, councils, strict=True):
        named = ", ".join(filter(None, (council.name, council.municipality))) if council else ""
        count = plural("{count} entry", "{count} entries", head.entries).format(count=head.entries)
        put_line(f"{head.book}  {named}  {count}")
    return 0


def _log(session: Session, options: Namespace) -> int:
    import msgspec

    from governance.commandline.output import progress, put_all, put_line, say
    from governance.log_lines import LogLines

    book = session.book(options.book)
    head = book.log.head(book.name)
    if options.first > head:
        say(_("The newest entry of {book} is {head}.").format(book=book.name, head=head))
    lines = LogLines(book)
    entries = progress(book.entries(after=max(0, options.first - 1), upto=options.last), None, _("Entry"))
    if options.json:
        put_all(msgspec.json.encode(lines.as_data(entry)) + b"\n" for entry in entries)
        return 0
    for entry in entries:
        put_line(lines.as_text(entry))
    return 0


def _show(session: Session, options: Namespace) -> int:
    from governance.checkpoints import rooted
    from governance.commandline.output import put, put_line
    from governance.commandline.session import day_meant, meeting_meant, required_day, tell_unapproved
    from governance.exporting import state_json
    from governance.history import as_approved
    from governance.state.publishing import publish
    from governance.wording.meeting_summary import meeting_in, meeting_summary
    from governance.wording.summary import summary

    book = session.book(options.book)
    upto = book.number_at(options.at) if options.at else None
    on = required_day(day_meant(options.on)) if options.on else None
    fold = book.fold(upto=upto, on=on)
    if options.as_approved:
        approved = meeting_meant(fold, options.as_approved)
        tell_unapproved(fold, approved)
        fold = as_approved(book.history(), fold, approved)
    state = rooted(publish(fold), book.log) if options.json and not on else publish(fold)
    meeting = meeting_in(state, meeting_meant(fold, options.meeting).id) if options.meeting else None
    if options.json:
        put(state_json(meeting or state))
        return 0
    for line in meeting_summary(state, meeting) if meeting else summary(state, on=on):
        put_line(line)
    return 0


def _diff(session: Session, options: Namespace) -> int:
    import msgspec

    from governance.commandline.output import put, put_line
    from governance.differing import changes, differences
    from governance.state.publishing import publish
    from governance.wording.changes import change_lines

    book = session.book(options.book)
    before, after = (publish(book.fold(upto=book.number_at(at))) for at in (options.before, options.after))
    if options.json:
        for difference in differences(before, after):
            put(msgspec.json.encode(difference) + b"\n")
        return 0
    found = changes(before, after)
    for line in change_lines(found, before, after):
        put_line(line)
    if not found:
        put_line(_("Nothing differs."))
    return 0
