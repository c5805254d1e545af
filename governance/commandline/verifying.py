"""The command that verifies: every entry, the tree, signatures, attached files, and what somebody kept outside."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from governance.commandline.forms import book_names, command, trust_option
from governance.commandline.session import Session
from governance.commandline.timestamping import certificate_option, trusted_certificates
from governance.language import _, plural

if TYPE_CHECKING:
    from governance.audited import Audit

BAD = 5
"""What the command ends with where something is not as it was recorded."""


def add_commands(commands: Any) -> None:
    """Add verify."""
    verify = command(
        commands,
        "verify",
        _verify,
        summary=_("read every entry of the record and check that it is as it was recorded"),
        examples=(
            "  referat verify\n"
            "  referat verify --checkpoint 2022-09-28.checkpoint --checkpoint revisor.txt\n"
            "  referat verify revision-2022.referat --json\n"
            "  referat verify --checkpoint 2022-09-28.checkpoint --timestamp-ca tid-rod.pem"
        ),
    )
    book: Any = verify.add_argument(
        "what", metavar="BOOK|FILE", nargs="?", help=_("only this book, or another file: a record or JSON Lines")
    )
    book.completer = book_names
    verify.add_argument(
        "--checkpoint",
        metavar=_("FILE"),
        action="append",
        default=[],
        help=_("a checkpoint that was kept outside the record: the book has to begin with it; may be given many times"),
    )
    verify.add_argument(
        "--public",
        action="store_true",
        help=_("it is a public copy: that words are left out is as it should be"),
    )
    trust_option(verify, _("a public key (.pub) of a witness, whose cosignature on a checkpoint is then checked"))
    certificate_option(verify)
    verify.add_argument("--json", action="store_true", help=_("as JSON"))


def _verify(session: Session, options: Namespace) -> int:
    import os

    from events.errors import N_, RefusedEvent
    from governance.auditing import audit
    from governance.commandline.output import put
    from governance.commandline.reading_proofs import trusted_keys
    from governance.commandline.verifying_progress import shown_progress
    from governance.cosignatures import own_keys

    record, book = _meant(session, options.what)
    trusted = trusted_certificates(options)
    if trusted is not None and not options.checkpoint:
        raise RefusedEvent(N_("--timestamp-ca goes with --checkpoint: a time stamp lies beside a checkpoint."))
    with shown_progress() as progress:
        found = audit(
            record,
            [Path(file) for file in options.checkpoint],
            book=book,
            progress=progress,
            processes=min(2, os.cpu_count() or 1),
            read_only=session.read_only,
            trusted=trusted,
            witnesses={**own_keys(os.environ), **trusted_keys(options)},
            public=options.public,
        )
    if options.json:
        put(_as_json(found))
    else:
        _tell(found, against=bool(options.checkpoint))
        if found.sound:
            _tell_times(found, checked=len(options.checkpoint) if trusted is not None else 0)
    return 0 if found.sound else BAD


def _meant(session: Session, what: str | None) -> tuple[Path, str | None]:
    """Return the file and the book that are meant. A name that a file has is the file."""
    from events.errors import RecordDamaged

    if what is None:
        return session.record, None
    if Path(what).is_file():
        return Path(what), None
    try:
        return session.record, session.book(what).name
    except RecordDamaged:  # the book may be read all the same, where its whole name was given
        return session.record, what


def _tell(found: "Audit", *, against: bool) -> None:
    from events.damage import Damage
    from events.text import cut
    from governance.commandline.output import put_line, say
    from governance.wording.audit import (
        advice_said,
        checkpoint_said,
        cosignatures_said,
        finding_said,
        missing_words,
        more_said,
        signature_said,
    )

    if not found.sound:
        first = found.report.first
        for finding in found.report.findings:
            say(finding_said(finding))
        if (more := more_said(found.report)) is not None:
            say(more)
        if first is not None:
            say(advice_said(first))
        if any(finding.damage is Damage.WORD_WITHHELD for finding in found.report.findings):
            say(_("--public says that it is a public copy."))
        for line in (line for one in found.checkpoints for line in cosignatures_said(one)):
            say(line)
        return
    for book in found.report.books:
        entries = plural("{count} entry", "{count} entries", book.entries).format(count=book.entries)
        put_line(_("{book}: {entries} as they were recorded.").format(book=cut(book.book), entries=entries))
        if against and book.checkpoint is not None:
            put_line("  " + "  ".join(book.checkpoint.text.split("\n")).rstrip())
    for line in missing_words(found):
        put_line(line)
    for signature in found.signatures:
        put_line("  " + signature_said(signature))
    if against:
        for one in found.checkpoints:
            put_line("  " + checkpoint_said(one))
            for line in cosignatures_said(one):
                put_line("  " + line)
        if any(held.holds is None for one in found.checkpoints for held in one.cosigned):
            put_line("  " + _("--trust FILE.pub names the key of a witness, so that the signature is checked."))


def _tell_times(found: "Audit", *, checked: int) -> None:
    """Tell the time that each time stamp proves or states, and which of the first ``checked`` checkpoints has none."""
    from governance.clock import now
    from governance.commandline.output import put_line
    from governance.wording.outside_time import stamp_said

    for at, one in enumerate(found.checkpoints):
        told = stamp_said(one, now())
        if told is None and at < checked:
            told = _("{name}: no time stamp lies beside it.").format(name=one.name)
        if told is not None:
            check = _("--timestamp-ca FILE checks it.") if one.stated is not None else None
            put_line("  " + " ".join(filter(None, (told, check))))


def _as_json(found: "Audit") -> bytes:
    import msgspec

    from events.proofs.encoding import encoded
    from governance.wording.audit import advice_said, finding_said

    report = found.report
    said = {
        "sound": found.sound,
        "books": [
            {
                "book": book.book,
                "entries": book.entries,
                "origin": book.checkpoint.origin if book.checkpoint else None,
                "root": encoded(book.checkpoint.root) if book.checkpoint else None,
                "erased_words": book.erased,
                "withheld_words": book.withheld,
            }
            for book in report.books
        ],
        "findings": [
            {
                "damage": one.damage.value,
                "book": one.book,
                "first": one.first,
                "last": one.last,
                "every": one.every,
                "said": finding_said(one),
                "advice": advice_said(one),
            }
            for one in report.findings
        ],
        "more_findings": report.more,
        "checkpoints": found.checkpoints,
        "signatures": found.signatures,
    }
    return msgspec.json.format(msgspec.json.encode(said), indent=2) + b"\n"
