"""The command that takes over minutes that exist: import."""

import sys
from argparse import Namespace
from typing import Any

from governance.commandline.forms import command
from governance.commandline.session import Session
from governance.language import _


def add_commands(commands: Any) -> None:
    """Add import."""
    parser = command(
        commands,
        "import",
        _import,
        summary=_("take over minutes and agendas that exist, as text or Markdown"),
        examples=(
            "  referat import referat-2021-06-02.txt\n"
            "  referat import *.txt --dry-run\n"
            "  referat import *.txt --dry-run --json > readings.jsonl"
        ),
    )
    parser.add_argument(
        "files", nargs="+", metavar=_("FILE"), help=_("minutes or agendas as text (.txt) or Markdown (.md)")
    )
    parser.add_argument("--book", metavar="BOOK", help=_("the book they belong in; else that of the council they name"))
    parser.add_argument("--dry-run", action="store_true", help=_("show what would be recorded, and record nothing"))
    parser.add_argument(
        "--json", action="store_true", help=_("with --dry-run: the readings as JSON Lines, one for each file")
    )
    parser.add_argument("--yes", action="store_true", help=_("do not ask before recording"))
    parser.add_argument(
        "--keep-unclear",
        action="store_true",
        help=_("take over what is clear, and keep as notes what is not (unknown names, days that do not exist)"),
    )


def _import(session: Session, options: Namespace) -> int:
    from governance.importing.files import read_files
    from governance.importing.taking_over import TakingOver
    from governance.importing.usage_file import load_usages

    if options.dry_run and options.json:
        return _print_readings(options)
    from governance.book import ActorMissing
    from governance.commandline.importing_report import print_outcome, print_proposal

    if session.actor is None and not options.dry_run:
        raise ActorMissing
    files = read_files(options.files)
    name = _book_meant(session, options.book) if options.book else None
    over = TakingOver(
        session.log,
        session.actor,
        name,
        keep_unclear=options.keep_unclear,
        usages=load_usages(session.record),
    )
    proposals = over.propose(files)
    print_proposal(proposals, with_entries=options.dry_run)
    if options.dry_run:
        return 0
    if not options.yes and sys.stdin.isatty() and not _agreed(sum(len(held.acts) for held in proposals)):
        return 0
    print_outcome(over.record(files), as_json=options.json)
    return 0


def _book_meant(session: Session, said: str) -> str:
    """Return the book that is there under this name or the beginning of it, else the name for a new one."""
    from governance.commandline.recording import new_book_name

    names = [head.book for head in session.log.books()] if session.record.exists() else []
    if said not in names and not any(name.startswith(said) for name in names):
        return new_book_name(said)
    return session.book(said).name


def _print_readings(options: Namespace) -> int:
    import msgspec

    from events.errors import ReferatError
    from governance.commandline.output import progress, put, say
    from governance.documents.reading.reading import read_text
    from governance.importing.report import reading_json
    from governance.importing.source import read_source
    from governance.language import said

    code = 0
    for name in progress(options.files, len(options.files), _("File")):
        try:
            source = read_source(name)
        except ReferatError as problem:
            say(said(problem))
            code = problem.exit_code
            continue
        put(msgspec.json.encode(reading_json(source, read_text(source.text))) + b"\n")
    return code


def _agreed(count: int) -> bool:
    question = _("Record these {count} entries? [y/N] ").format(count=count)
    print(question, end="", file=sys.stderr, flush=True)
    return sys.stdin.buffer.readline().strip().lower() in (b"y", b"yes", b"j", b"ja")
