"""With which key a checkpoint is signed, and what is said where none signs it."""

import os
from argparse import Namespace
from typing import TYPE_CHECKING

from governance.language import _

if TYPE_CHECKING:
    from events.proofs.ssh_keys import PrivateKey


def checkpoint_key(options: Namespace) -> "PrivateKey | None":
    """Return the key that signs a checkpoint: the one named, or the only one; None where there is none to be had."""
    import sys

    from events.errors import ReferatError
    from governance.commandline.keys import unlocked
    from governance.keyring import key_meant

    try:
        meant = key_meant(os.environ, options.key)
        asked = options.key or options.passphrase_file or sys.stdin.isatty()
        return unlocked(options, meant) if asked or not meant.is_protected() else None
    except ReferatError:
        if options.key or options.passphrase_file:
            raise
        return None


def tell_unsigned(key: "PrivateKey | None", options: Namespace) -> None:
    """Say so where no key signed a checkpoint that nobody asked to be left unsigned, and how to choose one."""
    from governance.commandline.output import say

    if key is not None or options.key:
        return
    if _has_several_keys():
        say(
            _(
                "You have several keys, and --key did not say which: the checkpoint is not signed. "
                "Choose one with --key NAME or REFERAT_KEY; referat key list names them."
            )
        )
    else:
        say(_("No key was at hand: the checkpoint is not signed. It still holds the book to what it is now."))


def _has_several_keys() -> bool:
    from events.errors import ReferatError
    from governance.keyring import KeyUnclear, key_meant

    try:
        key_meant(os.environ, None)
    except KeyUnclear:
        return True
    except ReferatError:
        return False
    return False
