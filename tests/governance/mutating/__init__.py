"""The two real minutes, changed by chance: other people, days, items, outcomes and looks, with the labels that are then right.

The same number always gives the same text. Nothing here knows how the reader works.
"""

from tests.governance.mutating.drawing import drawn
from tests.governance.mutating.layout import written
from tests.governance.mutating.source import Source, sources

__all__ = ["Source", "drawn", "sources", "written"]
