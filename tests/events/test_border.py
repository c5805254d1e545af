"""The border: what may enter a book, and in which form."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.border import cleaned, event_from
from events.catalogue import MeetingScheduled, NoteWritten, PersonRegistered
from events.errors import RefusedEvent, RefusedText
from events.text import ERASED, LONGEST, WITHHELD, clean, shown

REFUSED = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))]


@pytest.mark.parametrize("character", [c for c in REFUSED if c not in "\n"])
def test_control_and_override_characters_are_refused_and_named(character: str) -> None:
    with pytest.raises(RefusedText, match=f"U\\+{ord(character):04X} at position 3"):
        clean(f"ab{character}c", field="text")
    assert character not in shown(f"ab{character}c") or character == "\t"


def test_a_line_feed_is_allowed_in_a_text_and_not_in_a_name() -> None:
    assert event_from("NoteWritten", {"meeting": "m1", "text": "en\nto"}) == NoteWritten(meeting="m1", text="en\nto")  # type: ignore[arg-type]
    with pytest.raises(RefusedText, match=r"name holds the character U\+000A"):
        event_from("PersonRegistered", {"name": "en\nto"})


def test_text_becomes_nfc_without_space_around_it_or_invisible_characters() -> None:
    assert clean(" A\u030arhus\u00a0by\u200b ", field="place") == "Århus by"


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    try:
        once = clean(text, field="text")
    except RefusedText:
        return
    assert clean(once, field="text") == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize("text", [ERASED, WITHHELD])
def test_what_missing_words_read_as_cannot_be_recorded(text: str) -> None:
    with pytest.raises(RefusedText, match="reserved"):
        clean(text, field="text")


def test_an_empty_or_endless_text_is_refused() -> None:
    with pytest.raises(RefusedText, match="empty"):
        clean("  ", field="text")
    with pytest.raises(RefusedText, match=str(LONGEST)):
        clean("a" * (LONGEST + 1), field="text")


@pytest.mark.parametrize(
    ("name", "fields", "said"),
    [
        ("Nonsense", {}, "There is no event 'Nonsense'"),
        ("PersonRegistered", {}, "name"),
        ("PersonRegistered", {"name": "Anna", "cpr": "1"}, "cpr"),
        ("PersonRegistered", {"name": 7}, "str"),
        ("MeetingScheduled", {"date": "2022-02-30"}, "no date there is"),
        ("MeetingScheduled", {"date": "28.09.2022"}, "no date there is"),
        ("MeetingScheduled", {"date": "2022-09-28", "start": "25:00"}, "no time of day"),
        ("ReferentNamed", {"meeting": "2", "person": "p3"}, "no id of this kind"),
        ("ReferentNamed", {"meeting": "p2", "person": "p3"}, "no id of this kind"),
        ("ItemContinued", {"item": "i2", "to_period": "2022-W54"}, "no period"),
        ("AgendaItemAdded", {"meeting": "m2", "title": "x", "number": "syv"}, "no item number"),
        ("MinutesIssued", {"meeting": "m2", "through": 0, "document_sha256": "0" * 64}, "no number from 1 up"),
        ("MinutesIssued", {"meeting": "m2", "through": 1, "document_sha256": "x"}, "no SHA-256"),
        ("AttendanceRecorded", {"meeting": "m2", "person": "p3", "status": "late"}, "late"),
    ],
)
def test_a_field_that_is_not_of_its_form_is_refused_and_named(name: str, fields: dict[str, object], said: str) -> None:
    with pytest.raises((RefusedEvent, RefusedText), match=said):
        event_from(name, fields)


def test_a_clean_event_is_left_as_it_is() -> None:
    event = PersonRegistered(name="Anna Ægidius")
    assert cleaned(event) is event
    assert event_from("MeetingScheduled", {"date": "2024-02-29", "start": "15:30"}) == MeetingScheduled(
        date="2024-02-29",
        start="15:30",  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("replacement", "said"),
    [
        (
            {"type": "MeetingScheduled", "date": "2022-10-04", "form": "x"},
            "replacement.form cannot be 'x'. It may be: ",
        ),
        ({"type": "PersonRegistered"}, "EntryCorrected.replacement lacks the field name. Its fields are: name."),
        ({"type": "PersonRegistered", "nmae": "Anna"}, "EntryCorrected.replacement"),
    ],
)
def test_what_is_wrong_inside_a_correction_is_told_of_the_event_that_it_puts_there(
    replacement: dict[str, object], said: str
) -> None:
    with pytest.raises(RefusedEvent) as problem:
        event_from("EntryCorrected", {"entry": 7, "reason": "x", "replacement": replacement})
    assert said in str(problem.value)
    assert "Object" not in str(problem.value)
