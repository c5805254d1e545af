"""Attaching documents: the file lies beside the record under its SHA-256, is checked, and can be erased."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from events.attachments import Attachments, FileRefused
from tests.commandline.running import NORDHOLM, Referat, refused

DATA = b"%PDF-1.7 " + bytes(range(256)) * 40
DIGEST = hashlib.sha256(DATA).hexdigest()
WHY = ("--basis", "Loven", "--authority", "Kommunen", "--yes")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "Budget 2027 ±æøå.pdf"
    path.write_bytes(DATA)
    return path


def meeting(referat: Referat) -> str:
    return str(referat.done("export", NORDHOLM).json["meetings"][0]["id"])


def item(referat: Referat) -> str:
    return str(referat.done("export", NORDHOLM).json["meetings"][0]["agenda"][0]["id"])


def attached(referat: Referat, document: Path) -> int:
    (entry,) = referat.done("attach", NORDHOLM, document, "--to", item(referat), "--json").lines
    return int(entry["number"])


def place(referat: Referat) -> Path:
    return referat.record.with_name(referat.record.name + ".files") / DIGEST[:2] / DIGEST[2:]


def test_the_file_lies_beside_the_record_and_comes_out_again(referat: Referat, document: Path, tmp_path: Path) -> None:
    number = attached(referat, document)
    assert place(referat).read_bytes() == DATA
    (held,) = referat.done("export", NORDHOLM).json["attachments"]
    assert held == {
        "entry": number,
        "meeting": None,
        "item": item(referat),
        "name": document.name,
        "sha256": DIGEST,
        "size": len(DATA),
    }
    document.unlink()
    assert document.name in referat.done("attachments", NORDHOLM).out
    assert referat.done("attachments", NORDHOLM, number).data == DATA
    referat.done("attachments", NORDHOLM, number, "-o", tmp_path / "ud.pdf")
    assert (tmp_path / "ud.pdf").read_bytes() == DATA
    assert document.name in referat.done("show", NORDHOLM, meeting(referat)).out
    referat.done("verify")


def test_to_a_meeting_by_its_day_and_the_same_file_twice(referat: Referat, document: Path) -> None:
    day = referat.done("export", NORDHOLM).json["meetings"][0]["date"]
    referat.done("attach", NORDHOLM, document, "--to", day)
    attached(referat, document)
    assert len(list(place(referat).parent.iterdir())) == 1
    ran = referat("attach", NORDHOLM, document, "--to", day)
    assert ran.code == 4
    assert "already" in ran.messages
    assert place(referat).read_bytes() == DATA


@pytest.mark.parametrize("harm", ["missing", "altered", "longer", "a folder", "a pipe"])
def test_verify_names_a_file_that_is_not_the_one(referat: Referat, document: Path, harm: str) -> None:
    number = attached(referat, document)
    file = place(referat)
    if harm == "altered":
        file.write_bytes(DATA[:-1] + b"x")
    elif harm == "longer":
        file.write_bytes(DATA + b"x")
    else:
        file.unlink()
    if harm == "a folder":
        file.mkdir()
    if harm == "a pipe":
        os.mkfifo(file)
    ran = referat("verify")
    assert ran.code == 5
    assert str(number) in ran.messages + ran.out
    assert ("missing" if harm in ("missing", "a folder", "a pipe") else "not the one") in ran.messages + ran.out
    ran = referat("attachments", NORDHOLM, number)
    assert (ran.code, ran.data) == (5, b"")


def test_who_was_stopped_before_the_file_had_its_place(referat: Referat, document: Path) -> None:
    attached(referat, document)
    file = place(referat)
    waiting = file.rename(file.with_name(file.name + ".new"))
    referat.done("--read-only", "verify")
    assert referat.done("--read-only", "attachments", NORDHOLM, referat.entries()).data == DATA
    assert waiting.exists()
    assert not file.exists()
    referat.done("verify")
    assert file.read_bytes() == DATA


def test_erasing_takes_the_file_along_once_nothing_else_names_it(referat: Referat, document: Path) -> None:
    first = attached(referat, document)
    (entry,) = referat.done("attach", NORDHOLM, document, "--to", meeting(referat), "--json").lines
    referat.done("erase", NORDHOLM, first, "name", "sha256", *WHY)
    assert place(referat).exists()
    referat.done("erase", NORDHOLM, entry["number"], "name", "sha256", *WHY)
    assert not place(referat).exists()
    files = [file for file in referat.record.parent.rglob("*") if file.is_file() and file != document]
    assert not any(DATA[:300] in file.read_bytes() or DIGEST.encode() in file.read_bytes() for file in files)
    assert [held["sha256"] for held in referat.done("export", NORDHOLM).json["attachments"]] == ["[erased]"] * 2
    referat.done("verify")


def test_what_is_no_document_is_refused_and_leaves_nothing(referat: Referat, tmp_path: Path) -> None:
    pipe, empty = tmp_path / "rør", tmp_path / "tom.pdf"
    os.mkfifo(pipe)
    empty.touch()
    to = ("--to", item(referat))
    for file, says in (
        (pipe, "no plain file"),
        (tmp_path, "no plain file"),
        (empty, "empty"),
        ("/dev/zero", "no plain"),
    ):
        refused(referat, "attach", NORDHOLM, file, *to, code=3, says=(says,))
    refused(referat, "attach", NORDHOLM, tmp_path / "nix.pdf", *to, code=3, says=("nix.pdf", "cannot be attached"))
    odd = tmp_path / "a\x1b]52;c;eA==\x07.pdf"
    odd.write_bytes(DATA)
    ran = refused(referat, "attach", NORDHOLM, odd, *to, code=3, says=("U+001B",))
    assert "\x1b" not in ran.messages
    fine = tmp_path / "fin.pdf"
    fine.write_bytes(DATA)
    refused(referat, "attach", NORDHOLM, fine, "--to", "i9999", code=4, says=("i9999",))
    assert not [file for file in referat.record.parent.rglob("*") if ".files" in str(file) and file.is_file()]


def test_a_file_that_is_too_long_is_refused(tmp_path: Path, document: Path) -> None:
    attachments = Attachments(tmp_path / "protokol.referat")
    with pytest.raises(FileRefused, match="longer than"):
        attachments.take_in(document, largest=len(DATA) - 1)
    assert attachments.take_in(document, largest=len(DATA)).sha256 == DIGEST


def test_a_name_is_never_a_path(referat: Referat, document: Path) -> None:
    number = attached(referat, document)
    data = {"item": item(referat), "name": "../../../etc/passwd", "sha256": "a" * 64, "size": 1}
    (entry,) = referat.done("record", NORDHOLM, "DocumentAttached", "--data", json.dumps(data), "--json").lines
    ran = referat("attachments", NORDHOLM, entry["number"])
    assert ran.code == 5
    assert referat.done("attachments", NORDHOLM, number).data == DATA
    for wrong in ("../" + "a" * 61, "A" * 64, "a" * 63, "a" * 63 + "/"):
        ran = referat("record", NORDHOLM, "DocumentAttached", "--data", json.dumps({**data, "sha256": wrong}))
        assert ran.code == 3
