"""What is said where a word is not there: it was erased, or it is not for those who see it."""

from events.errors import N_
from events.text import ERASED, WITHHELD
from governance.language import _

_SAID = {ERASED: N_("[erased]"), WITHHELD: N_("[withheld]")}


def missing_said(text: str) -> str:
    """Return the text with what stands for missing words in the language that is spoken.

    For lines on a screen or a terminal, not for documents and data: who reads those in knows missing words by their codes.
    """
    if "[" in text:
        for stored, words in _SAID.items():
            if stored in text:
                text = text.replace(stored, _(words))
    return text
