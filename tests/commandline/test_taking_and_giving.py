"""Import, export, restore, documents, strike and correct on a record with the minutes of two meetings."""

import json
from pathlib import Path

import pytest

from governance.importing.usage_file import teach, usage_path
from tests.commandline.running import AGENDA, JUNE, MARCH, NORDHOLM, Referat, facts, in_process
from tests.governance.test_reviewing import TEXT as UNCLEAR


class TestSharing:
    def test_export_is_the_same_every_time(self, referat: Referat, tmp_path: Path) -> None:
        printed = referat.done("export").data
        assert referat.done("export", NORDHOLM, "-o", tmp_path / "state.json").data == b""
        assert (tmp_path / "state.json").read_bytes() == printed == referat.done("export", NORDHOLM).data

    def test_export_at(self, referat: Referat) -> None:
        assert referat.done("export", "--at", 52).json["record"]["entries"] == 52
        assert len(referat.done("export", "--format", "jsonl", "--at", 52).lines) == 52

    def test_out_and_back(self, referat: Referat, empty: Referat, tmp_path: Path) -> None:
        file = tmp_path / "books.jsonl"
        referat.done("export", "--format", "jsonl", "-o", file)
        ran = empty.done("restore", file)
        assert (ran.data, ran.messages) == (b"", f"{NORDHOLM}: {referat.entries()} entries restored.\n")
        assert empty.done("export", "--format", "jsonl").data == file.read_bytes()
        assert empty.done("export").data == referat.done("export").data
        assert empty.done("verify").code == 0

    def test_restore_from_standard_input(self, referat: Referat, empty: Referat) -> None:
        data = referat.done("export", "--format", "jsonl").data
        empty.done("restore", "-", stdin=data)
        assert empty.done("export", "--format", "jsonl").data == data

    def test_restore_over_a_book_that_is_there(self, referat: Referat, tmp_path: Path, language: str) -> None:
        file, before = tmp_path / "books.jsonl", referat.record.read_bytes()
        referat.done("export", "--format", "jsonl", "-o", file)
        ran = referat("restore", file)
        assert (ran.code, ran.data) == (5, b"")
        assert NORDHOLM in ran.messages
        assert referat.record.read_bytes() == before

    def test_schema(self, tmp_path: Path) -> None:
        assert in_process(["schema", "-o", str(tmp_path / "s.json")]).code == 0
        assert json.loads((tmp_path / "s.json").read_bytes())["$schema"].endswith("2020-12/schema")

    def test_a_link_is_written_through(self, referat: Referat, tmp_path: Path) -> None:
        (tmp_path / "real.json").write_text("old")
        (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
        referat.done("export", "-o", tmp_path / "link.json")
        assert (tmp_path / "link.json").is_symlink()
        assert json.loads((tmp_path / "real.json").read_bytes())["record"]["entries"] == referat.entries()

    def test_a_file_that_cannot_be_written(self, referat: Referat, tmp_path: Path, language: str) -> None:
        for target in (tmp_path, tmp_path / "no" / "folder.json"):
            ran = referat("export", "-o", target)
            assert (ran.code, ran.data) == (5, b"")
            assert str(target) in ran.messages


class TestDocuments:
    @pytest.mark.parametrize("format", ["md", "txt"])
    def test_minutes(self, referat: Referat, tmp_path: Path, format: str) -> None:
        text = referat.done("minutes", NORDHOLM, "2025-06-10", "--format", format).out
        assert "Mødt" in text
        assert "**" in text or format == "txt"
        referat.done("minutes", NORDHOLM, referat.meeting("2025-06-10"), "--format", format, "-o", tmp_path / "r")
        assert (tmp_path / "r").read_text(encoding="utf-8") == text

    @pytest.mark.parametrize("format", ["md", "txt"])
    def test_minutes_read_back_give_the_same_facts(
        self, referat: Referat, empty: Referat, tmp_path: Path, format: str
    ) -> None:
        files = [tmp_path / f"{day}.{format}" for day in ("2025-03-11", "2025-06-10")]
        for file in files:
            referat.done("minutes", NORDHOLM, file.stem, "--format", format, "-o", file)
        empty.done("import", *files)
        assert facts(empty.done("export").json) == facts(referat.done("export").json)

    def test_agenda(self, referat: Referat) -> None:
        referat.done("import", AGENDA)
        text = referat.done("agenda", NORDHOLM, "2025-09-09", "--format", "txt").out
        assert "Fællesspisning i efteråret" in text
        assert "Mødt" not in text

    def test_a_meeting_that_there_is_not(self, referat: Referat, language: str) -> None:
        for command in ("minutes", "agenda", "show"):
            ran = referat(command, NORDHOLM, "2024-01-01")
            assert (ran.code, ran.data) == (7, b"")
            assert "m2 (11.03.2025 16:00)" in ran.messages

    def test_a_day_with_two_meetings(self, referat: Referat) -> None:
        two = {"date": "2025-06-10", "start": "19:00"}
        referat.done("record", NORDHOLM, "MeetingScheduled", "--data", json.dumps(two))
        ran = referat("minutes", NORDHOLM, "2025-06-10")
        assert (ran.code, ran.data) == (7, b"")
        assert "(10.06.2025 16:00)" in ran.messages
        assert f"m{referat.entries()} (10.06.2025 19:00)" in ran.messages


class TestImporting:
    def test_what_is_said_where(self, empty: Referat) -> None:
        ran = empty.done("import", MARCH)
        assert ran.out.startswith(f"{MARCH}: entries 1-")
        assert "7 items" in ran.messages

    def test_twice_records_nothing_new(self, referat: Referat, language: str) -> None:
        before = referat.done("export", "--format", "jsonl").data
        ran = referat.done("import", MARCH, JUNE)
        assert ran.data == b""
        assert len([line for line in ran.messages.splitlines() if "2025-03-11 " in line or "2025-06-10 " in line]) == 2
        assert referat.done("export", "--format", "jsonl").data == before

    def test_either_order_gives_the_same_facts(self, referat: Referat, empty: Referat) -> None:
        empty.done("import", JUNE)
        empty.done("import", MARCH)
        for on in ("2025-01-01", "2025-03-11", "2025-04-01", "2025-06-10", "2026-01-01"):
            states = [held.done("show", NORDHOLM, "--on", on, "--json").json for held in (referat, empty)]
            assert facts(states[0]) == facts(states[1]), on

    def test_dry_run_records_nothing(self, empty: Referat) -> None:
        ran = empty.done("import", MARCH, "--dry-run")
        assert len(ran.out.splitlines()) > 40
        assert not empty.record.exists()

    def test_into_a_book_of_that_name(self, empty: Referat, language: str) -> None:
        empty.done("import", MARCH, "--book", "nordholm")
        empty.done("import", JUNE, "--book", "nord")
        assert [held["book"] for held in empty.done("books", "--json").json] == ["nordholm"]
        ran = empty("import", AGENDA, "--book", "Ny Bog!")
        assert (ran.code, ran.data) == (3, b"")
        assert "aeldreraadet-aeroe" in ran.messages

    def test_a_body_with_two_books(self, empty: Referat, language: str) -> None:
        for book in ("nord", "holm"):
            data = json.dumps({"name": "Integrationsrådet", "municipality": "Nordholm Kommune"})
            empty.done("record", book, "CouncilEstablished", "--data", data)
        ran = empty("import", MARCH)
        assert (ran.code, ran.data) == (3, b"")
        assert "holm, nord" in ran.messages
        assert "--book" in ran.messages

    def test_the_outcome_as_json(self, empty: Referat) -> None:
        first, again = empty.done("import", MARCH, "--json").lines[0], empty.done("import", MARCH, "--json").lines
        assert first["entries"][0] == 1
        assert [held["entries"] for held in again] == [None]


class TestAmending:
    def test_strike(self, referat: Referat) -> None:
        remark = json.dumps({"text": "Til orientering", "entry": 2})
        referat.done("record", NORDHOLM, "RemarkRecorded", "--data", remark)
        ran = referat.done("strike", NORDHOLM, (last := referat.entries()), "--reason", "Forkert bog")
        assert ran.out.split()[0] == str(last + 1)
        assert f"[struck by {last + 1}]" in referat.done("log", NORDHOLM, "--from", last, "--to", last).out
        assert referat.done("export").json["remarks"] == []

    def test_strike_needs_a_reason(self, referat: Referat, language: str) -> None:
        ran = referat("strike", NORDHOLM, 80)
        assert (ran.code, ran.data) == (3, b"")
        assert "--reason" in ran.messages

    def test_what_others_build_on_is_struck_with_them(self, referat: Referat, language: str) -> None:
        before = referat.record.read_bytes()
        ran = referat("strike", NORDHOLM, 4, "--reason", "x", "--authority", "written")
        assert (ran.code, ran.data) == (4, b"")
        assert referat.record.read_bytes() == before
        referat.done("strike", NORDHOLM, 4, "--reason", "x", "--authority", "written", "--with-dependents")
        assert "p4" not in [person["id"] for person in referat.done("export").json["persons"]]

    def test_strike_a_whole_document(self, referat: Referat, empty: Referat) -> None:
        empty.done("import", MARCH)
        sha = referat.done("log", NORDHOLM, "--from", 80, "--json").lines[0]["provenance"]["source"]
        ran = referat.done("strike", "--import", sha[:10])
        assert f"of {sha[:12]} struck" in ran.messages
        for on in ("2025-04-01", "2026-01-01"):
            states = [held.done("show", NORDHOLM, "--on", on, "--json").json for held in (referat, empty)]
            assert facts(states[0]) == facts(states[1]), on

    def test_a_document_that_nobody_took_over(self, referat: Referat, language: str) -> None:
        for sha in ("0" * 64, "93", ""):
            ran = referat("strike", "--import", sha) if sha else referat("strike")
            assert (ran.code, ran.data) == (3, b"")

    def test_correct(self, referat: Referat) -> None:
        person = json.dumps({"name": "Jens Ørum"})
        referat.done("record", NORDHOLM, "PersonRegistered", "--data", person)
        data = json.dumps({"name": "Jens Ørum Holm"})
        ran = referat.done(
            "correct",
            NORDHOLM,
            (last := referat.entries()),
            "--data",
            data,
            "--reason",
            "Efternavnet manglede",
            "--json",
        )
        assert ran.lines[0]["event"]["type"] == "EntryCorrected"
        for named, at in (("Jens Ørum Holm", ()), ("Jens Ørum", ("--at", last))):
            persons = referat.done("export", *at).json["persons"]
            assert (f"p{last}", named) in [(person["id"], person["name"]) for person in persons]

    def test_correct_what_there_is_not(self, referat: Referat, language: str) -> None:
        for number in (referat.entries() + 1, 0, 10**30):
            ran = referat("correct", NORDHOLM, number, "--reason", "x")
            assert (ran.code, ran.data) == (7, b"")
            assert str(number) in ran.messages


class TestTaught:
    def test_what_was_taught_in_the_application_holds_on_the_command_line(self, empty: Referat, tmp_path: Path) -> None:
        file = tmp_path / "maj.txt"
        file.write_text(UNCLEAR, encoding="utf-8")
        empty.record.parent.mkdir(parents=True)
        assert empty("import", file).code == 3
        teach(empty.record, NORDHOLM, lambda usage: usage.with_name("Mina", "Amina Farah"))
        empty.done("import", file)
        (meeting,) = [held for held in empty.done("export").json["meetings"] if held["attendance"]]
        names = {person["id"]: person["name"] for person in empty.done("export").json["persons"]}
        assert names[meeting["ordstyrer"]] == "Amina Farah"

    def test_a_damaged_file_of_what_was_taught_is_said(self, empty: Referat, tmp_path: Path) -> None:
        file = tmp_path / "maj.txt"
        file.write_text(UNCLEAR, encoding="utf-8")
        empty.record.parent.mkdir(parents=True)
        usage_path(empty.record).write_bytes(b"{")
        ran = empty("import", file)
        assert (ran.code, ran.data) == (3, b"")
        assert "protokol.referat.sprogbrug" in ran.messages
        assert not empty.record.exists()
