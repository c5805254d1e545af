"""One line for each act: whose keys count."""

from collections.abc import Callable
from typing import Any

from events.catalogue import Event, KeyEnrolled, KeyRevoked
from events.errors import ReferatError
from events.proofs.ssh_keys import read_public_key
from governance.language import _
from governance.state.fold import Fold
from governance.wording.speaking import person, quoted


def fingerprint(public_key: str) -> str:
    """Return a key's fingerprint as OpenSSH shows it; the key itself where it is none."""
    try:
        return read_public_key(public_key).fingerprint
    except ReferatError:
        return public_key


def _enrolled(fold: Fold, event: KeyEnrolled) -> str:
    said = _("Key of {name} enrolled: {fingerprint}")
    return said.format(name=person(fold, event.person), fingerprint=fingerprint(event.public_key))


def _revoked(fold: Fold, event: KeyRevoked) -> str:
    held = fold.keys.get(event.key)
    name = person(fold, held.person) if held is not None else event.key
    return _("Key of {name} revoked ({key})").format(name=name, key=event.key) + quoted(event.reason)


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {KeyEnrolled: _enrolled, KeyRevoked: _revoked}
