"""Signing the minutes of a meeting: the signature is made on the book as it is when it is recorded."""

from collections.abc import Callable, Sequence

from events.catalogue import MinutesSigned
from events.errors import N_
from events.ids import KeyId, MeetingId, PersonId
from events.moments import Effective
from events.proofs.ssh_keys import PrivateKey
from events.text import clean
from governance.book import Book, Plan
from governance.checkpoints import log_root
from governance.history import Recorded
from governance.rules import decide
from governance.rules.act import Act, RuleRefused
from governance.signing import signed_off
from governance.state.fold import Fold


def signing_off(
    book: Book,
    meeting: MeetingId,
    person: PersonId,
    key: KeyId,
    reservation: str | None,
    unlock: Callable[[], PrivateKey],
) -> Plan:
    """Return the plan that signs the minutes of a meeting with a key. ``unlock`` is asked once, when all else is in order.

    It raises RuleRefused where the minutes cannot be signed by that person, and whatever ``unlock`` raises.
    """
    said = clean(reservation, field="reservation") if reservation is not None else None
    held: list[PrivateKey] = []

    def plan(fold: Fold, history: Recorded) -> Sequence[Act]:
        today = book.today()

        def decided(event: MinutesSigned) -> list[Act]:
            return decide(fold, Act(event=event, effective=Effective(today)), today=today, history=history)

        decided(MinutesSigned(meeting=meeting, person=person, reservation=said))
        if not held:
            held.append(unlock())
        minutes = fold.meetings[meeting]
        if held[0].public.line != fold.keys[key].public_key:
            raise RuleRefused(N_("The key that was unlocked is not the one that is enrolled."))
        over = log_root(book.log, book.name, fold.number)
        sign_off = signed_off(book.name, minutes, key, held[0], over, said)
        return decided(MinutesSigned(meeting=meeting, person=person, reservation=said, sign_off=sign_off))

    return plan
