"""Many files at once: each judged by itself, on the state that the ones before would make."""

import random
from pathlib import Path

from events.sqlite.log import SqliteLog
from governance.importing.documents_taken import documents_taken
from governance.importing.files import files_in
from governance.importing.gathering import Assessing, Gathered, by_date, gathered
from governance.importing.meetings import AlreadyThere
from tests.governance.test_reviewing import TEXT
from tests.minutes_of_years import minutes_of_years
from tests.taken import only_book, take


def assessed(record: Path, names: list[str]) -> list[Gathered]:
    log = SqliteLog(record)
    try:
        assessing = Assessing(log, {})
        return [assessing.assessed(one) for one in sorted(gathered(log, names), key=by_date)]
    finally:
        log.close()


def put(folder: Path, **texts: str) -> list[str]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return files_in(str(folder))


def test_files_stand_by_the_days_of_their_meetings_whatever_they_are_called(tmp_path: Path) -> None:
    texts = list(minutes_of_years(8))
    names = put(tmp_path, **{f"f{random.Random(index).random()}": text for index, text in enumerate(texts)})
    found = assessed(tmp_path / "r", names)
    days = [one.file.document.date for one in found if one.file is not None]
    assert days == sorted(day for day in days if day is not None)
    assert all(one.counts is not None and one.counts.is_clear for one in found)
    assert {one.book for one in found} == {"aeldreraadet-nordholm-kommune"}
    assert not (tmp_path / "r").exists()


def test_one_bad_file_says_so_and_hinders_no_other(tmp_path: Path) -> None:
    names = put(tmp_path, a="Hej", b=TEXT, c="", d=TEXT.replace("11. marts", "31. februar"))
    found = assessed(tmp_path / "r", [*names, str(tmp_path / "missing.txt")])
    assert sorted(Path(one.name).name for one in found if one.refused is None) == ["b.txt"]
    assert all(
        one.refused is not None and one.refused.exit_code == 3 for one in found if not one.name.endswith("b.txt")
    )


def test_what_the_book_has_is_there_already(tmp_path: Path) -> None:
    take(tmp_path / "r", [TEXT], keep_unclear=True)
    (found,) = assessed(tmp_path / "r", put(tmp_path, a=TEXT))
    assert found.is_there
    assert isinstance(found.refused, AlreadyThere)


def test_the_same_meeting_twice_counts_once(tmp_path: Path) -> None:
    found = assessed(tmp_path / "r", put(tmp_path, a=TEXT, b=TEXT + "\n"))
    assert [one.is_there for one in found] == [False, True]


def test_folders_are_read_to_their_depths_and_names_in_quotes_are_names(tmp_path: Path) -> None:
    (tmp_path / "2024 møder").mkdir()
    put(tmp_path / "2024 møder", a=TEXT)
    put(tmp_path, b=TEXT)
    (tmp_path / "x.png").write_bytes(b"")
    inner = str(tmp_path / "2024 møder" / "a.txt")
    assert files_in(f"{tmp_path}\n'{inner}'\n{inner.replace(' ', chr(92) + ' ')}\n\n") == [
        inner,
        str(tmp_path / "b.txt"),
    ]


def test_the_documents_of_a_book_are_listed_with_what_is_in_force(tmp_path: Path) -> None:
    texts = list(minutes_of_years(3))
    recorded = take(tmp_path / "r", texts)
    book = only_book(tmp_path / "r")
    found = documents_taken(book.fold(), book.entries())
    assert [(one.day, one.minutes, one.source) for one in found] == [
        (proposal.file.document.date, True, proposal.file.source.sha256) for proposal, _, _ in recorded
    ]
