"""Given an agenda, whether what was decided stood on it, in which order, and whether all of it was dealt with."""

from typing import Any

import pytest

from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemWithdrawn,
    CouncilKind,
    ItemDiscussed,
    ItemKind,
    LateItemAccepted,
    NoteWritten,
    ProposalMade,
    PublicityRule,
    Rules,
)
from tests.governance.checking.kept_book import JANUARY, KeptBook
from tests.governance.checking.parameters import shows

OTHER = ItemKind.ANY_OTHER_BUSINESS


class Sent(KeptBook):
    """A book with an agenda of one item that was sent, and a second item that came after that."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.m = self.planned()
        self.one = self.listed(self.m, on="2022-12-01")
        self.agenda = self.sent(self.m, "2023-01-02")
        self.late = self.listed(self.m, "Høring", on=JANUARY, kind=ItemKind.DECISION)
        self.opened(self.m)


class TestOffTheAgenda:
    def test_what_came_after_it_was_sent_is_not_decided(self) -> None:
        book = Sent()
        decision = book.decided(book.late)
        entries = [decision, int(book.late[1:]), book.agenda]
        assert book.shown("decided-off-agenda") == [("doubt", book.m, entries)]
        assert book.grounds("decided-off-agenda") == ("late_item", "usual")
        assert book.said("decided-off-agenda") == (
            "Punkt 2, Høring: afgjort, selv om punktet ikke stod på dagsordenen, der blev udsendt 02.01.2023, og ikke "
            "blev optaget på mødet.",
            "Item 2, Høring: decided, though it was not on the agenda sent on 02.01.2023 and was not taken up at the "
            "meeting.",
        )

    def test_unless_the_meeting_took_it_up(self) -> None:
        book = Sent()
        book.given(LateItemAccepted(item=book.late))
        book.decided(book.late)
        assert not book.found("decided-off-agenda")

    def test_or_approved_the_agenda_with_changes_after_that(self) -> None:
        book = Sent()
        book.given(AgendaApproved(meeting=book.m, changed=True))
        book.decided(book.late)
        assert not book.found("decided-off-agenda")

    def test_to_discuss_is_not_to_decide(self) -> None:
        book = Sent()
        book.given(ItemDiscussed(item=book.late))
        book.decided(book.one)
        assert not book.found("decided-off-agenda")

    def test_what_came_after_the_agenda_was_approved(self) -> None:
        book = KeptBook()
        meeting = book.planned()
        book.listed(meeting, on="2022-12-01")
        book.opened(meeting)
        agenda = book.given(AgendaApproved(meeting=meeting))
        item = book.listed(meeting, "Høring", on=JANUARY)
        decision = book.decided(item)
        assert book.shown("decided-off-agenda") == [("doubt", meeting, [decision, int(item[1:]), agenda])]
        assert book.said("decided-off-agenda") == (
            "Punkt 2, Høring: afgjort, selv om punktet hverken stod på den dagsorden, mødet godkendte, eller blev optaget "
            "bagefter.",
            "Item 2, Høring: decided, though it was not on the agenda that the meeting approved, nor taken up after "
            "that.",
        )

    def test_a_meeting_written_up_afterwards_tells_no_order(self) -> None:
        book = KeptBook()
        meeting = book.planned()
        book.listed(meeting, "Dagsorden", standing=True, kind=ItemKind.APPROVAL)
        book.opened(meeting)
        book.given(AgendaApproved(meeting=meeting))
        book.decided(book.listed(meeting, "Høring"))
        assert not book.found("decided-off-agenda")


class TestWhatMayNotBeDecided:
    @pytest.mark.parametrize("kind", [CouncilKind.OTHER, CouncilKind.MUNICIPAL_COUNCIL])
    def test_nothing_under_any_other_business(self, kind: CouncilKind) -> None:
        book = KeptBook(kind=kind)
        meeting = book.planned()
        decision = book.decided(book.listed(meeting, "Eventuelt", kind=OTHER, standing=True))
        book.opened(meeting)
        assert book.shown("decided-under-any-other-business") == [("doubt", meeting, [decision])]
        law = {CouncilKind.OTHER: "usual", CouncilKind.MUNICIPAL_COUNCIL: "kommunestyrelsesloven § 8"}
        assert book.grounds("decided-under-any-other-business") == (None, law[kind])
        assert book.said("decided-under-any-other-business") == (
            "Der er truffet beslutning under punkt 1, Eventuelt; under eventuelt kan intet besluttes, fordi ingen har "
            "kunnet forberede sig.",
            "Something was decided under item 1, Eventuelt; under any other business nothing is, as nobody could "
            "prepare.",
        )

    def test_it_may_be_discussed(self) -> None:
        book = KeptBook()
        meeting = book.planned()
        book.opened(meeting)
        book.given(ItemDiscussed(item=book.listed(meeting, "Eventuelt", kind=OTHER, standing=True)))
        assert not book.found("decided-under-any-other-business")

    def test_nothing_that_was_taken_off(self) -> None:
        book = KeptBook()
        meeting = book.planned()
        item = book.listed(meeting)
        withdrawn = book.given(AgendaItemWithdrawn(item=item))
        book.opened(meeting)
        decision = book.decided(item)
        assert book.shown("decided-though-withdrawn") == [("breach", meeting, [decision, withdrawn])]
        assert book.said("decided-though-withdrawn") == (
            "Punkt 1, Budget: afgjort, selv om punktet udgik af dagsordenen.",
            "Item 1, Budget: decided, though it was taken off the agenda.",
        )

    def test_what_was_taken_off_and_left(self) -> None:
        book = KeptBook()
        meeting = book.planned()
        book.given(AgendaItemWithdrawn(item=book.listed(meeting)))
        book.opened(meeting)
        assert not book.found("decided-though-withdrawn", "never-dealt-with")


class TestNeverDealtWith:
    def _book(self, **more: Any) -> tuple[KeptBook, Any, Any, int]:
        book = KeptBook()
        meeting = book.planned()
        book.opened(meeting)
        book.decided(book.listed(meeting, "Budget"))
        item = book.listed(meeting, "Høring", **more)
        book.over(meeting)
        return book, meeting, item, 0

    def test_minutes_that_are_out_tell_what_came_of_each_item(self) -> None:
        book, meeting, item, _ = self._book()
        assert not book.found("never-dealt-with")
        issued = book.issued(meeting)
        assert book.shown("never-dealt-with") == [("doubt", meeting, [int(item[1:]), issued])]
        assert book.said("never-dealt-with") == (
            "Punkt 2, Høring: referatet er udsendt, men intet fortæller, hvad der kom ud af punktet, eller at det blev "
            "udsat.",
            "Item 2, Høring: the minutes are out, but nothing tells what came of it, nor that it was put off.",
        )

    def test_a_note_tells_enough(self) -> None:
        book, meeting, item, _ = self._book()
        book.given(NoteWritten(meeting=meeting, item=item, text="Der var spørgsmål."))
        book.issued(meeting)
        assert not book.found("never-dealt-with")

    def test_a_proposal_tells_enough(self) -> None:
        book, meeting, item, _ = self._book()
        book.given(ProposalMade(item=item, proposal="Ja"))
        book.issued(meeting)
        assert not book.found("never-dealt-with")

    def test_a_standing_item_needs_nothing(self) -> None:
        book, meeting, _, _ = self._book(standing=True)
        book.issued(meeting)
        assert not book.found("never-dealt-with")

    def test_the_parts_of_an_item_are_its_own(self) -> None:
        book = KeptBook()
        meeting = book.planned()
        book.opened(meeting)
        book.put(meeting, "Orientering")
        part: Any = f"i{book.given(AgendaItemAdded(meeting=meeting, number='1a', title='Fra formanden'))}"
        book.given(ItemDiscussed(item=part))
        book.over(meeting)
        book.issued(meeting)
        assert not book.found("never-dealt-with")


class TestPublicity:
    def _book(self, rule: PublicityRule, *closed: bool) -> tuple[KeptBook, Any, list[int]]:
        book = KeptBook(rules=Rules(publicity=rule))
        meeting = book.planned()
        items = [book.listed(meeting, f"Sag {place}", closed=one) for place, one in enumerate(closed, 1)]
        book.listed(meeting, "Eventuelt", kind=OTHER, standing=True)
        book.opened(meeting)
        return book, meeting, [int(item[1:]) for item in items]

    @shows("publicity")
    @pytest.mark.parametrize(
        ("rule", "closed", "found"),
        [
            (PublicityRule.PUBLIC, (False, True, False), True),
            (PublicityRule.EACH_ITEM, (False, True, False), True),
            (PublicityRule.NOT_PUBLIC, (False, True, False), False),
            (PublicityRule.PUBLIC, (False, False, True), False),
        ],
    )
    def test_closed_items_stand_last(self, rule: PublicityRule, closed: tuple[bool, ...], found: bool) -> None:
        book, meeting, items = self._book(rule, *closed)
        assert book.shown("closed-before-open") == ([("doubt", meeting, items[1:])] if found else [])

    def test_it_names_them(self) -> None:
        book, _, _ = self._book(PublicityRule.PUBLIC, True, False)
        assert book.said("closed-before-open") == (
            "Punkt 1, Sag 1 er lukket og står før punkt 2, Sag 2, der er åbent; lukkede punkter skal så vidt muligt stå "
            "sidst.",
            "Item 1, Sag 1 is closed and stands before item 2, Sag 2, which is open; closed items stand last where they "
            "can.",
        )
