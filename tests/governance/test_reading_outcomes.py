"""What the reading of minutes says came of an item is what the book says that came of it."""

import pytest

from governance.documents.composing import compose_minutes
from governance.documents.reading.reading import read_text
from governance.documents.writing.document import write
from governance.history import amendments_in, standing
from governance.importing.report import outcome_of_reading
from governance.state.publishing import publish
from tests.each import BOOKS
from tests.scenario import Scenario


@pytest.mark.parametrize("book", BOOKS)
def test_the_reading_of_the_minutes_says_what_the_book_says(book: str) -> None:
    scenario = Scenario(council=False)
    for event, effective in BOOKS[book]:
        scenario.given(event, effective)
    entries = list(standing(scenario.draft.history.entries(), amendments_in(scenario.draft.history.entries())))
    compared = 0
    for meeting in publish(scenario.draft.fold).meetings:
        if meeting.status in ("planned", "called", "cancelled") or not meeting.agenda:
            continue
        written = write(compose_minutes(scenario.draft.fold, entries, scenario.draft.fold.meetings[meeting.id]), "md")  # type: ignore[index]
        read = {item.number: item for item in read_text(written).items}
        for item in meeting.agenda:
            assert outcome_of_reading(read[item.number]) == item.outcome, (item, read[item.number])
            compared += 1
    assert compared
