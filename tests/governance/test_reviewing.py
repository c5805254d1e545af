"""Reviewing a reading: the words each entry came from, how sure it is, and what follows from what is chosen."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.catalogue import (
    AgendaItemAdded,
    AttendanceRecorded,
    ItemDecided,
    ItemPostponed,
    MemberAppointed,
    MinutesApproved,
    NoteWritten,
    OrdstyrerElected,
    ReferentNamed,
    RemarkRecorded,
)
from events.errors import ReferatError
from events.event import Event
from events.ids import PersonId
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.documents.reading.usage import NOTHING_TAUGHT, Usage
from governance.filling.reading import New
from governance.history import Recorded
from governance.importing.choices import Choices, Key, change_to
from governance.importing.doubting import Standing
from governance.importing.drafting import LeftOut
from governance.importing.files import FileRead, read_again
from governance.importing.reviewing import (
    NotClear,
    OneAfterTheOther,
    Proposed,
    Review,
    recorded_as_chosen,
    require_changed,
    review,
)
from governance.importing.taking_back import TakingBack
from governance.rules.act import Act, RuleRefused
from governance.state.publishing import publish
from tests.facts import facts_of
from tests.minutes_of_years import minutes_of_years
from tests.taken import file_read, take

TEXT = """\
Referat
af møde i Integrationsrådet i Nordholm Kommune

Tirsdag d. 11. marts 2025 kl. 16.00-18.00 i Medborgerhuset

Indbudte:\tMedlemmer:
Mødt\tAmina Farah
Mødt\tBo Ørum
Afbud\tCarl Åkjær

Referent: Hanne Bro

1. Godkendelse af dagsorden
Dagsordenen blev godkendt.

2. Godkendelse af referat fra d. 14. januar
Referatet blev godkendt.

3. Valg af ordstyrer
Mina blev valgt til ordstyrer.

4. Skilt på Havnegade
Udfald: Skiltet sættes op i maj.
Naboerne har skrevet.

5. Sommerfest
Udsat til mødet d. 8. april 2025.

6. Næste møde
Næste møde: Tirsdag d. 8. april 2025 kl. 16.00-18.00.

7. Evt.
Intet.
"""
TODAY, BOOK = "2026-11-22", "raadet"


def read(text: str = TEXT, choices: Choices | None = None, usage: Usage = NOTHING_TAUGHT) -> Review:
    return review(read_again(file_read(text), usage), Recorded(BOOK, list), BOOK, TODAY, choices, usage)


def of(found: Review, kind: type[Event], place: int = 0) -> Proposed:
    return [one for one in found.proposed if isinstance(one.event, kind)][place]


def key_of(found: Review, kind: type[Event], place: int = 0) -> Key:
    key = of(found, kind, place).key
    assert key is not None
    return key


def facts(found: Review) -> object:
    return facts_of(publish(found.fold))


def record(path: Path, file: FileRead, choices: Choices, usage: Usage = NOTHING_TAUGHT) -> Book:
    book = Book(SqliteLog(path), BOOK, actor="Hanne Bro")
    book.carry_out(recorded_as_chosen(file, book, choices, usage))
    return book


def test_with_nothing_chosen_the_reading_is_what_an_import_proposes(seeds: tuple[Path, Path], tmp_path: Path) -> None:
    for index, seed in enumerate(seeds):
        text = seed.read_text(encoding="utf-8")
        ((proposal, _, _),) = take(tmp_path / str(index), [text])
        assert list(read(text).acts) == proposal.acts


def test_every_entry_of_the_seeds_has_the_words_that_it_came_from(seeds: tuple[Path, Path]) -> None:
    for seed in seeds:
        lines = seed.read_text(encoding="utf-8").split("\n")
        for one in read("\n".join(lines)).proposed:
            if one.standing is Standing.SAID and isinstance(one.event, AttendanceRecorded | ReferentNamed):
                assert one.lines is not None
                name = read("\n".join(lines)).fold.persons[one.event.person]
                assert name in "\n".join(lines[one.lines[0] - 1 : one.lines[1]])


def test_the_seeds_read_what_is_inferred_and_say_why(seeds: tuple[Path, Path]) -> None:
    found = read(seeds[1].read_text(encoding="utf-8"))
    assert found.is_clear
    elected = of(found, OrdstyrerElected)
    assert [(why.code, why.details["written"], why.details["name"]) for why in elected.why] == [
        ("short-name", "Ghassan", "Ghassan Rahmi")
    ]
    approved = of(found, MinutesApproved)
    assert approved.standing is Standing.INFERRED
    assert [(why.code, why.details["day"]) for why in approved.why] == [("no-year", "2022-06-09")]
    assert of(found, MemberAppointed).standing is Standing.INFERRED


def test_words_that_no_rule_knows_stand_as_a_note_that_is_to_be_looked_at() -> None:
    found = read()
    notes = [one for one in found.proposed if one.standing is Standing.NOTED]
    assert [one.event.text for one in notes if isinstance(one.event, NoteWritten)] == [
        "Udfald: Skiltet sættes op i maj.",
        "Naboerne har skrevet.",
    ]
    assert all(one.needs_a_look for one in notes)


def test_a_name_that_means_nobody_has_to_be_answered_and_is_known_once_it_was_taught() -> None:
    found = read()
    asked = [one for one in found.proposed if one.standing is Standing.UNCLEAR]
    assert [(one.lines, one.why[0].code, one.why[0].details["name"]) for one in asked] == [
        ((20, 20), "unknown-person", "Mina")
    ]
    assert not found.is_clear
    taught = read(usage=NOTHING_TAUGHT.with_name("Mina", "Amina Farah"))
    assert taught.is_clear
    elected = of(taught, OrdstyrerElected).event
    assert isinstance(elected, OrdstyrerElected)
    assert taught.fold.persons[elected.person] == "Amina Farah"


def test_what_was_taught_of_a_name_goes_before_what_it_would_mean() -> None:
    text = TEXT.replace("Bo Ørum", "Mina Vad")
    assert read(text).fold.persons[_ordstyrer(read(text))] == "Mina Vad"
    taught = read(text, usage=NOTHING_TAUGHT.with_name("Mina", "Amina Farah"))
    assert taught.fold.persons[_ordstyrer(taught)] == "Amina Farah"


def _ordstyrer(found: Review) -> PersonId:
    event = of(found, OrdstyrerElected).event
    assert isinstance(event, OrdstyrerElected)
    return event.person


def test_a_label_that_was_taught_begins_what_was_decided() -> None:
    taught = read(usage=NOTHING_TAUGHT.with_label("Udfald:", "decision"))
    decided = of(taught, ItemDecided)
    assert isinstance(decided.event, ItemDecided)
    assert (decided.event.text, decided.lines) == ("Udfald: Skiltet sættes op i maj.", (23, 23))


def test_a_label_that_was_taught_in_the_head_names_who_was_there() -> None:
    text = TEXT.replace(
        "Indbudte:\tMedlemmer:\nMødt\tAmina Farah\nMødt\tBo Ørum\n", "Disse kom: Amina Farah, Bo Ørum\n"
    )
    assert "Amina Farah" not in read(text).fold.persons.values()
    taught = read(text, usage=NOTHING_TAUGHT.with_label("Disse kom", "present"))
    assert {"Amina Farah", "Bo Ørum"} <= set(taught.fold.persons.values())
    assert of(taught, AttendanceRecorded).lines == (6, 6)


def test_what_is_left_out_leaves_its_words_as_a_note_and_then_nothing() -> None:
    text = TEXT.replace("Udfald: Skiltet sættes op i maj.", "Rådet besluttede at sætte skiltet op.")
    key = key_of(read(text), ItemDecided)
    without = read(text, Choices().leaving_out(key))
    note = next(one for one in without.proposed if isinstance(one.event, NoteWritten) and one.lines == key.lines)
    assert isinstance(note.event, NoteWritten)
    assert note.event.text == "Rådet besluttede at sætte skiltet op."
    assert [one.left_out for one in without.proposed if one.key == key] == [True]
    assert note.key is not None
    nothing = read(text, without.choices.leaving_out(note.key))
    assert "sætte skiltet op" not in repr([act.event for act in nothing.acts])
    assert facts(read(text, nothing.choices.as_read(key).as_read(note.key))) == facts(read(text))


def test_what_carries_the_rest_cannot_be_left_out_by_itself() -> None:
    for kind in (AgendaItemAdded, MemberAppointed):
        with pytest.raises(LeftOut, match="cannot be left out by itself"):
            read(choices=Choices().leaving_out(key_of(read(), kind)))


def test_any_single_entry_can_be_left_out_or_the_reason_is_said() -> None:
    found, left = read(), 0
    for one in found.proposed:
        if one.key is None:
            continue
        try:
            without = read(choices=Choices().leaving_out(one.key))
        except LeftOut:
            continue
        left += 1
        entry = without.entry(one.key)
        assert entry is None or entry.left_out
    assert left > 10


def test_a_change_decides_anew_what_follows_from_it() -> None:
    found = read()
    key, event = key_of(found, ItemPostponed), of(found, ItemPostponed).event
    assert isinstance(event, ItemPostponed)
    planned = [one for one in found.proposed if one.key is not None and one.key.rule == "taken-up-again"]
    assert len(planned) == 1
    change = change_to(ItemPostponed, {"item": event.item, "until": "senere", "text": event.text}, found.pending)
    after = read(choices=Choices().changing(key, change))
    assert not [one for one in after.proposed if one.key is not None and one.key.rule == "taken-up-again"]
    assert of(after, ItemPostponed).changed


def test_a_change_names_what_is_meant_even_where_the_numbers_shift() -> None:
    found = read(usage=NOTHING_TAUGHT.with_name("Mina", "Amina Farah"))
    bo = next(person for person, name in found.fold.persons.items() if name == "Bo Ørum")
    event = of(found, OrdstyrerElected).event
    assert isinstance(event, OrdstyrerElected)
    values = {"meeting": event.meeting, "item": event.item, "person": bo, "role": "ordstyrer", "text": event.text}
    choices = Choices().changing(key_of(found, OrdstyrerElected), change_to(OrdstyrerElected, values, found.pending))
    choices = choices.leaving_out(key_of(found, ReferentNamed))
    after = read(choices=choices, usage=NOTHING_TAUGHT.with_name("Mina", "Amina Farah"))
    assert after.fold.persons[_ordstyrer(after)] == "Bo Ørum"


def test_a_change_may_name_somebody_who_is_new() -> None:
    found = read()
    event = of(found, ReferentNamed).event
    assert isinstance(event, ReferentNamed)
    values = {"meeting": event.meeting, "person": New(PersonId, "Ida Vad")}
    after = read(
        choices=Choices().changing(key_of(found, ReferentNamed), change_to(ReferentNamed, values, found.pending))
    )
    named = of(after, ReferentNamed).event
    assert isinstance(named, ReferentNamed)
    assert after.fold.persons[named.person] == "Ida Vad"


def test_a_change_that_the_rules_do_not_allow_is_refused_with_the_reason() -> None:
    found = read()
    item = of(found, AgendaItemAdded).event
    assert isinstance(item, AgendaItemAdded)
    outsider = next(person for person, name in found.fold.persons.items() if name == "Hanne Bro")
    note = next(one for one in found.proposed if one.standing is Standing.UNCLEAR)
    assert note.key is not None
    values = {"meeting": item.meeting, "person": outsider, "role": "ordstyrer", "text": "Hanne blev valgt."}
    after = read(choices=Choices().changing(note.key, change_to(OrdstyrerElected, values, found.pending)))
    with pytest.raises(RuleRefused, match=r"The rules do not allow this: \S"):
        require_changed(after, note.key)


def test_a_membership_that_was_set_by_hand_is_not_inferred_anew(tmp_path: Path) -> None:
    usage = NOTHING_TAUGHT.with_name("Mina", "Amina Farah")
    found = read(usage=usage)
    event = of(found, MemberAppointed).event
    assert isinstance(event, MemberAppointed)
    change = change_to(MemberAppointed, {"person": event.person, "when": "2024-01-01"}, found.pending)
    book = record(tmp_path / "r", file_read(TEXT), Choices().changing(key_of(found, MemberAppointed), change), usage)
    later = file_read(TEXT.replace("d. 11. marts 2025", "d. 13. maj 2025").replace("d. 8. april", "d. 10. juni"))
    book.carry_out(recorded_as_chosen(later, book, Choices(), usage))
    earlier = file_read(TEXT.replace("Tirsdag d. 11. marts 2025", "Tirsdag d. 10. december 2024"))
    book.carry_out(recorded_as_chosen(earlier, book, Choices(), usage))
    member = next(one for one in publish(book.fold()).members if one.name == "Amina Farah")
    assert [term.from_ for term in member.terms] == ["2024-01-01"]


def test_a_document_that_was_changed_is_taken_back_whole(tmp_path: Path) -> None:
    found = read()
    choices = Choices().leaving_out(key_of(found, ReferentNamed))
    event = of(found, ItemPostponed).event
    assert isinstance(event, ItemPostponed)
    change = change_to(ItemPostponed, {"item": event.item, "until": "senere"}, found.pending)
    file = file_read(TEXT)
    book = record(tmp_path / "r", file, choices.changing(key_of(found, ItemPostponed), change))
    book.carry_out(TakingBack(BOOK, file.source.sha256, None, book.today()).plan)
    state = publish(book.fold())
    assert (state.meetings, state.members) == ([], [])


def test_only_what_is_clear_is_recorded_unseen(tmp_path: Path) -> None:
    book = Book(SqliteLog(tmp_path / "r"), BOOK, actor="Hanne Bro")
    with pytest.raises(NotClear):
        book.carry_out(OneAfterTheOther(NOTHING_TAUGHT).plan(file_read(TEXT), book, Choices()))
    assert not (tmp_path / "r").exists() or not book.log.head(BOOK)


_KEYS = [one.key for one in read().proposed if one.key is not None]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(_KEYS), max_size=6, unique=True), st.randoms(use_true_random=False))
def test_whatever_is_left_out_in_whatever_order_gives_the_same_or_a_reason(keys, random) -> None:  # type: ignore[no-untyped-def]
    def outcome(order: list[Key]) -> object:
        choices = Choices()
        for key in order:
            choices = choices.leaving_out(key)
        try:
            return facts(read(choices=choices))
        except ReferatError as refusal:
            return type(refusal)

    first = outcome(keys)
    random.shuffle(keys)
    assert outcome(keys) == first


def test_files_one_after_the_other_give_what_each_by_itself_gives(tmp_path: Path) -> None:
    files = [file_read(text) for text in minutes_of_years(14)]
    books = [Book(SqliteLog(tmp_path / name), BOOK, actor="Hanne Bro") for name in ("one", "other")]
    in_a_row = OneAfterTheOther(NOTHING_TAUGHT)
    for number, file in enumerate(files):
        books[0].carry_out(in_a_row.plan(file, books[0], Choices()))
        in_a_row.recorded()
        books[1].carry_out(recorded_as_chosen(file, books[1], Choices(), NOTHING_TAUGHT))
        if number == 5:  # somebody else records in between
            for book in books:
                book.record(Act(event=RemarkRecorded(entry=2, text="Husk bilagene.")))
    recorded = [[entry.event for entry in book.entries()] for book in books]
    assert recorded[0] == recorded[1]
    assert publish(books[0].fold()).meetings[13].date == "2001-02-13"
