"""An entry and the views, told in full, with Pilot."""

from pathlib import Path

from events.catalogue import EVENT_TYPES
from governance.language import speak
from governance.wording.labels import CODES, FIELDS
from tests.events.test_sqlite_store import tampered
from tests.tui.books import HEAD
from tests.tui.screens import book_screen, opened, press, screen_text

SAMPLES = Path(__file__).parents[2] / "governance" / "samples"


async def test_the_entry_under_the_cursor_is_told_in_full(record: Path) -> None:
    async with opened(record, width=120, height=40) as pilot:
        await press(pilot, "g", *"33", "enter", "enter")
        text = screen_text(pilot)
        for said in (
            "2 questions sent to Arbejdsmarkedsudvalget",
            "Recorded: 22.11.2026 10:33 by Hanne Bro",
            "Recipient: Arbejdsmarkedsudvalget (b6)",
            "Question: Hvorfor?",
            "/event/questions/1: »Hvornår?«, salt salt-for-golden-text02",
            "Hash of the body (SHA-256): ",
            '"number":33',
        ):
            assert said in text
        await press(pilot, "left")
        assert "Title: Rapport" in screen_text(pilot)
        await press(pilot, "right", "right", "escape")
        assert book_screen(pilot).point == 34
        assert f"entry 34 of {HEAD}" in screen_text(pilot)


async def test_an_entry_tells_where_it_was_taken_from_and_what_became_of_it(record: Path) -> None:
    async with opened(record, width=120, height=40) as pilot:
        await press(pilot, "g", "4", "enter", "enter")
        text = screen_text(pilot)
        assert "Lines 3 to 4" in text
        assert "Inferred: the document does not say so itself" in text
        assert "File (SHA-256): " + "ab" * 32 in text
        await press(pilot, "escape", "g", *"25", "enter", "enter")
        assert "Struck by entry 44: it no longer counts." in screen_text(pilot)
        await press(pilot, "left")
        assert "Corrected by entry 43: Entry 24 corrected to" in screen_text(pilot)


async def test_a_word_that_was_erased_reads_so(record: Path) -> None:
    tampered(
        record, "UPDATE entries SET words = CAST(json_set(words, '$.\"/event/name\"', NULL) AS BLOB) WHERE number = 2"
    )
    async with opened(record) as pilot:
        await press(pilot, "g", "2", "enter", "enter")
        assert "Name: [erased]" in screen_text(pilot)
        assert "/event/name: erased" in screen_text(pilot)


async def test_every_entry_is_told_in_both_languages(record: Path) -> None:
    async with opened(record) as pilot:
        screen = book_screen(pilot)
        for language in ("da", "en"):
            speak(language)
            for number in range(1, screen.head + 1):
                told = screen.told_of_entry(number)
                assert told[0].text not in ("", "…")
                assert not any("{" in line.text for line in told if not line.text.startswith('{"book"'))


def test_every_field_and_every_listed_value_has_a_label() -> None:
    import enum
    from typing import get_args, get_type_hints

    import msgspec

    fields, codes, seen = set(), set(), set()

    def walk(hint: object) -> None:
        if hint in seen:
            return
        seen.add(hint)
        if isinstance(hint, type) and issubclass(hint, enum.Enum):
            codes.update(str(member.value) for member in hint)
        elif isinstance(hint, type) and issubclass(hint, msgspec.Struct):
            hints = get_type_hints(hint, include_extras=True)
            fields.update(hint.__struct_fields__)
            for name in hint.__struct_fields__:
                walk(hints[name])
        for inner in get_args(hint):
            walk(inner)

    for event_type in EVENT_TYPES.values():
        walk(event_type)
    assert fields - FIELDS.keys() == set()
    assert codes - CODES.keys() == set()


async def test_the_views_show_the_state_after_the_entry_under_the_cursor(record: Path) -> None:
    async with opened(record) as pilot:
        await press(pilot, "2")
        assert f"Members after entry {HEAD}: 2 persons" in screen_text(pilot)
        assert "to 30.06.2023" in screen_text(pilot)
        await press(pilot, "g", *"40", "enter")
        assert "Members after entry 40: 2 persons" in screen_text(pilot)
        assert "to 30.06.2023" not in screen_text(pilot)
        await press(pilot, "right")
        assert "to 30.06.2023" in screen_text(pilot)
        await press(pilot, "g", "1", "enter", "left")
        assert "The book held nothing of this kind after entry 1." in screen_text(pilot)
        await press(pilot, "n", "1")
        assert book_screen(pilot).point == HEAD


async def test_each_view_has_its_rows_and_tells_about_them(record: Path) -> None:
    said = {
        "2": ("Anna Ægidius (A)", "ordstyrer, present"),
        "3": ("10.01.2023 15:45-17:30", "Fælles temamøde"),
        "4": ("Ansøgning til Arbejdsmarkedsudvalget: postponed", "On the agenda of"),
        "5": ("skrive ansøgningen", "Agreed: 10.01.2023"),
        "6": ("to Arbejdsmarkedsudvalget", "10.01.2023 item 3: Ansøgning"),
        "7": ("Working group: Puljegruppen", "10.01.2023 item 3: Ansøgning"),
        "8": ("Body: Arbejdsmarkedsudvalget", "Body: Arbejdsmarkedsudvalget"),
    }
    async with opened(record) as pilot:
        for key, texts in said.items():
            await press(pilot, key)
            for text in texts:
                assert text in screen_text(pilot), (key, text)
        await press(pilot, "end", "enter")
        assert "Remark on entry 24: Enstemmigt." in screen_text(pilot)
        await press(pilot, "escape", "tab", "shift+tab")
        assert book_screen(pilot).lines.has_focus
