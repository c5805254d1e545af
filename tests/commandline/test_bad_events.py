"""Events, names and times that cannot be are refused in words that say what would do, and nothing is written."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.commandline.running import NORDHOLM, Referat, refused, stored
from tests.events.proofs.kept_book import as_insider

EVENTS = [
    ("PersonRegistered", "hest", ("--data", "JSON")),
    ("PersonRegistered", "", ("--data",)),
    ("PersonRegistered", "[1]", ("--data",)),
    ("PersonRegistered", '"Anna"', ("--data",)),
    ("PersonRegistered", '{"name": "Anna", "name": }', ("--data",)),
    ("PersonRegistered", '{"name": NaN}', ("--data",)),
    ("PersonRegistered", "[" * 5000, ("--data",)),
    ("PersonRegistered", '{"nmae": "Anna Holm"}', ("nmae", "name")),
    ("PersonRegistered", '{"name": "Anna", "age": 7}', ("age", "name")),
    ("PersonRegistered", "{}", ("PersonRegistered", "name")),
    ("PersonRegistered", '{"name": 7}', ("name", "int", "str")),
    ("PersonRegistered", '{"name": "Anna", "type": "MemberAppointed"}', ("type", "MemberAppointed")),
    ("PersonRegistered", '{"name": ""}', ("name",)),
    ("PersonRegistered", '{"name": "Anna\\u001b[31m"}', ("name", "U+001B")),
    ("PersonRegistered", '{"name": "Anna\\u202e"}', ("name", "U+202E")),
    ("PersonRegistered", '{"name": "' + "x" * 20_001 + '"}', ("name", "20000")),
    ("Hest", "{}", ("Hest", "PersonRegistered", "MeetingScheduled")),
    ("MeetingScheduled", '{"date": "2027-02-30"}', ("date", "2027-02-30")),
    ("MeetingScheduled", '{"date": "2027-01-12", "start": "25:00"}', ("start", "25:00")),
    ("MeetingScheduled", '{"date": "2027-01-12", "start": "17:00", "end": "16:00"}', ("16:00",)),
    ("MeetingScheduled", '{"date": "2027-01-12", "parts": 3}', ("parts", "array")),
    ("MeetingScheduled", '{"date": "2027-01-12", "parts": [{"x": 1}]}', ("parts", "x")),
    ("ExternalBodyRegistered", '{"name": "Teamet", "kind": "hold"}', ("kind", "hold", "team")),
    ("MeetingCalled", '{"meeting": "p4"}', ("meeting", "p4", "m12")),
    ("MeetingCalled", '{"meeting": "m999"}', ("m999",)),
    ("NoteWritten", '{"meeting": "m2", "item": "i999", "text": "x"}', ("i999",)),
    ("MemberAppointed", '{"person": "p999"}', ("p999",)),
    ("RemarkRecorded", '{"entry": 9999, "text": "x"}', ("9999",)),
    ("EntryStruck", '{"entry": 9999, "reason": "x"}', ("9999",)),
    ("EntryStruck", '{"entry": 0, "reason": "x"}', ("entry", "0")),
    ("MinutesIssued", '{"meeting": "m999"}', ("m999",)),
    ("CouncilEstablished", '{"name": "Rådet"}', ("Integrationsrådet",)),
    ("RulesAdopted", '{"rules": {"quorum": "x"}}', ("RulesAdopted: rules.quorum", "'x'", "half, majority")),
    ("RulesAdopted", '{"rules": {"quorm": "x"}}', ("RulesAdopted.rules", " quorm.", "notice", "quorum")),
    ("RulesAdopted", '{"rules": {"fee": "x"}}', ("rules.fee", "str", "int")),
    ("RulesAdopted", '{"rules": {"notice": {}}}', ("RulesAdopted.rules.notice", " days.", "days, kind")),
    ("RulesAdopted", '{"rules": {"notice": {"days": 1, "kind": "x"}}}', ("rules.notice.kind", "calendar-days")),
    ("MeetingScheduled", '{"date": "2027-01-12", "parts": [{"start": "9:00"}, 1]}', ("parts[1]", "int", "object")),
    ("VoteHeld", '{"item": "i1", "adopted": true, "named": [{"choice": "for"}]}', ("named[0]", "person, choice")),
    (
        "VoteHeld",
        '{"item": "i1", "adopted": true, "named": [{"person": "p1", "choice": "x"}]}',
        ("named[0].choice", "for, against, abstained"),
    ),
]


def test_a_day_where_an_id_is_expected(referat: Referat, language: str) -> None:
    """It says what was given, what an id looks like, and where the ids stand; there they do."""
    data = json.dumps({"meeting": "2025-06-10"})
    way_on = {"en": "referat show BOOK 2022-09-28 --json", "da": "referat show BOG 2022-09-28 --json"}[language]
    refused(referat, "record", NORDHOLM, "MeetingCalled", "--data", data, code=3, says=("'2025-06-10'", "m12", way_on))
    assert referat.done("show", NORDHOLM, "2025-06-10", "--json").json["id"] == referat.meeting("2025-06-10")


@pytest.mark.parametrize(("event", "data", "says"), EVENTS)
def test_an_event_that_cannot_be(referat: Referat, language: str, event: str, data: str, says: tuple[str, ...]) -> None:
    before = stored(referat.record)
    ran = referat("record", NORDHOLM, event, "--data", data)
    assert ran.code in (3, 4, 7), ran
    assert ran.data == b""
    assert all(word in ran.messages for word in says), ran.messages
    assert "Traceback" not in ran.messages
    assert stored(referat.record) == before


def test_what_is_refused_is_said_in_the_language(referat: Referat, monkeypatch: pytest.MonkeyPatch) -> None:
    for event, data, _says in EVENTS:
        said = []
        for language in ("da", "en"):
            monkeypatch.setenv("REFERAT_LANG", language)
            said.append(referat("record", NORDHOLM, event, "--data", data).messages)
        assert said[0] != said[1], said[0]


@pytest.mark.parametrize("when", ["hest", "2022-13-01", "2022-09-28/2021-01-01", "28.09.2022"])
def test_a_time_that_cannot_be(either: Referat, language: str, when: str) -> None:
    data = json.dumps({"name": "Rådet"})
    refused(either, "record", "ny", "CouncilEstablished", "--data", data, "--effective", when, code=3, says=(when,))
    assert either.record.exists() == ("æøå" in either.record.name)


@pytest.mark.parametrize("book", ["Ny Bog", "æøå", "-x", "", "x" * 61, "../x"])
def test_a_name_that_no_book_can_have(empty: Referat, language: str, book: str) -> None:
    ran = empty("record", "--", book, "CouncilEstablished") if book.startswith("-") else None
    ran = ran or empty("record", book, "CouncilEstablished", "--data", '{"name": "Rådet"}')
    assert ran.code in (2, 3)
    assert ran.data == b""
    assert not empty.record.exists()


@pytest.mark.parametrize("at", ["hest", "0", "-1", "99999", "9" * 40, "2022-13-01", "2022-09-28T25:00"])
def test_a_point_that_there_is_not(referat: Referat, language: str, at: str) -> None:
    for command in (("show", NORDHOLM), ("export", NORDHOLM), ("minutes", NORDHOLM, "2025-06-10")):
        ran = referat(*command, f"--at={at}")
        assert ran.code in (3, 7)
        assert at in ran.messages
    assert referat("diff", NORDHOLM, "1", at).code in (2, 3, 7)


def test_settings_that_are_not_ours(referat: Referat, tmp_path: Path, language: str) -> None:
    settings = tmp_path / "settings.json"
    for content in (b"hest", b"[]", b'{"by": 7}', b"\xff"):
        settings.write_bytes(content)
        ran = referat("books")
        assert (ran.code, ran.data) == (2, b"")
        assert str(settings) in ran.messages


def test_json_that_will_not_do_is_refused_in_the_words_of_the_reader(referat: Referat, language: str) -> None:
    says = {"en": "(line 1, character ", "da": "(linje 1, tegn "}[language]
    for data in ('{"name": 1e999}', "hest", '{"name": "Anna'):
        ran = refused(referat, "record", NORDHOLM, "PersonRegistered", "--data", data, code=3, says=(says,))
        assert not any(word in ran.messages for word in ("infinity", "unexpected", "parsed", "column"))


@pytest.mark.parametrize(
    ("column", "old", "new"),
    [
        ("words", '{"', '{"/x":["y"],"'),
        ("words", '{"', '{"/x":[1e999,"y"],"'),
        ("body", '"schema_version":1', '"schema_version":2'),
        ("body", '"schema_version":1', '"schema_version":1e999'),
        ("book", NORDHOLM, "b" * 100_000),
        ("body", '"book":"', f'"book":"{"b" * 100_000}'),
        ("words", '{"', f'{{"/{"x" * 100_000}":["{"s" * 22}","y"],"'),
    ],
)
def test_a_damaged_entry_is_told_of_in_the_words_of_the_reader(
    referat: Referat, language: str, column: str, old: str, new: str
) -> None:
    """What the readers of formats complain of is English, and a hostile record has names as long as it likes."""

    def change(file: sqlite3.Connection) -> None:
        (held,) = file.execute(f"SELECT {column} FROM entries WHERE number = 5").fetchone()
        as_text = isinstance(held, str)
        changed = held.replace(old, new) if as_text else held.replace(old.encode(), new.encode(), 1)
        assert changed != held
        file.execute(f"UPDATE entries SET {column} = ? WHERE number = 5", (changed,))

    as_insider(referat.record, change)
    ran = referat("verify")
    assert ran.code == 5
    assert {"en": "Entry 5 of", "da": "Førelse 5 i"}[language] in ran.messages
    assert max(map(len, ran.messages.splitlines())) < 600
    assert not any(word in ran.messages for word in ("Expected", "infinity", "('", "Error"))
