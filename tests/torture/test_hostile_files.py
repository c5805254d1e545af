"""Files that somebody made to hurt: far too long, nested without end, no files at all. Each is refused in words."""

import json
import os
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commandline.running import NORDHOLM, Referat

MEMORY = 700_000_000
SECONDS = 20


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def refused_apart(referat: Referat, *arguments: object, stdin: bytes = b"") -> str:
    """Run a command that must be refused in a process of its own, with little memory and time."""
    ran = subprocess.run(
        referat.command(*arguments), input=stdin, capture_output=True, timeout=SECONDS, preexec_fn=limited, check=False
    )
    said = ran.stderr.decode()
    assert ran.returncode in (2, 3, 4, 5, 7), (ran.returncode, said[-2000:])
    assert "Traceback" not in said
    assert "\x1b" not in said
    assert len(said) < 5000
    assert ran.stdout == b""
    return said


DEEP = b"[" * 200_000 + b"]" * 200_000
HOSTILE: dict[str, Callable[[Path], object]] = {
    "a line of 100 MB": lambda path: path.write_bytes(b'{"body":{"book":"' + b"x" * 100_000_000 + b'"}}\n'),
    "nested without end": lambda path: path.write_bytes(b'{"body":' + DEEP + b',"words":{}}\n'),
    "nested in words": lambda path: path.write_bytes(b'{"body":{},"words":' + DEEP + b"}\n"),
    "a huge number": lambda path: path.write_bytes(b'{"body":{"number":' + b"9" * 5_000_000 + b'},"words":{}}\n'),
    "a float": lambda path: path.write_bytes(b'{"body":{"number":1e400},"words":{}}\n'),
    "zeros": lambda path: path.write_bytes(bytes(5_000_000)),
    "control codes": lambda path: path.write_bytes(b'{"\x1b]52;c;eA==\x07":1}\n'),
    "bytes that are no text": lambda path: path.write_bytes(bytes(range(128, 256)) * 1000),
    "a hole of 10 GB": lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_WRONLY), 10_000_000_000),
    "a pipe": lambda path: os.mkfifo(path),
    "a folder": lambda path: path.mkdir(),
    "nothing": lambda path: path.touch(),
}
OFTEN = ("a line of 100 MB", "nested without end", "a pipe", "control codes")
KINDS = [kind if kind in OFTEN else pytest.param(kind, marks=pytest.mark.torture) for kind in HOSTILE]
COMMANDS = (
    ("restore",),
    ("verify-proof",),
    ("verify", "--checkpoint"),
    ("witness",),
    ("import", "--yes"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_file(referat: Referat, tmp_path: Path, kind: str, command: tuple[str, ...]) -> None:
    path = tmp_path / "fjendtlig"
    HOSTILE[kind](path)
    said = refused_apart(referat, *command, path)
    assert said


@pytest.mark.parametrize("kind", ["nested without end", "a huge number", "zeros", "nothing"])
def test_hostile_data_for_an_event(referat: Referat, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "fjendtlig"
    HOSTILE[kind](path)
    refused_apart(referat, "record", NORDHOLM, "NoteWritten", "--data", "-", stdin=path.read_bytes())


def test_data_without_end_for_an_event(referat: Referat) -> None:
    with Path("/dev/zero").open("rb") as zeros:
        ran = subprocess.run(
            referat.command("record", NORDHOLM, "NoteWritten", "--data", "-"),
            stdin=zeros,
            capture_output=True,
            timeout=SECONDS,
            preexec_fn=limited,
            check=False,
        )
    assert ran.returncode == 3
    assert b"longer than" in ran.stderr


@pytest.mark.parametrize("kind", KINDS[:-1])
def test_a_hostile_record(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "protokol.referat"
    HOSTILE[kind](path)
    for command in (("books",), ("verify",), ("log", "x"), ("record", "x", "NoteWritten", "--data", json.dumps({}))):
        ran = subprocess.run(
            Referat(path).command(*command), capture_output=True, timeout=SECONDS, preexec_fn=limited, check=False
        )
        assert ran.returncode in (5, 7), (command, ran.stderr[-2000:])
        assert b"Traceback" not in ran.stderr
