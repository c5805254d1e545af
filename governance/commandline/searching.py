"""The command that finds entries by their words, and by what they are about."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from governance.commandline.forms import book_argument, command
from governance.commandline.session import Session
from governance.language import _, plural

if TYPE_CHECKING:
    from governance.searching.sought import Sought
    from governance.state.fold import Fold


def add_commands(commands: Any) -> None:
    """Add search."""
    search = command(
        commands,
        "search",
        _search,
        summary=_("find the entries that hold some words, or that are about somebody or something"),
        examples=(
            "  referat search integrationsraadet sprogcafé\n"
            "  referat search integrationsraadet kvote --from 2021-01-01 --to 2022-12-31\n"
            "  referat search integrationsraadet --member møller --kind ItemDecided\n"
            "  referat search integrationsraadet udsat --meeting 2022-09-28 --json"
        ),
    )
    book_argument(search)
    search.add_argument(
        "words", metavar=_("WORD"), nargs="*", help=_("every one of these; the beginning of a word will do")
    )
    search.add_argument(
        "--kind", dest="kinds", action="append", default=[], metavar="EVENT", help=_("only this kind, e.g. ItemDecided")
    )
    search.add_argument("--member", metavar=_("NAME"), help=_("only what is about this person"))
    search.add_argument("--matter", metavar=_("TITLE"), help=_("only what belongs to this matter"))
    search.add_argument("--meeting", metavar="MEETING", help=_("only what belongs to this meeting: its id or date"))
    search.add_argument("--from", dest="first", metavar=_("DATE"), help=_("only what took effect on this day or later"))
    search.add_argument("--to", dest="last", metavar=_("DATE"), help=_("only what took effect on this day or earlier"))
    search.add_argument("--recorded-by", default="", metavar=_("NAME"), help=_("only what this person recorded"))
    search.add_argument("--limit", type=int, metavar="N", help=_("the first N only"))
    search.add_argument("--rebuild", action="store_true", help=_("make the index anew first"))
    search.add_argument("--json", action="store_true", help=_("as JSON Lines"))


def _search(session: Session, options: Namespace) -> int:
    import msgspec

    from governance.commandline.output import progress, put, put_line, say
    from governance.log_lines import LogLines
    from governance.searching.finding import Search, kept_up
    from governance.searching.index import SearchIndex
    from governance.searching.sought import NothingSought

    book = session.book(options.book)
    lines = LogLines(book)
    sought = _sought(lines.fold, options)
    if not sought.asks and not options.rebuild:
        raise NothingSought
    index = SearchIndex(session.record, read_only=session.read_only)
    try:
        if options.rebuild:
            index.rebuild()
        for _reached in progress(kept_up(session.log, index, book.name), None, _("Taking in the words")):
            pass
        numbers = Search(session.log, index, book.name, sought).numbers(limit=options.limit or -1)
    finally:
        index.close()
    for number in numbers:
        for entry in book.entries(after=number - 1, upto=number):
            if options.json:
                put(msgspec.json.encode(lines.as_data(entry)) + b"\n")
            else:
                put_line(lines.as_text(entry))
    if sought.asks:
        say(plural("{count} entry found.", "{count} entries found.", len(numbers)).format(count=len(numbers)))
    return 0


def _sought(fold: "Fold", options: Namespace) -> "Sought":
    from governance.commandline.session import meeting_meant
    from governance.searching.meaning import first_day, last_day, matter_meant, person_meant
    from governance.searching.sought import Sought

    about = [person_meant(fold, options.member)] if options.member else []
    about += [matter_meant(fold, options.matter)] if options.matter else []
    about += [meeting_meant(fold, options.meeting).id] if options.meeting else []
    return Sought(
        words=" ".join(options.words),
        kinds=tuple(_kind_meant(kind) for kind in options.kinds),
        about=tuple(about),
        first=first_day(options.first) if options.first else None,
        last=last_day(options.last) if options.last else None,
        by=options.recorded_by,
    )


def _kind_meant(said: str) -> str:
    from events.catalogue import EVENT_TYPES
    from events.errors import N_, RefusedEvent

    if said not in EVENT_TYPES:
        raise RefusedEvent(
            N_("There is no event '{name}'. The events are: {names}."), name=said, names=", ".join(EVENT_TYPES)
        )
    return said
