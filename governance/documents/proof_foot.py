"""The foot of issued minutes: what proves them. It stands below the document and is no part of it.

Above the foot is the document, byte for byte; the foot begins with a line of its own. It tells the log's name, the number
of entries, the whole root, what was issued and who signed with which key, and holds the checkpoint as a QR code, so that
somebody with the paper alone holds a checkpoint.
"""

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Literal

import msgspec

from events.proofs.checkpoints import SignedCheckpoint
from events.proofs.encoding import encoded
from governance.wording.speaking import day

BEGINS = {"md": "## Bevis for dette referat", "txt": "BEVIS FOR DETTE REFERAT"}
"""The line with which the foot begins, by the form of the document."""

_FOOT = re.compile(
    rf"^(?:{'|'.join(map(re.escape, BEGINS.values()))})\n(?:.*\n){{1,4}}?.*Log: referat/[a-z2-7]{{16}}\n", re.M
)
_QUIET = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""


class SignedBy(msgspec.Struct, frozen=True):
    """Somebody who signed the minutes with a key, on a day (ISO date)."""

    name: str
    day: str
    fingerprint: str


class Issue(msgspec.Struct, frozen=True):
    """The entry that issued the minutes, up to which entry they tell the book, and the SHA-256 of that document."""

    entry: int
    through: int
    sha256: str


def proof_foot(
    document: str,
    form: Literal["md", "txt"],
    book: str,
    issue: Issue,
    signed: SignedCheckpoint,
    hands: Sequence[SignedBy],
) -> str:
    """Return the foot for a document in one of its forms; it ends in a line feed."""
    made = signed.checkpoint
    told = [
        f"Bog: {book}",
        f"Log: {made.origin}",
        f"Førelser: {made.size}",
        f"Rod: {encoded(made.root)}",
        f"Udstedt i førelse {issue.entry} som bogen var efter førelse {issue.through}, med SHA-256 {issue.sha256}",
        f"Teksten ovenfor har SHA-256 {sha256(document.encode()).hexdigest()}",
        *(f"Underskrevet af {hand.name} {day(hand.day)} med nøglen {hand.fingerprint}" for hand in hands),
    ]
    code = qr_text(signed.written())
    if form == "md":
        points = "\n".join(f"- {line}" for line in told)
        return f"{BEGINS[form]}\n\n{points}\n\n```\n{code}```\n"
    lines = "\n".join(told)
    return f"{BEGINS[form]}\n\n{lines}\n\n{code}"


def without_foot(text: str) -> str:
    """Return a document without the foot, where it has one."""
    found = _FOOT.search(text) if "Log: referat/" in text else None
    return text[: found.start()] if found is not None else text


def qr_text(data: bytes) -> str:
    """Return a QR code in half blocks, two rows of modules a line, with the white around it."""
    import segno

    beside = [False] * _QUIET
    code = segno.make(data, error="l", boost_error=False, micro=False)
    rows = [[*beside, *map(bool, row), *beside] for row in code.matrix]
    width = len(rows[0])
    white = [[False] * width for _ in range(_QUIET)]
    rows = [*white, *rows, *white]
    if len(rows) % 2:
        rows.append([False] * width)
    return "".join(
        "".join(_HALVES[upper, lower] for upper, lower in zip(rows[at], rows[at + 1], strict=True)).rstrip() + "\n"
        for at in range(0, len(rows), 2)
    )


_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
