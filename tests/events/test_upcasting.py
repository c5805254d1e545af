"""Old bodies are brought up on reading, never rewritten."""

import json
from typing import Any

import pytest

from events.entry import canonical, unseal
from events.errors import RecordDamaged
from events.upcasting import Step
from events.words import digest

SALT = "s" * 22


def old_entry(event: dict[str, Any], words: dict[str, str], version: int) -> tuple[bytes, bytes]:
    """An entry as an older program wrote it."""
    body = {
        "book": "old",
        "number": 1,
        "command_id": "c",
        "recorded_at": "2020-01-01T00:00:00.000000Z",
        "recorded_by": digest(SALT, "/recorded_by", "Alice"),
        "schema_version": version,
        "event": event,
    }
    kept = {f"/event/{name}": [SALT, value] for name, value in words.items()} | {"/recorded_by": [SALT, "Alice"]}
    return canonical(body), canonical(kept)


def test_a_chain_of_steps_leads_to_the_newest_version() -> None:
    steps = {
        ("NoteTaken", -1): Step(("words",), lambda old: {**old, "text": old["words"] + "!"}, renamed="NoteWritten"),
        ("NoteWritten", 0): Step((), lambda old: {"meeting": old["at"], "text": old["text"]}),
    }
    body, words = old_entry({"type": "NoteTaken", "at": "m3", "words": "x" * 43}, {"words": "Husk kaffen"}, -1)
    read = unseal(body, words, steps)
    assert (read.event.meeting, read.event.text) == ("m3", "Husk kaffen!")  # type: ignore[union-attr]
    assert (read.schema_version, read.recorded_by) == (1, "Alice")


def test_words_in_lists_are_put_in_place_first() -> None:
    steps = {
        ("QuestionsSent", 0): Step(
            ("asked/*/text",),
            lambda old: {
                "item": old["item"],
                "recipient": old["to"],
                "questions": [question["text"] for question in old["asked"]],
            },
        )
    }
    event = {"type": "QuestionsSent", "item": "i2", "to": "b3", "asked": [{"text": "x"}, {"text": "y"}]}
    body, words = old_entry(event, {"asked/0/text": "Hvad?"}, 0)
    assert unseal(body, words, steps).event.questions == ("Hvad?", "[withheld]")  # type: ignore[union-attr]


def test_a_body_that_decodes_by_accident_is_still_brought_up() -> None:
    steps = {("ItemDecided", 0): Step((), lambda old: {**old, "outcome": "rejected"})}
    body, words = old_entry({"type": "ItemDecided", "item": "i2"}, {}, 0)
    assert unseal(body, words, steps).event.outcome == "rejected"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "change",
    [
        {"schema_version": 99},
        {"event": {"type": "FromTheFuture"}},
        {"event": {"type": "ItemDecided", "item": "i2", "new_field": 1}},
        {"number": "1"},
        {"more": 1},
    ],
)
def test_an_entry_of_a_newer_program_says_so_in_words(change: dict[str, Any]) -> None:
    body, words = old_entry({"type": "ItemDecided", "item": "i2"}, {}, 1)
    with pytest.raises(RecordDamaged, match="newest referat"):
        unseal(canonical({**json.loads(body), **change}), words)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"\xff", b'{"event":[]}', b'{"schema_version":1,"event":{"type":[]}}']
)
def test_bytes_that_are_no_entry_are_refused_in_words(body: bytes) -> None:
    with pytest.raises(RecordDamaged):
        unseal(body, b"{}")
