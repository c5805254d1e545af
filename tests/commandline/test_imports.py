"""What a command loads: reading commands start quickly because they load little."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commandline.running import MARCH, NORDHOLM, Referat
from tests.conftest import ROOT

HEAVY = (
    *("textual", "rich", "asyncio", "psycopg", "cryptography", "eventsourcing", "argcomplete", "platformdirs"),
    *("importlib.metadata", "unittest", "email", "ssl", "http", "multiprocessing", "concurrent.futures"),
)
LOADED = """\
import sys
from tui.__main__ import run
code = run(sys.argv[1:])
print(code, *sorted(sys.modules), file=sys.stderr)
"""


def loaded_by(referat: Referat, *arguments: object, read: str = LOADED) -> set[str]:
    """Return the names of the modules that are loaded after a command has run in a fresh interpreter."""
    # -I leaves out what the tests' surroundings would load; -S what the site's start-up files of installed tools would
    command = [sys.executable, "-c", read, "--record", str(referat.record), "--by", "Alice", *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    code, *names = ran.stderr.splitlines()[-1].split()
    assert code == "0", ran.stderr
    return set(names)


@pytest.fixture(scope="module")
def bare() -> set[str]:
    """The modules of an interpreter that has loaded nothing of ours."""
    code = "import sys; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize(
    "command", [("export",), ("log", NORDHOLM), ("books",), ("verify",), ("show", NORDHOLM), ("--help",)]
)
def test_reading_commands_load_nothing_heavy(referat: Referat, bare: set[str], command: tuple[str, ...]) -> None:
    if command == ("--help",):
        assert not {"eventsourcing", "textual", "importlib.metadata"} & (loaded_by(referat, *command) - bare)
        return
    assert sorted((loaded_by(referat, *command) - bare) & set(HEAVY)) == []


def test_a_dry_run_needs_no_store(empty: Referat, bare: set[str]) -> None:
    loaded = loaded_by(empty, "import", "--dry-run", "--json", MARCH) - bare
    assert sorted(loaded & {"textual", "rich", "eventsourcing"}) == []


def test_recording_does_not_load_the_screens(referat: Referat, bare: set[str]) -> None:
    command = ("record", NORDHOLM, "PersonRegistered", "--data", '{"name": "Anna Holm"}')
    loaded = loaded_by(referat, *command) - bare
    assert sorted(loaded & {"textual", "rich", "psycopg"}) == []
    assert "eventsourcing" in loaded


def test_no_package_of_ours_loads_the_tests() -> None:
    for package in ("events", "governance", "tui"):
        for file in (ROOT / package).rglob("*.py"):
            text = file.read_text(encoding="utf-8")
            assert "import tests" not in text
            assert "from tests" not in text
    assert Path(ROOT / "tests" / "commandline").is_dir()
