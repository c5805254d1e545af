"""Searching a record: what the index proposes, the record bears out; it keeps up, and it forgets."""

import os
import sqlite3
import subprocess
import sys
from array import array
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.catalogue import (
    AgendaItemAdded,
    AnyEvent,
    AttendanceRecorded,
    AttendanceStatus,
    CouncilEstablished,
    EntryCorrected,
    EntryStruck,
    ItemDecided,
    ItemPostponed,
    MatterOpened,
    MeetingOpened,
    MeetingRescheduled,
    MeetingScheduled,
    MemberAppointed,
    NoteWritten,
    PersonRegistered,
    PersonRenamed,
    TaskAgreed,
    TaskCompleted,
    WordsErased,
)
from events.entry import Entry, seal, unseal
from events.moments import Effective, timestamp
from events.naming import introduced, names
from events.sqlite.log import SqliteLog
from events.words import Words
from governance.searching.finding import Search, kept_up
from governance.searching.index import SearchIndex, WordNotForgotten
from governance.searching.index_file import index_path
from governance.searching.marking import ABOUT, given_name
from governance.searching.sought import Sought, holds, said_in, terms_in
from governance.withholding import PublicCopy
from tests.events.test_sqlite_store import tampered
from tests.governance.test_laws import drafted
from tests.rights import without_rights_to_everything

BOOK = "raadet"


def _entry(book: str, number: int, event: AnyEvent, effective: Effective | None) -> Entry:
    return Entry(
        book=book,
        number=number,
        schema_version=1,
        command_id=f"command-{number}",
        recorded_at=timestamp(datetime(2026, 11, 22, 9, 0, tzinfo=UTC) + timedelta(seconds=number)),
        recorded_by="Hanne Bro",
        effective=effective,
        event=event,
    )


class Searched:
    """A record with its index, and a book that entries are appended to."""

    def __init__(self, record: Path, name: str = BOOK) -> None:
        self.record = record
        self.log = SqliteLog(record)
        self.name = name
        self.index = SearchIndex(record)

    def given(self, *events: AnyEvent, effective: str | None = None) -> int:
        """Append events and return the number of the last entry; members are there from 2020 on."""
        for event in events:
            number = self.log.head(self.name) + 1 if self.record.exists() else 1
            since = "2020-01-01" if isinstance(event, MemberAppointed) else None
            when = effective or since
            self.log.append([seal(_entry(self.name, number, event, Effective(when) if when else None))])
        return number

    def found(self, words: str = "", **more: object) -> list[int]:
        """Return the numbers of what is found once the index has caught up."""
        list(kept_up(self.log, self.index, self.name))
        sought = Sought(words=words, **more)  # type: ignore[arg-type]
        return list(Search(self.log, self.index, self.name, sought).numbers())

    def close(self) -> None:
        """Let go of everything."""
        self.index.close()
        self.log.close()


@pytest.fixture
def searched(tmp_path: Path) -> Iterator[Searched]:
    """A council with two members, a meeting with two items, a matter and a task."""
    held = Searched(tmp_path / "protokol.referat")
    held.given(
        CouncilEstablished(name="Integrationsrådet"),  # 1
        PersonRegistered(name="Åse Møller"),
        MemberAppointed(person="p2"),
        PersonRegistered(name="Bo Ørum"),
        MemberAppointed(person="p4"),
        MatterOpened(title="Sprogcafé i biblioteket", kind="general"),  # 6
        MeetingScheduled(date="2022-09-28", start="15:30"),
        MeetingOpened(meeting="m7"),
        AttendanceRecorded(meeting="m7", person="p2", status=AttendanceStatus.PRESENT),
        AgendaItemAdded(meeting="m7", number="1", title="Sprogcafé", matter="s6"),  # 10
        AgendaItemAdded(meeting="m7", number="2", title="Kår for unge"),
        NoteWritten(meeting="m7", item="i10", text="Caféen har åbent to gange om ugen."),  # 12
        TaskAgreed(item="i10", task="finde flere frivillige", responsible="p4"),
        ItemPostponed(item="i11", text="Udsat."),
        TaskCompleted(task="t13"),
        MeetingScheduled(date="2023-01-10"),  # 16
        MeetingRescheduled(meeting="m16", date="2023-02-14"),
        NoteWritten(meeting="m16", text="Karrierer."),
    )
    yield held
    held.close()


def test_every_word_is_found_by_its_beginning_and_all_of_them_must_be_there(searched: Searched) -> None:
    assert searched.found("sprog") == [6, 10]
    assert searched.found("SPROGCAFÉ bibl") == [6]
    assert searched.found("sprog xyz") == []
    assert searched.found("café") == [12]
    assert searched.found("–") == []


def test_danish_letters_are_exact(searched: Searched) -> None:
    assert searched.found("kår") == [11]
    assert searched.found("kar") == [18]
    assert searched.found("sprogcafe") == []


def test_a_name_finds_what_is_about_the_person(searched: Searched) -> None:
    assert searched.found("møl") == [2, 3, 9]
    assert searched.found("møller", kinds=("AttendanceRecorded",)) == [9]
    number = searched.given(PersonRenamed(person="p2", name="Åse Vang"))
    assert searched.found("vang") == [2, 3, 9, number]
    assert searched.found("ørum frivillige") == [13]


def test_filters_narrow_down(searched: Searched) -> None:
    assert searched.found(about=("m7",)) == [7, 8, 9, 10, 11, 12, 13, 14, 15]
    assert searched.found(about=("s6",)) == [6, 10, 12, 13, 15]
    assert searched.found(about=("t13",)) == [13, 15]
    assert searched.found(about=("p2", "m7")) == [9]
    assert searched.found(kinds=("TaskAgreed", "ItemPostponed")) == [13, 14]
    assert searched.found("hanne") == []
    assert searched.found(by="hanne", kinds=("NoteWritten",)) == [12, 18]
    assert searched.found(by="bo") == []


def test_the_day_is_that_of_the_meeting_where_an_entry_has_none(searched: Searched) -> None:
    assert searched.found(first="2022-09-28", last="2022-09-28") == [7, 8, 9, 10, 11, 12, 13, 14, 15]
    assert searched.found("karrierer", first="2023-02-01", last="2023-02-28") == [18]
    assert searched.found("karrierer", last="2023-02-13") == []
    number = searched.given(
        MemberAppointed(person=f"p{searched.given(PersonRegistered(name='Eva'))}"), effective="1999-05-01"
    )
    assert searched.found(last="1999-12-31") == [number]


def test_what_speaks_of_an_entry_belongs_where_that_belongs(searched: Searched) -> None:
    struck = searched.given(EntryStruck(entry=9, reason="Ført to gange"))
    corrected = searched.given(
        EntryCorrected(entry=12, reason="Slåfejl", replacement=NoteWritten(meeting="m7", item="i10", text="Lukket."))
    )
    assert searched.found(about=("m7", "p2")) == [9, struck]
    assert searched.found("møller", about=("m7",)) == [9, struck]
    assert searched.found("lukket", about=("s6",)) == [corrected]


def test_only_what_was_recorded_since_is_taken_in(searched: Searched) -> None:
    assert searched.found("sommerfest") == []
    assert list(kept_up(searched.log, searched.index, BOOK)) == [18]
    number = searched.given(NoteWritten(meeting="m7", text="Sommerfest i juni."))
    assert list(kept_up(searched.log, searched.index, BOOK)) == [number]
    assert searched.found("sommerfest") == [number]


def test_books_do_not_mix(searched: Searched) -> None:
    other = Searched(searched.record, "aeldreraadet")
    other.given(CouncilEstablished(name="Ældrerådet"), PersonRegistered(name="Carl Sprogø"))
    assert searched.found("sprog") == [6, 10]
    assert other.found("sprog") == [2]
    assert searched.found("sprog") == [6, 10]
    other.close()


def test_a_log_that_withholds_words_is_not_searched_for_them(searched: Searched) -> None:
    number = searched.given(
        NoteWritten(
            meeting="m7",
            item=f"i{searched.given(AgendaItemAdded(meeting='m7', number='3', title='Personsag', closed=True))}",
            text="Et hemmeligt forhold.",
        )
    )
    assert searched.found("hemmelig") == [number]
    public = Search(PublicCopy(searched.log), searched.index, BOOK, Sought(words="hemmelig"))
    assert list(public.numbers()) == []


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


def _scanned(log: SqliteLog, sought: Sought) -> list[int]:
    """Return what a reader of the whole book would find."""
    decode = msgspec.json.Decoder(Words).decode
    stored = [(unseal(body, words), decode(words)) for body, words in log.read("law")]
    entries = {entry.number: entry for entry, _ in stored}
    called: dict[str, list[str]] = {}
    for entry, words in stored:
        if (one := given_name(entry)) is not None:
            called.setdefault(one, []).extend(terms_in(said_in(words)))

    def about(entry: Entry) -> set[str]:
        found = {*names(entry.event), *introduced(entry.event, entry.number)}
        return found | about(entries[entry.event.entry]) if isinstance(entry.event, ABOUT) else found

    def has(entry: Entry, words: Words, term: str) -> bool:
        if holds(term, terms_in(said_in(words))):
            return True
        return len(term) > 1 and any(holds(term, called.get(one, ())) for one in about(entry))

    return [
        entry.number
        for entry, words in stored
        if (not sought.kinds or type(entry.event).__name__ in sought.kinds)
        and all(has(entry, words, term) for term in sought.terms)
    ]


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 10_000),
    st.lists(st.sampled_from(["ræ", "plan", "anna", "kult", "o", "æø", "for åre", "und"]), max_size=2),
)
def test_the_index_finds_what_reading_the_whole_book_finds(
    tmp_path_factory: pytest.TempPathFactory, seed: int, words: list[str]
) -> None:
    held = Searched(tmp_path_factory.mktemp("book") / "r", "law")
    entries = [_entry("law", entry.number, entry.event, entry.effective) for entry in drafted(seed, 120)[0]]
    held.log.append([seal(entry) for entry in entries])
    for sought in (Sought(words=" ".join(words)), Sought(words="rådet", kinds=("NoteWritten", "ItemDecided"))):
        list(kept_up(held.log, held.index, "law"))
        expected = _scanned(held.log, sought) if sought.asks else []
        assert list(Search(held.log, held.index, "law", sought).numbers()) == expected
        assert list(list(Search(held.log, held.index, "law", sought).bit_by_bit())[-1]) == expected
    held.close()


def test_what_is_found_bit_by_bit_is_there_at_once_and_in_the_end_whole(searched: Searched) -> None:
    searched.given(*(NoteWritten(meeting="m7", text=f"Række {count}") for count in range(400)))
    taking_in = kept_up(searched.log, searched.index, BOOK)
    steps = list(Search(searched.log, searched.index, BOOK, Sought(words="række")).bit_by_bit(taking_in))
    assert steps[0] == array("q")
    steps = list(Search(searched.log, searched.index, BOOK, Sought(words="række")).bit_by_bit())
    assert [len(step) for step in steps] == [32, 160, 400, 400]
    assert list(Search(searched.log, searched.index, BOOK, Sought(words="række")).numbers(limit=5)) == [
        19,
        20,
        21,
        22,
        23,
    ]


def test_a_decision_is_found_by_who_was_named_in_it(searched: Searched) -> None:
    number = searched.given(ItemDecided(item="i10", outcome="decided", text="Åse Møller indkalder."))
    assert number in searched.found("møller indkalder")
