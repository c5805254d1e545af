"""Commands that amend by addition: strike, correct."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from governance.commandline.forms import book_argument, command
from governance.commandline.session import Session
from governance.language import _

_SHORTEST_SHA = 8

if TYPE_CHECKING:
    from events.catalogue import Authority
    from governance.book import Book


def add_commands(commands: Any) -> None:
    """Add strike and correct."""
    strike = command(
        commands,
        "strike",
        _strike,
        summary=_("strike an entry, or everything taken over from a document; both stay readable"),
        examples=(
            "  referat strike integrationsraadet 46 --reason 'Forkert punkt'\n"
            "  referat strike integrationsraadet 30 --reason 'Forkert møde' --with-dependents\n"
            "  referat strike --import a5dbdd248d"
        ),
    )
    book_argument(strike, optional=True)
    strike.add_argument("number", metavar="N", nargs="?", type=int, help=_("the entry"))
    strike.add_argument(
        "--import",
        dest="source",
        metavar="SHA",
        help=_("all that was taken over from the file with this SHA-256 (the first 8 digits or more)"),
    )
    strike.add_argument("--with-dependents", action="store_true", help=_("strike the entries that build on it too"))
    correct = command(
        commands,
        "correct",
        _correct,
        summary=_("correct an entry: fields that are given replace those of the entry"),
        examples=(
            "  referat correct integrationsraadet 46 --data '{\"text\": \"Punktet er udsat til næste møde.\"}' --reason 'Slåfejl'\n"
            "  referat correct integrationsraadet 11 --effective 2018-01-01 --reason 'Udpeget af byrådet'"
        ),
    )
    book_argument(correct)
    correct.add_argument("number", metavar="N", type=int, help=_("the entry"))
    correct.add_argument(
        "--data", metavar="JSON", default="{}", help=_("the fields that read otherwise; null takes one out")
    )
    correct.add_argument(
        "--event", metavar="EVENT", help=_("another event in its place; then --data holds all of its fields")
    )
    correct.add_argument("--effective", metavar=_("DATE"), help=_("when it took effect, where that was wrong"))
    for parser in (strike, correct):
        parser.add_argument("--reason", metavar=_("TEXT"), help=_("why"))
        parser.add_argument(
            "--authority", metavar="MEETING|written", help=_("who allowed it, once the minutes are issued")
        )
        parser.add_argument("--json", action="store_true", help=_("print the entries as JSON Lines"))


def _strike(session: Session, options: Namespace) -> int:
    if options.source:
        return _strike_import(session, options)
    from events.catalogue import EntryStruck
    from events.errors import N_, RefusedEvent
    from governance.commandline.reporting import report_entries
    from governance.striking import struck_with_dependents

    if options.book is None or options.number is None:
        raise RefusedEvent(N_("Name the book and the entry to strike, or a document with --import SHA."))
    book = session.book(options.book, to_write=True)
    event = EntryStruck(entry=options.number, reason=_reason(options), authority=_authority(book, options.authority))
    entries = book.carry_out(struck_with_dependents(book, event, all_of_them=options.with_dependents))
    report_entries(book, entries, as_json=options.json)
    return 0


def _strike_import(session: Session, options: Namespace) -> int:
    from governance.commandline.output import say
    from governance.commandline.reporting import report_entries
    from governance.importing.taking_back import TakingBack, sources_in

    names = [session.book(options.book).name] if options.book else [head.book for head in session.log.books()]
    source, holding = _source_meant(options.source, {name: sources_in(session.book(name).entries()) for name in names})
    for name in holding:
        book = session.book(name, to_write=True)
        authority = _authority(book, options.authority)
        back = TakingBack(book.name, source, options.reason, book.today(), authority=authority)
        entries = book.carry_out(back.plan)
        report_entries(book, entries, as_json=options.json)
        say(_("{book}: {count} entries of {source} struck.").format(book=name, count=back.struck, source=source[:12]))
        for number, reason in back.kept:
            say(_("Entry {number} stands: {reason}").format(number=number, reason=reason))
    return 0


def _source_meant(said: str, held: dict[str, set[str]]) -> tuple[str, list[str]]:
    from events.errors import N_, RefusedEvent

    if len(said) < _SHORTEST_SHA:
        raise RefusedEvent(
            N_("Give at least {least} digits of the SHA-256; {said} has {given}."),
            least=_SHORTEST_SHA,
            said=said,
            given=len(said),
        )
    found = sorted({source for sources in held.values() for source in sources if source.startswith(said.lower())})
    if len(found) != 1:
        raise RefusedEvent(
            N_("No single document has a SHA-256 that begins with {said}. Documents taken over: {known}."),
            said=said,
            known=", ".join(sorted({source[:12] for sources in held.values() for source in sources})) or "-",
        )
    return found[0], [book for book, sources in held.items() if found[0] in sources]


def _correct(session: Session, options: Namespace) -> int:
    import msgspec

    from events.border import event_from
    from events.catalogue import Correctable, EntryCorrected
    from events.errors import N_, RefusedEvent
    from events.moments import Effective
    from governance.book import NoSuchEntry
    from governance.commandline.recording import fields_from
    from governance.commandline.reporting import report_entries
    from governance.rules.act import Act

    book = session.book(options.book, to_write=True)
    original = next(book.entries(after=options.number - 1, upto=options.number), None) if options.number > 0 else None
    if original is None:
        raise NoSuchEntry(N_("There is no entry {number} in the book."), number=options.number)
    reads = book.amendments().in_force(original) or original
    fields, name = fields_from(options.data), options.event or type(reads.event).__name__
    if options.event is None:
        merged = {**msgspec.to_builtins(reads.event), **fields}
        fields = {key: value for key, value in merged.items() if value is not None and key != "type"}
    replacement = event_from(name, fields)
    if not isinstance(replacement, Correctable):
        raise RefusedEvent(N_("{name} is an act on the record and cannot replace an entry."), name=name)
    if replacement == reads.event and options.effective in (None, reads.effective):
        raise RefusedEvent(
            N_(
                "Nothing would change: entry {number} reads so already. Give the fields that read otherwise with --data."
            ),
            number=options.number,
        )
    event = EntryCorrected(
        entry=options.number,
        replacement=replacement,
        effective=Effective(options.effective) if options.effective else None,
        reason=_reason(options),
        authority=_authority(book, options.authority),
    )
    report_entries(book, book.record(Act(event=event)), as_json=options.json)
    return 0


def _reason(options: Namespace) -> str:
    from events.errors import N_, RefusedEvent

    if not options.reason:
        raise RefusedEvent(N_("Say why with --reason; the reason stands in the book beside what it changes."))
    return str(options.reason)


def _authority(book: "Book", said: str | None) -> "Authority | None":
    from events.catalogue import Authority, AuthorityKind
    from governance.commandline.session import meeting_meant

    if said is None:
        return None
    if said == "written":
        return Authority(kind=AuthorityKind.WRITTEN_PROCEDURE)
    return Authority(kind=AuthorityKind.MEETING, meeting=meeting_meant(book.current(), said).id)
