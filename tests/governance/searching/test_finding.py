"""Searching a record: what the index proposes, the record bears out; it keeps up."""

from array import array

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.catalogue import (
    AgendaItemAdded,
    CouncilEstablished,
    EntryCorrected,
    EntryStruck,
    ItemDecided,
    MemberAppointed,
    NoteWritten,
    PersonRegistered,
    PersonRenamed,
)
from events.entry import Entry, seal, unseal
from events.naming import introduced, names
from events.sqlite.log import SqliteLog
from events.words import Words
from governance.searching.finding import Search, kept_up
from governance.searching.marking import ABOUT, given_name
from governance.searching.sought import Sought, holds, said_in, terms_in
from governance.withholding import PublicCopy
from tests.governance.searching.searched_book import BOOK, Searched, entry_of
from tests.governance.test_laws import drafted


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
    entries = [entry_of("law", entry.number, entry.event, entry.effective) for entry in drafted(seed, 120)[0]]
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
