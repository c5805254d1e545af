"""Given, when, then: the agenda is sent, moved, withdrawn from, and added to late."""

import pytest

from events.catalogue import (
    AgendaItemMoved,
    AgendaItemWithdrawn,
    AgendaSent,
    ItemDiscussed,
    LateItemAccepted,
    LateItemRefused,
)
from tests.governance.meeting_book import MeetingBook


@pytest.fixture
def book() -> MeetingBook:
    return MeetingBook()


def order(book: MeetingBook) -> list[str]:
    """Return the titles on the agenda, in its order, with their numbers."""
    return [f"{item.number} {item.title}" for item in book.the_meeting.agenda]


class TestMoving:
    def test_an_item_moves_before_another_and_keeps_its_number(self, book: MeetingBook) -> None:
        assert book.opened().said(AgendaItemMoved(item=book.three, before=book.one)) == (
            "»Udflugt« flyttet til før 10.01.2023 punkt 1",
            "»Udflugt« moved to stand before 10.01.2023 item 1",
            "Punktet blev flyttet og behandles før punkt 1.",
        )
        assert order(book) == ["3 Udflugt", "1 Budget", "2 Høring"]

    def test_or_to_the_end(self, book: MeetingBook) -> None:
        assert book.opened().said(AgendaItemMoved(item=book.one)) == (
            "»Budget« flyttet til sidst på dagsordenen",
            "»Budget« moved to the end of the agenda",
            "Punktet blev flyttet til sidst på dagsordenen.",
        )
        assert order(book) == ["2 Høring", "3 Udflugt", "1 Budget"]

    def test_what_comes_later_stands_behind(self, book: MeetingBook) -> None:
        book.given(AgendaItemMoved(item=book.three, before=book.one))
        book.given(AgendaItemMoved(item=book.two, before=book.three))
        assert order(book) == ["2 Høring", "3 Udflugt", "1 Budget"]
        assert [item.title for item in book.opened().minutes().items] == ["Høring", "Udflugt", "Budget"]

    def test_nonsense_is_refused(self, book: MeetingBook) -> None:
        assert "before itself" in book.refused(AgendaItemMoved(item=book.one, before=book.one))
        assert "does not stand on" in book.refused(AgendaItemMoved(item=book.one, before=book.elsewhere))


class TestWithdrawing:
    def test_an_item_is_taken_off(self, book: MeetingBook) -> None:
        assert book.said(AgendaItemWithdrawn(item=book.one, reason="Tallene mangler")) == (
            "10.01.2023 punkt 1: udgået af dagsordenen: »Tallene mangler«",
            "10.01.2023 item 1: taken off the agenda: »Tallene mangler«",
            "Punktet udgår, da Tallene mangler.",
        )
        assert (book.first.outcome, book.first.outcome_detail) == ("none", "withdrawn")
        assert book.first.withdrawn_because == "Tallene mangler"
        assert next(matter.status for matter in book.state.matters if matter.title == "Budget") == "open"

    def test_but_once_and_not_after_it_was_dealt_with(self, book: MeetingBook) -> None:
        book.given(AgendaItemWithdrawn(item=book.one))
        assert "off the agenda already" in book.refused(AgendaItemWithdrawn(item=book.one))
        book.given(ItemDiscussed(item=book.two))
        assert "has been dealt with" in book.refused(AgendaItemWithdrawn(item=book.two))


class TestSending:
    def test_it_goes_out_with_its_items_as_they_stand(self, book: MeetingBook) -> None:
        assert book.said(AgendaSent(meeting=book.m), "2023-01-03")[:2] == (
            "Dagsordenen for 10.01.2023 udsendt",
            "Agenda of 10.01.2023 sent out",
        )
        book.item_added(book.m, "Kom til senere")
        (sent,) = book.the_meeting.agenda_sent
        assert (sent.on, sent.items) == ("2023-01-03", [book.one, book.two, book.three])
        assert "Dagsorden udsendt: 3. januar 2023" in book.opened().written()

    def test_nonsense_is_refused(self, book: MeetingBook) -> None:
        assert "after the meeting of 2023-01-10" in book.refused(AgendaSent(meeting=book.m), "2023-01-11")
        empty = book.draft.fold.meeting(book.later)
        empty.items.clear()
        assert "nothing on the agenda" in book.refused(AgendaSent(meeting=book.later), "2023-03-01")


class TestLate:
    def test_an_item_is_taken_up(self, book: MeetingBook) -> None:
        assert book.said(LateItemAccepted(item=book.three, votes=1)) == (
            "10.01.2023 punkt 3: optaget på dagsordenen på mødet, 1 stemme for",
            "10.01.2023 item 3: taken up though it came late, 1 vote for",
            "Punktet blev optaget på dagsordenen med 1 stemme for.",
        )
        held = book.item(book.three)
        assert (held.accepted_late, held.late_votes) == (True, 1)
        assert book.said(LateItemAccepted(item=book.two))[1] == "10.01.2023 item 2: taken up though it came late"

    def test_or_not(self, book: MeetingBook) -> None:
        assert book.said(LateItemRefused(meeting=book.m, title="Julefrokost.", proposed_by=book.bo)) == (
            "Ikke taget op 10.01.2023, ønsket af Bo Ørum: Julefrokost",
            "Not taken up on 10.01.2023, wanted by Bo Ørum: Julefrokost",
            "Et ønske fra Bo Ørum om at optage »Julefrokost« på dagsordenen blev ikke imødekommet.",
        )
        (refused,) = book.the_meeting.refused_items
        assert (refused.title, refused.proposed_by) == ("Julefrokost", book.bo)
        assert book.said(LateItemRefused(meeting=book.m, title="Mad"))[1] == "Not taken up on 10.01.2023: Mad"

    def test_nonsense_is_refused(self, book: MeetingBook) -> None:
        book.given(LateItemAccepted(item=book.three))
        assert "taken up already" in book.refused(LateItemAccepted(item=book.three))
        wanted = LateItemRefused(meeting=book.m, title="Mad", proposed_by="p99")  # type: ignore[arg-type]
        assert "no person p99" in book.refused(wanted)
