"""Given old minutes that were taken over, whether what is found of their meetings is true; and books of any acts at all."""

from pathlib import Path
from typing import Any

import pytest

from events.catalogue import ApprovalRule, MeetingOpened, Rules
from events.entry import Provenance
from events.errors import ReferatError
from events.event import Sha256
from governance.checking import check
from governance.checking.examined import Examined
from governance.history import amendments_in, standing
from governance.language import speak
from governance.wording.findings import finding_sentence
from tests.generating import Acts
from tests.governance.checking.kept_book import JANUARY, MARCH, KeptBook
from tests.scenario import TODAY, Scenario
from tests.taken import only_book, take


def test_the_seeds_show_what_is_true(seeds: tuple[Path, Path], tmp_path: Path) -> None:
    """Trap 12: minutes that lay open for 231 days. Of three meetings that were planned, the seeds tell no more."""
    take(tmp_path / "r.referat", [path.read_text(encoding="utf-8") for path in seeds])
    book = only_book(tmp_path / "r.referat")
    found = check(Examined(book.fold(), book.standing(), "2023-01-01"))
    assert [(one.kind, one.severity, one.day) for one in found] == [
        ("minutes-lay-long", "doubt", "2021-06-02"),
        ("neither-held-nor-called-off", "reminder", "2021-08-18"),
        ("neither-held-nor-called-off", "reminder", "2022-10-25"),
        ("neither-held-nor-called-off", "reminder", "2022-11-21"),
    ]


class TestMeetingsThatTheBookMayLack:
    def _book(self, day: str, *, taken_over: bool) -> KeptBook:
        """A meeting at which something was put off, and the next one in the book, without it."""
        book = KeptBook(rules=Rules(approval=ApprovalRule.NEXT_MEETING, meetings_a_year=4))
        first: Any = None
        for held in (JANUARY, day):
            meeting = book.planned(held)
            if first is None:
                first = book.listed(meeting)
            self._opened(book, meeting, taken_over=taken_over)
            if held == JANUARY:
                book.postponed(first)
            book.over(meeting)
            book.issued(meeting)
        return book

    def _opened(self, book: KeptBook, meeting: Any, *, taken_over: bool) -> None:
        provenance = Provenance(source=Sha256("ab" * 32)) if taken_over else None
        book.draft.record(MeetingOpened(meeting=meeting), provenance=provenance)

    @pytest.mark.parametrize(
        ("day", "taken_over", "found"),
        [(MARCH, True, True), ("2024-09-10", True, False), ("2024-09-10", False, True)],
    )
    def test_old_minutes_that_lie_far_apart_need_not_follow(self, day: str, taken_over: bool, found: bool) -> None:
        book = self._book(day, taken_over=taken_over)
        kinds = {one.kind for one in book.found("minutes-not-approved", "postponed-never-back")}
        assert kinds == ({"minutes-not-approved", "postponed-never-back"} if found else set())


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_found_stands_on_entries_in_force_and_can_be_said(seed: int) -> None:
    book, acts = Scenario(council=False), Acts(seed)
    for _ in range(400):
        act = acts.next(book.draft.fold)
        if act is not None:
            try:
                book.draft.record(act.event, effective=act.effective)
            except ReferatError:
                continue
    entries = list(book.draft.history.entries())
    in_force = list(standing(entries, amendments_in(entries)))
    found = check(Examined(book.draft.fold, in_force, TODAY))
    assert found
    for language in ("da", "en"):
        speak(language)
        for one in found:
            assert set(one.entries) <= {entry.number for entry in in_force}
            assert len(one.entries) == len(set(one.entries))
            assert finding_sentence(book.draft.fold, one).endswith((".", "?"))
