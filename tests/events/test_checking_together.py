"""Checking a page of entries at once says the same as checking them one by one."""

import json
from collections.abc import Callable, Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.catalogue import NoteWritten
from events.checking import checked
from events.checking_together import checked_together
from events.entry import Entry, canonical, committed, seal
from events.errors import RecordDamaged, RefusedText
from events.moments import is_timestamp
from events.text import clean
from events.words import Disclosures, digest
from tests.each import BOOKS

Rows = list[tuple[bytes, bytes]]


def _sealed(name: str) -> Rows:
    rows = []
    for number, (event, effective) in enumerate(BOOKS[name], 1):
        entry = Entry(
            book="words",
            number=number,
            schema_version=type(event).schema_version,
            command_id=f"c{number}",
            recorded_at=f"2026-11-21T22:01:{number % 60:02}.000000Z",  # type: ignore[arg-type]
            recorded_by="Åse Æbelø",
            event=event,
            effective=effective,  # type: ignore[arg-type]
        )
        sealed = seal(entry)
        rows.append((sealed.body, sealed.words))
    return rows


ROWS = {name: _sealed(name) for name in BOOKS}


def _whole(body: bytes, words: bytes) -> bool:
    """Tell whether an entry passes alone, with none of its words missing."""
    try:
        _, held, withheld = checked(body, words)
    except RecordDamaged:
        return False
    return not withheld and None not in held.values()


def _agrees(rows: Rows) -> Sequence[Entry | None]:
    together = checked_together([row[0] for row in rows], [row[1] for row in rows])
    assert len(together) == len(rows)
    for entry, row in zip(together, rows, strict=True):
        assert entry is None or (_whole(*row) and entry == committed(row[0]))
    return together


@pytest.mark.parametrize("name", BOOKS)
def test_sound_entries_of_every_type_are_as_when_checked_alone(name: str) -> None:
    found = _agrees(ROWS[name])
    assert all(_whole(*row) for row in ROWS[name])
    assert sum(entry is not None for entry in found) > len(found) * 0.6


def _changed(data: bytes, change: Callable[[dict[str, object]], object]) -> bytes:
    held = json.loads(data)
    change(held)
    return canonical(held)


@given(st.data())
def test_no_damage_passes_that_would_not_pass_alone(data: st.DataObject) -> None:
    rows = list(ROWS[data.draw(st.sampled_from(sorted(ROWS)))])
    at = data.draw(st.integers(0, len(rows) - 1))
    body, words = rows[at]
    what = data.draw(st.sampled_from(["bit", "swap bodies", "swap words", "lose a word", "erase", "line feed", "add"]))
    if what == "bit":
        place = data.draw(st.integers(0, len(body) + len(words) - 1))
        both = bytearray(body + words)
        both[place] ^= 1 << data.draw(st.integers(0, 7))
        rows[at] = bytes(both[: len(body)]), bytes(both[len(body) :])
    elif what in ("swap bodies", "swap words"):
        other = data.draw(st.integers(0, len(rows) - 1))
        mine = 0 if what == "swap bodies" else 1
        parts = [list(rows[at]), list(rows[other])]
        parts[0][mine], parts[1][mine] = parts[1][mine], parts[0][mine]
        if at != other:
            rows[at], rows[other] = (parts[0][0], parts[0][1]), (parts[1][0], parts[1][1])
    elif what == "lose a word":
        pointer = data.draw(st.sampled_from(sorted(json.loads(words))))
        rows[at] = body, _changed(words, lambda held: held.pop(pointer))
    elif what == "erase":
        pointer = data.draw(st.sampled_from(sorted(json.loads(words))))
        rows[at] = body, _changed(words, lambda held: held.update({pointer: None}))
    elif what == "line feed":
        rows[at] = body + b"\n", words
    else:
        rows[at] = body, _changed(words, lambda held: held.update({"/event/nothing": ["a" * 22, "x"]}))
    _agrees(rows)


def test_entries_that_stand_shifted_by_a_line_are_left_to_be_checked_alone() -> None:
    rows = ROWS["people"][:4]
    (first, words), (second, _), *rest = rows
    shifted = [(first + b"\n" + second, words), (b"", rows[1][1]), *rest]
    assert _agrees(shifted) == [None] * 4


def test_a_digest_that_borrows_from_its_neighbour_does_not_pass() -> None:
    words = [("a" * 22, "/event/text", "one"), ("b" * 22, "/event/text", "two")]
    digests = [digest(*word) for word in words]
    disclosures = Disclosures()
    disclosures.words, disclosures.committed = words, digests
    assert disclosures.as_committed()
    disclosures.committed = ["\n".join(digests), ""]
    assert not disclosures.as_committed()
    disclosures.committed = [digests[0] + digests[1][0], digests[1][1:]]
    assert not disclosures.as_committed()


@given(st.lists(st.tuples(st.text("aZ0_-", max_size=22), st.text(max_size=20), st.text(max_size=50)), max_size=6))
def test_digests_made_together_are_those_made_one_by_one(words: list[tuple[str, str, str]]) -> None:
    try:
        digests = [digest(*word) for word in words]
    except TypeError:  # half of a surrogate pair is no text
        return
    disclosures = Disclosures()
    disclosures.words, disclosures.committed = words, digests
    assert disclosures.as_committed()


def test_a_page_of_very_long_texts_is_left_to_be_checked_one_by_one() -> None:
    body, words = ROWS["people"][0]
    assert checked_together([body] * 2, [words, words + b" " * 9_000_000]) == [None, None]


@pytest.mark.parametrize(
    "fields",
    [
        {"text": " x"},
        {"text": "a\u0308"},
        {"text": "\u202ex"},
        {"text": "x\u00ad"},
        {"text": ""},
        {"text": "x" * 20_001},
        {"text": "[erased]"},
        {"meeting": "m01"},
        {"item": "m2"},
        {"recorded_by": "[withheld]"},
        {"recorded_by": "Alice\n109  Bob"},
        {"recorded_by": "Alice\x1b[2J"},
        {"recorded_by": "Alice "},
        {"recorded_by": "x" * 30_000},
        {"recorded_by": ""},
    ],
)
def test_what_the_border_refuses_does_not_pass(fields: dict[str, str]) -> None:
    recorded_by = fields.get("recorded_by", "Alice")
    said = {name: value for name, value in fields.items() if name != "recorded_by"}
    event = msgspec.convert({"meeting": "m1", "text": "x", **said}, NoteWritten)
    entry = Entry(
        book="words",
        number=2,
        schema_version=1,
        command_id="c",
        recorded_at="2026-11-21T22:01:00.000000Z",  # type: ignore[arg-type]
        recorded_by=recorded_by,
        event=event,
    )
    sealed = seal(entry)
    assert _agrees([(sealed.body, sealed.words)] * 2) == [None, None]
    with pytest.raises(RecordDamaged):
        checked(sealed.body, sealed.words)


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_what_is_clean_stays_as_it_is_and_cleaning_again_changes_nothing(text: str) -> None:
    try:
        cleaned = clean(text, field="text")
    except RefusedText:
        return
    assert clean(cleaned, field="text") == cleaned


@pytest.mark.parametrize(
    ("moment", "is_one"),
    [
        ("2026-02-28T23:59:59.999999Z", True),
        ("2024-02-29T00:00:00.000000Z", True),
        ("2026-02-29T00:00:00.000000Z", False),
        ("2026-12-31T24:00:00.000000Z", False),
        ("2026-12-31T23:60:00.000000Z", False),
        ("2026-04-31T23:00:00.000000Z", False),
        ("0000-01-01T00:00:00.000000Z", False),
        ("0999-01-01T00:00:00.000000Z", True),
        ("2026-13-01T00:00:00.000000Z", False),
        ("2026-01-01T00:00:00.000000Z\n", False),
        ("٢٠٢٦-01-01T00:00:00.000000Z", False),
    ],
)
def test_a_timestamp_is_a_moment_there_is(moment: str, is_one: bool) -> None:
    assert is_timestamp(moment) is is_one
