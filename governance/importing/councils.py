"""Whose book a document belongs in: the council it names, by its usual name and kind."""

import re
import unicodedata
from collections.abc import Iterable

from events.catalogue import CouncilEstablished, CouncilKind
from governance.danish.names import folded
from governance.documents.model import Document

_KINDS = (
    (r"integrationsråd", CouncilKind.INTEGRATION_COUNCIL),
    (r"(?:ældre|senior)råd", CouncilKind.SENIORS_COUNCIL),
    (r"handicapråd", CouncilKind.DISABILITY_COUNCIL),
    (r"ungdomsråd|ungeråd", CouncilKind.YOUTH_COUNCIL),
    (r"byråd|kommunalbestyrelse|borgerrepræsentation", CouncilKind.MUNICIPAL_COUNCIL),
    (r"udvalg", CouncilKind.COMMITTEE),
    (r"bestyrelse|forening|klub", CouncilKind.ASSOCIATION_BOARD),
)
_SPELLED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "ð": "d", "þ": "th", "ł": "l"})


def council_of(document: Document) -> tuple[str, CouncilKind]:
    """Return name and kind of the council whose document it is."""
    name = document.body or ""
    return name, kind_of_council(name)


def kind_of_council(name: str) -> CouncilKind:
    """Return the kind of a council, as far as its name shows."""
    return next((kind for pattern, kind in _KINDS if re.search(pattern, name, re.I)), CouncilKind.OTHER)


def is_council(councils: Iterable[CouncilEstablished], document: Document) -> bool:
    """Tell whether a book is that of the council that a document names, by any of the names that it had."""
    return any(_is_it(council, document) for council in councils)


def _is_it(council: CouncilEstablished, document: Document) -> bool:
    if document.body is None or folded(council.name) != folded(document.body):
        return False
    known = council.municipality is not None and document.municipality is not None
    return not known or folded(council.municipality or "") == folded(document.municipality or "")


def slug_for(name: str, municipality: str | None, taken: Iterable[str]) -> str:
    """Return a name for a new book: lower-case ASCII letters, digits and hyphens, not taken yet."""
    said = f"{name} {municipality or ''}".lower().translate(_SPELLED)
    plain = unicodedata.normalize("NFD", said).encode("ascii", "ignore").decode("ascii")
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "bog"
    used, number = set(taken), 2
    candidate = slug[:60].rstrip("-")
    while candidate in used:
        candidate, number = f"{slug[:57].rstrip('-')}-{number}", number + 1
    return candidate
