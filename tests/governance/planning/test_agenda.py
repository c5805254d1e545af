"""Building an agenda: what is suggested, where items are put, moving them, and sending it."""

from typing import Any

import pytest

from events.catalogue import (
    AgendaItemAdded,
    AgendaItemChanged,
    AnswerReceived,
    CouncilKind,
    DocumentSent,
    ExternalBodyRegistered,
    MeetingCancelled,
    MeetingKind,
    MeetingScheduled,
    RulesAdopted,
)
from governance.documents.reading.reading import read_text
from governance.planning.agenda import (
    adding,
    agenda_now,
    changing,
    closed,
    from_pasted,
    from_suggestion,
    moving,
    presented,
    sending,
    taking_off,
    titled,
    written_agenda,
)
from governance.planning.pasted_agenda import agenda_in
from governance.planning.suggesting import suggestions
from governance.rules.act import RuleRefused
from tests.governance.planning.planned_book import PlannedBook


def _open(book: PlannedBook) -> list[tuple[str, str, str | None]]:
    return [(one.title, one.why, one.since) for one in suggestions(book.draft.fold, book.next) if one.why != "usual"]


def _usual(book: PlannedBook, meeting: Any = None) -> list[str]:
    found = suggestions(book.draft.fold, meeting or book.next)
    return [one.title for one in found if one.why == "usual"]


def test_what_was_put_off_goes_on_or_was_not_reached_is_suggested_and_what_was_decided_is_not() -> None:
    book = PlannedBook()
    skilt, fest, budget, _unreached = book.held("Skilt", "Fest", "Budget", "Udflugt")
    book.postponed(skilt)
    book.continued(fest)
    book.decided(budget)
    assert _open(book) == [
        ("Skilt", "postponed", "2026-09-01"),
        ("Fest", "continued", "2026-09-01"),
        ("Udflugt", "not-reached", "2026-09-01"),
    ]


def test_what_was_put_off_to_another_meeting_is_not_suggested_unless_that_is_called_off() -> None:
    book = PlannedBook()
    (skilt,) = book.held("Skilt")
    other: Any = f"m{book.given(MeetingScheduled(date='2026-12-01'))}"
    book.postponed(skilt, to_meeting=other)
    assert _open(book) == []
    assert [one.title for one in suggestions(book.draft.fold, other) if one.why == "postponed"] == ["Skilt"]
    book.given(MeetingCancelled(meeting=other))
    assert _open(book) == [("Skilt", "postponed", "2026-09-01")]


def test_what_was_put_off_to_a_later_day_waits_for_it() -> None:
    book = PlannedBook()
    (skilt,) = book.held("Skilt")
    book.postponed(skilt, to_date="2027-03-01")
    assert _open(book) == []


def test_what_stands_on_the_agenda_is_not_suggested_again() -> None:
    book = PlannedBook()
    (skilt,) = book.held("Skilt")
    book.postponed(skilt)
    (one,) = [one for one in suggestions(book.draft.fold, book.next) if one.why == "postponed"]
    book.carried(adding(book.next, [from_suggestion(one)]))
    assert _open(book) == []
    assert book.draft.fold.items[book.meeting(book.next).agenda[0].id].matter == one.matter  # type: ignore[index]


def test_an_answer_that_has_not_come_is_suggested_with_the_matter_it_is_about() -> None:
    book = PlannedBook()
    (skilt,) = book.held("Skilt")
    book.decided(skilt)
    body: Any = f"b{book.given(ExternalBodyRegistered(name='Teknisk Udvalg'))}"
    sent = DocumentSent(item=skilt, title="ansøgning om skilt", recipient=body, answer_due="2026-10-01")
    dispatch: Any = f"d{book.given(sent, '2026-09-01')}"
    assert _open(book) == [("Svar fra Teknisk Udvalg på ansøgning om skilt", "answer-overdue", "2026-09-01")]
    book.given(AnswerReceived(dispatch=dispatch), "2026-11-01")
    assert _open(book) == []


def test_the_usual_items_follow_from_the_kind_of_body_and_of_meeting() -> None:
    book = PlannedBook()
    assert _usual(book) == ["Godkendelse af dagsorden", "Meddelelser", "Næste møde", "Eventuelt"]
    book.held("Skilt")
    assert _usual(book)[:2] == ["Godkendelse af dagsorden", "Godkendelse af referat"]
    general: Any = f"m{book.given(MeetingScheduled(date='2027-04-01', kind=MeetingKind.GENERAL_MEETING))}"
    assert _usual(book, general)[0] == "Valg af dirigent"
    assert _usual(book, general)[-1] == "Eventuelt"
    book.given(RulesAdopted(profile=CouncilKind.MUNICIPAL_COUNCIL, title="Forretningsorden"), "2026-01-01")
    assert "Eventuelt" not in _usual(book)


def test_a_councils_own_standing_items_are_suggested_in_its_own_words() -> None:
    book = PlannedBook()
    for title in ("Godkendelse af dagsordenen", "Bordet rundt", "Evt."):
        book.given(AgendaItemAdded(meeting=book.before, title=title, standing=True))
    book.held()
    assert _usual(book) == ["Godkendelse af dagsordenen", "Godkendelse af referat", "Bordet rundt", "Evt"]


def test_new_items_stand_before_what_closes_an_agenda() -> None:
    book = PlannedBook()
    book.carried(adding(book.next, [from_suggestion(one) for one in suggestions(book.draft.fold, book.next)]))
    book.carried(adding(book.next, [titled("Skilt"), titled("Fest")]))
    agenda = agenda_now(book.draft.fold, book.next)
    assert [(item.number, item.title) for item in agenda.items] == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Meddelelser"),
        ("3", "Skilt"),
        ("4", "Fest"),
        ("5", "Næste møde"),
        ("6", "Eventuelt"),
    ]


@pytest.mark.parametrize(
    ("item", "places", "order"),
    [(0, 1, "BACD"), (0, -1, "ABCD"), (3, -3, "DABC"), (1, 2, "ACDB"), (3, 1, "ABCD"), (2, -1, "ACBD")],
)
def test_items_move_up_and_down(item: int, places: int, order: str) -> None:
    book = PlannedBook()
    book.carried(adding(book.next, [titled(title) for title in "ABCD"]))
    agenda = agenda_now(book.draft.fold, book.next)
    book.carried(moving(agenda.items[item].id, places))
    assert "".join(one.title for one in agenda_now(book.draft.fold, book.next).items) == order


def test_a_pasted_agenda_goes_on_with_matters_that_are_open_and_knows_the_presenters() -> None:
    book = PlannedBook()
    (skilt,) = book.held("Skilt på Havnegade")
    book.postponed(skilt)
    pasted = agenda_in("1. Godkendelse af dagsorden\n2. Skilt på Havnegade v/ Bo\n3. Ny sag\n4. Eventuelt").items
    book.carried(adding(book.next, from_pasted(book.draft.fold, pasted)))
    items = agenda_now(book.draft.fold, book.next).items
    assert [(item.title, item.presenter) for item in items][1] == ("Skilt på Havnegade v/ Bo", "Bo Ørum")
    assert book.draft.fold.items[items[1].id].matter == book.draft.fold.items[skilt].matter
    assert book.draft.fold.items[items[0].id].matter is None
    assert _open(book) == []


def test_an_agenda_is_sent_with_the_notice_once_and_changes_are_seen() -> None:
    book = PlannedBook()
    with pytest.raises(RuleRefused):
        book.carried(sending(book.next, "2026-11-21"))
    book.carried(adding(book.next, [titled("Skilt")]))
    assert book.carried(sending(book.next, "2026-11-21")) == ["AgendaSent", "MeetingCalled"]
    now = agenda_now(book.draft.fold, book.next)
    assert (now.status, now.sent_on, now.changed) == ("called", "2026-11-21", False)
    book.carried(adding(book.next, [titled("Fest")]))
    assert agenda_now(book.draft.fold, book.next).changed
    assert book.carried(sending(book.next, "2026-11-22")) == ["AgendaSent"]


def test_the_written_agenda_reads_back() -> None:
    book = PlannedBook()
    book.carried(adding(book.next, [titled(title) for title in ("Godkendelse af dagsorden", "Skilt", "Eventuelt")]))
    document = read_text(written_agenda(book.draft.fold, book.next, "txt"))
    assert document.kind == "agenda"
    assert [item.title for item in document.items] == ["Godkendelse af dagsorden", "Skilt", "Eventuelt"]


def test_putting_an_agenda_together_leaves_no_word_in_the_minutes() -> None:
    book = PlannedBook()
    book.carried(adding(book.next, [titled(title) for title in ("Eventuelt", "Skilt", "Fest")]))
    book.carried(moving(agenda_now(book.draft.fold, book.next).items[0].id, 1))
    assert [item.title for item in book.meeting(book.next).agenda] == ["Fest", "Skilt", "Eventuelt"]
    assert [item.notes for item in book.meeting(book.next).agenda] == [[], [], []]


def test_an_item_is_struck_before_the_agenda_is_sent_and_withdrawn_afterwards() -> None:
    book = PlannedBook()
    book.carried(adding(book.next, [titled(title) for title in ("Næste møde", "Eventuelt", "Skilt", "Fest")]))
    agenda = agenda_now(book.draft.fold, book.next)
    assert [item.title for item in agenda.items] == ["Skilt", "Fest", "Næste møde", "Eventuelt"]
    assert "AgendaItemWithdrawn" not in book.carried(taking_off(agenda.items[2].id))
    agenda = agenda_now(book.draft.fold, book.next)
    assert [(item.number, item.title) for item in agenda.items] == [("1", "Skilt"), ("2", "Fest"), ("3", "Eventuelt")]
    book.carried(sending(book.next, "2026-11-21"))
    assert book.carried(taking_off(agenda.items[0].id)) == ["AgendaItemWithdrawn"]
    assert [item.withdrawn for item in agenda_now(book.draft.fold, book.next).items] == [True, False, False]


def test_what_opens_a_meeting_is_put_before_the_matters() -> None:
    book = PlannedBook()
    book.carried(adding(book.next, [titled("Skilt")]))
    book.carried(adding(book.next, [from_suggestion(one) for one in suggestions(book.draft.fold, book.next)]))
    assert [item.title for item in agenda_now(book.draft.fold, book.next).items] == [
        "Godkendelse af dagsorden",
        "Meddelelser",
        "Skilt",
        "Næste møde",
        "Eventuelt",
    ]


def test_the_written_agenda_needs_no_brackets() -> None:
    book = PlannedBook()
    book.carried(adding(book.next, [titled("Skilt"), titled("Personsag")]))
    one, two = agenda_now(book.draft.fold, book.next).items
    book.carried(changing(AgendaItemChanged(item=one.id, title=presented(one.title, "Bo Ørum"), presenter=book.bo)))
    book.carried(changing(AgendaItemChanged(item=two.id, title=closed(two.title, to_be=True), closed=True)))
    text = written_agenda(book.draft.fold, book.next, "txt")
    assert "1. Skilt v/ Bo Ørum." in text
    assert "2. Lukket punkt: Personsag." in text
    assert "[" not in text


@pytest.mark.parametrize(
    ("title", "name", "said"),
    [
        ("Skilt", "Bo", "Skilt v/ Bo"),
        ("Skilt v/ Anna Holm", "Bo", "Skilt v/ Bo"),
        ("Skilt - v/Anna", "Bo", "Skilt v/ Bo"),
    ],
)
def test_the_presenter_stands_behind_the_title_once(title: str, name: str, said: str) -> None:
    assert presented(title, name) == said


def test_a_title_says_once_that_the_item_is_closed() -> None:
    assert closed("Lukket: personsag", to_be=True) == "Lukket punkt: personsag"
    assert closed("Lukket punkt: personsag", to_be=False) == "Personsag"
