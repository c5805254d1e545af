"""Issuing minutes: what the entry needs that only the book can tell, the entry they tell up to and their digest."""

from hashlib import sha256
from typing import Any

from governance.book import Book
from governance.documents.composing import compose_minutes
from governance.documents.writing.document import write


def completed(fields: dict[str, Any], book: Book) -> dict[str, Any]:
    """Return the fields of MinutesIssued with ``through`` (the last entry) and the digest of the Markdown minutes, where
    they were left out.
    """
    fold = book.current()
    meeting = fold.meetings.get(fields.get("meeting", ""))
    filled = {"through": fold.number, **fields}
    if "document_sha256" not in filled and meeting is not None and meeting.date:
        document = compose_minutes(fold, book.standing(), meeting)
        filled["document_sha256"] = sha256(write(document, "md").encode()).hexdigest()
    return filled
