"""`referat search`, as a user runs it."""

import pytest

from governance.searching.index_file import index_path
from tests.commandline.running import NORDHOLM, Referat, refused


def found(referat: Referat, *arguments: object) -> list[int]:
    """Return the numbers of the entries that are found."""
    return [line["number"] for line in referat.done("search", NORDHOLM, *arguments, "--json").lines]


class TestSearch:
    def test_lines_are_those_of_the_log_and_how_many_is_said_beside_them(self, referat: Referat) -> None:
        ran = referat.done("search", NORDHOLM, "chau")
        log = referat.done("log", NORDHOLM).out.splitlines()
        assert ran.out.splitlines()
        assert set(ran.out.splitlines()) < set(log)
        assert str(len(ran.out.splitlines())) in ran.messages

    def test_every_word_must_be_there(self, referat: Referat) -> None:
        assert set(found(referat, "chau", "nguyen")) <= set(found(referat, "chau"))
        assert found(referat, "chau", "findesikke") == []

    def test_filters_go_together_with_words(self, referat: Referat) -> None:
        everything = found(referat, "chau")
        (apology,) = found(referat, "chau", "--kind", "AttendanceRecorded", "--meeting", "2025-03-11")
        assert apology in everything
        assert set(found(referat, "--member", "nguyen")) <= set(everything)
        assert found(referat, "chau", "--from", "1.4.2025", "--to", "2025") != everything
        assert found(referat, "--recorded-by", "alice", "--limit", "3") == [1, 2, 3]

    def test_the_index_is_made_anew(self, referat: Referat) -> None:
        before = found(referat, "chau")
        path = index_path(referat.record)
        path.write_bytes(path.read_bytes()[:5000])
        assert found(referat, "chau", "--rebuild") == before
        path.unlink()
        referat.done("search", NORDHOLM, "--rebuild")
        assert path.exists()

    @pytest.mark.parametrize(
        ("arguments", "code", "says"),
        [
            ((), 2, ()),
            (("–",), 2, ()),
            (("x", "--kind", "Beslutning"), 3, ("Beslutning", "ItemDecided")),
            (("--member", "Findesikke"), 7, ("Findesikke", "Chau Nguyen")),
            (("--matter", "findesikke"), 7, ("findesikke",)),
            (("--meeting", "1999-01-01"), 7, ("01.01.1999", "11.03.2025")),
            (("x", "--from", "snart"), 2, ("snart", "28.9.2022")),
        ],
    )
    def test_what_cannot_be_sought_is_said(
        self, referat: Referat, language: str, arguments: tuple[str, ...], code: int, says: tuple[str, ...]
    ) -> None:
        refused(referat, "search", NORDHOLM, *arguments, code=code, says=says)
