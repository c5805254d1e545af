"""Travelling among erased words: an erasure is a change like any other, and nothing shows what is gone."""

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.catalogue import (
    AgendaItemAdded,
    AttendanceRecorded,
    AttendanceStatus,
    Authority,
    AuthorityKind,
    CouncilEstablished,
    DocumentAttached,
    EntryCorrected,
    Event,
    ItemDecided,
    MeetingClosed,
    MeetingOpened,
    MeetingScheduled,
    MemberAppointed,
    MinutesApproved,
    MinutesIssued,
    PersonRegistered,
    WordsErased,
)
from events.entry import words_of
from events.ids import MeetingId
from events.moments import Effective
from events.sqlite.log import SqliteLog
from events.words import ERASED
from governance.book import Book
from governance.rules.act import Act
from governance.state.places import Element
from governance.state.publishing import publish
from governance.travelling.kept_index import KeptIndex
from governance.travelling.since_approved import since_approved
from governance.travelling.travelling import Traveller
from governance.wording.changed_at import changed_at
from tests.governance.test_laws import recorded
from tests.governance.travelling.test_travelling import COUNCIL, part

BASIS, AUTHORITY = "Databeskyttelsesforordningen art. 17", "Kommunens databeskyttelsesrådgiver"
SECRET = "Zacharias Kvist flyttede til Grævlingevej."


class Travelled:
    """A book that is recorded in while somebody travels in it, by a traveller who keeps entries at hand."""

    def __init__(self, path: Path) -> None:
        self.book = Book(SqliteLog(path), "raadet", actor="Hanne Bro")
        self.index = KeptIndex(path, "raadet")
        self.log = SqliteLog(path)
        self.traveller = Traveller(self.log, "raadet", self.index)

    def given(self, event: Event, when: str | None = None) -> int:
        """Record an event, and let the traveller know; return the number of its last entry."""
        entries = self.book.record(Act(event=event, effective=Effective(when) if when else None))  # type: ignore[arg-type]
        while self.index.catch_up(self.log):
            pass
        return entries[-1].number

    def erased(self, entry: int, *fields: str) -> int:
        return self.given(WordsErased(entry=entry, fields=fields, basis=BASIS, authority=AUTHORITY))

    def lines(self, number: int) -> list[str]:
        return list(changed_at(self.traveller.seen(number), self.traveller.amendments))

    def changed_since(self) -> list[int]:
        entries, fold = self.traveller.about(MeetingId("m7"))
        return [entry.number for entry in since_approved(fold, entries, fold.meetings[MeetingId("m7")]).after_approval]

    def close(self) -> None:
        self.book.log.close()
        self.index.close()
        self.log.close()


@pytest.fixture
def travelled(tmp_path: Path) -> Iterator[Travelled]:
    """A council with two members, a meeting with a decision in entry 12, and its minutes approved in entry 16."""
    held = Travelled(tmp_path / "protokol.referat")
    held.given(CouncilEstablished(name="Integrationsrådet"))
    for name in ("Åse Møller", "Zacharias Kvist"):
        number = held.given(PersonRegistered(name=name))
        held.given(MemberAppointed(person=f"p{number}"), "2020-01-01")
    held.given(PersonRegistered(name="Bo Ørum"))
    held.given(MeetingScheduled(date="2022-09-28", start="15:30"))
    held.given(MeetingOpened(meeting="m7"), "2022-09-28T15:30")
    held.given(AttendanceRecorded(meeting="m7", person="p4", status=AttendanceStatus.PRESENT), "2022-09-28")
    held.given(AgendaItemAdded(meeting="m7", title="Ansøgning"), "2022-09-28")
    held.given(ItemDecided(item="i11", text=SECRET), "2022-09-28")
    held.given(MeetingClosed(meeting="m7"), "2022-09-28T17:00")
    held.given(MinutesIssued(meeting="m7", through=13, document_sha256="0" * 64), "2022-09-30")
    held.given(MeetingScheduled(date="2022-10-26"))
    held.given(MinutesApproved(meeting="m15", of="2022-09-28"), "2022-10-26")
    yield held
    held.close()


def test_an_erasure_is_a_change_and_stands_where_the_erased_entry_stands(travelled: Travelled) -> None:
    number = travelled.erased(12, "/event/text")
    seen = travelled.traveller.seen(number)
    (change,) = seen.changes()
    assert change.place == ("erasures", Element((12,), 0))
    assert (seen.stand.meeting, seen.stand.item, seen.stand.day) == ("m7", "i11", "2022-09-28")
    assert seen.changed is not None
    assert seen.changed.number == 12
    said = f"Words erased in entry 12: text. Basis: {BASIS}. Decided by: {AUTHORITY}."
    assert travelled.lines(number) == [said, "Erased words", f"  new: {said}"]
    assert travelled.index.amending() == [number]


def test_a_second_erasure_in_the_same_entry_is_told_by_itself(travelled: Travelled) -> None:
    travelled.erased(12, "/event/text")
    second = travelled.erased(12, "/recorded_by")
    (change,) = travelled.traveller.seen(second).changes()
    assert change.place == ("erasures", Element((12,), 1))


def test_the_erased_entry_says_so_at_once_and_shows_nothing_that_is_gone(travelled: Travelled) -> None:
    before = travelled.traveller.seen(12)
    assert SECRET in words_of(before.entry).values()
    number = travelled.erased(12, "/event/text")
    seen = travelled.traveller.seen(12)
    assert seen.erased_by == (number,)
    assert f"Words of it were erased later, by entry {number}." in travelled.lines(12)
    assert SECRET.encode() not in msgspec.json.encode([seen.entry, seen.state, seen.before])
    assert SECRET not in "\n".join(travelled.lines(12))
    assert words_of(seen.entry)["/event/text"] == ERASED


def test_a_correction_whose_words_are_erased_shows_nothing_that_is_gone(travelled: Travelled) -> None:
    replacement = ItemDecided(item="i11", text=f"{SECRET} Rettet.")
    written = Authority(kind=AuthorityKind.WRITTEN_PROCEDURE)
    correction = travelled.given(EntryCorrected(entry=12, replacement=replacement, reason="Fejl", authority=written))
    assert f"{SECRET} Rettet.".encode() in msgspec.json.encode(travelled.traveller.seen(correction).state)
    travelled.erased(12, "/event/text")
    number = travelled.erased(correction, "/event/replacement/text")
    for at in (12, correction, number):
        seen = travelled.traveller.seen(at)
        assert SECRET.encode() not in msgspec.json.encode([seen.entry, seen.state, seen.before]), at
    assert number in travelled.changed_since()


def test_an_attached_document_is_a_change_with_its_name(travelled: Travelled) -> None:
    number = travelled.given(DocumentAttached(item="i11", name="Budget.pdf", sha256="ab" * 32, size=1234))
    (change,) = travelled.traveller.seen(number).changes()
    assert change.place == ("attachments", Element((number,), 0))
    assert travelled.lines(number)[1:] == [
        "Attached documents",
        "  new: Attached: Budget.pdf (28.09.2022 item 1), 1 kB, SHA-256 abababababab",
    ]


class TestSinceApproved:
    def test_erasing_what_the_minutes_tell_changes_them(self, travelled: Travelled) -> None:
        assert travelled.changed_since() == []
        number = travelled.erased(12, "/event/text", "/recorded_by")
        assert travelled.changed_since() == [number]

    def test_erasing_who_recorded_it_does_not(self, travelled: Travelled) -> None:
        travelled.erased(12, "/recorded_by")
        assert travelled.changed_since() == []

    def test_erasing_a_name_counts_where_the_minutes_name_the_person(self, travelled: Travelled) -> None:
        travelled.erased(6, "/event/name")
        assert travelled.changed_since() == []
        number = travelled.erased(4, "/event/name")
        assert travelled.changed_since() == [number]


@settings(max_examples=8)
@given(st.integers(0, 2**32))
def test_whoever_travels_on_sees_no_erased_word_and_what_a_replay_says(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    """In random books: entries are looked at, words of them are erased, and they are looked at again."""
    path, chosen = tmp_path_factory.mktemp("erasing") / "law.referat", random.Random(seed)
    book = recorded(path, seed, 120)
    log, index = SqliteLog(path), KeptIndex(path, "law")
    traveller = Traveller(log, "law", index)
    while index.catch_up(log):
        pass
    for entry in chosen.sample(list(book.entries()), min(12, book.current().number)):
        traveller.seen(entry.number)
        words = {at: text for at, text in words_of(entry).items() if text != ERASED}
        if not words:
            continue
        pointers = tuple(chosen.sample(sorted(words), chosen.randint(1, len(words))))
        event = WordsErased(entry=entry.number, fields=pointers, basis=BASIS, authority=AUTHORITY)
        (erasure,) = book.record(Act(event=event))
        index.catch_up(log)
        now = words_of(traveller.seen(entry.number).entry)
        assert {at for at in words if now[at] == ERASED} == set(pointers)
        for number in (entry.number, erasure.number):
            seen, whole = traveller.seen(number), publish(book.fold(upto=number))
            for section in COUNCIL:
                assert getattr(seen.state, section) == getattr(whole, section), (number, section)
            meeting = seen.stand.meeting
            assert part(seen.state, "meetings", meeting) == part(whole, "meetings", meeting), number
        assert erasure.number in traveller.seen(entry.number).erased_by
        assert [change.place[0] for change in traveller.seen(erasure.number).changes()] == ["erasures"]
    index.close()
    log.close()
    book.log.close()
