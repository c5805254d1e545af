"""Erased words, in words: which, on what basis, and who decided it."""

from events.catalogue import WordsErased
from governance.language import _
from governance.state.model import Erasure
from governance.wording.labels import words_listed


def erasure_line(said: WordsErased | Erasure) -> str:
    """Return in one line what was erased, on what legal basis, and by whose authority."""
    return _("Words erased in entry {number}: {fields}. Basis: {basis}. Decided by: {authority}.").format(
        number=said.entry,
        fields=words_listed(said.fields),
        basis=said.basis.rstrip("."),
        authority=said.authority.rstrip("."),
    )
