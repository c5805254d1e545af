"""The board: how far each meeting has come and what is next; the minutes and what is to be followed up."""

from typing import Any

import pytest

from events.catalogue import (
    ApprovalForm,
    Authority,
    AuthorityKind,
    DaysKind,
    Deadline,
    EntryCorrected,
    ItemDecided,
    MeetingCancelled,
    MinutesIssued,
    Rules,
    RulesAdopted,
    SignerRule,
    TaskAgreed,
    TaskCompleted,
)
from governance.planning.agenda import adding, sending, titled
from governance.planning.board import board, open_meeting
from governance.planning.followup import follow_ups
from governance.planning.minutes import approvers, approving, signers, signing
from tests.governance.planning.planned_book import PlannedBook
from tests.scenario import TODAY


def _steps(book: PlannedBook) -> list[str]:
    return [held.step for held in board(book.draft.fold, TODAY).meetings]


def _issued(book: PlannedBook) -> None:
    book.closed()
    book.given(
        MinutesIssued(meeting=book.before, through=book.draft.fold.number, document_sha256="ab" * 32), "2026-09-03"
    )


def test_each_status_has_its_next_step() -> None:
    book = PlannedBook()
    assert _steps(book) == ["build-agenda", "build-agenda"]
    book.carried(adding(book.next, [titled("Skilt")]))
    assert _steps(book) == ["build-agenda", "send-agenda"]
    book.carried(sending(book.next, "2026-11-21"))
    book.held("Budget")
    assert _steps(book) == ["go-on", "open"]
    assert open_meeting(book.draft.fold) == book.before
    book.closed()
    assert _steps(book)[0] == "issue"
    assert open_meeting(book.draft.fold) is None


def test_minutes_are_issued_approved_and_signed_where_the_rules_ask_for_it() -> None:
    book = PlannedBook()
    book.given(RulesAdopted(rules=Rules(signers=SignerRule.CHAIR)), "2026-01-01")
    book.held("Budget")
    _issued(book)
    assert _steps(book)[0] == "approve"
    (at,) = approvers(book.draft.fold, book.before)
    assert (at.meeting, at.item) == (book.next, None)
    book.carried(approving(book.before, ApprovalForm.SILENCE, None, "2026-10-01"))
    assert _steps(book)[0] == "sign"
    assert [one.name for one in signers(book.draft.fold, book.before)] == ["Anna Ægidius", "Bo Ørum"]
    book.carried(signing(book.before, book.anna, "punkt 2 er for kort", "2026-10-02"))
    assert _steps(book)[0] == "read"
    assert [one.name for one in signers(book.draft.fold, book.before)] == ["Bo Ørum"]
    assert book.meeting(book.before).signatures[0].reservation == "punkt 2 er for kort"


def test_minutes_are_approved_under_the_item_for_it_with_what_was_corrected_since() -> None:
    book = PlannedBook()
    (budget,) = book.held("Budget")
    decided = book.given(ItemDecided(item=budget, text="Godkendt."), "2026-09-01")
    _issued(book)
    correction = EntryCorrected(
        entry=decided,
        replacement=ItemDecided(item=budget, text="Vedtaget."),
        reason="Ordet var et andet",
        authority=Authority(kind=AuthorityKind.MEETING, meeting=book.next),
    )
    corrected = book.given(correction)
    book.carried(adding(book.next, [titled("Godkendelse af dagsorden"), titled("Godkendelse af referat")]))
    (at,) = approvers(book.draft.fold, book.before)
    assert at.item == book.meeting(book.next).agenda[1].id
    book.carried(approving(book.before, ApprovalForm.AT_MEETING, at, "2027-01-12"))
    (approval,) = book.draft.fold.approvals
    assert (approval.of, approval.meeting, approval.corrections) == ("2026-09-01", book.next, (corrected,))


@pytest.mark.parametrize(
    ("deadline", "day"),
    [
        (Deadline(days=7), "2027-01-05"),
        (Deadline(days=4, kind=DaysKind.WEEKDAYS), "2027-01-06"),
    ],
)
def test_the_last_day_to_send_an_agenda(deadline: Deadline, day: str) -> None:
    book = PlannedBook()
    book.given(RulesAdopted(rules=Rules(notice=deadline)), "2026-01-01")
    assert board(book.draft.fold, TODAY).meetings[1].send_by == day


def test_the_cursor_stands_on_the_meeting_that_is_wanted() -> None:
    book = PlannedBook()
    assert board(book.draft.fold, TODAY).cursor == 1
    book.held("Budget")
    assert board(book.draft.fold, TODAY).cursor == 0
    _issued(book)
    assert board(book.draft.fold, TODAY).cursor == 1
    book.given(MeetingCancelled(meeting=book.next))
    assert board(book.draft.fold, TODAY).cursor == 0
    assert [held.status for held in board(book.draft.fold, TODAY).meetings] == ["issued", "cancelled"]


def test_what_is_overdue_is_followed_up_first_and_what_is_done_last() -> None:
    book = PlannedBook()
    (budget,) = book.held("Budget")
    for task, due in (
        ("sent", "2026-12-24"),
        ("udført", "2026-10-01"),
        ("uden frist", None),
        ("over frist", "2026-10-02"),
    ):
        book.given(TaskAgreed(item=budget, task=task, due=due, responsible=book.bo), "2026-09-01")
    done: Any = next(one.id for one in book.state.tasks if one.task == "udført")
    book.given(TaskCompleted(task=done), "2026-10-05")
    found = follow_ups(book.draft.fold, TODAY)
    assert [one.what for one in found] == ["over frist", "sent", "uden frist", "udført"]
    assert [(one.overdue, one.done, one.done_on) for one in found] == [
        (True, False, None),
        (False, False, None),
        (False, False, None),
        (False, True, "2026-10-05"),
    ]
    assert {one.who for one in found} == {"Bo Ørum"}
