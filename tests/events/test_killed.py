"""A process that is killed while it records: the record opens, verifies, and holds every entry that was acknowledged."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from events.catalogue import CouncilEstablished, PersonRegistered
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verified
from governance.book import Book
from governance.rules.act import Act
from tests.conftest import ROOT
from tests.torture.seeds import SEED, Tell

WRITER = """\
import sys
from pathlib import Path
from events.catalogue import PersonRegistered
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.rules.act import Act

book = Book(SqliteLog(Path(sys.argv[1])), "bog", actor="Bo")
together = int(sys.argv[2])
while True:
    acts = [Act(event=PersonRegistered(name=f"Person {number}")) for number in range(together)]
    print(book.carry_out(lambda fold, history: acts)[-1].number, flush=True)
"""


def killed(record: Path, together: int, seconds: float) -> int:
    """Let a process record until it is killed, and return the last entry that it acknowledged."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(record), str(together)], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert writer.stdout is not None
    acknowledged = int(writer.stdout.readline())
    time.sleep(seconds)
    writer.kill()
    for line in writer.stdout.read().splitlines(keepends=True):
        acknowledged = int(line) if line.endswith(b"\n") else acknowledged
    writer.stdout.close()
    assert writer.wait() == -signal.SIGKILL
    return acknowledged


def kill_again_and_again(record: Path, times: int, seed: int) -> int:
    """Kill a writer so many times, judge the record each time, and return how many entries it has in the end."""
    chance = random.Random(seed)
    log = SqliteLog(record)
    Book(log, "bog", actor="Alice").record(Act(event=CouncilEstablished(name="Rådet")))
    log.close()
    for _ in range(times):
        together = chance.choice((1, 1, 7, 40))
        before = sum(1 for _ in verified(record))
        acknowledged = killed(record, together, chance.uniform(0, 0.15))
        held = sum(1 for _ in verified(record))
        assert held >= acknowledged > before
        assert (held - before) % together == 0, "half of a command was left"
        log = SqliteLog(record)
        book = Book(log, "bog", actor="Alice")
        assert book.fold().number == held
        assert book.record(Act(event=PersonRegistered(name="Anna")))[0].number == held + 1
        log.close()
    return held + 1


def test_killed_at_a_random_moment(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path / "protokol.referat", 3, seed=1)


@pytest.mark.torture
@pytest.mark.parametrize("part", range(10))
def test_killed_many_times(tmp_path: Path, part: int, tell: Tell) -> None:
    seed, kills = SEED + part, 20
    entries = kill_again_and_again(tmp_path / "protokol.referat", kills, seed)
    tell("processes killed", seed, kills=kills, entries=entries, lost=0)


@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.05])
def test_killed_while_an_import_is_recorded(tmp_path: Path, seconds: float) -> None:
    """All of the file is there, or nothing; importing it again completes it."""
    record = tmp_path / "protokol.referat"
    minutes = ROOT / "governance" / "samples" / "2025-03-11-referat.md"
    command = [sys.executable, "-m", "tui", "--record", str(record), "--by", "Bo", "import", str(minutes)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    while not record.exists() and process.poll() is None:
        time.sleep(0.001)
    time.sleep(seconds)
    process.kill()
    process.wait()
    held = sum(1 for _ in verified(record)) if record.stat().st_size else 0
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, check=True)
    whole = sum(1 for _ in verified(record))
    assert held in (0, whole)
    assert whole > 40
