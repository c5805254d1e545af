"""The command that looks for what is not as the law, the council's rules or the book itself would have it."""

from argparse import Namespace
from typing import Any

from governance.commandline.forms import book_argument, command
from governance.commandline.session import Session
from governance.language import _


def add_commands(commands: Any) -> None:
    """Add check."""
    check = command(
        commands,
        "check",
        _check,
        summary=_("look for what is not as the law and the council's rules would have it"),
        examples=("  referat check integrationsraadet\n  referat check integrationsraadet --on 2025-09-01 --json"),
    )
    book_argument(check)
    check.add_argument(
        "--on",
        metavar=_("DATE"),
        help=_("the day on which the book is looked at; else the day of the newest entry, never today's"),
    )
    check.add_argument("--json", action="store_true", help=_("as JSON"))


def _check(session: Session, options: Namespace) -> int:
    import msgspec

    from events.moments import applies_on
    from governance.checking import check
    from governance.checking.examined import Examined
    from governance.commandline.output import put, put_line
    from governance.commandline.session import day_meant, required_day
    from governance.wording.findings import finding_lines, finding_sentence

    book = session.book(options.book)
    on = required_day(day_meant(options.on)) if options.on is not None else None
    fold = book.fold(on=on)
    entries = (entry for entry in book.standing() if on is None or applies_on(entry.effective, on))
    found = check(Examined(fold, entries, on or book.newest_day()))
    if options.json:
        said = [{**msgspec.to_builtins(one), "said": finding_sentence(fold, one)} for one in found]
        put(msgspec.json.format(msgspec.json.encode(said), indent=2) + b"\n")
        return 0
    for line in finding_lines(fold, found):
        put_line(line)
    return 0
