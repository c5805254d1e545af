"""The command that hands out a copy of a book: for the auditor, or for everybody."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from governance.commandline.forms import book_argument, command
from governance.commandline.keys import key_option, passphrase_option
from governance.commandline.session import Session
from governance.language import _, plural


def add_commands(commands: Any) -> None:
    """Add handout."""
    handout = command(
        commands,
        "handout",
        _handout,
        summary=_("write a copy of a book for the auditor, with its SHA-256 and the checkpoint beside it"),
        examples=(
            "  referat handout integrationsraadet -o revision-2022.referat\n"
            "  referat handout integrationsraadet --public -o offentlig.referat"
        ),
    )
    book_argument(handout)
    handout.add_argument(
        "-o", "--output", metavar=_("FILE"), required=True, help=_("the file to write; it must not be there")
    )
    handout.add_argument(
        "--public",
        action="store_true",
        help=_("without the words of closed items, reasons for being away, and the words of non-members"),
    )
    key_option(handout)
    passphrase_option(handout)


def _handout(session: Session, options: Namespace) -> int:
    from governance.commandline.output import put_line
    from governance.commandline.signing_checkpoints import checkpoint_key, tell_unsigned
    from governance.handing_out import hand_out

    book = session.book(options.book)
    target = Path(options.output).expanduser()
    key = checkpoint_key(options)
    done = hand_out(session.log, book.name, target, key, public=options.public)
    session.keep(book.name, done.checkpoint)
    put_line(f"{done.sha256}  {done.copy.name}")
    made = done.checkpoint.checkpoint
    count = plural("{count} entry", "{count} entries", made.size).format(count=made.size)
    put_line(
        _("{copy}: {entries}. The SHA-256 lies in {sums}, the checkpoint in {note}.").format(
            copy=done.copy, entries=count, sums=done.sums.name, note=done.note.name
        )
    )
    if done.attachments:
        said = plural("{count} attached document", "{count} attached documents", done.attachments)
        put_line(said.format(count=done.attachments))
    tell_unsigned(key, options)
    return 0
