"""What came of an item, when more than one thing was said under it: the weightiest counts."""

from collections.abc import Iterable

from governance.state.item import ItemOutcome

WEIGHTS: dict[ItemOutcome, int] = {
    "unknown": 0,
    "none": 1,
    "discussed": 2,
    "noted": 3,
    "approved": 4,
    "rejected": 5,
    "decided": 6,
    "elected": 7,
    "postponed": 8,
}


def weightiest(outcomes: Iterable[str]) -> ItemOutcome | None:
    """Return the weightiest of the outcomes, or None where there is none."""
    found = set(outcomes)
    return max((outcome for outcome in WEIGHTS if outcome in found), key=WEIGHTS.__getitem__, default=None)
