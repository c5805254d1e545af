"""Rules about keys: whose they are, and that a signature is made with one that counts."""

from events.catalogue import KeyEnrolled, KeyRevoked, SignOff
from events.errors import N_
from events.ids import PersonId
from events.moments import Effective
from governance.rules import known
from governance.rules.act import RuleRefused
from governance.state.fold import Fold


def key_enrolled(fold: Fold, event: KeyEnrolled, _when: Effective | None) -> KeyEnrolled:
    """A key is enrolled once, for one person: also one that was revoked is not taken in again."""
    known.person(fold, event.person)
    for held in fold.keys.values():
        if held.public_key == event.public_key:
            name = fold.persons.get(held.person, held.person)
            raise RuleRefused(
                N_("The key has been enrolled for {name} already (entry {number})."), name=name, number=held.number
            )
    return event


def key_revoked(fold: Fold, event: KeyRevoked, _when: Effective | None) -> KeyRevoked:
    """A key that counts is revoked, once."""
    held = fold.keys.get(event.key)
    if held is None:
        raise RuleRefused(N_("There is no key {id} in the book."), id=event.key)
    if held.revoked_in is not None:
        raise RuleRefused(
            N_("The key {id} has been revoked already (entry {number})."), id=event.key, number=held.revoked_in
        )
    return event


def require_own_key(fold: Fold, person: PersonId, sign_off: SignOff) -> None:
    """Raise RuleRefused where a signature was made with a key that does not count as this person's."""
    held = fold.keys.get(sign_off.key)
    if held is None or held.revoked_in is not None or held.person != person:
        raise RuleRefused(
            N_("The key {id} does not count as {name}'s in this book. Enrol it first: referat key enrol"),
            id=sign_off.key,
            name=fold.persons.get(person, person),
        )
    if sign_off.size > fold.number:
        raise RuleRefused(
            N_("What was signed cannot have {size} entries: the book ends at {number}."),
            size=sign_off.size,
            number=fold.number,
        )
