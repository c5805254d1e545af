"""The commands and their options, with help and examples."""

import argparse
import shlex
import sys
from pathlib import Path
from typing import Any, NoReturn

from governance.commandline import (
    amending,
    attaching,
    checking,
    erasing,
    explaining,
    handing_out,
    importing,
    inspecting,
    keys,
    proving,
    recording,
    searching,
    setting,
    sharing,
    signing,
    telling,
    timestamping,
    verifying,
    viewing,
)
from governance.commandline.words import standard_words
from governance.language import _


class Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in one line, and where help is."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and end with code 2."""
        from events.text import shown

        print(f"{self.prog}: {shown(message)}", file=sys.stderr)
        print(_("Help: {command} --help").format(command=self.prog), file=sys.stderr)
        raise SystemExit(2)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Whoever names a file where a command stands wants to open it."""
        if isinstance(action, argparse._SubParsersAction) and value not in action.choices and Path(value).is_file():
            opening = f"{self.prog} --record {shlex.quote(value)}"
            self.error(_("{file} is a file, no command. To open it: {command}").format(file=value, command=opening))
        super()._check_value(action, value)

    def _print_message(self, message: str, file: Any = None) -> None:
        """Help is data: it goes out in the same bytes, and fails in the same words."""
        from governance.commandline.output import flush, put

        if file in (None, sys.stdout):
            flush()
            put(message.encode())
        else:
            file.write(message)


class _Version(argparse.Action):
    """Says which version this is; looking it up takes time, so that it is done only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> NoReturn:
        from importlib.metadata import PackageNotFoundError, version

        try:
            found = version("referat")
        except PackageNotFoundError:
            found = "?"
        parser._print_message(f"referat {found}\n", sys.stdout)
        raise SystemExit(0)


def build_parser() -> Parser:
    """Return the parser of the whole command line."""
    standard_words()
    parser = Parser(
        prog="referat",
        description=_("The minute book of a council: every act an entry, nothing ever changed."),
        epilog=_("Without a command, referat opens the application in the terminal. Exit codes: see docs/operator.md."),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--record", metavar=_("PATH"), help=_("the record file (else REFERAT_RECORD, the settings, the data folder)")
    )
    parser.add_argument("--by", metavar=_("NAME"), help=_("who records (else REFERAT_BY, the settings)"))
    parser.add_argument(
        "--read-only", action="store_true", help=_("open the record for reading only: nothing is written in it")
    )
    parser.add_argument(
        "--version",
        action=_Version,
        nargs=0,
        default=argparse.SUPPRESS,
        help=_("show program's version number and exit"),
    )
    commands: Any = parser.add_subparsers(
        title=_("commands"), metavar=_("COMMAND"), dest="command", required=True, parser_class=Parser
    )
    for module in (
        importing,
        inspecting,
        searching,
        viewing,
        checking,
        explaining,
        sharing,
        telling,
        recording,
        amending,
        attaching,
        erasing,
        keys,
        signing,
        proving,
        timestamping,
        handing_out,
        verifying,
        setting,
    ):
        module.add_commands(commands)
    return parser
