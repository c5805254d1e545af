"""A reason: why a field that was worked out is as it is."""

import msgspec

from governance.state.fold import Fold
from governance.state.model import State
from governance.state.published import Published

About = dict[str, str | int]


class Reason(Published, frozen=True, kw_only=True):
    """One reason. ``kind`` is its stable name; ``about`` has what its words need: ids, ISO dates, numbers, words."""

    kind: str
    about: About


class Looked(msgspec.Struct, frozen=True):
    """The book that is looked at: as it was folded, as it was published, and on which day where one was asked for."""

    fold: Fold
    state: State
    on: str | None = None


def reason(kind: str, **about: str | int | None) -> Reason:
    """Return a reason; what is not known is left out."""
    return Reason(kind=kind, about={name: value for name, value in about.items() if value is not None})
