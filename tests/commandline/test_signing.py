"""Keys, and minutes signed with them: made and checked by this program and by ssh-keygen."""

import shutil
import subprocess
from pathlib import Path

import pytest

from events.proofs import ssh_keys
from governance.wording.speaking import day
from tests.commandline.running import NORDHOLM, Referat, refused

PASSPHRASE = "Rødgrød med fløde"
needs_ssh = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own for keys, with a passphrase beside it; stretching the passphrase takes less than usual."""
    monkeypatch.setattr(ssh_keys, "ROUNDS", 4)
    folder = tmp_path / "nøgler"
    monkeypatch.setenv("REFERAT_KEYS", str(folder))
    monkeypatch.delenv("REFERAT_KEY", raising=False)
    monkeypatch.setenv("REFERAT_LANG", "en")
    (tmp_path / "pass").write_text(PASSPHRASE + "\nnot this\n", encoding="utf-8")
    return folder


def enrolled(referat: Referat, keys: Path, person: str = "Bjørn Kjær", name: str = "bk") -> list[str]:
    """Make a key, enrol it, and return the options that sign with it."""
    word = ["--passphrase-file", str(keys.parent / "pass")]
    referat.done("key", "new", name, *word)
    referat.done("key", "enrol", NORDHOLM, person, "--key", name)
    return ["--key", name, *word]


def signed_files(referat: Referat, folder: Path) -> tuple[Path, Path]:
    """Write what was signed, and the signature as ssh-keygen writes it."""
    statement, signature = folder / "statement", folder / "statement.sig"
    for option, file in (("--show-signed", statement), ("--show-signature", signature)):
        file.write_bytes(referat.done("sign", NORDHOLM, "2025-06-10", option, "Bjørn Kjær").data)
    return statement, signature


def by_ssh(folder: Path, statement: bytes) -> int:
    allowed = folder / "allowed"
    allowed.write_text("bjorn " + (folder / "nøgler" / "bk.pub").read_text(encoding="utf-8"), encoding="utf-8")
    command = ["ssh-keygen", "-Y", "verify", "-f", allowed, "-I", "bjorn", "-n", "minutes@referat.invalid"]
    return subprocess.run(
        [*command, "-s", folder / "statement.sig"], input=statement, capture_output=True, check=False
    ).returncode


class TestKeys:
    def test_a_new_key_is_its_owners_alone_and_protected(self, referat: Referat, keys: Path) -> None:
        line = referat.done("key", "new", "bk", "--passphrase-file", keys.parent / "pass", "--comment", "Bjørn").out
        assert line.startswith("ssh-ed25519 AAAA")
        assert line == (keys / "bk.pub").read_text(encoding="utf-8")
        assert (keys / "bk").stat().st_mode & 0o777 == 0o600
        assert b"bcrypt" in __import__("base64").b64decode(b"".join((keys / "bk").read_bytes().splitlines()[1:-1]))
        (row,) = referat.done("key", "list", "--json").json
        assert (row["name"], row["protected"], row["comment"]) == ("bk", "with a passphrase", "Bjørn")

    def test_what_will_not_do_makes_no_key(self, referat: Referat, keys: Path) -> None:
        short = keys.parent / "short"
        short.write_text("kort\n", encoding="utf-8")
        refused(referat, "key", "new", "bk", "--passphrase-file", short, code=5, says=("8 characters",))
        refused(referat, "key", "new", "../bk", "--unprotected", code=5, says=("../bk",))
        refused(referat, "key", "new", "bk", code=5, says=("--passphrase-file",))
        assert not keys.exists()
        referat.done("key", "new", "bk", "--unprotected")
        before = (keys / "bk").read_bytes()
        refused(referat, "key", "new", "bk", "--unprotected", code=5, says=("already",))
        assert (keys / "bk").read_bytes() == before

    def test_enrolled_once_revoked_once(self, referat: Referat, keys: Path) -> None:
        enrolled(referat, keys)
        refused(referat, "key", "enrol", NORDHOLM, "Dorte", code=4, says=("Bjørn Kjær",))
        refused(referat, "key", "enrol", NORDHOLM, "Nobody", code=7, says=("Nobody",))
        refused(referat, "key", "revoke", NORDHOLM, "k1", code=7, says=("k98",))
        referat.done("key", "revoke", NORDHOLM, "Bjørn Kjær", "--since", "2025-06-01", "--reason", "Mistet")
        refused(referat, "key", "revoke", NORDHOLM, "k98", code=4, says=("already",))
        (key,) = referat.done("export", NORDHOLM).json["keys"]
        assert (key["revoked_on"], key["revoked_because"]) == ("2025-06-01", "Mistet")

    @needs_ssh
    def test_ssh_keygen_reads_ours_and_makes_some_that_we_use(self, referat: Referat, keys: Path) -> None:
        enrolled(referat, keys)
        ours = subprocess.run(
            ["ssh-keygen", "-y", "-P", PASSPHRASE, "-f", keys / "bk"], capture_output=True, check=True, text=True
        )
        assert (keys / "bk.pub").read_text(encoding="utf-8").startswith(ours.stdout.strip())
        theirs = ["ssh-keygen", "-q", "-t", "ed25519", "-N", PASSPHRASE, "-C", "Georg", "-f", keys / "gå"]
        subprocess.run(theirs, check=True)
        referat.done("key", "enrol", NORDHOLM, "Georg Ålund", "--key", "gå")
        referat.done("sign", NORDHOLM, "2025-06-10", "--key", "gå", "--passphrase-file", keys.parent / "pass")
        assert "good" in referat.done("verify", "--json").out or referat.done("verify", "--json").json["sound"]


def test_a_key_of_somebody_whom_the_book_does_not_name(referat: Referat, language: str) -> None:
    referat.done("key", "new", "hanne", "--unprotected")
    way_on = 'referat record BOOK PersonRegistered --data \'{"name": "Anna Holm"}\''
    refused(referat, "key", "enrol", NORDHOLM, "Xenia Holm", "--key", "hanne", code=7, says=("Xenia Holm", way_on))
    referat.done("record", NORDHOLM, "PersonRegistered", "--data", '{"name": "Xenia Holm"}')
    referat.done("key", "enrol", NORDHOLM, "Xenia Holm", "--key", "hanne")
    (row,) = referat.done("key", "list", NORDHOLM, "--json").json
    assert row["person"] == "Xenia Holm"
    line = referat.done("key", "list", NORDHOLM).out
    assert day(row["enrolled"]) in line
    assert row["enrolled"] not in line


class TestSigning:
    def test_the_state_and_the_document_tell_who_signed_with_which_key(self, referat: Referat, keys: Path) -> None:
        options = enrolled(referat, keys)
        referat.done("sign", NORDHOLM, "2025-06-10", "--reservation", "Punkt 3 er for kort", *options)
        meeting = next(m for m in referat.done("export", NORDHOLM).json["meetings"] if m["date"] == "2025-06-10")
        (signature,) = meeting["signatures"]
        assert (signature["key"], signature["reservation"]) == ("k98", "Punkt 3 er for kort")
        (row,) = referat.done("key", "list", NORDHOLM, "--json").json
        minutes = referat.done("minutes", NORDHOLM, "2025-06-10").out
        assert f"Underskrevet af Bjørn Kjær {day(signature['on'])} med nøglen {row['fingerprint']}" in minutes
        (found,) = referat.done("verify", "--json").json["signatures"]
        assert (found["person"], found["by_key"], found["fault"]) == ("Bjørn Kjær", True, None)
        assert found["reservation"] == "Punkt 3 er for kort"
        said = next(line for line in referat.done("verify").out.splitlines() if "Bjørn Kjær" in line)
        assert "good" in said
        assert said.endswith("with the reservation: »Punkt 3 er for kort«")

    @needs_ssh
    def test_ssh_keygen_accepts_it_and_nothing_else(self, referat: Referat, keys: Path) -> None:
        referat.done("sign", NORDHOLM, "2025-06-10", *enrolled(referat, keys))
        statement, _ = signed_files(referat, keys.parent)
        assert by_ssh(keys.parent, statement.read_bytes()) == 0
        assert by_ssh(keys.parent, statement.read_bytes().replace(b'"size":98', b'"size":97')) != 0

    def test_refused_before_the_key_is_asked_for(self, referat: Referat, keys: Path) -> None:
        options = enrolled(referat, keys)
        refused(referat, "sign", NORDHOLM, "2025-09-09", *options, code=4, says=("issued",))
        refused(referat, "sign", NORDHOLM, "2025-06-10", "--person", "Dorte", *options, code=5, says=("Dorte",))
        (keys.parent / "pass").write_text("en anden sætning\n", encoding="utf-8")
        refused(referat, "sign", NORDHOLM, "2025-06-10", *options, code=5, says=("passphrase",))
        (keys.parent / "pass").write_text(PASSPHRASE, encoding="utf-8")
        referat.done("sign", NORDHOLM, "2025-06-10", *options)
        refused(referat, "sign", NORDHOLM, "2025-06-10", *options, code=4, says=("already",))

    def test_a_revoked_key_signs_no_more_and_what_it_signed_stands(self, referat: Referat, keys: Path) -> None:
        options = enrolled(referat, keys)
        referat.done("sign", NORDHOLM, "2025-06-10", *options)
        referat.done("key", "revoke", NORDHOLM, "k98")
        refused(referat, "sign", NORDHOLM, "2025-03-11", "--person", "Bjørn", *options, code=5, says=("not enrolled",))
        assert referat.done("verify", "--json").json["signatures"][0]["fault"] is None
        assert "other hands since" in referat.done("check", NORDHOLM).out

    def test_a_signature_on_something_else_is_found(self, referat: Referat, keys: Path) -> None:
        """Somebody copies a good signature to the minutes of another meeting, by hand."""
        import json

        referat.done("sign", NORDHOLM, "2025-06-10", *enrolled(referat, keys))
        (entry,) = referat.done("log", NORDHOLM, "--from", 99, "--json").lines
        fields = {"meeting": referat.meeting("2025-03-11"), "person": "p5", "sign_off": entry["event"]["sign_off"]}
        referat.done("record", NORDHOLM, "MinutesSigned", "--data", json.dumps(fields))
        ran = referat("verify")
        assert (ran.code, ran.data) == (5, b"")
        assert "Entry 100" in ran.messages
        assert "not on the minutes" in ran.messages
        assert "not on the minutes of 11.03.2025" in referat.done("check", NORDHOLM).out

    def test_it_holds_after_the_reservation_is_erased(self, referat: Referat, keys: Path) -> None:
        referat.done("sign", NORDHOLM, "2025-06-10", "--reservation", "Punkt 3", *enrolled(referat, keys))
        why = ("--basis", "GDPR art. 17", "--authority", "DPO", "--yes")
        referat.done("erase", NORDHOLM, 99, "reservation", "sign_off/reservation_salt", *why)
        (found,) = referat.done("verify", "--json").json["signatures"]
        assert found["fault"] is None
