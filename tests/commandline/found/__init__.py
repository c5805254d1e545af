"""Where the state tells each event of the books of one of each: for every book, event type -> place."""

from tests.commandline.found import followup, foundation, meetings, people
from tests.commandline.found.place import Found

FOUND: dict[str, dict[str, Found]] = {
    "foundation": foundation.FOUND,
    "people": people.FOUND,
    "meetings": meetings.FOUND,
    "followup": followup.FOUND,
}
