"""Books that together hold one event of every type, with every field set, in orders that the rules allow."""

from events.catalogue import AnyEvent
from tests.each import followup, foundation, meetings, people

Acts = list[tuple[AnyEvent, str | None]]

BOOKS: dict[str, Acts] = {
    "foundation": foundation.book(),
    "people": people.book(),
    "meetings": meetings.book(),
    "followup": followup.book(),
}
