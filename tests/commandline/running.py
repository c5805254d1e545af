"""Running commands: in this process, which is quick, or as a user does, in a process of their own."""

import io
import json
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from governance.commandline import parser
from governance.language import spoken
from governance.state.model import State
from tests.conftest import ROOT
from tests.facts import facts_of
from tui.__main__ import run

SAMPLES = ROOT / "governance" / "samples"
MARCH, JUNE = SAMPLES / "2025-03-11-referat.md", SAMPLES / "2025-06-10-referat.md"
AGENDA = SAMPLES / "2025-09-09-dagsorden.md"
NORDHOLM = "integrationsraadet-nordholm-kommune"
SCRIPT = Path(sys.executable).with_name("referat")
PROGRAM = [str(SCRIPT)] if SCRIPT.exists() else [sys.executable, "-m", "tui"]


class Ran(NamedTuple):
    """What a command ended with, and what it said where."""

    code: int
    data: bytes
    messages: str

    @property
    def out(self) -> str:
        return self.data.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.data)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.data.splitlines()]


class Referat:
    """Runs commands on one record, in the language of the surroundings."""

    def __init__(self, record: Path, by: str | None = "Alice Flink") -> None:
        self.record = record
        self.by = by

    def __call__(self, *arguments: object, stdin: bytes = b"") -> Ran:
        before = ["--record", str(self.record), *(["--by", self.by] if self.by else [])]
        return in_process([*before, *map(str, arguments)], stdin)

    def done(self, *arguments: object, stdin: bytes = b"") -> Ran:
        """Run a command that must succeed."""
        ran = self(*arguments, stdin=stdin)
        assert ran.code == 0, ran
        return ran

    def entries(self) -> int:
        """Return how many entries the book of Nordholm has."""
        return next(held["entries"] for held in self.done("books", "--json").json if held["book"] == NORDHOLM)

    def meeting(self, day: str) -> str:
        """Return the id of the meeting of a day."""
        return next(held["id"] for held in self.done("export", NORDHOLM).json["meetings"] if held["date"] == day)

    def apart(self, *arguments: object, **options: Any) -> "subprocess.CompletedProcess[bytes]":
        """Run a command in a process of its own."""
        return subprocess.run(self.command(*arguments), capture_output=True, check=False, timeout=60, **options)

    def command(self, *arguments: object) -> list[str]:
        by = ["--by", self.by] if self.by else []
        return [*PROGRAM, "--record", str(self.record), *by, *map(str, arguments)]


def in_process(arguments: Sequence[str], stdin: bytes = b"") -> Ran:
    """Run the program with these arguments and standard streams of its own, none of them a terminal."""
    out, err = io.BytesIO(), io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "build_parser", lambda: _parser(spoken()))
        for name, stream in (("stdin", io.BytesIO(stdin)), ("stdout", out), ("stderr", err)):
            patch.setattr(sys, name, io.TextIOWrapper(stream, encoding="utf-8", write_through=name == "stderr"))
        code = run(list(arguments))
        sys.stdout.flush()
        return Ran(code, out.getvalue(), err.getvalue().decode())


_build_parser = parser.build_parser


@cache
def _parser(language: str) -> parser.Parser:
    """Return the parser in a language: making it takes longer than most commands."""
    return _build_parser()


def facts(state: Any) -> dict[str, Any]:
    """Return what an exported state says, without saying it in ids and entry numbers."""
    return facts_of(msgspec.convert(state, State))


def stored(record: Path) -> dict[str, bytes]:
    """Return the record file and what lies beside it, byte for byte."""
    held = {file.name: file.read_bytes() for file in record.parent.glob(f"*{record.name}*") if file.is_file()}
    return {name: data for name, data in held.items() if not name.endswith("-shm") and data}


def refused(referat: Referat, *arguments: object, code: int, says: tuple[str, ...], stdin: bytes = b"") -> Ran:
    """Run a command that must be refused with this code, naming these things, and write nothing."""
    before = stored(referat.record)
    ran = referat(*arguments, stdin=stdin)
    assert (ran.code, ran.data) == (code, b""), ran
    assert "Traceback" not in ran.messages
    for word in says:
        assert word in ran.messages, ran.messages
    assert stored(referat.record) == before
    return ran
