"""Issuing minutes: what the entry needs that only the book can tell, the entry they tell up to and their digest."""

from hashlib import sha256
from typing import Any

from events.ids import MeetingId, is_id
from governance.book import Book
from governance.documents.composing import compose_minutes
from governance.documents.writing.document import write
from governance.rules import known


def completed(fields: dict[str, Any], book: Book) -> dict[str, Any]:
    """Return the fields of MinutesIssued with ``through`` (the last entry) and the digest of the Markdown minutes, where
    they were left out. Raises RuleRefused where there is no such meeting.
    """
    fold = book.current()
    filled = {"through": fold.number, **fields}
    said = fields.get("meeting")
    if "document_sha256" not in filled and isinstance(said, str) and is_id(said, MeetingId):
        document = compose_minutes(fold, book.standing(), known.meeting(fold, MeetingId(said)))
        filled["document_sha256"] = sha256(write(document, "md").encode()).hexdigest()
    return filled
