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

TreeRoot = Annotated[str, "root"]
"""The root of a book's Merkle tree: 32 bytes in standard base64, as a checkpoint writes it."""

PublicKey = Annotated[str, "public-key"]
"""An Ed25519 public key as OpenSSH writes it, without a comment: ``ssh-ed25519 AAAA…``."""

SshSignature = Annotated[str, "ssh-signature"]
"""An SSHSIG signature (OpenSSH's PROTOCOL.sshsig) in base64 on one line, without its first and last line."""

WordDigest = Annotated[str, "word-digest"]
"""The salted digest of a word (RFC 9901 section 4.2.3): 32 bytes in base64url."""

Fingerprint = Annotated[str, "word", "sha256"]
"""A SHA-256 digest that stands beside the body as a word does, for what may have to be erased."""

Pointer = Annotated[str, "pointer"]
"""Where a word stands in an entry: the RFC 6901 pointer into its body, such as ``/event/text``."""


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
