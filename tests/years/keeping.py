"""What is kept beside the minutes: the secretary's key, attached documents, and words that are erased in time."""

from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from events.attachments import Attachments
from events.catalogue import DocumentAttached, KeyEnrolled, KeyRevoked, WordsErased
from events.ids import KeyId
from events.proofs.ssh_keys import PublicKey

if TYPE_CHECKING:
    from tests.years.calendar import Occasion
    from tests.years.life import Life

_ERASED_AFTER = timedelta(days=60)


def look_ahead(life: "Life", year: int) -> None:
    """Put into the diary that the secretary takes a key into use; each year's follows that of the year before."""
    life.at(date(year, 1, 20), partial(_takes_key, life, date(year, 1, 20)))


def _takes_key(life: "Life", day: date) -> None:
    if life.key is not None:
        life.tell(KeyRevoked(key=life.key, reason="Afløst af en ny nøgle"), day)
    held = PublicKey(sha256(f"{life.body.book} {day.year}".encode()).digest())
    enrolled = KeyEnrolled(person=life.people.secretary, public_key=held.line)
    life.key = life.ledger.make(KeyId, enrolled, day)


def attaches(life: "Life", occasion: "Occasion", day: date) -> None:
    """Attach a document to the first regular meeting of a year."""
    assert occasion.id is not None
    if occasion is not next((one for one in life.occasions if one.regular and one.day.year == occasion.day.year), None):
        return
    files = Attachments(life.ledger.record)
    with TemporaryDirectory() as folder:
        document = Path(folder) / f"Årsplan {occasion.day.year}.txt"
        document.write_text(f"Årsplan for {life.body.name}, {occasion.day.year}\n", encoding="utf-8")
        kept = files.take_in(document)
    life.tell(DocumentAttached(meeting=occasion.id, name=document.name, sha256=kept.sha256, size=kept.size), day)
    life.ledger.turn()
    files.settle(kept.sha256)


def erases_in_time(life: "Life", remark: int, day: date) -> None:
    """Erase the words of the first remark of a book after a while."""
    if not life.erases:
        life.erases = True
        event = WordsErased(
            entry=remark,
            fields=("/event/text",),
            basis="Databeskyttelsesforordningen art. 17",
            authority="Kommunens databeskyttelsesrådgiver",
        )
        life.at(day + _ERASED_AFTER, lambda: life.ledger.tell(event))
