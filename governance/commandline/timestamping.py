"""The command that asks for outside time over a checkpoint, and tells it."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from governance.commandline.forms import command
from governance.commandline.session import Session
from governance.language import _

if TYPE_CHECKING:
    import argparse

    from cryptography.x509 import Certificate


def add_commands(commands: Any) -> None:
    """Add timestamp."""
    timestamp = command(
        commands,
        "timestamp",
        _timestamp,
        summary=_(
            "ask a time-stamping service to vouch for when a checkpoint was there at the latest; or check its answer"
        ),
        examples=(
            "  referat timestamp 2022-09-28.checkpoint --service https://tid.example/tsr\n"
            "  referat timestamp 2022-09-28.checkpoint --timestamp-ca tid-rod.pem"
        ),
    )
    timestamp.add_argument(
        "checkpoint", metavar="CHECKPOINT", help=_("the file with the checkpoint; the time stamp lies in FILE.tsr")
    )
    timestamp.add_argument(
        "--service", metavar="URL", help=_("ask this service, over the network (RFC 3161); it is sent a SHA-256 only")
    )
    certificate_option(timestamp)


def certificate_option(parser: "argparse.ArgumentParser") -> None:
    """Add the option that names the certificate of the time-stamping service."""
    parser.add_argument(
        "--timestamp-ca",
        metavar=_("FILE"),
        help=_("the root certificate of the time-stamping service (PEM or DER): with it, the time is proved"),
    )


def trusted_certificates(options: Namespace) -> "tuple[Certificate, ...] | None":
    """Return the certificates that the option names, or None where it is not given."""
    from events.proofs.outside_time import certificates_in
    from governance.commandline.reading_proofs import read_input

    return certificates_in(read_input(options.timestamp_ca)) if options.timestamp_ca else None


def _timestamp(_session: Session, options: Namespace) -> int:
    from events.errors import N_, RefusedEvent
    from events.proofs.leaf_lists import read_kept
    from events.proofs.outside_time import proved_time
    from governance.asking_time import ask_for_time
    from governance.clock import now
    from governance.commandline.output import OutputRefused, put, put_line, say
    from governance.timestamping import prove_time, stamp_beside
    from governance.wording.outside_time import time_said

    file = Path(options.checkpoint)
    held, stamp = read_kept(file), stamp_beside(file)
    trusted = trusted_certificates(options)
    if options.service is None and trusted is None:
        raise RefusedEvent(N_("Name a service to ask with --service, or the certificate to check with --timestamp-ca."))
    if options.service is None:
        put_line(time_said(prove_time(stamp, held.checkpoint, trusted or ()), file.name, now()))
        return 0
    if stamp.exists():
        raise OutputRefused(
            N_("{path} is there already. The older time stamp says more: it is not overwritten."), path=stamp
        )
    answer = ask_for_time(held.checkpoint, options.service)
    told = proved_time(answer, held.checkpoint, trusted) if trusted is not None else None
    put(answer, str(stamp))
    if told is not None:
        put_line(time_said(told, file.name, now()))
    put_line(_("The time stamp lies in {stamp}. Keep it beside the checkpoint.").format(stamp=stamp.name))
    if told is None:
        say(_("It has not been checked whose it is: that takes the service's certificate, --timestamp-ca FILE."))
    return 0
