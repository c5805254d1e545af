"""Opened for reading only, no command writes what was not asked for by name: each is tried, and none is forgotten."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from governance.commandline.parser import build_parser
from governance.commandline.reading_only import KEEPING, RECORDING
from tests.commandline.running import AGENDA, NORDHOLM, Referat, refused

Named = str | tuple[str, str]

WHY = ("--basis", "Loven", "--authority", "Rådet", "--yes")
WRITING: dict[Named, tuple[object, ...]] = {
    "import": (AGENDA, "--yes"),
    "restore": ("FOLDER/books.jsonl",),
    "record": (NORDHOLM, "RemarkRecorded", "--data", '{"entry": 3, "text": "Se bilag."}'),
    "strike": (NORDHOLM, 5, "--reason", "Forkert", "--authority", "written"),
    "correct": (NORDHOLM, 5, "--data", "{}", "--reason", "Forkert"),
    "attach": (NORDHOLM, AGENDA, "--to", "m2"),
    "erase": (NORDHOLM, 2, "recorded_by", *WHY),
    ("key", "new"): ("anna", "--unprotected"),
    ("key", "enrol"): (NORDHOLM, "Bjørn", "--key", "maskine"),
    ("key", "revoke"): (NORDHOLM, "Bjørn"),
    "sign": (NORDHOLM, "2025-06-10", "--key", "maskine"),
    "settings": ("by", "Hanne Bro"),
}
"""The commands that write, as they would."""

READING: dict[Named, tuple[object, ...]] = {
    "books": (),
    "log": (NORDHOLM,),
    "show": (NORDHOLM,),
    "diff": (NORDHOLM, 50, 60),
    "search": (NORDHOLM, "referat", "--rebuild"),
    "views": (NORDHOLM, "attendance"),
    "check": (NORDHOLM,),
    "explain": (NORDHOLM, "2025-03-11/4/outcome"),
    "export": (),
    "schema": (),
    "minutes": (NORDHOLM, "2025-06-10"),
    "agenda": (NORDHOLM, "2025-06-10"),
    "attachments": (NORDHOLM,),
    "find-words": (NORDHOLM, "Bjørn"),
    ("key", "list"): (NORDHOLM,),
    "checkpoint": (NORDHOLM,),
    "prove": (NORDHOLM, 2),
    "verify-proof": ("FOLDER/proof",),
    "witness": ("FOLDER/kept", "--key", "maskine"),
    "timestamp": ("FOLDER/kept", "--timestamp-ca", "FOLDER/kept"),
    "handout": (NORDHOLM, "-o", "FOLDER/out/copy.referat"),
    "verify": ("--checkpoint", "FOLDER/kept"),
    "completion": ("bash",),
}
"""The others, so that they do what they do."""

WHERE_WANTED = {"witness": "keys/witnessed", "handout": "out"}
"""Where a command writes that is let through: what a witness remembers for itself, and what was asked for by name."""


def commands(parser: argparse.ArgumentParser, before: tuple[str, ...] = ()) -> Iterator[Named]:
    """Return every command of the parser, those of ``key`` with their part."""
    parts = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not parts:
        yield before[0] if len(before) == 1 else (before[0], before[1])
    for name, inner in (pair for action in parts for pair in action.choices.items()):
        yield from commands(inner, (*before, name))


@pytest.fixture
def folder(referat: Referat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder with everything that is the user's: record, settings, keys, and files that others sent."""
    monkeypatch.setenv("REFERAT_KEYS", str(tmp_path / "keys"))
    monkeypatch.setenv("REFERAT_SETTINGS", str(tmp_path / "settings.json"))
    referat.done("settings", "by", "Alice Flink")
    referat.done("key", "new", "maskine", "--unprotected")
    referat.done("checkpoint", NORDHOLM, "-o", tmp_path / "kept")
    referat.done("prove", NORDHOLM, 2, "-o", tmp_path / "proof")
    referat.done("export", "--format", "jsonl", "-o", tmp_path / "books.jsonl")
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    """Return every file with its bytes; SQLite's own locks, and its log of writes where that is empty, are none."""
    held = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: data for name, data in held.items() if not name.endswith("-shm") and (data or "-wal" not in name)}


def in_folder(arguments: tuple[object, ...], folder: Path) -> list[object]:
    return [str(one).replace("FOLDER", str(folder)) for one in arguments]


def named(command: Named) -> tuple[str, ...]:
    return command if isinstance(command, tuple) else (command,)


def test_every_command_is_tried() -> None:
    assert sorted(map(str, commands(build_parser()))) == sorted(map(str, WRITING | READING))
    assert sorted(map(str, WRITING)) == sorted(map(str, RECORDING | KEEPING))


@pytest.mark.parametrize("command", WRITING, ids=str)
def test_what_writes_is_refused(referat: Referat, folder: Path, command: Named, language: str) -> None:
    before = files(folder)
    says = {"en": "reading only", "da": "kun åben til læsning"}[language]
    refused(referat, "--read-only", *named(command), *in_folder(WRITING[command], folder), code=4, says=(says,))
    assert files(folder) == before


@pytest.mark.parametrize("command", READING, ids=str)
def test_what_reads_writes_nothing(referat: Referat, folder: Path, command: Named) -> None:
    before = files(folder)
    ran = referat("--read-only", *named(command), *in_folder(READING[command], folder))
    assert ran.code == (3 if command == "timestamp" else 0), ran
    wanted = WHERE_WANTED.get(str(command))
    after = files(folder)
    if wanted is not None:
        assert [name for name in after if name.startswith(wanted)]
        after = {name: data for name, data in after.items() if not name.startswith(wanted)}
    assert after == before


def test_settings_are_shown(referat: Referat, folder: Path) -> None:
    assert "by: Alice Flink" in referat.done("--read-only", "settings").out
    assert json.loads((folder / "settings.json").read_bytes()) == {"by": "Alice Flink"}
