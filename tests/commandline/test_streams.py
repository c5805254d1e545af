"""Pipes that break, disks that are full, interruptions, and terminals that know no Danish letters."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from governance import commandline
from tests.commandline.running import MARCH, NORDHOLM, PROGRAM, Referat

needs_full_disk = pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs the device /dev/full")


def without_traceback(messages: bytes) -> bool:
    return b"Traceback" not in messages and b"Exception ignored" not in messages


@pytest.fixture
def long_log(referat: Referat) -> Referat:
    """A book whose log does not fit in a pipe."""
    text = "Rådet drøftede planen. " * 300
    referat.done("record", NORDHOLM, "MeetingScheduled", "--data", '{"date": "2025-12-09"}')
    meeting = referat.meeting("2025-12-09")
    for _ in range(20):
        data = json.dumps({"meeting": meeting, "text": text})
        referat.done("record", NORDHOLM, "NoteWritten", "--data", data)
    return referat


@pytest.mark.parametrize(
    "command", [("log", NORDHOLM, "--json"), ("export", "--format", "jsonl"), ("export",), ("--help",), ("schema",)]
)
def test_a_reader_that_stops_reading(long_log: Referat, command: tuple[str, ...]) -> None:
    process = subprocess.Popen(long_log.command(*command), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    messages = process.stderr.read()
    process.stderr.close()
    assert (process.wait(30), messages) == (0, b"")


@needs_full_disk
@pytest.mark.parametrize(
    "command",
    [
        ("log", NORDHOLM),
        ("log", NORDHOLM, "--json"),
        ("show", NORDHOLM),
        ("books",),
        ("export",),
        ("export", "--format", "jsonl"),
        ("minutes", NORDHOLM, "2025-06-10"),
        ("schema",),
        ("--help",),
        ("--version",),
        ("export", "-o", "/dev/full"),
    ],
)
def test_a_full_disk(referat: Referat, command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(referat.command(*command), stdout=full, stderr=subprocess.PIPE, check=False, timeout=30)
    assert ran.returncode == 5
    assert b"there is no room left on the disk" in ran.stderr
    assert ran.stderr.count(b"\n") == 1
    assert without_traceback(ran.stderr)
    assert Path("/dev/full").is_char_device()


@needs_full_disk
def test_what_was_recorded_stays_recorded_though_it_could_not_be_printed(referat: Referat) -> None:
    before = referat.entries()
    with Path("/dev/full").open("wb") as full:
        command = referat.command("record", NORDHOLM, "PersonRegistered", "--data", '{"name": "Anna Holm"}')
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=30)
    assert ran.returncode == 5
    assert referat.entries() == before + 1


@pytest.mark.parametrize("wait", [0.01, 0.05, 0.1, 0.2])
def test_an_interruption(empty: Referat, tmp_path: Path, wait: float) -> None:
    """At any moment, even while the program loads; afterwards all of it is there, or nothing."""
    ready = (
        "import os, sys\n"
        "from tui.__main__ import main\n"  # from here on the program answers for itself
        "print('ready', flush=True)\n"
        "sys.argv[0] = 'referat'\n"
        "main()\n"
    )
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", ready, *empty.command("import", MARCH)[len(PROGRAM) :]],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=root,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    time.sleep(wait)
    process.send_signal(signal.SIGINT)
    _, messages = process.communicate(timeout=30)
    assert process.returncode in (0, 130)
    assert without_traceback(messages), messages
    if empty.record.exists():
        books = empty.done("books", "--json").json
        assert process.returncode == 130 or books
        assert empty.done("verify").code == 0


def test_an_interruption_that_another_problem_wraps_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrapped(arguments: list[str]) -> int:
        raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()

    monkeypatch.setattr(commandline, "_run", wrapped)
    assert commandline.main(["books"]) == 130


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONIOENCODING": "ascii", "LANG": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX"},
    ],
)
@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("--help",), 0),
        (("show", NORDHOLM), 0),
        (("log", NORDHOLM), 0),
        (("minutes", NORDHOLM, "2025-06-10"), 0),
        (("record", NORDHOLM, "PersonRegistered", "--data", '{"name": "Åse Ørum"}'), 0),
        (("log", "æøå"), 7),
        (("hest",), 2),
    ],
)
def test_a_terminal_without_danish_letters(
    referat: Referat, surroundings: dict[str, str], command: tuple[str, ...], code: int
) -> None:
    environment = {name: held for name, held in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    ran = referat.apart(*command, env={**environment, **surroundings, "REFERAT_LANG": "da"})
    assert ran.returncode == code, ran.stderr
    assert without_traceback(ran.stderr)
    assert bool(ran.stdout) == (code == 0)
    ran.stdout.decode()


def test_a_file_name_that_is_no_text(empty: Referat, tmp_path: Path) -> None:
    try:
        file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/referat \xe6.md"))
        file.write_bytes(MARCH.read_bytes())
    except (OSError, UnicodeError) as problem:
        pytest.skip(f"this file system takes only names that are text ({problem})")
    assert empty.done("import", "--dry-run", "--json", file).json["file"].endswith("referat \ufffd.md")
    assert empty.done("import", file).out
    assert empty("--record", file, "books").code == 5


def test_no_terminal_is_needed(empty: Referat) -> None:
    ran = empty.apart("import", MARCH, stdin=subprocess.DEVNULL, start_new_session=True)
    assert ran.returncode == 0
    assert b"recorded" in ran.stdout
