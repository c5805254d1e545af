"""What other programs rely on: the readings that `import --dry-run --json` prints, and the state that `export` prints."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from events.ids import LETTERS
from tests.commandline.running import AGENDA, JUNE, MARCH, NORDHOLM, Referat, in_process
from tests.conftest import ROOT, SHARED

READING = {
    *("file", "kind", "language", "body", "municipality", "date", "start", "end", "place", "present"),
    *("absent_with_apology", "absent", "others_present", "referent", "chair", "items", "next_meeting"),
}
ITEM = {"number", "title", "outcome", "postponed_to", "closed_session"}
CHAIR = {"name", "role", "elected_at_this_meeting"}
NEXT = {"date", "start", "end", "place"}
OUTCOMES = {"approved", "noted", "decided", "discussed", "postponed", "elected", "rejected", "none", "unknown"}

STATE: dict[str, Any] = {
    "record": {"book", "entries", "schema_version", "as_of"},
    "council": {"name", "municipality"},
    "persons": {"id", "name"},
    "members": {"id", "name", "party", "terms"},
    "members.terms": {"from", "to", "from_between", "to_between"},
    "bodies": {"id", "name", "abbreviation", "kind"},
    "groups": {"id"},
    "meetings": {
        *("id", "date", "start", "end", "place", "status", "parts", "referent", "ordstyrer", "attendance", "agenda"),
    },
    "meetings.parts": {"start", "end", "place", "counterpart"},
    "meetings.attendance": {"member", "status"},
    "meetings.agenda": {
        *("number", "title", "kind", "matter", "outcome", "postponed_to", "notes", "decision"),
    },
    "matters": {"id"},
    "dispatches": {"id"},
    "tasks": {"id"},
}
"""The keys of the contract; a state may have more, and none of these is ever left out."""


@pytest.fixture
def other(tmp_path: Path) -> Path:
    file = tmp_path / "brev.txt"
    file.write_text("Kære Anna\n\nTak for sidst. Vi ses til jul.\n", encoding="utf-8")
    return file


class TestReadings:
    def test_one_for_each_file_in_order_and_no_record(self, empty: Referat, other: Path) -> None:
        empty.by = None
        files = [JUNE, other, AGENDA, MARCH]
        ran = empty.done("import", "--dry-run", "--json", *files)
        assert ran.messages == ""
        assert [held["file"] for held in ran.lines] == [str(file) for file in files]
        assert [held["kind"] for held in ran.lines] == ["minutes", "other", "agenda", "minutes"]
        assert not empty.record.parent.exists()

    def test_no_key_is_left_out(self, empty: Referat, other: Path) -> None:
        for held in empty.done("import", "--dry-run", "--json", MARCH, other, AGENDA).lines:
            assert set(held) >= READING
            assert all(set(item) >= ITEM and item["outcome"] in OUTCOMES for item in held["items"])
            assert held["chair"] is None or set(held["chair"]) == CHAIR
            assert held["next_meeting"] is None or set(held["next_meeting"]) == NEXT

    def test_what_a_text_does_not_say_is_null_or_empty(self, empty: Referat, other: Path) -> None:
        (held,) = empty.done("import", "--dry-run", "--json", other).lines
        assert [held[key] for key in ("date", "start", "end", "place", "referent", "chair", "next_meeting")] == [
            None
        ] * 7
        assert [held[key] for key in ("present", "absent", "absent_with_apology", "items")] == [[]] * 4

    def test_names_are_as_written(self, empty: Referat) -> None:
        (held,) = empty.done("import", "--dry-run", "--json", MARCH).lines
        assert held["present"][:2] == ["Amina Farah", "Bjørn Kjær (F)"]
        assert held["chair"] == {"name": "Amina", "role": "ordstyrer", "elected_at_this_meeting": True}
        assert held["date"] == "2025-03-11"
        assert (held["start"], held["end"]) == ("16:00", "18:00")

    def test_the_readings_do_not_hang_on_the_record(self, referat: Referat, empty: Referat) -> None:
        files = ("import", "--dry-run", "--json", MARCH, JUNE)
        assert referat.done(*files).data == empty.done(*files).data

    def test_a_file_that_is_not_there_does_not_stop_the_others(self, empty: Referat, tmp_path: Path) -> None:
        ran = empty("import", "--dry-run", "--json", MARCH, tmp_path / "nej.txt", JUNE)
        assert ran.code == 3
        assert len(ran.lines) == 2
        assert "nej.txt" in ran.messages

    def test_the_keys_and_values_of_the_labels(self, empty: Referat, seeds: tuple[Path, Path]) -> None:
        labels = {held["file"]: held for held in map(_read, (SHARED / "eval" / "labels").glob("*.json"))}
        for file, held in zip(seeds, empty.done("import", "--dry-run", "--json", *seeds).lines, strict=True):
            label = labels[f"seeds/{file.name}"]
            assert set(label) <= set(held)
            for key in set(label) - {"file", "items", "chair", "next_meeting"}:
                assert held[key] == label[key], key
            for key in ("chair", "next_meeting"):
                assert held[key] == label[key]
            assert [{name: item[name] for name in ITEM} for item in held["items"]] == label["items"]


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


class TestState:
    def test_no_key_of_the_contract_is_left_out(self, referat: Referat, empty: Referat) -> None:
        empty.done("record", "bog", "CouncilEstablished", "--data", '{"name": "Rådet"}')
        for state in (referat.done("export").json, empty.done("export").json):
            for path, keys in STATE.items():
                for held in parts(state, path):
                    assert keys <= set(held), path
            assert {path for path in STATE if "." not in path} <= set(state)

    def test_every_part_of_the_contract_occurs(self, referat: Referat) -> None:
        referat.done("import", AGENDA)
        state = referat.done("export").json
        assert [path for path in STATE if not list(parts(state, path))] == []

    def test_ids_are_text_and_lead_somewhere(self, referat: Referat) -> None:
        state = referat.done("export").json
        known = {held["id"] for held in with_ids(state)}
        assert all(isinstance(held, str) and re.fullmatch(r"[a-z][1-9]\d*", held) for held in known)
        assert {held[0] for held in known} <= set(LETTERS.values())
        persons = {held["id"] for held in state["persons"]}
        meetings = {held["id"] for held in state["meetings"]}
        matters = {held["id"] for held in state["matters"]}
        assert {held["id"] for held in state["members"]} <= persons
        for meeting in state["meetings"]:
            assert {meeting["referent"], meeting["ordstyrer"]} <= persons | {None}
            assert {held["member"] for held in meeting["attendance"]} <= persons
            assert {item["matter"] for item in meeting["agenda"]} <= matters | {None}
            assert {item["postponed_to"] for item in meeting["agenda"]} <= meetings | {None}

    def test_the_time_is_that_of_the_last_entry(self, referat: Referat) -> None:
        last = referat.done("log", NORDHOLM, "--from", referat.entries(), "--json").lines[-1]
        assert referat.done("export").json["record"]["as_of"] == last["recorded_at"]

    def test_an_imported_meeting_is_issued_until_a_later_one_approves_it(self, referat: Referat) -> None:
        status = {held["date"]: held["status"] for held in referat.done("export").json["meetings"]}
        assert (status["2025-03-11"], status["2025-06-10"], status["2025-09-09"]) == ("approved", "issued", "planned")

    def test_it_is_valid_by_the_published_schema(self, referat: Referat, empty: Referat) -> None:
        schema = _read(ROOT / "docs" / "state.schema.json")
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        referat.done("import", AGENDA)
        for at in (1, 20, 46, 60, referat.entries()):
            validator.validate(referat.done("export", "--at", at).json)
        state = referat.done("export").json
        del state["meetings"][0]["place"]
        assert not validator.is_valid(state)

    def test_the_published_schema_is_the_programs(self) -> None:
        """`make schema` writes it anew."""
        assert (ROOT / "docs" / "state.schema.json").read_bytes() == in_process(["schema"]).data


def parts(state: Any, path: str) -> list[Any]:
    """Return all that stands at a path, through every list on the way."""
    held = [state]
    for step in path.split("."):
        held = [inner for outer in held for inner in (outer[step] if isinstance(outer[step], list) else [outer[step]])]
    return held


def with_ids(value: Any) -> list[Any]:
    """Return every object in the state that has an id."""
    if isinstance(value, list):
        return [found for inner in value for found in with_ids(inner)]
    if isinstance(value, dict):
        return [*([value] if "id" in value else []), *(found for inner in value.values() for found in with_ids(inner))]
    return []
