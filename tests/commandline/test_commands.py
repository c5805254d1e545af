"""Every command on a record with the minutes of two meetings: what it prints where, and what it ends with."""

from pathlib import Path

import pytest

from governance.commandline.parser import build_parser
from tests.commandline.running import AGENDA, NORDHOLM, Referat, in_process

COMMANDS = tuple(build_parser()._subparsers._group_actions[0].choices)  # type: ignore[union-attr]


class TestHelp:
    @pytest.mark.parametrize("command", COMMANDS)
    def test_every_command_has_help_with_examples(self, command: str, language: str) -> None:
        ran = in_process([command, "--help"])
        assert (ran.code, ran.messages) == (0, "")
        assert ("Eksempler:" if language == "da" else "Examples:") in ran.out
        assert f"referat {command}" in ran.out or f"{command} " in ran.out.split("xamples:")[-1]
        english = "show this help message and exit"
        assert (english in ran.out) == (language == "en")

    def test_the_program_lists_its_commands(self, language: str) -> None:
        ran = in_process(["--help"])
        assert ran.code == 0
        assert all(f"    {command}" in ran.out for command in COMMANDS)
        assert ("vis programmets version" in ran.out) == (language == "da")

    def test_the_examples_are_commands_that_there_are(self) -> None:
        for command in COMMANDS:
            examples = in_process([command, "--help"]).out.partition("Examples:")[2].splitlines()
            named = [line.split("referat ", 1)[1].split()[0] for line in examples if line.startswith("  referat ")]
            assert all(name in COMMANDS or name.startswith("--") for name in named)

    def test_whoever_names_a_record_instead_of_a_command_is_told_how_to_open_it(
        self, tmp_path: Path, language: str
    ) -> None:
        record = tmp_path / "min protokol.referat"
        record.write_bytes(b"")
        ran = in_process([str(record)])
        assert ran.code == 2
        assert f"referat --record '{record}'" in ran.messages
        assert ("er en fil" in ran.messages) == (language == "da")

    def test_version(self) -> None:
        assert in_process(["--version"]).out.startswith("referat ")

    @pytest.mark.parametrize(
        ("arguments", "da", "en"),
        [
            (["hest"], "ugyldigt valg", "invalid choice"),
            (["log"], "der mangler", "required"),
            (["log", "bog", "--from", "x"], "--from", "--from"),
            (["--record"], "der mangler en værdi", "expected one argument"),
            (["books", "--hest"], "ukendte argumenter", "unrecognized"),
        ],
    )
    def test_wrong_use(self, language: str, arguments: list[str], da: str, en: str) -> None:
        ran = in_process(arguments)
        assert (ran.code, ran.data) == (2, b"")
        assert (da if language == "da" else en) in ran.messages
        assert "--help" in ran.messages

    def test_without_a_command_and_without_a_terminal(self, language: str) -> None:
        ran = in_process([])
        assert (ran.code, ran.data) == (2, b"")
        assert "referat --help" in ran.messages


class TestLooking:
    def test_books(self, referat: Referat) -> None:
        assert referat.done("books", "--json").json == [
            {
                "book": NORDHOLM,
                "council": "Integrationsrådet",
                "municipality": "Nordholm Kommune",
                "entries": referat.entries(),
            }
        ]
        assert (
            referat.done("books").out
            == f"{NORDHOLM}  Integrationsrådet, Nordholm Kommune  {referat.entries()} entries\n"
        )

    def test_a_book_may_be_named_by_how_it_begins(self, referat: Referat) -> None:
        assert referat.done("log", "integ").data == referat.done("log", NORDHOLM).data

    def test_log(self, referat: Referat) -> None:
        whole = referat.done("log", NORDHOLM).out.splitlines()
        assert [int(line.split()[0]) for line in whole] == list(range(1, referat.entries() + 1))
        assert referat.done("log", NORDHOLM, "--from", 30, "--to", 40).out.splitlines() == whole[29:40]
        assert referat.done("log", NORDHOLM, "--from", 80).out.splitlines() == whole[79:]
        assert referat.done("log", NORDHOLM, "--to", 2).out.splitlines() == whole[:2]
        assert referat.done("log", NORDHOLM, "--from", 10**30).data == b""
        assert referat.done("log", NORDHOLM, "--to", 10**30).out.splitlines() == whole

    def test_log_as_json(self, referat: Referat) -> None:
        lines = referat.done("log", NORDHOLM, "--from", 2, "--to", 4, "--json").lines
        assert [line["number"] for line in lines] == [2, 3, 4]
        assert {"event", "recorded_at", "recorded_by", "effective", "provenance", "struck_by"} <= set(lines[0])
        assert len(lines[0]["provenance"]["source"]) == 64

    def test_show(self, referat: Referat, language: str) -> None:
        told = referat.done("show", NORDHOLM).out
        assert "Amina Farah" in told
        assert ("Medlemmer:" if language == "da" else "Members:") in told

    def test_show_one_meeting(self, referat: Referat) -> None:
        told = referat.done("show", NORDHOLM, "2025-06-10").out
        assert "present: Amina Farah" in told
        assert referat.done("show", NORDHOLM, "2025-06-10", "--json").json["date"] == "2025-06-10"

    def test_show_at_an_entry_and_at_a_moment(self, referat: Referat) -> None:
        first = referat.done("log", NORDHOLM, "--from", 52, "--to", 52, "--json").lines[0]
        assert referat.done("show", NORDHOLM, "--at", 52, "--json").json["record"]["entries"] == 52
        later = referat.done("show", NORDHOLM, "--at", "2099-01-01", "--json").json
        assert later == referat.done("export", NORDHOLM).json
        at = referat.done("show", NORDHOLM, "--at", first["recorded_at"], "--json").json["record"]["entries"]
        assert at >= 52
        ran = referat("show", NORDHOLM, "--at", "2001-01-01")
        assert (ran.code, ran.data) == (7, b"")

    def test_show_what_was_in_force_on_a_day(self, referat: Referat) -> None:
        state = referat.done("show", NORDHOLM, "--on", "2025-04-01", "--json").json
        assert [meeting["date"] for meeting in state["meetings"] if meeting["status"] != "planned"] == ["2025-03-11"]
        assert referat.done("show", NORDHOLM, "--on", "1.4.2025", "--json").json == state

    def test_diff(self, referat: Referat) -> None:
        ran = referat.done("diff", NORDHOLM, 40, referat.entries())
        assert "Ida Sørensen" in ran.out
        assert referat.done("diff", NORDHOLM, 40, referat.entries(), "--json").lines
        assert referat.done("diff", NORDHOLM, 80, 80).out == "Nothing differs.\n"
        assert referat.done("diff", NORDHOLM, 80, 80, "--json").data == b""

    def test_verify(self, referat: Referat) -> None:
        assert f"{referat.entries()} entries as they were recorded" in referat.done("verify").out


class TestWhoRecords:
    def test_nobody_is_named_behind_the_users_back(self, referat: Referat, language: str) -> None:
        referat.by = None
        before = referat.record.read_bytes()
        for arguments in (
            ("record", NORDHOLM, "PersonRegistered", "--data", '{"name": "Anna Holm"}'),
            ("record", "ny", "CouncilEstablished", "--data", '{"name": "Rådet"}'),
            ("import", AGENDA),
            ("strike", NORDHOLM, 80, "--reason", "x", "--authority", "written"),
        ):
            ran = referat(*arguments)
            assert (ran.code, ran.data) == (2, b"")
            assert "REFERAT_BY" in ran.messages
            assert "--by" in ran.messages
        assert referat.record.read_bytes() == before

    def test_option_before_environment_before_settings(self, referat: Referat, monkeypatch: pytest.MonkeyPatch) -> None:
        def recorded() -> str:
            data = '{"name": "Anna Holm"}'
            return str(
                referat.done("record", NORDHOLM, "PersonRegistered", "--data", data, "--json").lines[0]["recorded_by"]
            )

        referat.by = None
        referat.done("settings", "by", "Hanne Bro")
        assert recorded() == "Hanne Bro"
        monkeypatch.setenv("REFERAT_BY", "Bo Ørum")
        assert recorded() == "Bo Ørum"
        referat.by = "Alice Flink"
        assert recorded() == "Alice Flink"

    def test_settings(self, referat: Referat) -> None:
        assert referat.done("settings").out == "by: -\nlanguage: -\nrecord: -\n"
        assert referat.done("settings", "language", "da").out == "language: da\n"
        assert referat("settings", "language", "fr").code == 2
        assert referat.done("settings", "language", "").out == "language: -\n"

    def test_the_record_that_is_set_does_not_move_with_the_folder(
        self, referat: Referat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert referat.done("settings", "record", referat.record.name).out == f"record: {referat.record}\n"

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_completion(self, shell: str) -> None:
        assert "referat" in in_process(["completion", shell]).out


class TestBooks:
    def test_an_unknown_book_names_those_there_are(self, referat: Referat, language: str) -> None:
        for command in (
            ("log", "x"),
            ("show", "x"),
            ("diff", "x", 1, 2),
            ("explain", "x", "council"),
            ("export", "x"),
            ("minutes", "x", "2025-03-11"),
            ("agenda", "x", "2025-03-11"),
            ("record", "x", "PersonRegistered", "--data", '{"name": "A B"}'),
            ("strike", "x", 1, "--reason", "x"),
            ("correct", "x", 1, "--reason", "x"),
        ):
            ran = referat(*command)
            assert (ran.code, ran.data) == (7, b""), command
            assert NORDHOLM in ran.messages

    def test_one_of_several(self, referat: Referat, language: str) -> None:
        referat.done("record", "integrationsraadet-x", "CouncilEstablished", "--data", '{"name": "Rådet"}')
        for command in (("export",), ("log", "integr")):
            ran = referat(*command)
            assert (ran.code, ran.data) == (7, b"")
            assert f"{NORDHOLM}, integrationsraadet-x" in ran.messages
        assert len(referat.done("export", "--format", "jsonl").lines) == referat.entries() + 1

    def test_no_record_yet(self, empty: Referat, language: str) -> None:
        for command in (("books",), ("log", "x"), ("export",), ("verify",), ("strike", "x", 1, "--reason", "x")):
            ran = empty(*command)
            assert (ran.code, ran.data) == (5, b""), command
            assert str(empty.record) in ran.messages
        assert not empty.record.exists()
