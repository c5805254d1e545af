"""Given a matter that is decided in writing: nobody opens a meeting, but it was held, closes and has minutes."""

from typing import Any

import pytest

from events.catalogue import ItemDecided, ItemPostponed, MeetingClosed, MeetingForm, MinutesIssued
from tests.governance.checking.kept_book import JANUARY, KeptBook
from tests.governance.test_explaining import explained, kinds

OPEN_ENDED = "neither-held-nor-called-off"


class Writing(KeptBook):
    """A meeting in January, in writing where nothing else is said, with an item."""

    def __init__(self, form: MeetingForm = MeetingForm.WRITTEN) -> None:
        super().__init__()
        self.m: Any = self.planned(form=form)
        self.one = self.listed(self.m)

    @property
    def status(self) -> str:
        """How far the meeting has come."""
        return self.meeting(self.m).status


def test_it_was_held_when_something_was_decided() -> None:
    book = Writing()
    assert (book.status, len(book.found(OPEN_ENDED))) == ("planned", 1)
    book.given(ItemDecided(item=book.one), JANUARY)
    assert (book.status, book.findings()) == ("open", [])


def test_its_status_is_explained() -> None:
    book = Writing()
    book.given(ItemDecided(item=book.one), JANUARY)
    assert kinds(explained(book, f"{book.m}/status")) == ["status-decided-in-writing"]


def test_it_closes_without_being_opened() -> None:
    book = Writing()
    assert "cannot be closed" in book.refused(MeetingClosed(meeting=book.m))
    book.given(ItemDecided(item=book.one), JANUARY)
    book.over(book.m)
    assert (book.status, book.findings()) == ("closed", [])
    assert "closed already" in book.refused(MeetingClosed(meeting=book.m))


def test_its_minutes_are_issued_without_either() -> None:
    book = Writing()
    issue = MinutesIssued(meeting=book.m, through=1, document_sha256="ab" * 32)  # type: ignore[arg-type]
    assert "cannot be issued yet" in book.refused(issue)
    book.given(ItemDecided(item=book.one), JANUARY)
    book.issued(book.m)
    assert (book.status, book.findings()) == ("issued", [])


@pytest.mark.parametrize("form", [form for form in MeetingForm if form is not MeetingForm.WRITTEN])
def test_a_meeting_at_which_people_meet_is_opened(form: MeetingForm) -> None:
    book = Writing(form)
    book.given(ItemDecided(item=book.one), JANUARY)
    assert (book.status, len(book.found(OPEN_ENDED))) == ("planned", 1)
    assert "cannot be closed" in book.refused(MeetingClosed(meeting=book.m))
    assert "cannot be issued yet" in book.refused(
        MinutesIssued(meeting=book.m, through=1, document_sha256="ab" * 32)  # type: ignore[arg-type]
    )


def test_what_is_put_off_counts_as_dealt_with() -> None:
    book = Writing()
    book.given(ItemPostponed(item=book.one), JANUARY)
    assert not book.found(OPEN_ENDED)
