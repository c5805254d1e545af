"""Erasing words: they are in no file of the record afterwards, and everything else is as it was."""

import json
import sqlite3
from pathlib import Path

import pytest

from events.sqlite.log import SqliteLog
from governance.drafts import Draft, Drafts
from governance.importing.usage_file import load_usages, teach
from tests.commandline.running import NORDHOLM, Referat, refused

BASIS = "Databeskyttelsesforordningen art. 17, stk. 1, litra d"
AUTHORITY = "Kommunens databeskyttelsesrådgiver"
SECRET = "Xenia Zwölf-Quist boede på Grævlingevej 17"
WHY = ("--basis", BASIS, "--authority", AUTHORITY, "--yes")


def bytes_beside(record: Path) -> dict[str, bytes]:
    """Return every file in the folder of a record, whatever it is."""
    return {str(file): file.read_bytes() for file in record.parent.rglob("*") if file.is_file()}


def holding(record: Path, *texts: str) -> list[str]:
    """Return the files that hold one of the texts, as UTF-8 or as JSON escapes it."""
    wanted = [form for text in texts for form in (text.encode(), json.dumps(text)[1:-1].encode())]
    return [name for name, data in bytes_beside(record).items() if any(one in data for one in wanted)]


def tokens_beside(record: Path, token: str) -> list[str]:
    """Return the files that hold a word as a search index keeps it."""
    return [name for name, data in bytes_beside(record).items() if token.encode() in data.lower()]


def with_secret(referat: Referat) -> int:
    """Record a note with the secret and much else after it, and return its entry."""
    referat.done("record", NORDHOLM, "NoteWritten", "--data", json.dumps({"meeting": planned(referat), "text": SECRET}))
    number = referat.entries()
    for index in range(20):
        referat.done("record", NORDHOLM, "PersonRegistered", "--data", json.dumps({"name": f"Person {index}"}))
    return number


def planned(referat: Referat) -> str:
    data = json.dumps({"date": "2027-01-12", "start": "15:30"})
    (entry,) = referat.done("record", NORDHOLM, "MeetingScheduled", "--data", data, "--json").lines
    return f"m{entry['number']}"


def bodies(record: Path) -> list[bytes]:
    log = SqliteLog(record)
    try:
        return [body for body, _ in log.read(NORDHOLM)]
    finally:
        log.close()


def test_missing_words_are_named_in_the_language_of_the_reader(
    referat: Referat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines name them in Danish; data, which programs read, keeps the codes."""
    number = with_secret(referat)
    public = Referat(tmp_path / "offentlig.referat")
    referat.done("erase", NORDHOLM, number, "text", "recorded_by", *WHY)
    referat.done("handout", NORDHOLM, "--public", "-o", public.record)
    line = ("log", NORDHOLM, "--from", number, "--to", number)
    assert "[erased]" in referat.done(*line).out
    assert "[withheld]" in public.done("log", NORDHOLM).out
    monkeypatch.setenv("REFERAT_LANG", "da")
    said = referat.done(*line).out
    assert said.count("[slettet]") == 2
    assert "[erased]" not in said
    said = public.done("log", NORDHOLM).out
    assert "[ikke offentligt]" in said
    assert "[withheld]" not in said
    assert referat.done(*line, "--json").lines[0]["recorded_by"] == "[erased]"
    (told,) = (row for row in referat.done("log", NORDHOLM).out.splitlines() if "Tekst slettet i" in row)
    assert f"Tekst slettet i førelse {number}: tekst, ført af. " in told
    assert f"slettet i førelse {number}: tekst, ført af. " in referat.done("show", NORDHOLM).out


def test_the_bytes_are_in_no_file_and_the_bodies_are_as_they_were(referat: Referat) -> None:
    number = with_secret(referat)
    salt = salt_of(referat.record, number, "/event/text")
    assert holding(referat.record, SECRET)
    assert holding(referat.record, salt)
    before = bodies(referat.record)
    assert referat.done("search", NORDHOLM, "Grævlingevej").out
    teach(referat.record, NORDHOLM, lambda usage: usage.with_name("Xenia", SECRET).with_name("Bo", "Bo Ørum"))
    said = referat.done("erase", NORDHOLM, number, "text", *WHY).messages
    assert "still holds the words" not in said
    assert set(load_usages(referat.record)[NORDHOLM].names) == {"bo"}
    assert tokens_beside(referat.record, "grævlingevej") == []
    assert holding(referat.record, SECRET, salt) == []
    assert bodies(referat.record)[: len(before)] == before
    referat.done("verify")
    (held,) = referat.done("export", NORDHOLM).json["erasures"]
    assert held == {"entry": number, "fields": ["/event/text"], "basis": BASIS, "authority": AUTHORITY}
    told = referat.done("show", NORDHOLM).out
    assert AUTHORITY in told
    assert BASIS in told
    assert "[erased]" in referat.done("log", NORDHOLM, "--from", number, "--to", number).out


def salt_of(record: Path, number: int, pointer: str) -> str:
    with sqlite3.connect(f"file:{record}?mode=ro", uri=True) as file:
        words = file.execute("SELECT words FROM entries WHERE number = ?", (number,)).fetchone()[0]
    file.close()
    return str(json.loads(words)[pointer][0])


def test_a_record_of_an_earlier_version_whose_free_space_held_it(referat: Referat) -> None:
    """Without secure_delete a page that was split or freed keeps what stood there."""
    number = with_secret(referat)
    with sqlite3.connect(referat.record) as file:
        file.execute("PRAGMA secure_delete = OFF")
        file.execute("CREATE TABLE gone (text TEXT)")
        file.executemany("INSERT INTO gone VALUES (?)", [(SECRET + str(index),) for index in range(300)])
        file.commit()
        file.execute("DROP TABLE gone")
    file.close()
    assert holding(referat.record, SECRET)
    referat.done("erase", NORDHOLM, number, "text", *WHY)
    assert holding(referat.record, SECRET) == []


def test_json_lines_and_their_restoring_keep_the_erasure(referat: Referat, tmp_path: Path) -> None:
    number = with_secret(referat)
    backup = referat.done("export", "--format", "jsonl").data
    referat.done("erase", NORDHOLM, number, "text", *WHY)
    lines = referat.done("export", "--format", "jsonl").data
    assert SECRET.encode() not in lines
    again = Referat(tmp_path / "igen" / "protokol.referat")
    again.done("restore", "-", stdin=lines)
    assert again.done("export", "--format", "jsonl").data == lines
    assert SECRET.encode() in backup


def test_restoring_words_that_were_erased_since_erases_them_again(referat: Referat, tmp_path: Path) -> None:
    """The lines of a backup with what was recorded since: the erasure counts, whoever put the words back."""
    number = with_secret(referat)
    old = referat.done("export", "--format", "jsonl").data.splitlines(keepends=True)
    referat.done("erase", NORDHOLM, number, "text", *WHY)
    new = referat.done("export", "--format", "jsonl").data.splitlines(keepends=True)
    again = Referat(tmp_path / "igen" / "protokol.referat")
    again.done("restore", "-", stdin=b"".join([*old, *new[len(old) :]]))
    assert holding(again.record, SECRET) == []
    assert again.done("export", "--format", "jsonl").data == b"".join(new)


def test_erasing_by_hand_with_record_erases_too(referat: Referat) -> None:
    number = with_secret(referat)
    assert referat.done("search", NORDHOLM, "Grævlingevej").out
    data = {"entry": number, "fields": ["text"], "basis": BASIS, "authority": AUTHORITY}
    referat.done("record", NORDHOLM, "WordsErased", "--data", json.dumps(data))
    assert holding(referat.record, SECRET) == []
    assert tokens_beside(referat.record, "grævlingevej") == []


def test_what_cannot_be_erased_is_said(referat: Referat) -> None:
    number = with_secret(referat)
    refused(
        referat, "erase", NORDHOLM, number, "title", *WHY, code=4, says=("no words in 'title'", "recorded_by, text")
    )
    refused(referat, "erase", NORDHOLM, number, *WHY, code=4, says=("Say which words",))
    refused(referat, "erase", NORDHOLM, 9999, "text", *WHY, code=4, says=("no entry 9999",))
    refused(referat, "erase", NORDHOLM, number, "text", "--yes", code=2, says=("--basis", "--authority"))
    refused(referat, "erase", NORDHOLM, number, "text", *WHY[:4], code=2, says=("--yes",))
    refused(referat, "erase", NORDHOLM, number, "../../x", *WHY, code=3, says=("no field",))
    refused(referat, "erase", NORDHOLM, "--person", "p9999", *WHY, code=4, says=("p9999",))
    refused(referat, "erase", NORDHOLM, *WHY, code=2, says=("--person",))


def test_twice_is_refused_and_changes_nothing(referat: Referat) -> None:
    number = with_secret(referat)
    referat.done("erase", NORDHOLM, number, "text", *WHY)
    before = referat.entries()
    ran = referat("erase", NORDHOLM, number, "text", *WHY)
    assert (ran.code, ran.data) == (4, b"")
    assert "already" in ran.messages
    assert referat.entries() == before


def test_the_erasure_itself_stands(referat: Referat) -> None:
    number = with_secret(referat)
    referat.done("erase", NORDHOLM, number, "text", *WHY)
    last = referat.entries()
    refused(referat, "strike", NORDHOLM, last, "--reason", "Fortrudt", code=4, says=("do not come back",))
    refused(
        referat, "correct", NORDHOLM, last, "--data", '{"basis": "x"}', "--reason", "x", code=3, says=("WordsErased",)
    )


def test_a_person_s_words_and_what_is_left_of_the_name(referat: Referat) -> None:
    people = referat.done("export", NORDHOLM).json["persons"]
    person = people[0]["id"]
    name = people[0]["name"]
    meeting = planned(referat)
    referat.done(
        "record",
        NORDHOLM,
        "AttendanceRecorded",
        "--data",
        json.dumps({"meeting": meeting, "person": person, "status": "apology", "reason": "illness"}),
    )
    referat.done("record", NORDHOLM, "NoteWritten", "--data", json.dumps({"meeting": meeting, "text": f"{name}s bil."}))
    note = referat.entries()
    ran = referat.done("erase", NORDHOLM, "--person", person, *WHY)
    assert "illness" not in referat.done("log", NORDHOLM, "--json").out
    assert name in [held["name"] for held in referat.done("export", NORDHOLM).json["persons"]]
    ran = referat.done("erase", NORDHOLM, "--person", person, "--names", *WHY)
    assert name not in [held["name"] for held in referat.done("export", NORDHOLM).json["persons"]]
    assert f"{note}  text: {name}s bil." in ran.messages
    found = [json.loads(line) for line in referat.done("find-words", NORDHOLM, name, "--json").out.splitlines()]
    assert {"entry": note, "field": "/event/text", "text": f"{name}s bil."} in found
    for place in found:
        referat.done("erase", NORDHOLM, place["entry"], place["field"].removeprefix("/event/").removeprefix("/"), *WHY)
    assert holding(referat.record, name) == []
    refused(referat, "erase", NORDHOLM, "--person", person, "--names", *WHY, code=4, says=("Nothing about",))
    referat.done("verify")
    referat.done("check", NORDHOLM)
    referat.done("minutes", NORDHOLM, meeting)


def test_drafts_lose_the_words_and_other_files_are_named(referat: Referat) -> None:
    number = with_secret(referat)
    drafts = Drafts(referat.record)
    drafts.keep("nordholm/i1", Draft(f"Som sagt: {SECRET}."))
    drafts.keep("nordholm/form/NoteWritten", Draft(json.dumps({"text": SECRET})))
    drafts.keep("nordholm/i2", Draft("Noget andet."))
    drafts.save()
    copy = referat.record.with_name(referat.record.name + ".bak")
    copy.write_bytes(SECRET.encode())
    ran = referat.done("erase", NORDHOLM, number, "text", *WHY)
    assert holding(referat.record, SECRET) == [str(copy)]
    assert str(copy) in ran.messages
    kept = Drafts(referat.record).written
    assert kept["nordholm/i1"].text == "Som sagt: […]."
    assert json.loads(kept["nordholm/form/NoteWritten"].text) == {"text": "[…]"}
    assert kept["nordholm/i2"].text == "Noget andet."


def test_somebody_who_reads_meanwhile_delays_it_and_the_next_run_finishes(
    referat: Referat, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = with_secret(referat)
    assert referat.done("search", NORDHOLM, "Grævlingevej").out
    monkeypatch.setattr("events.sqlite.erasing.WAIT_SECONDS", 0.2)
    reader = sqlite3.connect(f"file:{referat.record}?mode=ro", uri=True, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entries").fetchone()
    ran = referat("erase", NORDHOLM, number, "text", *WHY)
    assert ran.code == 5
    assert "another program reads" in ran.messages
    assert holding(referat.record, SECRET)
    reader.execute("COMMIT")
    reader.close()
    again = referat("erase", NORDHOLM, number, "text", *WHY)
    assert again.code == 4
    assert "has been cleared" in again.messages
    assert holding(referat.record, SECRET) == []
    assert tokens_beside(referat.record, "grævlingevej") == []
    referat.done("verify")


def test_what_a_delayed_erasure_says_and_clears_beside_the_record(
    referat: Referat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second run knows the words no more: whatever needs them is done, and said, before they go."""
    number = with_secret(referat)
    remark = {"entry": number, "text": f"Jf. {SECRET}."}
    referat.done("record", NORDHOLM, "RemarkRecorded", "--data", json.dumps(remark))
    drafts = Drafts(referat.record)
    drafts.keep("nordholm/i1", Draft(f"Som sagt: {SECRET}."))
    drafts.save()
    teach(referat.record, NORDHOLM, lambda usage: usage.with_name("Xenia", SECRET))
    escaped = referat.record.with_name(referat.record.name + ".json")
    escaped.write_text(json.dumps({"text": SECRET}).replace("\\u00f8", "\\u00F8"), encoding="ascii")
    monkeypatch.setattr("events.sqlite.erasing.WAIT_SECONDS", 0.2)
    reader = sqlite3.connect(f"file:{referat.record}?mode=ro", uri=True, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entries").fetchone()
    ran = referat("erase", NORDHOLM, number, "text", *WHY)
    reader.close()
    assert ran.code == 5
    assert f"text: Jf. {SECRET}." in ran.messages
    assert f"{number}  text: {SECRET}" not in ran.messages
    assert f"still holds the words: {escaped}" in ran.messages
    assert Drafts(referat.record).written["nordholm/i1"].text == "Som sagt: […]."
    assert load_usages(referat.record) == {}


def test_a_person_s_erasure_is_finished_by_the_same_command(referat: Referat, monkeypatch: pytest.MonkeyPatch) -> None:
    person = referat.done("export", NORDHOLM).json["persons"][0]["id"]
    monkeypatch.setattr("events.sqlite.erasing.WAIT_SECONDS", 0.2)
    reader = sqlite3.connect(f"file:{referat.record}?mode=ro", uri=True, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entries").fetchone()
    command = ("erase", NORDHOLM, "--person", person, "--names", *WHY)
    assert referat(*command).code == 5
    assert referat(*command).code == 5
    reader.close()
    again = referat(*command)
    assert again.code == 4
    assert "has been cleared" in again.messages


@pytest.mark.parametrize("fields", [("text",), ("recorded_by",)])
def test_reading_only_touches_nothing_beside_the_record(referat: Referat, fields: tuple[str, ...]) -> None:
    number = with_secret(referat)
    drafts = Drafts(referat.record)
    drafts.keep("nordholm/i1", Draft(f"Som sagt: {SECRET}."))
    drafts.save()
    referat.done("erase", NORDHOLM, number, "recorded_by", *WHY)
    refused(referat, "--read-only", "erase", NORDHOLM, number, *fields, *WHY, code=4, says=("reading only",))
