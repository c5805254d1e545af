"""Making a command with its help and examples."""

import argparse
from collections.abc import Callable
from typing import Any

from governance.language import _


def command(
    commands: Any, name: str, run: Callable[..., int], *, summary: str, examples: str = ""
) -> argparse.ArgumentParser:
    """Add a command to the parser and return it for its arguments."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=summary,
        description=summary,
        epilog=_("Examples:") + f"\n{examples}" if examples else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    parser.add_argument("--by", metavar=_("NAME"), default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def book_argument(parser: argparse.ArgumentParser, *, optional: bool = False) -> None:
    """Add the argument that names a book, with completion."""
    argument: Any = parser.add_argument(
        "book", metavar="BOOK", nargs="?" if optional else None, help=_("the book, as `referat books` names it")
    )
    argument.completer = book_names


def at_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that goes back to an entry or a moment."""
    parser.add_argument(
        "--at",
        metavar=_("N|MOMENT"),
        help=_("as the book stood after entry N, or at a moment (2026-11-21, 2026-11-21T15:30)"),
    )


def output_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that writes to a file."""
    parser.add_argument("-o", "--output", metavar=_("FILE"), help=_("write to a file instead of standard output"))


def trust_option(parser: argparse.ArgumentParser, what: str) -> None:
    """Add the option that names public keys that the reader trusts; ``what`` is its help."""
    parser.add_argument("--trust", metavar=_("FILE"), action="append", default=[], help=what)


def book_names(parsed_args: argparse.Namespace, **_rest: object) -> list[str]:
    """Return the books there are, for completion."""
    from events.errors import ReferatError
    from governance.commandline.session import Session

    try:
        session = Session(parsed_args)
        return [head.book for head in session.log.books()]
    except ReferatError:
        return []
