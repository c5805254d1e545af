"""Words behind commitments: digests, erasure, withholding."""

import json

from hypothesis import given
from hypothesis import strategies as st

from events.catalogue import CouncilEstablished, ItemDecided, MeetingPart, MeetingScheduled, QuestionsSent
from events.checking import checked_entry
from events.entry import Entry, seal, unseal
from events.event import Event
from events.text import ERASED, WITHHELD
from events.words import digest, digest_of, random_salts


def entry(event: Event) -> Entry:
    return Entry(
        book="words",
        number=1,
        schema_version=1,
        command_id="c",
        recorded_at="2026-11-21T22:01:00.000000Z",  # type: ignore[arg-type]
        recorded_by="Alice",
        event=event,  # type: ignore[arg-type]
    )


def test_digest_is_that_of_rfc_9901() -> None:
    disclosure = '["_26bc4LT-ac6q2KI6cBW5es", "family_name", "Möbius"]'.encode()
    assert digest_of(disclosure) == "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0"


@given(st.text(st.characters(codec="utf-8"), max_size=40), st.text(st.characters(codec="utf-8"), max_size=40))
def test_digests_of_different_words_differ(one: str, other: str) -> None:
    salt = "a" * 22
    assert (digest(salt, "/event/text", one) == digest(salt, "/event/text", other)) == (one == other)


def test_salts_have_128_bits_and_are_all_different() -> None:
    salts = random_salts(1000)
    assert len(set(salts)) == 1000
    assert all(len(salt) == 22 for salt in salts)


def test_words_are_keyed_by_the_pointer_of_their_field() -> None:
    event = MeetingScheduled(
        date="2023-01-10",
        place="Rådhuset",
        parts=(MeetingPart(place="Biblioteket"), MeetingPart(start="16:00")),  # type: ignore[arg-type]
    )
    sealed = seal(entry(event))
    body, words = json.loads(sealed.body), json.loads(sealed.words)
    assert set(words) == {"/recorded_by", "/event/place", "/event/parts/0/place"}
    assert body["event"]["parts"][0]["place"] == digest(*_salt_name_value(words, "/event/parts/0/place"))
    assert "Biblioteket" not in sealed.body.decode()


def _salt_name_value(words: dict[str, list[str]], pointer: str) -> tuple[str, str, str]:
    salt, value = words[pointer]
    return salt, pointer, value


def test_a_withheld_word_leaves_the_body_as_it_is() -> None:
    sealed = seal(entry(ItemDecided(item="i2", text="Godkendt.")))  # type: ignore[arg-type]
    words = json.loads(sealed.words)
    del words["/event/text"]
    read = checked_entry(sealed.body, json.dumps(words, separators=(",", ":"), ensure_ascii=False).encode())
    assert read.event == ItemDecided(item="i2", text=WITHHELD)  # type: ignore[arg-type]
    assert read.recorded_by == "Alice"


def test_an_erased_word_reads_as_erased() -> None:
    sealed = seal(entry(QuestionsSent(item="i2", recipient="b3", questions=("Hvad?", "Hvem?"))))  # type: ignore[arg-type]
    words = json.loads(sealed.words)
    words["/event/questions/1"] = None
    read = checked_entry(sealed.body, json.dumps(words, separators=(",", ":"), ensure_ascii=False).encode())
    assert read.event == QuestionsSent(item="i2", recipient="b3", questions=("Hvad?", ERASED))  # type: ignore[arg-type]


def test_all_words_can_be_missing() -> None:
    sealed = seal(entry(CouncilEstablished(name="Rådet", municipality="Nordholm Kommune")))
    read = unseal(sealed.body, b"{}")
    assert read.event == CouncilEstablished(name=WITHHELD, municipality=WITHHELD)
    assert read.recorded_by == WITHHELD
