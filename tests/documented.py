"""Runs the commands that a page of documentation shows, and holds what they print against what the page promises.

A block of ``console`` holds commands behind ``$`` and what they print. ``…`` in a line stands for any text, on a line
of its own for any lines. The last command of a block marked ``console refused`` ends with an error. The commands of a
page run one after the other in one folder, where the sample minutes lie as in the repository.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

_BLOCK = re.compile(r"^```console(?P<refused> refused)?\n(?P<inside>.*?)^```$", re.M | re.S)
_STATE = "surroundings.sh"


@dataclass(frozen=True)
class Shown:
    """A command as a page shows it, and what it promises."""

    line: int
    command: str
    printed: str
    refused: bool


def shown_in(page: Path) -> list[Shown]:
    """Return the commands of a page in their order."""
    text = page.read_text(encoding="utf-8")
    return [shown for block in _BLOCK.finditer(text) for shown in _commands(text, block)]


def _commands(text: str, block: re.Match[str]) -> Iterator[Shown]:
    first = text.count("\n", 0, block.start("inside")) + 1
    pieces = re.split(r"^\$ ", block.group("inside"), flags=re.M)
    assert not pieces[0].strip(), f"line {first}: a block of console begins with a command"
    line = first
    for index, piece in enumerate(pieces[1:], 1):
        command, _, printed = piece.partition("\n")
        while command.endswith("\\"):
            further, _, printed = printed.partition("\n")
            command = f"{command}\n{further}"
        yield Shown(line, command, printed, bool(block.group("refused")) and index == len(pieces) - 1)
        line += piece.count("\n")


def fits(promised: str, printed: str) -> bool:
    """Tell whether what was printed is what the page promises."""
    pattern = "".join(
        "(?:.*\n)*?" if line.strip() == "…" else ".*".join(map(re.escape, line.split("…"))) + "\n"
        for line in promised.rstrip("\n").split("\n")
        if promised.strip()
    )
    return re.fullmatch(pattern, re.sub(r"[ \t]+$", "", printed, flags=re.M)) is not None


class Shell:
    """Runs commands in a folder of their own, with what earlier ones exported."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "governance" / "samples", folder / "governance" / "samples")
        state = folder / _STATE
        state.write_text("", encoding="utf-8")
        kept = {name: os.environ[name] for name in ("PATH", "TERM", "SYSTEMROOT", "TMPDIR") if name in os.environ}
        self._surroundings = {
            **kept,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}",
            "HOME": str(folder / "home"),
            "LANG": "C.UTF-8",
            "REFERAT_LANG": language,
        }

    def run(self, command: str) -> tuple[int, str]:
        """Return the exit code of a command and all that it printed."""
        whole = f". ./{_STATE}\n{command}\ncode=$?\nexport -p >{_STATE}\nexit $code"
        done = subprocess.run(
            ["bash", "-c", whole],
            cwd=self.folder,
            env=self._surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
            check=False,
        )
        return done.returncode, done.stdout.decode()


def main() -> None:
    """Print what the commands of a page print now: ``python -m tests.documented README.md en``."""
    import tempfile

    page, language = ROOT / sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        shell = Shell(Path(folder), language)
        for shown in shown_in(page):
            code, printed = shell.run(shown.command)
            wrong = (code != 0) != shown.refused or not fits(shown.printed, printed)
            print(f"{'--' if wrong else 'ok'} {page.name}:{shown.line} ({code})\n$ {shown.command}\n{printed}", end="")


if __name__ == "__main__":
    main()
