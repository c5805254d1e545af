"""Checkpoints, proofs, witnesses and copies: what they prove to somebody who does not believe the record."""

import base64
import hashlib
import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from events.entry import canonical
from events.proofs.proof_files import entry_line
from governance.wording.speaking import moment
from tests.commandline.running import NORDHOLM, Referat, refused
from tests.qr_reading import modules_in, read_back


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own for keys."""
    folder = tmp_path / "keys"
    monkeypatch.setenv("REFERAT_KEYS", str(folder))
    monkeypatch.delenv("REFERAT_KEY", raising=False)
    monkeypatch.setenv("REFERAT_LANG", "en")
    return folder


def remark(referat: Referat) -> None:
    """Add an entry."""
    referat.done("record", NORDHOLM, "RemarkRecorded", "--data", '{"entry": 3, "text": "Se bilag."}')


def rewritten(record: Path) -> None:
    """Change an entry as somebody does who can write to the file, and hide it from every check within the file."""
    with sqlite3.connect(record) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        changed = "CAST(replace(CAST(body AS TEXT), '16:00', '16:30') AS BLOB)"
        connection.execute(f"UPDATE entries SET body = {changed} WHERE number = 2")
        for _, sql in triggers:
            connection.execute(sql)
    connection.close()


class TestCheckpoints:
    def test_three_lines_signed_where_a_key_is_at_hand(self, referat: Referat, tmp_path: Path) -> None:
        kept = tmp_path / "kept"
        referat.done("checkpoint", NORDHOLM, "-o", kept)
        ran = referat.done("checkpoint", NORDHOLM)
        origin, size, root = ran.out.splitlines()
        assert (origin[:8], size, len(root)) == ("referat/", "97", 44)
        assert "not signed" in ran.messages
        referat.done("key", "new", "maskine", "--unprotected")
        lines = referat.done("checkpoint", NORDHOLM).out.splitlines()
        assert lines[:4] == [origin, size, root, ""]
        assert lines[4].startswith(f"\u2014 {origin} ")
        assert referat.done("export", NORDHOLM).json["record"]["root"] == root
        referat.done("key", "new", "anna", "--unprotected")
        ran = referat.done("checkpoint", NORDHOLM)
        several = "several keys, and --key did not say which: the checkpoint is not signed"
        for command in (
            ("checkpoint", NORDHOLM),
            ("prove", NORDHOLM, 2),
            ("prove", NORDHOLM, "--since", kept),
            ("handout", NORDHOLM, "-o", kept.with_name("kopi.referat")),
        ):
            ran = referat.done(*command)
            assert several in ran.messages
            assert "Choose one with --key NAME" in ran.messages
        for signing in (("checkpoint", NORDHOLM), ("prove", NORDHOLM, 2)):
            assert referat.done(*signing, "--key", "anna").messages == ""
        assert referat.done("checkpoint", NORDHOLM, "--unsigned").messages == ""
        assert referat.done("prove", NORDHOLM, 2, "--to", kept).messages == ""

    def test_kept_by_itself_when_a_meeting_is_closed_and_at_an_export(self, referat: Referat) -> None:
        folder = referat.record.with_name(f"{referat.record.name}.checkpoints") / NORDHOLM
        assert not folder.exists()
        meeting = referat.meeting("2025-09-09")  # an export
        assert [file.name for file in folder.iterdir()] == ["97.checkpoint"]
        for event in ("MeetingOpened", "MeetingClosed"):
            referat.done("record", NORDHOLM, event, "--data", f'{{"meeting": "{meeting}"}}')
        assert sorted(file.name for file in folder.iterdir()) == ["97.checkpoint", "99.checkpoint"]

    def test_what_was_rewritten_is_found_by_who_kept_one(self, referat: Referat, tmp_path: Path) -> None:
        kept, full = tmp_path / "kept.txt", tmp_path / "auditor.txt"
        referat.done("checkpoint", NORDHOLM, "-o", kept)
        referat.done("checkpoint", NORDHOLM, "--with-entries", "-o", full)
        remark(referat)
        ran = referat.done("verify", "--checkpoint", kept, "--checkpoint", full)
        assert "the book begins with them as they were" in ran.out
        rewritten(referat.record)
        ran = referat("verify", "--checkpoint", full)
        assert ran.code == 5
        assert "Entry 2 of" in ran.messages
        ran = referat("verify", "--checkpoint", kept, "--json")
        assert (ran.code, ran.json["sound"]) == (5, False)
        assert not ran.json["checkpoints"] or not ran.json["checkpoints"][0]["holds"]
        assert referat("checkpoint", NORDHOLM).code == 5
        assert referat("handout", NORDHOLM, "-o", tmp_path / "copy.referat").code == 5
        assert not list(tmp_path.glob("*copy.referat*"))


class TestFilesThatAreNamed:
    """A file that is not there, or is none, says nothing of the book: that is told apart from damage."""

    def test_a_checkpoint_that_is_not_there(self, referat: Referat, tmp_path: Path, language: str) -> None:
        nowhere = tmp_path / "kept.txt"
        says = (str(nowhere), {"en": "There is no file", "da": "Der er ingen fil"}[language])
        refused(referat, "verify", "--checkpoint", nowhere, code=3, says=says)
        refused(referat, "witness", nowhere, code=3, says=says)
        refused(referat, "prove", NORDHOLM, 2, "--to", nowhere, code=3, says=says)
        refused(referat, "prove", NORDHOLM, "--since", nowhere, code=3, says=says)
        refused(referat, "verify", "--checkpoint", tmp_path, code=3, says=(str(tmp_path),))
        kept = referat.done("checkpoint", NORDHOLM, "-o", tmp_path / "held").out
        assert kept == ""
        refused(referat, "verify", "--checkpoint", tmp_path / "held", "--trust", nowhere, code=3, says=says)
        refused(referat, "verify", "--checkpoint", tmp_path / "held", "--timestamp-ca", nowhere, code=3, says=says)

    def test_a_file_that_is_no_checkpoint(self, referat: Referat, tmp_path: Path, language: str) -> None:
        file = tmp_path / "brev.txt"
        file.write_text("Kære revisor\n", encoding="utf-8")
        says = (str(file), {"en": "This is no checkpoint", "da": "Dette er ikke et kontrolpunkt"}[language])
        refused(referat, "verify", "--checkpoint", file, code=3, says=says)
        refused(referat, "witness", file, code=3, says=says)
        refused(referat, "prove", NORDHOLM, 2, "--to", file, code=3, says=says)

    def test_in_the_language_of_the_reader(self, referat: Referat, tmp_path: Path, language: str) -> None:
        """What the operating system complains of is no English sentence in the middle of a Danish one."""
        there = referat.record.with_name("mappe")
        there.mkdir()
        fault = {"en": "there is no such file or folder", "da": "der er ingen sådan fil eller mappe"}[language]
        refused(referat, "export", "-o", there / "nej" / "x.json", code=5, says=("nej", fault))
        fault = {"en": "it is a folder", "da": "det er en mappe"}[language]
        refused(referat, "restore", there, code=5, says=("mappe", fault))


def extra_of(proof: Path) -> dict[str, Any]:
    """Return the entry that a file with a proof carries."""
    (line,) = (line for line in proof.read_bytes().split(b"\n") if line.startswith(b"extra "))
    return cast(dict[str, Any], json.loads(base64.b64decode(line[6:])))


def with_extra(proof: Path, extra: bytes) -> None:
    """Put another entry into a file with a proof."""
    lines = proof.read_bytes().split(b"\n")
    lines[1] = b"extra " + base64.b64encode(extra)
    proof.write_bytes(b"\n".join(lines))


class TestProofs:
    def test_of_an_entry_without_any_record(self, referat: Referat, empty: Referat, tmp_path: Path) -> None:
        kept, proof = tmp_path / "kept", tmp_path / "p.tlog-proof"
        referat.done("checkpoint", NORDHOLM, "-o", kept)
        referat.done("prove", NORDHOLM, 2, "-o", proof)
        ran = empty.done("verify-proof", proof, "--checkpoint", kept)
        assert "Entry 2 of" in ran.out
        assert "2025-03-11" in ran.out
        assert not empty.record.exists()
        remark(referat)
        referat.done("checkpoint", NORDHOLM, "-o", kept)
        refused(empty, "verify-proof", proof, "--checkpoint", kept, code=5, says=("97", "98"))

    def test_of_an_entry_to_the_checkpoint_on_paper_when_the_book_has_grown(
        self, referat: Referat, empty: Referat, tmp_path: Path
    ) -> None:
        paper, proof = tmp_path / "papir.txt", tmp_path / "a.tlog-proof"
        paper.write_bytes(referat.done("checkpoint", NORDHOLM, "--unsigned").data)
        remark(referat)
        referat.done("prove", NORDHOLM, 46, "-o", proof)
        refused(empty, "verify-proof", proof, "--checkpoint", paper, code=5, says=("of 98", "of 97", "--to YOURS"))
        referat.done("prove", NORDHOLM, 46, "--to", paper, "-o", proof)
        assert "of 97 entries" in empty.done("verify-proof", proof, "--checkpoint", paper).out
        refused(referat, "prove", NORDHOLM, 98, "--to", paper, code=5, says=("no entry 98", "97"))
        held = paper.read_bytes()
        paper.write_bytes(held.replace(held.splitlines()[2], b"A" * 43 + b"="))
        refused(referat, "prove", NORDHOLM, 46, "--to", paper, code=5, says=())
        paper.write_bytes(held.replace(b"referat/", b"referat/a"))
        refused(referat, "prove", NORDHOLM, 46, "--to", paper, code=5, says=("not of this book",))

    def test_a_changed_one_is_refused(self, referat: Referat, tmp_path: Path) -> None:
        proof = tmp_path / "p"
        referat.done("prove", NORDHOLM, 2, "-o", proof)
        data = proof.read_bytes()
        other = data.replace(b"referat/", b"andet/", 1).replace(b"=\n", b"\n")
        proof.write_bytes(data.replace(b"index 1\n", b"index 2\n"))
        refused(referat, "verify-proof", proof, code=5, says=())
        for changed in (data[:300], b"", other, data.replace(b"\n", b"\r\n"), data + b"x\n", data[:-9]):
            proof.write_bytes(changed)
            refused(referat, "verify-proof", proof, code=3, says=(str(proof),))
        kept = tmp_path / "kept"
        referat.done("checkpoint", NORDHOLM, "-o", kept)
        referat.done("key", "new", "vidne", "--unprotected")
        for changed in (data[:300], b""):
            proof.write_bytes(changed)
            refused(referat, "witness", kept, "--before", kept, "--proof", proof, code=3, says=(str(proof),))
        refused(referat, "verify-proof", tmp_path / "nothing", code=3, says=("nothing",))
        refused(referat, "prove", NORDHOLM, 98, code=7, says=("97",))

    def test_words_taken_out_of_one_are_said_to_be_missing(
        self, referat: Referat, tmp_path: Path, language: str
    ) -> None:
        """A word given as null reads as erased; that it was is no part of what is proved."""
        proof = tmp_path / "p"
        referat.done("prove", NORDHOLM, 2, "-o", proof)
        line = extra_of(proof)
        said = {"en": "does not show", "da": "viser beviset ikke"}[language]
        assert said not in referat.done("verify-proof", proof).out
        body, words = line["body"], line["words"]
        with_extra(proof, entry_line(canonical(body), canonical({**words, "/recorded_by": None})))
        out = referat.done("verify-proof", proof).out
        assert {"en": "[erased]", "da": "[slettet]"}[language] in out
        assert said in out
        with_extra(proof, entry_line(canonical(body), canonical({**words, "/recorded_by": ["x" * 22, "Bo"]})))
        says = {"en": "Entry 2 in the proof is not as", "da": "Førelse 2 i beviset er ikke, som den"}[language]
        assert refused(referat, "verify-proof", proof, code=5, says=(says,)).messages.endswith(".\n")

    @pytest.mark.parametrize("twice", ["body", "words"])
    def test_a_key_that_stands_twice_is_refused(self, referat: Referat, tmp_path: Path, twice: str) -> None:
        proof = tmp_path / "p"
        referat.done("prove", NORDHOLM, 2, "-o", proof)
        line = extra_of(proof)
        with_extra(proof, b'{"' + twice.encode() + b'":{},' + entry_line(*map(canonical, line.values()))[1:])
        refused(referat, "verify-proof", proof, code=5, says=("the one form",))

    def test_the_public_one_lacks_the_words_of_non_members(self, referat: Referat, tmp_path: Path) -> None:
        file = tmp_path / "p"
        referat.done("prove", NORDHOLM, 2, "--public", "-o", file)
        assert "[withheld]" in referat.done("verify-proof", file).out
        referat.done("prove", NORDHOLM, 2, "-o", file)
        assert "Alice Flink" in referat.done("verify-proof", file).out


class TestWitness:
    def test_cosigns_what_goes_on_from_the_last_one_and_nothing_else(
        self, referat: Referat, empty: Referat, tmp_path: Path
    ) -> None:
        old, new, growth, cosigned = (tmp_path / name for name in ("old", "new", "growth", "cosigned"))
        referat.done("checkpoint", NORDHOLM, "-o", old)
        remark(referat)
        referat.done("checkpoint", NORDHOLM, "-o", new)
        referat.done("prove", NORDHOLM, "--since", old, "-o", growth)
        empty.done("key", "new", "vidne", "--unprotected")
        assert "first checkpoint" in empty.done("witness", old, "-o", cosigned).messages
        assert cosigned.read_text(encoding="utf-8").splitlines()[-1].startswith("\u2014 vidne ")
        refused(empty, "witness", new, code=5, says=("--proof",))
        empty.done("witness", new, "--proof", growth)
        refused(empty, "witness", old, "--proof", growth, code=5, says=("newer",))

    def test_refuses_a_history_that_was_rewritten(self, referat: Referat, tmp_path: Path) -> None:
        old, new = tmp_path / "old", tmp_path / "new"
        referat.done("key", "new", "vidne", "--unprotected")
        referat.done("checkpoint", NORDHOLM, "-o", old)
        referat.done("witness", old)
        new.write_bytes(old.read_bytes())
        rewritten(referat.record)
        refused(referat, "witness", new, code=5, says=())


class TestCosignatures:
    """An auditor holds a checkpoint that a witness cosigned, and is told of it."""

    @pytest.fixture
    def cosigned(self, referat: Referat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A checkpoint with the cosignature of a witness, whose key lies elsewhere: its public part beside the file."""
        kept, done = tmp_path / "kept", tmp_path / "cosigned"
        referat.done("checkpoint", NORDHOLM, "-o", kept)
        with monkeypatch.context() as elsewhere:
            elsewhere.setenv("REFERAT_KEYS", str(tmp_path / "vidne"))
            referat.done("key", "new", "vidne", "--unprotected")
            referat.done("witness", kept, "--name", "Riksrevisor", "-o", done)
        return done

    def test_of_a_witness_that_is_trusted(self, referat: Referat, cosigned: Path, language: str) -> None:
        trust = ("--trust", cosigned.with_name("vidne") / "vidne.pub")
        (held,) = referat.done("verify", "--checkpoint", cosigned, *trust, "--json").json["checkpoints"][0]["cosigned"]
        at = held.pop("time")
        assert held == {"witness": "Riksrevisor", "key": "vidne.pub", "holds": True}
        assert timedelta(0) <= datetime.now(UTC) - datetime.fromisoformat(at) < timedelta(minutes=10)
        assert {
            "en": f"cosigned: cosigned by Riksrevisor on {moment(at)}; the signature holds (key: vidne.pub)",
            "da": f"cosigned: medunderskrevet af Riksrevisor {moment(at)}; underskriften holder (nøgle: vidne.pub)",
        }[language] in referat.done("verify", "--checkpoint", cosigned, *trust).out

    def test_of_one_whose_key_is_not_known(self, referat: Referat, cosigned: Path) -> None:
        said = referat.done("verify", "--checkpoint", cosigned).out
        assert "--trust FILE.pub" in said
        (held,) = referat.done("verify", "--checkpoint", cosigned, "--json").json["checkpoints"][0]["cosigned"]
        assert (held["key"], held["holds"]) == (None, None)
        assert f"says to be cosigned by Riksrevisor on {moment(held['time'])}; not checked" in said

    def test_one_s_own_is_known(self, referat: Referat, cosigned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("REFERAT_KEYS", str(cosigned.with_name("vidne")))
        assert "the signature holds (key: vidne)" in referat.done("verify", "--checkpoint", cosigned).out

    def test_one_that_was_moved_to_other_lines_is_found(self, referat: Referat, cosigned: Path) -> None:
        trust = ("--trust", cosigned.with_name("vidne") / "vidne.pub")
        remark(referat)
        now = referat.done("checkpoint", NORDHOLM, "--unsigned").data
        moved = cosigned.with_name("moved")
        moved.write_bytes(now + b"\n" + cosigned.read_bytes().partition(b"\n\n")[2])
        ran = referat("verify", "--checkpoint", moved, *trust)
        assert ran.code == 5
        assert "a signature in moved does not hold" in ran.messages
        assert "moved: cosigned by Riksrevisor on " in ran.messages
        assert "; the signature does not hold" in ran.messages

    def test_a_proof_tells_of_it_too(self, referat: Referat, cosigned: Path) -> None:
        trust = ("--trust", cosigned.with_name("vidne") / "vidne.pub")
        proof = cosigned.with_name("p")
        referat.done("prove", NORDHOLM, 2, "--to", cosigned, "-o", proof)
        assert "Cosigned by Riksrevisor on " in referat.done("verify-proof", proof, *trust).out
        assert "not known here: 1" in referat.done("verify-proof", proof).out


class TestHandout:
    @pytest.mark.parametrize("public", [False, True])
    def test_a_copy_that_verifies_by_itself(self, referat: Referat, tmp_path: Path, public: bool) -> None:
        copy = tmp_path / "out" / "kopi.referat"
        copy.parent.mkdir()
        referat.done("handout", NORDHOLM, "-o", copy, *(["--public"] if public else []))
        assert sorted(file.name for file in copy.parent.iterdir()) == [
            "kopi.referat",
            "kopi.referat.checkpoint",
            "kopi.referat.sha256",
        ]
        digest = (copy.parent / "kopi.referat.sha256").read_text(encoding="utf-8").split()[0]
        assert hashlib.sha256(copy.read_bytes()).hexdigest() == digest
        assert (b"Alice Flink" in copy.read_bytes()) is not public
        copy.chmod(0o444)
        copy.parent.chmod(0o555)
        try:
            against = ("verify", copy, "--checkpoint", f"{copy}.checkpoint")
            assert "97 entries as they were recorded" in referat.done(*against, *(["--public"] if public else [])).out
            if public:
                refused(
                    referat, *against, code=5, says=("words are left out", "--public says that it is a public copy")
                )
        finally:
            copy.parent.chmod(0o755)
        refused(referat, "handout", NORDHOLM, "-o", copy, code=5, says=("already",))


def test_a_word_that_somebody_took_out_of_the_record_is_found(referat: Referat) -> None:
    """The body and its hash stay as they are, so that no checkpoint can tell."""
    with closing(sqlite3.connect(referat.record)) as raw, raw:
        (trigger,) = raw.execute("SELECT sql FROM sqlite_schema WHERE name = 'entries_words_only_erased'").fetchone()
        raw.execute("DROP TRIGGER entries_words_only_erased")
        raw.execute(
            "UPDATE entries SET words = CAST(json_remove(CAST(words AS TEXT), '$.\"/event/place\"') AS BLOB) WHERE number = 2"
        )
        raw.execute(trigger)
    refused(referat, "verify", NORDHOLM, code=5, says=("Entry 2 of", "words of the book are left out (1)"))
    assert "1 word is not in this copy" in referat.done("verify", NORDHOLM, "--public").out


class TestReadOnly:
    def test_nothing_is_written_and_it_says_so(self, referat: Referat, tmp_path: Path) -> None:
        def reading(*arguments: object) -> tuple[object, ...]:
            return ("--read-only", *arguments)

        for command in (
            ("import", tmp_path / "x.md"),
            ("record", NORDHOLM, "RemarkRecorded", "--data", '{"entry": 3, "text": "x"}'),
            ("strike", NORDHOLM, 5, "--reason", "x"),
            ("key", "enrol", NORDHOLM, "p4"),
        ):
            refused(referat, *reading(*command), code=4, says=("reading only",))
        before = sorted(file.name for file in referat.record.parent.rglob("*"))
        for command in (("verify",), ("export",), ("checkpoint", NORDHOLM), ("minutes", NORDHOLM, "2025-06-10")):
            referat.done(*reading(*command))
        assert [n for n in sorted(f.name for f in referat.record.parent.rglob("*")) if "checkpoint" in n] == []
        assert before


def _code_in(foot: str) -> str:
    """Return the lines of a foot in which the code stands, with the white above and below it."""
    lines = foot.replace("```", "").split("\n")
    first = next(at for at, line in enumerate(lines) if "▀" in line or "▄" in line)
    return "\n".join(["", "", *lines[first:]])


class TestTheFoot:
    def test_the_code_holds_what_stands_beside_it(self, referat: Referat) -> None:
        """A telephone reads the root that is printed, with the signature where there is one."""
        for key in (None, "maskine"):
            if key is not None:
                referat.done("key", "new", key, "--unprotected")
            foot = referat.done("minutes", NORDHOLM, "2025-06-10").out.partition("## Bevis for dette referat")[2]
            held = read_back(modules_in(_code_in(foot)))
            assert held == referat.done("checkpoint", NORDHOLM).data
            assert f"Rod: {held.split(chr(10).encode())[2].decode()}" in foot

    def test_the_document_above_it_is_as_it_was(self, referat: Referat, empty: Referat, tmp_path: Path) -> None:
        for form in ("md", "txt"):
            bare = referat.done("minutes", NORDHOLM, "2025-06-10", "--no-proof", "--format", form).data
            whole = referat.done("minutes", NORDHOLM, "2025-06-10", "--format", form).data
            assert whole.startswith(bare)
            foot = whole[len(bare) :].decode()
            root = referat.done("checkpoint", NORDHOLM).out.splitlines()[2]
            assert f"Rod: {root}" in foot
            assert hashlib.sha256(bare).hexdigest() in foot
            assert read_back(modules_in(_code_in(foot))) == referat.done("checkpoint", NORDHOLM, "--unsigned").data
        file = tmp_path / "m.md"
        referat.done("minutes", NORDHOLM, "2025-06-10", "-o", file)
        (told,) = empty.done("import", "--dry-run", "--json", file).lines
        file.write_bytes(referat.done("minutes", NORDHOLM, "2025-06-10", "--no-proof").data)
        (again,) = empty.done("import", "--dry-run", "--json", file).lines
        assert told.pop("sha256") != again.pop("sha256")
        assert told == again
