"""Settling items at a live meeting: what is usual, what the text tells, what is recorded."""

from typing import Any

import pytest

from events.catalogue import (
    AgendaItemAdded,
    ItemKind,
    Office,
    OfficerElected,
    OrdstyrerElected,
    PresidingRule,
    Rules,
    RulesAdopted,
)
from governance.documents.reading.items import described
from governance.importing.drafting import Draft
from governance.sitting.hearing import said_in
from governance.sitting.settling import note, offer, postpone, settle, settle_as_told
from governance.sitting.usual import Came, Outcome, outcomes
from governance.sitting.writing import notes_in
from tests.governance.meeting_book import MeetingBook

TITLES = {
    "Godkendelse af dagsorden": Came.AGENDA_APPROVED,
    "Godkendelse af referat fra d. 9. juni": Came.MINUTES_APPROVED,
    "Godkendelse af budget 2023": Came.APPROVED,
    "Valg af ordstyrer": Came.LEADER,
    "Valg til bestyrelsen": Came.ELECTED,
    "Orientering fra formanden": Came.NOTED,
    "Sommerudflugt": Came.DISCUSSED,
    "Indkøb af stole (til beslutning)": Came.DECIDED,
    "Næste møde": Came.NEXT_MEETING,
    "Eventuelt": Came.NOTHING,
}


@pytest.fixture
def book() -> MeetingBook:
    return MeetingBook().opened()


def _item(book: MeetingBook, title: str) -> Any:
    said = described("9", title)
    number = str(len(book.draft.fold.meeting(book.m).items) + 1)
    added = AgendaItemAdded(
        meeting=book.m, number=number, title=title, kind=ItemKind(said.kind), standing=said.standing
    )
    return f"i{book.given(added)}"


def _offered(book: MeetingBook, item: Any, text: str) -> Any:
    return offer(Draft(book.draft.history, "test", "2026-11-21"), item, text)


class TestUsual:
    @pytest.mark.parametrize(("title", "came"), TITLES.items())
    def test_first_comes_what_is_usual(self, book: MeetingBook, title: str, came: Came) -> None:
        found = outcomes(book.draft.fold, _item(book, title), written=False)
        assert found[0].came is came
        assert len({(held.came, held.person) for held in found}) == len(found)

    def test_the_minutes_meant_are_those_of_the_day_in_the_title(self, book: MeetingBook) -> None:
        item = _item(book, "Godkendelse af referat fra d. 9. juni")
        assert outcomes(book.draft.fold, item, written=False)[0].of == "2022-06-09"
        assert outcomes(book.draft.fold, _item(book, "Godkendelse af referat"), written=False)[0].of is None

    def test_something_said_under_any_other_business_was_discussed(self, book: MeetingBook) -> None:
        item = _item(book, "Eventuelt")
        assert outcomes(book.draft.fold, item, written=True)[0].came is Came.DISCUSSED
        note(item, book.m, "Anna takkede for kaffen.")(book.draft)
        assert outcomes(book.draft.fold, item, written=False)[0].came is Came.DISCUSSED

    def test_whoever_has_not_led_for_the_longest_time_is_proposed(self, book: MeetingBook) -> None:
        book.given(OrdstyrerElected(meeting=book.m, person=book.anna))
        book.given(OrdstyrerElected(meeting=book.m, person=book.anna))
        later = f"i{book.given(AgendaItemAdded(meeting=book.later, title='Valg af ordstyrer', standing=True))}"
        found = outcomes(book.draft.fold, later, written=False)  # type: ignore[arg-type]
        assert [held.person for held in found if held.came is Came.LEADER] == [book.bo, book.carl, book.anna]

    def test_where_the_chair_leads_the_chair_is_proposed(self, book: MeetingBook) -> None:
        book.given(RulesAdopted(rules=Rules(presiding=PresidingRule.CHAIR)), "2022-01-01")
        book.given(OfficerElected(person=book.carl, office=Office.CHAIR), "2022-01-01")
        book.given(OfficerElected(person=book.bo, office=Office.VICE_CHAIR), "2022-01-01")
        found = outcomes(book.draft.fold, _item(book, "Valg af mødeleder"), written=False)
        assert [held.person for held in found if held.came is Came.LEADER] == [book.carl, book.bo, book.anna]

    def test_a_dirigent_is_proposed_from_outside(self, book: MeetingBook) -> None:
        book.given(RulesAdopted(rules=Rules(presiding=PresidingRule.DIRIGENT)), "2022-01-01")
        found = outcomes(book.draft.fold, _item(book, "Valg af dirigent"), written=False)
        assert [held.person for held in found if held.came is Came.LEADER] == [book.guest]


class TestSettling:
    @pytest.mark.parametrize(
        ("title", "outcome", "decision"),
        [
            ("Godkendelse af dagsorden", "approved", "Dagsordenen blev godkendt."),
            ("Godkendelse af referat fra d. 9. juni", "approved", "Referatet fra d. 9. juni 2022 blev godkendt."),
            ("Valg af ordstyrer", "elected", "Anna Ægidius blev valgt til ordstyrer."),
            ("Orientering fra formanden", "noted", "Taget til efterretning."),
            ("Sommerudflugt", "discussed", None),
            ("Indkøb af stole (til beslutning)", "decided", "Besluttet."),
            ("Eventuelt", "none", None),
        ],
    )
    def test_the_usual_outcome_has_the_usual_wording(
        self, book: MeetingBook, title: str, outcome: str, decision: str | None
    ) -> None:
        item = _item(book, title)
        settle(item, outcomes(book.draft.fold, item, written=False)[0])(book.draft)
        held = book.item(item)
        assert (held.outcome, held.decision) == (outcome, decision)

    def test_the_last_paragraph_words_a_decision_and_what_stands_before_is_noted(self, book: MeetingBook) -> None:
        settle(book.one, Outcome(Came.DECIDED), "Vi så på to hoteller.\nVi holder mødet på kroen.")(book.draft)
        assert (book.first.notes, book.first.decision) == (["Vi så på to hoteller."], "Vi holder mødet på kroen.")

    def test_a_list_at_the_end_words_no_decision(self, book: MeetingBook) -> None:
        settle(book.one, Outcome(Came.DECIDED), "- kroen\n- hotellet")(book.draft)
        assert (book.first.notes, book.first.decision) == (["kroen", "hotellet"], "Besluttet.")

    def test_what_was_told_under_an_orientation_is_all_that_its_minutes_say(self, book: MeetingBook) -> None:
        item = _item(book, "Orientering fra formanden")
        settle(item, Outcome(Came.NOTED), "Formanden fortalte om sommeren.")(book.draft)
        held = book.item(item)
        assert (held.outcome, held.notes, held.decision) == ("noted", ["Formanden fortalte om sommeren."], None)

    def test_under_another_item_the_minutes_say_that_it_was_taken_note_of(self, book: MeetingBook) -> None:
        settle(book.one, Outcome(Came.NOTED), "Budgettet holder.")(book.draft)
        assert (book.first.notes, book.first.decision) == (["Budgettet holder."], "Taget til efterretning.")

    def test_work_goes_on_until_the_next_meeting_that_is_planned(self, book: MeetingBook) -> None:
        settle(book.one, Outcome(Came.CONTINUED), "Gruppen mødes igen.")(book.draft)
        assert (book.first.outcome_detail, book.first.continued_to) == ("continued", book.later)

    def test_put_off_to_the_next_meeting_whenever_it_is_or_to_one_that_is_picked(self, book: MeetingBook) -> None:
        postpone(book.one)(book.draft)
        postpone(book.two, book.later, "Vi nåede det ikke.")(book.draft)
        assert (book.first.outcome, book.first.postponed_until) == ("postponed", "næste møde")
        two = book.item(book.two)
        assert (two.postponed_to, two.notes) == (book.later, ["Vi nåede det ikke."])


class TestTexts:
    def test_each_paragraph_and_each_point_is_a_note_of_its_own(self) -> None:
        found = notes_in("Først dette.\n\n- et\n• to\n  Så dette.  \n-\n")
        assert [(held.text, held.bulleted) for held in found] == [
            ("Først dette.", False),
            ("et", True),
            ("to", True),
            ("Så dette.", False),
            ("-", False),
        ]

    def test_what_a_text_tells_is_offered_apart_from_what_came_of_it(self, book: MeetingBook) -> None:
        text = "Rapporten bliver sendt til Arbejdsmarkedsudvalget til mødet i november. Punktet blev drøftet."
        found = _offered(book, book.one, text)
        assert [held.words for held in found.heard if held.settles] == ["Discussed"]
        assert [held.words for held in found.heard if not held.settles] == ["Sent to Arbejdsmarkedsudvalget: Rapporten"]

    def test_offering_records_nothing(self, book: MeetingBook) -> None:
        before = book.draft.fold.number
        _offered(book, book.one, "Der nedsættes en arbejdsgruppe om trivsel med Anna og Bo.")
        assert book.draft.fold.number == before

    def test_who_is_there_is_meant_by_a_first_name(self, book: MeetingBook) -> None:
        settle_as_told(_item(book, "Valg af ordstyrer"), "Anna blev valgt til ordstyrer.")(book.draft)
        assert book.the_meeting.ordstyrer == book.anna

    def test_what_is_left_out_is_only_words(self, book: MeetingBook) -> None:
        text = "Rapporten bliver sendt til Arbejdsmarkedsudvalget til mødet i november."
        places = frozenset(held.place for held in _offered(book, book.one, text).heard)
        settle(book.one, Outcome(Came.DISCUSSED), text, places)(book.draft)
        assert not book.state.dispatches
        assert book.first.notes == [text]

    def test_another_outcome_than_the_text_says_may_be_chosen(self, book: MeetingBook) -> None:
        text = "Punktet blev drøftet."
        told = frozenset(held.place for held in _offered(book, book.one, text).heard if held.settles)
        settle(book.one, Outcome(Came.REJECTED), text, told)(book.draft)
        assert (book.first.outcome, book.first.decision) == ("rejected", text)

    def test_lines_in_brackets_are_words_like_others(self, book: MeetingBook) -> None:
        text = "Anna skriver.\n[Opgave: Skrive til kommunen; ansvarlig: Anna Ægidius]"
        found = [held.statement for held in said_in(book.draft.fold, book.one, text)]
        assert [held.text for held in found] == text.splitlines()
        assert not any(held.facts for held in found)

    def test_no_word_is_lost(self, book: MeetingBook) -> None:
        text = "Anna sagde:\n- for dyrt!\n1. Vi venter\n\n   Så blev det sent, og\nmødet sluttede\n[kl. 9]\n| a | b |"
        settle_as_told(book.one, text)(book.draft)
        said = " ".join([*book.first.notes, book.first.decision or ""])
        for word in ("Anna sagde:", "for dyrt!", "Vi venter", "Så blev det sent, og mødet sluttede", "kl. 9", "a", "b"):
            assert word in said, (word, said)

    def test_meetings_in_a_text_take_up_what_was_put_off(self, book: MeetingBook) -> None:
        postpone(book.one)(book.draft)
        nine = _item(book, "Næste møde")
        settle_as_told(nine, "Næste møde: Onsdag d. 15. februar kl. 15.30-17.30 på Jobcentret.")(book.draft)
        meeting = next(held for held in book.state.meetings if held.date == "2023-02-15")
        assert (meeting.start, meeting.place) == ("15:30", "Jobcentret")
        assert [item.title for item in meeting.agenda] == ["Budget"]

    def test_notes_that_stand_already_tell_as_much(self, book: MeetingBook) -> None:
        note(book.one, book.m, "Rapporten bliver sendt til Arbejdsmarkedsudvalget til mødet i november.")(book.draft)
        assert [held.words for held in _offered(book, book.one, "").heard] == [
            "Sent to Arbejdsmarkedsudvalget: Rapporten"
        ]
        settle(book.one, Outcome(Came.DISCUSSED))(book.draft)
        (sent,) = book.state.dispatches
        assert (sent.item, book.first.outcome, len(book.first.notes)) == (book.one, "discussed", 1)
        assert _offered(book, book.one, "").heard == ()

    def test_a_list_of_questions_among_the_notes(self, book: MeetingBook) -> None:
        note(book.one, book.m, "Følgende spørgsmål sendes til Integrationsteamet:\n- Hvad?\n- Hvornår?")(book.draft)
        settle_as_told(book.one, "")(book.draft)
        (sent,) = book.state.dispatches
        assert (sent.questions, book.first.outcome) == (["Hvad?", "Hvornår?"], "decided")
