"""Given what happened when, whether it can have happened in that order."""

from typing import Any

import pytest

from events.catalogue import (
    AnswerReceived,
    ApplicationSent,
    ApprovalForm,
    EntryCorrected,
    ExternalBodyRegistered,
    MeetingClosed,
    MeetingInterrupted,
    MeetingResumed,
    MinutesApproved,
    TaskAgreed,
    TaskCompleted,
)
from events.moments import Effective
from tests.governance.checking.kept_book import JANUARY, KeptBook


class Noted(KeptBook):
    """A book with a meeting on Tuesday 10 January 2023."""

    def __init__(self) -> None:
        super().__init__()
        self.m = self.planned()
        self.one = self.listed(self.m, "Næste møde")
        self.opened(self.m, "2023-01-10T15:00")


class TestOrder:
    def _only(self, book: KeptBook, kind: str, meeting: Any, *entries: int, said: tuple[str, str]) -> None:
        assert book.shown(kind) == [("breach", meeting, list(entries))]
        assert book.said(kind) == said

    def test_a_meeting_closes_after_it_opens(self) -> None:
        book = KeptBook()
        meeting = book.planned()
        opened = book.opened(meeting, "2023-01-10T15:00")
        closed = book.over(meeting, "2023-01-10T14:30")
        self._only(
            book,
            "closed-before-opened",
            meeting,
            closed,
            opened,
            said=(
                "Mødet er hævet 10.01.2023 14:30, før det blev åbnet 10.01.2023 15:00.",
                "The meeting was closed 10.01.2023 14:30, before it was opened 10.01.2023 15:00.",
            ),
        )

    @pytest.mark.parametrize("closed", ["2023-01-10T15:30", "2023-01-10", "2023-01-11"])
    def test_or_at_a_time_that_is_not_told(self, closed: str) -> None:
        book = KeptBook()
        meeting = book.planned()
        book.opened(meeting, "2023-01-10T15:00")
        book.given(MeetingClosed(meeting=meeting), closed)
        assert not book.found("closed-before-opened")

    @pytest.mark.parametrize(
        ("begun", "ended", "kinds"),
        [
            ("15:30", "15:45", []),
            ("15:30", "15:20", ["resumed-before-interrupted"]),
            ("14:30", "15:20", ["interrupted-before-opening"]),
            ("17:30", "17:45", ["interrupted-after-close"]),
        ],
    )
    def test_a_break_lies_within(self, begun: str, ended: str, kinds: list[str]) -> None:
        book = KeptBook()
        meeting = book.planned()
        book.opened(meeting, f"{JANUARY}T15:00")
        entry = book.given(MeetingInterrupted(meeting=meeting), f"{JANUARY}T{begun}")
        resumed = book.given(MeetingResumed(meeting=meeting), f"{JANUARY}T{ended}")
        book.over(meeting, f"{JANUARY}T17:00")
        found = book.found("resumed-before-interrupted", "interrupted-before-opening", "interrupted-after-close")
        assert [one.kind for one in found] == kinds
        for one in found:
            assert one.entries[0] == (resumed if one.kind == "resumed-before-interrupted" else entry)
            assert book.said(one.kind)[0].startswith(("Mødet er genoptaget", "Mødet er afbrudt"))

    def test_a_meeting_is_opened_on_its_day(self) -> None:
        book = KeptBook()
        meeting = book.planned()
        opened = book.opened(meeting, "2023-01-11")
        self._only(
            book,
            "held-on-another-day",
            meeting,
            opened,
            int(meeting[1:]),
            said=(
                "Mødet 10.01.2023 er åbnet en anden dag, 11.01.2023.",
                "The meeting of 10.01.2023 was opened on another day, 11.01.2023.",
            ),
        )

    def test_a_notice_goes_out_before(self) -> None:
        book = KeptBook()
        meeting = book.planned()
        noticed = book.noticed(meeting, "2023-01-12")
        assert not book.found("notice-too-short")
        self._only(
            book,
            "called-after-it-was-held",
            meeting,
            noticed,
            said=(
                "Indkaldelsen til mødet 10.01.2023 er udsendt 12.01.2023, efter mødet.",
                "The notice of the meeting of 10.01.2023 went out on 12.01.2023, after it was held.",
            ),
        )

    def test_minutes_come_after(self) -> None:
        book = KeptBook()
        meeting = book.went(written_up=False)
        issued = book.issued(meeting, "2023-01-09")
        self._only(
            book,
            "issued-before-held",
            meeting,
            issued,
            said=(
                "Referatet af 10.01.2023 er udsendt 09.01.2023, før mødet.",
                "The minutes of 10.01.2023 were issued on 09.01.2023, before the meeting.",
            ),
        )

    def test_and_are_approved_after(self) -> None:
        book = KeptBook()
        meeting = book.went()
        approved = book.given(MinutesApproved(of=JANUARY, how=ApprovalForm.WRITTEN), "2023-01-05")
        self._only(
            book,
            "approved-before-held",
            meeting,
            approved,
            said=(
                "Referatet af 10.01.2023 er godkendt 05.01.2023, før mødet.",
                "The minutes of 10.01.2023 were approved on 05.01.2023, before the meeting.",
            ),
        )

    def test_what_is_done_was_agreed_before(self) -> None:
        book = Noted()
        agreed = book.given(TaskAgreed(item=book.one, task="ringer"))
        done = book.given(TaskCompleted(task=f"t{agreed}"), "2023-02-01")  # type: ignore[arg-type]
        assert not book.found("task-done-before-agreed")
        self._moved(book, agreed, TaskAgreed(item=book.one, task="ringer"))
        self._only(
            book,
            "task-done-before-agreed",
            book.m,
            done,
            agreed,
            said=(
                "Opgaven er udført 01.02.2023, før den blev aftalt 01.03.2023.",
                "The task was done on 01.02.2023, before it was agreed on 01.03.2023.",
            ),
        )

    def test_and_what_is_answered_was_sent_before(self) -> None:
        book = Noted()
        body: Any = f"b{book.given(ExternalBodyRegistered(name='Kulturudvalget'))}"
        sent = ApplicationSent(item=book.one, title="Pulje", recipient=body)
        number = book.given(sent)
        answered = book.given(AnswerReceived(dispatch=f"d{number}"), "2023-02-01")  # type: ignore[arg-type]
        self._moved(book, number, sent)
        self._only(
            book,
            "answered-before-sent",
            book.m,
            answered,
            number,
            said=(
                "Svaret er modtaget 01.02.2023, før det, der svares på, blev sendt 01.03.2023.",
                "The answer came on 01.02.2023, before what it answers was sent on 01.03.2023.",
            ),
        )

    def _moved(self, book: KeptBook, number: int, event: Any) -> None:
        """Correct when something took effect, which the rules do not hold against what followed."""
        book.given(EntryCorrected(entry=number, replacement=event, reason="Dagen", effective=Effective("2023-03-01")))
