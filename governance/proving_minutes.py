"""Issued minutes with their foot: made from the book as it is, with a checkpoint over as many entries as are told."""

from typing import Literal

from events.ids import MeetingId
from events.log import Log
from events.moments import order_of
from events.proofs.checkpoints import sign_checkpoint, unsigned
from events.proofs.ssh_keys import PrivateKey
from events.proofs.tree import BookTree
from governance.book import Book
from governance.documents.proof_foot import Issue, SignedBy, proof_foot
from governance.planning.minutes import minutes_now
from governance.state.fold import Fold
from governance.wording.lines.keys import fingerprint


def with_foot(
    text: str, form: Literal["md", "txt"], log: Log, fold: Fold, meeting: MeetingId, key: PrivateKey | None
) -> str:
    """Return the minutes of a meeting with the foot that proves them; as they are where they have not been issued."""
    held = fold.meetings[meeting]
    if held.issued_in is None or held.issued_through is None or held.issued_sha256 is None:
        return text
    made = BookTree(log, fold.book).checkpoint(fold.number)
    signed = sign_checkpoint(made, made.origin, key.public.raw, key.sign) if key is not None else unsigned(made)
    issue = Issue(held.issued_in, held.issued_through, held.issued_sha256)
    hands = [
        SignedBy(
            fold.persons.get(one.person, one.person),
            order_of(one.effective)[:10],
            fingerprint(fold.keys[one.sign_off.key].public_key),
        )
        for one in held.signatures
        if one.sign_off is not None and one.sign_off.key in fold.keys
    ]
    return text + proof_foot(text, form, fold.book, issue, signed, hands)


def proved_minutes(book: Book, meeting: MeetingId, form: Literal["md", "txt"], key: PrivateKey | None) -> str:
    """Return the minutes of a meeting as they read now, with the foot that proves them where they have been issued."""
    return with_foot(minutes_now(book, meeting, form).text, form, book.log, book.current(), meeting, key)
