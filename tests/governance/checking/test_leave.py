"""Given who is on leave, whether somebody took a seat meanwhile."""

from typing import Any

import pytest

from events.catalogue import AttendanceStatus, LeaveEnded, LeaveGranted
from tests.governance.checking.checked_book import CheckedBook

KIND = "attends-on-leave"


def _book(leave: str = "2022-12-01", **more: Any) -> tuple[CheckedBook, int]:
    book = CheckedBook()
    return book, book.given(LeaveGranted(person=book.people[0], **more), leave)


def test_a_member_on_leave_who_attends_is_found() -> None:
    book, leave = _book()
    meeting = book.held(book.people)
    (found,) = book.found(KIND)
    assert (found.severity, found.source, found.meeting) == ("doubt", "book", meeting)
    assert found.entries == [*book.attendance(meeting, book.people[0]), leave]
    assert book.said(KIND) == (
        "Anna Ægidius var med til mødet, men har orlov fra 01.12.2022; bogen siger ikke, at orloven er ophørt.",
        "Anna Ægidius was at the meeting, but is on leave from 01.12.2022; the book does not tell that the leave ended.",
    )


@pytest.mark.parametrize(("ended", "found"), [("2022-12-31", 0), ("2023-01-10", 0), ("2023-01-11", 1)])
def test_who_came_back_is_not(ended: str, found: int) -> None:
    book, _ = _book()
    book.given(LeaveEnded(person=book.people[0]), ended)
    book.held(book.people)
    assert len(book.found(KIND)) == found


@pytest.mark.parametrize(("until", "found"), [("2023-01-09", 0), ("2023-01-10", 1)])
def test_nor_whose_leave_ran_out(until: str, found: int) -> None:
    book, _ = _book(until=until)
    book.held(book.people)
    assert len(book.found(KIND)) == found


def test_nor_who_is_granted_leave_at_the_meeting() -> None:
    book, _ = _book("2023-01-10")
    book.held(book.people)
    assert not book.found(KIND)


def test_nor_who_stayed_away() -> None:
    book, _ = _book()
    meeting = book.held(book.people[1:], away=book.people[:1])
    assert not book.found(KIND)
    book.attends(meeting, book.people[0])
    book.attends(meeting, book.people[0], AttendanceStatus.APOLOGY)
    assert not book.found(KIND)
