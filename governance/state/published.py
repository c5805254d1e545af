"""What the parts of the published state have in common."""

import msgspec

Between = tuple[str | None, str | None]
"""Two days: after the first and no later than the second; null where that end is open."""


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the published state."""
