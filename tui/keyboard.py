"""Terminals that lose letters: Windows Terminal drops what is typed with AltGr (@ { } €) under the kitty protocol."""

from collections.abc import Mapping

from textual.driver import Driver

_PLAIN_KEYS = "\x1b[<u"
"""Takes back the protocol that the library asks every terminal for."""


def loses_letters(environment: Mapping[str, str]) -> bool:
    """Tell whether the application runs in Windows Terminal, there or in a Linux inside Windows."""
    return "WT_SESSION" in environment


def with_plain_keys(driver: type[Driver]) -> type[Driver]:
    """Return a driver that takes the keyboard protocol back as soon as it was asked for."""

    class PlainKeys(driver):  # type: ignore[valid-type,misc]
        """The driver of this system, with keys as terminals have always sent them."""

        def start_application_mode(self) -> None:
            """Begin, and take the protocol back."""
            super().start_application_mode()
            self.write(_PLAIN_KEYS)
            self.flush()

    return PlainKeys
