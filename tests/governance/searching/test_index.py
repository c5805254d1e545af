"""The index beside a record: it is never trusted, it forgets what is erased, and no more people read it than the record."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from events.catalogue import (
    CouncilEstablished,
    NoteWritten,
    PersonRegistered,
    TaskAgreed,
    WordsErased,
)
from governance.searching.finding import Search, kept_up
from governance.searching.index import SearchIndex, WordNotForgotten
from governance.searching.index_file import index_path
from governance.searching.sought import Sought
from tests.events.test_sqlite_store import tampered
from tests.governance.searching.searched_book import BOOK, Searched
from tests.rights import without_rights_to_everything


class TestNeverTrusted:
    def test_what_the_record_does_not_bear_out_is_not_found(self, searched: Searched) -> None:
        searched.found("sprog")
        searched.index.close()
        with sqlite3.connect(index_path(searched.record)) as connection:
            connection.execute(
                "UPDATE held SET said = 'bestikkelse', marks = 'kItemDecided' WHERE rowid & 0xff IN (3, 12)"
            )
        connection.close()
        assert searched.found("bestikkelse") == []
        assert searched.found(kinds=("ItemDecided",)) == []

    def test_a_broken_index_is_made_anew(self, searched: Searched) -> None:
        searched.found("sprog")
        searched.index.close()
        path = index_path(searched.record)
        whole = path.read_bytes()
        path.write_bytes(whole[:4096] + bytes(len(whole) - 4096))
        assert searched.found("sprog") == [6, 10]

    def test_an_index_of_another_form_is_made_anew(self, searched: Searched) -> None:
        searched.found("sprog")
        searched.index.close()
        with sqlite3.connect(index_path(searched.record)) as connection:
            connection.execute("PRAGMA user_version=99")
        connection.close()
        assert searched.found("sprog") == [6, 10]

    def test_a_file_of_somebody_else_is_left_alone(self, searched: Searched) -> None:
        path = index_path(searched.record)
        path.write_text("Mine egne noter.", encoding="utf-8")
        assert searched.found("sprog") == [6, 10]
        searched.index.rebuild()
        assert path.read_text(encoding="utf-8") == "Mine egne noter."

    def test_it_can_be_deleted_at_any_time(self, searched: Searched) -> None:
        for _ in range(2):
            assert searched.found("sprog") == [6, 10]
            searched.index.close()
            index_path(searched.record).unlink()
        searched.index.rebuild()
        assert searched.found("sprog") == [6, 10]

    def test_a_record_that_took_the_place_of_another_is_taken_in_anew(self, searched: Searched, tmp_path: Path) -> None:
        searched.found("sprog")
        searched.close()
        for path in tmp_path.glob("protokol.referat*"):
            if path != index_path(searched.record):
                path.unlink()
        other = Searched(searched.record)
        other.given(CouncilEstablished(name="Et andet råd"), *(PersonRegistered(name=f"Sprog {n}") for n in range(20)))
        assert other.found("sprog") == list(range(2, 22))
        assert other.found("møller") == []
        other.close()


class TestForgetting:
    def _bytes(self, record: Path) -> bytes:
        return b"".join(path.read_bytes() for path in record.parent.glob(f"{index_path(record).name}*"))

    @pytest.mark.parametrize("erased_first", [True, False])
    def test_a_word_that_is_erased_leaves_the_file(self, searched: Searched, erased_first: bool) -> None:
        text = "Hemmelighedsfuldheden ramte Zacharias."
        number = searched.given(NoteWritten(meeting="m7", text=text))
        searched.given(*(NoteWritten(meeting="m7", text=f"Zebra {count}") for count in range(300)))
        assert searched.found("zacharias hemmelig") == [number]
        assert b"acharias" in self._bytes(searched.record)
        if erased_first:
            searched.log.close()
            erasing = """words = CAST(json_set(CAST(words AS TEXT), '$."/event/text"', NULL) AS BLOB)"""
            tampered(searched.record, f"UPDATE entries SET {erasing} WHERE number = {number}")
        searched.index.forget(searched.log, BOOK, number, "/event/text")
        assert b"acharias" not in self._bytes(searched.record)
        assert b"hemmelighed" not in self._bytes(searched.record).lower()
        assert list(Search(searched.log, searched.index, BOOK, Sought(words="zacharias")).numbers()) == []
        assert len(searched.found("zebra")) == 300
        assert number in searched.found(about=("m7",))

    def test_a_word_leaves_the_file_whoever_erased_it(self, searched: Searched) -> None:
        """As where the program was stopped right after erasing, or another one erased, and nobody told the index."""
        number = searched.given(NoteWritten(meeting="m7", text="Hemmelighedsfuldheden ramte Zacharias."))
        searched.given(*(NoteWritten(meeting="m7", text=f"Zebra {count}") for count in range(300)))
        assert searched.found("zacharias hemmelig") == [number]
        assert b"acharias" in self._bytes(searched.record)
        erasure = WordsErased(entry=number, fields=("/event/text",), basis="art. 17", authority="Kommunen")
        erased_in = searched.given(erasure)
        assert searched.index.find(BOOK, Sought(words="zacharias"))
        assert list(Search(searched.log, searched.index, BOOK, Sought(words="zacharias")).numbers()) == []
        assert searched.found("zacharias") == []
        assert not searched.index.find(BOOK, Sought(words="zacharias"))
        assert b"acharias" not in self._bytes(searched.record)
        assert b"hemmelighed" not in self._bytes(searched.record).lower()
        assert {number, erased_in} <= set(searched.found(about=("m7",)))
        assert len(searched.found("zebra")) == 300

    def test_a_name_that_was_erased_names_nobody(self, searched: Searched) -> None:
        number = searched.given(PersonRegistered(name="Zacharias Grå"))
        task = searched.given(TaskAgreed(item="i10", task="ringe", responsible=f"p{number}"))
        assert {number, task} <= set(searched.found("zacharias"))
        erasure = WordsErased(entry=number, fields=("/event/name",), basis="art. 17", authority="Kommunen")
        searched.given(erasure)
        assert searched.found("zacharias") == []
        assert not searched.index.naming(BOOK, "zacharias")
        assert b"acharias" not in self._bytes(searched.record)

    def test_the_other_words_of_the_entry_stay(self, searched: Searched) -> None:
        searched.found("frivillige")
        searched.index.forget(searched.log, BOOK, 13, "/recorded_by")
        assert searched.found("frivillige") == [13]
        assert 13 not in searched.index.find(BOOK, Sought(by="hanne"))

    def test_where_the_file_cannot_be_written_it_is_said_that_the_word_is_still_there(self, searched: Searched) -> None:
        searched.found("frivillige")
        other = sqlite3.connect(index_path(searched.record), isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        index = SearchIndex(searched.record)
        with pytest.raises(WordNotForgotten, match=r"protokol\.referat\.search"):
            index.forget(searched.log, BOOK, 13, "/event/task")
        other.close()
        index.close()

    def test_what_was_never_taken_in_needs_no_forgetting(self, searched: Searched) -> None:
        searched.index.forget(searched.log, BOOK, 12, "/event/text")
        searched.index.forget(searched.log, "ingen", 1, "/event/text")
        searched.found("sprog")
        searched.index.forget(searched.log, BOOK, 9999, "/event/text")
        assert searched.found("sprog") == [6, 10]


@pytest.mark.skipif(os.name != "posix", reason="the rights of files")
class TestRights:
    def test_nobody_reads_the_index_who_may_not_read_the_record(self, searched: Searched) -> None:
        searched.record.chmod(0o600)
        index = SearchIndex(searched.record)
        list(kept_up(searched.log, index, BOOK))
        index.close()
        assert index_path(searched.record).stat().st_mode & 0o077 == 0

    def test_who_only_reads_searches_and_leaves_nothing_behind(self, searched: Searched, tmp_path: Path) -> None:
        before = without_rights_to_everything()
        for path in (*tmp_path.iterdir(), tmp_path):
            path.chmod(0o555 if path.is_dir() else 0o444)
        try:
            command = [sys.executable, "-m", "tui", "--record", str(searched.record), "search", BOOK, "sprog"]
            ran = subprocess.run([*before, *command], capture_output=True, text=True, check=False)
            assert (ran.returncode, len(ran.stdout.splitlines())) == (0, 2), ran.stderr
            assert not index_path(searched.record).exists()
        finally:
            tmp_path.chmod(0o755)
