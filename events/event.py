"""What every event is: an immutable, typed fact with a stable name, a schema version, and at most one new thing."""

from typing import Annotated, ClassVar

import msgspec

from events.ids import StatementId
from events.words import Text

Date = Annotated[str, "date"]
"""A day in the world as ISO text, ``2022-09-28``."""

ItemNumber = Annotated[str, "item-number"]
"""The number of an item as written: ``7``, ``129``, ``1a``."""

Count = Annotated[int, "count"]
"""How many there were, from 0 up."""

Sha256 = Annotated[str, "sha256"]
"""A SHA-256 digest in lower-case hexadecimal."""


class Event(
    msgspec.Struct, frozen=True, kw_only=True, tag=True, omit_defaults=True, forbid_unknown_fields=True, gc=False
):
    """A fact that was recorded. Its class name is its name in the log, for ever.

    ``introduces`` is the kind of thing that comes into the book with it; the thing's id follows from the entry number.
    ``schema_version`` counts up when the fields change; older bodies are brought up on reading.
    """

    introduces: ClassVar[type[str] | None] = None
    schema_version: ClassVar[int] = 1


class Told(Event, frozen=True, kw_only=True):
    """An event that the minutes tell.

    ``text`` is its wording in the minutes (Danish), which makes it a statement with an id of its own. Where another
    statement tells it already, ``told_in`` names that one and there is no text.
    """

    text: Text | None = None
    told_in: StatementId | None = None
