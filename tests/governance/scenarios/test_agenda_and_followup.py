"""Scenarios S6, S12, S13, S15 and S17: what stands on agendas, what becomes of it, and when it is dealt with."""

from itertools import pairwise
from typing import Any

import pytest

from events.catalogue import (
    AgendaApproved,
    AgendaItemMoved,
    AnswerReceived,
    AnyEvent,
    AttendanceStatus,
    BodyKind,
    CouncilKind,
    Deadline,
    DocumentKind,
    DocumentSent,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    ItemPostponed,
    LateItemAccepted,
    LateItemRule,
    MeetingCancelled,
    MeetingClosed,
    MeetingRescheduled,
    NoteWritten,
    PublicityRule,
    Rules,
)
from events.moments import ClockTime
from governance.documents.composing import compose_minutes
from governance.documents.writing.document import write
from governance.history import amendments_in, standing
from governance.language import speak
from governance.state.model import Matter
from governance.views.attendance import attendance
from governance.views.matters import open_matters
from governance.views.overdue import overdue
from governance.wording.lines import line
from tests.governance.checking.kept_book import JANUARY, MARCH, MAY, KeptBook

GENTOFTE = Rules(
    notice=Deadline(days=7),
    item_deadline=Deadline(days=10),
    late_item=LateItemRule.CHAIR_AND_MAJORITY_PRESENT,
    late_item_least=4,
    meetings_a_year=4,
)
"""Late items: the chair finds them urgent, and the majority of those present agree, four at least."""

VIBORG = Rules(
    notice=Deadline(days=7),
    item_deadline=Deadline(days=14),
    late_item=LateItemRule.MAJORITY_OF_MEMBERS,
    meetings_a_year=4,
)
"""Late items: the majority of the members agree, whether they are there or not."""


class TestS6:
    """The same facts under the rules of two councils: an item is accepted at the meeting, by so many of those present."""

    def _book(self, rules: Rules, members: int, present: int, votes: int) -> tuple[KeptBook, Any, int]:
        kind = CouncilKind.SENIORS_COUNCIL if members < 7 else CouncilKind.INTEGRATION_COUNCIL
        book = KeptBook(kind=kind, members=members, rules=rules).chaired()
        meeting = book.planned()
        book.listed(meeting, on="2022-12-20")
        book.sent(meeting, "2023-01-02")
        book.opened(meeting)
        for person in book.people[:present]:
            book.attends(meeting, person)
        for person in book.people[present:]:
            book.attends(meeting, person, AttendanceStatus.APOLOGY)
        late = book.listed(meeting, "Høring")
        accepted = book.given(LateItemAccepted(item=late, votes=votes))
        book.decided(late)
        return book, late, accepted

    @pytest.mark.parametrize(
        ("rules", "members", "present", "votes", "least"),
        [
            (GENTOFTE, 8, 6, 4, None),
            (VIBORG, 8, 6, 4, 5),
            (GENTOFTE, 5, 3, 3, 4),
            (VIBORG, 5, 3, 3, None),
            (GENTOFTE, 8, 6, 5, None),
            (VIBORG, 8, 6, 5, None),
        ],
    )
    def test_s6_a_late_item_is_accepted_under_the_rules_of_gentofte_or_of_viborg(
        self, rules: Rules, members: int, present: int, votes: int, least: int | None
    ) -> None:
        book, late, accepted = self._book(rules, members, present, votes)
        assert book.item(late).accepted_late
        found = [(one.kind, one.severity, one.entries, one.about["least"]) for one in book.findings("2023-01-11")]
        assert found == ([("late-item-votes", "breach", [accepted], least)] if least else [])

    @pytest.mark.parametrize(("rules", "found"), [(GENTOFTE, []), (VIBORG, ["item-too-late"])])
    def test_s6_an_item_proposed_twelve_days_before_is_in_time_in_gentofte_only(
        self, rules: Rules, found: list[str]
    ) -> None:
        book = KeptBook(kind=CouncilKind.INTEGRATION_COUNCIL, members=7, rules=rules).chaired()
        meeting = book.planned()
        book.listed(meeting, "Høring", "2022-12-29", presenter=book.people[3])
        book.sent(meeting, "2023-01-02")
        assert [one.kind for one in book.findings("2023-01-03")] == found


class TestS12:
    def _book(self) -> tuple[KeptBook, Any, Any]:
        book = KeptBook()
        meetings = [book.planned(day) for day in (JANUARY, MARCH, MAY)]
        first = book.listed(meetings[0], "Helhedsplanen", JANUARY)
        matter: Any = book.item(first).matter
        for here, there in pairwise(meetings):
            item = first if here == meetings[0] else book.listed(here, "Helhedsplanen", matter=matter)
            book.opened(here)
            book.given(ItemPostponed(item=item, to_meeting=there, text="Udsat til næste møde."))
            book.over(here)
        return book, matter, meetings[2]

    def _matter(self, book: KeptBook, identifier: Any) -> Matter:
        return next(matter for matter in book.state.matters if matter.id == identifier)

    def test_s12_a_matter_that_was_postponed_twice_is_open_with_its_age(self) -> None:
        book, matter, _ = self._book()
        (held,) = open_matters(book.state, "2023-05-01").matters
        assert (held.id, held.title, held.status) == (matter, "Helhedsplanen", "postponed")
        assert (held.opened_on, held.age_days, held.postponements) == (JANUARY, 111, 2)
        assert held.last_meeting == MARCH
        assert not book.found("postponed-never-back")

    def test_s12_it_is_taken_at_last_and_shows_how_long_it_took(self) -> None:
        book, matter, may = self._book()
        item = book.listed(may, "Helhedsplanen", matter=matter)
        book.opened(may)
        book.decided(item)
        book.over(may)
        held = self._matter(book, matter)
        assert (held.status, held.closed_on, held.age_days, held.postponements) == ("closed", MAY, 119, 2)
        assert len(held.appearances) == 3
        assert open_matters(book.state, "2023-05-10").matters == []
        assert not book.found("postponed-never-back")

    def test_s12_and_where_the_third_meeting_goes_by_without_it_that_is_flagged(self) -> None:
        book, _, may = self._book()
        book.opened(may)
        book.over(may)
        found = book.only("postponed-never-back")
        assert (found.severity, found.about["date"], found.about["without"]) == ("doubt", MARCH, MAY)


class TestS13:
    def _book(self) -> tuple[KeptBook, Any, Any]:
        book = KeptBook()
        body: Any = f"b{book.given(ExternalBodyRegistered(name='Arbejdsmarkedsudvalget', kind=BodyKind.COMMITTEE))}"
        book.given(ExternalBodyAbbreviated(body=body, abbreviation="AMU"), JANUARY)
        item = book.put(book.held(book.people))
        sent = DocumentSent(
            item=item, title="Endelig rapport", recipient=body, kind=DocumentKind.REPORT, answer_due="2023-03-01"
        )
        return book, body, f"d{book.given(sent)}"

    def test_s13_a_document_was_sent_to_the_committee_and_its_answer_is_overdue(self) -> None:
        book, body, sent = self._book()
        assert overdue(book.state, "2023-03-01").answers == []
        assert book.findings("2023-03-01") == []
        (late,) = overdue(book.state, "2023-03-08").answers
        assert (late.id, late.recipient, late.answer_due, late.days) == (sent, body, "2023-03-01", 7)
        (found,) = book.findings("2023-03-08")
        assert (found.kind, found.severity, found.day) == ("answer-overdue", "reminder", "2023-03-01")
        assert (found.entries, found.about["days"]) == ([int(sent[1:])], 7)

    def test_s13_until_the_answer_comes(self) -> None:
        book, _, sent = self._book()
        book.given(AnswerReceived(dispatch=sent, answer="AMU tager rapporten til efterretning."), "2023-03-09")
        assert overdue(book.state, "2023-03-10").answers == []
        assert book.findings("2023-03-10") == []
        (dispatch,) = book.state.dispatches
        assert [(held.received_on, held.answer) for held in dispatch.answers] == [
            ("2023-03-09", "AMU tager rapporten til efterretning.")
        ]


class TestS15:
    """The second item becomes the first, and a closed one that stood in between goes last."""

    def _book(self) -> tuple[KeptBook, Any, list[Any]]:
        book = KeptBook(rules=Rules(publicity=PublicityRule.PUBLIC))
        meeting = book.planned()
        items = [
            book.listed(meeting, "Budget", "2022-12-20"),
            book.listed(meeting, "Ansættelse", "2022-12-20", closed=True),
            book.listed(meeting, "Høring", "2022-12-20"),
        ]
        book.sent(meeting, "2023-01-02")
        book.opened(meeting)
        for person in book.people:
            book.attends(meeting, person)
        return book, meeting, items

    def _moved(self) -> tuple[KeptBook, Any, list[Any], int]:
        book, meeting, (budget, closed, hearing) = self._book()
        move = book.given(AgendaItemMoved(item=hearing, before=budget))
        book.given(AgendaItemMoved(item=closed))
        book.given(AgendaApproved(meeting=meeting, changed=True))
        return book, meeting, [hearing, budget, closed], move

    def test_s15_the_order_is_changed_in_the_meeting(self) -> None:
        book, meeting, order, move = self._moved()
        held = book.meeting(meeting)
        assert [item.id for item in held.agenda] == order
        assert [item.number for item in held.agenda] == ["3", "1", "2"], "the numbers stay as they were sent out"
        (entry,) = [entry for entry in book.draft.history.entries() if entry.number == move]
        speak("da")
        assert "Høring" in line(book.draft.fold, entry.event)

    def test_s15_the_agenda_that_was_sent_stays_as_it_was(self) -> None:
        book, meeting, (hearing, budget, closed), _ = self._moved()
        (sent,) = book.meeting(meeting).agenda_sent
        assert (sent.on, sent.items) == ("2023-01-02", [budget, closed, hearing])

    def test_s15_the_minutes_follow_the_meeting_and_nothing_was_decided_off_the_agenda(self) -> None:
        book, meeting, order, _ = self._moved()
        for item in order:
            book.decided(item)
        entries = list(book.draft.history.entries())
        kept = list(standing(entries, amendments_in(entries)))
        text = write(compose_minutes(book.draft.fold, kept, book.draft.fold.meetings[meeting]), "txt")
        assert text.index("Høring") < text.index("Budget") < text.index("Ansættelse")
        assert book.findings("2023-01-11") == []

    def test_s15_left_in_its_place_the_closed_item_would_stand_before_open_ones(self) -> None:
        book, _, (_, closed, hearing) = self._book()
        (found,) = book.findings("2023-01-11")
        assert (found.kind, found.about["item"], found.about["open"]) == ("closed-before-open", closed, hearing)


class TestS17:
    """A meeting is moved twice and then called off. That its calendar file counts each change waits for that format."""

    def _book(self) -> tuple[KeptBook, Any, Any]:
        book = KeptBook()
        meeting = book.planned(JANUARY, start="15:30", place="Rådhuset")
        item = book.listed(meeting, on="2022-12-20")
        return book, meeting, item

    def _moved(self, book: KeptBook, meeting: Any) -> list[AnyEvent]:
        moves: list[AnyEvent] = [
            MeetingRescheduled(meeting=meeting, date="2023-01-17"),
            MeetingRescheduled(meeting=meeting, date="2023-01-24", start=ClockTime("16:00")),
        ]
        for move, on in zip(moves, ("2023-01-02", "2023-01-10"), strict=True):
            book.given(move, on)
        return moves

    def test_s17_a_meeting_is_moved_and_every_revision_stays_in_the_book(self) -> None:
        book, meeting, item = self._book()
        moves = self._moved(book, meeting)
        held = book.meeting(meeting)
        assert (held.date, held.start, held.place, held.status) == ("2023-01-24", "16:00", "Rådhuset", "planned")
        assert [one.id for one in held.agenda] == [item]
        revisions = [said for _, _, said in book.draft.fold.meetings[meeting].arrangements]
        assert ([said.date for said in revisions], revisions[1:]) == (["2023-01-10", "2023-01-17", "2023-01-24"], moves)

    def test_s17_what_was_moved_is_held_on_its_new_day(self) -> None:
        book, meeting, item = self._book()
        self._moved(book, meeting)
        book.opened(meeting, "2023-01-24T16:00")
        for person in book.people:
            book.attends(meeting, person)
        book.decided(item)
        book.given(MeetingClosed(meeting=meeting), "2023-01-24T17:00")
        assert book.findings("2023-01-25") == []

    def test_s17_a_meeting_is_called_off_and_nothing_happens_under_it_any_more(self) -> None:
        book, meeting, item = self._book()
        self._moved(book, meeting)
        book.given(MeetingCancelled(meeting=meeting, reason="For mange afbud"), "2023-01-23")
        held = book.meeting(meeting)
        assert (held.status, held.cancelled_because) == ("cancelled", "For mange afbud")
        assert "called off" in book.refused(NoteWritten(meeting=meeting, item=item, text="En note."))
        assert "called off" in book.refused(MeetingRescheduled(meeting=meeting, date="2023-01-31"))
        assert attendance(book.state, None, None).meetings == 0
        assert book.findings("2023-02-01") == [], "neither held nor missed"

    def test_s17_what_was_postponed_to_it_comes_back_at_the_next_one(self) -> None:
        book = KeptBook()
        meetings = [book.planned(day) for day in (JANUARY, MARCH, MAY)]
        item = book.listed(meetings[0], on=JANUARY)
        matter: Any = book.item(item).matter
        book.opened(meetings[0])
        book.given(ItemPostponed(item=item, to_meeting=meetings[1]))
        book.over(meetings[0])
        book.given(MeetingCancelled(meeting=meetings[1]), "2023-03-01")
        book.opened(meetings[2])
        again = book.listed(meetings[2], matter=matter)
        book.decided(again)
        book.over(meetings[2])
        assert not book.found("postponed-never-back")
